import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordDetailsSchema } from '#shared/features/contracts/record.ts';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
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

test('what was done by the end of a term and turns out not to be is due on the day of that term', async () => {
  await owe('年度巡检报告', -10);
  const amount = { minor: 30_000_00, currency: 'CNY' } as const;
  await world.must('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: { direction: 'pay', due: fromEnd(-20), ownerId: null, condition: '', shareBasisPoints: null, amount } });
  const now = () => world.must('fulfilment.ofContract', { contractId: id() });
  const move = async (to: 'met' | 'in_progress', on: string, reason: string) => {
    const [one] = (await now()).obligations;
    await world.must('fulfilment.move', { id: one?.id ?? ('' as never), revision: one?.revision ?? 0, to, on: day(on), reason });
  };
  await move('met', '2026-11-23', '');
  await world.must('fulfilment.addPaymentRecord', { id: (await now()).payments[0]?.id ?? ('' as never), entry: { paidOn: day('2026-11-23'), minor: 30_000_00, reference: '' } });
  await world.pass(50 * dayMs);
  await move('in_progress', '2027-01-10', '报告被退回');
  const [payment] = (await now()).payments;
  const records = payment === undefined || isWithheld(payment.money) ? [] : payment.money.records;
  await world.must('fulfilment.removeMoneyLine', { kind: 'record', id: records[0]?.id ?? '' });
  expect(await days()).toEqual(['2026-12-11', '2026-12-21']);
});

test('a contract that was terminated ends on that day for good, in the list and for what is counted from its end', async () => {
  await owe('返还资料', 30);
  const { revision } = await world.must('contracts.get', { id: id() });
  const details = { reason: '停产', basis: '第 12.1 条', notice: 'EMS', effectiveOn: day('2026-12-15'), signedOn: null };
  await world.must('contracts.changeStage', { id: id(), revision, to: 'terminated', details });
  const ends = async () => {
    const { contracts } = await world.must('contracts.list', { search: '', sort: 'end', filter: { endFrom: day('2026-12-15'), endTo: day('2026-12-15') }, limit: 10 });
    return contracts.map(({ endsOn, noticeDeadlineOn }) => [endsOn, noticeDeadlineOn]);
  };
  expect([await ends(), await days()]).toEqual([[['2026-12-15', null]], ['2027-01-14']]);
  await world.pass(50 * dayMs);
  expect([await ends(), await days()]).toEqual([[['2026-12-15', null]], ['2027-01-14']]);
});

test('what is counted from the end of a contract, and its reminders, follow where the day of its termination is corrected', async () => {
  const coming = async () => (await world.must('reminders.due', { everybody: true, kind: 'obligation', search: '', contractId: id(), limit: 10, view: 'coming', days: 3650 })).map(({ targetOn }) => targetOn);
  await owe('返还资料', 30);
  const details = { reason: '停产', basis: '第 12.1 条', notice: 'EMS', effectiveOn: day('2026-12-15'), signedOn: null };
  await world.must('contracts.changeStage', { id: id(), revision: (await world.must('contracts.get', { id: id() })).revision, to: 'terminated', details });
  await world.pass(60_000);
  expect([await days(), await coming()]).toEqual([['2027-01-14'], ['2027-01-14']]);
  await world.must('contracts.correctTermination', { id: id(), revision: (await world.must('contracts.get', { id: id() })).revision, correction: '日期误录', details: { ...details, effectiveOn: day('2026-12-25') } });
  await world.pass(60_000);
  expect([await days(), await coming()]).toEqual([['2027-01-24'], ['2027-01-24']]);
});

test('reminders go by the days that follow from a new term, and from a year that is announced', async () => {
  const coming = async () => (await world.must('reminders.due', { everybody: true, kind: 'obligation', search: '', contractId: id(), limit: 10, view: 'coming', days: 3650 })).map(({ targetOn }) => targetOn);
  await owe('返还资料', 30);
  await world.pass(60_000);
  expect(await coming()).toEqual(['2027-01-30']);
  await world.pass(50 * dayMs);
  expect(await coming()).toEqual(['2028-01-30']);
  const due = { kind: 'offset', from: 'expires', obligationId: null, amount: -10, unit: 'workingDay' } as const;
  await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('提交年报', { due }) });
  await world.pass(60_000);
  expect(await coming()).toEqual(['2028-01-30']);
  await world.must('calendar.saveYear', { year: 2027, days: [{ day: day('2027-10-01'), isWorkday: false, nameZh: '国庆节', nameEn: 'National Day' }] });
  await world.pass(60_000);
  expect(await coming()).toEqual(['2027-12-17', '2028-01-30']);
});

test('reminders go by what a series is laid out to when the vault is opened later', async () => {
  const due = { kind: 'recurring', rule: 'FREQ=MONTHLY;BYMONTHDAY=28', from: day('2026-11-28'), until: null } as const;
  await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('月报', { due }) });
  await world.pass(60_000);
  await world.must('vault.lock', undefined);
  world.clock.advance(200 * dayMs);
  await world.must('vault.unlock', { userName: '陈静 Chen Jing', passphrase: 'lantern-orbit-велосипед-47-苔藓', takeOver: false });
  await world.pass(60_000);
  const coming = await world.must('reminders.due', { everybody: true, kind: 'obligation', search: '', contractId: id(), limit: 100, view: 'coming', days: 3650 });
  expect(coming.at(-1)?.targetOn).toBe('2028-06-28');
});

test('a payment that is open again is due by what it is counted from now', async () => {
  const met = async (title: string, to: 'met' | 'in_progress', on: string, reason = '') => {
    const one = (await world.must('fulfilment.ofContract', { contractId: id() })).obligations.find((each) => each.title === title);
    await world.must('fulfilment.move', { id: one?.id ?? ('' as never), revision: one?.revision ?? 0, to, on: day(on), reason });
    return one?.id ?? ('' as never);
  };
  await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('验收', { due: { kind: 'fixed', on: day('2026-11-20') } }) });
  const obligationId = await met('验收', 'met', '2026-11-10');
  const due = { kind: 'offset', from: 'obligation', obligationId, amount: 30, unit: 'day' } as const;
  const amount = { minor: 30_000_00, currency: 'CNY' } as const;
  await world.must('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: { direction: 'pay', due, ownerId: null, condition: '', shareBasisPoints: null, amount } });
  const payment = async () => (await world.must('fulfilment.ofContract', { contractId: id() })).payments[0];
  expect((await payment())?.dueOn).toBe('2026-12-10');
  await world.must('fulfilment.setBadDebt', { id: (await payment())?.id ?? ('' as never), isBadDebt: true });
  await met('验收', 'in_progress', '2026-11-22', '复验');
  await met('验收', 'met', '2026-11-22');
  await world.must('fulfilment.setBadDebt', { id: (await payment())?.id ?? ('' as never), isBadDebt: false });
  expect((await payment())?.dueOn).toBe('2026-12-22');
});
