import { useCallback, useEffect, useState } from 'react';
import type { FailureParams } from '#shared/kernel/result.ts';

interface Countdown {
  readonly seconds: number;
  /** Begins where a refusal says how long nothing more may be tried. */
  readonly startAfter: (error: { readonly params?: FailureParams }) => void;
}

/** Seconds left of a wait, ticking down; 0 when there is none. */
export function useCountdown(initialMs: number): Countdown {
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

  const startAfter = useCallback<Countdown['startAfter']>(({ params }) => {
    const ms = params?.['retryAfterMs'];
    if (typeof ms === 'number') setUntil(Date.now() + ms);
  }, []);
  return { seconds, startAfter };
}
