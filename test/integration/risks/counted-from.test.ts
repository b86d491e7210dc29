import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { Trigger } from '#shared/features/risks/warnings.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { obligationEntry } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

vi.setConfig({ testTimeout: 120_000 });

// What scores and warnings count, and from where. The clock stands at nine on 23 November 2026.

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const today = '2026-11-23' as Day;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await world.pass(0);
});
afterEach(() => world.close());

const build = (trigger: Trigger) => world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '试规则', trigger, audience: { kind: 'everybody' }, how: 'list', isOn: true } });
const warned = async () => (await world.must('risks.alerts', { open: false, limit: 100 })).length;
const two: Trigger = { kind: 'obligations_overdue', count: 2 };
function register(): ContractId {
  const [id] = registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: '2030-12-31' }]);
  if (id === undefined) throw new Error('nothing was registered');
  return id;
}
const owe = (contractId: ContractId, days: number, graceDays = 0) =>
  world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry(`第 ${days} 天`, { due: { kind: 'fixed', on: addDays(today, days) }, graceDays }) });
async function meet(contractId: ContractId, ...days: readonly number[]): Promise<void> {
  for (const number of days) {
    const { obligations } = await world.must('fulfilment.ofContract', { contractId });
    const found = obligations.find(({ title }) => title === `第 ${number} 天`);
    await world.must('fulfilment.move', { id: found?.id ?? ('' as ObligationId), revision: found?.revision ?? 0, to: 'met', on: today, reason: '' });
  }
}
const overduePart = async (contractId: ContractId) => (await world.must('risks.score', { contractId })).items.find(({ part }) => part === 'obligations')?.count;

describe('a rule for obligations that are overdue', () => {
  test('counts those too that were overdue before it was switched on', async () => {
    const id = register();
    await owe(id, -10);
    await owe(id, 1);
    await build(two);
    await world.pass(dayMs);
    expect(await warned()).toBe(0);
    await world.pass(dayMs);
    expect(await warned()).toBe(1);
    await world.pass(3 * dayMs);
    expect(await warned()).toBe(1);
  });

  test('does not count one that was met before the next one came', async () => {
    const id = register();
    await build(two);
    await owe(id, 1);
    await owe(id, 5);
    await world.pass(3 * dayMs);
    await meet(id, 1);
    await world.pass(5 * dayMs);
    expect(await warned()).toBe(0);
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(0);
  });

  test('waits for the days of grace, as the list of what is overdue does', async () => {
    const id = register();
    await build(two);
    await owe(id, 1, 10);
    await owe(id, 2, 10);
    await world.pass(8 * dayMs);
    expect(await warned()).toBe(0);
    expect(await overduePart(id)).toBe(0);
    await world.pass(6 * dayMs);
    expect(await warned()).toBe(1);
    expect(await overduePart(id)).toBe(2);
  });

  test('warns again when the number is reached anew, and the trial on the past says the same', async () => {
    const id = register();
    await build(two);
    for (const days of [1, 2, 10, 11]) await owe(id, days);
    await world.pass(4 * dayMs);
    expect(await warned()).toBe(1);
    await meet(id, 1, 2);
    await world.pass(10 * dayMs);
    expect(await warned()).toBe(2);
    expect((await world.must('risks.dryRun', { trigger: two })).total).toBe(2);
  });
});
