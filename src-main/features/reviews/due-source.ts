import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';
import type { DueSource } from '../../scheduler/due-source.ts';

/** Reviews that fall due within this time are looked at every day: they are scheduled without anybody's change. */
const horizonDays = 60;

/** Reviews that are to be held, for those who hold them. They are listed under their contract. */
export const reviewDeadlines: DueSource = {
  kind: 'review',
  compartment: 'core',
  affected: (db, subjectKind, ids) => {
    if (subjectKind === 'contract') return ids;
    return subjectKind === 'review' ? contractsOf(db, ids) : [];
  },
  lookedAtDaily: (db, today) => contractsDueBy(db, addDays(today, horizonDays)),
  // The pluses keep SQLite from walking over every signed contract for the few that are asked for.
  targetsOf: (db, ids) =>
    db
      .all<{ id: string; contractId: ContractId; dueOn: Day; reviewerId: UserId | null }>(sql`
        SELECT reviews.id, contract_id AS contractId, due_on AS dueOn, reviewer_id AS reviewerId FROM reviews JOIN contracts ON contracts.id = contract_id
        WHERE contract_id IN ${listed(ids)} AND +state IN ('scheduled', 'in_progress') AND +stage = 'signed' AND +archived_at IS NULL`)
      .map(({ id, contractId, dueOn, reviewerId }) => ({ kind: 'review', subjectId: contractId, entityId: id, event: 'review_due', contractId, targetOn: dueOn, ownerId: reviewerId, title: '' })),
  subjectsAfter: (db, after, limit) =>
    db.all<{ id: string }>(sql`SELECT DISTINCT contract_id AS id FROM reviews WHERE contract_id > ${after} ORDER BY contract_id LIMIT ${limit}`).map(({ id }) => id),
};

function contractsOf(db: Readable, reviewIds: readonly string[]): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT DISTINCT contract_id AS id FROM reviews WHERE id IN ${listed(reviewIds)}`).map(({ id }) => id);
}

/** The `+` finds them by what is due instead of walking over all reviews in the order of contracts. */
function contractsDueBy(db: Readable, day: Day): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT DISTINCT +contract_id AS id FROM reviews WHERE state IN ('scheduled', 'in_progress') AND due_on <= ${day}`).map(({ id }) => id);
}
