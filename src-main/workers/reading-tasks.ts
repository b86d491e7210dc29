import type { ReadFailure, ReadText } from '#shared/features/reading/model.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { FileToRead } from '../reading/read-text.ts';
import type { RunOptions, Workers } from './worker-pool.ts';

/** Reading files' text, done away from the main thread. */
export interface ReadingTasks {
  /** As `readText`. Throws an AbortError when the signal is aborted; `onProgress` is told of the pages of a PDF. */
  read(file: FileToRead, signal?: AbortSignal, onProgress?: RunOptions['onProgress']): Promise<Result<ReadText, ReadFailure>>;
}

export function createReadingTasks(workers: Workers): ReadingTasks {
  return {
    read: async (file, signal, onProgress) =>
      (await workers.run('reading', 'readText', file, { ...(signal && { signal }), ...(onProgress && { onProgress }) })) as Result<ReadText, ReadFailure>,
  };
}
