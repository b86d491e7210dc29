import { describe, expect, test } from 'vitest';
import { brokenReferences, missingKeys, renderDocument } from '#shared/features/documents/render.ts';
import { descendants, type BlockNode, type DocumentNode } from '#shared/features/documents/model.ts';
import { areParallel } from '#shared/features/documents/numbering.ts';
import { checkValues } from '#shared/features/documents/value-checks.ts';
import type { VariableValues } from '#shared/features/documents/variables.ts';
import { usccProblem } from '#shared/features/parties/rules.ts';
import { templateContentSchema } from '#shared/features/templates/model.ts';
import { sampleParties, sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplate, seedTemplates, seedTypes } from '#shared/features/templates/seeds/seed-templates.ts';
import { parseCapitalAmount } from '#shared/kernel/capital-amount.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import { vagueSentences } from './vague-words.fixture.ts';
import { effortOf } from '../../harness/effort.ts';

const languages = ['zh', 'en', 'bilingual'] as const;

describe.each(seedTypes.map((type) => [type, seedTemplate(type)] as const))('the %s template', (type, template) => {
  const values = sampleValues(type);
  const documentFor = (language: (typeof languages)[number], changed: VariableValues = values) =>
    ({ ...template, language, values: changed, withheldKeys: [], number: null, mode: 'print' }) as const;
  const variants = variantsOf(template.variables, values);

  test('fits the schema that the vault reads it with, unchanged', () => {
    expect(templateContentSchema.parse(template)).toEqual(template);
  });

  test('both languages are parallel', () => {
    expect(areParallel(template.bodyZh.content, template.bodyEn.content)).toBe(true);
    expect(innerShape(template.bodyZh)).toEqual(innerShape(template.bodyEn));
  });

  test('every declared variable is used in both languages, and every used one is declared', () => {
    const declared = template.variables.map(({ key }) => key);
    expect(new Set(declared).size).toBe(declared.length);
    for (const body of [template.bodyZh, template.bodyEn]) {
      const used = usedKeys(body);
      expect([...used].filter((key) => !declared.includes(key))).toEqual([]);
      // `xEn` is the English wording of `x` and used with it.
      expect(declared.filter((key) => !used.has(key) && !used.has(key.replace(/En$/, '')))).toEqual([]);
    }
  });

  test('its sample values are valid', () => {
    expect(checkValues(template.variables, values)).toEqual([]);
  });

  test('every choice, in every language, prints without a missing value, a broken reference or a blank', () => {
    for (const variant of variants) {
      for (const language of languages) {
        const document = documentFor(language, variant);
        expect(missingKeys(document)).toEqual([]);
        expect(brokenReferences(document)).toEqual([]);
        expect(textOf(renderDocument(document))).not.toMatch(/【|】|_{2,}|\{\{|\}\}|〔|TBD|待定|undefined|null|NaN|第第|条条/);
      }
    }
  });

  test('no vague word stands in a sentence with an obligation verb', () => {
    for (const variant of variants) {
      expect(vagueSentences(textOf(renderDocument(documentFor('zh', variant))), 'zh')).toEqual([]);
      expect(vagueSentences(textOf(renderDocument(documentFor('en', variant))), 'en')).toEqual([]);
    }
  });

  test('amounts in words equal their figures', () => {
    const text = textOf(renderDocument(documentFor('zh')));
    const pairs = [...text.matchAll(/人民币([\d,.]+)元（大写：([^）]+)）/g)];
    expect(pairs.length).toBeGreaterThan(0);
    for (const [, figures = '', words = ''] of pairs) expect(parseCapitalAmount(words)).toEqual(parseMoney(figures));
  });

  test('either a court or a named arbitration institution, never both', () => {
    for (const disputeMode of ['court', 'arbitration']) {
      const text = textOf(renderDocument(documentFor('zh', { ...values, disputeMode })));
      expect(text.includes('人民法院提起诉讼')).toBe(disputeMode === 'court');
      expect(/提交[^，。]+(?:委员会|仲裁院)/.test(text)).toBe(disputeMode === 'arbitration');
      const english = textOf(renderDocument(documentFor('en', { ...values, disputeMode })));
      expect(english.includes('people’s court')).toBe(disputeMode === 'court');
      expect(english.includes('seat of arbitration')).toBe(disputeMode === 'arbitration');
    }
  });

  test('it has what domain.md asks: cap, cure period, consequences, deemed service, inclusive words, repealed laws gone', () => {
    const text = textOf(renderDocument(documentFor('zh')));
    for (const phrase of ['均含本数', '书面催告后', '不超过', '视为送达', '90日内不行使', '送达地址', '签署日期', '盖章']) expect(text).toContain(phrase);
    if (type !== 'nda') for (const phrase of ['视为验收合格', '验收不合格', '每逾期一日', '税率', '收款账户']) expect(text).toContain(phrase);
    expect(text).not.toMatch(/《中华人民共和国合同法》|民法通则|担保法|物权法|包括但不限于|友好协商|当地仲裁/);
    expect(textOf(renderDocument(documentFor('en')))).not.toMatch(/including without limitation|and\/or|hereby|herein|thereof|witnesseth|whereas/i);
  });

  test('a clause has a number of days beside every duty to pay', () => {
    const sentences = textOf(renderDocument(documentFor('zh'))).split(/[。；\n]/);
    const duties = sentences.filter((text) => /应(?:于|在)?[^，]*(?:支付|付清)/.test(text) && !/每(?:迟延|逾期)一日|每日|前款|未付/.test(text));
    expect(duties.filter((text) => !/\d+(?:个工作)?日|之日起|\d+%支付违约金|差额|运输费/.test(text))).toEqual([]);
  });

  test('without a bank account the text asks for notice of one', () => {
    const poor = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, typeof value === 'object' && 'partyId' in value ? { ...value, bankName: null, bankAccount: null, contactEmail: null } : value]),
    );
    const document = documentFor('bilingual', poor);
    expect(missingKeys(document)).toEqual([]);
    if (type !== 'nda') expect(textOf(renderDocument(document))).toContain('告知收款账户');
  });
});

test('the sales template has at least 25 clauses', () => {
  const headings = [...descendants(seedTemplates[0]!.bodyZh)].filter((node) => node.type === 'clauseHeading');
  expect(headings.length).toBeGreaterThanOrEqual(25);
});

test('the shipped templates use every type of variable', () => {
  const types = new Set(seedTemplates.flatMap(({ variables }) => variables.map(({ type }) => type)));
  expect([...types].sort()).toEqual(['boolean', 'choice', 'date', 'duration', 'list', 'money', 'number', 'party', 'text']);
});

test('the credit codes of the sample companies have valid check characters', () => {
  const codes = sampleParties.flatMap(({ uscc }) => (uscc === null ? [] : [uscc]));
  expect(codes).toHaveLength(4);
  expect(codes.map(usccProblem)).toEqual([null, null, null, null]);
});

test('a bilingual sales contract renders in a few milliseconds', async () => {
  const template = seedTemplates[0]!;
  const document = { ...template, language: 'bilingual', values: sampleValues('sales'), withheldKeys: [], number: null, mode: 'preview' } as const;
  const times: number[] = [];
  for (let run = 0; run < 50; run += 1) times.push((await effortOf(() => renderDocument(document))).seconds * 1000);
  times.sort((a, b) => a - b);
  console.info(`renderDocument, sales, bilingual: median ${times[25]?.toFixed(2)} ms, worst ${times.at(-1)?.toFixed(2)} ms`);
  expect(times[25]).toBeLessThan(20);
});

// The sample values with each choice and each boolean in turn at each of its values.
function variantsOf(variables: (typeof seedTemplates)[number]['variables'], values: VariableValues): readonly VariableValues[] {
  return variables.flatMap(({ key, type, constraints }) => {
    if (type === 'boolean') return [true, false].map((value) => ({ ...values, [key]: value }));
    return type === 'choice' ? (constraints.choices ?? []).map(({ value }) => ({ ...values, [key]: value })) : [];
  });
}

// Variables and references of each top-level block, which both languages must share.
function innerShape(body: DocumentNode) {
  return body.content.map((block: BlockNode) => {
    const nodes = [...descendants(block)];
    const variables = nodes.flatMap((node) => (node.type === 'variable' ? [`${node.attrs.key}|${node.attrs.format}`] : []));
    const references = nodes.flatMap((node) => (node.type === 'clauseReference' ? [node.attrs.clauseId] : []));
    return [...variables.sort(), ...references.sort()];
  });
}

function usedKeys(body: DocumentNode): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const node of descendants(body)) {
    if (node.type === 'signatureBlock') for (const { key } of node.attrs.parties) keys.add(key);
    else if ('attrs' in node && 'key' in node.attrs) keys.add(node.attrs.key);
  }
  return keys;
}

function textOf(html: string): string {
  return html
    .replace(/<\/(?:p|td|th|h\d|tr|div)>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
