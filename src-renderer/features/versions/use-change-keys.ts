import { useCallback, useEffect, useState } from 'react';

/** Which change the reader stands at, from 0; null before the first step. N goes on and P back, round the ends. */
export function useChangeKeys(total: number) {
  const [at, setAt] = useState<number | null>(null);
  const go = useCallback(
    (step: 1 | -1) => {
      if (total === 0) return;
      setAt((present) => (present === null ? (step === 1 ? 0 : total - 1) : (present + step + total) % total));
    },
    [total],
  );
  useEffect(() => {
    function obey(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === 'n') go(1);
      else if (event.key === 'p') go(-1);
    }
    globalThis.addEventListener('keydown', obey);
    return () => globalThis.removeEventListener('keydown', obey);
  }, [go]);
  return { at, go };
}

/** In fields, menus and dialogs a letter means itself. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="combobox"], [role="dialog"]') !== null;
}
