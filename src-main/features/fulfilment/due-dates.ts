import { dueDay, type DueDay, type DueFacts, type DueRule, type ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Direction } from '#shared/features/contracts/record.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface ContractFacts {
  readonly id: ContractId;
  readonly number: string;
  readonly title: string;
  readonly stage: Stage;
  readonly direction: Direction;
  readonly owner_id: UserId;
  readonly signed_on: Day | null;
  readonly effective_on: Day | null;
  readonly term_end_on: Day | '';
}

/** What due rules count from, out of a contract's record; undefined for an unknown contract. */
export function findContractFacts(db: Readable, id: ContractId): ContractFacts | undefined {
  return db.get<ContractFacts>(sql`
    SELECT id, number, title, stage, direction, owner_id, signed_on, effective_on, term_end_on
    FROM contracts JOIN contract_dates ON contract_id = id WHERE id = ${id}`);
}

/** The day of a rule within a contract as it stands. */
export function dueIn(db: Readable, facts: ContractFacts, rule: DueRule, calendar: WorkingCalendar): DueDay {
  return dueDay(rule, factsOf(db, facts), calendar);
}

export function factsOf(db: Readable, { signed_on, effective_on, term_end_on }: ContractFacts): DueFacts {
  return {
    signedOn: signed_on,
    effectiveOn: effective_on,
    expiresOn: term_end_on === '' ? null : term_end_on,
    metOn: (id) => db.get<{ day: Day | null }>(sql`SELECT met_on AS day FROM obligations WHERE id = ${id} AND status = 'met'`)?.day ?? null,
  };
}

/** What lists are sorted by: the day, or behind all days. */
export function dueKeyOf(on: Day | null): string {
  return on ?? never;
}

/** The first day on which an obligation that is still open counts as overdue. */
export function overdueFrom(on: Day | null, graceDays: number): string {
  return on === null ? never : addDays(on, graceDays + 1);
}

const never = '9999-12-31';

/**
 * Fixes the days of what was due by the end of a term that is over: counted from the end, what is open, or is opened again,
 * would be due by that of the next term from now on. What is due after the end waits for the contract's own.
 */
export function keepDaysOfTerm(db: Writable, contractId: ContractId, endedOn: Day): void {
  for (const table of [sql`obligations`, sql`payment_dues`]) {
    db.run(sql`
      UPDATE ${table} SET due_rule = json_object('kind', 'fixed', 'on', due_on)
      WHERE contract_id = ${contractId} AND due_on <= ${endedOn} AND due_rule ->> 'from' = 'expires' AND due_rule ->> 'kind' = 'offset' AND due_rule ->> 'amount' <= 0`);
  }
}

/**
 * Reckons the days of a contract's open obligations and payments anew: after the record changed, or an obligation was
 * met that others are counted from. Gives how many days moved.
 */
export function refreshDueDays(db: Writable, contractId: ContractId, calendar: WorkingCalendar): number {
  const contract = findContractFacts(db, contractId);
  if (contract === undefined) return 0;
  const facts = factsOf(db, contract);
  let moved = 0;
  const open = db.all<{ id: ObligationId; due_rule: string; due_on: Day | null; due_missing: string | null; grace_days: number }>(sql`
    SELECT id, due_rule, due_on, due_missing, grace_days FROM obligations WHERE contract_id = ${contractId} AND is_open = 1`);
  for (const row of open) {
    const { on, missing } = dueDay(JSON.parse(row.due_rule) as DueRule, facts, calendar);
    if (on === row.due_on && missing === row.due_missing) continue;
    moved += 1;
    db.run(sql`
      UPDATE obligations SET due_on = ${on}, due_missing = ${missing}, due_key = ${dueKeyOf(on)}, overdue_from = ${overdueFrom(on, row.grace_days)}
      WHERE id = ${row.id}`);
  }
  const payments = db.all<{ id: string; due_rule: string; due_on: Day | null; due_missing: string | null }>(sql`
    SELECT id, due_rule, due_on, due_missing FROM payment_dues WHERE contract_id = ${contractId} AND is_open = 1`);
  for (const row of payments) {
    const { on, missing } = dueDay(JSON.parse(row.due_rule) as DueRule, facts, calendar);
    if (on === row.due_on && missing === row.due_missing) continue;
    moved += 1;
    db.run(sql`UPDATE payment_dues SET due_on = ${on}, due_missing = ${missing}, due_key = ${dueKeyOf(on)} WHERE id = ${row.id}`);
  }
  return moved;
}
