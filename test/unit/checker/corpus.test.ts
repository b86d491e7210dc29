import { describe, expect, test } from 'vitest';
import { falseFindingsPerThousand, figuresOf, judge, readCorpus } from '../../harness/corpus.ts';

// Contracts in the styles met in practice, labelled by hand before the checker saw them: what it promises must stay.

const corpus = readCorpus();
const judgements = corpus.map(judge);
const { overall, byRule } = figuresOf(judgements);

test('the corpus holds at least thirty contracts, good and bad, in both languages, each quote being in its text', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(30);
  expect(new Set(corpus.map(({ language }) => language))).toEqual(new Set(['zh', 'en', 'bilingual']));
  expect(corpus.filter(({ isClean }) => isClean).length).toBeGreaterThanOrEqual(10);
  for (const { name, text, defects } of corpus) for (const { quote } of defects) expect(text.includes(quote), `${name}: ${quote}`).toBe(true);
});

test('precision and recall are at least 0.9 over all rules', () => {
  expect(overall.precision).toBeGreaterThanOrEqual(0.9);
  expect(overall.recall).toBeGreaterThanOrEqual(0.9);
});

describe('each rule', () => {
  test.each([...byRule])('%s is at least 0.7 in both', (_, { precision, recall }) => {
    expect(precision).toBeGreaterThanOrEqual(0.7);
    expect(recall).toBeGreaterThanOrEqual(0.7);
  });
});

test('contracts without a flaw stay nearly silent: at most one finding for a thousand characters', () => {
  expect(falseFindingsPerThousand(judgements)).toBeLessThanOrEqual(1);
});
