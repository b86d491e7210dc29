import { setImmediate } from 'node:timers/promises';
import type { ImportBatchId, ImportOutcome, ImportPlan } from '#shared/features/imports/plan.ts';
import { assert } from '#shared/kernel/assert.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { ReadyRow } from '../../imports/checking/import-source.ts';
import { createSliceSize } from '../../imports/slice-size.ts';
import type { Session } from '../../vault/session.ts';
import type { ImportReader } from '../../workers/import-tasks.ts';
import { advanceBatch, countEntries, findBatch, setBatchState } from './queries.ts';
import { createRowWriter, type Additions } from './write-rows.ts';

export interface BatchRun extends Additions {
  readonly session: Session;
  readonly reader: ImportReader;
  readonly batchId: ImportBatchId;
  readonly plan: ImportPlan;
  readonly signal: AbortSignal;
  /** Rows that earlier runs of the batch have done. */
  readonly rowsDone: number;
  readonly onRows: (rowsDone: number) => void;
}

/**
 * Writes the rows that are left of a batch. Each transaction holds its rows, what they became and how far the batch is,
 * so that wherever it stops, by a person or by a power cut, it can be gone on with or undone. Throws what the disk or
 * the lock throws, the batch then being stopped.
 */
export async function runBatch(run: BatchRun): Promise<ImportOutcome> {
  const { session, batchId, reader, signal } = run;
  const writeRow = createRowWriter(run);
  let done = run.rowsDone;
  const size = createSliceSize();
  try {
    if (done > 0) await reader.skip(done);
    for await (const rows of reader.chunks()) {
      for (let from = 0; from < rows.length; ) {
        // Also between reading what the thread sent and writing it: each takes a moment of its own.
        await setImmediate();
        signal.throwIfAborted();
        const written = writeSlice(rows.slice(from, from + size.of(rows.length - from)));
        from += written;
        done += written;
        run.onRows(done);
      }
    }
    end('done');
    return outcomeOf('done');
  } catch (error) {
    stopQuietly();
    if (isAbort(error)) return outcomeOf('stopped');
    throw error;
  }

  /** Gives how many rows it wrote; the next slice is as much longer or shorter as this one was too quick or too slow. */
  function writeSlice(rows: readonly ReadyRow[]): number {
    const counts = { added: 0, skipped: 0, bad: 0 };
    const started = performance.now();
    let worked = started;
    session.write<null, never>('imports.run', (db, note) => {
      for (const row of rows) counts[writeRow(db, note, row)] += 1;
      advanceBatch(db, batchId, { rows: rows.length, added: counts.added, skipped: counts.skipped });
      note('importBatch', batchId, { rows: rows.length, added: counts.added });
      worked = performance.now();
      return succeed(null);
    });
    size.learn(rows.length, { work: worked - started, commit: performance.now() - worked });
    return rows.length;
  }

  function end(state: 'done' | 'stopped'): void {
    session.write<null, never>('imports.run', (db, note) => {
      setBatchState(db, batchId, state);
      note('importBatch', batchId, { state });
      return succeed(null);
    });
  }

  /** A full disk or a locked vault can't be written to; the batch then counts as stopped all the same. */
  function stopQuietly(): void {
    try {
      end('stopped');
    } catch {
      // What stopped it is thrown on.
    }
  }

  function outcomeOf(state: ImportOutcome['state']): ImportOutcome {
    const { whole: db } = session;
    const batch = findBatch(db, batchId);
    assert(batch !== undefined, 'a batch vanished while it ran');
    return {
      batchId,
      state,
      addedContracts: countEntries(db, batchId, 'contract'),
      addedParties: countEntries(db, batchId, 'party'),
      skipped: batch.skipped,
      bad: batch.rows_done - batch.added - batch.skipped,
    };
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}
