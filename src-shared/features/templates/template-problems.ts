import { z } from 'zod';
import { clauseCategorySchema, type ClauseCategory } from '../clauses/model.ts';
import { descendants, type AnyNode } from '../documents/model.ts';
import { areParallel } from '../documents/numbering.ts';
import type { TemplateContent } from './model.ts';

/** What is wrong with a template's text. Those that block keep it from review; the rest are told. */
export const templateProblemCodes = [
  'EMPTY_TEXT',
  'UNDECLARED_VARIABLE',
  'TWICE_DECLARED',
  'BROKEN_REFERENCE',
  'OBLIGATION_VARIABLE',
  'MISSING_CLAUSE',
  'NOT_PARALLEL',
  'UNUSED_VARIABLE',
] as const;
type TemplateProblemCode = (typeof templateProblemCodes)[number];

export const templateProblemSchema = z
  .object({
    code: z.enum(templateProblemCodes),
    /** The variable's key or the clause's id; empty where it is about the whole. */
    key: z.string(),
    category: clauseCategorySchema.nullable(),
    blocks: z.boolean(),
  })
  .readonly();
export type TemplateProblem = z.infer<typeof templateProblemSchema>;

/**
 * Looks a template through. `missing`: the clause categories that its type requires and its text lacks; whoever knows
 * the library finds them.
 */
export function templateProblems(content: TemplateContent, missing: readonly ClauseCategory[]): readonly TemplateProblem[] {
  const { bodyZh, bodyEn, variables, defaults } = content;
  const declared = variables.map(({ key }) => key);
  const used = new Set([...keysIn(bodyZh), ...keysIn(bodyEn)]);
  const ids = new Set([...idsIn(bodyZh), ...idsIn(bodyEn)]);
  const references = new Set([...referencesIn(bodyZh), ...referencesIn(bodyEn)]);
  const owed = new Set(defaults.obligations.flatMap(({ obligorKey, due, amountKey, percentKey, condition }) => [
    obligorKey,
    ...(due.kind === 'fixed' ? [due.dateKey] : due.kind === 'offset' && due.durationKey !== null ? [due.durationKey] : []),
    ...[amountKey, percentKey, condition?.key ?? null].filter((key) => key !== null),
  ]));
  const asked = variables.flatMap(({ source, constraints: { notBefore } }) => [source?.partyKey, notBefore].filter((key) => key !== undefined));
  const unknown = (keys: Iterable<string>, known: readonly string[]) => [...keys].filter((key) => !known.includes(key));
  return [
    ...(bodyZh.content.length === 0 && bodyEn.content.length === 0 ? [problem('EMPTY_TEXT')] : []),
    ...unknown(new Set([...used, ...asked]), declared).map((key) => problem('UNDECLARED_VARIABLE', key)),
    ...new Set(declared.filter((key, index) => declared.indexOf(key) !== index).map((key) => problem('TWICE_DECLARED', key))),
    ...unknown(references, [...ids]).map((key) => problem('BROKEN_REFERENCE', key)),
    ...unknown(owed, declared).map((key) => problem('OBLIGATION_VARIABLE', key)),
    ...missing.map((category) => ({ code: 'MISSING_CLAUSE', key: '', category, blocks: true }) as const),
    ...(bodyZh.content.length > 0 && bodyEn.content.length > 0 && !areParallel(bodyZh.content, bodyEn.content) ? [problem('NOT_PARALLEL', '', false)] : []),
    // `xEn` is the English wording of `x` and used with it.
    ...declared.filter((key) => !used.has(key) && !used.has(key.replace(/En$/, ''))).map((key) => problem('UNUSED_VARIABLE', key, false)),
  ];
}

function problem(code: TemplateProblemCode, key = '', blocks = true): TemplateProblem {
  return { code, key, category: null, blocks };
}

function keysIn(node: AnyNode): readonly string[] {
  return [...descendants(node)].flatMap((one) => {
    if (one.type === 'signatureBlock') return one.attrs.parties.map(({ key }) => key);
    return 'attrs' in one && 'key' in one.attrs ? [one.attrs.key] : [];
  });
}

function idsIn(node: AnyNode): readonly string[] {
  return [...descendants(node)].flatMap((one) => ('attrs' in one && 'id' in one.attrs && one.attrs.id !== null ? [one.attrs.id] : []));
}

function referencesIn(node: AnyNode): readonly string[] {
  return [...descendants(node)].flatMap((one) => (one.type === 'clauseReference' ? [one.attrs.clauseId] : []));
}
