import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useAskToDiscard } from './use-ask-to-discard.ts';

/** What a page says when it leaves by itself because everything is saved: its form may not have heard of it yet. */
export const afterSaving = { state: { isSaved: true } } as const;

/** Asks before the page is left while something typed would be lost. */
export function LeaveGuard({ isDirty }: { readonly isDirty: boolean }) {
  const askToDiscard = useAskToDiscard();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname && !isAfterSaving(nextLocation.state),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void askToDiscard().then((isSure) => (isSure ? blocker.proceed() : blocker.reset()));
  }, [blocker, askToDiscard]);
  return null;
}

function isAfterSaving(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isSaved' in state;
}
