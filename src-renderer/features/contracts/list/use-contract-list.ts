import { useDeferredValue } from 'react';
import type { ContractSelection } from '#shared/features/contracts/list.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { useContractListView } from '../store.ts';

/** What the list shows now: the selection, its page, and how to turn pages. */
export function useContractList() {
  const view = useContractListView();
  const search = useDeferredValue(view.search.trim());
  // A view may have been saved before the key to sums was taken away.
  const isSortWithheld = !useHolds('finance') && view.sort === 'amount';
  const order = isSortWithheld ? ({ sort: 'updated', descending: true } as const) : { sort: view.sort, descending: view.descending };
  const selection: ContractSelection = { search, filter: view.filter, ...order };
  const cursor = view.cursors[view.page];
  const list = useOperation(
    'contracts.list',
    { ...selection, limit: view.pageSize, ...(cursor === undefined ? {} : { cursor }) },
    { keepPrevious: true },
  );
  const count = useOperation('contracts.count', selection, { enabled: list.data?.hasMore === true, keepPrevious: true });
  const total = list.data?.hasMore === true ? (count.data ?? list.data.total) : (list.data?.total ?? 0);
  const turn = (page: number, pageSize: number) => {
    if (pageSize !== view.pageSize) return view.change({ pageSize });
    // Where the page after the one that is still to come begins, nobody knows yet.
    if (page > view.page && (list.isPrevious || (list.data?.nextCursor ?? null) === null)) return undefined;
    return view.turn(page, list.data?.nextCursor ?? undefined);
  };
  const ids = (list.data?.contracts ?? []).map(({ id }) => id);
  // Not of the lines that the former words left, at each letter anew.
  const isDue = search !== '' && ids.length > 0 && !list.isPrevious;
  const found = useOperation('contracts.wordPlaces', { ids, text: search }, { enabled: isDue, keepPrevious: true });
  const places = new Map((search === '' ? [] : (found.data ?? [])).map((place) => [place.contractId, place]));
  const isNarrowed = search !== '' || Object.keys(view.filter).length > 0;
  return { view, selection, list, places, total, turn, isNarrowed };
}
