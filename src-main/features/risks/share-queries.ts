import type { ContractId } from '#shared/features/contracts/model.ts';
import type { CoreShares, WordShares } from '#shared/features/risks/score.ts';
import type { ScoreWeights } from '#shared/features/risks/model.ts';
import { hundredthsOf, type Money } from '#shared/kernel/money.ts';
import type { FollowState } from '../../audit/audit-follower.ts';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { numberOrder } from '../../db/number-order.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';

const schemaOf: Readonly<Record<Compartment, Sql>> = { core: raw('main'), clauses: raw('clauses'), finance: raw('finance') };

export function findFollow(db: Readable, compartment: Compartment, name: string): FollowState | undefined {
  return db.get<FollowState>(sql`SELECT scanned_to AS scannedTo, audit_sequence AS auditSequence FROM ${schemaOf[compartment]}.risk_follows WHERE name = ${name}`);
}

export function saveFollow(db: Writable, compartment: Compartment, name: string, { scannedTo, auditSequence }: FollowState): void {
  db.run(sql`
    INSERT INTO ${schemaOf[compartment]}.risk_follows (name, scanned_to, audit_sequence) VALUES (${name}, ${scannedTo}, ${auditSequence})
    ON CONFLICT (name) DO UPDATE SET scanned_to = excluded.scanned_to, audit_sequence = excluded.audit_sequence`);
}

const thousandths = (share: number): number => Math.round(share * 1000);

export function saveCoreShares(db: Writable, id: ContractId, { renewal, obligations, counterparty, paper }: CoreShares): void {
  db.run(sql`
    INSERT OR REPLACE INTO risk_shares (contract_id, renewal, obligations, counterparty, paper) VALUES (${id}, ${thousandths(renewal)}, ${thousandths(obligations)}, ${thousandths(counterparty)}, ${thousandths(paper)})`);
}

export function saveClausesShares(db: Writable, id: ContractId, { findings, liability }: WordShares): void {
  db.run(sql`INSERT OR REPLACE INTO clauses.risk_shares (contract_id, findings, liability) VALUES (${id}, ${thousandths(findings)}, ${thousandths(liability)})`);
}

export function saveFinanceShares(db: Writable, id: ContractId, { value }: { readonly value: number }): void {
  db.run(sql`INSERT OR REPLACE INTO finance.risk_shares (contract_id, value) VALUES (${id}, ${thousandths(value)})`);
}

export interface ScoreRow {
  readonly id: ContractId;
  readonly renewsByItself: 0 | 1;
  readonly hasOwner: 0 | 1;
  readonly isForeignPaper: 0 | 1;
}

const live = sql`archived_at IS NULL AND stage NOT IN ('completed', 'terminated', 'superseded', 'cancelled')`;

/** What scores go by of contracts that are neither over nor put away. */
export function listScoreRows(db: Readable, ids: readonly ContractId[]): readonly ScoreRow[] {
  return db.all<ScoreRow>(sql`
    SELECT id, renewal_type = 'auto' AND stage = 'signed' AS renewsByItself, owner_name <> '' AS hasOwner,
      template_version_id IS NULL OR EXISTS (SELECT 1 FROM contract_versions WHERE contract_id = contracts.id AND source = 'file') AS isForeignPaper
    FROM contracts WHERE id IN ${listed(ids)} AND ${live}`);
}

/** The next contracts by id that have a score. */
export function listLive(db: Readable, after: string, limit: number): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT id FROM contracts WHERE id > ${after} AND ${live} ORDER BY id LIMIT ${limit}`).map(({ id }) => id);
}

/** The contracts whose renewal weighs: it weighs no more once another term has begun. */
export function listRenewing(db: Readable): readonly ContractId[] {
  return db.all<{ id: ContractId }>(sql`SELECT contract_id AS id FROM risk_shares WHERE renewal > 0`).map(({ id }) => id);
}

/** The figures of contracts' sums in hundredths, whatever their currency; the finance compartment must be attached. */
export function findAmounts(db: Readable, ids: readonly ContractId[]): ReadonlyMap<ContractId, number> {
  const rows = db.all<{ id: ContractId } & Money>(sql`
    SELECT contract_id AS id, minor, currency FROM finance.contract_totals WHERE contract_id IN ${listed(ids)}`);
  return new Map(rows.map(({ id, ...sum }) => [id, hundredthsOf(sum)]));
}

/** Takes contracts out that have no score any more. */
export function dropShares(db: Writable, compartment: Compartment, ids: readonly string[]): void {
  db.run(sql`DELETE FROM ${schemaOf[compartment]}.risk_shares WHERE contract_id IN ${listed(ids)}`);
}

export interface ScoredRow {
  readonly contractId: ContractId;
  readonly number: string;
  readonly title: string;
  readonly score: number;
}

/** Contracts by their score, the highest first, as far as the person's keys open what it goes by. */
export function listScored(db: Readable, { weights }: ScoreWeights, held: { readonly clauses: boolean; readonly finance: boolean }, { limit, from }: { readonly limit: number; readonly from: number }): readonly ScoredRow[] {
  const total = Object.values(weights).reduce((sum, weight) => sum + weight, 0);
  const scale = total === 0 ? 0 : 100 / total;
  const part = (column: string, weight: number): Sql => sql`ROUND(COALESCE(${raw(column)}, 0) * ${weight * scale} / 1000.0)`;
  const core = sql`${part('c.renewal', weights.renewal)} + ${part('c.obligations', weights.obligations)} + ${part('c.counterparty', weights.counterparty)} + ${part('c.paper', weights.paper)}`;
  const clauses = held.clauses ? sql`+ ${part('t.findings', weights.findings)} + ${part('t.liability', weights.liability)}` : sql``;
  const finance = held.finance ? sql`+ ${part('f.value', weights.value)}` : sql``;
  const joinClauses = held.clauses ? sql`LEFT JOIN clauses.risk_shares AS t ON t.contract_id = c.contract_id` : sql``;
  const joinFinance = held.finance ? sql`LEFT JOIN finance.risk_shares AS f ON f.contract_id = c.contract_id` : sql``;
  return db.all<ScoredRow>(sql`
    SELECT scored.contract_id AS contractId, contracts.number, contracts.title, scored.score FROM (
      SELECT c.contract_id, MIN(100, ${core} ${clauses} ${finance}) AS score FROM risk_shares AS c ${joinClauses} ${joinFinance}
    ) AS scored JOIN contracts ON contracts.id = scored.contract_id
    WHERE scored.score >= ${from} ORDER BY scored.score DESC, ${numberOrder(sql`contracts.number`)} LIMIT ${limit}`);
}

function raw(text: string): Sql {
  return { text, values: [] };
}
