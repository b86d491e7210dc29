import { expect, test } from 'vitest';
import { countNonStandard, findDeviations, type DeviationQuestion } from '#shared/features/clauses/deviations.ts';
import { clauseCategories, clauseContentSchema, type LibraryClause } from '#shared/features/clauses/model.ts';
import { seedClauses, standardParagraphs } from '#shared/features/clauses/seeds/seed-clauses.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { NumberedBlock } from '#shared/features/reading/model.ts';
import { sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplate, seedTypes } from '#shared/features/templates/seeds/seed-templates.ts';
import { effortOf } from '../../harness/effort.ts';

const library: readonly LibraryClause[] = seedClauses.map(({ key, content }) => ({ id: key as LibraryClause['id'], content, versionNumber: 1, changedAt: 0, changedByName: '', retiredAt: null, revision: 1 }));

const heading = (number: string, text: string): NumberedBlock => ({ kind: 'heading', level: 1, number, text, cells: null });
const paragraph = (number: string, text: string): NumberedBlock => ({ kind: 'paragraph', level: 0, number, text, cells: null });
const ask = (blocks: readonly NumberedBlock[], over: Partial<DeviationQuestion> = {}) => findDeviations({ language: 'zh', blocks, templateBlocks: null, library, required: [], ...over });

const forceMajeure = standardParagraphs('force-majeure', 'zh', []);
const asClause = (number: string, title: string, paragraphs: readonly string[]) => [heading(`第${number}条`, title), ...paragraphs.map((text, index) => paragraph(`${number}.${index + 1}`, text))];

test('every shipped clause keeps the schema, has both languages, guidance and a hard line, and together they cover every category', () => {
  expect(seedClauses.length).toBeGreaterThanOrEqual(24);
  for (const { content } of seedClauses) {
    expect(clauseContentSchema.parse(content)).toEqual(content);
    const { preferred, hardLineZh, hardLineEn, guidanceZh, guidanceEn, fallbacks } = content;
    for (const text of [preferred.zh, preferred.en, hardLineZh, hardLineEn, guidanceZh, guidanceEn, ...fallbacks.flatMap(({ wording }) => [wording.zh, wording.en])]) expect(text).not.toBe('');
  }
  expect(new Set(seedClauses.map(({ content }) => content.category))).toEqual(new Set(clauseCategories));
});

test('the preferred words are found whatever their spaces, width and numbering', () => {
  const spaced = forceMajeure.map((text) => text.replaceAll('，', ' ， ').replaceAll('5日', '５日'));
  expect(ask(asClause('4', '不可抗力', spaced))).toMatchObject([{ state: 'preferred', category: 'forceMajeure', number: '4.1', acceptRole: null, redline: [] }]);
});

test('a blank may be filled in, but not with whole sentences', () => {
  const rate = (filled: string) => asClause('7', '违约责任', [`乙方逾期付款的，每逾期一日，应按逾期金额的${filled}向甲方支付违约金。`]);
  expect(ask(rate('0.05%'))).toMatchObject([{ state: 'preferred' }]);
  expect(ask(rate(`0.05%，${'但甲方应先催告三次'.repeat(20)}，`))[0]?.state).not.toBe('preferred');
});

test('a fallback is named with its number, its place and who may accept it', () => {
  const words = seedClauses.find(({ key }) => key === 'liability-cap')?.content.fallbacks[1]?.wording.zh.replaceAll(/【[^】]+】/g, '甲方') ?? '';
  expect(ask(asClause('9', '责任上限', ['本条适用于双方。', words]))).toMatchObject([{ state: 'fallback', fallback: 2, number: '9.2', acceptRole: 'contract_manager' }]);
});

test('changed words are shown against the library’s, with who must agree', () => {
  const changed = forceMajeure.map((text) => text.replace('超过60日', '超过180日').replace('5日内', '30日内'));
  const [found] = ask(asClause('4', '不可抗力', changed));
  expect(found).toMatchObject({ state: 'modified', acceptRole: 'legal' });
  expect(found?.redline.filter(({ kind }) => kind === 'removed').map(({ text }) => text).join()).toMatch(/5.*60/);
  expect(found?.redline.filter(({ kind }) => kind === 'added').map(({ text }) => text).join()).toMatch(/30.*180/);
});

test('a sentence put behind the preferred words is a change', () => {
  expect(ask(asClause('4', '不可抗力', [...forceMajeure.slice(0, 3), `${forceMajeure[3]}资金困难也是不可抗力。`]))[0]?.state).toBe('modified');
});

test('a guarded matter in words of its own is said, an unguarded one is not', () => {
  expect(ask(asClause('4', '保密', ['乙方不许说出去。']))).toMatchObject([{ state: 'own', category: 'confidentiality' }]);
  expect(ask(asClause('4', '数量', ['一共十台。']))).toEqual([]);
});

test('what is required and nowhere to be found is missing', () => {
  const found = ask(asClause('4', '数量', ['一共十台。']), { required: ['forceMajeure', 'quantity'] });
  expect(found.map(({ state, category }) => [state, category])).toEqual([
    ['own', 'quantity'],
    ['missing', 'forceMajeure'],
  ]);
  expect(countNonStandard(found)).toBe(2);
});

const ways = seedTypes.flatMap((type) => (['zh', 'en'] as const).map((language) => [type, language] as const));
test.each(ways)('a contract made from the shipped %s template in %s says nothing that its template does not', (type, language) => {
  const blocks = documentBlocks({ ...seedTemplate(type), values: sampleValues(type), language, withheldKeys: [] });
  const found = ask(blocks, { language, templateBlocks: blocks });
  expect(found.filter(({ state }) => state !== 'preferred')).toEqual([]);
  if (type !== 'nda') expect(found.length).toBeGreaterThanOrEqual(8);
});

test('clauses of English text are told apart by the same rule', () => {
  const words = standardParagraphs('anti-bribery', 'en', ['the Contract Price']);
  const blocks = [heading('Article 3', 'Integrity'), ...words.map((text, index) => paragraph(`3.${index + 1}`, text))];
  expect(ask(blocks, { language: 'en' })).toMatchObject([{ state: 'preferred', category: 'antiBribery', number: '3.1' }]);
});

test('effort grows with the text, not faster', async () => {
  const one = documentBlocks({ ...seedTemplate('sales'), values: sampleValues('sales'), language: 'zh', withheldKeys: [] });
  const effort = async (blocks: readonly NumberedBlock[]) => {
    const runs: number[] = [];
    for (let run = 0; run < 7; run += 1) runs.push((await effortOf(() => ask(blocks))).seconds);
    return Math.min(...runs);
  };
  await effort(one);
  const [once, tenfold] = [await effort(one), await effort(Array.from({ length: 10 }, () => one).flat())];
  console.info(`findDeviations: ${(once * 1000).toFixed(1)} ms a contract, ${(tenfold * 1000).toFixed(1)} ms for ten in one`);
  expect(tenfold).toBeLessThan(once * 40 + 0.05);
});
