import { findDuplicates } from '#shared/features/parties/duplicates.ts';
import type { DistinctPair, Duplicates } from '#shared/features/parties/merging.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import { findListed, findParty, listPartyNames } from './queries.ts';
import { summaryOf } from './service.ts';

/** More groups than these are looked at once the first are settled. */
const mostGroups = 100;

/** Parties that may stand twice in the vault, and those of which somebody said that they don't. */
export function createDuplicates({ clock }: { readonly clock: Clock }) {
  function list({ db }: Call): Duplicates {
    const distinct = listDistinct(db);
    const pairs = new Set(distinct.flatMap(({ first, second }) => [`${first.id} ${second.id}`, `${second.id} ${first.id}`]));
    const known = listPartyNames(db).flatMap(({ id, name_zh, name_en, uscc, merged_into }) => (merged_into === null ? [{ id, nameZh: name_zh, nameEn: name_en, uscc }] : []));
    const groups = findDuplicates(known, (one, other) => pairs.has(`${one} ${other}`));
    const shown = groups.slice(0, mostGroups);
    const rowById = new Map(findListed(db, shown.flatMap(({ ids }) => ids)).map((row) => [row.id, row]));
    // In use and with the most contracts first: the one that is likely to stay.
    const partiesOf = (ids: readonly PartyId[]) =>
      ids
        .flatMap((id) => rowById.get(id) ?? [])
        .sort((one, other) => Number(one.archived_at !== null) - Number(other.archived_at !== null) || other.contract_count - one.contract_count || one.created_at - other.created_at)
        .map(summaryOf);
    return { groups: shown.map(({ reason, ids }) => ({ reason, parties: partiesOf(ids) })), total: groups.length, distinct };
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
