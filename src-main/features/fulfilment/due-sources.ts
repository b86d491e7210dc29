import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { hundredthsOf, type Money } from '#shared/kernel/money.ts';
import type { Readable } from '../../db/connection.ts';
import { owingStages, signedStages, stillToPay } from '../../db/owed.ts';
import { listed, sql } from '../../db/sql.ts';
import type { DueSource } from '../../scheduler/due-source.ts';

interface DueRow {
  readonly id: string;
  readonly contractId: ContractId;
  readonly dueOn: Day;
  readonly ownerId: UserId | null;
  readonly title: string;
}

const owesStill = sql`stage IN ${owingStages} AND archived_at IS NULL`;

/** Open obligations of contracts that bind, by their day. They are listed under their contract, whose changes move them. */
export const obligationDeadlines: DueSource = {
  kind: 'obligation',
  compartment: 'core',
  isFixed: true,
  affected: contractsOf,
  targetsOf: (db, ids) =>
    db
      .all<DueRow>(sql`
        SELECT obligations.id, contract_id AS contractId, due_on AS dueOn, obligations.owner_id AS ownerId, obligations.title
        FROM obligations JOIN contracts ON contracts.id = contract_id
        WHERE contract_id IN ${listed(ids)} AND +is_open = 1 AND due_on IS NOT NULL AND ${owesStill}`)
      .map(({ id, contractId, dueOn, ownerId, title }) => ({ kind: 'obligation', subjectId: contractId, entityId: id, event: 'obligation_due', contractId, targetOn: dueOn, ownerId, title })),
  subjectsAfter: (db, after, limit) =>
    db.all<{ id: string }>(sql`SELECT DISTINCT contract_id AS id FROM obligations WHERE contract_id > ${after} ORDER BY contract_id LIMIT ${limit}`).map(({ id }) => id),
};

/** Payments that are open, by their day and without their words, which are money's. Here as above the `+` keeps to the contracts asked for. */
export const paymentDeadlines: DueSource = {
  kind: 'payment',
  compartment: 'core',
  isFixed: true,
  affected: contractsOf,
  targetsOf: (db, ids) =>
    db
      .all<Omit<DueRow, 'title'>>(sql`
        SELECT payment_dues.id, contract_id AS contractId, due_on AS dueOn, payment_dues.owner_id AS ownerId
        FROM payment_dues JOIN contracts ON contracts.id = contract_id
        WHERE contract_id IN ${listed(ids)} AND +is_open = 1 AND due_on IS NOT NULL AND ${owesStill}`)
      .map(({ id, contractId, dueOn, ownerId }) => ({ kind: 'payment', subjectId: contractId, entityId: id, event: 'payment_due', contractId, targetOn: dueOn, ownerId, title: '' })),
  subjectsAfter: (db, after, limit) =>
    db.all<{ id: string }>(sql`SELECT DISTINCT contract_id AS id FROM payment_dues WHERE contract_id > ${after} ORDER BY contract_id LIMIT ${limit}`).map(({ id }) => id),
};

/**
 * Payments that were due before a day and are open, with the figure of what is still to be paid, in hundredths whatever the
 * currency; of contracts that bind. The finance compartment must be attached.
 */
export function openPayments({ db }: { readonly db: Readable }, before: Day): readonly { readonly entityId: string; readonly contractId: ContractId; readonly targetOn: Day; readonly amountMinor: number }[] {
  const rows = db.all<{ entityId: string; contractId: ContractId; targetOn: Day } & Money>(sql`
    SELECT payment_dues.id AS entityId, payment_dues.contract_id AS contractId, due_on AS targetOn, currency,
      ${stillToPay} AS minor
    FROM payment_dues JOIN finance.payment_plans ON payment_plans.payment_id = payment_dues.id JOIN contracts ON contracts.id = payment_dues.contract_id
    WHERE is_open = 1 AND due_key < ${before} AND due_on IS NOT NULL AND +stage IN ${signedStages} AND +archived_at IS NULL`);
  return rows.map(({ minor, currency, ...payment }) => ({ ...payment, amountMinor: hundredthsOf({ minor, currency }) }));
}

function contractsOf(_: Readable, subjectKind: string, ids: readonly string[]): readonly string[] {
  return subjectKind === 'contract' ? ids : [];
}
