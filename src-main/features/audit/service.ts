import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { AuditBreak, AuditEvent, AuditFilter } from '#shared/features/audit/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { auditHead } from '../../audit/audit-chain.ts';
import { walkAuditChain } from '../../audit/check-chain.ts';
import type { Readable } from '../../db/connection.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import { writeCsv, type WrittenCell } from '../../imports/writing/table-files.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { countEvents, listActors, listEvents, listKinds, nameOfSubject, type EventRow } from './queries.ts';

export interface AuditServiceParts {
  readonly clock: Clock;
  readonly picker: FilePicker;
  readonly onProgress: (taskId: Id<'task'>, phase: 'check', at: { readonly step: number; readonly steps: number }) => void;
}

export interface CheckedLog {
  readonly events: number;
  readonly head: string;
  readonly breaks: readonly AuditBreak[];
  readonly checkedAt: number;
}

export interface AuditExport {
  readonly filter: AuditFilter;
  readonly fileName: string;
  readonly headings: readonly string[];
}

const exportedAtOnce = 500;

/** The log of who did what: read, held against its own chain, and written out. */
export function createAuditService({ clock, picker, onProgress }: AuditServiceParts) {
  function list({ session, db }: Call, filter: AuditFilter, before: number | null, limit: number): { events: readonly AuditEvent[]; total: number } {
    return { events: listEvents(db, filter, before, limit).map((row) => eventOf(session, db, row)), total: countEvents(db, filter) };
  }

  function choices({ db }: Call) {
    return { actors: listActors(db), ...listKinds(db) };
  }

  /** The whole chain in slices, so that the window stays awake; aborting throws an AbortError. */
  async function check({ session, db }: Call, taskId: Id<'task'>, signal: AbortSignal): Promise<Result<CheckedLog, 'DAMAGED_HEADER'>> {
    const anchor = session.auditAnchor();
    if (!anchor.ok) return anchor;
    const steps = Math.max(1, auditHead(db).sequence);
    const walk = walkAuditChain(db, anchor.value);
    for (;;) {
      signal.throwIfAborted();
      const slice = walk.next();
      if (slice.done === true) {
        const { events, head, breaks } = slice.value;
        return succeed({ events, head, breaks, checkedAt: clock.now() });
      }
      onProgress(taskId, 'check', { step: Math.min(slice.value, steps), steps });
      await setImmediate();
    }
  }

  async function exportList(call: Call, { filter, fileName, headings }: AuditExport): Promise<Result<{ fileName: string; rows: number } | null, 'TARGET_MISSING'>> {
    const target = await picker.chooseTarget(`${fileName}.csv`, { name: 'CSV', extensions: ['csv'] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    let rows = 0;
    async function* cells(): AsyncGenerator<readonly WrittenCell[]> {
      for (let before: number | null = null; ; ) {
        const page = listEvents(call.db, filter, before, exportedAtOnce);
        for (const row of page) {
          const { sequence, at, actorName, actorId, operation, subjectKind, subjectId, subjectName, facts, hash } = eventOf(call.session, call.db, row);
          rows += 1;
          yield [sequence, new Date(at).toISOString(), actorName === '' ? actorId : actorName, operation, `${subjectKind} ${subjectName ?? subjectId}`, facts, hash];
        }
        before = page.at(-1)?.sequence ?? null;
        if (page.length < exportedAtOnce) return;
        await setImmediate();
      }
    }
    await writeCsv({ headings, rows: cells(), sheetName: fileName }, target);
    return call.write<{ fileName: string; rows: number }, never>((_db, note) => {
      note('audit', 'list', { rows });
      return succeed({ fileName: basename(target), rows });
    });
  }

  return { list, choices, check, exportList };
}

/** What an event's subject is called is told to those only who may read it at its own place too. */
function eventOf(session: Session, db: Readable, row: EventRow): AuditEvent {
  const isNamed = row.subject_kind === 'user' || session.permissions.has(row.subject_kind === 'party' ? 'parties.read' : 'contracts.read');
  return {
    sequence: row.sequence,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name ?? '',
    operation: row.operation,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    subjectName: isNamed ? nameOfSubject(db, row.subject_kind, row.subject_id) : null,
    facts: row.facts,
    hash: row.hash,
  };
}
