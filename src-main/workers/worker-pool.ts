import { Worker, type TransferListItem } from 'node:worker_threads';

const idleMs = 10_000;

export interface WorkerCall {
  readonly id: number;
  readonly task: string;
  readonly input: unknown;
}

/** An error without its stack. `code`: the system's or SQLite's, as ENOSPC; null for none. */
export interface WorkerFailure {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
}

/** How far a task is: a step of `steps`, from 1. */
export interface WorkerProgress {
  readonly step: number;
  readonly steps: number;
}

/** What a worker tells of a call: how far it is, and at last a value or a failure. */
export type WorkerMessage = { readonly id: number; readonly progress: WorkerProgress } | WorkerAnswer;
export type WorkerAnswer = { readonly id: number; readonly value: unknown } | { readonly id: number; readonly failure: WorkerFailure };

export interface RunOptions {
  /** Aborting ends the thread; once it has, the promise rejects with an AbortError, and what it left can be cleared away. */
  readonly signal?: AbortSignal;
  /** Buffers that move to the worker instead of being copied; they are empty here afterwards. */
  readonly transfer?: readonly TransferListItem[];
  /** Told by tasks that know their steps. */
  readonly onProgress?: (at: WorkerProgress) => void;
}

export interface Workers {
  /** Runs a task of an entry away from the main thread. */
  run(entry: string, task: string, input: unknown, options?: RunOptions): Promise<unknown>;
  /** Ends every thread. */
  close(): Promise<void>;
}

/**
 * One thread for each entry (`kdf`, `pdf`), started at the first task and ended after ten idle seconds, so that an
 * idle application has no thread to spare and a busy one does not start one for each task. An entry's tasks run one
 * after the other: cancelling one ends its thread, and the others must not end with it.
 */
export function createWorkers(place: { readonly directory: URL; readonly extension: '.js' | '.ts' }): Workers {
  const queues = new Map<string, Queue>();
  function queueOf(entry: string): Queue {
    const queue = queues.get(entry) ?? createQueue(new URL(`${entry}${place.extension}`, place.directory));
    queues.set(entry, queue);
    return queue;
  }
  return {
    run: (entry, task, input, options = {}) => queueOf(entry).run(task, input, options),
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

interface Queue {
  run(task: string, input: unknown, options: RunOptions): Promise<unknown>;
  close(): Promise<void>;
}

interface Job {
  readonly call: WorkerCall;
  readonly transfer: readonly TransferListItem[];
  readonly onProgress: RunOptions['onProgress'];
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The calls of one entry, and the thread that runs them while there are any. */
function createQueue(file: URL): Queue {
  const jobs: Job[] = [];
  let worker: Worker | undefined;
  let running: Job | undefined;
  let lastId = 0;
  let idle: NodeJS.Timeout | undefined;
  let isEnding = false;

  function startNext(): void {
    running = jobs.shift();
    if (running === undefined) {
      worker?.unref();
      idle = setTimeout(() => void endThread(), idleMs);
      idle.unref();
      return;
    }
    clearTimeout(idle);
    worker ??= startThread();
    worker.ref();
    const { call, transfer, reject } = running;
    try {
      worker.postMessage(call, transfer);
    } catch (error) {
      // What can't be sent fails alone.
      reject(toError(error));
      startNext();
    }
  }

  function startThread(): Worker {
    const started = new Worker(file);
    const fail = (error: Error): void => {
      if (worker === started) void endRunning(error);
    };
    started.on('message', (answer: WorkerMessage) => {
      if (worker !== started || running?.call.id !== answer.id) return;
      if ('progress' in answer) return running.onProgress?.(answer.progress);
      if ('value' in answer) running.resolve(answer.value);
      else running.reject(errorOf(answer.failure));
      startNext();
    });
    started.on('error', (error) => fail(toError(error)));
    started.on('messageerror', fail);
    started.on('exit', () => fail(new Error('the worker ended')));
    return started;
  }

  /** Ends the thread and with it the running call; those behind it go on in a new thread. */
  async function endRunning(reason: Error): Promise<void> {
    const ended = running;
    if (isEnding) return;
    isEnding = ended !== undefined;
    await endThread();
    if (ended === undefined) return;
    isEnding = false;
    ended.reject(reason);
    startNext();
  }

  async function endThread(): Promise<void> {
    clearTimeout(idle);
    const ended = worker;
    worker = undefined;
    await ended?.terminate();
  }

  function cancel(job: Job): void {
    const reason = new DOMException('The work was cancelled', 'AbortError');
    if (job === running) return void endRunning(reason);
    const at = jobs.indexOf(job);
    if (at < 0) return;
    jobs.splice(at, 1);
    job.reject(reason);
  }

  return {
    run: (task, input, { signal, transfer = [], onProgress }) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        const onAbort = (): void => cancel(job);
        const settled = (): void => signal?.removeEventListener('abort', onAbort);
        const job: Job = {
          call: { id: (lastId += 1), task, input },
          transfer,
          onProgress,
          resolve: (value) => {
            settled();
            resolve(value);
          },
          reject: (error) => {
            settled();
            reject(error);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        jobs.push(job);
        if (running === undefined) startNext();
      }),
    close: async () => {
      const reason = new Error('the workers were closed');
      for (const job of jobs.splice(0)) job.reject(reason);
      running?.reject(reason);
      running = undefined;
      await endThread();
    },
  };
}

function errorOf({ name, message, code }: WorkerFailure): Error {
  return Object.assign(new Error(message), { name }, code === null ? {} : { code });
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
