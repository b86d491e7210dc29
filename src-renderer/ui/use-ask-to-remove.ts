import { useCallback } from 'react';
import { useTranslate } from '../i18n/i18n.ts';
import { useConfirm } from './confirm-store.ts';

/** Asks whether a thing may go that nothing brings back: `if (await askToRemove(name)) …`. What can be undone is not asked about. */
export function useAskToRemove(): (name: string) => Promise<boolean> {
  const translate = useTranslate();
  const confirm = useConfirm();
  return useCallback(
    (name) => confirm({ title: translate('ui.remove.title', { name }), body: translate('ui.remove.body'), confirmLabel: translate('ui.remove.confirm'), destructive: true }),
    [confirm, translate],
  );
}
