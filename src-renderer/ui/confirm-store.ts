import type { ReactNode } from 'react';
import { create } from 'zustand';

export interface ConfirmRequest {
  readonly title: string;
  readonly body: string;
  /** What else comes of it, said beside the words. */
  readonly notice?: ReactNode;
  /** The verb on the button that does it. */
  readonly confirmLabel: string;
  readonly cancelLabel?: string;
  /** What can't be undone is shown in red and does not take Enter by default. */
  readonly destructive?: boolean;
}

interface ConfirmState {
  readonly request: ConfirmRequest | null;
  readonly settle: (confirmed: boolean) => void;
  readonly ask: (request: ConfirmRequest) => Promise<boolean>;
}

/** The question that is on the screen, if any. */
export const useConfirmStore = create<ConfirmState>((set, get) => ({
  request: null,
  settle: () => undefined,
  ask: (request) => {
    get().settle(false);
    return new Promise((resolve) => {
      const settle = (confirmed: boolean) => {
        set({ request: null, settle: () => undefined });
        resolve(confirmed);
      };
      set({ request, settle });
    });
  },
}));

/** Asks the person yes or no: `if (await confirm({...})) …`. */
export function useConfirm(): (request: ConfirmRequest) => Promise<boolean> {
  return useConfirmStore((state) => state.ask);
}
