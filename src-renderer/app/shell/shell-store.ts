import { create } from 'zustand';

interface ShellState {
  readonly isRailNarrow: boolean;
  readonly overlay: 'palette' | 'shortcuts' | 'tour' | null;
  readonly toggleRail: () => void;
  readonly open: (overlay: 'palette' | 'shortcuts' | 'tour') => void;
  readonly close: () => void;
}

/** Marks the dialogs that the frame itself opens. */
export const shellOverlay = { 'data-shell-overlay': '' } as const;

const railKey = 'deedbox.rail';

/** What of the frame is open or folded. */
export const useShellStore = create<ShellState>((set) => ({
  isRailNarrow: localStorage.getItem(railKey) === 'narrow',
  overlay: null,
  toggleRail: () =>
    set(({ isRailNarrow }) => {
      localStorage.setItem(railKey, isRailNarrow ? 'wide' : 'narrow');
      return { isRailNarrow: !isRailNarrow };
    }),
  open: (overlay) => set({ overlay }),
  close: () => set({ overlay: null }),
}));
