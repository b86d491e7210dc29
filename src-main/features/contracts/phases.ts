import { termsChangeSchema, termsSchema } from '#shared/features/amendments/model.ts';
import { phasesOf, type PhaseChange } from '#shared/features/amendments/rules.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContractPhase } from '#shared/features/contracts/phases.ts';
import { recordAmountSchema, type RecordAmount } from '#shared/features/contracts/record.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import type { Session } from '../../vault/session.ts';
import { findAmount } from './record-queries.ts';

interface ChangeRow {
  readonly id: string;
  readonly contractId: ContractId;
  readonly effectiveOn: Day;
  readonly sequence: number;
  readonly changes: string;
  readonly changesAmount: number;
  readonly original: string;
}

/** The terms of contracts from their signature on, as amendments changed and will change them, without their sums; one that was never amended is not in it. */
export function phasesByContract(db: Readable, list: Sql): ReadonlyMap<ContractId, readonly ContractPhase[]> {
  const phases = new Map<ContractId, readonly ContractPhase[]>();
  for (const [id, rows] of Map.groupBy(listChanges(db, list), ({ contractId }) => contractId)) {
    phases.set(id, phasesOf({ original: originalOf(rows), originalAmount: null, amendments: rows.map((row) => ({ ...changeOf(row), changesAmount: false, amount: null })) }));
  }
  return phases;
}

/** The same of one contract, with its sums as far as the keys go. */
export function phasesWithSums(session: Session, db: Readable, id: ContractId): readonly ContractPhase[] {
  const rows = listChanges(db, sql`(${id})`);
  if (rows.length === 0) return [];
  const isSeen = session.holds('finance');
  return phasesOf({
    original: originalOf(rows),
    originalAmount: isSeen ? sumAsSigned(db, id) : withheld,
    amendments: rows.map((row) => ({ ...changeOf(row), changesAmount: row.changesAmount === 1, amount: isSeen ? changedSum(db, row.id) : withheld })),
  });
}

/** `list`: the ids, in brackets. Those that were voided change nothing. */
function listChanges(db: Readable, list: Sql): readonly ChangeRow[] {
  return db.all(sql`
    SELECT amendments.id, contract_id AS contractId, effective_on AS effectiveOn, sequence, changes, changes_amount AS changesAmount, terms AS original
    FROM contract_amendments AS amendments JOIN contract_original_terms USING (contract_id)
    WHERE contract_id IN ${list} AND voided_at IS NULL`);
}

function originalOf([first]: readonly ChangeRow[]) {
  return termsSchema.parse(JSON.parse(first?.original ?? 'null'));
}

function changeOf({ effectiveOn, sequence, changes }: ChangeRow): Omit<PhaseChange, 'changesAmount' | 'amount'> {
  return { effectiveOn, sequence, terms: termsChangeSchema.parse(JSON.parse(changes)), voidedAt: null };
}

/** The sum as signed: kept apart once an amendment changed it. */
function sumAsSigned(db: Readable, id: ContractId): RecordAmount | null {
  const row = db.get<{ amount: string }>(sql`SELECT amount FROM finance.contract_original_amounts WHERE contract_id = ${id}`);
  return row === undefined ? findAmount(db, id) : recordAmountSchema.nullable().parse(JSON.parse(row.amount));
}

function changedSum(db: Readable, amendmentId: string): RecordAmount | null {
  const row = db.get<{ amount: string }>(sql`SELECT changes AS amount FROM finance.amendment_amounts WHERE amendment_id = ${amendmentId}`);
  return row === undefined ? null : recordAmountSchema.parse(JSON.parse(row.amount));
}
