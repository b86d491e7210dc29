import type { ContractType, TemplateGroup, TemplateGroupId, TemplateId, TemplateStatus, TemplateVersionId, VersionNotes, VersionRecord } from '#shared/features/templates/model.ts';
import type { DefaultReminder } from '#shared/features/templates/defaults.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';

export interface TemplateRow {
  readonly id: TemplateId;
  readonly contractType: ContractType;
  readonly groupId: TemplateGroupId | null;
  readonly ownerId: UserId | null;
  readonly ownerName: string;
  readonly nextReviewOn: Day | null;
  readonly reviewedAt: number | null;
  readonly revision: number;
}

const templates = sql`
  SELECT templates.id, contract_type AS contractType, group_id AS groupId, owner_id AS ownerId, COALESCE(users.name, '') AS ownerName,
    next_review_on AS nextReviewOn, reviewed_at AS reviewedAt, revision
  FROM templates LEFT JOIN users ON users.id = owner_id`;

export function listTemplateRows(db: Readable): readonly TemplateRow[] {
  return db.all<TemplateRow>(sql`${templates} ORDER BY templates.rowid`);
}

export function findTemplateRow(db: Readable, id: TemplateId): TemplateRow | undefined {
  return db.get<TemplateRow>(sql`${templates} WHERE templates.id = ${id}`);
}

interface VersionRow extends Omit<VersionRecord, 'summary'> {
  readonly id: TemplateId;
  readonly versionId: TemplateVersionId;
  readonly versionNumber: number;
  readonly status: TemplateStatus;
  readonly contractType: ContractType;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
  readonly publishedAt: number | null;
}

const versions = sql`
  SELECT templates.id, template_versions.id AS versionId, version_number AS versionNumber, status, contract_type AS contractType,
    title_zh AS titleZh, title_en AS titleEn, summary_zh AS summaryZh, summary_en AS summaryEn, published_at AS publishedAt,
    based_on_id AS basedOnId, author_id AS authorId, COALESCE(author.name, '') AS authorName, changed_at AS changedAt,
    submitted_by AS submittedById, COALESCE(submitter.name, '') AS submittedByName, submitted_at AS submittedAt,
    COALESCE(publisher.name, '') AS publishedByName, template_versions.revision
  FROM template_versions JOIN templates ON templates.id = template_id
    LEFT JOIN users AS author ON author.id = author_id LEFT JOIN users AS submitter ON submitter.id = submitted_by
    LEFT JOIN users AS publisher ON publisher.id = published_by`;

/** Every version by template, the latest first. */
export function listVersionRecords(db: Readable): readonly VersionRecord[] {
  return db.all<VersionRow>(sql`${versions} ORDER BY version_number DESC`).map(recordOf);
}

export function findVersionRecord(db: Readable, id: TemplateVersionId): VersionRecord | undefined {
  const row = db.get<VersionRow>(sql`${versions} WHERE template_versions.id = ${id}`);
  return row === undefined ? undefined : recordOf(row);
}

function recordOf({ basedOnId, authorId, authorName, changedAt, submittedById, submittedByName, submittedAt, publishedByName, revision, ...summary }: VersionRow): VersionRecord {
  return { summary, basedOnId, authorId, authorName, changedAt, submittedById, submittedByName, submittedAt, publishedByName, revision };
}

export function findNotes(db: Readable, id: TemplateVersionId): VersionNotes | undefined {
  return db.get<VersionNotes>(sql`
    SELECT change_note AS changeNote, review_comment AS reviewComment, publish_reason AS publishReason
    FROM clauses.template_contents WHERE template_version_id = ${id}`);
}

/** Writes what people said of a version; what is not given stays. */
export function saveNotes(db: Writable, id: TemplateVersionId, { changeNote = null, reviewComment = null, publishReason = null }: { readonly [Note in keyof VersionNotes]?: string | null }): void {
  db.run(sql`
    UPDATE clauses.template_contents SET change_note = COALESCE(${changeNote}, change_note),
      review_comment = COALESCE(${reviewComment}, review_comment), publish_reason = COALESCE(${publishReason}, publish_reason)
    WHERE template_version_id = ${id}`);
}

export interface DraftRow {
  readonly versionId: TemplateVersionId;
  readonly templateId: TemplateId;
  readonly versionNumber: number;
  readonly basedOnId: TemplateVersionId | null;
  readonly authorId: UserId;
  readonly at: number;
}

interface Titles {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly summaryZh: string;
  readonly summaryEn: string;
}

export function insertDraft(db: Writable, { versionId, templateId, versionNumber, basedOnId, authorId, at }: DraftRow, { titleZh, titleEn, summaryZh, summaryEn }: Titles, content: string): void {
  db.run(sql`
    INSERT INTO template_versions (id, template_id, version_number, status, title_zh, title_en, summary_zh, summary_en, based_on_id, author_id, changed_at)
    VALUES (${versionId}, ${templateId}, ${versionNumber}, 'draft', ${titleZh}, ${titleEn}, ${summaryZh}, ${summaryEn}, ${basedOnId}, ${authorId}, ${at})`);
  db.run(sql`INSERT INTO clauses.template_contents (template_version_id, content) VALUES (${versionId}, ${content})`);
}

/** Writes a draft's text. Whoever saved last is its author. */
export function updateDraft(db: Writable, id: TemplateVersionId, by: UserId, at: number, { titleZh, titleEn, summaryZh, summaryEn }: Titles, content: string): void {
  db.run(sql`
    UPDATE template_versions SET title_zh = ${titleZh}, title_en = ${titleEn}, summary_zh = ${summaryZh}, summary_en = ${summaryEn},
      author_id = ${by}, changed_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
  db.run(sql`UPDATE clauses.template_contents SET content = ${content} WHERE template_version_id = ${id}`);
}

/** Removes a draft, and its template when it has no other version. */
export function deleteDraft(db: Writable, id: TemplateVersionId, templateId: TemplateId): void {
  db.run(sql`DELETE FROM clauses.template_contents WHERE template_version_id = ${id}`);
  db.run(sql`DELETE FROM template_versions WHERE id = ${id}`);
  db.run(sql`DELETE FROM templates WHERE id = ${templateId} AND NOT EXISTS (SELECT 1 FROM template_versions WHERE template_id = ${templateId})`);
}

export function setStatus(db: Writable, id: TemplateVersionId, status: TemplateStatus): void {
  db.run(sql`UPDATE template_versions SET status = ${status}, revision = revision + 1 WHERE id = ${id}`);
}

export function setSubmitted(db: Writable, id: TemplateVersionId, by: UserId, at: number): void {
  db.run(sql`UPDATE template_versions SET submitted_by = ${by}, submitted_at = ${at} WHERE id = ${id}`);
}

/** The published version of a template is superseded; the given one is published. */
export function setPublished(db: Writable, id: TemplateVersionId, templateId: TemplateId, by: UserId, at: number): void {
  db.run(sql`UPDATE template_versions SET status = 'superseded', revision = revision + 1 WHERE template_id = ${templateId} AND status = 'published'`);
  db.run(sql`UPDATE template_versions SET status = 'published', published_by = ${by}, published_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export interface Keeping {
  readonly groupId: TemplateGroupId | null;
  readonly ownerId: UserId | null;
  readonly nextReviewOn: Day | null;
  /** When it was reviewed; null: not now. */
  readonly reviewedAt: number | null;
}

export function saveKeeping(db: Writable, id: TemplateId, { groupId, ownerId, nextReviewOn, reviewedAt }: Keeping): void {
  db.run(sql`
    UPDATE templates SET group_id = ${groupId}, owner_id = ${ownerId}, next_review_on = ${nextReviewOn},
      reviewed_at = COALESCE(${reviewedAt}, reviewed_at), revision = revision + 1 WHERE id = ${id}`);
}

export function listGroups(db: Readable): readonly TemplateGroup[] {
  const maintainers = Map.groupBy(
    db.all<{ groupId: TemplateGroupId; userId: UserId }>(sql`SELECT group_id AS groupId, user_id AS userId FROM template_group_maintainers`),
    ({ groupId }) => groupId,
  );
  return db
    .all<{ id: TemplateGroupId; name: string }>(sql`SELECT id, name FROM template_groups ORDER BY created_at, rowid`)
    .map(({ id, name }) => ({ id, name, maintainerIds: (maintainers.get(id) ?? []).map(({ userId }) => userId) }));
}

/** People by name, in the order of their ids; also those who left. */
export function namesOf(db: Readable, ids: readonly UserId[]): readonly { readonly id: UserId; readonly name: string }[] {
  return db.all<{ id: UserId; name: string }>(sql`SELECT id, name FROM users WHERE id IN ${listed(ids)}`).toSorted((one, other) => ids.indexOf(one.id) - ids.indexOf(other.id));
}

export function saveGroup(db: Writable, { id, name, maintainerIds }: TemplateGroup, at: number): void {
  db.run(sql`INSERT INTO template_groups (id, name, created_at) VALUES (${id}, ${name}, ${at}) ON CONFLICT (id) DO UPDATE SET name = excluded.name`);
  db.run(sql`DELETE FROM template_group_maintainers WHERE group_id = ${id}`);
  for (const userId of new Set(maintainerIds)) db.run(sql`INSERT INTO template_group_maintainers (group_id, user_id) VALUES (${id}, ${userId})`);
}

export interface SupersededRow {
  readonly contractId: ContractId;
  readonly number: string;
  readonly title: string;
  readonly stage: Stage;
  readonly templateId: TemplateId;
  readonly versionNumber: number;
  readonly presentVersionNumber: number | null;
}

/** Contracts that are not over and whose template's version is superseded or retired, the latest first, at most 500. */
export function listSuperseded(db: Readable): readonly SupersededRow[] {
  return db.all<SupersededRow>(sql`
    SELECT contracts.id AS contractId, contracts.number, contracts.title, contracts.stage, template_versions.template_id AS templateId,
      template_versions.version_number AS versionNumber, present.version_number AS presentVersionNumber
    FROM contracts JOIN template_versions ON template_versions.id = contracts.template_version_id
      LEFT JOIN template_versions AS present ON present.template_id = template_versions.template_id AND present.status = 'published'
    WHERE template_versions.status IN ('superseded', 'retired') AND archived_at IS NULL
      AND stage NOT IN ('completed', 'terminated', 'superseded', 'cancelled')
    ORDER BY contracts.updated_at DESC LIMIT 500`);
}

export function insertContractDefaults(db: Writable, contractId: ContractId, versionId: TemplateVersionId, reminders: readonly DefaultReminder[], approvalFlowId: string | null): void {
  db.run(sql`
    INSERT INTO contract_template_defaults (contract_id, template_version_id, reminders, approval_flow_id)
    VALUES (${contractId}, ${versionId}, ${JSON.stringify(reminders)}, ${approvalFlowId})`);
}

export function findContractDefaults(db: Readable, contractId: ContractId): { readonly reminders: readonly DefaultReminder[]; readonly approvalFlowId: string | null } | undefined {
  const row = db.get<{ reminders: string; approvalFlowId: string | null }>(sql`
    SELECT reminders, approval_flow_id AS approvalFlowId FROM contract_template_defaults WHERE contract_id = ${contractId}`);
  return row === undefined ? undefined : { reminders: JSON.parse(row.reminders) as readonly DefaultReminder[], approvalFlowId: row.approvalFlowId };
}
