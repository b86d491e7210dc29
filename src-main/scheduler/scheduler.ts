import type { Clock, Log, Timer } from '../ports.ts';
import { VaultLocked, type Session } from '../vault/session.ts';

/** Something that has its time: a feature makes one, `core.ts` registers it. */
export interface Job {
  readonly name: string;
  /**
   * When there is something to do next (epoch ms; a moment that has passed: now), or null for never. Asked at every
   * planning, so it must cost no more than a look into an index.
   */
  readonly nextAt: (session: Session | null) => number | null;
  /** Does all that is due. Long work is done in slices with a pause between them. Never runs twice at a time. */
  readonly run: (session: Session | null) => void | Promise<void>;
}

export interface SchedulerParts {
  readonly clock: Clock;
  readonly timer: Timer;
  readonly log: Log;
  readonly session: () => Session | null;
}

export interface Scheduler {
  register(job: Job): void;
  /** Looks again when the next job is due: after a start, an unlock or a lock, a change, a resume, a new time. */
  plan(): void;
  /** Settles once nothing runs any more. */
  idle(): Promise<void>;
  stop(): void;
}

// Clocks are set and zones change without a word: once an hour the plan is made anew, whatever it said.
const longestWaitMs = 3_600_000;
/** How long a job rests that failed, or that is due again and again as soon as it is done. */
const restMs = 60_000;
/** As often as something may have changed anew while a job ran. */
const mostInARow = 10;

/** One timer for everything that is done at a time of its own. */
export function createScheduler({ clock, timer, log, session }: SchedulerParts): Scheduler {
  const jobs: Job[] = [];
  const running = new Map<string, Promise<void>>();
  const restsUntil = new Map<string, number>();
  const inARow = new Map<string, number>();
  let callOff: (() => void) | null = null;
  let isStopped = false;

  function plan(): void {
    if (isStopped) return;
    callOff?.();
    const now = clock.now();
    const moments = look(() => jobs.flatMap((job) => (running.has(job.name) ? [] : (momentOf(job, now) ?? []))));
    const wait = Math.min(Math.max(Math.min(...moments) - now, 0), longestWaitMs);
    callOff = timer.after(wait, tick);
  }

  function tick(): void {
    const now = clock.now();
    look(() => {
      for (const job of jobs) {
        const moment = running.has(job.name) ? null : momentOf(job, now);
        if (moment !== null && moment <= now) running.set(job.name, start(job));
      }
    });
    plan();
  }

  async function start(job: Job): Promise<void> {
    // Not before `running` knows of it, or a job that fails at once would never end.
    await Promise.resolve();
    let hasFailed = false;
    try {
      await job.run(session());
    } catch (error) {
      // The vault was locked meanwhile: what is left waits in it.
      if (!(error instanceof VaultLocked)) noteFailure(job, error);
      hasFailed = true;
    }
    running.delete(job.name);
    const now = clock.now();
    const next = momentOf(job, now);
    const times = next !== null && next <= now ? (inARow.get(job.name) ?? 0) + 1 : 0;
    const needsRest = times > 0 && (hasFailed || times >= mostInARow);
    inARow.set(job.name, needsRest ? 0 : times);
    if (needsRest) restsUntil.set(job.name, now + restMs);
    plan();
  }

  /** All jobs ask the vault when they are due: in one look. */
  function look<Value>(work: () => Value): Value {
    const open = session();
    return open === null ? work() : open.look(work);
  }

  function momentOf(job: Job, now: number): number | null {
    try {
      const moment = job.nextAt(session());
      const rest = restsUntil.get(job.name);
      // A rest that lies further ahead than it can: the clock was set back.
      if (rest === undefined || rest <= now || rest > now + restMs) restsUntil.delete(job.name);
      else if (moment !== null) return Math.max(moment, rest);
      return moment;
    } catch (error) {
      if (!(error instanceof VaultLocked)) noteFailure(job, error);
      return null;
    }
  }

  function noteFailure({ name }: Job, error: unknown): void {
    log.error('job-failed', { job: name, kind: error instanceof Error ? error.constructor.name : typeof error });
  }

  return {
    register: (job) => {
      jobs.push(job);
    },
    plan,
    idle: async () => {
      while (running.size > 0) await Promise.all(running.values());
    },
    stop: () => {
      isStopped = true;
      callOff?.();
    },
  };
}
