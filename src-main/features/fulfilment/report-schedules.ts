import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { ReportScheduleId } from '#shared/features/fulfilment/model.ts';
import { nextReportOn, reportFileName, reportsDue, type ReportFailure, type ReportSchedule, type ReportScheduleEntry } from '#shared/features/fulfilment/report-schedules.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { DeviceState } from '../../device/device-state.ts';
import { isMissing } from '../../files/file-errors.ts';
import { isWritable } from '../../files/writable-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids, type Log } from '../../ports.ts';
import { localMoment } from '../../scheduler/local-moment.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import { VaultLocked, type Session } from '../../vault/session.ts';
import { findContractFacts } from './due-dates.ts';
import type { ComposedReport, ReportSubject } from './reports.ts';
import { clearScheduleFailure, countSchedules, insertSchedule, listDueSchedules, listSchedules, removeSchedule, setScheduleFailed, setScheduleWritten, switchSchedule } from './schedule-queries.ts';

export interface ReportScheduleParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly picker: FilePicker;
  readonly device: DeviceState;
  readonly compose: (session: Session, subject: ReportSubject) => ComposedReport | undefined;
  readonly onChanged: (features: readonly string[]) => void;
}

interface DueSchedule extends ReportSchedule {
  readonly folder: string;
}

const mostSchedules = 50;
/** A folder that is gone, such as a disk that is not connected, is looked for once an hour. */
const retryMs = 3_600_000;

/**
 * Reports that are written by themselves into a folder. What and when lies in the vault; the folder is this laptop's, so
 * that nobody who may write to the vault can make another's laptop write anywhere. They are written while the vault is
 * open to the person who asked for them, with what that person may see, and caught up after an absence.
 */
export function createReportSchedules({ clock, ids, log, picker, device, compose, onChanged }: ReportScheduleParts) {
  const folderOf = (id: ReportScheduleId): string | null => device.read().reportFolders?.[id] ?? null;
  const keepFolder = (id: ReportScheduleId, folder: string | null) =>
    void device.change((state) => {
      const { [id]: _, ...others } = state.reportFolders ?? {};
      return { ...state, reportFolders: folder === null ? others : { ...others, [id]: folder } };
    });

  function list({ db, session }: Pick<Call, 'db' | 'session'>): readonly ReportSchedule[] {
    return listSchedules(db, session.user.id).map((one) => {
      const folder = folderOf(one.id);
      return { ...one, folder, isFolderThere: folder !== null && existsSync(folder) };
    });
  }

  async function add(call: Call, entry: ReportScheduleEntry): Promise<Result<{ id: ReportScheduleId; folder: string } | null, 'NOT_FOUND' | 'READ_ONLY_FOLDER' | 'REPORT_FOLDER_IN_VAULT' | 'TOO_MANY_SCHEDULES'>> {
    if (entry.contractId !== null && findContractFacts(call.db, entry.contractId) === undefined) return fail('NOT_FOUND');
    if (countSchedules(call.db, call.session.user.id) >= mostSchedules) return fail('TOO_MANY_SCHEDULES', { count: mostSchedules });
    const chosen = await chooseFolder(call);
    if (!chosen.ok) return chosen;
    const folder = chosen.value;
    if (folder === null) return succeed(null);
    const id = ids.create<'reportSchedule'>();
    return call.write<{ id: ReportScheduleId; folder: string }, never>((db, note) => {
      keepFolder(id, folder);
      insertSchedule(db, id, call.session.user.id, entry, nextReportOn(entry.cadence, dayOn(clock)), clock.now());
      note('reportSchedule', id, { cadence: entry.cadence, formats: [...entry.formats], contract: entry.contractId });
      return succeed({ id, folder });
    });
  }

  /** Chooses the folder anew, on this laptop. */
  async function move(call: Call, id: ReportScheduleId): Promise<Result<{ folder: string } | null, 'NOT_FOUND' | 'READ_ONLY_FOLDER' | 'REPORT_FOLDER_IN_VAULT'>> {
    if (!list(call).some((one) => one.id === id)) return fail('NOT_FOUND');
    const chosen = await chooseFolder(call);
    if (!chosen.ok) return chosen;
    const folder = chosen.value;
    if (folder === null) return succeed(null);
    return call.write<{ folder: string }, never>((db, note) => {
      keepFolder(id, folder);
      clearScheduleFailure(db, id);
      note('reportSchedule', id, { folder: true });
      return succeed({ folder });
    });
  }

  function setOn(call: Call, id: ReportScheduleId, isOn: boolean): Result<null, 'NOT_FOUND'> {
    const found = list(call).find((one) => one.id === id);
    if (found === undefined) return fail('NOT_FOUND');
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (!switchSchedule(db, id, call.session.user.id, isOn, nextReportOn(found.cadence, dayOn(clock)))) return fail('NOT_FOUND');
      note('reportSchedule', id, { isOn });
      return succeed(null);
    });
  }

  function remove(call: Call, id: ReportScheduleId): Result<null, 'NOT_FOUND'> {
    const removed = call.write<null, 'NOT_FOUND'>((db, note) => {
      if (!removeSchedule(db, id, call.session.user.id)) return fail('NOT_FOUND');
      note('reportSchedule', id, { removed: true });
      return succeed(null);
    });
    if (removed.ok) keepFolder(id, null);
    return removed;
  }

  async function chooseFolder({ session }: Call): Promise<Result<string | null, 'READ_ONLY_FOLDER' | 'REPORT_FOLDER_IN_VAULT'>> {
    const folder = await picker.chooseFolder();
    if (folder === null) return succeed(null);
    if (!relative(session.folder, resolve(folder)).startsWith('..')) return fail('REPORT_FOLDER_IN_VAULT');
    return isWritable(folder) ? succeed(folder) : fail('READ_ONLY_FOLDER');
  }

  const job: Job = {
    name: 'fulfilment-reports',
    nextAt: (session) => {
      if (session === null || !session.permissions.has('contracts.read')) return null;
      const moments = listDueSchedules(session.db, session.user.id)
        .filter(({ id }) => folderOf(id) !== null)
        .map(({ nextOn, failedAt }) => Math.max(localMoment(clock, nextOn, 0), failedAt === null ? 0 : failedAt + retryMs));
      return moments.length === 0 ? null : Math.min(...moments);
    },
    run: async (session) => {
      if (session === null) return;
      for (const { id } of list({ db: session.db, session })) {
        const one = dueNow(session, id);
        if (one !== null) await writeDue(session, one);
      }
      onChanged(['fulfilment']);
    },
  };

  /** A schedule that is to be written now, as it stands: those before it took their time. */
  function dueNow(session: Session, id: ReportScheduleId): DueSchedule | null {
    const one = list({ db: session.db, session }).find((schedule) => schedule.id === id);
    if (one === undefined || !one.isOn || one.folder === null) return null;
    const now = clock.now();
    const isDue = localMoment(clock, one.nextOn, 0) <= now && (one.failure === null || one.failure.at + retryMs <= now);
    return isDue ? { ...one, folder: one.folder } : null;
  }

  async function writeDue(session: Session, schedule: DueSchedule): Promise<void> {
    const { id, cadence, contractId, language, formats, folder } = schedule;
    const due = reportsDue(cadence, schedule.nextOn, dayOn(clock));
    // A contract is reported as it stands: of what was missed, only the latest says something new.
    const periods = contractId === null ? due.periods : due.periods.slice(-1);
    const failed = (code: ReportFailure) => session.derive((db) => setScheduleFailed(db, id, code, clock.now()));
    // It may be switched off, removed or sent elsewhere while a page is printed; elsewhere it begins again.
    const isWanted = () => dueNow(session, id)?.folder === folder;
    if (!existsSync(folder)) return failed('FOLDER_GONE');
    let rows = 0;
    try {
      for (const period of periods) {
        const composed = compose(session, { contractId, period, language });
        if (composed === undefined) return failed('CONTRACT_GONE');
        rows += composed.rows;
        for (const format of formats) {
          if (!isWanted()) return;
          await composed.write(format, join(folder, reportFileName(id, period, format)), new AbortController().signal);
        }
      }
    } catch (error) {
      if (error instanceof VaultLocked) throw error;
      log.error('report-failed', { kind: error instanceof Error ? error.constructor.name : typeof error });
      return failed(isMissing(error) ? 'FOLDER_GONE' : 'NOT_WRITABLE');
    }
    if (!isWanted()) return;
    session.write<null, never>('fulfilment.scheduledReport', (db, note) => {
      setScheduleWritten(db, id, due.nextOn, clock.now());
      note('reportSchedule', id, { files: periods.length * formats.length, rows });
      return succeed(null);
    });
  }

  return { list, add, move, setOn, remove, job };
}
