import type { Law } from '#shared/features/laws/model.ts';
import type { Checklist } from '#shared/features/reviews/checklist.ts';
import type { StoredChecklist } from '#shared/features/reviews/ipc.ts';
import type { ChecklistId, ReviewId } from '#shared/features/reviews/model.ts';
import type { ReviewPolicy, ValueBand } from '#shared/features/reviews/policy.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface StoredPolicy {
  readonly version: number;
  readonly policy: ReviewPolicy;
  readonly hasBands: boolean;
}

/** The policy that holds; undefined as long as nobody changed the shipped one. */
export function findPolicy(db: Readable): StoredPolicy | undefined {
  const row = db.get<{ version: number; policy: string; hasBands: number }>(sql`SELECT version, policy, has_bands AS hasBands FROM review_policies ORDER BY version DESC LIMIT 1`);
  return row === undefined ? undefined : { version: row.version, policy: JSON.parse(row.policy) as ReviewPolicy, hasBands: row.hasBands === 1 };
}

export function insertPolicy(db: Writable, { version, policy, hasBands }: StoredPolicy, at: number, by: UserId): void {
  db.run(sql`INSERT INTO review_policies (version, policy, has_bands, changed_at, changed_by) VALUES (${version}, ${JSON.stringify(policy)}, ${hasBands ? 1 : 0}, ${at}, ${by})`);
}

/** The bands by value; needs the finance compartment. */
export function listBands(db: Readable): readonly ValueBand[] {
  return db.all(sql`SELECT from_minor AS fromMinor, currency, cadence FROM finance.review_value_bands ORDER BY position`);
}

export function replaceBands(db: Writable, bands: readonly ValueBand[]): void {
  db.run(sql`DELETE FROM finance.review_value_bands`);
  for (const [position, { fromMinor, currency, cadence }] of bands.entries()) {
    db.run(sql`INSERT INTO finance.review_value_bands (position, from_minor, currency, cadence) VALUES (${position}, ${fromMinor}, ${currency}, ${cadence})`);
  }
}

/** The checklists that were changed or made in this vault, each in its latest version. */
export function listOwnChecklists(db: Readable): readonly Omit<StoredChecklist, 'isShipped'>[] {
  return db
    .all<{ id: ChecklistId; version: number; checklist: string; changedAt: number; changedByName: string }>(sql`
      SELECT review_checklists.id, max(version) AS version, checklist, changed_at AS changedAt, name AS changedByName
      FROM review_checklists JOIN users ON users.id = changed_by GROUP BY review_checklists.id`)
    .map((row) => ({ ...row, checklist: JSON.parse(row.checklist) as Checklist }));
}

export function insertChecklist(db: Writable, id: ChecklistId, version: number, checklist: Checklist, at: number, by: UserId): void {
  db.run(sql`INSERT INTO review_checklists (id, version, checklist, changed_at, changed_by) VALUES (${id}, ${version}, ${JSON.stringify(checklist)}, ${at}, ${by})`);
}

export function listOwnLaws(db: Readable): readonly Law[] {
  return db.all<{ law: string }>(sql`SELECT law FROM laws`).map(({ law }) => JSON.parse(law) as Law);
}

/** When the vault was made (epoch ms): with its first person. */
export function vaultMadeAt(db: Readable): number {
  return db.get<{ at: number | null }>(sql`SELECT MIN(created_at) AS at FROM users`)?.at ?? 0;
}

export function saveLaw(db: Writable, law: Law, at: number, by: UserId): void {
  db.run(sql`
    INSERT INTO laws (id, law, changed_at, changed_by) VALUES (${law.id}, ${JSON.stringify(law)}, ${at}, ${by})
    ON CONFLICT (id) DO UPDATE SET law = excluded.law, changed_at = excluded.changed_at, changed_by = excluded.changed_by`);
}

export function deleteLaw(db: Writable, id: string): number {
  return db.run(sql`DELETE FROM laws WHERE id = ${id}`);
}

export interface ReportRow {
  readonly id: string;
  readonly reviewId: ReviewId | null;
  readonly period: string;
  readonly attachmentId: AttachmentId;
  readonly sha256: string;
  readonly byteLength: number;
  readonly createdAt: number;
  readonly createdByName: string;
}

const reportColumns = sql`
  review_reports.id, review_id AS reviewId, period, attachment_id AS attachmentId, sha256, byte_length AS byteLength, review_reports.created_at AS createdAt, users.name AS createdByName`;

export function insertReport(
  db: Writable,
  report: Pick<ReportRow, 'id' | 'reviewId' | 'period' | 'attachmentId' | 'sha256' | 'byteLength' | 'createdAt'> & { readonly title: string; readonly by: UserId },
): void {
  db.run(sql`
    INSERT INTO review_reports (id, review_id, period, attachment_id, sha256, byte_length, created_at, created_by)
    VALUES (${report.id}, ${report.reviewId}, ${report.period}, ${report.attachmentId}, ${report.sha256}, ${report.byteLength}, ${report.createdAt}, ${report.by})`);
  db.run(sql`INSERT INTO clauses.review_report_titles (report_id, title) VALUES (${report.id}, ${report.title})`);
}

export function findReport(db: Readable, by: { readonly reviewId?: ReviewId | undefined; readonly reportId?: string | undefined }): ReportRow | undefined {
  return db.get<ReportRow>(sql`
    SELECT ${reportColumns} FROM review_reports JOIN users ON users.id = created_by
    WHERE review_reports.id = ${by.reportId ?? ''} OR review_id = ${by.reviewId ?? ''} ORDER BY review_reports.created_at DESC LIMIT 1`);
}

/** The reports of quarters, the latest first. */
export function listPortfolioReports(db: Readable): readonly ReportRow[] {
  return db.all<ReportRow>(sql`
    SELECT ${reportColumns} FROM review_reports JOIN users ON users.id = created_by WHERE review_id IS NULL ORDER BY review_reports.created_at DESC LIMIT 100`);
}

export function titleOfReport(db: Readable, id: string): string {
  return db.get<{ title: string }>(sql`SELECT title FROM clauses.review_report_titles WHERE report_id = ${id}`)?.title ?? '';
}
