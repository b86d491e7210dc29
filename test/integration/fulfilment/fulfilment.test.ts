import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { MoveDetails } from '#shared/features/contracts/lifecycle.ts';
import type { ObligationEntry, ObligationStatus, PaymentEntry } from '#shared/features/fulfilment/model.ts';
import { dueSorts, type DueFilter } from '#shared/features/fulfilment/portfolio.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { Day } from '#shared/kernel/day.ts';
import { listDueItems } from '../../../src-main/features/fulfilment/portfolio-queries.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// The test world's clock stands on 23 November 2026.
const day = (text: string) => text as Day;
const fixed = (on: string) => ({ kind: 'fixed', on: day(on) }) as const;

let world: TestWorld;
let contract: Contract;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  contract = await registerSigned(world, '浮标采购');
});
afterEach(() => world.close());

const id = () => contract.summary.id;
const show = () => world.must('fulfilment.ofContract', { contractId: id() });
async function add(title: string, over: Partial<ObligationEntry> = {}) {
  await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry(title, over) });
  const found = (await show()).obligations.find((one) => one.title === title);
  if (found === undefined) throw new Error(`${title} was not added`);
  return found;
}
async function move(title: string, to: ObligationStatus, { on = '2026-11-23', reason = '' } = {}) {
  const found = (await show()).obligations.find((one) => one.title === title);
  const moved = await world.call('fulfilment.move', { id: found?.id ?? ('' as never), revision: found?.revision ?? 0, to, on: day(on), reason });
  return moved.ok ? 'ok' : moved.error.code;
}
const payment = (over: Partial<PaymentEntry> = {}): PaymentEntry => ({ direction: 'pay', due: fixed('2026-12-01'), ownerId: null, condition: '验收合格后', shareBasisPoints: 3000, amount: { minor: 30_000_00, currency: 'CNY' }, ...over });
const nothingSaid: MoveDetails = { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null };
async function complete() {
  const { revision } = await world.must('contracts.get', { id: id() });
  const moved = await world.call('contracts.changeStage', { id: id(), revision, to: 'completed', details: nothingSaid });
  return moved.ok ? moved.value.summary.stage : moved.error.code;
}
async function become(role: Role) {
  const { passphrase } = await world.must('users.invite', { name: '同事', roles: [role] });
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: '同事', passphrase, takeOver: false });
}

describe('an obligation', () => {
  test('is due so long after the signature, and again when the signature’s day is corrected', async () => {
    await add('交付', { due: { kind: 'offset', from: 'signed', obligationId: null, amount: 10, unit: 'day' } });
    expect((await show()).obligations).toMatchObject([{ dueOn: '2026-09-11', missing: null }]);
    const { record, revision, summary } = await world.must('contracts.get', { id: id() });
    await world.must('contracts.saveRecord', { id: id(), revision, title: summary.title, contractType: summary.contractType, record: { ...record, signedOn: day('2026-09-05') } });
    expect((await show()).obligations).toMatchObject([{ dueOn: '2026-09-15' }]);
  });

  test('counted from another gets its day once that one is met, and loses it when that is taken back', async () => {
    const delivery = await add('交付', { due: fixed('2026-11-20') });
    await add('验收', { type: 'acceptance', due: { kind: 'offset', from: 'obligation', obligationId: delivery.id, amount: 7, unit: 'day' } });
    expect((await show()).obligations[1]).toMatchObject({ title: '验收', dueOn: null, missing: 'obligation' });
    expect((await show()).forecasts[1]).toMatchObject({ on: '2026-11-30' });
    expect(await move('交付', 'met', { on: '2026-11-22' })).toBe('ok');
    expect((await show()).obligations[1]).toMatchObject({ dueOn: '2026-11-29', missing: null });
    expect(await move('交付', 'in_progress')).toBe('REASON_MISSING');
    expect(await move('交付', 'in_progress', { reason: '退货' })).toBe('ok');
    expect((await show()).obligations.find(({ title }) => title === '验收')).toMatchObject({ dueOn: null, missing: 'obligation' });
    expect((await show()).obligations.find(({ title }) => title === '交付')?.events).toMatchObject([{ to: 'met', on: '2026-11-22' }, { to: 'in_progress', reason: '退货' }]);
  });

  test('waits for what comes before it, asks for its evidence, and is not changed by who saw an older one', async () => {
    const first = await add('交付');
    const second = await add('验收', { dependsOn: [first.id], evidenceRequired: true });
    expect(await move('验收', 'met')).toBe('EVIDENCE_MISSING');
    await world.must('fulfilment.addNote', { obligationId: second.id, words: '现场清点 120 套' });
    expect(await move('验收', 'met')).toBe('DEPENDENCY_OPEN');
    expect(await move('交付', 'waived', { reason: '改为自提' })).toBe('ok');
    const stale = await world.call('fulfilment.move', { id: first.id, revision: first.revision, to: 'planned', on: day('2026-11-23'), reason: '撤回' });
    expect(stale).toMatchObject({ ok: false, error: { code: 'CHANGED_MEANWHILE' } });
    expect(await move('验收', 'met')).toBe('ok');
  });

  test('can’t wait for itself by way of others', async () => {
    const first = await add('甲');
    const second = await add('乙', { dependsOn: [first.id] });
    const circle = await world.call('fulfilment.saveObligation', { contractId: id(), id: first.id, revision: first.revision, entry: obligationEntry('甲', { dependsOn: [second.id] }) });
    expect(circle).toMatchObject({ ok: false, error: { code: 'DEPENDENCY_CIRCLE' } });
    const other = await registerSigned(world, '另一份');
    const foreign = await world.call('fulfilment.saveObligation', { contractId: other.summary.id, id: null, revision: 0, entry: obligationEntry('丙', { dependsOn: [first.id] }) });
    expect(foreign).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  });

  test('that recurs is laid out a year ahead, goes on when the vault is opened later, and ends', async () => {
    await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('月报', { type: 'report', due: { kind: 'recurring', rule: 'FREQ=MONTHLY;BYMONTHDAY=28', from: day('2026-11-28'), until: null }, texts: { criteria: '按附件三', clauseNumber: '第七条', quote: '每月二十八日前提交月报' } }) });
    const laid = (await show()).obligations;
    expect([laid[0]?.dueOn, laid.length]).toEqual(['2026-11-28', 13]);
    world.clock.advance(200 * 86_400_000);
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '陈静 Chen Jing', passphrase: 'lantern-orbit-велосипед-47-苔藓', takeOver: false });
    const later = await show();
    // Thirteen months from 11 June 2027 on: up to 28 June 2028.
    expect([later.obligations.length, later.obligations.at(-1)?.dueOn]).toEqual([20, '2028-06-28']);
    expect(later.obligations.at(-1)?.texts).toMatchObject({ criteria: '按附件三', clauseNumber: '第七条' });
    expect(await move('月报', 'met')).toBe('ok');
    await world.must('fulfilment.endSeries', { id: later.series[0]?.id ?? ('' as never), on: day('2027-01-31') });
    expect((await show()).obligations.map(({ dueOn }) => dueOn)).toEqual(['2026-11-28', '2026-12-28', '2027-01-28']);
  });
});

describe('what nobody is bound by', () => {
  const reopen = async (days: number) => {
    world.clock.advance(days * 86_400_000);
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '陈静 Chen Jing', passphrase: 'lantern-orbit-велосипед-47-苔藓', takeOver: false });
  };

  test('is laid out no further: a contract that was terminated owes no more reports', async () => {
    await world.must('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('月报', { type: 'report', due: { kind: 'recurring', rule: 'FREQ=MONTHLY;BYMONTHDAY=28', from: day('2026-11-28'), until: null } }) });
    const laid = (await show()).obligations.length;
    const { revision } = await world.must('contracts.get', { id: id() });
    await world.must('contracts.changeStage', { id: id(), revision, to: 'terminated', details: { ...nothingSaid, reason: '停产', basis: '第 12.1 条', notice: 'EMS', effectiveOn: day('2026-12-31') } });
    await reopen(200);
    expect((await show()).obligations).toHaveLength(laid);
  });

  test('counts on the first page no more than in the list that it leads to', async () => {
    await add('交付', { due: fixed('2026-11-01') });
    const draft = await world.must('contracts.create', await sampleEntry(world));
    await world.must('fulfilment.saveObligation', { contractId: draft.summary.id, id: null, revision: 0, entry: obligationEntry('交付样机', { due: fixed('2026-11-02') }) });
    const overdue = await world.must('fulfilment.list', { filter: { show: 'overdue', mine: false }, limit: 20, cursor: null });
    expect(overdue.lines.map(({ title }) => title)).toEqual(['交付']);
    expect((await world.must('home.dashboard', undefined)).obligationsOverdue).toEqual({ count: 1, isMore: false });
  });
});

describe('completing a contract', () => {
  test('needs every obligation final and every payment closed, and then it has expired rather than stayed unsettled', async () => {
    await add('交付', { due: fixed('2026-11-20') });
    await world.must('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: payment() });
    expect(await complete()).toBe('OBLIGATIONS_OPEN');
    await move('交付', 'met');
    expect(await complete()).toBe('PAYMENTS_OPEN');
    world.clock.advance(365 * 86_400_000);
    const status = async () => (await world.must('contracts.get', { id: id() })).summary.status;
    expect(await status()).toBe('expired_unsettled');
    const [line] = (await show()).payments;
    await world.must('fulfilment.addPaymentRecord', { id: line?.id ?? ('' as never), entry: { paidOn: day('2026-12-01'), minor: 30_000_00, reference: '' } });
    expect(await status()).toBe('expired');
    expect(await complete()).toBe('completed');
  });
});

describe('a payment', () => {
  beforeEach(() => world.must('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: payment() }));
  const line = async () => {
    const [found] = (await show()).payments;
    if (found === undefined) throw new Error('no payment');
    return found;
  };

  test('follows its invoices and records, which can be taken back', async () => {
    await world.must('fulfilment.addInvoice', { id: (await line()).id, entry: { number: '25112000000012345678', issuedOn: day('2026-11-20'), minor: 30_000_00, taxBasisPoints: 1300 } });
    expect(await line()).toMatchObject({ isOpen: true, money: { status: 'invoiced' } });
    await world.must('fulfilment.addPaymentRecord', { id: (await line()).id, entry: { paidOn: day('2026-11-21'), minor: 10_000_00, reference: '网银 0021' } });
    expect(await line()).toMatchObject({ isOpen: true, money: { status: 'partial' } });
    expect(await world.call('fulfilment.removePayment', { id: (await line()).id })).toMatchObject({ error: { code: 'PAYMENT_IN_USE' } });
    await world.must('fulfilment.setBadDebt', { id: (await line()).id, isBadDebt: true });
    expect(await line()).toMatchObject({ isOpen: false, money: { status: 'bad_debt' } });
    await world.must('fulfilment.addPaymentRecord', { id: (await line()).id, entry: { paidOn: day('2026-11-22'), minor: 20_000_00, reference: '' } });
    const settled = await line();
    expect(settled).toMatchObject({ isOpen: false, money: { status: 'settled' } });
    const last = 'records' in settled.money ? settled.money.records.at(-1) : undefined;
    await world.must('fulfilment.removeMoneyLine', { kind: 'record', id: last?.id ?? '' });
    expect(await line()).toMatchObject({ isOpen: true, money: { status: 'partial' } });
  });

  test('shows those without the finance key that it is due and whose it is, and nothing of its money', async () => {
    await world.must('fulfilment.saveMilestone', { contractId: id(), id: null, revision: 0, entry: { name: '到货', dueOn: day('2026-12-01'), worth: { value: { minor: 12_345_67, currency: 'CNY' }, shareBasisPoints: 3000 } } });
    await become('legal');
    const seen = await show();
    expect(seen.payments).toMatchObject([{ dueOn: '2026-12-01', isOpen: true, money: { withheld: true } }]);
    expect(seen.milestones).toMatchObject([{ name: '到货', worth: { withheld: true } }]);
    expect(JSON.stringify(seen)).not.toMatch(/1234567|3000|验收合格/);
    expect(await world.call('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: payment() })).toMatchObject({ ok: false });
    // The guard counts for them too.
    expect(await complete()).toBe('PAYMENTS_OPEN');
  });
});

describe('what hangs on an obligation', () => {
  test('goes by quantities: what was accepted never exceeds what was delivered', async () => {
    const one = await add('交付');
    await world.must('fulfilment.addDeliverable', { obligationId: one.id, entry: { name: '浮标', unit: '套', quantity: 120, spec: 'GB/T 15089' } });
    const [piece] = (await show()).obligations[0]?.deliverables ?? [];
    const count = (delivered: number, accepted: number, before = { delivered: 0, accepted: 0 }) => world.call('fulfilment.countDelivered', { id: piece?.id ?? ('' as never), delivered, accepted, acceptedOn: day('2026-11-23'), before });
    expect(await count(80, 90)).toMatchObject({ error: { code: 'MORE_ACCEPTED' } });
    expect((await count(80, 78)).ok).toBe(true);
    expect((await show()).obligations[0]?.deliverables).toMatchObject([{ deliveredQuantity: 80, acceptedQuantity: 78, acceptedOn: '2026-11-23', spec: 'GB/T 15089' }]);
    // Whoever saw none of it yet overwrites nothing.
    expect(await count(5, 0)).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
    expect((await count(120, 78, { delivered: 80, accepted: 78 })).ok).toBe(true);
    expect((await show()).obligations[0]?.deliverables).toMatchObject([{ deliveredQuantity: 120, acceptedQuantity: 78 }]);
  });

  test('keeps a picture without what it says of itself, and hands out the same pixels', async () => {
    const one = await add('交付');
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    const said = Buffer.from('Comment\0somewhere secret');
    const chunk = Buffer.concat([Buffer.from([0, 0, 0, said.length]), Buffer.from('tEXt'), said, Buffer.alloc(4)]);
    const talkative = Buffer.concat([png.subarray(0, 33), chunk, png.subarray(33)]);
    const place = { latitude: 31.24, longitude: 121.47 };
    await world.must('fulfilment.addPicture', { obligationId: one.id, kind: 'photo', picture: talkative.toString('base64'), words: '', takenAt: 1_795_000_000_000, place });
    const [kept] = (await show()).obligations[0]?.evidence ?? [];
    expect(kept).toMatchObject({ kind: 'photo', place, takenAt: 1_795_000_000_000, byteLength: png.length });
    const read = await world.must('fulfilment.picture', { id: kept?.id ?? ('' as never) });
    expect(Buffer.from(read.bytes).equals(png)).toBe(true);
    const out = join(world.folder, '现场.png');
    world.answers.push(out);
    await world.must('fulfilment.saveEvidence', { id: kept?.id ?? ('' as never) });
    expect(readFileSync(out).equals(png)).toBe(true);
    const bad = await world.call('fulfilment.addPicture', { obligationId: one.id, kind: 'photo', picture: Buffer.from('%PDF-1.7').toString('base64'), words: '', takenAt: null, place: null });
    expect(bad).toMatchObject({ error: { code: 'NOT_A_PICTURE' } });
  });

  test('is grouped under a milestone that can be changed, taken away and put back with what belongs to it', async () => {
    const worth = { value: { minor: 40_000_00, currency: 'CNY' as const }, shareBasisPoints: 4000 };
    await world.must('fulfilment.saveMilestone', { contractId: id(), id: null, revision: 0, entry: { name: '首批', dueOn: day('2026-12-01'), worth } });
    const [made] = (await show()).milestones;
    const milestoneId = made?.id ?? ('' as never);
    await add('交付', { milestoneId });
    await world.must('fulfilment.saveMilestone', { contractId: id(), id: milestoneId, revision: 1, entry: { name: '第一批', dueOn: day('2026-12-15') } });
    expect((await show()).milestones).toMatchObject([{ name: '第一批', dueOn: '2026-12-15', worth }]);
    expect(await world.call('fulfilment.saveMilestone', { contractId: id(), id: milestoneId, revision: 1, entry: { name: '旧名', dueOn: null } })).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
    await world.must('fulfilment.removeMilestone', { id: milestoneId });
    const without = await show();
    expect([without.milestones, without.obligations[0]?.milestoneId]).toEqual([[], null]);
    const refused = await world.call('fulfilment.saveObligation', { contractId: id(), id: null, revision: 0, entry: obligationEntry('另一项', { milestoneId }) });
    expect(refused).toMatchObject({ error: { code: 'NOT_FOUND' } });
    await world.must('fulfilment.restoreMilestone', { id: milestoneId });
    const back = await show();
    expect(back.milestones).toMatchObject([{ name: '第一批', worth }]);
    expect(back.obligations[0]?.milestoneId).toBe(milestoneId);
  });

  test('of a service level keeps its credit from those without the finance key, and comes back as it was', async () => {
    const entry = { name: '可用率', comparison: 'atLeast' as const, target: 99.9, unit: '%', period: 'month' as const };
    await world.must('fulfilment.saveMetric', { contractId: id(), id: null, revision: 0, entry: { ...entry, credit: { minor: 500_00, currency: 'CNY' } } });
    const metricId = (await show()).metrics[0]?.id ?? ('' as never);
    await world.must('fulfilment.measure', { id: metricId, periodStart: day('2026-10-01'), value: 99.2 });
    await world.must('fulfilment.saveMetric', { contractId: id(), id: metricId, revision: 1, entry: { ...entry, target: 99 } });
    expect(await world.call('fulfilment.saveMetric', { contractId: id(), id: metricId, revision: 1, entry: { ...entry, target: 95 } })).toMatchObject({ error: { code: 'CHANGED_MEANWHILE' } });
    await world.must('fulfilment.removeMetric', { id: metricId });
    expect((await show()).metrics).toEqual([]);
    await world.must('fulfilment.restoreMetric', { id: metricId });
    expect((await show()).metrics).toMatchObject([{ target: 99, credit: { minor: 500_00 }, measurements: [{ value: 99.2 }] }]);
    await world.must('fulfilment.measure', { id: metricId, periodStart: day('2026-10-01'), value: null });
    await become('legal');
    expect((await show()).metrics).toMatchObject([{ credit: { withheld: true }, measurements: [] }]);
    expect(await world.call('fulfilment.saveMetric', { contractId: id(), id: metricId, revision: 1, entry: { ...entry, credit: null } })).toMatchObject({ error: { code: 'WITHHELD_AMOUNT' } });
  });

  test('counts the periods of a service level that were missed', async () => {
    await world.must('fulfilment.saveMetric', { contractId: id(), id: null, revision: 0, entry: { name: '可用率', comparison: 'atLeast', target: 99.9, unit: '%', period: 'month', credit: { minor: 500_00, currency: 'CNY' } } });
    const [metric] = (await show()).metrics;
    for (const [periodStart, value] of [['2026-10-01', 99.95], ['2026-09-01', 99.2]] as const) await world.must('fulfilment.measure', { id: metric?.id ?? ('' as never), periodStart: day(periodStart), value });
    expect(await world.call('fulfilment.measure', { id: metric?.id ?? ('' as never), periodStart: day('2026-09-30'), value: 99 })).toMatchObject({ error: { code: 'PERIOD_MEASURED', params: { day: '2026-09-01' } } });
    expect((await show()).metrics).toMatchObject([{ measurements: [{ periodStart: '2026-09-01', value: 99.2 }, { periodStart: '2026-10-01', value: 99.95 }], credit: { minor: 500_00 } }]);
  });
});

describe('across contracts', () => {
  const all: DueFilter = { show: 'all', mine: false };
  const titles = async (filter: DueFilter, limit = 50) => (await world.must('fulfilment.list', { filter, cursor: null, limit })).lines.map(({ title, type }) => title || type);

  beforeEach(async () => {
    await add('迟了', { due: fixed('2026-11-01') });
    await add('宽限中', { due: fixed('2026-11-20'), graceDays: 5 });
    await add('将到', { due: fixed('2026-11-30'), obligor: 'us' });
    await add('还早', { due: fixed('2027-03-01') });
    await add('没有日期');
    await add('完成', { due: fixed('2026-10-01') });
    await move('完成', 'met', { on: '2026-10-01' });
    await world.must('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: payment() });
    const draft = await world.must('contracts.register', { title: '未签', contractType: 'purchase', language: 'zh', stage: 'draft', number: '', record: contract.record, amount: null });
    await world.must('fulfilment.saveObligation', { contractId: draft.summary.id, id: null, revision: 0, entry: obligationEntry('草稿的', { due: fixed('2026-11-01') }) });
  });

  test('the list shows what binds, by day, page by page without a gap', async () => {
    expect(await titles({ ...all, show: 'open' })).toEqual(['迟了', '宽限中', '将到', 'payment', '还早', '没有日期']);
    expect(await titles({ ...all, show: 'overdue' })).toEqual(['迟了']);
    expect(await titles({ ...all, show: 'soon' })).toEqual(['将到', 'payment']);
    expect(await titles({ ...all, show: 'closed' })).toEqual(['完成']);
    expect(await titles({ ...all, obligor: 'us' })).toEqual(['将到', 'payment']);
    const seen: string[] = [];
    for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
      const page: { lines: readonly { title: string; type: string }[]; nextCursor: string | null } = await world.must('fulfilment.list', { filter: all, cursor, limit: 2 });
      seen.push(...page.lines.map(({ title, type }) => title || type));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(['完成', '迟了', '宽限中', '将到', 'payment', '还早', '没有日期']);
    expect(await world.must('fulfilment.count', all)).toBe(7);
  });

  test('the list is searched by title, contract and number, and sorted every way, page by page', async () => {
    const other = await registerSigned(world, '100%_维护');
    await world.must('fulfilment.saveObligation', { contractId: other.summary.id, id: null, revision: 0, entry: obligationEntry('巡检', { due: fixed('2026-12-10') }) });
    expect(await titles({ ...all, search: '迟' })).toEqual(['迟了']);
    expect(await titles({ ...all, search: '%_维' })).toEqual(['巡检']);
    expect(await titles({ ...all, search: other.summary.number.toLowerCase() })).toEqual(['巡检']);
    expect(await titles({ ...all, search: '浮标', type: 'payment' })).toEqual(['payment']);
    expect(await world.must('fulfilment.count', { ...all, search: '浮标' })).toBe(7);
    for (const by of dueSorts) {
      const inOne = async (descending: boolean) => (await world.must('fulfilment.list', { filter: all, sort: { by, descending }, cursor: null, limit: 50 })).lines.map(({ id: lineId }) => lineId);
      const forward = await inOne(false);
      expect(forward).toHaveLength(8);
      expect(await inOne(true)).toEqual(forward.toReversed());
      const paged: string[] = [];
      for (let cursor: string | null = null, first = true; first || cursor !== null; first = false) {
        const page: { lines: readonly { id: string }[]; nextCursor: string | null } = await world.must('fulfilment.list', { filter: all, sort: { by, descending: false }, cursor, limit: 3 });
        paged.push(...page.lines.map(({ id: lineId }) => lineId));
        cursor = page.nextCursor;
      }
      expect(paged).toEqual(forward);
    }
    const byContract = (await world.must('fulfilment.list', { filter: all, sort: { by: 'contract', descending: false }, cursor: null, limit: 1 })).lines;
    expect(byContract.map(({ title }) => title)).toEqual(['巡检']);
  });

  test('the board, the calendar and the day show the same', async () => {
    const columns = await world.must('fulfilment.board', all);
    expect(columns.filter(({ count }) => count > 0).map(({ status, count }) => [status, count])).toEqual([['planned', 5], ['met', 1]]);
    const { days } = await world.must('fulfilment.calendar', { filter: all, from: day('2026-11-01'), to: day('2026-12-31'), perDay: 3 });
    expect(days.map(({ day: on, total }) => [on, total])).toEqual([['2026-11-01', 1], ['2026-11-20', 1], ['2026-11-30', 1], ['2026-12-01', 1]]);
    const searched = { ...all, search: '宽限' };
    expect((await world.must('fulfilment.board', searched)).flatMap(({ count, lines }) => (count === 0 ? [] : [[count, ...lines.map(({ title }) => title)]]))).toEqual([[1, '宽限中']]);
    const found = (search: string) => world.must('fulfilment.calendar', { filter: { ...all, search }, from: day('2026-11-01'), to: day('2026-12-31'), perDay: 3 });
    expect((await found('宽限')).days.map(({ day: on, total }) => [on, total])).toEqual([['2026-11-20', 1]]);
    expect((await found('浮标')).days.at(-1)).toMatchObject({ day: '2026-12-01', lines: [{ kind: 'payment' }] });
    expect((await found('没有这样的')).days).toEqual([]);
    const mine = await world.must('fulfilment.myDay', { mine: false });
    expect([mine.overdue.length, mine.due.length, mine.soon.map(({ title }) => title)]).toEqual([2, 0, ['将到']]);
    expect((await world.must('fulfilment.myDay', { mine: true })).soon).toEqual([]);
  });

  test('what is due is told to whoever reminds of it, without any sum', () => {
    const db = world.core.vaults.session()?.db;
    const items = db === undefined ? [] : listDueItems(db, day('2026-11-01'), day('2026-12-31'));
    expect(items.map(({ kind, targetOn, title }) => [kind, targetOn, title])).toEqual([
      ['obligation', '2026-11-01', '迟了'],
      ['obligation', '2026-11-20', '宽限中'],
      ['obligation', '2026-11-30', '将到'],
      ['payment', '2026-12-01', ''],
    ]);
    expect(JSON.stringify(items)).not.toMatch(/3000|验收/);
  });
});

test('what a contract’s template and words propose is taken over as ticked, with the words it came from', async () => {
  const made = await world.must('contracts.create', await sampleEntry(world));
  const contractId = made.summary.id;
  const found = await world.must('fulfilment.propose', { contractId });
  expect(found.obligations.length).toBeGreaterThan(2);
  const quoted = found.obligations.filter(({ quote }) => quote !== '');
  const text = (await world.must('fulfilment.clauses', { contractId })).map((clause) => clause.text).join('\n');
  for (const { quote } of quoted) expect(text).toContain(quote);
  const chosen = found.obligations.map((one, index) => ({ ...one, title: one.title || `义务 ${index + 1}` }));
  const payments = [{ direction: 'pay' as const, due: { kind: 'none' as const }, shareBasisPoints: 3000, amount: { minor: 30_000_00, currency: 'CNY' as const }, condition: '签订后' }];
  expect(await world.must('fulfilment.take', { contractId, obligations: chosen, payments })).toEqual({ added: chosen.length + 1 });
  const kept = await world.must('fulfilment.ofContract', { contractId });
  expect(new Set(kept.obligations.map(({ title }) => title))).toEqual(new Set(chosen.map(({ title }) => title)));
  expect(kept.payments).toMatchObject([{ money: { amount: { minor: 30_000_00 } } }]);
});

test('a report of a contract, and of a period, is written as PDF and as a workbook', async () => {
  await add('交付', { due: fixed('2026-11-20') });
  await world.must('fulfilment.savePayment', { contractId: id(), id: null, revision: 0, entry: payment() });
  const [pdf, xlsx] = [join(world.folder, '报告.pdf'), join(world.folder, '报告.xlsx')];
  world.answers.push(pdf, xlsx, null);
  expect(await world.must('fulfilment.report', { contractId: id(), period: null, format: 'pdf', language: 'zh' })).toEqual({ fileName: '报告.pdf' });
  expect(readFileSync(pdf).subarray(0, 5).toString()).toBe('%PDF-');
  const period = { from: day('2026-11-01'), to: day('2026-12-31') };
  expect(await world.must('fulfilment.report', { contractId: null, period, format: 'xlsx', language: 'en' })).toEqual({ fileName: '报告.xlsx' });
  const [sheet] = (await readXlsx(readFileSync(xlsx))).sheets;
  expect(sheet?.rows.slice(1).map((row) => [row[0], row[5]])).toEqual([['交付', 'Planned · Overdue'], ['Payment 1', 'Planned']]);
  expect(await world.must('fulfilment.report', { contractId: null, period, format: 'pdf', language: 'en' })).toBeNull();
});

test('field staff tick off what is due and change nothing else', async () => {
  const one = await add('交付', { due: fixed('2026-11-20') });
  await become('field');
  expect(await move('交付', 'met')).toBe('ok');
  expect(await world.call('fulfilment.saveObligation', { contractId: id(), id: one.id, revision: 2, entry: obligationEntry('改名') })).toMatchObject({ error: { code: 'FORBIDDEN' } });
});
