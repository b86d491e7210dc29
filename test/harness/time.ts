import type { Clock, Notice, NoticeOutcome, Notifier, Timer } from '../../src-main/ports.ts';

/** A clock that stands still until it is moved. */
export interface TestClock extends Clock {
  /** Moves the time of day; nothing that waits is told, as on a laptop that slept. */
  advance(milliseconds: number): void;
  /** Sets the clock, forward or back. */
  set(epochMs: number): void;
  /** Takes the laptop to another zone. */
  moveTo(offsetMinutes: (epochMs: number) => number): void;
}

/** When a world begins that says nothing else. */
export const usualStart = Date.UTC(2026, 10, 23, 1, 0);

export function testClock(start = usualStart): TestClock {
  let now = start;
  let offset: (epochMs: number) => number = () => 480;
  return {
    now: () => now,
    offsetMinutes: (epochMs) => offset(epochMs),
    advance: (milliseconds) => void (now += milliseconds),
    set: (epochMs) => void (now = epochMs),
    moveTo: (other) => void (offset = other),
  };
}

export interface TestTimer extends Timer {
  /** Milliseconds until the next call, or null when nobody waits. */
  next(): number | null;
  /** Lets so many milliseconds pass on timers and clock alike, calling whoever's time comes, in order. */
  pass(milliseconds: number, settled: () => Promise<void>): Promise<void>;
}

interface Waiting {
  readonly at: number;
  readonly run: () => void;
}

/** Timers that go by a count of their own, as the system's do: setting the clock does not move them. */
export function testTimer(clock: TestClock): TestTimer {
  const waiting = new Set<Waiting>();
  let elapsed = 0;
  const first = (): Waiting | null => [...waiting].sort((a, b) => a.at - b.at)[0] ?? null;
  return {
    after: (milliseconds, run) => {
      const entry = { at: elapsed + milliseconds, run };
      waiting.add(entry);
      return () => void waiting.delete(entry);
    },
    next: () => {
      const entry = first();
      return entry === null ? null : entry.at - elapsed;
    },
    pass: async (milliseconds, settled) => {
      const end = elapsed + milliseconds;
      for (let entry = first(); entry !== null && entry.at <= end; entry = first()) {
        clock.advance(entry.at - elapsed);
        elapsed = entry.at;
        waiting.delete(entry);
        entry.run();
        await settled();
      }
      clock.advance(end - elapsed);
      elapsed = end;
    },
  };
}

export interface TestNotifier extends Notifier {
  /** What the system showed, in order. */
  readonly shown: Notice[];
  /** What it answers from now on. */
  answer(outcome: NoticeOutcome): void;
  /** Does this instead of showing anything. */
  instead(show: Notifier['show']): void;
}

export function testNotifier(): TestNotifier {
  const shown: Notice[] = [];
  let answer: NoticeOutcome = 'shown';
  let instead: Notifier['show'] | null = null;
  return {
    shown,
    answer: (outcome) => void (answer = outcome),
    instead: (show) => void (instead = show),
    show: (notice) => {
      if (instead !== null) return instead(notice);
      if (answer === 'shown') shown.push(notice);
      return Promise.resolve(answer);
    },
  };
}
