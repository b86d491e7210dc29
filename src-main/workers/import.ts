import { assert } from '#shared/kernel/assert.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import type { ImportSource, ScanStep } from '../imports/checking/import-source.ts';
import { openImport, type OpenImport } from '../imports/checking/open-import.ts';
import { previewTable } from '../imports/checking/preview-table.ts';
import { UnreadableTable, type TableFailureCode } from '../imports/reading/table.ts';
import { serveTasks } from './serve-tasks.ts';

/** Which open file a task means, and how many of its rows. */
export interface RowsInput {
  readonly reader: string;
  readonly count: number;
  readonly withCells?: boolean;
}

const readers = new Map<string, OpenImport>();

async function open({ reader, source }: { readonly reader: string; readonly source: ImportSource }): Promise<Result<readonly string[], TableFailureCode | 'COLUMN_MISSING'>> {
  const opened = await openImport(source);
  if (!opened.ok) return opened;
  readers.set(reader, opened.value);
  return succeed(opened.value.headings);
}

async function scan({ reader, count }: RowsInput): Promise<Result<ScanStep, TableFailureCode>> {
  try {
    return succeed(await readerOf(reader).scan(count));
  } catch (error) {
    if (error instanceof UnreadableTable) return { ok: false, error: error.failure };
    throw error;
  }
}

/** Rows as JSON: one text crosses between threads faster than thousands of objects. */
async function next({ reader, count, withCells = false }: RowsInput): Promise<string> {
  return JSON.stringify(await readerOf(reader).next(count, withCells));
}

async function skip({ reader, count }: RowsInput): Promise<null> {
  await readerOf(reader).skip(count);
  return null;
}

async function close({ reader }: { readonly reader: string }): Promise<null> {
  await readers.get(reader)?.close();
  readers.delete(reader);
  return null;
}

function readerOf(id: string): OpenImport {
  const reader = readers.get(id);
  assert(reader !== undefined, 'the thread that read the file has ended');
  return reader;
}

serveTasks({ preview: previewTable, open, scan, next, skip, close });
