import { create } from 'zustand';

export type ContractSort = 'updated' | 'number' | 'title';

interface ContractListView {
  readonly search: string;
  readonly sort: ContractSort;
  readonly page: number;
  readonly pageSize: number;
  /** Changes the view; a change of what is listed starts again at the first page. */
  readonly change: (change: Partial<Omit<ContractListView, 'change'>>) => void;
}

/** How the list is looked at: kept so that coming back from a contract shows the same page of it. */
export const useContractListView = create<ContractListView>()((set) => ({
  search: '',
  sort: 'updated',
  page: 0,
  pageSize: 50,
  change: (change) => set({ page: 0, ...change }),
}));

interface FormFocus {
  /** The variable that is being edited: the preview marks it. */
  readonly activeKey: string | null;
  readonly activate: (key: string | null) => void;
}

/** Apart from the form's own state, so that moving through the fields redraws only the preview. */
export const useFormFocus = create<FormFocus>()((set) => ({
  activeKey: null,
  activate: (activeKey) => set({ activeKey }),
}));
