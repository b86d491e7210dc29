import { describe, expect, test } from 'vitest';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { cleanClauses, contractWith, englishWith, findings, noRecord } from './contracts.fixture.ts';
import { ordinaryWords } from './ordinary-words.fixture.ts';
import { cases, textOf, type Case } from './rule-cases.fixture.ts';

// Every rule fires on at least three texts and stays silent on at least three that look like them.

const found = (one: Case, ruleId: string) => findings(textOf(one), typeof one === 'string' ? null : (one.record ?? null)).filter((finding) => finding.ruleId === ruleId);

test('the clean contracts are clean, in both languages', () => {
  expect(findings(contractWith()).map(({ ruleId, quote }) => [ruleId, quote])).toEqual([]);
  expect(findings(englishWith()).map(({ ruleId, quote }) => [ruleId, quote])).toEqual([]);
});

test('every rule has its cases, and there is none without a rule', () => {
  expect(Object.keys(cases).toSorted()).toEqual(allRules.map(({ id }) => id).toSorted());
  for (const { fires, silent } of Object.values(cases)) expect([fires.length >= 3, silent.length >= 3]).toEqual([true, true]);
});

describe.each(Object.entries(cases))('%s', (id, { fires, silent }) => {
  test.each(fires.map((one) => [textOf(one), one] as const))('fires on %s', (_, one) => {
    expect(found(one, id).length).toBeGreaterThan(0);
  });
  test.each(silent.map((one) => [textOf(one), one] as const))('is silent on %s', (_, one) => {
    expect(found(one, id).map(({ quote }) => quote)).toEqual([]);
  });
});

describe.each(Object.entries(ordinaryWords))('%s', (id, texts) => {
  test.each(texts)('is silent on ordinary words: %s', (text) => {
    expect(found(text, id).map(({ quote }) => quote)).toEqual([]);
  });
});

test('X05 holds names against the record, and offers the record’s', () => {
  const record = { ...noRecord, parties: [{ role: 'party_b', nameZh: '青岛远岸科技有限公司', nameEn: '', uscc: null, foreign: false }] };
  const text = contractWith({ head: cleanClauses.head.replace('远岸科技', '远案科技'), signature: cleanClauses.signature.replace('青岛远岸科技有限公司', '') });
  expect(findings(text, record).filter(({ ruleId }) => ruleId === 'X05')).toMatchObject([{ quote: '青岛远案科技有限公司', fix: { wording: '青岛远岸科技有限公司' } }]);
});
