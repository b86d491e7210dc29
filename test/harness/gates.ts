import type { Workers } from '../../src-main/workers/worker-pool.ts';

/** Holds something up until a test lets it go on. */
export interface Gate {
  /** Ends when somebody stands before it. */
  readonly reached: Promise<void>;
  readonly open: () => void;
}

interface Barrier extends Gate {
  readonly pass: () => Promise<void>;
}

/** A closed gate; `pass` waits until it is opened. */
export function closedGate(): Barrier {
  const { promise: reached, resolve: reach } = Promise.withResolvers<void>();
  const { promise: opened, resolve: open } = Promise.withResolvers<void>();
  return {
    reached,
    open,
    pass: () => {
      reach();
      return opened;
    },
  };
}

export interface HeldWorkers extends Workers {
  /** The next task of that name begins once its gate is opened. */
  readonly hold: (task: string) => Gate;
}

/** Workers whose tasks can be held up, to let something happen before they are done. */
export function heldWorkers(workers: Workers): HeldWorkers {
  const gates = new Map<string, Barrier>();
  return {
    ...workers,
    hold: (task) => {
      const gate = closedGate();
      gates.set(task, gate);
      return gate;
    },
    run: async (entry, task, input, options) => {
      const gate = gates.get(task);
      gates.delete(task);
      if (gate !== undefined) await Promise.race([gate.pass(), abortOf(options?.signal)]);
      return workers.run(entry, task, input, options);
    },
  };
}

/** Rejects once a signal is aborted, as a task that waits for its turn does. */
function abortOf(signal: AbortSignal | undefined): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  const refuse = (): void => reject(new DOMException('The work was cancelled', 'AbortError'));
  if (signal?.aborted === true) refuse();
  signal?.addEventListener('abort', refuse, { once: true });
  return promise;
}
