import { expect, test } from 'vitest';
import { documentSchema } from '#shared/features/documents/model.ts';
import { seedTemplates } from '#shared/features/templates/seeds/seed-templates.ts';
import { linesOf, withLine, withLinesAfter, withoutLine } from '#shared/features/templates/text-lines.ts';
import { trialValues } from '#shared/features/templates/trial-values.ts';
import { checkValues } from '#shared/features/documents/value-checks.ts';

test('writing every line of a shipped template as it stands changes nothing', () => {
  for (const { bodyZh, bodyEn } of seedTemplates) {
    for (const body of [bodyZh, bodyEn]) {
      const written = linesOf(body).reduce((document, { path, text }) => withLine(document, path, text), body);
      expect(written).toEqual(body);
    }
  }
});

test('a variable and a reference are read from a line, half-typed braces stay words', () => {
  const [sales] = seedTemplates;
  if (sales === undefined) throw new Error('no template');
  const path = [4, 0];
  const [first] = linesOf(sales.bodyZh);
  const body = withLine(sales.bodyZh, first?.path ?? path, '总价{{totalPrice|words}}见{{#price}}，{{未完 {{x');
  const title = body.content[0];
  expect(title?.type === 'title' && title.content.map(({ type }) => type)).toEqual(['text', 'variable', 'text', 'clauseReference', 'text']);
  expect(documentSchema.safeParse(body).success).toBe(true);
  expect(linesOf(body)[0]?.text).toBe('总价{{totalPrice|words}}见{{#price}}，{{未完 {{x');
});

test('lines are put behind a line and taken away where they stand, in conditional parts too', () => {
  const [sales] = seedTemplates;
  if (sales === undefined) throw new Error('no template');
  const inside = linesOf(sales.bodyZh).find(({ depth }) => depth === 1);
  if (inside === undefined) throw new Error('no conditional part');
  const longer = withLinesAfter(sales.bodyZh, inside.path, null, ['新的一段']);
  expect(linesOf(longer)).toHaveLength(linesOf(sales.bodyZh).length + 1);
  const added = linesOf(longer).find(({ text }) => text === '新的一段');
  expect(added?.depth).toBe(1);
  expect(withoutLine(longer, added?.path ?? [])).toEqual(sales.bodyZh);
});

test('the values of a try-out fit every shipped template', () => {
  for (const template of seedTemplates) expect(checkValues(template.variables, trialValues(template, '2026-11-23' as never))).toEqual([]);
});
