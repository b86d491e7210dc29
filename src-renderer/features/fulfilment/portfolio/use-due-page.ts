import { useState } from 'react';
import type { DueFilter, DueSort } from '#shared/features/fulfilment/portfolio.ts';
import { useOperation } from '../../../ipc/use-query.ts';

/** A page of what falls due, and the cursors of the pages before it, so that one can go back. */
export function useDuePage(filter: DueFilter, sort: { readonly by: DueSort; readonly descending: boolean } | null) {
  const key = JSON.stringify([filter, sort]);
  const [place, setPlace] = useState<{ readonly key: string; readonly cursors: readonly (string | null)[]; readonly page: number; readonly pageSize: number }>({ key, cursors: [null], page: 0, pageSize: 25 });
  // Another selection begins at its first page.
  const at = place.key === key ? place : { key, cursors: [null], page: 0, pageSize: place.pageSize };
  const answer = useOperation('fulfilment.list', { filter, cursor: at.cursors[at.page] ?? null, limit: at.pageSize, ...(sort === null ? {} : { sort }) }, { keepPrevious: true });
  const count = useOperation('fulfilment.count', filter, { keepPrevious: true });
  const goTo = (page: number, pageSize: number) => {
    if (pageSize !== at.pageSize) return setPlace({ key, cursors: [null], page: 0, pageSize });
    // The page before still stands there until the answer is in: its end leads to this one.
    const next = answer.isPrevious ? null : (answer.data?.nextCursor ?? null);
    if (page > at.page && next !== null) setPlace({ ...at, cursors: [...at.cursors.slice(0, at.page + 1), next], page: at.page + 1 });
    else if (page < at.page) setPlace({ ...at, page: Math.max(0, page) });
  };
  return { answer, total: count.data ?? 0, page: at.page, pageSize: at.pageSize, goTo };
}
