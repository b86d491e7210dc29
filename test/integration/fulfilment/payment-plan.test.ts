import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { PaymentEntry } from '#shared/features/fulfilment/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { membersOf, type Members } from '../../harness/members.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

const day = (text: string) => text as Day;

let world: TestWorld;
let members: Members;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  members = membersOf(world);
  contractId = (await registerSigned(world, '浮标采购')).summary.id;
});
afterEach(() => world.close());

const payment = (over: Partial<PaymentEntry> = {}): PaymentEntry => ({ direction: 'pay', due: { kind: 'fixed', on: day('2026-12-01') }, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 30_000_00, currency: 'CNY' }, ...over });
const shown = async () => (await world.must('fulfilment.ofContract', { contractId })).payments;
async function save(entry: PaymentEntry, before?: { readonly id: PaymentEntryId; readonly revision: number }) {
  const saved = await world.call('fulfilment.savePayment', { contractId, id: before?.id ?? null, revision: before?.revision ?? 0, entry });
  return saved.ok ? 'ok' : saved.error.code;
}
type PaymentEntryId = Awaited<ReturnType<typeof shown>>[number]['id'];

test('a payment is given only to somebody who is there, but keeps the name of an owner who left', async () => {
  await members.invite('李雷', 'finance');
  await members.invite('韩梅梅', 'finance');
  const [left, other] = [await members.idOf('李雷') as UserId, await members.idOf('韩梅梅') as UserId];
  expect(await save(payment({ ownerId: left }))).toBe('ok');
  for (const id of [left, other]) await world.must('users.remove', { id });
  const [added] = await shown();
  expect(await save(payment({ ownerId: other }), added)).toBe('NO_SUCH_MEMBER');
  expect(await save(payment({ ownerId: left, condition: '验收合格后' }), added)).toBe('ok');
  expect(await shown()).toMatchObject([{ ownerId: left, ownerName: '李雷', money: { condition: '验收合格后' } }]);
  expect(await save(payment({ ownerId: left }))).toBe('NO_SUCH_MEMBER');
});

test('a payment’s day is counted from an obligation of its own contract alone', async () => {
  const other = await registerSigned(world, '另一份');
  await world.must('fulfilment.saveObligation', { contractId: other.summary.id, id: null, revision: 0, entry: obligationEntry('交付', { due: { kind: 'fixed', on: day('2026-11-20') } }) });
  const [foreign] = (await world.must('fulfilment.ofContract', { contractId: other.summary.id })).obligations;
  const due = { kind: 'offset', from: 'obligation', obligationId: foreign?.id ?? ('' as never), amount: 10, unit: 'day' } as const;
  expect(await save(payment({ due }))).toBe('NOT_FOUND');
  expect(await save(payment())).toBe('ok');
  expect(await save(payment({ due }), (await shown())[0])).toBe('NOT_FOUND');
});

test('nothing is recorded as paid before it is', async () => {
  expect(await save(payment())).toBe('ok');
  const [added] = await shown();
  const pay = (paidOn: string) => world.call('fulfilment.addPaymentRecord', { id: added?.id ?? ('' as never), entry: { paidOn: day(paidOn), minor: 30_000_00, reference: '' } });
  expect(await pay('2026-11-24')).toMatchObject({ error: { code: 'DAY_IN_FUTURE' } });
  expect(await shown()).toMatchObject([{ isOpen: true, money: { status: 'pending', records: [] } }]);
  expect((await pay('2026-11-23')).ok).toBe(true);
  expect(await shown()).toMatchObject([{ isOpen: false }]);
});

describe('whoever may not write payments', () => {
  test('adds none by way of proposals either', async () => {
    await members.invite('韩梅梅', 'drafter');
    await members.become('韩梅梅');
    expect(await world.call('fulfilment.savePayment', { contractId, id: null, revision: 0, entry: payment() })).toMatchObject({ error: { code: 'FORBIDDEN' } });
    const proposed = { direction: 'pay' as const, due: { kind: 'none' as const }, shareBasisPoints: 3000, amount: { minor: 30_000_00, currency: 'CNY' as const }, condition: '签订后' };
    expect(await world.call('fulfilment.take', { contractId, obligations: [], payments: [proposed] })).toMatchObject({ error: { code: 'PAYMENTS_FORBIDDEN' } });
    expect(await shown()).toEqual([]);
  });
});
