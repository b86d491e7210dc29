import type { Alert, AlertId, RuleDraft, TriggerKind, WarningRule, WarningRuleId } from '#shared/features/risks/warnings.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { byName } from '#shared/kernel/name-order.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';
import type { Occurrence } from './occurrences.ts';

/** Where warnings lie: those about money with the money. */
export type AlertStore = 'core' | 'finance';
const tables: Readonly<Record<AlertStore, Sql>> = { core: { text: 'main.alerts', values: [] }, finance: { text: 'finance.alerts', values: [] } };

export interface RuleRow {
  readonly id: WarningRuleId;
  readonly draft: RuleDraft;
  readonly onSince: number;
  readonly revision: number;
  readonly changedAt: number;
  readonly changedByName: string;
}

/** The rules that were not removed, by name. */
export function listRules(db: Readable): readonly RuleRow[] {
  return db
    .all<Omit<RuleRow, 'draft'> & { readonly draft: string; readonly isOn: 0 | 1 }>(sql`
      SELECT warning_rules.id, draft, is_on AS isOn, on_since AS onSince, revision, changed_at AS changedAt, users.name AS changedByName
      FROM warning_rules JOIN users ON users.id = changed_by WHERE removed_at IS NULL`)
    .map(({ draft, isOn, ...row }) => ({ ...row, draft: { ...(JSON.parse(draft) as RuleDraft), isOn: isOn === 1 } }))
    .toSorted((one, other) => byName(one.draft.name, other.draft.name));
}

/** Which revision a rule is in; undefined once it was removed. */
export function revisionOf(db: Readable, id: WarningRuleId): number | undefined {
  return db.get<{ revision: number }>(sql`SELECT revision FROM warning_rules WHERE id = ${id} AND removed_at IS NULL`)?.revision;
}

/** Whether any rule was ever made, removed ones too. */
export function hasRules(db: Readable): boolean {
  return db.get(sql`SELECT 1 FROM warning_rules LIMIT 1`) !== undefined;
}

export function saveRule(db: Writable, { id, draft, onSince, revision, at, by }: { readonly id: WarningRuleId; readonly draft: RuleDraft; readonly onSince: number; readonly revision: number; readonly at: number; readonly by: UserId }): void {
  db.run(sql`
    INSERT INTO warning_rules (id, draft, is_on, on_since, revision, changed_at, changed_by)
    VALUES (${id}, ${JSON.stringify(draft)}, ${draft.isOn ? 1 : 0}, ${onSince}, ${revision}, ${at}, ${by})
    ON CONFLICT (id) DO UPDATE SET draft = excluded.draft, is_on = excluded.is_on, on_since = excluded.on_since, revision = excluded.revision,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
}

export function setOnSince(db: Writable, id: WarningRuleId, at: number): void {
  db.run(sql`UPDATE warning_rules SET on_since = ${at} WHERE id = ${id}`);
}

export function addSwitch(db: Writable, ruleId: WarningRuleId, isOn: boolean, at: number, by: UserId): void {
  db.run(sql`INSERT INTO warning_switches (rule_id, at, is_on, by) VALUES (${ruleId}, ${at}, ${isOn ? 1 : 0}, ${by})`);
}

export function removeRule(db: Writable, id: WarningRuleId, at: number): number {
  return db.run(sql`UPDATE warning_rules SET removed_at = ${at}, is_on = 0 WHERE id = ${id} AND removed_at IS NULL`);
}

export function listSwitches(db: Readable): ReadonlyMap<WarningRuleId, WarningRule['switches']> {
  const rows = db.all<{ ruleId: WarningRuleId; at: number; isOn: 0 | 1; byName: string }>(sql`
    SELECT rule_id AS ruleId, at, is_on AS isOn, users.name AS byName FROM warning_switches JOIN users ON users.id = by ORDER BY at DESC, warning_switches.rowid DESC`);
  return new Map([...Map.groupBy(rows, ({ ruleId }) => ruleId)].map(([id, some]) => [id, some.map(({ at, isOn, byName }) => ({ at, isOn: isOn === 1, byName }))]));
}

export type RuleStatistics = Pick<WarningRule, 'hits' | 'useful' | 'notUseful' | 'lastAt'>;

/** How often each rule warned, and what people said of it. */
export function statisticsOf(db: Readable, store: AlertStore): ReadonlyMap<WarningRuleId, RuleStatistics> {
  const rows = db.all<RuleStatistics & { readonly ruleId: WarningRuleId }>(sql`
    SELECT rule_id AS ruleId, COUNT(*) AS hits, SUM(verdict IS 'useful') AS useful, SUM(verdict IS 'not_useful') AS notUseful, MAX(at) AS lastAt
    FROM ${tables[store]} GROUP BY rule_id`);
  return new Map(rows.map(({ ruleId, ...statistics }) => [ruleId, statistics]));
}

/** Records a warning; the same happening a second time is left out. */
export function recordAlert(db: Writable, store: AlertStore, { id, ruleId, occurrence, at }: { readonly id: AlertId; readonly ruleId: WarningRuleId; readonly occurrence: Occurrence; readonly at: number }): boolean {
  const { key, contractId, at: occurredAt } = occurrence;
  return (
    db.run(sql`
      INSERT OR IGNORE INTO ${tables[store]} (id, rule_id, occurrence, contract_id, occurred_at, at) VALUES (${id}, ${ruleId}, ${key}, ${contractId}, ${occurredAt}, ${at})`) > 0
  );
}

/** Whether whom a rule warns is somebody: a member, present or former, where it is one person. */
export function hasAudience(db: Readable, { audience }: RuleDraft): boolean {
  return audience.kind !== 'person' || db.get(sql`SELECT 1 FROM users WHERE id = ${audience.userId}`) !== undefined;
}

/** What a rule warned of already. */
export function knownKeys(db: Readable, store: AlertStore, ruleId: WarningRuleId): ReadonlySet<string> {
  return new Set(db.all<{ key: string }>(sql`SELECT occurrence AS key FROM ${tables[store]} WHERE rule_id = ${ruleId}`).map(({ key }) => key));
}

/** What was warned of is over: should it happen again, that is another happening. */
export function endOccurrences(db: Writable, store: AlertStore, ruleId: WarningRuleId, keys: readonly string[]): void {
  db.run(sql`UPDATE ${tables[store]} SET occurrence = occurrence || ' ' || at WHERE rule_id = ${ruleId} AND occurrence IN ${listed(keys)}`);
}

/** Warnings, the latest first; with `open` only those that nobody acknowledged. */
export function listAlerts(db: Readable, store: AlertStore, { open, limit }: { readonly open: boolean; readonly limit: number }): readonly Alert[] {
  const states = open ? sql`a.acknowledged_at IS NULL` : sql`1`;
  return db
    .all<Omit<Alert, 'ruleName' | 'triggerKind'> & { readonly draft: string }>(sql`
      SELECT a.id, a.rule_id AS ruleId, warning_rules.draft, a.contract_id AS contractId, contracts.number AS contractNumber, contracts.title AS contractTitle,
        a.occurred_at AS occurredAt, a.at, a.acknowledged_at AS acknowledgedAt, users.name AS acknowledgedByName, a.verdict
      FROM ${tables[store]} AS a JOIN warning_rules ON warning_rules.id = a.rule_id
        LEFT JOIN contracts ON contracts.id = a.contract_id LEFT JOIN users ON users.id = a.acknowledged_by
      WHERE ${states} ORDER BY a.at DESC, a.id LIMIT ${limit}`)
    .map(({ draft, ...alert }) => {
      const { name, trigger } = JSON.parse(draft) as { readonly name: string; readonly trigger: { readonly kind: TriggerKind } };
      return { ...alert, ruleName: name, triggerKind: trigger.kind };
    });
}

/** Marks a warning as seen; gives whether it was there and open. */
export function acknowledgeAlert(db: Writable, store: AlertStore, id: AlertId, by: UserId, at: number): boolean {
  return db.run(sql`UPDATE ${tables[store]} SET acknowledged_at = ${at}, acknowledged_by = ${by} WHERE id = ${id} AND acknowledged_at IS NULL`) > 0;
}

/** Takes back that somebody saw a warning. */
export function reopenAlert(db: Writable, store: AlertStore, id: AlertId, by: UserId): void {
  db.run(sql`UPDATE ${tables[store]} SET acknowledged_at = NULL, acknowledged_by = NULL WHERE id = ${id} AND acknowledged_by = ${by}`);
}

export function judgeAlert(db: Writable, store: AlertStore, id: AlertId, verdict: Alert['verdict'], by: UserId): boolean {
  return db.run(sql`UPDATE ${tables[store]} SET verdict = ${verdict}, verdict_by = ${by} WHERE id = ${id}`) > 0;
}

/** Who a contract belongs to. */
export function ownerOf(db: Readable, contractId: ContractId): UserId | null {
  return db.get<{ owner: UserId }>(sql`SELECT owner_id AS owner FROM contracts WHERE id = ${contractId}`)?.owner ?? null;
}

export function titleOf(db: Readable, contractId: ContractId): string | null {
  return db.get<{ title: string }>(sql`SELECT title FROM contracts WHERE id = ${contractId}`)?.title ?? null;
}
