import { create } from 'zustand';
import type { PartyKind, PartySelection, StandingFilter } from '#shared/features/parties/model.ts';
import { onOtherOpener } from '../../ipc/opener.ts';

interface PartyListView {
  readonly search: string;
  readonly archived: boolean;
  readonly kinds: readonly PartyKind[];
  readonly standings: readonly StandingFilter[];
  readonly sort: PartySelection['sort'];
  readonly descending: boolean;
  readonly page: number;
  readonly pageSize: number;
  /** Changes the view; a change of what is listed starts again at the first page. */
  readonly change: (change: Partial<Omit<PartyListView, 'change'>>) => void;
}

/** How the list is looked at: kept so that coming back from a party shows the same page of it. */
export const usePartyListView = create<PartyListView>()((set) => ({
  search: '',
  archived: false,
  kinds: [],
  standings: [],
  sort: 'updated',
  descending: true,
  page: 0,
  pageSize: 50,
  change: (change) => set({ page: 0, ...change }),
}));
onOtherOpener(() => usePartyListView.setState(usePartyListView.getInitialState()));
