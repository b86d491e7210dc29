import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { connectionOf } from '../../harness/connection-of.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';
import { registerSigned } from '../../harness/signed-contract.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const entries = { title: '', parties: [{ partyId: '', name: '无名公司', role: 'party_a', signatory: '' }], inclusive: '１，２３４..', taxRate: '13', currency: 'USD' };
const forNew = { kind: 'standalone', parentId: null } as const;

test('the form of a record comes back exactly as typed, its amounts out of the finance compartment', async () => {
  await world.must('contracts.keepRecord', { of: forNew, form: { revision: null, entries } });
  const kept = await world.must('contracts.keptRecord', { of: forNew });
  expect(kept?.form).toEqual({ revision: null, entries });
  const stored = connectionOf(world).get<{ entries: string }>({ text: 'SELECT entries FROM kept_records', values: [] });
  expect(stored?.entries).toContain('无名公司');
  expect(stored?.entries).not.toMatch(/１，２３４|USD|taxRate/);
});

test('each contract has its own, with the revision that it began with, and so has an order below it', async () => {
  const { summary, revision } = await registerSigned(world, 'Framework');
  const of = { contractId: summary.id };
  const order = { kind: 'order', parentId: summary.id } as const;
  await world.must('contracts.keepRecord', { of, form: { revision, entries: { title: 'A' } } });
  await world.must('contracts.keepRecord', { of, form: { revision, entries: { title: 'B' } } });
  expect((await world.must('contracts.keptRecord', { of }))?.form).toEqual({ revision, entries: { title: 'B' } });
  expect(await world.must('contracts.keptRecord', { of: order })).toBeNull();
  expect(await world.must('contracts.keptRecord', { of: forNew })).toBeNull();
  await world.must('contracts.discardRecord', { of });
  expect(await world.must('contracts.keptRecord', { of })).toBeNull();
});

test('nothing is kept of a contract that isn’t there', async () => {
  const of = { contractId: '01890000-0000-7000-8000-000000000000' as ContractId };
  expect(await world.call('contracts.keepRecord', { of, form: { revision: 1, entries } })).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  expect(await world.must('contracts.keptRecord', { of })).toBeNull();
});
