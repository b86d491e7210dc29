import { randomUUID } from 'node:crypto';
import type { Id } from '#shared/kernel/ids.ts';
import type { Clock, Ids, Log, Timer } from './ports.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  offsetMinutes: (epochMs) => -new Date(epochMs).getTimezoneOffset(),
};

export const systemTimer: Timer = {
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    // A reminder to come is no reason for a command to stay.
    timer.unref();
    return () => clearTimeout(timer);
  },
};

export const randomIds: Ids = {
  create: <Thing extends string>() => randomUUID() as Id<Thing>,
};

/** Lines of JSON on standard error. */
export const consoleLog: Log = {
  info: (event, facts) => write('info', event, facts),
  error: (event, facts) => write('error', event, facts),
};

function write(level: string, event: string, facts: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${JSON.stringify({ level, event, ...facts })}\n`);
}
