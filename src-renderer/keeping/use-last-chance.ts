import { useEffect } from 'react';

/** Keeps what waits to be kept when the vault is about to be locked, and when its form or page is left. */
export function useLastChance(keepNow: () => Promise<void>): void {
  useEffect(() => {
    const keep = () => void keepNow();
    globalThis.addEventListener('beforelock', keep);
    return () => {
      globalThis.removeEventListener('beforelock', keep);
      keep();
    };
  }, [keepNow]);
}
