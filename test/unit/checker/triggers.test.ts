import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import type { ClausedText } from '#shared/features/checker/model.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { neededWords } from '#shared/features/checker/triggers/needed-words.ts';
import { knownTriggers, mayHold, scanned, sentencesThatMayHold } from '#shared/features/checker/triggers/triggers.ts';
import { readCorpus } from '../../harness/corpus.ts';

// A rule looks only at clauses that hold one of its words. What is found must be what it would find everywhere.

const corpus = readCorpus().map(({ name, text }) => ({ name, text: clauseText(text) }));
const everywhere = allRules.map((rule) => ('triggers' in rule ? (({ triggers: _, ...rest }) => rest)(rule) : rule));
const findings = (text: ClausedText, rules: typeof allRules) => checkText(text, { record: null, rules, tuning: [] }).findings;

describe('the words that a pattern needs', () => {
  test.each([
    [/尽快|及时/u, ['尽快', '及时']],
    [/验收(?:合格|通过)?后/u, ['验收合格后', '验收通过后', '验收后']],
    [/\b(?:pay|pays) (?:in|by)\b/iu, ['pay in', 'pay by', 'pays in', 'pays by']],
    [/(?<!不)应[^,.;]{0,12}解除(?=合同)/u, ['解除']],
    [/\d{4}\s{0,4}年/u, ['年']],
    [/第[一二]{1,6}条/u, ['第一', '第二']],
    [/第.{1,6}条/u, ['第']],
    [/收款人(?:名称)?[:：]{0,4}[甲乙]./u, ['收款人名称:', '收款人名称：', '收款人名称甲', '收款人名称乙', '收款人:', '收款人：', '收款人甲', '收款人乙']],
    [/(?:大约|约)[(:]{0,4}\d{1,3}万/iu, ['约(', '约:', ...[...'0123456789'].map((figure) => `约${figure}`)]],
    [/[A-Z]\w+ Law/u, [' law']],
  ] as const)('of %s are told from its source', (pattern, words) => {
    expect(neededWords(pattern)).toEqual(words);
  });

  test.each([/[^,.;]{0,40}/u, /\w+/u, /付款|\d*/u])('of %s are none', (pattern) => {
    expect(neededWords(pattern)).toBeNull();
  });

  test('stand in every match, whatever the text', () => {
    const letters = [...new Set(knownTriggers().flatMap((pattern) => [...(neededWords(pattern) ?? []).join('')]))];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters, ' ', '，', '。', '7', 'A'), { maxLength: 60 }), (some) => {
        for (const clause of clauseText(some.join('')).clauses) expectNothingOverlooked(clause);
      }),
      { numRuns: 200 },
    );
  });
});

test('no pattern of a rule matches in a clause of the corpus that was said not to hold it', () => {
  for (const { text } of corpus) for (const clause of text.clauses) expectNothingOverlooked(clause);
});

test.each(corpus.map(({ name, text }) => [name, text] as const))('%s has the findings that rules give which look at every clause', (_, text) => {
  expect(findings(text, allRules)).toEqual(findings(text, everywhere));
});

test('words that a vault added are looked for in every clause', () => {
  const text = clauseText('第一条 交货\n乙方应火速交货。');
  const tuning = [{ ruleId: 'R02', isOff: false, severity: null, addedWords: ['火速'], silencedWords: [] }];
  expect(checkText(text, { record: null, rules: allRules, tuning }).findings.map(({ ruleId, quote }) => [ruleId, quote])).toContainEqual(['R02', '火速']);
});

function expectNothingOverlooked(clause: ClausedText['clauses'][number]): void {
  const looked = scanned(clause);
  for (const pattern of knownTriggers()) {
    const matches = (plain: string) => {
      pattern.lastIndex = 0;
      return pattern.test(plain);
    };
    if (matches(clause.plain)) expect([pattern.source, mayHold(looked, pattern)]).toEqual([pattern.source, true]);
    const sentences = sentencesThatMayHold(looked, pattern);
    for (const sentence of clause.sentences) if (matches(sentence.plain)) expect([pattern.source, sentence.plain, sentences.includes(sentence)]).toEqual([pattern.source, sentence.plain, true]);
  }
}
