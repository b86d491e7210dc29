import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { MetricId } from '#shared/features/fulfilment/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contractId = (await registerSigned(world, '云服务')).summary.id;
});
afterEach(() => world.close());

const level = { name: '可用率', comparison: 'atLeast', target: 99.9, unit: '%' } as const;
const shown = async () => (await world.must('fulfilment.ofContract', { contractId })).metrics[0];
const periods = async () => (await shown())?.measurements.map(({ period }) => period);

test('what was measured by the month stays so when the level is measured by the quarter from then on', async () => {
  await world.must('fulfilment.saveMetric', { contractId, id: null, revision: 0, entry: { ...level, period: 'month' } });
  const id = (await shown())?.id ?? ('' as MetricId);
  const measure = (on: string, value: number | null, period?: 'month') => world.call('fulfilment.measure', { id, periodStart: on as Day, value, ...(period === undefined ? {} : { period }) });
  for (const on of ['2026-09-01', '2026-10-01']) expect((await measure(on, 99.95)).ok).toBe(true);
  await world.must('fulfilment.saveMetric', { contractId, id, revision: 1, entry: { ...level, period: 'quarter' } });
  expect((await measure('2026-11-01', 99.9)).ok).toBe(true);
  expect(await periods()).toEqual(['month', 'month', 'quarter']);
  // Corrected, or taken back and put back, each is of its own period still.
  expect([(await measure('2026-09-01', 99.3)).ok, (await measure('2026-09-01', null)).ok, (await measure('2026-09-01', 99.3, 'month')).ok]).toEqual([true, true, true]);
  expect(await periods()).toEqual(['month', 'month', 'quarter']);
  expect(await measure('2026-12-01', 99.9)).toMatchObject({ error: { code: 'PERIOD_MEASURED', params: { day: '2026-11-01' } } });
});
