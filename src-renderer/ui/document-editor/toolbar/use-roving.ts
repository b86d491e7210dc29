import { useLayoutEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react';

interface Roving {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

/**
 * Makes a toolbar one stop of the Tab key, as toolbars are: arrow keys, Home and End go from button to button, and Tab
 * comes back to the one that was left. Escape leads where `onLeave` goes.
 */
export function useRoving(onLeave: () => void): Roving {
  const ref = useRef<HTMLDivElement>(null);
  const stop = useRef<HTMLElement | null>(null);

  const settle = () => {
    const buttons = buttonsIn(ref.current);
    if (stop.current === null || !buttons.includes(stop.current)) stop.current = buttons[0] ?? null;
    for (const button of buttons) button.tabIndex = button === stop.current ? 0 : -1;
  };
  // Buttons come, go and are disabled as the cursor moves.
  useLayoutEffect(settle);

  return {
    ref,
    onFocus: ({ target }) => {
      if (!buttonsIn(ref.current).includes(target)) return;
      stop.current = target;
      settle();
    },
    onKeyDown: (event) => {
      const buttons = buttonsIn(ref.current);
      const at = buttons.indexOf(event.target as HTMLElement);
      // A list or a menu that a button opened has keys of its own.
      if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
      if (event.key === 'Escape') onLeave();
      else if (to !== undefined) buttons.at(to % buttons.length)?.focus();
      else return;
      event.preventDefault();
    },
  };
}

function buttonsIn(toolbar: HTMLElement | null): readonly HTMLElement[] {
  return [...(toolbar?.querySelectorAll<HTMLElement>('button:not(:disabled), [role="combobox"]') ?? [])];
}
