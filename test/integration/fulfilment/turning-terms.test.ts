import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// What is due so long before or after the end of a contract that renews itself. The clock stands on 23 November 2026.

const dayMs = 86_400_000;
const day = (text: string) => text as Day;
const fromEnd = (amount: number) => ({ kind: 'offset', from: 'expires', obligationId: null, amount, unit: 'day' }) as const;
let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await registerSigned(world, '机房维护', {
    ...{ expiresOn: day('2026-12-31'), renewalType: 'auto' },
    details: recordDetailsSchema.parse({ renewalTermMonths: 12, optOutPeriod: { amount: 60, unit: 'day' } }),
  });
});
afterEach(() => world.close());

const id = () => contract.summary.id;
const owe = (title: string, amount: number) => world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry(title, { due: fromEnd(amount) }) });
async function days() {
  const { obligations, payments } = await world.must('fulfilment.ofContract', { contractId: id() });
  return [...obligations, ...payments].map(({ dueOn }) => dueOn).toSorted();
}

test('what was due by the end of a term stays due on its day when the next begins, and after that is extended; what follows on the end goes with it', async () => {
  await owe('年度巡检报告', -10);
  await owe('返还资料', 30);
  const amount = { minor: 30_000_00, currency: 'CNY' } as const;
  await world.must('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: { direction: 'pay', due: fromEnd(-20), ownerId: null, condition: '', shareBasisPoints: null, amount } });
  expect(await days()).toEqual(['2026-12-11', '2026-12-21', '2027-01-30']);
  await world.pass(50 * dayMs);
  expect((await world.must('contracts.get', { id: id() })).summary.endsOn).toBe('2027-12-31');
  expect(await days()).toEqual(['2026-12-11', '2026-12-21', '2028-01-30']);
  const overdue = await world.must('fulfilment.list', { filter: { show: 'overdue', mine: false }, limit: 20, cursor: null });
  expect(overdue.lines.map(({ dueOn }) => dueOn)).toEqual(['2026-12-11', '2026-12-21']);
  await owe('次年巡检报告', -10);
  const { revision } = await world.must('contracts.get', { id: id() });
  const terms = { expiresOn: day('2028-06-30') };
  await world.must('amendments.record', { contractId: id(), revision, draft: { kind: 'extension', effectiveOn: day('2027-01-05'), documentId: null, terms, amount: null, rationale: '', clauses: [] } });
  expect(await days()).toEqual(['2026-12-11', '2026-12-21', '2028-06-20', '2028-07-30']);
});

test('what is due by the end of a term that is extended while it runs goes with its end', async () => {
  await owe('年度巡检报告', -10);
  const { revision } = await world.must('contracts.get', { id: id() });
  const terms = { expiresOn: day('2027-06-30') };
  await world.must('amendments.record', { contractId: id(), revision, draft: { kind: 'extension', effectiveOn: day('2027-01-01'), documentId: null, terms, amount: null, rationale: '', clauses: [] } });
  expect(await days()).toEqual(['2027-06-20']);
  await world.pass(50 * dayMs);
  expect(await days()).toEqual(['2027-06-20']);
});

test('a vault that is opened only when years have passed finds what was due by the end of the first term due on that day', async () => {
  await owe('年度巡检报告', -10);
  await world.must('vault.lock', undefined);
  world.clock.advance(800 * dayMs);
  await world.must('vault.unlock', { userName: '陈静 Chen Jing', passphrase: 'lantern-orbit-велосипед-47-苔藓', takeOver: false });
  await world.pass(60_000);
  expect((await world.must('contracts.get', { id: id() })).summary.endsOn).toBe('2029-12-31');
  expect(await days()).toEqual(['2026-12-21']);
});
