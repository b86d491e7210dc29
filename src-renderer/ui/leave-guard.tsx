import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useAskToDiscard } from './use-ask-to-discard.ts';

/** What a page says when it leaves by itself because everything is saved: its form may not have heard of it yet. */
export const afterSaving = { state: { isSaved: true } } as const;

interface LeaveGuardProps {
  readonly isDirty: boolean;
  /** The person gave up what was typed. */
  readonly onDiscard?: () => void;
}

/** Asks before the page is left while something typed would be lost. */
export function LeaveGuard({ isDirty, onDiscard }: LeaveGuardProps) {
  const askToDiscard = useAskToDiscard();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname && !isAfterSaving(nextLocation.state),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    void askToDiscard().then((isSure) => {
      if (!isSure) return blocker.reset();
      onDiscard?.();
      blocker.proceed();
    });
  }, [blocker, askToDiscard, onDiscard]);
  return null;
}

function isAfterSaving(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isSaved' in state;
}
