import { expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import { sampleValues } from '#shared/features/templates/seeds/samples.ts';
import { seedTemplate, seedTypes } from '#shared/features/templates/seeds/seed-templates.ts';

// What the house itself ships keeps the house's own rules.
const languages = ['zh', 'en', 'bilingual'] as const;

test.each(seedTypes.flatMap((type) => languages.map((language) => [type, language] as const)))('the shipped %s template in %s has no finding', (type, language) => {
  const blocks = documentBlocks({ ...seedTemplate(type), values: sampleValues(type), language, withheldKeys: [] });
  const { findings } = checkText(clauseText(blocks), { record: null, rules: allRules, tuning: [] });
  expect(findings.map(({ ruleId, quote }) => [ruleId, quote])).toEqual([]);
});
