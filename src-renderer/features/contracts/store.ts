import { create } from 'zustand';
import type { ContractFilter, ContractSort } from '#shared/features/contracts/list.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { onOtherOpener } from '../../ipc/opener.ts';

export interface ContractListState {
  readonly search: string;
  readonly filter: ContractFilter;
  readonly sort: ContractSort;
  readonly descending: boolean;
  readonly page: number;
  readonly pageSize: number;
  /** Where each page begins that was reached so far; the first has no cursor. */
  readonly cursors: readonly (string | undefined)[];
  readonly hiddenColumns: readonly string[];
  readonly selected: readonly ContractId[];
}

export interface ContractListView extends ContractListState {
  /** Changes what is listed or how; that begins again at the first page with nothing selected. */
  readonly change: (change: Partial<Omit<ContractListState, 'page' | 'cursors' | 'selected'>>) => void;
  /** Goes to a page; `cursor` is where it begins. */
  readonly turn: (page: number, cursor: string | undefined) => void;
  readonly select: (selected: readonly ContractId[]) => void;
  readonly hideColumns: (hiddenColumns: readonly string[]) => void;
}

/** How the list is looked at: kept so that coming back from a contract shows the same page of it. */
export const useContractListView = create<ContractListView>()((set) => ({
  search: '',
  filter: {},
  sort: 'updated',
  descending: true,
  page: 0,
  pageSize: 50,
  cursors: [undefined],
  hiddenColumns: ['owner', 'department', 'tags', 'notice', 'updated'],
  selected: [],
  change: (change) => set({ page: 0, cursors: [undefined], selected: [], ...change }),
  turn: (page, cursor) =>
    set(({ cursors }) => ({ page, selected: [], cursors: page < cursors.length ? cursors : [...cursors, cursor] })),
  select: (selected) => set({ selected }),
  hideColumns: (hiddenColumns) => set({ hiddenColumns }),
}));
onOtherOpener(() => useContractListView.setState(useContractListView.getInitialState()));

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
