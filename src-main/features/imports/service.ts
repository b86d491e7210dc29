import { basename } from 'node:path';
import type { ImportKind } from '#shared/features/imports/model.ts';
import type { CheckSummary, ImportBatch, ImportBatchId, ImportOutcome, ImportPlan, SourceView, TableError } from '#shared/features/imports/plan.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import type { ImportReader, ImportTasks } from '../../workers/import-tasks.ts';
import { namesAmounts, readBatchSource, sourceKey, stateOfFile, type BatchSource } from './batch-source.ts';
import { checkFile, chooseReport, writeReport, type ReportRequest } from './check-file.ts';
import { previewFile, rememberedText, type Preview } from './preview.ts';
import { findBatch, insertBatch, listBatches, listKnownParties, saveMapping } from './queries.ts';
import { runBatch } from './run-batch.ts';
import { createRunningTasks } from './running-tasks.ts';
import { undoBatch, type Undone } from './undo-batch.ts';
import type { Additions } from './write-rows.ts';

export type PlanError = 'PICK_EXPIRED' | 'COLUMN_MISSING' | 'FIELD_MISSING' | 'AMOUNTS_WITHHELD' | 'PARTIES_FORBIDDEN' | 'IMPORT_RUNNING' | TableError;
export type ResumeError = PlanError | 'NOT_FOUND' | 'NOT_RESUMABLE' | 'SOURCE_CHANGED';
export type UndoError = 'NOT_FOUND' | 'NOTHING_TO_UNDO' | 'IMPORT_RUNNING' | 'AMOUNTS_WITHHELD';
export type ImportPhase = 'read' | 'check' | 'write';

export interface ImportServiceParts extends Additions {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly tasks: ImportTasks;
  /** How far a task is: `step` of `steps`, in bytes while reading and in rows afterwards. */
  readonly onProgress: (taskId: Id<'task'>, phase: ImportPhase, at: { readonly step: number; readonly steps: number }) => void;
  /** Told what changed when an import ends by an error, which the router doesn't tell. */
  readonly onChanged: (features: readonly string[]) => void;
}

export interface PlannedFile {
  readonly path: string;
  readonly plan: ImportPlan;
  readonly taskId: Id<'task'>;
}

/** What an import needs of a call; the watched folder has no other. */
type Reading = Pick<Call, 'session' | 'db'>;

export type ImportService = ReturnType<typeof createImportService>;

/** Contracts and parties from files of other programs: looked at, judged, added in batches that can be undone. */
export function createImportService(parts: ImportServiceParts) {
  const running = createRunningTasks();

  function preview({ session }: Reading, request: { readonly path: string; readonly kind: ImportKind | null; readonly view: SourceView }): Promise<Result<Preview, TableError>> {
    return previewFile(() => session.whole, parts.tasks, request);
  }

  function check({ session }: Reading, file: PlannedFile): Promise<Result<CheckSummary, PlanError>> {
    return reading(session, file, 'looking', async (reader, signal) => {
      return succeed(await checkFile({ session, reader, plan: file.plan, signal, onRows: rowsTold(file.taskId, 'check', reader.rows) }));
    });
  }

  async function saveProblems(call: Reading, file: PlannedFile, report: ReportRequest): Promise<Result<{ fileName: string; rows: number } | null, PlanError | 'TARGET_MISSING'>> {
    const refusal = refuse(call.session, file.plan);
    if (refusal !== null) return refusal;
    const target = await chooseReport(parts.picker, report.fileName);
    if (!target.ok || target.value === null) return target as Result<null, 'TARGET_MISSING'>;
    return writeProblems(call, file, report, target.value);
  }

  /** Writes the report of a dry run to a path that was chosen before. */
  function writeProblems({ session }: Reading, file: PlannedFile, report: ReportRequest, target: string): Promise<Result<{ fileName: string; rows: number }, PlanError>> {
    return reading(session, file, 'looking', async (reader, signal) => {
      const looked = { session, reader, plan: file.plan, signal, onRows: rowsTold(file.taskId, 'check', reader.rows) };
      return succeed(await writeReport(looked, report, reader.headings, target));
    });
  }

  function run({ session }: Reading, file: PlannedFile): Promise<Result<ImportOutcome, PlanError>> {
    return reading(session, file, 'importing', async (reader, signal) => {
      const state = stateOfFile(file.path);
      if (state === null) return fail('PICK_EXPIRED');
      const batchId = beginBatch(session, { path: file.path, ...state, rows: reader.rows, plan: file.plan }, reader.headings);
      return write(session, file.taskId, { reader, signal, batchId, plan: file.plan, rowsDone: 0 });
    });
  }

  async function resume({ session, db }: Reading, batchId: ImportBatchId, taskId: Id<'task'>): Promise<Result<ImportOutcome, ResumeError>> {
    const batch = findBatch(db, batchId);
    if (batch === undefined) return fail('NOT_FOUND');
    if (batch.state === 'done' || batch.state === 'undone') return fail('NOT_RESUMABLE');
    const { path, size, modifiedAt, plan } = readBatchSource(batch.source);
    const state = stateOfFile(path);
    if (state?.size !== size || state.modifiedAt !== modifiedAt) return fail('SOURCE_CHANGED', { fileName: batch.file_name });
    return reading(session, { path, plan, taskId }, 'importing', (reader, signal) =>
      write(session, taskId, { reader, signal, batchId, plan, rowsDone: batch.rows_done }),
    );
  }

  async function undo({ session, db }: Reading, batchId: ImportBatchId, taskId: Id<'task'>): Promise<Result<Undone, UndoError>> {
    if (running.isImporting()) return fail('IMPORT_RUNNING');
    const batch = findBatch(db, batchId);
    if (batch === undefined) return fail('NOT_FOUND');
    if (batch.state === 'undone') return fail('NOTHING_TO_UNDO');
    if (!session.holds('finance') && namesAmounts(readBatchSource(batch.source).plan)) return fail('AMOUNTS_WITHHELD');
    const told = throttled(taskId, 'write');
    return running.run(taskId, 'importing', async (signal) => {
      try {
        return succeed(await undoBatch({ session, batchId, signal, onRows: told }));
      } catch (error) {
        parts.onChanged(['imports', 'contracts', 'parties']);
        throw error;
      }
    });
  }

  function batches({ db }: Call): readonly ImportBatch[] {
    return listBatches(db).map((row) => {
      const { rows, plan } = readBatchSource(row.source);
      // What says that it runs while nothing does was ended by a power cut.
      const state = row.state === 'running' && !running.isImporting() ? 'stopped' : row.state;
      const { id, file_name: fileName, rows_done: rowsDone, added, skipped, at, by_name: byName } = row;
      return { id, kind: plan.kind, fileName, state, rows, rowsDone, added, skipped, at, byName };
    });
  }

  /** Opens a file, looks through it once and does the work with its rows. */
  async function reading<Value, Code extends string>(
    session: Session,
    { path, plan, taskId }: PlannedFile,
    purpose: 'looking' | 'importing',
    work: (reader: ImportReader, signal: AbortSignal) => Promise<Result<Value, Code>>,
  ): Promise<Result<Value, Code | PlanError>> {
    const refusal = refuse(session, plan);
    if (refusal !== null) return refusal;
    if (stateOfFile(path) === null) return fail('PICK_EXPIRED');
    return running.run(taskId, purpose, async (signal) => {
      const read = await parts.tasks.read({
        source: { path, plan, parties: listKnownParties(session.whole) },
        signal,
        onScan: ({ bytesRead, bytesTotal }) => parts.onProgress(taskId, 'read', { step: bytesRead, steps: Math.max(1, bytesTotal) }),
      });
      if (!read.ok) return read;
      try {
        return await work(read.value, signal);
      } finally {
        await read.value.close();
      }
    });
  }

  function refuse(session: Session, plan: ImportPlan) {
    if (running.isImporting()) return fail('IMPORT_RUNNING');
    const isMapped = plan.kind === 'contracts' ? plan.mapping.title !== undefined : plan.mapping.nameZh !== undefined || plan.mapping.nameEn !== undefined;
    if (!isMapped) return fail('FIELD_MISSING', { field: plan.kind === 'contracts' ? 'title' : 'nameZh' });
    if (!session.holds('finance') && namesAmounts(plan)) return fail('AMOUNTS_WITHHELD');
    return plan.kind === 'parties' && !session.permissions.has('parties.write') ? fail('PARTIES_FORBIDDEN') : null;
  }

  function beginBatch(session: Session, source: BatchSource, headings: readonly string[]): ImportBatchId {
    const id = parts.ids.create<'importBatch'>();
    const at = parts.clock.now();
    session.write<null, never>('imports.run', (db, note) => {
      insertBatch(db, { id, source: JSON.stringify(source), fileName: basename(source.path), at, by: session.user.id });
      saveMapping(db, sourceKey(source.plan.kind, headings), rememberedText(source.plan), at);
      note('importBatch', id, { kind: source.plan.kind, rows: source.rows });
      return succeed(null);
    });
    return id;
  }

  async function write(
    session: Session,
    taskId: Id<'task'>,
    batch: { readonly reader: ImportReader; readonly signal: AbortSignal; readonly batchId: ImportBatchId; readonly plan: ImportPlan; readonly rowsDone: number },
  ): Promise<Result<ImportOutcome, never>> {
    const { addContract, addParty } = parts;
    try {
      return succeed(await runBatch({ session, ...batch, addContract, addParty, onRows: rowsTold(taskId, 'write', batch.reader.rows) }));
    } catch (error) {
      parts.onChanged(['imports', 'contracts', 'parties']);
      throw error;
    }
  }

  /** Tells how far the rows are, ten times a second at most. */
  function rowsTold(taskId: Id<'task'>, phase: ImportPhase, rows: number): (done: number) => void {
    const tell = throttled(taskId, phase);
    return (done) => tell(done, rows);
  }

  function throttled(taskId: Id<'task'>, phase: ImportPhase): (done: number, rows: number) => void {
    let toldAt = 0;
    return (done, rows) => {
      const now = performance.now();
      if (now - toldAt < 100 && done < rows) return;
      toldAt = now;
      parts.onProgress(taskId, phase, { step: done, steps: Math.max(1, rows) });
    };
  }

  return { preview, check, saveProblems, writeProblems, run, resume, undo, batches, cancel: running.cancel, isBusy: running.isBusy };
}
