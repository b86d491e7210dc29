import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import type { InputOf, OutputOf, QueryName, ReplyError } from '#shared/ipc/registry.ts';
import { call } from './client.ts';
import { Refusal } from './reply-error.ts';

interface Options {
  readonly enabled?: boolean;
  /** Shows the answer to the former input until the new one is there: for lists that are searched and paged. */
  readonly keepPrevious?: boolean;
  /** For what changes without main's knowing, such as which disks are connected: asked anew whenever a page shows it or the window is returned to. */
  readonly liesOutside?: boolean;
}

export interface OperationState<Name extends QueryName> {
  readonly data: OutputOf<Name> | undefined;
  readonly error: ReplyError<Name> | null;
  readonly isPending: boolean;
  /** The data is still the answer to the former input (`keepPrevious`). */
  readonly isPrevious: boolean;
  readonly refetch: () => void;
}

/** What main answers to a query. Asked once and kept until main says that the feature's data changed. */
export function useOperation<Name extends QueryName>(
  name: Name,
  input: InputOf<Name>,
  options: Options = {},
): OperationState<Name> {
  const query = useQuery<OutputOf<Name>, Refusal>({
    queryKey: [...name.split('.'), input],
    queryFn: async () => {
      const reply = await call(name, input);
      if (reply.ok) return reply.value;
      throw new Refusal(reply.error);
    },
    enabled: options.enabled ?? true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
    ...(options.liesOutside === true ? { refetchOnMount: 'always' } : {}),
  });
  const { refetch } = query;
  const liesOutside = options.liesOutside === true;
  useEffect(() => {
    if (!liesOutside) return undefined;
    const ask = () => void refetch();
    globalThis.addEventListener('focus', ask);
    return () => globalThis.removeEventListener('focus', ask);
  }, [liesOutside, refetch]);
  return {
    data: query.data,
    error: query.error === null ? null : (query.error.reply as ReplyError<Name>),
    isPending: query.isPending,
    isPrevious: query.isPlaceholderData,
    refetch: useCallback(() => void refetch(), [refetch]),
  };
}
