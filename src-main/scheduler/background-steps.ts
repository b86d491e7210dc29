import { VaultBusy, type Session } from '../vault/session.ts';

// Nothing was done: a backup is being written, and is given time to get on.
const busyPauseMs = 2_000;

export interface BackgroundSteps {
  /** Null while the vault is locked, or its keys are changed. */
  readonly session: () => Session | null;
  /** The shortest pause before a step, in milliseconds. */
  readonly pauseMs: number;
  /** Does the next step in an open vault; whether another should follow. */
  readonly step: (session: Session) => boolean;
}

/**
 * Work that follows changes in the background, in steps short enough for the window not to notice: `wake` says that there
 * may be some. Without a session none is done: opening the vault and every change wake it again.
 */
export function createBackgroundSteps({ session: currentSession, pauseMs, step }: BackgroundSteps) {
  let timer: NodeJS.Timeout | undefined;

  function wake(afterMs = pauseMs): void {
    timer ??= setTimeout(work, afterMs).unref();
  }

  function work(): void {
    timer = undefined;
    const session = currentSession();
    if (session === null) return;
    const started = performance.now();
    try {
      // On a slow disk a step is mostly its commit: the window gets as much time as the step did.
      if (step(session)) wake(Math.max(pauseMs, performance.now() - started));
    } catch (error) {
      if (!(error instanceof VaultBusy)) throw error;
      wake(busyPauseMs);
    }
  }

  return { wake: () => wake() };
}
