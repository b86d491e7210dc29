import { describe, expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import type { Finding, RecordFacts } from '#shared/features/checker/model.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { badContract } from '../../harness/bad-contract.ts';
import { readCorpus } from '../../harness/corpus.ts';
import { edgeCases } from './edge-cases.fixture.ts';
import { cases, textOf } from './rule-cases.fixture.ts';

// Every finding to the letter: its words, weight, values and the wording that it offers. Whoever changes a rule sees here
// what else it finds now; `npx vitest run --project unit what-rules-find -u` writes that down once it is right.

const find = (text: string, record: RecordFacts | null = null) => checkText(clauseText(text), { record, rules: allRules, tuning: [] }).findings;

describe.each(Object.entries(cases))('%s', (id, { fires, silent }) => {
  test('finds in its cases just these words', () => {
    const found = [...fires, ...silent].map((one) => find(textOf(one), typeof one === 'string' ? null : (one.record ?? null)).filter(({ ruleId }) => ruleId === id));
    expect(found.map((some) => some.map(lineOf).join('\n'))).toMatchSnapshot();
  });
});

describe.each(Object.entries(edgeCases))('%s', (id, edges) => {
  test('finds at its edges just these words', () => {
    const found = edges.map((one) => find(textOf(one), typeof one === 'string' ? null : (one.record ?? null)).filter(({ ruleId }) => ruleId === id));
    const asked = edges.map((one) => (typeof one === 'string' ? one : Object.values(one).filter((part) => typeof part === 'string').join(' / ')).replaceAll('\n', ' / '));
    expect(found.map((some, index) => [asked[index], ...some.map(lineOf)].join('\n    '))).toMatchSnapshot();
  });
});

test('each rule has its kind, its weight and the basis that it is cited with', () => {
  expect(allRules.map(({ id, kind, severity, bases, scope }) => `${id} ${kind} ${severity} ${scope} ${bases.join(', ')}`)).toMatchSnapshot();
});

describe('all rules together', () => {
  test.each(readCorpus().map(({ name, text }) => [name, text] as const))('find in %s just these words', (_, text) => {
    expect(find(text).map(lineOf)).toMatchSnapshot();
  });

  test.each(['zh', 'en'] as const)('find in the contract that is bad on purpose just these words (%s)', (language) => {
    expect(find(badContract[language]).map(lineOf)).toMatchSnapshot();
  });
});

function lineOf({ ruleId, severity, clause, start, quote, parameters, fix }: Finding): string {
  return [`${ruleId} ${severity} ${clause}:${start}`, `“${quote}”`, JSON.stringify(parameters), ...(fix === null ? [] : [`${fix.kind} ${fix.wording}`])].join(' | ');
}
