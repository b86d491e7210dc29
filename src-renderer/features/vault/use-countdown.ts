import { useCallback, useEffect, useState } from 'react';

/** Seconds left of a wait, ticking down; 0 when there is none. */
export function useCountdown(initialMs: number): { readonly seconds: number; readonly start: (ms: number) => void } {
  const [until, setUntil] = useState(() => Date.now() + initialMs);
  const [seconds, setSeconds] = useState(Math.ceil(initialMs / 1000));

  useEffect(() => {
    const tick = () => setSeconds(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    tick();
    if (until <= Date.now()) return undefined;
    const timer = setInterval(() => {
      tick();
      if (until <= Date.now()) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [until]);

  const start = useCallback((ms: number) => setUntil(Date.now() + ms), []);
  return { seconds, start };
}
