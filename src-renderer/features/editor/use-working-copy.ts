import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { WorkingCopy } from '#shared/features/editor/model.ts';
import type { OutputOf, ReplyError } from '#shared/ipc/registry.ts';
import { call } from '../../ipc/client.ts';
import { useLastChance } from '../../keeping/use-last-chance.ts';
import { forgetText, keptAll, noteKeeping, noteKept } from './open-texts.ts';

export type CopyState =
  | { readonly kind: 'nothing' | 'keeping' }
  | { readonly kind: 'failed'; readonly error: ReplyError }
  | { readonly kind: 'kept'; readonly at: number; readonly by: string | null };

const pauseMs = 1_200;

/** Keeps the text in the vault: a pause after the last change, and at once when the page is left or the vault locked. */
export function useKeeping(contractId: ContractId, read: () => WorkingCopy, initial: CopyState) {
  const [state, setState] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isWaiting = useRef(false);
  // What is kept is the text at that moment, not when the wait began: a comment may have come meanwhile.
  const latest = useRef(read);
  useLayoutEffect(() => {
    latest.current = read;
  }, [read]);

  const keepNow = useCallback(async () => {
    clearTimeout(timer.current);
    if (!isWaiting.current) return;
    isWaiting.current = false;
    setState({ kind: 'keeping' });
    const sent = call('editor.keep', { contractId, copy: latest.current() });
    noteKeeping(contractId, sent);
    const reply = await sent;
    if (reply.ok) noteKept(contractId, reply.value.savedAt);
    else {
      isWaiting.current = true;
      forgetText(contractId);
    }
    setState(reply.ok ? { kind: 'kept', at: reply.value.savedAt, by: null } : { kind: 'failed', error: reply.error });
  }, [contractId]);

  const keepSoon = useCallback(() => {
    isWaiting.current = true;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void keepNow(), pauseMs);
  }, [keepNow]);

  /** Forgets what waits: the text became a version, or is thrown away. */
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    isWaiting.current = false;
    forgetText(contractId);
    setState({ kind: 'nothing' });
  }, [contractId]);

  useLastChance(keepNow);

  return { state, keepSoon, keepNow, stop };
}

export type KeptCopy = OutputOf<'editor.copy'>;

export type KeptCopyState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ReplyError }
  | { readonly kind: 'ready'; readonly kept: KeptCopy };

/** The working copy as it was when the editor was opened. Asked once and past the cache: later answers are our own. */
export function useKeptCopy(contractId: ContractId): KeptCopyState {
  const [state, setState] = useState<{ readonly of: ContractId; readonly copy: KeptCopyState }>({ of: contractId, copy: { kind: 'loading' } });
  useEffect(() => {
    let isCurrent = true;
    void keptAll(contractId)
      .then(() => call('editor.copy', { contractId }))
      .then((reply) => {
        if (isCurrent) setState({ of: contractId, copy: reply.ok ? { kind: 'ready', kept: reply.value } : { kind: 'failed', error: reply.error } });
      });
    return () => {
      isCurrent = false;
    };
  }, [contractId]);
  // Straight from the editor of one contract to that of another: no text may be taken for the other's.
  return state.of === contractId ? state.copy : { kind: 'loading' };
}
