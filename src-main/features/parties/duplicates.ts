import type { DistinctPair, Duplicates } from '#shared/features/parties/merging.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import { pause } from '../../scheduler/slices.ts';
import type { Session } from '../../vault/session.ts';
import type { DuplicateTasks, FoundGroup } from '../../workers/duplicates-tasks.ts';
import { findListed, findParty, listKnownParties } from './queries.ts';
import { summaryOf } from './service.ts';

export interface DuplicatesParts {
  readonly clock: Clock;
  readonly tasks: DuplicateTasks;
  readonly onProgress: (taskId: Id<'task'>, phase: 'check', at: { readonly step: number; readonly steps: number }) => void;
}

/** More groups than these are looked at once the first are settled, and so are more parties of a group. */
const most = { groups: 100, members: 20 };
/** Parties that are read at a time. */
const slice = 1_000;
/** Groups whose parties' lines are read at a time. */
const groupsAtOnce = 10;
/** What is over sooner needs no telling. */
const untoldMs = 1_000;

/** Parties that may stand twice in the vault, and those of which somebody said that they don't. */
export function createDuplicates({ clock, tasks, onProgress }: DuplicatesParts) {
  /** Read in slices and compared away from the main thread; aborting throws an AbortError. */
  async function list({ session }: Call, taskId: Id<'task'>, signal: AbortSignal): Promise<Duplicates> {
    const began = performance.now();
    const distinct = listDistinct(session.db);
    const parties: Uint8Array<ArrayBuffer>[] = [];
    for await (const known of readKnown(session, signal)) parties.push(known);
    const found = await tasks.find({ parties, distinct: distinct.map(({ first, second }) => [first.id, second.id]), most }, signal, (at) => {
      if (at.step === at.steps || performance.now() - began > untoldMs) onProgress(taskId, 'check', at);
    });
    return { groups: await described(session, found.groups, signal), total: found.total, distinct };
  }

  function declare(call: Call, one: PartyId, other: PartyId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      if (one === other || [one, other].some((id) => findParty(db, id) === undefined)) return fail('NOT_FOUND');
      const [first, second] = inOrder(one, other);
      db.run(sql`INSERT INTO party_distinctions (first_id, second_id, at, by) VALUES (${first}, ${second}, ${clock.now()}, ${call.session.user.id}) ON CONFLICT DO NOTHING`);
      note('party', first, { distinctFrom: second });
      return succeed(null);
    });
  }

  function withdraw(call: Call, one: PartyId, other: PartyId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const [first, second] = inOrder(one, other);
      // Declared of the two themselves, or of records that were merged into them since.
      const gone = db.run(sql`
        DELETE FROM party_distinctions WHERE ${presentOf('first_id')} IN (${first}, ${second}) AND ${presentOf('second_id')} IN (${first}, ${second})`);
      note('party', first, { distinctFrom: second, undone: true });
      return gone === 0 ? fail('NOT_FOUND') : succeed(null);
    });
  }

  return { list, declare, withdraw };
}

export type PartyDuplicates = ReturnType<typeof createDuplicates>;

/** What every party is known by, as JSON in slices, so that the window is answered in between. */
async function* readKnown(session: Session, signal: AbortSignal): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let after = 0; ; ) {
    const known = listKnownParties(session.db, after, slice);
    after = known.at(-1)?.place ?? after;
    // Not from Node's pool, whose memory can't move to another thread.
    yield new TextEncoder().encode(JSON.stringify(known));
    if (known.length < slice) return;
    await pause();
    signal.throwIfAborted();
  }
}

async function described(session: Session, found: readonly FoundGroup[], signal: AbortSignal): Promise<Duplicates['groups']> {
  const groups: Duplicates['groups'][number][] = [];
  for (let from = 0; from < found.length; from += groupsAtOnce) {
    if (from > 0) await pause();
    signal.throwIfAborted();
    const some = found.slice(from, from + groupsAtOnce);
    const rowById = new Map(findListed(session.db, some.flatMap(({ ids }) => ids)).map((row) => [row.id, row]));
    // In use and with the most contracts first: the one that is likely to stay.
    const partiesOf = (ids: readonly PartyId[]) =>
      ids
        .flatMap((id) => rowById.get(id) ?? [])
        .sort((one, other) => Number(one.archived_at !== null) - Number(other.archived_at !== null) || other.contract_count - one.contract_count || one.created_at - other.created_at)
        .map(summaryOf);
    groups.push(...some.map(({ reason, ids, size }) => ({ reason, parties: partiesOf(ids), size })));
  }
  return groups;
}

function listDistinct(db: Readable): readonly DistinctPair[] {
  const rows = db.all<{ firstId: PartyId; firstZh: string; firstEn: string; secondId: PartyId; secondZh: string; secondEn: string; at: number; byName: string }>(sql`
    SELECT one.id AS firstId, one.name_zh AS firstZh, one.name_en AS firstEn, other.id AS secondId, other.name_zh AS secondZh, other.name_en AS secondEn,
      at, users.name AS byName
    FROM party_distinctions JOIN users ON users.id = by
      JOIN parties AS one ON one.id = ${presentOf('first_id')} JOIN parties AS other ON other.id = ${presentOf('second_id')}
    WHERE one.id <> other.id ORDER BY at DESC, first_id, second_id`);
  return rows.map((row) => ({
    first: { id: row.firstId, nameZh: row.firstZh, nameEn: row.firstEn },
    second: { id: row.secondId, nameZh: row.secondZh, nameEn: row.secondEn },
    ...{ at: row.at, byName: row.byName },
  }));
}

/** The record that stands for the one in a column: what was said of a record holds for the one that it was merged into. */
function presentOf(column: 'first_id' | 'second_id') {
  return column === 'first_id' ? sql`(SELECT coalesce(merged_into, id) FROM parties WHERE id = first_id)` : sql`(SELECT coalesce(merged_into, id) FROM parties WHERE id = second_id)`;
}

function inOrder(one: PartyId, other: PartyId): readonly [PartyId, PartyId] {
  return one < other ? [one, other] : [other, one];
}
