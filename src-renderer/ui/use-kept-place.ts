import { useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Keeps the keyboard's place in a list whose entries go: `mark` notes it before something is done to the entry that holds
 * the focus, and when the focus is lost with it, the entry that stands there now has it, or else the list's own box.
 */
export function useKeptPlace<Box extends HTMLElement>(): { readonly ref: RefObject<Box | null>; readonly mark: () => void } {
  const ref = useRef<Box>(null);
  const place = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (place.current === null || ref.current === null || document.activeElement !== document.body) return;
    const entries = ref.current.querySelectorAll('li');
    const entry = entries[Math.min(place.current, entries.length - 1)];
    (entry?.querySelector<HTMLElement>('button:not(:disabled), [role="button"]') ?? ref.current).focus();
    place.current = null;
  });
  const mark = () => {
    const entries = [...(ref.current?.querySelectorAll('li') ?? [])];
    const at = entries.findIndex((entry) => entry.contains(document.activeElement));
    place.current = at < 0 ? null : at;
  };
  return { ref, mark };
}
