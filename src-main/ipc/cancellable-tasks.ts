import type { Id } from '#shared/kernel/ids.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';

/** The long work of a feature that is under way, by the task ids that the window gave. */
export interface CancellableTasks {
  /** Does the work with a signal of its own, which `cancel` of that id aborts, and so does work begun anew under the id. */
  run<Value>(taskId: Id<'task'>, work: (signal: AbortSignal) => Promise<Value>): Promise<Value>;
  /** The answer to an operation that cancels: work that is over already is none. */
  cancel(taskId: Id<'task'>): Result<null, never>;
  isBusy(): boolean;
}

export function createCancellableTasks(): CancellableTasks {
  const running = new Map<Id<'task'>, AbortController>();
  return {
    run: async (taskId, work) => {
      running.get(taskId)?.abort();
      const controller = new AbortController();
      running.set(taskId, controller);
      try {
        return await work(controller.signal);
      } finally {
        if (running.get(taskId) === controller) running.delete(taskId);
      }
    },
    cancel: (taskId) => {
      running.get(taskId)?.abort();
      return succeed(null);
    },
    isBusy: () => running.size > 0,
  };
}
