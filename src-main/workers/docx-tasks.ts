import type { DocxToWrite } from '../docx/write-docx.ts';
import type { Workers } from './worker-pool.ts';

/** Writing Word files, done away from the main thread. */
export interface DocxTasks {
  /** As `writeDocx`. Throws an AbortError when the signal is aborted. */
  write(document: DocxToWrite, signal?: AbortSignal): Promise<Uint8Array>;
}

export function createDocxTasks(workers: Workers): DocxTasks {
  return {
    write: async (document, signal) => (await workers.run('docx', 'write', document, signal === undefined ? {} : { signal })) as Uint8Array,
  };
}
