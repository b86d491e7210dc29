import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useTranslate } from '../i18n/i18n.ts';
import { useConfirm } from './confirm-store.ts';

/** What a page says when it leaves by itself because everything is saved: its form may not have heard of it yet. */
export const afterSaving = { state: { isSaved: true } } as const;

/** Asks before the page is left while something typed would be lost. */
export function LeaveGuard({ isDirty }: { readonly isDirty: boolean }) {
  const translate = useTranslate();
  const confirm = useConfirm();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      isDirty && currentLocation.pathname !== nextLocation.pathname && !isAfterSaving(nextLocation.state),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const question = {
      title: translate('leaveGuard.title'),
      body: translate('leaveGuard.body'),
      confirmLabel: translate('leaveGuard.discard'),
      cancelLabel: translate('leaveGuard.stay'),
      destructive: true,
    };
    void confirm(question).then((isSure) => (isSure ? blocker.proceed() : blocker.reset()));
  }, [blocker, confirm, translate]);
  return null;
}

function isAfterSaving(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'isSaved' in state;
}
