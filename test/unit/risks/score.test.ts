import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultWeights, levelOf, scoreParts, scoreWeightsSchema } from '#shared/features/risks/model.ts';
import { limitsLiability, riskScore, type ScoreFacts } from '#shared/features/risks/score.ts';
import { newTrigger, ruleDraftSchema, shippedRules, triggerKinds, triggerSchema } from '#shared/features/risks/warnings.ts';
import { withheld } from '#shared/kernel/withheld.ts';

const calm: ScoreFacts = {
  amountMinor: 50_000_00,
  graveFindings: 0,
  renewsByItself: false,
  hasOwner: true,
  noticeMissed: false,
  overdueObligations: 0,
  hasLiabilityCap: true,
  counterpartyGrade: 'A',
  isForeignPaper: false,
};
const scoreOf = (over: Partial<ScoreFacts>) => riskScore({ ...calm, ...over }, defaultWeights);

describe('a risk score', () => {
  test('is nothing where nothing speaks for a risk, and a hundred where everything does', () => {
    expect(scoreOf({})).toMatchObject({ score: 0, level: 'low', isPartial: false });
    const worst = scoreOf({ amountMinor: 10_000_000_00, graveFindings: 9, renewsByItself: true, noticeMissed: true, overdueObligations: 5, hasLiabilityCap: false, counterpartyGrade: 'blacklisted', isForeignPaper: true });
    expect(worst).toMatchObject({ score: 100, level: 'high' });
    expect(worst.items.map(({ points }) => points)).toEqual([25, 20, 15, 15, 10, 10, 5]);
  });

  test('says of each part what it goes by', () => {
    const { items } = scoreOf({ amountMinor: 600_000_00, graveFindings: 1, renewsByItself: true, hasOwner: false, overdueObligations: 1, counterpartyGrade: null });
    expect(items.map(({ part, reason, points, count }) => [part, reason, points, count])).toEqual([
      ['value', 'band', 13, 3],
      ['findings', 'findings', 7, 1],
      ['renewal', 'noOwner', 15, null],
      ['obligations', 'overdue', 8, 1],
      ['liability', 'capFound', 0, null],
      ['counterparty', 'gradeUnknown', 0, null],
      ['paper', 'ownPaper', 0, null],
    ]);
  });

  test('gives nothing away of what is withheld: it is the same whatever that is', () => {
    fc.assert(
      fc.property(fc.record({ renewsByItself: fc.boolean(), noticeMissed: fc.boolean(), overdueObligations: fc.nat(5), isForeignPaper: fc.boolean() }), (facts) => {
        const blind = { ...calm, ...facts, amountMinor: withheld, graveFindings: withheld, hasLiabilityCap: withheld };
        const score = riskScore(blind, defaultWeights);
        expect(score.isPartial).toBe(true);
        expect(score.items.filter(({ reason }) => reason === 'withheld').map(({ part, points }) => [part, points])).toEqual([['value', 0], ['findings', 0], ['liability', 0]]);
      }),
    );
  });

  test('stays within a hundred, and never falls when a fact gets worse, whatever the weights', () => {
    const weights = fc.record(Object.fromEntries(scoreParts.map((part) => [part, fc.nat(100)])) as Record<(typeof scoreParts)[number], fc.Arbitrary<number>>);
    fc.assert(
      fc.property(weights, fc.nat(4), fc.nat(12), (chosen, overdue, findings) => {
        const settings = { ...defaultWeights, weights: chosen };
        const at = (facts: Partial<ScoreFacts>) => riskScore({ ...calm, ...facts }, settings).score;
        const better = at({ overdueObligations: overdue, graveFindings: findings });
        const worse = at({ overdueObligations: overdue + 1, graveFindings: findings + 1 });
        expect(worse).toBeGreaterThanOrEqual(better);
        expect(worse).toBeLessThanOrEqual(100);
      }),
    );
  });
});

test('a limit of liability is found in both languages, and not where there is none', () => {
  for (const text of ['乙方承担的赔偿责任总额不超过合同总价的 30%。', '违约责任的上限为合同金额。', 'The total liability of either party shall not exceed the price.', 'Limitation of liability']) expect([text, limitsLiability(text)]).toEqual([text, true]);
  for (const text of ['乙方应赔偿甲方因此遭受的全部损失。', 'The Supplier is liable for all damage.', '付款不超过三十日。']) expect([text, limitsLiability(text)]).toEqual([text, false]);
});

test('the matrix is low at its foot and high at its top', () => {
  expect([levelOf(1, 1), levelOf(1, 5), levelOf(2, 2), levelOf(3, 4), levelOf(5, 5)]).toEqual(['low', 'medium', 'low', 'high', 'high']);
});

test('every trigger begins with numbers that are allowed, and every shipped rule is one', () => {
  for (const kind of triggerKinds) expect(triggerSchema.safeParse(newTrigger(kind)).success).toBe(true);
  for (const { key, ...rule } of shippedRules) expect([key, ruleDraftSchema.safeParse({ ...rule, name: key }).success]).toEqual([key, true]);
  expect(scoreWeightsSchema.safeParse(defaultWeights).success).toBe(true);
});
