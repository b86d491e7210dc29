import type { Definition, ReportData, SavedReport } from '#shared/features/analytics/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { Call, HandlersOf } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { exportDetails, exportPicture, exportTable, type ExportParts } from './exports.ts';
import { deleteSaved, insertSaved, listSaved, needsOf, runReport } from './queries.ts';
import type { SourceFacts } from './sources.ts';

export interface AnalyticsParts extends ExportParts {
  readonly clock: Clock;
  readonly ids: Ids;
}

const mostSaved = 200;

/** Reports that people put together from what the vault knows. */
export function createAnalytics(parts: AnalyticsParts): HandlersOf<'analytics'> {
  const { clock, ids } = parts;
  const tasks = createCancellableTasks();

  function facts(): SourceFacts {
    return { today: dayOn(clock), offsetMinutes: clock.offsetMinutes(clock.now()) };
  }

  /** Nothing at all of what lies behind a key that the person lacks: no group, no count. */
  function run({ session, db }: Pick<Call, 'session' | 'db'>, definition: Definition): ReportData {
    const needed = needsOf(definition);
    if (needed !== null && !session.holds(needed)) return { rows: [], isCut: false, missing: 'withheld' };
    return runReport(db, definition, facts());
  }

  function save(call: Call, name: string, definition: Definition): Result<SavedReport, 'TOO_MANY_REPORTS'> {
    const by = call.session.user.id;
    return call.write<SavedReport, 'TOO_MANY_REPORTS'>((db, note) => {
      const all = listSaved(db);
      const present = all.find((one) => one.name === name && one.createdBy === by);
      if (present === undefined && all.length >= mostSaved) return fail('TOO_MANY_REPORTS', { count: mostSaved });
      if (present !== undefined) deleteSaved(db, present.id, by);
      const id = ids.create<'savedReport'>();
      insertSaved(db, id, name, definition, clock.now(), by);
      note('saved-report', id, { measure: definition.measure });
      const saved = shown(call, db).find((one) => one.id === id);
      assert(saved !== undefined, 'a report vanished within a transaction');
      return succeed(saved);
    });
  }

  function shown({ session }: Pick<Call, 'session'>, db: Readable): readonly SavedReport[] {
    return listSaved(db).map(({ createdBy, ...report }) => ({ ...report, isOwn: createdBy === session.user.id }));
  }

  return {
    run: ({ definition }, call) => succeed(run(call, definition)),
    saved: (_, call) => succeed(shown(call, call.db)),
    save: ({ name, definition }, call) => save(call, name, definition),
    remove: ({ id }, call) =>
      call.write<null, 'NOT_FOUND'>((db, note) => {
        if (deleteSaved(db, id, call.session.user.id) === 0) return fail('NOT_FOUND');
        note('saved-report', id, { removed: true });
        return succeed(null);
      }),
    exportTable: (request, call) => tasks.run(request.taskId, (signal) => exportTable(call, request, run(call, request.definition), parts, signal)),
    exportDetails: (request, call) => {
      const needed = needsOf(request.definition);
      if (needed !== null && !call.session.holds(needed)) return fail('NO_DETAILS');
      return tasks.run(request.taskId, (signal) => exportDetails(call, request, facts(), parts, signal));
    },
    exportPicture: (request, call) => exportPicture(call, request, parts),
    cancel: ({ taskId }) => tasks.cancel(taskId),
  };
}
