import type { RiskId } from '#shared/features/risks/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { listed, sql } from '../../db/sql.ts';
import type { DueSource } from '../../scheduler/due-source.ts';

interface ReviewRow {
  readonly id: RiskId;
  readonly title: string;
  readonly contractId: ContractId | null;
  readonly ownerId: UserId | null;
  readonly reviewOn: Day;
}

/** The days on which open risks are looked at again. */
export const riskReviews: DueSource = {
  kind: 'risk',
  compartment: 'core',
  affected: (_, subjectKind, ids) => (subjectKind === 'risk' ? ids : []),
  targetsOf: (db, ids) =>
    db
      .all<ReviewRow>(sql`
        SELECT id, title, contract_id AS contractId, owner_id AS ownerId, review_on AS reviewOn FROM risks
        WHERE id IN ${listed(ids)} AND state <> 'closed' AND review_on IS NOT NULL`)
      .map(({ id, title, contractId, ownerId, reviewOn }) => ({ kind: 'risk', subjectId: id, entityId: id, event: 'risk_review', contractId, targetOn: reviewOn, ownerId, title })),
  subjectsAfter: (db, after, limit) => db.all<{ id: string }>(sql`SELECT id FROM risks WHERE id > ${after} ORDER BY id LIMIT ${limit}`).map(({ id }) => id),
};
