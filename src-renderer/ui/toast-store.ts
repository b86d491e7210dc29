import { create } from 'zustand';
import type { ReplyError } from '#shared/ipc/registry.ts';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export type ToastContent =
  | { readonly kind: 'success' | 'info'; readonly text: string; readonly action?: ToastAction | undefined }
  | { readonly kind: 'failure'; readonly error: ReplyError };

export type Toast = ToastContent & { readonly id: number };

interface ToastState {
  readonly toast: Toast | null;
  readonly show: (content: ToastContent) => void;
  readonly dismiss: () => void;
}

/** The notice at the foot of the window; a newer one takes the place of an older. */
export const useToastStore = create<ToastState>((set) => ({
  toast: null,
  show: (content) => set(({ toast }) => ({ toast: { ...content, id: (toast?.id ?? 0) + 1 } })),
  dismiss: () => set({ toast: null }),
}));
