import { keptFormSchema, type KeptForm } from '#shared/features/contracts/model.ts';
import type { Variable } from '#shared/features/documents/variables.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { withPresentParties } from '../../db/merged-parties.ts';
import { sql } from '../../db/sql.ts';

/**
 * Keeps an unfinished form as typed. What was typed for money goes to the finance compartment, the rest to clauses,
 * even where the input is no amount yet.
 */
export function keepForm(
  db: Writable,
  owner: { readonly userId: UserId; readonly templateVersionId: TemplateVersionId },
  variables: readonly Variable[],
  form: KeptForm,
  at: number,
): void {
  const moneyKeys = new Set(variables.filter(({ type }) => type === 'money').map(({ key }) => key));
  const entries = Object.entries(form.entries);
  const texts = JSON.stringify(Object.fromEntries(entries.filter(([key]) => !moneyKeys.has(key))));
  const amounts = JSON.stringify(Object.fromEntries(entries.filter(([key]) => moneyKeys.has(key))));
  db.run(sql`
    INSERT INTO clauses.kept_forms (user_id, template_version_id, language, title, entries, kept_at)
    VALUES (${owner.userId}, ${owner.templateVersionId}, ${form.language}, ${form.title}, ${texts}, ${at})
    ON CONFLICT (user_id, template_version_id) DO UPDATE SET
      language = excluded.language, title = excluded.title, entries = excluded.entries, kept_at = excluded.kept_at`);
  db.run(sql`
    INSERT INTO finance.kept_form_amounts (user_id, template_version_id, entries)
    VALUES (${owner.userId}, ${owner.templateVersionId}, ${amounts})
    ON CONFLICT (user_id, template_version_id) DO UPDATE SET entries = excluded.entries`);
}

/** A version of a template and those that it took the place of. */
function upTo(templateVersionId: TemplateVersionId) {
  return sql`SELECT earlier.id FROM main.template_versions AS own
    JOIN main.template_versions AS earlier ON earlier.template_id = own.template_id AND earlier.version_number <= own.version_number
    WHERE own.id = ${templateVersionId}`;
}

/**
 * The form that the user left unfinished for a template, or null. One that was begun with a version that is superseded since
 * goes on with the present one: nothing can be made of its own any more.
 */
export function findKeptForm(
  db: Readable,
  userId: UserId,
  templateVersionId: TemplateVersionId,
): { readonly form: KeptForm; readonly keptAt: number } | null {
  const row = db.get<{ language: string; title: string; entries: string; amounts: string; kept_at: number }>(sql`
    SELECT language, title, kept_forms.entries, kept_form_amounts.entries AS amounts, kept_at
    FROM clauses.kept_forms JOIN finance.kept_form_amounts USING (user_id, template_version_id)
    WHERE user_id = ${userId} AND template_version_id IN (${upTo(templateVersionId)})
    ORDER BY template_version_id = ${templateVersionId} DESC, kept_at DESC LIMIT 1`);
  if (row === undefined) return null;
  const entries = { ...(JSON.parse(withPresentParties(db, row.entries)) as object), ...(JSON.parse(row.amounts) as object) };
  return { form: keptFormSchema.parse({ language: row.language, title: row.title, entries }), keptAt: row.kept_at };
}

/** Forgets it, with those of earlier versions, which would be gone on with next. */
export function discardForm(db: Writable, userId: UserId, templateVersionId: TemplateVersionId): void {
  db.run(sql`DELETE FROM clauses.kept_forms WHERE user_id = ${userId} AND template_version_id IN (${upTo(templateVersionId)})`);
  db.run(sql`DELETE FROM finance.kept_form_amounts WHERE user_id = ${userId} AND template_version_id IN (${upTo(templateVersionId)})`);
}
