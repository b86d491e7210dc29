import type { Day } from '#shared/kernel/day.ts';
import type { Clock } from '../ports.ts';

/**
 * The instant (epoch ms) at which a day reaches a minute by the laptop's own clock. A minute that the change to summer
 * time leaps over is taken by the offset before it; one that comes twice is its first.
 */
export function localMoment(clock: Clock, day: Day, minute: number): number {
  const asUtc = Date.parse(day) + minute * 60_000;
  const before = asUtc - clock.offsetMinutes(asUtc - 86_400_000) * 60_000;
  const after = asUtc - clock.offsetMinutes(before) * 60_000;
  return clock.offsetMinutes(after) === clock.offsetMinutes(before) ? after : Math.max(before, after);
}

/** The minute of the day, from local midnight by the wall clock. */
export function minuteOfDay(clock: Clock, at = clock.now()): number {
  const local = new Date(at + clock.offsetMinutes(at) * 60_000);
  return local.getUTCHours() * 60 + local.getUTCMinutes();
}
