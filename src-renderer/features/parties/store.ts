import { create } from 'zustand';
import type { partySorts } from '#shared/features/parties/model.ts';

export type PartySort = (typeof partySorts)[number];

interface PartyListView {
  readonly search: string;
  readonly archived: boolean;
  readonly sort: PartySort;
  readonly page: number;
  readonly pageSize: number;
  /** Changes the view; a change of what is listed starts again at the first page. */
  readonly change: (change: Partial<Omit<PartyListView, 'change'>>) => void;
}

/** How the list is looked at: kept so that coming back from a party shows the same page of it. */
export const usePartyListView = create<PartyListView>()((set) => ({
  search: '',
  archived: false,
  sort: 'updated',
  page: 0,
  pageSize: 50,
  change: (change) => set({ page: 0, ...change }),
}));
