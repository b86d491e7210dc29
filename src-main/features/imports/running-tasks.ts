import type { Id } from '#shared/kernel/ids.ts';

type Purpose = 'looking' | 'importing';

/** What is under way: one file at a time, for cancelling one ends the thread that reads it. */
export interface RunningTasks {
  /** Runs the work with a signal of its own. Looking at a file gives way to what comes after it; an import doesn't. */
  run<Value>(taskId: Id<'task'>, purpose: Purpose, work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  isImporting(): boolean;
  /** Whether anything is under way, looking included. */
  isBusy(): boolean;
  cancel(taskId: Id<'task'>): void;
}

export function createRunningTasks(): RunningTasks {
  const running = new Map<Id<'task'>, { readonly purpose: Purpose; readonly controller: AbortController }>();
  return {
    run: async (taskId, purpose, work) => {
      for (const { controller } of running.values()) controller.abort(new DOMException('Something else began', 'AbortError'));
      const controller = new AbortController();
      running.set(taskId, { purpose, controller });
      try {
        return await work(controller.signal);
      } finally {
        // Unless it was begun anew under the same id.
        if (running.get(taskId)?.controller === controller) running.delete(taskId);
      }
    },
    isImporting: () => [...running.values()].some(({ purpose }) => purpose === 'importing'),
    isBusy: () => running.size > 0,
    cancel: (taskId) => running.get(taskId)?.controller.abort(new DOMException('The work was cancelled', 'AbortError')),
  };
}
