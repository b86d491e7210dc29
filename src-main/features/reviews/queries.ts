import type { ContractId } from '#shared/features/contracts/model.ts';
import type { RecordKind } from '#shared/features/contracts/record.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { ChecklistId, ReviewId, ReviewLine, ReviewReason, ReviewResult } from '#shared/features/reviews/model.ts';
import type { ClosedReview, ExtraFacts } from '#shared/features/reviews/cadence.ts';
import type { Cadence } from '#shared/features/reviews/policy.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { containing, sql, type Sql } from '../../db/sql.ts';

export interface ReviewRow {
  readonly id: ReviewId;
  readonly contractId: ContractId;
  readonly reason: ReviewReason;
  readonly triggerKey: string;
  readonly cadence: Cadence | null;
  readonly anchorOn: Day | null;
  readonly dueOn: Day;
  readonly state: ReviewLine['state'];
  readonly result: ReviewResult | null;
  readonly reviewerId: UserId | null;
  readonly checklistId: ChecklistId | null;
  readonly checklistVersion: number | null;
  readonly closedOn: Day | null;
  readonly revision: number;
}

const columns = sql`reviews.id, contract_id AS contractId, reason, trigger_key AS triggerKey, cadence, anchor_on AS anchorOn, due_on AS dueOn, state, result,
  reviewer_id AS reviewerId, checklist_id AS checklistId, checklist_version AS checklistVersion, closed_on AS closedOn, reviews.revision`;

export function findReview(db: Readable, id: ReviewId): ReviewRow | undefined {
  return db.get<ReviewRow>(sql`SELECT ${columns} FROM reviews WHERE id = ${id}`);
}

/** Every review of a contract that is neither held nor skipped. */
export function openReviewsOf(db: Readable, contractId: ContractId): readonly ReviewRow[] {
  return db.all<ReviewRow>(sql`SELECT ${columns} FROM reviews WHERE contract_id = ${contractId} AND state IN ('scheduled', 'in_progress')`);
}

/** The calendar's reviews of a contract that were closed, the last first. */
export function listClosedPeriodic(db: Readable, contractId: ContractId): readonly ClosedReview[] {
  return db.all(sql`
    SELECT due_on AS dueOn, closed_on AS closedOn, cadence FROM reviews
    WHERE contract_id = ${contractId} AND reason = 'cadence' AND closed_on IS NOT NULL ORDER BY closed_on DESC, due_on DESC`);
}

export interface NewReview {
  readonly id: ReviewId;
  readonly contractId: ContractId;
  readonly reason: ReviewReason;
  readonly triggerKey: string;
  readonly cadence: Cadence | null;
  readonly anchorOn: Day | null;
  readonly dueOn: Day;
  readonly reviewerId: UserId | null;
}

/** Plans a review; gives 0 where its event asked for one already. */
export function insertReview(db: Writable, review: NewReview): number {
  return db.run(sql`
    INSERT OR IGNORE INTO reviews (id, contract_id, reason, trigger_key, cadence, anchor_on, due_on, state, reviewer_id, revision)
    VALUES (${review.id}, ${review.contractId}, ${review.reason}, ${review.triggerKey}, ${review.cadence}, ${review.anchorOn}, ${review.dueOn}, 'scheduled', ${review.reviewerId}, 1)`);
}

export function setCadence(db: Writable, id: ReviewId, cadence: Cadence, anchorOn: Day): void {
  db.run(sql`UPDATE reviews SET cadence = ${cadence}, anchor_on = ${anchorOn} WHERE id = ${id}`);
}

export function setDueOn(db: Writable, id: ReviewId, dueOn: Day): void {
  db.run(sql`UPDATE reviews SET due_on = ${dueOn} WHERE id = ${id}`);
}

export function deleteReview(db: Writable, id: ReviewId): void {
  db.run(sql`DELETE FROM reviews WHERE id = ${id}`);
}

export function markStarted(db: Writable, id: ReviewId, checklistId: ChecklistId, checklistVersion: number, by: UserId, at: number): void {
  db.run(sql`
    UPDATE reviews SET state = 'in_progress', checklist_id = ${checklistId}, checklist_version = ${checklistVersion}, started_at = ${at},
      reviewer_id = coalesce(reviewer_id, ${by}), revision = revision + 1 WHERE id = ${id}`);
}

export function raiseRevision(db: Writable, id: ReviewId): void {
  db.run(sql`UPDATE reviews SET revision = revision + 1 WHERE id = ${id}`);
}

export function markClosed(
  db: Writable,
  id: ReviewId,
  closed: { readonly state: 'completed' | 'skipped'; readonly result: ReviewResult | null; readonly failedItems: number; readonly at: number; readonly on: Day; readonly by: UserId },
): void {
  db.run(sql`
    UPDATE reviews SET state = ${closed.state}, result = ${closed.result}, failed_items = ${closed.failedItems}, closed_at = ${closed.at}, closed_on = ${closed.on},
      closed_by = ${closed.by}, revision = revision + 1 WHERE id = ${id}`);
}

export function assignReviewer(db: Writable, id: ReviewId, reviewerId: UserId | null): number {
  return db.run(sql`UPDATE reviews SET reviewer_id = ${reviewerId} WHERE id = ${id} AND state IN ('scheduled', 'in_progress')`);
}

const lineColumns = sql`
  reviews.id, reviews.contract_id AS contractId, number, title, contract_type AS contractType, reason, cadence, due_on AS dueOn, state, result,
  reviewer_id AS reviewerId, users.name AS reviewerName, closed_on AS closedOn, failed_items AS failedItems,
  EXISTS (SELECT 1 FROM review_reports WHERE review_id = reviews.id) AS hasReport`;
const joined = sql`reviews JOIN contracts ON contracts.id = reviews.contract_id LEFT JOIN users ON users.id = reviewer_id`;

export function linesOf(db: Readable, condition: Sql, order: Sql, limit: number, offset = 0): readonly ReviewLine[] {
  return db
    .all<Omit<ReviewLine, 'hasReport'> & { readonly hasReport: number }>(sql`SELECT ${lineColumns} FROM ${joined} WHERE ${condition} ORDER BY ${order} LIMIT ${limit} OFFSET ${offset}`)
    .map((line) => ({ ...line, hasReport: line.hasReport === 1 }));
}

export function findLine(db: Readable, id: ReviewId): ReviewLine | undefined {
  return linesOf(db, sql`reviews.id = ${id}`, sql`due_on`, 1)[0];
}

export function linesOfContract(db: Readable, contractId: ContractId): readonly ReviewLine[] {
  return linesOf(db, sql`reviews.contract_id = ${contractId}`, sql`due_on DESC`, 200);
}

export interface Selection {
  readonly show: 'due' | 'overdue' | 'planned' | 'done';
  readonly mine: UserId | null;
  readonly search: string;
  readonly today: Day;
  readonly leadUntil: Day;
}

const mostCounted = 1000;

/** A page of reviews with how many there are, counted up to a thousand. */
export function pageOf(db: Readable, selection: Selection, limit: number, offset: number): { readonly reviews: readonly ReviewLine[]; readonly total: number; readonly hasMore: boolean } {
  const condition = conditionOf(selection);
  const order = selection.show === 'done' ? sql`closed_on DESC, reviews.id DESC` : sql`due_on, reviews.id`;
  const counted = db.get<{ total: number }>(sql`SELECT count(*) AS total FROM (SELECT 1 FROM ${selection.search === '' ? sql`reviews` : joined} WHERE ${condition} LIMIT ${mostCounted + 1})`);
  const total = counted?.total ?? 0;
  return { reviews: linesOf(db, condition, order, limit, offset), total: Math.min(total, mostCounted), hasMore: total > mostCounted };
}

function conditionOf({ show, mine, search, today, leadUntil }: Selection): Sql {
  const parts: Sql[] = [];
  if (show === 'done') parts.push(sql`closed_on IS NOT NULL`);
  else parts.push(sql`state IN ('scheduled', 'in_progress')`);
  if (show === 'due') parts.push(sql`(due_on <= ${leadUntil} OR state = 'in_progress')`);
  if (show === 'overdue') parts.push(sql`due_on < ${today}`);
  if (show === 'planned') parts.push(sql`due_on > ${leadUntil}`);
  if (mine !== null) parts.push(sql`reviewer_id = ${mine}`);
  if (search !== '') parts.push(sql`(number LIKE ${containing(search)} ESCAPE '\\' OR title LIKE ${containing(search)} ESCAPE '\\')`);
  return parts.reduce((all, next) => sql`${all} AND ${next}`);
}

/** What the plan of a year is made of: the open reviews with their rhythm. */
export function listRhythms(db: Readable, until: Day): readonly { readonly reviewerId: UserId | null; readonly reviewerName: string | null; readonly cadence: Cadence | null; readonly anchorOn: Day | null; readonly dueOn: Day; readonly count: number }[] {
  return db.all(sql`
    SELECT rhythms.*, users.name AS reviewerName FROM (
      SELECT reviewer_id AS reviewerId, cadence, anchor_on AS anchorOn, due_on AS dueOn, count(*) AS count FROM reviews
      WHERE state IN ('scheduled', 'in_progress') AND due_on <= ${until} GROUP BY reviewer_id, cadence, anchor_on, due_on
    ) AS rhythms LEFT JOIN users ON users.id = reviewerId`);
}

/** How many reviews were held in each month of a year, as YYYY-MM. */
export function heldByMonth(db: Readable, from: Day, to: Day): readonly { readonly month: string; readonly count: number }[] {
  return db.all(sql`SELECT substr(closed_on, 1, 7) AS month, count(*) AS count FROM reviews WHERE closed_on BETWEEN ${from} AND ${to} AND state = 'completed' GROUP BY month`);
}

export interface ReviewedContract {
  readonly id: ContractId;
  readonly number: string;
  readonly title: string;
  readonly stage: Stage;
  readonly contractType: ContractType;
  readonly recordKind: RecordKind;
  readonly parentId: ContractId | null;
  readonly ownerId: UserId;
  readonly signedOn: Day | null;
  readonly effectiveOn: Day | null;
  readonly expiresOn: Day | null;
  readonly initialTermMonths: number | null;
  readonly isArchived: number;
  readonly createdAt: number;
  readonly safeSendOn: Day | '' | null;
}

/** What of a contract decides about its reviews. */
export function findReviewed(db: Readable, id: ContractId): ReviewedContract | undefined {
  return db.get<ReviewedContract>(sql`
    SELECT contracts.id, number, title, stage, contract_type AS contractType, record_kind AS recordKind, parent_id AS parentId, owner_id AS ownerId, signed_on AS signedOn,
      effective_on AS effectiveOn, expires_on AS expiresOn, details ->> 'initialTermMonths' AS initialTermMonths, archived_at IS NOT NULL AS isArchived,
      created_at AS createdAt, safe_send_on AS safeSendOn
    FROM contracts LEFT JOIN contract_dates ON contract_dates.contract_id = contracts.id WHERE contracts.id = ${id}`);
}

/** What amended a contract: the documents below it, by the day of their signature, and what was recorded without one, by the day of its effect. */
export function amendmentsOf(db: Readable, contractId: ContractId): readonly Amending[] {
  return db.all(sql`
    SELECT id, signed_on AS signedOn FROM contracts WHERE parent_id = ${contractId} AND record_kind = 'amendment' AND stage = 'signed' AND signed_on IS NOT NULL
    UNION ALL SELECT id, effective_on FROM contract_amendments WHERE contract_id = ${contractId} AND amendment_contract_id IS NULL AND voided_at IS NULL`);
}

type Amending = ExtraFacts['amendments'][number];

/** The sum of a contract; needs the finance compartment. */
export function findTotal(db: Readable, id: ContractId): { readonly minor: number; readonly currency: Currency } | undefined {
  return db.get(sql`SELECT minor, currency FROM finance.contract_totals WHERE contract_id = ${id}`);
}

export function takePending(db: Readable, limit: number): readonly ContractId[] {
  return db.all<{ id: ContractId }>(sql`SELECT contract_id AS id FROM review_pending LIMIT ${limit}`).map(({ id }) => id);
}

export function settlePending(db: Writable, id: ContractId): void {
  db.run(sql`DELETE FROM review_pending WHERE contract_id = ${id}`);
}

export function countPending(db: Readable): number {
  return db.get<{ count: number }>(sql`SELECT count(*) AS count FROM review_pending`)?.count ?? 0;
}

/** Every contract that may be under review is dated anew. */
export function markAllPending(db: Writable): void {
  db.run(sql`INSERT OR IGNORE INTO review_pending SELECT id FROM contracts WHERE stage = 'signed' AND archived_at IS NULL`);
}

export function markPending(db: Writable, id: ContractId): void {
  db.run(sql`INSERT OR IGNORE INTO review_pending (contract_id) VALUES (${id})`);
}

/** The contracts in force that have a review of the calendar: all, or those on a monthly rhythm. */
export function listUnderReview(db: Readable, scope: 'monthly' | 'all'): readonly { readonly contractId: ContractId; readonly reviewerId: UserId | null }[] {
  return db.all(sql`
    SELECT contract_id AS contractId, reviewer_id AS reviewerId FROM reviews
    WHERE reason = 'cadence' AND state IN ('scheduled', 'in_progress') AND (cadence = 'monthly' OR ${scope} = 'all')`);
}

/** The reviews that were held between two days, all of them: a report counts what it lists. */
export function heldBetween(db: Readable, from: Day, to: Day): readonly ReviewLine[] {
  return linesOf(db, sql`closed_on BETWEEN ${from} AND ${to} AND state = 'completed'`, sql`closed_on, reviews.id`, -1);
}

export function countSkipped(db: Readable, from: Day, to: Day): number {
  return db.get<{ count: number }>(sql`SELECT count(*) AS count FROM reviews WHERE closed_on BETWEEN ${from} AND ${to} AND state = 'skipped'`)?.count ?? 0;
}

export function countOverdueReviews(db: Readable, today: Day): number {
  return db.get<{ count: number }>(sql`SELECT count(*) AS count FROM reviews WHERE state IN ('scheduled', 'in_progress') AND due_on < ${today}`)?.count ?? 0;
}
