import { parentPort } from 'node:worker_threads';
import { assert } from '#shared/kernel/assert.ts';
import { systemErrorCode } from '../files/file-errors.ts';
import type { WorkerAnswer, WorkerCall, WorkerFailure, WorkerMessage, WorkerProgress } from './worker-pool.ts';

/** A worker's tasks by name. What they are given was made by main, not by the renderer. `tell`: how far they are. */
export type Tasks = Readonly<Record<string, (input: never, tell: (at: WorkerProgress) => void) => unknown>>;

/** Answers main's calls with the tasks; the last line of every worker entry. */
export function serveTasks(tasks: Tasks): void {
  assert(parentPort !== null, 'a worker entry was loaded on the main thread');
  const port = parentPort;
  port.on('message', ({ id, task, input }: WorkerCall) => {
    const run = tasks[task];
    void Promise.resolve()
      .then(() => {
        assert(run !== undefined, `no task ${task}`);
        return run(input as never, (progress) => port.postMessage({ id, progress } satisfies WorkerMessage));
      })
      .then(
        (value): WorkerAnswer => ({ id, value }),
        (error: unknown): WorkerAnswer => ({ id, failure: failureOf(error) }),
      )
      .then((answer) => port.postMessage(answer));
  });
}

/** An error loses all but its message on the way to the main thread: the system's code says whether a person can mend it. */
function failureOf(error: unknown): WorkerFailure {
  return error instanceof Error ? { name: error.name, message: error.message, code: systemErrorCode(error) } : { name: 'Error', message: '', code: null };
}
