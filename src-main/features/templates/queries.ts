import type { ContractType, TemplateId, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface TemplateVersionRow {
  readonly id: TemplateId;
  readonly version_id: TemplateVersionId;
  readonly version_number: number;
  readonly status: 'draft' | 'in_review' | 'published' | 'superseded' | 'retired';
  readonly contract_type: ContractType;
  readonly title_zh: string;
  readonly title_en: string;
  readonly summary_zh: string;
  readonly summary_en: string;
  readonly published_at: number | null;
}

const versions = sql`
  SELECT templates.id, template_versions.id AS version_id, version_number, status, contract_type,
    title_zh, title_en, summary_zh, summary_en, published_at
  FROM template_versions JOIN templates ON templates.id = template_versions.template_id`;

export function listPublishedTemplates(db: Readable): TemplateVersionRow[] {
  return db.all<TemplateVersionRow>(sql`${versions} WHERE status = 'published' ORDER BY templates.rowid`);
}

export function findTemplateVersion(db: Readable, id: TemplateVersionId): TemplateVersionRow | undefined {
  return db.get<TemplateVersionRow>(sql`${versions} WHERE template_versions.id = ${id}`);
}

/** The JSON text of a version's bodies and variables. */
export function findTemplateContent(db: Readable, id: TemplateVersionId): string | undefined {
  return db.get<{ content: string }>(
    sql`SELECT content FROM clauses.template_contents WHERE template_version_id = ${id}`,
  )?.content;
}

/** `seedKey`: of a shipped template, so that it comes into a vault once; null for one's own. */
export function insertTemplate(db: Writable, id: TemplateId, type: ContractType, at: number, seedKey: string | null): void {
  db.run(sql`INSERT INTO templates (id, contract_type, created_at, seed_key) VALUES (${id}, ${type}, ${at}, ${seedKey})`);
}

export function listSeedKeys(db: Readable): ReadonlySet<string> {
  return new Set(db.all<{ key: string }>(sql`SELECT seed_key AS key FROM templates WHERE seed_key IS NOT NULL`).map(({ key }) => key));
}

export function insertTemplateVersion(
  db: Writable,
  row: Omit<TemplateVersionRow, 'contract_type'>,
  content: string,
): void {
  db.run(sql`
    INSERT INTO template_versions (id, template_id, version_number, status, title_zh, title_en, summary_zh, summary_en,
      published_at)
    VALUES (${row.version_id}, ${row.id}, ${row.version_number}, ${row.status}, ${row.title_zh}, ${row.title_en},
      ${row.summary_zh}, ${row.summary_en}, ${row.published_at})`);
  db.run(sql`INSERT INTO clauses.template_contents (template_version_id, content) VALUES (${row.version_id}, ${content})`);
}
