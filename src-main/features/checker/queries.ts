import type { ContractId } from '#shared/features/contracts/model.ts';
import type { RuleTuning } from '#shared/features/checker/ipc.ts';
import type { Severity } from '#shared/features/checker/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface WaiverRow {
  readonly rule_id: string;
  readonly fingerprint: string;
  readonly reason: string;
  readonly by_name: string;
  readonly waived_at: number;
}

/** The waivers of a contract that stand. */
export function listWaivers(db: Readable, contractId: ContractId): readonly WaiverRow[] {
  return db.all<WaiverRow>(sql`
    SELECT rule_id, fingerprint, reason, users.name AS by_name, waived_at
    FROM clauses.finding_waivers JOIN users ON users.id = waived_by
    WHERE contract_id = ${contractId} AND withdrawn_at IS NULL`);
}

export interface NewWaiver {
  readonly id: Id<'waiver'>;
  readonly contractId: ContractId;
  readonly ruleId: string;
  readonly fingerprint: string;
  readonly quote: string;
  readonly reason: string;
  readonly at: number;
  readonly by: UserId;
}

/** Writes a waiver; one that stands for the same finding is replaced. */
export function insertWaiver(db: Writable, { id, contractId, ruleId, fingerprint, quote, reason, at, by }: NewWaiver): void {
  withdrawWaiver(db, { contractId, ruleId, fingerprint, at, by });
  db.run(sql`
    INSERT INTO clauses.finding_waivers (id, contract_id, rule_id, fingerprint, quote, reason, waived_at, waived_by)
    VALUES (${id}, ${contractId}, ${ruleId}, ${fingerprint}, ${quote}, ${reason}, ${at}, ${by})`);
}

/** Takes back the standing waiver of a finding; gives how many there were, 0 or 1. */
export function withdrawWaiver(db: Writable, { contractId, ruleId, fingerprint, at, by }: Omit<NewWaiver, 'id' | 'quote' | 'reason'>): number {
  return db.run(sql`
    UPDATE clauses.finding_waivers SET withdrawn_at = ${at}, withdrawn_by = ${by}
    WHERE contract_id = ${contractId} AND rule_id = ${ruleId} AND fingerprint = ${fingerprint} AND withdrawn_at IS NULL`);
}

export interface TuningRow extends RuleTuning {
  readonly revision: number;
  readonly changedAt: number;
  readonly changedByName: string;
}

/** Every rule that was changed from what is shipped, or changed back. */
export function listTunings(db: Readable): readonly TuningRow[] {
  return db
    .all<{ rule_id: string; severity: Severity | null; is_off: number; added_words: string; silenced_words: string; revision: number; changed_at: number; by_name: string }>(sql`
      SELECT rule_id, severity, is_off, added_words, silenced_words, revision, changed_at, users.name AS by_name
      FROM rule_tunings JOIN users ON users.id = changed_by ORDER BY rule_id`)
    .map((row) => ({
      ruleId: row.rule_id,
      severity: row.severity,
      isOff: row.is_off === 1,
      addedWords: JSON.parse(row.added_words) as readonly string[],
      silencedWords: JSON.parse(row.silenced_words) as readonly string[],
      revision: row.revision,
      changedAt: row.changed_at,
      changedByName: row.by_name,
    }));
}

/** Writes a rule's tuning; the rule set's revision grows by one. */
export function saveTuning(db: Writable, { ruleId, severity, isOff, addedWords, silencedWords }: RuleTuning, at: number, by: UserId): void {
  db.run(sql`
    INSERT OR REPLACE INTO rule_tunings (rule_id, severity, is_off, added_words, silenced_words, revision, changed_at, changed_by)
    VALUES (${ruleId}, ${severity}, ${isOff ? 1 : 0}, ${JSON.stringify(addedWords)}, ${JSON.stringify(silencedWords)},
      (SELECT COALESCE(MAX(revision), 0) + 1 FROM rule_tunings), ${at}, ${by})`);
}
