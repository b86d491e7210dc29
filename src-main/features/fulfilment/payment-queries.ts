import type { ContractId } from '#shared/features/contracts/model.ts';
import type { DueDay, DueRule, MissingDue } from '#shared/features/fulfilment/due-rules.ts';
import type { Payment, PaymentEntry, PaymentId, PaymentMoney, PaymentStatus } from '#shared/features/fulfilment/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Currency } from '#shared/kernel/money.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { dueKeyOf } from './due-dates.ts';

interface DueRow {
  readonly id: PaymentId;
  readonly contract_id: ContractId;
  readonly sequence: number;
  readonly direction: Payment['direction'];
  readonly due_rule: string;
  readonly due_on: Day | null;
  readonly due_missing: MissingDue | null;
  readonly owner_id: UserId | null;
  readonly owner_name: string;
  readonly is_open: 0 | 1;
  readonly revision: number;
}

/** The plan of a contract in its order; what is money is withheld without the finance key. */
export function listPayments(db: Readable, contractId: ContractId, holdsFinance: boolean): readonly Payment[] {
  const rows = db.all<DueRow>(sql`
    SELECT payment_dues.*, coalesce(users.name, '') AS owner_name FROM payment_dues LEFT JOIN users ON users.id = owner_id
    WHERE contract_id = ${contractId} ORDER BY sequence`);
  const moneyById = holdsFinance ? moneyOf(db, contractId) : null;
  return rows.map((row) => paymentOf(row, moneyById === null ? withheld : (moneyById.get(row.id) ?? withheld)));
}

export function findPayment(db: Readable, id: PaymentId, holdsFinance: boolean): Payment | undefined {
  const row = db.get<{ contract: ContractId }>(sql`SELECT contract_id AS contract FROM payment_dues WHERE id = ${id}`);
  return row === undefined ? undefined : listPayments(db, row.contract, holdsFinance).find((one) => one.id === id);
}

function paymentOf(row: DueRow, money: Payment['money']): Payment {
  return {
    id: row.id,
    contractId: row.contract_id,
    sequence: row.sequence,
    direction: row.direction,
    due: JSON.parse(row.due_rule) as DueRule,
    dueOn: row.due_on,
    missing: row.due_missing,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    isOpen: row.is_open === 1,
    money,
    revision: row.revision,
  };
}

function moneyOf(db: Readable, contractId: ContractId): ReadonlyMap<PaymentId, PaymentMoney> {
  const invoices = Map.groupBy(
    db.all<PaymentMoney['invoices'][number] & { readonly payment: PaymentId }>(sql`
      SELECT invoices.id, payment_id AS payment, number, issued_on AS issuedOn, invoices.minor, tax_basis_points AS taxBasisPoints
      FROM finance.payment_plans JOIN finance.invoices USING (payment_id) WHERE contract_id = ${contractId} ORDER BY issued_on, invoices.rowid`),
    ({ payment }) => payment,
  );
  const records = Map.groupBy(
    db.all<PaymentMoney['records'][number] & { readonly payment: PaymentId }>(sql`
      SELECT payment_records.id, payment_id AS payment, paid_on AS paidOn, payment_records.minor, reference
      FROM finance.payment_plans JOIN finance.payment_records USING (payment_id) WHERE contract_id = ${contractId} ORDER BY paid_on, payment_records.rowid`),
    ({ payment }) => payment,
  );
  const plans = db.all<{ id: PaymentId; condition: string; share: number | null; minor: number; currency: Currency; status: PaymentStatus }>(sql`
    SELECT payment_id AS id, condition, share_basis_points AS share, minor, currency, status FROM finance.payment_plans WHERE contract_id = ${contractId}`);
  return new Map(
    plans.map(({ id, condition, share, minor, currency, status }) => [
      id,
      {
        condition,
        shareBasisPoints: share,
        amount: { minor, currency },
        status,
        invoices: invoices.get(id)?.map(({ payment: _, ...one }) => one) ?? [],
        records: records.get(id)?.map(({ payment: _, ...one }) => one) ?? [],
      },
    ]),
  );
}

export interface PaymentToWrite {
  readonly id: PaymentId;
  readonly contractId: ContractId;
  readonly entry: PaymentEntry;
  readonly due: DueDay;
}

export function insertPayment(db: Writable, { id, contractId, entry, due }: PaymentToWrite): void {
  db.run(sql`
    INSERT INTO payment_dues (id, contract_id, sequence, direction, due_rule, due_on, due_missing, due_key, owner_id, is_open, revision)
    VALUES (${id}, ${contractId}, (SELECT coalesce(max(sequence), 0) + 1 FROM payment_dues WHERE contract_id = ${contractId}), ${entry.direction},
      ${JSON.stringify(entry.due)}, ${due.on}, ${due.missing}, ${dueKeyOf(due.on)}, ${entry.ownerId}, 1, 1)`);
  db.run(sql`
    INSERT INTO finance.payment_plans (payment_id, contract_id, condition, share_basis_points, minor, currency, status)
    VALUES (${id}, ${contractId}, ${entry.condition}, ${entry.shareBasisPoints}, ${entry.amount.minor}, ${entry.amount.currency}, 'pending')`);
}

export function updatePayment(db: Writable, { id, entry, due }: PaymentToWrite): void {
  db.run(sql`
    UPDATE payment_dues SET direction = ${entry.direction}, due_rule = ${JSON.stringify(entry.due)}, due_on = ${due.on}, due_missing = ${due.missing},
      due_key = ${dueKeyOf(due.on)}, owner_id = ${entry.ownerId}, revision = revision + 1 WHERE id = ${id}`);
  db.run(sql`
    UPDATE finance.payment_plans SET condition = ${entry.condition}, share_basis_points = ${entry.shareBasisPoints}, minor = ${entry.amount.minor},
      currency = ${entry.amount.currency} WHERE payment_id = ${id}`);
}

/** Writes what follows from invoices and records, and in core only whether it is closed. */
export function setPaymentStatus(db: Writable, id: PaymentId, status: PaymentStatus, isOpen: boolean): void {
  db.run(sql`UPDATE finance.payment_plans SET status = ${status} WHERE payment_id = ${id}`);
  db.run(sql`UPDATE payment_dues SET is_open = ${isOpen ? 1 : 0}, revision = revision + 1 WHERE id = ${id}`);
}

export function removePayment(db: Writable, id: PaymentId): void {
  db.run(sql`DELETE FROM finance.payment_plans WHERE payment_id = ${id}`);
  db.run(sql`DELETE FROM payment_dues WHERE id = ${id}`);
}

export interface Added {
  readonly at: number;
  readonly by: UserId;
}

export function insertInvoice(db: Writable, paymentId: PaymentId, one: PaymentMoney['invoices'][number], { at, by }: Added): void {
  db.run(sql`
    INSERT INTO finance.invoices (id, payment_id, number, issued_on, minor, tax_basis_points, added_at, added_by)
    VALUES (${one.id}, ${paymentId}, ${one.number}, ${one.issuedOn}, ${one.minor}, ${one.taxBasisPoints}, ${at}, ${by})`);
}

export function insertPaymentRecord(db: Writable, paymentId: PaymentId, one: PaymentMoney['records'][number], { at, by }: Added): void {
  db.run(sql`
    INSERT INTO finance.payment_records (id, payment_id, paid_on, minor, reference, added_at, added_by)
    VALUES (${one.id}, ${paymentId}, ${one.paidOn}, ${one.minor}, ${one.reference}, ${at}, ${by})`);
}

/** Takes an invoice or a record out; gives the payment that it belonged to. */
export function removeMoneyLine(db: Writable, kind: 'invoice' | 'record', id: string): PaymentId | undefined {
  const found = db.get<{ payment: PaymentId }>(
    kind === 'invoice' ? sql`DELETE FROM finance.invoices WHERE id = ${id} RETURNING payment_id AS payment` : sql`DELETE FROM finance.payment_records WHERE id = ${id} RETURNING payment_id AS payment`,
  );
  return found?.payment;
}
