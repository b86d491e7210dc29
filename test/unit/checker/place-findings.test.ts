import { expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import { findingPlaces } from '#shared/features/checker/place-findings.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import { sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplates } from '#shared/features/templates/seeds/seed-templates.ts';
import { documentFromText } from '#shared/features/versions/document-from-text.ts';
import { badContract } from '../../harness/bad-contract.ts';

const check = (blocks: ReturnType<typeof documentBlocks>) => {
  const text = clauseText(blocks);
  const { findings } = checkText(text, { record: null, rules: allRules, tuning: [] });
  return { findings, places: findingPlaces(blocks, text, findings) };
};

for (const language of ['zh', 'en'] as const) {
  test(`every finding that covers words points at just these words in their block (${language})`, () => {
    const lines = badContract[language].split('\n').map((text) => ({ kind: 'paragraph' as const, level: 0, text, cells: null }));
    const body = documentFromText(lines);
    const blocks = documentBlocks({ bodyZh: body, bodyEn: body, variables: [], values: {}, withheldKeys: [], language });
    const { findings, places } = check(blocks);
    expect(findings.length).toBeGreaterThan(10);
    for (const [index, { quote }] of findings.entries()) {
      const place = places[index];
      if (quote === '') continue;
      expect(place).not.toBeNull();
      const words = blocks[place?.block ?? 0]?.text.slice(place?.start, place?.end) ?? '';
      expect(quote.replace(/^\S+\s/, '').includes(words) || quote.startsWith(words) || words.startsWith(quote)).toBe(true);
    }
  });
}

test('the lines of the shipped templates are found again, tables and parties among them', () => {
  for (const { bodyZh, bodyEn, variables, contractType } of seedTemplates) {
    const blocks = documentBlocks({ bodyZh, bodyEn, variables, values: sampleValues(contractType as 'sales'), withheldKeys: [], language: 'zh' });
    const text = clauseText(blocks);
    const whole = text.clauses.map((clause, index) => ({ clause: index, start: 0, end: clause.text.length }));
    const places = findingPlaces(blocks, text, whole as never);
    expect(places.filter((place) => place === null)).toEqual([]);
  }
});
