import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Answers, Checklist } from '#shared/features/reviews/checklist.ts';
import type { Kpi, KpiHistory, KpiValues, ReviewId } from '#shared/features/reviews/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** All statements here need the clauses compartment. */

export interface ReviewContent {
  readonly checklist: Checklist;
  readonly answers: Answers;
  readonly kpiValues: KpiValues;
  readonly summary: string;
  readonly skipReason: string;
}

export function findContent(db: Readable, id: ReviewId): ReviewContent | undefined {
  const row = db.get<{ checklist: string; answers: string; kpiValues: string; summary: string; skipReason: string }>(sql`
    SELECT checklist, answers, kpi_values AS kpiValues, summary, skip_reason AS skipReason FROM clauses.review_contents WHERE review_id = ${id}`);
  if (row === undefined) return undefined;
  return {
    checklist: JSON.parse(row.checklist) as Checklist,
    answers: JSON.parse(row.answers) as Answers,
    kpiValues: JSON.parse(row.kpiValues) as KpiValues,
    summary: row.summary,
    skipReason: row.skipReason,
  };
}

/** Keeps the checklist with the review that was begun with it. */
export function insertContent(db: Writable, id: ReviewId, contractId: ContractId, checklist: Checklist | null, skipReason = ''): void {
  db.run(sql`
    INSERT INTO clauses.review_contents (review_id, contract_id, checklist, answers, kpi_values, summary, skip_reason)
    VALUES (${id}, ${contractId}, ${JSON.stringify(checklist ?? { nameZh: '', nameEn: '', items: [] })}, '{}', '{}', '', ${skipReason})
    ON CONFLICT (review_id) DO UPDATE SET skip_reason = excluded.skip_reason`);
}

export function saveContent(db: Writable, id: ReviewId, { answers, kpiValues, summary }: Pick<ReviewContent, 'answers' | 'kpiValues' | 'summary'>): void {
  db.run(sql`
    UPDATE clauses.review_contents SET answers = ${JSON.stringify(answers)}, kpi_values = ${JSON.stringify(kpiValues)}, summary = ${summary} WHERE review_id = ${id}`);
}

/** The KPIs of a contract in their order, with what was measured at its reviews. */
export function listKpis(db: Readable, contractId: ContractId): readonly KpiHistory[] {
  return db
    .all<Kpi>(sql`SELECT id, name, unit, target, direction FROM clauses.review_kpis WHERE contract_id = ${contractId} AND retired_at IS NULL ORDER BY position`)
    .map((kpi) => ({ ...kpi, history: db.all(sql`SELECT measured_on AS "on", value FROM clauses.review_kpi_values WHERE kpi_id = ${kpi.id} ORDER BY measured_on, review_id`) }));
}

/** Writes the KPIs of a contract in place of those before; one that is gone keeps its values. */
export function replaceKpis(db: Writable, contractId: ContractId, kpis: readonly Kpi[], at: number): void {
  db.run(sql`UPDATE clauses.review_kpis SET retired_at = ${at} WHERE contract_id = ${contractId} AND retired_at IS NULL`);
  for (const [position, { id, name, unit, target, direction }] of kpis.entries()) {
    db.run(sql`
      INSERT INTO clauses.review_kpis (id, contract_id, position, name, unit, target, direction) VALUES (${id}, ${contractId}, ${position}, ${name}, ${unit}, ${target}, ${direction})
      ON CONFLICT (id) DO UPDATE SET position = excluded.position, name = excluded.name, unit = excluded.unit, target = excluded.target, direction = excluded.direction, retired_at = NULL
        WHERE contract_id = excluded.contract_id`);
  }
}

export function insertKpiValue(db: Writable, reviewId: ReviewId, kpiId: string, on: Day, value: number): void {
  db.run(sql`INSERT INTO clauses.review_kpi_values (review_id, kpi_id, measured_on, value) VALUES (${reviewId}, ${kpiId}, ${on}, ${value})`);
}

/** The text of contracts in force that hold a phrase, as the index of search knows it; the law's own pattern decides then. */
export function textsHolding(db: Readable, expression: string, limit: number): readonly { readonly id: ContractId; readonly number: string; readonly title: string; readonly text: string }[] {
  return db.all(sql`
    SELECT contracts.id, number, title, search_texts.text FROM clauses.text_index
      JOIN clauses.search_texts ON search_texts.row = text_index.rowid JOIN contracts ON contracts.id = search_texts.contract_id
    WHERE text_index MATCH ${expression} AND +stage = 'signed' AND archived_at IS NULL LIMIT ${limit}`);
}

export function textOf(db: Readable, contractId: ContractId): string | undefined {
  return db.get<{ text: string }>(sql`SELECT text FROM clauses.search_texts WHERE contract_id = ${contractId}`)?.text;
}

/** How many contracts in force have a text that the index did not take in yet. */
export function countUnread(db: Readable): number {
  return (
    db.get<{ count: number }>(sql`
      SELECT count(*) AS count FROM search_pending JOIN contracts ON contracts.id = search_pending.contract_id WHERE part = 'text' AND stage = 'signed' AND version_number > 0`)?.count ?? 0
  );
}
