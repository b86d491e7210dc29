import { useSyncExternalStore } from 'react';
import { dayAt, type Day } from '#shared/kernel/day.ts';

/** Today on the laptop's calendar. For a form that keeps the day on which it was opened; what is shown asks `usePresentDay`. */
export function presentDay(): Day {
  return dayAt(Date.now(), -new Date().getTimezoneOffset());
}

/** Today, for a page that may stay open over midnight. */
export function usePresentDay(): Day {
  return useSyncExternalStore(followDay, presentDay);
}

const lookEveryMs = 30_000;
const listeners = new Set<() => void>();
let shown: Day | null = null;

/** Tells when another day has begun, at most half a minute late, also after the laptop slept; the answer stops it. */
export function followDay(onTurn: () => void): () => void {
  if (shown === null) {
    shown = presentDay();
    setInterval(look, lookEveryMs);
  }
  listeners.add(onTurn);
  return () => void listeners.delete(onTurn);
}

/** One clock for all who listen: a long list has a line each that does. */
function look(): void {
  const now = presentDay();
  if (now === shown) return;
  shown = now;
  for (const tell of [...listeners]) tell();
}
