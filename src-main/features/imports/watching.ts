import { basename, relative, resolve } from 'node:path';
import type { ImportOutcome, ImportPlan } from '#shared/features/imports/plan.ts';
import { arrivalFailures, type Arrival, type ArrivalFailure, type ReportWords, type WatchChoice, type WatchSettings, type WatchState } from '#shared/features/imports/watch.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { systemErrorCode } from '../../files/file-errors.ts';
import type { Clock, FilePicker, Ids, Log } from '../../ports.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import type { Session } from '../../vault/session.ts';
import { readBatchSource } from './batch-source.ts';
import { findBatch, listBatches } from './queries.ts';
import type { ImportService } from './service.ts';
import { insertArrival, listArrivals, readWatch, saveWatch } from './watch-queries.ts';
import { isWatchable, listStill, listUnfinished, moveTo, remove, reportPath, type Seen } from './watched-folder.ts';

export interface WatchingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly picker: FilePicker;
  readonly imports: ImportService;
  readonly onChanged: (features: readonly string[]) => void;
}

const betweenLooksMs = 5_000;

export type Watching = ReturnType<typeof createWatching>;

/**
 * A folder into which another program puts its files, looked into while a vault is open by somebody who may import.
 * A file is taken up once it lies still, imported as any other, and put away, so that none is ever taken twice.
 */
export function createWatching({ clock, ids, log, picker, imports, onChanged }: WatchingParts) {
  const seen: Seen = new Map();
  let isLooking = false;
  let lookedAt = Number.NEGATIVE_INFINITY;

  function state({ db }: Call): WatchState {
    const settings = readWatch(db);
    const watched = settings === null ? null : { folder: settings.folder, mapping: settings.mapping, onDone: settings.onDone, isReachable: isWatchable(settings.folder) };
    return { watched, arrivals: listArrivals(db) };
  }

  /** Asks for the folder and watches it from now on; null when the person cancelled. */
  async function choose(call: Call, choice: WatchChoice, report: ReportWords): Promise<Result<{ folder: string } | null, 'READ_ONLY_FOLDER' | 'FOLDER_IN_VAULT'>> {
    const folder = await picker.chooseFolder();
    if (folder === null) return succeed(null);
    if (!relative(call.session.folder, resolve(folder)).startsWith('..')) return fail('FOLDER_IN_VAULT');
    if (!isWatchable(folder)) return fail('READ_ONLY_FOLDER');
    return save(call, { folder, ...choice, report }, { folder });
  }

  function change(call: Call, choice: WatchChoice): Result<null, 'NOT_FOUND'> {
    const present = readWatch(call.db);
    return present === null ? fail('NOT_FOUND') : save(call, { ...present, ...choice }, null);
  }

  function stop(call: Call): Result<null, never> {
    return save(call, null, null);
  }

  function save<Value>(call: Call, settings: WatchSettings | null, value: Value): Result<Value, never> {
    seen.clear();
    return call.write<Value, never>((db, note) => {
      saveWatch(db, settings);
      note('vault', 'import_watch', { isOn: settings !== null });
      return succeed(value);
    });
  }

  /** Takes over what lies still in the folder; gives how many files it put away. */
  async function look(session: Session): Promise<number> {
    lookedAt = clock.now();
    const settings = readWatch(session.whole);
    if (settings === null || isLooking || imports.isBusy() || !isWatchable(settings.folder)) return 0;
    let done = 0;
    isLooking = true;
    try {
      for (const path of listUnfinished(settings.folder)) done += await takeOver(session, settings.folder, { begun: path });
      for (const name of listStill(settings.folder, seen)) done += await takeOver(session, settings.folder, { come: name });
    } catch (error) {
      // A stick that was pulled out, a full disk: the next look finds what is left.
      if (systemErrorCode(error) === null) throw error;
      log.error('watched-folder', { code: systemErrorCode(error) ?? '' });
    } finally {
      isLooking = false;
    }
    if (done > 0) onChanged(['imports', 'contracts', 'parties']);
    return done;
  }

  /** What holds for a folder now: files before it took their time, and somebody may have changed it since. Null: it is not watched any more. */
  function settingsOf(session: Session, folder: string): WatchSettings | null {
    const settings = readWatch(session.whole);
    return settings?.folder === folder ? settings : null;
  }

  /** Imports one file that is taken up and puts it away; 0 when it waits, for somebody imports by hand, or is not wanted any more. */
  async function takeOver(session: Session, folder: string, file: { readonly begun: string } | { readonly come: string }): Promise<0 | 1> {
    const settings = settingsOf(session, folder);
    if (settings === null || imports.isBusy()) return 0;
    const path = 'begun' in file ? file.begun : moveTo(folder, 'working', resolve(folder, file.come));
    // What comes anew is no part of an earlier file that lay there under the same name.
    const unfinished = 'come' in file ? undefined : listBatches(session.whole).find(({ source, state }) => (state === 'stopped' || state === 'running') && readBatchSource(source).path === path);
    const outcome = unfinished === undefined ? await importAnew(session, settings, path) : await imports.resume({ session, db: session.whole }, unfinished.id, ids.create<'task'>());
    if (!outcome.ok && (outcome.error.code === 'IMPORT_RUNNING' || !isFailure(outcome.error.code))) return 0;
    if (outcome.ok && outcome.value.state === 'stopped') return 0;
    const failure = outcome.ok ? null : (outcome.error.code as ArrivalFailure);
    // In a vault that was locked by now nobody says any more that it may go.
    const mayGo = !session.isClosed && settingsOf(session, folder)?.onDone === 'delete';
    if (outcome.ok && mayGo && outcome.value.bad === 0) remove(path);
    else moveTo(folder, failure === null ? 'done' : 'failed', path);
    note(session, arrivalOf(session, path, outcome.ok ? outcome.value : null, failure));
    return 1;
  }

  async function importAnew(session: Session, settings: WatchSettings, path: string): Promise<Result<ImportOutcome, string>> {
    const call = { session, db: session.whole };
    const preview = await imports.preview(call, { path, kind: null, view: { sheet: null, encoding: null } });
    if (!preview.ok) return preview;
    // Somebody began to look at a file of theirs, which would be broken off.
    if (imports.isBusy()) return fail('IMPORT_RUNNING');
    if (settings.mapping === 'remembered' && !preview.value.isRemembered) return fail('MAPPING_UNKNOWN');
    const { kind, mapping, options } = preview.value;
    const plan = { kind, mapping, options, view: { sheet: null, encoding: null } } as ImportPlan;
    const checked = await imports.check(call, { path, plan, taskId: ids.create<'task'>() });
    if (!checked.ok) return checked;
    if (checked.value.bad > 0) {
      // Written before anything is added: afterwards every good row would be told as a duplicate.
      const target = reportPath(settings.folder, 'done', path);
      const written = await imports.writeProblems(call, { path, plan, taskId: ids.create<'task'>() }, { fileName: basename(target), ...settings.report }, target);
      if (!written.ok) return written;
    }
    return imports.run(call, { path, plan, taskId: ids.create<'task'>() });
  }

  /** Counts rows, as the list of imports does: the parties that came with contracts are no rows of their own. */
  function arrivalOf(session: Session, path: string, outcome: ImportOutcome | null, failure: ArrivalFailure | null): Arrival {
    const { skipped = 0, bad = 0 } = outcome ?? {};
    const added = outcome === null ? 0 : (findBatch(session.whole, outcome.batchId)?.added ?? 0);
    return {
      ...{ id: ids.create<'importArrival'>(), fileName: basename(path), at: clock.now(), failure, batchId: outcome?.batchId ?? null },
      outcome: failure !== null ? 'failed' : bad > 0 ? 'partly' : 'imported',
      ...{ added, skipped, bad },
    };
  }

  function note(session: Session, arrival: Arrival): void {
    session.write<null, never>('imports.arrived', (db, record) => {
      insertArrival(db, arrival);
      record('importArrival', arrival.id, { outcome: arrival.outcome, added: arrival.added, bad: arrival.bad });
      return succeed(null);
    });
  }

  const job: Job = {
    name: 'watched-folder',
    nextAt: (session) => (session === null || !mayImport(session) || readWatch(session.whole) === null ? null : Math.max(clock.now(), lookedAt + betweenLooksMs)),
    run: async (session) => {
      if (session !== null && mayImport(session)) await look(session);
    },
  };

  return { state, choose, change, stop, look: ({ session }: Call) => look(session), job };
}

function mayImport(session: Session): boolean {
  return session.permissions.has('imports.run');
}

function isFailure(code: string): code is ArrivalFailure {
  return (arrivalFailures as readonly string[]).includes(code);
}
