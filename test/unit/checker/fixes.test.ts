import { describe, expect, test } from 'vitest';
import { badContract } from '../../harness/bad-contract.ts';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';

// One click on a finding must be the end of it, or the person clicks in vain.
describe.each(['zh', 'en'] as const)('the wording that a finding offers (%s)', (language) => {
  const before = lookAt(badContract[language]);
  const offers = before.findings.flatMap(({ ruleId, clause, start, end, quote, fix }) => (fix === null || quote === '' ? [] : [{ ruleId, clause, start, end, quote, fix }]));

  test.each(offers.map((offer) => [offer.ruleId, offer.quote, offer] as const))('settles %s at “%s”', (ruleId, _, { clause, start, end, fix }) => {
    const texts = before.text.clauses.map(({ text }) => text);
    const words = texts[clause] ?? '';
    const lineEnd = words.indexOf('\n', end) < 0 ? words.length : words.indexOf('\n', end);
    texts[clause] = fix.kind === 'replace' ? words.slice(0, start) + fix.wording + words.slice(end) : `${words.slice(0, lineEnd)}\n${fix.wording}${words.slice(lineEnd)}`;
    expect(count(lookAt(texts.join('\n')).findings, ruleId)).toBeLessThan(count(before.findings, ruleId));
  });
});

function lookAt(words: string) {
  const text = clauseText(words);
  return { text, findings: checkText(text, { record: null, rules: allRules, tuning: [] }).findings };
}

function count(findings: readonly { readonly ruleId: string }[], rule: string): number {
  return findings.filter(({ ruleId }) => ruleId === rule).length;
}
