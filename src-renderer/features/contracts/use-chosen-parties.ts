import { useQueries } from '@tanstack/react-query';
import type { Party, PartyId } from '#shared/features/parties/model.ts';
import { call } from '../../ipc/client.ts';
import { Refusal } from '../../ipc/reply-error.ts';

/** The parties that a form names, by id, as far as they have arrived. Shares the cache with `parties.get` elsewhere. */
export function useChosenParties(ids: readonly PartyId[]): ReadonlyMap<PartyId, Party> {
  return useQueries({
    queries: [...new Set(ids)].map((id) => ({
      queryKey: ['parties', 'get', { id }],
      queryFn: async () => {
        const reply = await call('parties.get', { id });
        if (reply.ok) return reply.value;
        throw new Refusal(reply.error);
      },
    })),
    combine: collect,
  });
}

function collect(results: readonly { readonly data: Party | undefined }[]): ReadonlyMap<PartyId, Party> {
  return new Map(results.flatMap(({ data }) => (data === undefined ? [] : [[data.id, data]])));
}
