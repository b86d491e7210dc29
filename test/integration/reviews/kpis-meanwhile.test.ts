import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

test('a form that was begun before somebody else set KPIs does not take theirs away', async () => {
  const contractId = registerTerms(world, [{ title: '机房维护', from: '2026-03-08', until: '2027-09-30' }])[0] ?? ('' as never);
  const onTime = { id: null, name: '准时率', unit: '%', target: 98, direction: 'at_least' } as const;
  const complaints = { id: null, name: '投诉', unit: '件', target: 2, direction: 'at_most' } as const;
  const known = async () => {
    const { kpis } = await world.must('reviews.ofContract', { contractId });
    return isWithheld(kpis) ? [] : kpis.map(({ id, name, unit, target, direction }) => ({ id, name, unit, target, direction }));
  };
  const names = async () => (await known()).map(({ name }) => name);
  const begun = await known();
  await world.must('reviews.saveKpis', { contractId, known: begun, kpis: [onTime] });
  expect(await world.call('reviews.saveKpis', { contractId, known: begun, kpis: [complaints] })).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
  expect(await names()).toEqual(['准时率']);
  await world.must('reviews.saveKpis', { contractId, known: await known(), kpis: [...(await known()), complaints] });
  expect(await names()).toEqual(['准时率', '投诉']);
});
