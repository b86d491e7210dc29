import { useCallback } from 'react';
import { useTranslate } from '../i18n/i18n.ts';
import { useConfirm } from './confirm-store.ts';

/** Asks whether what was typed may go: `if (await askToDiscard()) …`. */
export function useAskToDiscard(): () => Promise<boolean> {
  const translate = useTranslate();
  const confirm = useConfirm();
  return useCallback(
    () =>
      confirm({
        title: translate('leaveGuard.title'),
        body: translate('leaveGuard.body'),
        confirmLabel: translate('leaveGuard.discard'),
        cancelLabel: translate('leaveGuard.stay'),
        destructive: true,
      }),
    [confirm, translate],
  );
}
