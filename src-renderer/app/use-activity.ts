import { useEffect } from 'react';
import { call } from '../ipc/client.ts';

const quietMs = 15_000;
const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells main that the person is there, at most every 15 seconds; main decides when to lock. */
export function useActivity(): void {
  useEffect(() => {
    let toldAt = 0;
    const tell = () => {
      const now = Date.now();
      if (now - toldAt < quietMs) return;
      toldAt = now;
      void call('vault.touch', undefined);
    };
    for (const sign of signs) globalThis.addEventListener(sign, tell, { passive: true, capture: true });
    return () => {
      for (const sign of signs) globalThis.removeEventListener(sign, tell, { capture: true });
    };
  }, []);
}
