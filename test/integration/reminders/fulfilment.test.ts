import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// What is owed under a contract reminds by itself: the test world's clock stands at nine on 23 November 2026.

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const fixed = (on: string) => ({ kind: 'fixed', on: on as Day }) as const;
let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
  contract = await registerSigned(world, '浮标采购');
  await world.pass(minute);
});
afterEach(() => world.close());

const owe = (title: string, on: string) => world.must('fulfilment.saveObligation', { contractId: contract.summary.id, id: null, revision: 0, entry: obligationEntry(title, { due: fixed(on) }) });
const told = () => world.notifier.shown.map(({ title, body }) => `${title} | ${body}`);
const score = async () => (await world.must('risks.score', { contractId: contract.summary.id })).items.find(({ part }) => part === 'obligations');

test('an obligation reminds until it is met, and while it is late it weighs in the score', async () => {
  await owe('交付 10 台浮标', '2026-11-24');
  await world.pass(minute);
  expect(told()).toEqual([`Obligation due tomorrow | 交付 10 台浮标 · ${contract.summary.number} 浮标采购 · 2026-11-24`]);
  await world.pass(2 * dayMs);
  expect(told()).toHaveLength(3);
  expect(await score()).toMatchObject({ reason: 'overdue', count: 1 });
  const [late] = (await world.must('fulfilment.ofContract', { contractId: contract.summary.id })).obligations;
  await world.must('fulfilment.move', { id: late?.id ?? ('' as never), revision: late?.revision ?? 0, to: 'met', on: '2026-11-25' as Day, reason: '' });
  await world.pass(10 * dayMs);
  expect(told()).toHaveLength(3);
  const asked = { everybody: true, kind: 'obligation', search: '', contractId: null, limit: 10 } as const;
  expect(await world.must('reminders.list', { ...asked, view: 'now' })).toEqual([]);
  expect(await world.must('reminders.due', { ...asked, view: 'overdue', days: 30 })).toEqual([]);
  expect(await score()).toMatchObject({ count: 0 });
});

test('a payment reminds without a word of money, and a rule warns of a large one that is late', async () => {
  const pay = (minor: number, on: string) =>
    world.must('fulfilment.savePayment', { contractId: contract.summary.id, id: null, revision: 0, entry: { direction: 'pay', due: fixed(on), ownerId: null, condition: '验收合格后', shareBasisPoints: null, amount: { minor, currency: 'CNY' } } });
  await pay(300_000_00, '2026-11-24');
  await pay(1_000_00, '2026-11-24');
  const trigger = { kind: 'payment_late', days: 2, amountMinor: 100_000_00 } as const;
  await world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '大额逾期', trigger, audience: { kind: 'everybody' }, how: 'notify', isOn: true } });
  await world.pass(minute);
  expect(told().join()).not.toMatch(/300|验收/);
  await world.pass(4 * dayMs);
  expect((await world.must('risks.alerts', { open: true, limit: 10 })).map(({ ruleName, contractTitle }) => [ruleName, contractTitle])).toEqual([['大额逾期', '浮标采购']]);
  expect((await world.must('risks.dryRun', { trigger })).total).toBe(1);
});

test('what is still owed under a contract that is terminated goes on reminding', async () => {
  await owe('交付 10 台浮标', '2026-11-30');
  await owe('返还技术资料', '2027-01-05');
  await world.must('fulfilment.savePayment', { contractId: contract.summary.id, id: null, revision: 0, entry: { direction: 'pay', due: fixed('2026-12-24'), ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 1_00, currency: 'CNY' } } });
  const { revision } = await world.must('contracts.get', { id: contract.summary.id });
  const details = { reason: '停产', basis: '第 12.1 条', notice: 'EMS', effectiveOn: '2026-12-31' as Day, signedOn: null };
  await world.must('contracts.changeStage', { id: contract.summary.id, revision, to: 'terminated', details });
  await world.pass(minute);
  const coming = await world.must('reminders.due', { everybody: true, kind: null, search: '', contractId: contract.summary.id, limit: 10, view: 'coming', days: 90 });
  expect(coming.map(({ event, targetOn }) => [event, targetOn])).toEqual([['obligation_due', '2026-11-30'], ['payment_due', '2026-12-24'], ['obligation_due', '2027-01-05']]);
});

test('what is opened again under a contract that is completed reminds, as a payment that came back', async () => {
  const contractId = contract.summary.id;
  await world.must('fulfilment.savePayment', { contractId, id: null, revision: 0, entry: { direction: 'receive', due: fixed('2026-12-24'), ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 1_00, currency: 'CNY' } } });
  const [payment] = (await world.must('fulfilment.ofContract', { contractId })).payments;
  await world.must('fulfilment.addPaymentRecord', { id: payment?.id ?? ('' as never), entry: { paidOn: '2026-11-23' as Day, minor: 1_00, reference: '' } });
  const { revision } = await world.must('contracts.get', { id: contractId });
  await world.must('contracts.changeStage', { id: contractId, revision, to: 'completed', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null } });
  const coming = async () => {
    await world.pass(minute);
    return (await world.must('reminders.due', { everybody: true, kind: 'payment', search: '', contractId, limit: 10, view: 'coming', days: 90 })).map(({ targetOn }) => targetOn);
  };
  expect(await coming()).toEqual([]);
  const [settled] = (await world.must('fulfilment.ofContract', { contractId })).payments;
  const record = settled !== undefined && 'records' in settled.money ? settled.money.records[0]?.id : undefined;
  await world.must('fulfilment.removeMoneyLine', { kind: 'record', id: record ?? '' });
  expect(await coming()).toEqual(['2026-12-24']);
});

test('a rule for large late payments goes by what is still open, and by the figure in every currency', async () => {
  const pay = async (sequence: number, minor: number, currency: 'CNY' | 'JPY') => {
    await world.must('fulfilment.savePayment', { contractId: contract.summary.id, id: null, revision: 0, entry: { direction: 'pay', due: fixed('2026-11-20'), ownerId: null, condition: '', shareBasisPoints: null, amount: { minor, currency } } });
    const { payments } = await world.must('fulfilment.ofContract', { contractId: contract.summary.id });
    return payments[sequence]?.id ?? ('' as never);
  };
  const nearlyPaid = await pay(0, 300_000_00, 'CNY');
  await world.must('fulfilment.addPaymentRecord', { id: nearlyPaid, entry: { paidOn: '2026-11-20' as Day, minor: 299_000_00, reference: '' } });
  const trigger = { kind: 'payment_late', days: 1, amountMinor: 100_000_00 } as const;
  expect((await world.must('risks.dryRun', { trigger })).total).toBe(0);
  await pay(1, 300_000, 'JPY');
  expect((await world.must('risks.dryRun', { trigger })).total).toBe(1);
});

test('a day that is put off and put back, or an obligation that is opened again, reminds of what nobody has said they saw', async () => {
  const first = async () => {
    const [obligation] = (await world.must('fulfilment.ofContract', { contractId: contract.summary.id })).obligations;
    if (obligation === undefined) throw new Error('nothing is owed');
    return obligation;
  };
  const putOn = async (on: string) => {
    const { id, revision } = await first();
    await world.must('fulfilment.saveObligation', { contractId: contract.summary.id, id, revision, entry: obligationEntry('交付浮标', { due: fixed(on) }) });
    await world.pass(minute);
  };
  const move = async (to: 'met' | 'in_progress', reason: string) => {
    const { id, revision } = await first();
    await world.must('fulfilment.move', { id, revision, to, on: '2026-11-23' as Day, reason });
    await world.pass(minute);
  };
  const waiting = async () => (await world.must('reminders.list', { everybody: true, kind: 'obligation', search: '', contractId: null, limit: 10, view: 'now' })).map(({ targetOn }) => targetOn);
  await owe('交付浮标', '2026-11-24');
  await world.pass(minute);
  expect(await waiting()).toEqual(['2026-11-24']);
  await putOn('2027-03-01');
  expect(await waiting()).toEqual([]);
  await putOn('2026-11-24');
  expect(await waiting()).toEqual(['2026-11-24']);
  await move('met', '');
  expect(await waiting()).toEqual([]);
  await move('in_progress', '退货');
  expect(await waiting()).toEqual(['2026-11-24']);
  expect(told()).toHaveLength(3);
  // What somebody saw is not told again.
  const [reminder] = await world.must('reminders.list', { everybody: true, kind: 'obligation', search: '', contractId: null, limit: 10, view: 'now' });
  await world.must('reminders.acknowledge', { ids: [reminder?.id ?? ('' as never)] });
  await putOn('2027-03-01');
  await putOn('2026-11-24');
  expect(await waiting()).toEqual([]);
});
