import { useCallback } from 'react';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { useTranslate } from '../i18n/i18n.ts';
import type { ToastAction } from './toast-store.ts';
import { useToast } from './use-toast.ts';

type Outcome = { readonly ok: true } | { readonly ok: false; readonly error: ReplyError };

/** The way back that rides along with a notice: `toast.success(text, undo(() => restore.run({ id })))`. A refusal is said. */
export function useUndo(): (takeBack: () => Promise<Outcome>) => ToastAction {
  const translate = useTranslate();
  const toast = useToast();
  return useCallback(
    (takeBack) => ({
      label: translate('ui.undo'),
      run: () =>
        void takeBack().then((reply) => {
          if (!reply.ok) toast.failure(reply.error);
        }),
    }),
    [translate, toast],
  );
}
