import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reply, ReplyError } from '#shared/ipc/registry.ts';
import { useLastChance } from './use-last-chance.ts';

export type KeepState =
  | { readonly kind: 'nothing' | 'keeping' | 'failed' }
  | { readonly kind: 'kept'; readonly at: number };

const pauseMs = 800;

type KeepReply = Reply<'contracts.keepForm'> | Reply<'contracts.keepRecord'> | Reply<'contracts.keepDialog'>;

/** Keeps what is typed in the vault, a pause after the last change and at once when the form is left or the vault locked. */
export function useKeeping<Form>(send: (form: Form) => Promise<KeepReply>) {
  const [state, setState] = useState<KeepState>({ kind: 'nothing' });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waiting = useRef<Form | null>(null);
  const isSent = useRef(false);

  const keepNow = useCallback(async () => {
    clearTimeout(timer.current);
    const form = waiting.current;
    waiting.current = null;
    if (form === null) return;
    isSent.current = true;
    setState({ kind: 'keeping' });
    const reply = await send(form);
    setState(reply.ok ? { kind: 'kept', at: reply.value.keptAt } : { kind: 'failed' });
  }, [send]);

  const keepSoon = useCallback(
    (form: Form) => {
      waiting.current = form;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void keepNow(), pauseMs);
    },
    [keepNow],
  );

  /** Forgets what waits to be kept: the contract was made, or the person starts over. */
  const stop = useCallback(() => {
    clearTimeout(timer.current);
    waiting.current = null;
    setState({ kind: 'nothing' });
  }, []);

  /** Whether anything was sent to be kept, also as the form was taken off the screen. */
  const hasSent = useCallback(() => isSent.current, []);

  useLastChance(keepNow);

  return { state, keepSoon, stop, hasSent };
}

export type KeptState<Kept> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: ReplyError }
  | { readonly kind: 'ready'; readonly kept: { readonly form: Kept; readonly keptAt: number } | null };

type KeptReply<Kept> =
  | { readonly ok: true; readonly value: { readonly form: Kept; readonly keptAt: number } | null }
  | { readonly ok: false; readonly error: ReplyError };

/** What was kept of a form when it is opened. Asked once and past the cache: later answers are what we typed ourselves. */
export function useKept<Kept>(ask: () => Promise<KeptReply<Kept>>): KeptState<Kept> {
  const [answer, setAnswer] = useState<{ readonly to: typeof ask; readonly state: KeptState<Kept> } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void ask().then((reply) => {
      if (isCurrent) setAnswer({ to: ask, state: reply.ok ? { kind: 'ready', kept: reply.value } : { kind: 'failed', error: reply.error } });
    });
    return () => {
      isCurrent = false;
    };
  }, [ask]);
  // What was kept of one form is nothing of the next.
  return answer?.to === ask ? answer.state : { kind: 'loading' };
}
