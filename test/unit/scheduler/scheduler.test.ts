import { beforeEach, describe, expect, test } from 'vitest';
import { createScheduler, type Job, type Scheduler } from '../../../src-main/scheduler/scheduler.ts';
import { VaultLocked } from '../../../src-main/vault/session.ts';
import { testClock, testTimer, type TestClock, type TestTimer } from '../../harness/time.ts';

const hour = 3_600_000;
const minute = 60_000;
let clock: TestClock;
let timer: TestTimer;
let scheduler: Scheduler;
let log: string[];
beforeEach(() => {
  clock = testClock();
  timer = testTimer(clock);
  log = [];
  const note = (event: string, facts: unknown): void => void log.push(`${event} ${JSON.stringify(facts)}`);
  scheduler = createScheduler({ clock, timer, log: { info: note, error: note }, session: () => null });
});

/** A job that is due at the moments given, and notes when it ran. */
function jobAt(name: string, moments: number[], over: Partial<Job> = {}): { readonly ran: number[]; readonly job: Job } {
  const ran: number[] = [];
  const job: Job = {
    name,
    nextAt: () => moments[0] ?? null,
    run: () => {
      ran.push(clock.now());
      while ((moments[0] ?? Infinity) <= clock.now()) moments.shift();
    },
    ...over,
  };
  scheduler.register(job);
  scheduler.plan();
  return { ran, job };
}
const pass = (milliseconds: number) => timer.pass(milliseconds, scheduler.idle);

describe('the scheduler', () => {
  test('runs each job at its time, and once', async () => {
    const start = clock.now();
    const one = jobAt('one', [start + 5 * minute, start + 3 * hour]);
    const other = jobAt('other', [start + 20 * minute]);
    await pass(4 * hour);
    expect(one.ran).toEqual([start + 5 * minute, start + 3 * hour]);
    expect(other.ran).toEqual([start + 20 * minute]);
  });

  test('looks again after an hour, whatever the plan says', () => {
    jobAt('far', [clock.now() + 40 * hour]);
    expect(timer.next()).toBe(hour);
  });

  test('catches up at once when it is told that the laptop slept', async () => {
    const { ran } = jobAt('slept over', [clock.now() + 10 * minute]);
    clock.advance(9 * hour);
    scheduler.plan();
    await pass(0);
    expect(ran).toHaveLength(1);
  });

  test('notices within an hour that the clock was set forward, and does nothing early when it was set back', async () => {
    const { ran } = jobAt('tomorrow', [clock.now() + 24 * hour]);
    clock.set(clock.now() - 48 * hour);
    await pass(3 * hour);
    expect(ran).toEqual([]);
    clock.set(clock.now() + 100 * hour);
    await pass(hour);
    expect(ran).toHaveLength(1);
  });

  test('does not run a job a second time while it runs', async () => {
    const end = Promise.withResolvers<undefined>();
    let runs = 0;
    const due = [clock.now()];
    jobAt('slow', due, { run: async () => { runs += 1; await end.promise; due.shift(); } });
    timer.pass(2 * hour, () => Promise.resolve()).catch(() => undefined);
    await Promise.resolve();
    scheduler.plan();
    end.resolve(undefined);
    await scheduler.idle();
    expect(runs).toBe(1);
  });

  test('lets a job that fails rest for a minute, says which, and goes on with the others', async () => {
    const failing = jobAt('failing', [clock.now()], { run: () => { throw new RangeError('with inner text'); } });
    const { ran } = jobAt('sound', [clock.now()]);
    await pass(10 * minute);
    expect(ran).toHaveLength(1);
    expect(failing.ran).toEqual([]);
    expect(log).toHaveLength(11);
    expect(log[0]).toBe('job-failed {"job":"failing","kind":"RangeError"}');
    expect(log.join()).not.toContain('inner text');
  });

  test('goes on at once with what changed while a job ran, but not for ever', async () => {
    const start = clock.now();
    let changes = 2;
    const mended = jobAt('mended', [start], { nextAt: () => (changes >= 0 ? start : null), run: () => void (changes -= 1) });
    let runs = 0;
    jobAt('restless', [start], { run: () => void (runs += 1) });
    await pass(minute / 2);
    expect(mended.ran).toEqual([]);
    expect(changes).toBe(-1);
    expect(runs).toBe(10);
  });

  test('takes a vault that was locked under a job for no failure', async () => {
    jobAt('locked', [clock.now()], { run: () => Promise.reject(new VaultLocked()) });
    await pass(minute / 2);
    expect(log).toEqual([]);
  });

  test('is quiet once it is stopped', async () => {
    const { ran } = jobAt('later', [clock.now() + minute]);
    scheduler.stop();
    scheduler.plan();
    await pass(hour);
    expect(ran).toEqual([]);
  });
});
