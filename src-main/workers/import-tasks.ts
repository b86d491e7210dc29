import { fail, succeed, type Failure, type Result } from '#shared/kernel/result.ts';
import type { TableError } from '#shared/features/imports/plan.ts';
import type { ImportSource, ReadyRow, ScanStep } from '../imports/checking/import-source.ts';
import type { PreviewInput, TablePreview } from '../imports/checking/preview-table.ts';
import type { TableFailureCode } from '../imports/reading/table.ts';
import type { Ids } from '../ports.ts';
import type { RowsInput } from './import.ts';
import type { Workers } from './worker-pool.ts';

export interface ReadRequest {
  readonly source: ImportSource;
  readonly signal: AbortSignal;
  /** Called while the file is looked through before its first row is given. */
  readonly onScan: (step: ScanStep) => void;
}

/** A file whose every row was looked at once and found readable. */
export interface ImportReader {
  readonly headings: readonly string[];
  readonly rows: number;
  /** Passes over rows that were done before. */
  skip(count: number): Promise<void>;
  /** The rows that are left, some thousands at a time; the next ones are read while these are worked on. */
  chunks(withCells?: boolean): AsyncGenerator<readonly ReadyRow[], void, undefined>;
  close(): Promise<void>;
}

/** Reading and checking files for import, done away from the main thread. */
export interface ImportTasks {
  preview(input: PreviewInput): Promise<Result<TablePreview, TableError>>;
  /** Throws an AbortError when the signal is aborted, here and while rows are read. */
  read(request: ReadRequest): Promise<Result<ImportReader, TableError | 'COLUMN_MISSING'>>;
}

/** Enough for the longest transactions; taking them over must not hold the main thread for long. */
const rowsAtOnce = 1_000;
const rowsInScan = 5000;

export function createImportTasks(workers: Workers, ids: Ids): ImportTasks {
  const run = async <Value>(task: string, input: unknown, signal?: AbortSignal): Promise<Value> =>
    (await workers.run('import', task, input, signal === undefined ? {} : { signal })) as Value;

  async function read({ source, signal, onScan }: ReadRequest): Promise<Result<ImportReader, TableError | 'COLUMN_MISSING'>> {
    const reader: string = ids.create<'reader'>();
    const opened = await run<Result<readonly string[], TableFailureCode | 'COLUMN_MISSING'>>('open', { reader, source }, signal);
    if (!opened.ok) {
      const { code, params } = opened.error;
      return code === 'COLUMN_MISSING' ? fail(code, params) : fail(`TABLE_${code}`, params);
    }
    const close = async (): Promise<void> => {
      // A cancelled file's thread has ended, or ends when it idles; a new one would be started for nothing.
      if (!signal.aborted) await run('close', { reader });
    };
    for (;;) {
      const step = await run<Result<ScanStep, TableFailureCode>>('scan', { reader, count: rowsInScan } satisfies RowsInput, signal);
      if (!step.ok) {
        await close();
        return { ok: false, error: named(step.error) };
      }
      onScan(step.value);
      if (step.value.isDone) return succeed({ headings: opened.value, rows: step.value.rows, ...walk(reader, signal), close });
    }
  }

  function walk(reader: string, signal: AbortSignal): Pick<ImportReader, 'skip' | 'chunks'> {
    const ask = (withCells: boolean): Promise<string> => {
      const asked = run<string>('next', { reader, count: rowsAtOnce, withCells } satisfies RowsInput, signal);
      // It is awaited later; until then a cancellation must not count as unhandled.
      asked.catch(() => undefined);
      return asked;
    };
    return {
      skip: async (count) => void (await run('skip', { reader, count } satisfies RowsInput, signal)),
      chunks: async function* (withCells = false) {
        for (let coming = ask(withCells); ; ) {
          const rows = JSON.parse(await coming) as readonly ReadyRow[];
          if (rows.length < rowsAtOnce) {
            if (rows.length > 0) yield rows;
            return;
          }
          coming = ask(withCells);
          yield rows;
        }
      },
    };
  }

  return {
    preview: async (input) => {
      const preview = await run<Result<TablePreview, TableFailureCode>>('preview', input);
      return preview.ok ? preview : { ok: false, error: named(preview.error) };
    },
    read,
  };
}

/** As the interface names it. */
function named({ code, params }: Failure<TableFailureCode>): Failure<TableError> {
  return fail(`TABLE_${code}`, params).error;
}
