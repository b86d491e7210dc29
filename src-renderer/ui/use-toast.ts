import type { ReplyError } from '#shared/ipc/registry.ts';
import { useToastStore, type ToastAction } from './toast-store.ts';

export interface Toaster {
  readonly success: (text: string, action?: ToastAction) => void;
  readonly info: (text: string, action?: ToastAction) => void;
  readonly failure: (error: ReplyError) => void;
}

const toaster: Toaster = {
  success: (text, action) => useToastStore.getState().show({ kind: 'success', text, action }),
  info: (text, action) => useToastStore.getState().show({ kind: 'info', text, action }),
  failure: (error) => useToastStore.getState().show({ kind: 'failure', error }),
};

/** Brief notices that need no answer; an action (such as undo) may ride along. */
export function useToast(): Toaster {
  return toaster;
}
