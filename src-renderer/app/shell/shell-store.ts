import { create } from 'zustand';

/** A rail folded by choice on a wide window says nothing of a slim one, where it is folded until it is wanted. */
type Room = 'ample' | 'slim';

interface ShellState {
  readonly isRailFolded: Readonly<Record<Room, boolean>>;
  readonly overlay: 'palette' | 'shortcuts' | 'tour' | null;
  readonly toggleRail: (room: Room) => void;
  readonly open: (overlay: 'palette' | 'shortcuts' | 'tour') => void;
  readonly close: () => void;
}

/** Marks the dialogs that the frame itself opens. */
export const shellOverlay = { 'data-shell-overlay': '' } as const;

const railKeys = { ample: 'deedbox.rail', slim: 'deedbox.rail.slim' } as const;

/** What of the frame is open or folded. */
export const useShellStore = create<ShellState>((set) => ({
  isRailFolded: { ample: localStorage.getItem(railKeys.ample) === 'narrow', slim: localStorage.getItem(railKeys.slim) !== 'wide' },
  overlay: null,
  toggleRail: (room) =>
    set(({ isRailFolded }) => {
      localStorage.setItem(railKeys[room], isRailFolded[room] ? 'wide' : 'narrow');
      return { isRailFolded: { ...isRailFolded, [room]: !isRailFolded[room] } };
    }),
  open: (overlay) => set({ overlay }),
  close: () => set({ overlay: null }),
}));
