import type { Misspelt } from './spelling-plugin.ts';

/** The open menu of a misspelt word: where it stands and what it offers. */
export interface SpellingMenu extends Misspelt {
  readonly place: { readonly left: number; readonly top: number };
  readonly offers: readonly string[];
}

/** Where the menu is kept between the editor, which opens it, and the component that shows it. */
export interface SpellingMenuStore {
  readonly get: () => SpellingMenu | null;
  readonly subscribe: (listener: () => void) => () => void;
  readonly set: (menu: SpellingMenu | null) => void;
  /** Told when the next misspelt word is asked for and there is none. */
  readonly onNone: (listener: () => void) => () => void;
  readonly tellNone: () => void;
}

export function createSpellingMenuStore(): SpellingMenuStore {
  let menu: SpellingMenu | null = null;
  const listeners = new Set<() => void>();
  const noneListeners = new Set<() => void>();
  const added = (to: Set<() => void>) => (listener: () => void) => {
    to.add(listener);
    return () => void to.delete(listener);
  };
  return {
    get: () => menu,
    subscribe: added(listeners),
    set: (next) => {
      menu = next;
      for (const listener of listeners) listener();
    },
    onNone: added(noneListeners),
    tellNone: () => noneListeners.forEach((listener) => listener()),
  };
}
