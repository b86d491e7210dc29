import type { ContractId } from '#shared/features/contracts/model.ts';
import type { DueDay, DueRule, MissingDue, ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { Deliverable, Evidence, Obligation, ObligationEntry, ObligationEvent, ObligationStatus, ObligationTexts, SeriesId } from '#shared/features/fulfilment/model.ts';
import type { Recurrence } from '#shared/features/fulfilment/recurrence.ts';
import { isFinal } from '#shared/features/fulfilment/rules.ts';
import type { ProblemId } from '#shared/features/problems/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { nameKey } from '../../db/name-order.ts';
import { owingStages } from '../../db/owed.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { dueKeyOf, overdueFrom } from './due-dates.ts';

export interface ObligationRow {
  readonly id: ObligationId;
  readonly contract_id: ContractId;
  readonly series_id: SeriesId | null;
  readonly title: string;
  readonly obligor: Obligation['obligor'];
  readonly type: Obligation['type'];
  readonly due_rule: string;
  readonly due_on: Day | null;
  readonly due_missing: MissingDue | null;
  readonly grace_days: number;
  readonly owner_id: UserId | null;
  readonly owner_name: string;
  readonly status: ObligationStatus;
  readonly met_on: Day | null;
  readonly evidence_required: 0 | 1;
  /** Null too where the milestone was taken away; it may come back. */
  readonly kept_milestone_id: Obligation['milestoneId'];
  readonly revision: number;
}

const rows = sql`
  SELECT obligations.*, coalesce(users.name, '') AS owner_name,
    (SELECT milestones.id FROM milestones WHERE milestones.id = milestone_id AND removed_at IS NULL) AS kept_milestone_id
  FROM obligations LEFT JOIN users ON users.id = owner_id`;

export function findObligation(db: Readable, id: ObligationId): ObligationRow | undefined {
  return db.get<ObligationRow>(sql`${rows} WHERE obligations.id = ${id}`);
}

/** The most that a contract's page shows at once; the rest is in the list across contracts. */
export const mostOfContract = 1000;

export function listOfContract(db: Readable, contractId: ContractId): readonly ObligationRow[] {
  return db.all<ObligationRow>(sql`${rows} WHERE contract_id = ${contractId} ORDER BY due_key, obligations.id LIMIT ${mostOfContract}`);
}

/** How many obligations of a contract are overdue on a day, their days of grace over; none where nothing is owed under it. */
export function countOverdueOf(db: Readable, contractId: ContractId, today: Day): number {
  return db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM obligations JOIN contracts ON contracts.id = contract_id AND contracts.stage IN ${owingStages} AND contracts.archived_at IS NULL
    WHERE contract_id = ${contractId} AND is_open = 1 AND overdue_from <= ${today}`)?.count ?? 0;
}

/** The contracts that have an overdue obligation on a day, found by the index of what is overdue, not through all that is open. */
export function contractsWithOverdue(db: Readable, today: Day): readonly ContractId[] {
  return db.all<{ id: ContractId }>(sql`SELECT DISTINCT contract_id AS id FROM obligations WHERE likelihood(is_open = 1, 0.9) AND overdue_from <= ${today}`).map(({ id }) => id);
}

/** Obligations with all that belongs to them, asked for at once; what lies in clauses is withheld without its key. */
export function assemble(db: Readable, found: readonly ObligationRow[], holdsClauses: boolean): readonly Obligation[] {
  const ids = idList(found.map(({ id }) => id));
  const dependencies = Map.groupBy(db.all<{ id: ObligationId; needs: ObligationId }>(sql`SELECT obligation_id AS id, needs_id AS needs FROM obligation_dependencies WHERE obligation_id IN (${ids})`), ({ id }) => id);
  const events = Map.groupBy(
    db.all<ObligationEvent & { readonly id: ObligationId }>(sql`
      SELECT obligation_id AS id, from_status AS "from", to_status AS "to", happened_on AS "on", reason, at, users.name AS byName
      FROM obligation_events JOIN users ON users.id = by_id WHERE obligation_id IN (${ids}) ORDER BY at`),
    ({ id }) => id,
  );
  const textIds = idList(found.flatMap(({ id, series_id }) => (series_id === null ? [id] : [id, series_id])));
  const texts = new Map<string, ObligationTexts>(holdsClauses ? db.all<ObligationTexts & { readonly id: string }>(sql`
    SELECT obligation_id AS id, criteria, clause_number AS clauseNumber, quote FROM clauses.obligation_texts WHERE obligation_id IN (${textIds})`).map(({ id, ...one }) => [id, one] as const) : []);
  const deliverables = Map.groupBy(listDeliverables(db, ids, holdsClauses), ({ obligationId }) => obligationId);
  const evidence = Map.groupBy(listEvidence(db, ids, holdsClauses), ({ obligationId }) => obligationId);
  return found.map((row) => ({
    id: row.id,
    contractId: row.contract_id,
    seriesId: row.series_id,
    title: row.title,
    obligor: row.obligor,
    type: row.type,
    due: JSON.parse(row.due_rule) as DueRule,
    dueOn: row.due_on,
    missing: row.due_missing,
    graceDays: row.grace_days,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    status: row.status,
    metOn: row.met_on,
    evidenceRequired: row.evidence_required === 1,
    dependsOn: dependencies.get(row.id)?.map(({ needs }) => needs) ?? [],
    milestoneId: row.kept_milestone_id,
    texts: holdsClauses ? (texts.get(row.id) ?? texts.get(row.series_id ?? row.id) ?? noTexts) : withheld,
    deliverables: deliverables.get(row.id)?.map(({ obligationId: _, ...one }) => one) ?? [],
    evidence: evidence.get(row.id)?.map(({ obligationId: _, ...one }) => one) ?? [],
    events: events.get(row.id)?.map(({ id: _, ...one }) => one) ?? [],
    revision: row.revision,
  }));
}

const noTexts: ObligationTexts = { criteria: '', clauseNumber: '', quote: '' };

function listDeliverables(db: Readable, ids: Sql, holdsClauses: boolean): readonly (Deliverable & { readonly obligationId: ObligationId })[] {
  const specs = new Map(holdsClauses ? db.all<{ id: string; spec: string }>(sql`
    SELECT deliverable_id AS id, spec FROM clauses.deliverable_specs WHERE deliverable_id IN (SELECT id FROM main.deliverables WHERE obligation_id IN (${ids}))`).map(({ id, spec }) => [id, spec] as const) : []);
  return db
    .all<Omit<Deliverable, 'spec'> & { readonly obligationId: ObligationId }>(sql`
      SELECT id, obligation_id AS obligationId, name, unit, quantity, delivered_quantity AS deliveredQuantity, accepted_quantity AS acceptedQuantity, accepted_on AS acceptedOn
      FROM deliverables WHERE obligation_id IN (${ids}) ORDER BY rowid`)
    .map((one) => ({ ...one, spec: holdsClauses ? (specs.get(one.id) ?? '') : withheld }));
}

function listEvidence(db: Readable, ids: Sql, holdsClauses: boolean): readonly (Evidence & { readonly obligationId: ObligationId })[] {
  type Row = Omit<Evidence, 'words' | 'place'> & { readonly obligationId: ObligationId; readonly words: string; readonly latitude: number | null; readonly longitude: number | null };
  const names = new Map(holdsClauses ? db.all<{ id: string; name: string }>(sql`
    SELECT evidence_id AS id, name FROM clauses.evidence_files WHERE evidence_id IN (SELECT id FROM main.obligation_evidence WHERE obligation_id IN (${ids}))`).map(({ id, name }) => [id, name] as const) : []);
  return db
    .all<Row>(sql`
      SELECT obligation_evidence.id, obligation_id AS obligationId, kind, words, byte_length AS byteLength, taken_at AS takenAt, latitude, longitude,
        added_at AS addedAt, users.name AS addedByName
      FROM obligation_evidence JOIN users ON users.id = added_by WHERE obligation_id IN (${ids}) ORDER BY added_at`)
    .map(({ latitude, longitude, words, ...one }) => ({
      ...one,
      words: one.kind === 'file' ? (holdsClauses ? (names.get(one.id) ?? '') : withheld) : words,
      place: latitude === null || longitude === null ? null : { latitude, longitude },
    }));
}

export interface NewObligation {
  readonly id: ObligationId;
  readonly contractId: ContractId;
  readonly seriesId: SeriesId | null;
  readonly entry: Omit<ObligationEntry, 'due' | 'texts'>;
  readonly rule: DueRule;
  readonly due: DueDay;
  readonly at: number;
}

export function insertObligation(db: Writable, { id, contractId, seriesId, entry, rule, due, at }: NewObligation): void {
  db.run(sql`
    INSERT INTO obligations (id, contract_id, series_id, title, obligor, type, due_rule, due_on, due_missing, due_key, grace_days, overdue_from,
      owner_id, status, is_open, evidence_required, milestone_id, created_at, updated_at, revision, title_key)
    VALUES (${id}, ${contractId}, ${seriesId}, ${entry.title}, ${entry.obligor}, ${entry.type}, ${JSON.stringify(rule)}, ${due.on}, ${due.missing}, ${dueKeyOf(due.on)},
      ${entry.graceDays}, ${overdueFrom(due.on, entry.graceDays)}, ${entry.ownerId}, 'planned', 1, ${entry.evidenceRequired ? 1 : 0}, ${entry.milestoneId}, ${at}, ${at}, 1, ${nameKey(entry.title)})`);
  replaceDependencies(db, id, entry.dependsOn);
}

export function updateObligation(db: Writable, { id, entry, rule, due, at }: Omit<NewObligation, 'contractId' | 'seriesId'>): void {
  db.run(sql`
    UPDATE obligations SET title = ${entry.title}, title_key = ${nameKey(entry.title)}, obligor = ${entry.obligor}, type = ${entry.type}, due_rule = ${JSON.stringify(rule)}, due_on = ${due.on},
      due_missing = ${due.missing}, due_key = ${dueKeyOf(due.on)}, grace_days = ${entry.graceDays}, overdue_from = ${overdueFrom(due.on, entry.graceDays)},
      owner_id = ${entry.ownerId}, evidence_required = ${entry.evidenceRequired ? 1 : 0}, milestone_id = ${entry.milestoneId}, updated_at = ${at}, revision = revision + 1
    WHERE id = ${id}`);
  replaceDependencies(db, id, entry.dependsOn);
}

/** The words of an obligation, or of all of a series that have none of their own. */
export function saveTexts(db: Writable, id: ObligationId | SeriesId, { criteria, clauseNumber, quote }: ObligationTexts): void {
  db.run(sql`
    INSERT INTO clauses.obligation_texts (obligation_id, criteria, clause_number, quote) VALUES (${id}, ${criteria}, ${clauseNumber}, ${quote})
    ON CONFLICT (obligation_id) DO UPDATE SET criteria = excluded.criteria, clause_number = excluded.clause_number, quote = excluded.quote`);
}

export function setStatus(db: Writable, { id, from, to, on, metOn, reason, at, by, problemId = null }: StatusChange): void {
  db.run(sql`
    UPDATE obligations SET status = ${to}, is_open = ${isFinal(to) ? 0 : 1}, met_on = ${metOn}, updated_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
  db.run(sql`
    INSERT INTO obligation_events (obligation_id, from_status, to_status, happened_on, reason, at, by_id, problem_id)
    VALUES (${id}, ${from}, ${to}, ${on}, ${reason}, ${at}, ${by}, ${problemId})`);
}

export interface StatusChange {
  readonly id: ObligationId;
  readonly from: ObligationStatus;
  readonly to: ObligationStatus;
  readonly on: Day;
  readonly metOn: Day | null;
  readonly reason: string;
  readonly at: number;
  readonly by: UserId;
  /** The problem that holds it. */
  readonly problemId?: ProblemId | null;
}

/** The state in which a problem found an obligation that it holds; undefined when none does, or a person holds it. */
export function stateBeforeBlock(db: Readable, id: ObligationId): ObligationStatus | undefined {
  const last = db.get<{ from: ObligationStatus; to: ObligationStatus; problemId: ProblemId | null }>(sql`
    SELECT from_status AS "from", to_status AS "to", problem_id AS problemId FROM obligation_events WHERE obligation_id = ${id} ORDER BY rowid DESC LIMIT 1`);
  return last?.to === 'blocked' && last.problemId !== null ? last.from : undefined;
}

export function countOpenDependencies(db: Readable, id: ObligationId): number {
  const row = db.get<{ count: number }>(sql`
    SELECT count(*) AS count FROM obligation_dependencies JOIN obligations ON obligations.id = needs_id WHERE obligation_id = ${id} AND +is_open = 1`);
  return row?.count ?? 0;
}

export function countEvidence(db: Readable, id: ObligationId): number {
  return db.get<{ count: number }>(sql`SELECT count(*) AS count FROM obligation_evidence WHERE obligation_id = ${id}`)?.count ?? 0;
}

/** What an obligation waits for: what was said, and what its day is counted from. */
export function listEdges(db: Readable, id: ObligationId): readonly ObligationId[] {
  const said = db.all<{ id: ObligationId }>(sql`SELECT needs_id AS id FROM obligation_dependencies WHERE obligation_id = ${id}`).map((row) => row.id);
  const rule = db.get<{ rule: string }>(sql`SELECT due_rule AS rule FROM obligations WHERE id = ${id}`);
  const due = rule === undefined ? null : (JSON.parse(rule.rule) as DueRule);
  return due?.kind === 'offset' && due.obligationId !== null ? [...said, due.obligationId] : said;
}

/** Whether all of these are obligations of one contract. */
export function areOfContract(db: Readable, ids: readonly ObligationId[], contractId: ContractId): boolean {
  const unique = [...new Set(ids)];
  const row = db.get<{ count: number }>(sql`SELECT count(*) AS count FROM obligations WHERE contract_id = ${contractId} AND id IN (${idList(unique)})`);
  return row?.count === unique.length;
}

function replaceDependencies(db: Writable, id: ObligationId, needs: readonly ObligationId[]): void {
  db.run(sql`DELETE FROM obligation_dependencies WHERE obligation_id = ${id}`);
  for (const one of new Set(needs)) db.run(sql`INSERT INTO obligation_dependencies (obligation_id, needs_id) VALUES (${id}, ${one})`);
}

export interface SeriesRow {
  readonly id: SeriesId;
  readonly contract_id: ContractId;
  /** The obligation's entry with its recurrence, as JSON. */
  readonly entry: string;
  /** Days up to this one are laid out. Empty: none yet. */
  readonly laid_until: Day | '';
  readonly ended_on: Day | null;
}

export type SeriesEntry = Omit<ObligationEntry, 'due'> & { readonly due: Recurrence };

export function insertSeries(db: Writable, series: { readonly id: SeriesId; readonly contractId: ContractId; readonly entry: Omit<SeriesEntry, 'texts'>; readonly at: number; readonly by: UserId }): void {
  db.run(sql`
    INSERT INTO obligation_series (id, contract_id, entry, laid_until, created_at, created_by)
    VALUES (${series.id}, ${series.contractId}, ${JSON.stringify(series.entry)}, '', ${series.at}, ${series.by})`);
}

export function findSeries(db: Readable, id: SeriesId): SeriesRow | undefined {
  return db.get<SeriesRow>(sql`SELECT id, contract_id, entry, laid_until, ended_on FROM obligation_series WHERE id = ${id}`);
}

export function listSeries(db: Readable, contractId: ContractId): readonly SeriesRow[] {
  return db.all<SeriesRow>(sql`SELECT id, contract_id, entry, laid_until, ended_on FROM obligation_series WHERE contract_id = ${contractId} ORDER BY created_at`);
}

/** Series that are not laid out up to a day, the furthest behind first; of contracts that are neither over nor put away. */
export function listSeriesBehind(db: Readable, horizon: Day, limit: number): readonly SeriesRow[] {
  return db.all<SeriesRow>(sql`
    SELECT series.id, contract_id, entry, laid_until, ended_on FROM obligation_series AS series JOIN contracts ON contracts.id = contract_id
    WHERE ended_on IS NULL AND laid_until < ${horizon} AND +stage NOT IN ('completed', 'terminated', 'superseded', 'cancelled') AND +archived_at IS NULL
    ORDER BY laid_until LIMIT ${limit}`);
}

export function setLaidUntil(db: Writable, id: SeriesId, day: Day): void {
  db.run(sql`UPDATE obligation_series SET laid_until = ${day} WHERE id = ${id}`);
}

/** Ends a series: what nobody touched yet or counts on, and falls after the day, is taken away. Gives how many that were. */
export function endSeries(db: Writable, id: SeriesId, day: Day): number {
  db.run(sql`UPDATE obligation_series SET ended_on = ${day} WHERE id = ${id}`);
  const contractId = sql`(SELECT contract_id FROM obligation_series WHERE id = ${id})`;
  const anchorsOf = (table: Sql) => sql`SELECT due_rule ->> 'obligationId' FROM ${table} WHERE contract_id = ${contractId} AND due_rule ->> 'obligationId' IS NOT NULL`;
  const untouched = sql`
    SELECT id FROM obligations WHERE series_id = ${id} AND due_on > ${day} AND status = 'planned' AND revision = 1
      AND NOT EXISTS (SELECT 1 FROM obligation_dependencies WHERE needs_id = obligations.id)
      AND NOT EXISTS (SELECT 1 FROM problems WHERE problems.contract_id = obligations.contract_id AND obligation_id = obligations.id)
      AND id NOT IN (${anchorsOf(sql`obligations`)} UNION ${anchorsOf(sql`payment_dues`)})
      AND NOT EXISTS (SELECT 1 FROM obligation_evidence WHERE obligation_id = obligations.id)
      AND NOT EXISTS (SELECT 1 FROM deliverables WHERE obligation_id = obligations.id)`;
  db.run(sql`DELETE FROM obligation_dependencies WHERE obligation_id IN (${untouched})`);
  return db.run(sql`DELETE FROM obligations WHERE id IN (${untouched})`);
}

/** A list of ids for `IN (…)`. */
export function idList(ids: readonly string[]): Sql {
  return ids.map((id) => sql`${id}`).reduce<Sql>((all, next) => sql`${all}, ${next}`, sql`''`);
}
