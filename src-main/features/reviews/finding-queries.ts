import type { ContractId } from '#shared/features/contracts/model.ts';
import type { FindingId, FindingState, FollowUp, ReviewFinding, ReviewId } from '#shared/features/reviews/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

const openStates = sql`state IN ('open', 'fixing')`;

/** Findings that fit a condition, the earliest due first; their texts need the clauses compartment. */
function listFindings(db: Readable, inClauses: boolean, condition: Sql, limit: number): readonly ReviewFinding[] {
  const texts = inClauses ? sql`, text, resolution` : sql``;
  const join = inClauses ? sql`LEFT JOIN clauses.review_finding_texts ON finding_id = review_findings.id` : sql``;
  return db
    .all<Omit<ReviewFinding, 'text' | 'resolution'> & { readonly text?: string | null; readonly resolution?: string | null }>(sql`
      SELECT review_findings.id, review_findings.contract_id AS contractId, number, title, review_id AS reviewId, item_key AS itemKey, state, review_findings.owner_id AS ownerId,
        users.name AS ownerName, due_on AS dueOn, review_findings.created_at AS createdAt, closed_at AS closedAt, review_findings.revision ${texts}
      FROM review_findings JOIN contracts ON contracts.id = review_findings.contract_id LEFT JOIN users ON users.id = review_findings.owner_id ${join}
      WHERE ${condition} ORDER BY due_on, review_findings.id LIMIT ${limit}`)
    .map((row) => ({ ...row, text: inClauses ? (row.text ?? '') : withheld, resolution: inClauses ? (row.resolution ?? '') : withheld }));
}

export function findingsOfContract(db: Readable, inClauses: boolean, contractId: ContractId): readonly ReviewFinding[] {
  return listFindings(db, inClauses, sql`review_findings.contract_id = ${contractId}`, 500);
}

/** What stands open on a contract, and what a review itself found. */
export function findingsFor(db: Readable, inClauses: boolean, contractId: ContractId, reviewId: ReviewId): readonly ReviewFinding[] {
  return listFindings(db, inClauses, sql`review_findings.contract_id = ${contractId} AND (state IN ('open', 'fixing') OR review_id = ${reviewId})`, 500);
}

/** Every finding that is open, the earliest due first; with its text, which needs the clauses compartment. */
export function listOpenFindings(db: Readable): readonly ReviewFinding[] {
  return listFindings(db, true, openStates, -1);
}

export function findingsShown(db: Readable, inClauses: boolean, show: 'open' | 'ended', owner: UserId | null): { readonly findings: readonly ReviewFinding[]; readonly total: number } {
  const states = show === 'open' ? openStates : sql`state IN ('closed', 'risk_accepted')`;
  const condition = owner === null ? states : sql`${states} AND review_findings.owner_id = ${owner}`;
  const counted = db.get<{ total: number }>(sql`SELECT count(*) AS total FROM review_findings WHERE ${condition}`);
  return { findings: listFindings(db, inClauses, condition, 500), total: counted?.total ?? 0 };
}

export function findFinding(db: Readable, inClauses: boolean, id: FindingId): ReviewFinding | undefined {
  return listFindings(db, inClauses, sql`review_findings.id = ${id}`, 1)[0];
}

export function insertFinding(db: Writable, finding: FollowUp & { readonly id: FindingId; readonly contractId: ContractId; readonly reviewId: ReviewId; readonly at: number }): void {
  const { id, contractId, reviewId, itemKey, ownerId, dueOn, text, at } = finding;
  db.run(sql`
    INSERT INTO review_findings (id, contract_id, review_id, item_key, state, owner_id, due_on, created_at, revision)
    VALUES (${id}, ${contractId}, ${reviewId}, ${itemKey}, 'open', ${ownerId}, ${dueOn}, ${at}, 1)`);
  db.run(sql`INSERT INTO clauses.review_finding_texts (finding_id, text, resolution) VALUES (${id}, ${text}, '')`);
}

export function changeFinding(
  db: Writable,
  id: FindingId,
  change: { readonly state: FindingState; readonly ownerId: UserId; readonly dueOn: Day; readonly resolution: string; readonly closedAt: number | null },
): void {
  db.run(sql`
    UPDATE review_findings SET state = ${change.state}, owner_id = ${change.ownerId}, due_on = ${change.dueOn}, closed_at = ${change.closedAt}, revision = revision + 1 WHERE id = ${id}`);
  db.run(sql`UPDATE clauses.review_finding_texts SET resolution = ${change.resolution} WHERE finding_id = ${id}`);
}

/** How many findings were raised, and how many ended, from one instant to before another. */
export function countFindingEvents(db: Readable, since: number, until: number): { readonly found: number; readonly settled: number } {
  const row = db.get<{ found: number; settled: number }>(sql`
    SELECT count(*) FILTER (WHERE created_at >= ${since} AND created_at < ${until}) AS found, count(*) FILTER (WHERE closed_at >= ${since} AND closed_at < ${until}) AS settled
    FROM review_findings`);
  return row ?? { found: 0, settled: 0 };
}
