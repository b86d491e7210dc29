import { Worker, type TransferListItem } from 'node:worker_threads';

const idleMs = 10_000;

export interface WorkerCall {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

/** What a worker answers: a value, or a failure's name and message without its stack. */
export type WorkerAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly failure: { readonly name: string; readonly message: string } };

export interface RunOptions {
  /** Aborting ends the thread at once; the promise rejects with an AbortError. */
  readonly signal?: AbortSignal;
  /** Buffers that move to the worker instead of being copied; they are empty here afterwards. */
  readonly transfer?: readonly TransferListItem[];
}

export interface Workers {
  /** Runs a task of an entry away from the main thread. */
  run(entry: string, task: string, input: unknown, options?: RunOptions): Promise<unknown>;
  /** Ends every thread. */
  close(): Promise<void>;
}

/**
 * One thread for each entry (`kdf`, `pdf`), started at the first task and ended after ten idle seconds, so that an
 * idle application has no thread to spare and a busy one does not start one for each task.
 */
export function createWorkers(place: { readonly directory: URL; readonly extension: '.js' | '.ts' }): Workers {
  const threads = new Map<string, Thread>();
  function threadOf(entry: string): Thread {
    const present = threads.get(entry);
    if (present !== undefined) return present;
    const started = startThread(new URL(`${entry}${place.extension}`, place.directory), () => {
      if (threads.get(entry) === started) threads.delete(entry);
    });
    threads.set(entry, started);
    return started;
  }
  return {
    run: (entry, task, input, options = {}) => threadOf(entry).run(task, input, options),
    close: async () => {
      await Promise.all([...threads.values()].map((thread) => thread.end()));
    },
  };
}

interface Thread {
  run(task: string, input: unknown, options: RunOptions): Promise<unknown>;
  end(): Promise<void>;
}

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

function startThread(file: URL, onEnd: () => void): Thread {
  const worker = new Worker(file);
  worker.unref();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;

  function stop(reason: Error): Promise<void> {
    clearTimeout(idle);
    onEnd();
    for (const { reject } of waiting.values()) reject(reason);
    waiting.clear();
    return worker.terminate().then(() => undefined);
  }

  worker.on('message', (answer: WorkerAnswer) => {
    const call = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('value' in answer) call?.resolve(answer.value);
    else call?.reject(Object.assign(new Error(answer.failure.message), { name: answer.failure.name }));
    if (waiting.size > 0) return;
    worker.unref();
    idle = setTimeout(() => void stop(new Error('idle')), idleMs);
    idle.unref();
  });
  worker.on('error', (error) => void stop(error instanceof Error ? error : new Error(String(error))));
  worker.on('exit', () => void stop(new Error('the worker ended')));

  return {
    run: (task, input, { signal, transfer = [] }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        clearTimeout(idle);
        worker.ref();
        const id = (lastId += 1);
        const onAbort = (): void => void stop(new DOMException('The work was cancelled', 'AbortError'));
        signal?.addEventListener('abort', onAbort, { once: true });
        const settled = (): void => signal?.removeEventListener('abort', onAbort);
        waiting.set(id, {
          resolve: (value) => {
            settled();
            resolve(value);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        });
        worker.postMessage({ id, task, input } satisfies WorkerCall, [...transfer]);
      }),
    end: () => stop(new Error('the workers were closed')),
  };
}
