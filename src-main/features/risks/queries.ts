import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Risk, RiskDraft, RiskId } from '#shared/features/risks/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';

export type RiskRow = Omit<Risk, 'notes' | 'history'>;

export interface RiskFilter {
  readonly contractId: ContractId | null;
  readonly withClosed: boolean;
}

/** The risks of a contract or of all, the gravest first; at most a thousand. */
export function listRisks(db: Readable, { contractId, withClosed }: RiskFilter): readonly RiskRow[] {
  const ofContract = contractId === null ? sql`1` : sql`risks.contract_id = ${contractId}`;
  const states = withClosed ? sql`1` : sql`risks.state <> 'closed'`;
  return db.all<RiskRow>(sql`${selectRisks} WHERE ${ofContract} AND ${states} ORDER BY likelihood * impact DESC, risks.updated_at DESC LIMIT 1000`);
}

export function findRisk(db: Readable, id: RiskId): RiskRow | undefined {
  return db.get<RiskRow>(sql`${selectRisks} WHERE risks.id = ${id}`);
}

const selectRisks: Sql = sql`
  SELECT risks.id, risks.category, risks.title, risks.contract_id AS contractId, risks.party_id AS partyId, likelihood, impact, risks.state, treatment,
    risks.owner_id AS ownerId, review_on AS reviewOn, risks.revision, contracts.number AS contractNumber, contracts.title AS contractTitle,
    CASE WHEN parties.name_zh = '' THEN parties.name_en ELSE parties.name_zh END AS partyName, users.name AS ownerName, risks.updated_at AS updatedAt
  FROM risks LEFT JOIN contracts ON contracts.id = risks.contract_id LEFT JOIN parties ON parties.id = risks.party_id LEFT JOIN users ON users.id = risks.owner_id`;

export interface RiskStepRow {
  readonly riskId: RiskId;
  readonly at: number;
  readonly byName: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly state: Risk['state'];
  readonly treatment: Risk['treatment'];
}

/** The histories of risks, the latest step first. */
export function listSteps(db: Readable, ids: readonly RiskId[]): readonly RiskStepRow[] {
  return db.all<RiskStepRow>(sql`
    SELECT risk_id AS riskId, at, users.name AS byName, likelihood, impact, state, treatment FROM risk_steps JOIN users ON users.id = by
    WHERE risk_id IN ${listed(ids)} ORDER BY risk_id, revision DESC`);
}

/** What was written about risks; the clauses compartment must be attached. */
export function listNotes(db: Readable, ids: readonly RiskId[]): ReadonlyMap<RiskId, string> {
  const rows = db.all<{ id: RiskId; notes: string }>(sql`
    SELECT risk_id AS id, notes FROM clauses.risk_notes WHERE risk_id IN ${listed(ids)}`);
  return new Map(rows.map(({ id, notes }) => [id, notes]));
}

export function saveNotes(db: Writable, id: RiskId, notes: string): void {
  db.run(sql`INSERT OR REPLACE INTO clauses.risk_notes (risk_id, notes) VALUES (${id}, ${notes})`);
}

/** Writes a risk as its next revision, with a step of its history. */
export function saveRisk(db: Writable, id: RiskId, draft: RiskDraft, { revision, at, by }: { readonly revision: number; readonly at: number; readonly by: UserId }): void {
  const { category, title, contractId, partyId, likelihood, impact, state, treatment, ownerId, reviewOn } = draft;
  db.run(sql`
    INSERT INTO risks (id, category, title, contract_id, party_id, likelihood, impact, state, treatment, owner_id, review_on, created_at, updated_at, revision)
    VALUES (${id}, ${category}, ${title}, ${contractId}, ${partyId}, ${likelihood}, ${impact}, ${state}, ${treatment}, ${ownerId}, ${reviewOn}, ${at}, ${at}, ${revision})
    ON CONFLICT (id) DO UPDATE SET category = excluded.category, title = excluded.title, contract_id = excluded.contract_id, party_id = excluded.party_id,
      likelihood = excluded.likelihood, impact = excluded.impact, state = excluded.state, treatment = excluded.treatment, owner_id = excluded.owner_id,
      review_on = excluded.review_on, updated_at = excluded.updated_at, revision = excluded.revision`);
  db.run(sql`
    INSERT INTO risk_steps (risk_id, revision, likelihood, impact, state, treatment, at, by)
    VALUES (${id}, ${revision}, ${likelihood}, ${impact}, ${state}, ${treatment}, ${at}, ${by})`);
}

/** Whether the contract and the party that a risk names exist. */
export function namesExist(db: Readable, { contractId, partyId }: Pick<RiskDraft, 'contractId' | 'partyId'>): boolean {
  const exists = (statement: Sql): boolean => db.get(statement) !== undefined;
  return (
    (contractId === null || exists(sql`SELECT 1 FROM contracts WHERE id = ${contractId}`)) &&
    (partyId === null || exists(sql`SELECT 1 FROM parties WHERE id = ${partyId}`))
  );
}
