import {
  templateContentSchema,
  type Template,
  type TemplateContent,
  type TemplateSummary,
  type TemplateVersionId,
} from '#shared/features/templates/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Clock, Ids } from '../../ports.ts';
import {
  findTemplateContent,
  findTemplateVersion,
  insertTemplate,
  insertTemplateVersion,
  listPublishedTemplates,
  listSeedKeys,
  type TemplateVersionRow,
} from './queries.ts';
import { insertContractDefaults } from './record-queries.ts';

/** The published version of every template. */
export function listTemplates(db: Readable): readonly TemplateSummary[] {
  return listPublishedTemplates(db).map(summaryOf);
}

// A text never changes once it is published, and reading one costs more than everything else that making a contract
// does. What was read goes with the connection, so that a locked vault leaves no text behind.
const readBefore = new WeakMap<Readable, Map<TemplateVersionId, TemplateContent>>();

/** A version of a template with its text; the clauses compartment must be attached. */
export function getTemplate(db: Readable, versionId: TemplateVersionId): Result<Template, 'NOT_FOUND'> {
  const row = findTemplateVersion(db, versionId);
  if (row === undefined) return fail('NOT_FOUND');
  const known = readBefore.get(db) ?? new Map<TemplateVersionId, TemplateContent>();
  const content = known.get(versionId) ?? readContent(db, versionId);
  if (row.published_at !== null) readBefore.set(db, known.set(versionId, content));
  return succeed({ summary: summaryOf(row), content });
}

function readContent(db: Readable, versionId: TemplateVersionId): TemplateContent {
  const content = findTemplateContent(db, versionId);
  assert(content !== undefined, 'a template version has no text');
  return templateContentSchema.parse(JSON.parse(content));
}

/** Keeps a contract's own copy of the reminders and the approval flow of the version that it is made from. */
export function copyTemplateDefaults(db: Writable, contractId: ContractId, { summary, content }: Template): void {
  insertContractDefaults(db, contractId, summary.versionId, content.defaults.reminders, content.defaults.approvalFlowId);
}

/** Puts the shipped templates that a vault doesn't know yet into it, as published first versions; gives how many. */
export function addSeedTemplates(
  db: Writable,
  contents: readonly TemplateContent[],
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): number {
  const at = clock.now();
  const known = listSeedKeys(db);
  const fresh = contents.filter(({ contractType }) => !known.has(contractType));
  for (const content of fresh) {
    const id = ids.create<'template'>();
    insertTemplate(db, id, content.contractType, at, content.contractType);
    insertTemplateVersion(
      db,
      {
        id,
        version_id: ids.create<'templateVersion'>(),
        version_number: 1,
        status: 'published',
        title_zh: content.titleZh,
        title_en: content.titleEn,
        summary_zh: content.summaryZh,
        summary_en: content.summaryEn,
        published_at: at,
      },
      JSON.stringify(content),
    );
  }
  return fresh.length;
}

function summaryOf(row: TemplateVersionRow): TemplateSummary {
  return {
    id: row.id,
    versionId: row.version_id,
    versionNumber: row.version_number,
    status: row.status,
    contractType: row.contract_type,
    titleZh: row.title_zh,
    titleEn: row.title_en,
    summaryZh: row.summary_zh,
    summaryEn: row.summary_en,
    publishedAt: row.published_at,
  };
}
