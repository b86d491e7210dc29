import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FlowStep } from '#shared/features/approvals/model.ts';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { Currency } from '#shared/kernel/money.ts';
import type { Day } from '#shared/kernel/day.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// Bounds name no currency and are held against the figures of sums; a yen has no hundredths.

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

async function worth(figure: number, currency: Currency) {
  const inclusive = { minor: currency === 'JPY' ? figure : figure * 100, currency };
  const { summary } = await world.must('contracts.register', {
    ...{ title: `${currency} ${figure}`, contractType: 'purchase', language: 'zh', stage: 'draft', number: '' },
    record: {
      ...{ recordKind: 'standalone', parentId: null, direction: 'pay', parties: [], ownerName: userName, department: '', confidentiality: 'internal', tags: [] },
      ...{ signedOn: null, effectiveOn: null, expiresOn: '2027-08-31' as Day, renewalType: 'none', details: recordDetailsSchema.parse({}) },
    },
    amount: { inclusive, exclusiveMinor: null, taxBasisPoints: null, basis: 'fixed' },
  });
  return summary.id;
}

test('a sum in yen weighs in the score as much as the same figure of another currency, on its page and in the list', async () => {
  const contracts = [await worth(6_000_000, 'CNY'), await worth(6_000_000, 'JPY')];
  await world.pass(60_000);
  const scores = await Promise.all(contracts.map((contractId) => world.must('risks.score', { contractId })));
  expect(scores[1]?.items).toEqual(scores[0]?.items);
  const listed = await world.must('risks.scores', { from: 0, limit: 10 });
  expect(listed.map(({ score }) => score)).toEqual(scores.map(({ score }) => score));
});

test('a sum in yen takes the step of a flow that its figure asks for', async () => {
  const condition = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
  const step = (name: string, order: number, amountFromMinor: number | null): FlowStep => ({ name, order, mode: 'any', assignees: [{ kind: 'role', role: 'administrator' }], condition: { ...condition, amountFromMinor }, deadlineHours: 8, escalateTo: null });
  const steps = [step('法务', 1, null), step('管理层', 2, 1_000_000_00)];
  await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '按金额', contractTypes: [], steps, isOn: true, drafterMayApprove: true, needsSecondReviewer: false } });
  const wayOf = async (figure: number, currency: Currency) => (await world.must('approvals.route', { contractId: await worth(figure, currency) }))?.tasks.map(({ stepName }) => stepName);
  expect(await wayOf(6_000_000, 'JPY')).toEqual(['法务', '管理层']);
  expect(await wayOf(600_000, 'JPY')).toEqual(['法务']);
});
