import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { membersOf } from '../../harness/members.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, goodPassphrase, testWorld, userName, type TestWorld } from '../../harness/world.ts';

const day = (text: string) => text as Day;

let world: TestWorld;
let contractId: ContractId;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contractId = (await registerSigned(world, '浮标维护')).summary.id;
});
afterEach(() => world.close());

const show = () => world.must('fulfilment.ofContract', { contractId });
const monthly = { kind: 'recurring', rule: 'FREQ=MONTHLY;BYMONTHDAY=28', from: day('2026-11-28'), until: null } as const;

describe('a series that is ended', () => {
  test('leaves what a problem is about, and what other days are counted from', async () => {
    await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('月报', { type: 'report', due: monthly }) });
    const laid = (await show()).obligations;
    const on = (date: string) => laid.find(({ dueOn }) => dueOn === date)?.id ?? ('' as never);
    const after = (obligationId: ReturnType<typeof on>) => ({ kind: 'offset', from: 'obligation', obligationId, amount: 10, unit: 'day' }) as const;
    await world.must('problems.save', { contractId, id: null, revision: 0, entry: { obligationId: on('2027-01-28'), kind: 'other', severity: 'low', title: '格式不符', action: '', effect: 'none', ownerId: null, dueOn: null } });
    await world.must('fulfilment.savePayment', { contractId, id: null, revision: 0, entry: { direction: 'pay', due: after(on('2027-02-28')), ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 1_00, currency: 'CNY' } } });
    await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('复核', { due: after(on('2027-03-28')) }) });
    await world.must('fulfilment.endSeries', { id: (await show()).series[0]?.id ?? ('' as never), on: day('2026-11-30') });
    const { obligations, payments } = await show();
    expect(obligations.map(({ title, dueOn }) => dueOn ?? title)).toEqual(['2026-11-28', '2027-01-28', '2027-02-28', '2027-03-28', '复核']);
    expect(payments).toMatchObject([{ missing: 'obligation' }]);
  });
});

test('a series goes on without an owner who left the vault', async () => {
  const members = membersOf(world);
  await members.invite('李雷', 'legal');
  const ownerId = await members.idOf('李雷') as UserId;
  await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('月报', { due: monthly, ownerId }) });
  const before = (await show()).obligations.length;
  await world.must('users.remove', { id: ownerId });
  world.clock.advance(60 * 86_400_000);
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  const { obligations } = await show();
  expect(obligations.length).toBeGreaterThan(before);
  expect(obligations.slice(0, before).every((one) => one.ownerId === ownerId)).toBe(true);
  expect(obligations.slice(before).map((one) => one.ownerId)).toEqual(obligations.slice(before).map(() => null));
});

test('a rhythm that begins later than a year ahead is not taken over, and the refusal says so', async () => {
  const later = (await registerSigned(world, '远期维护', { effectiveOn: day('2028-06-01'), expiresOn: day('2030-05-31') })).summary.id;
  const rhythm = { obligor: 'them', type: 'report', title: '月报', due: { kind: 'recurring', frequency: 'monthly' }, clauseNumber: '', quote: '' } as const;
  expect(await world.call('fulfilment.take', { contractId: later, obligations: [rhythm], payments: [] })).toMatchObject({ error: { code: 'NO_OCCURRENCE' } });
  expect((await world.must('fulfilment.ofContract', { contractId: later })).series).toEqual([]);
});
