import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { measureFacts, measures, shippedReports, type Definition } from '#shared/features/analytics/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { levelOf } from '#shared/features/risks/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { signMonthByMonth } from '../../harness/signing-history.ts';
import { createTestVault, goodPassphrase, taskId, testWorld, userName, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterEach(() => world.close());

const all: Definition = { measure: 'contracts', groupBy: 'type', splitBy: null, filter: { types: [], stages: [], ownerName: '' }, period: { lastMonths: null, from: null, to: null }, show: 'bar' };
const run = (over: Partial<Definition>) => world.must('analytics.run', { definition: { ...all, ...over } });
const headings = { group: '组', split: '分', value: '值', count: '数', currency: '币种' };
async function become(name: string, passphrase: string) {
  await world.must('vault.lock', undefined);
  await world.must('vault.unlock', { userName: name, passphrase, takeOver: false });
}

test('reports count, sum and take the middle by group, split, filter and period', async () => {
  const [january, february] = await signMonthByMonth(world, [4, 10]);
  expect((await run({ groupBy: 'owner' })).rows).toEqual([{ group: '陈静', split: null, currency: null, value: 4, count: 4 }]);
  expect((await run({ measure: 'value', groupBy: 'direction' })).rows).toEqual([{ group: 'pay', split: null, currency: 'CNY', value: 480_000_00, count: 4 }]);
  expect((await run({ measure: 'cycleMedian', groupBy: 'month' })).rows.map(({ group, value }) => [group, value])).toEqual([[january?.slice(0, 7), 4], [february?.slice(0, 7), 10]]);
  expect((await run({ measure: 'signings', groupBy: 'cycleBand' })).rows.map(({ group, value }) => [group, value])).toEqual([['007', 2], ['014', 2]]);
  expect((await run({ groupBy: 'month', splitBy: 'stage', period: { lastMonths: null, from: february ?? null, to: null } })).rows).toMatchObject([{ group: february?.slice(0, 7), split: 'signed', value: 2 }]);
  expect(await run({ filter: { types: ['nda'], stages: [], ownerName: '' } })).toEqual({ rows: [], isCut: false, missing: 'empty' });
});

test('every measure runs over every group that it knows', async () => {
  await signMonthByMonth(world, [3]);
  for (const measure of measures) {
    for (const groupBy of measureFacts[measure].dimensions) {
      const splitBy = measureFacts[measure].dimensions.find((each) => each !== groupBy) ?? null;
      expect([measure, groupBy, (await world.call('analytics.run', { definition: { ...all, measure, groupBy, splitBy } })).ok]).toEqual([measure, groupBy, true]);
    }
  }
  expect(shippedReports.length).toBeGreaterThan(12);
});

test('a report by level of risk draws the lines where the register draws them', async () => {
  const draft = { category: 'breach', contractId: null, partyId: null, state: 'open', treatment: 'reduce', ownerId: null, reviewOn: null } as const;
  const grades = [[2, 2], [1, 5], [2, 5], [3, 4]] as const;
  for (const [likelihood, impact] of grades) await world.must('risks.save', { id: null, revision: 0, draft: { ...draft, title: `${likelihood} x ${impact}`, likelihood, impact } });
  const levels = Object.entries(Object.groupBy(grades, ([likelihood, impact]) => levelOf(likelihood, impact))).map(([level, found]) => [level, found.length]);
  expect(levels).toEqual([['low', 1], ['medium', 2], ['high', 1]]);
  expect((await run({ measure: 'riskScore', groupBy: 'riskLevel' })).rows.map(({ group, count }) => [group, count]).toSorted()).toEqual(levels.toSorted());
});

test('what was delivered in part is not on time, what is still in its days of grace is not counted, and late payments count what is open', async () => {
  const { summary } = await registerSigned(world, '浮标采购');
  const contractId = summary.id;
  const owe = async (title: string, on: string, to: 'met' | 'partially_met' | null, graceDays = 0) => {
    await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry(title, { due: { kind: 'fixed', on: on as Day }, graceDays }) });
    const { obligations } = await world.must('fulfilment.ofContract', { contractId });
    const { id, revision } = obligations.find((one) => one.title === title) ?? { id: '' as never, revision: 0 };
    if (to !== null) await world.must('fulfilment.move', { id, revision, to, on: '2026-11-01' as Day, reason: to === 'met' ? '' : '先交付 6 台' });
  };
  await owe('第一批', '2026-11-02', 'met');
  await owe('第二批', '2026-11-03', 'partially_met');
  await owe('第三批', '2026-11-20', null, 10);
  expect((await run({ measure: 'fulfilmentRate', groupBy: 'month' })).rows).toMatchObject([{ value: 0.5, count: 2 }]);
  const rate = (await world.must('improvement.metrics', undefined)).find(({ metric }) => metric === 'overdue_rate');
  expect(rate?.points.filter(({ value }) => value !== null)).toMatchObject([{ month: '2026-11', count: 3, value: expect.closeTo(1 / 3) as number }]);
  const due = { kind: 'fixed', on: '2026-11-02' as Day } as const;
  await world.must('fulfilment.savePayment', { contractId, id: null, revision: 0, entry: { direction: 'pay', due, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 300_000_00, currency: 'CNY' } } });
  const [payment] = (await world.must('fulfilment.ofContract', { contractId })).payments;
  await world.must('fulfilment.addPaymentRecord', { id: payment?.id ?? ('' as never), entry: { paidOn: '2026-11-02' as Day, minor: 299_000_00, reference: '' } });
  expect((await run({ measure: 'paymentsLate', groupBy: 'month' })).rows).toMatchObject([{ value: 1_000_00, count: 1 }]);
  expect((await run({ measure: 'paymentsDue', groupBy: 'month' })).rows).toMatchObject([{ value: 300_000_00, count: 1 }]);
});

test('what a draft plans, and what was to come of a cancelled one, is neither late nor unfulfilled, as in the lists', async () => {
  const planUnder = async (contractId: ContractId) => {
    const due = { kind: 'fixed', on: '2026-11-02' as Day } as const;
    await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('交付', { due }) });
    await world.must('fulfilment.savePayment', { contractId, id: null, revision: 0, entry: { direction: 'pay', due, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 300_000_00, currency: 'CNY' } } });
  };
  const draft = await world.must('contracts.create', await sampleEntry(world));
  await planUnder(draft.summary.id);
  const figures = async () => {
    const rows = await Promise.all((['obligations', 'fulfilmentRate', 'paymentsDue', 'paymentsLate'] as const).map(async (measure) => (await run({ measure, groupBy: 'month' })).rows.map(({ count }) => count)));
    const rate = (await world.must('improvement.metrics', undefined)).find(({ metric }) => metric === 'overdue_rate');
    return [...rows, rate?.points.filter(({ value }) => value !== null).map(({ count }) => count)];
  };
  expect(await figures()).toEqual([[], [], [], [], []]);
  await world.must('contracts.changeStage', { id: draft.summary.id, revision: draft.revision, to: 'cancelled', details: { reason: '不再需要', basis: '', notice: '', effectiveOn: null, signedOn: null } });
  expect(await figures()).toEqual([[], [], [], [], []]);
  const signed = await registerSigned(world, '浮标采购');
  await planUnder(signed.summary.id);
  expect(await figures()).toEqual([[1], [1], [1], [1], [1]]);
  await world.must('contracts.changeMany', { ids: [signed.summary.id], archived: true });
  expect(await figures()).toEqual([[1], [1], [1], [], [1]]);
});

test('the last months end today: what falls due later is none of them', async () => {
  const { summary } = await registerSigned(world, '浮标采购');
  for (const on of ['2026-11-02', '2026-11-23', '2026-11-24', '2027-03-01']) {
    await world.must('fulfilment.savePayment', { contractId: summary.id, id: null, revision: 0, entry: { direction: 'pay', due: { kind: 'fixed', on: on as Day }, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 100_00, currency: 'CNY' } } });
  }
  expect((await run({ measure: 'paymentsDue', groupBy: 'month', period: { lastMonths: 3, from: null, to: null } })).rows).toMatchObject([{ group: '2026-11', value: 200_00, count: 2 }]);
});

test('a person who sees a part of the contracts has every report of that part', async () => {
  await signMonthByMonth(world, [3]);
  const { passphrase } = await world.must('users.invite', { name: '林经理', roles: ['contract_manager'], reach: { scope: 'own' } });
  await become('林经理', passphrase);
  for (const { key, definition } of shippedReports) expect([key, (await world.must('analytics.run', { definition })).rows]).toEqual([key, []]);
  await become(userName, goodPassphrase);
  expect((await run({})).rows).not.toEqual([]);
});

test('a vault without a contract, and a period in which nothing happened, divide by nothing', async () => {
  const sound = async (definition: Definition) => {
    const answer = await world.call('analytics.run', { definition });
    if (!answer.ok) throw new Error(answer.error.code);
    expect([definition.measure, answer.value.rows.every(({ value, count }) => Number.isFinite(value) && Number.isFinite(count))]).toEqual([definition.measure, true]);
    return answer.value;
  };
  for (const { definition } of shippedReports) await sound(definition);
  for (const measure of measures) expect(await sound({ ...all, measure, groupBy: measureFacts[measure].dimensions[0] ?? 'type' })).toMatchObject({ isCut: false });
  await signMonthByMonth(world, [3]);
  const longAgo = { lastMonths: null, from: '2001-01-01' as Day, to: '2001-12-31' as Day };
  for (const measure of measures) await sound({ ...all, measure, groupBy: measureFacts[measure].dimensions[0] ?? 'type', period: longAgo });
  expect(await run({ period: longAgo })).toEqual({ rows: [], isCut: false, missing: 'empty' });
});

test('findings are counted at the last look at a version, waived ones apart', async () => {
  const { summary } = await world.must('contracts.create', await sampleEntry(world));
  expect((await run({ measure: 'findingsPerContract', groupBy: 'type' })).missing).toBe('empty');
  const { findings } = await world.must('checker.check', { contractId: summary.id });
  const counted = async () => (await run({ measure: 'checkFindings', groupBy: 'ruleKind' })).rows.reduce((sum, { value }) => sum + (value ?? 0), 0);
  expect(await counted()).toBe(findings.length);
  const [first] = findings;
  if (first === undefined) return;
  await world.must('checker.waive', { contractId: summary.id, ruleId: first.ruleId, fingerprint: first.fingerprint, reason: '已知晓' });
  await world.must('checker.check', { contractId: summary.id });
  expect(await counted()).toBe(findings.length - 1);
});

test('what lies behind a key is not there at all for who lacks it', async () => {
  await signMonthByMonth(world, [3]);
  const { passphrase } = await world.must('users.invite', { name: '法务甲', roles: ['legal'] });
  await become('法务甲', passphrase);
  for (const measure of ['value', 'averageValue', 'paymentsDue', 'paymentsLate'] as const) {
    expect(await run({ measure, groupBy: 'type' })).toEqual({ rows: [], isCut: false, missing: 'withheld' });
    expect(await world.call('analytics.exportDetails', { definition: { ...all, measure }, format: 'csv', fileName: '明细', headings: ['编号'], words: {}, taskId: taskId() })).toMatchObject({ error: { code: 'NO_DETAILS' } });
  }
  expect(await world.must('home.money', undefined)).toEqual({ withheld: true });
  await become(userName, goodPassphrase);
  expect(await world.must('home.money', undefined)).toMatchObject([{ direction: 'pay', currency: 'CNY', minor: 240_000_00, count: 2 }]);
});

test('reports are kept for everybody and removed by who made them', async () => {
  const saved = await world.must('analytics.save', { name: '按部门', definition: { ...all, groupBy: 'department' } });
  const again = await world.must('analytics.save', { name: '按部门', definition: { ...all, groupBy: 'department', show: 'pie' } });
  expect((await world.must('analytics.saved', undefined)).map(({ id, definition: { show } }) => [id, show])).toEqual([[again.id, 'pie']]);
  expect(await world.call('analytics.remove', { id: saved.id })).toMatchObject({ error: { code: 'NOT_FOUND' } });
  const { passphrase } = await world.must('users.invite', { name: '法务甲', roles: ['legal'] });
  await become('法务甲', passphrase);
  expect(await world.must('analytics.saved', undefined)).toMatchObject([{ name: '按部门', isOwn: false, createdByName: userName }]);
  expect((await world.call('analytics.remove', { id: again.id })).ok).toBe(false);
});

test('reports are written as tables, pages and pictures; a formula in a name is harmless', async () => {
  await signMonthByMonth(world, [3]);
  const request = { definition: all, fileName: '合同构成', title: '合同构成', subtitle: '', headings, words: { 'type.purchase': '=采购' }, language: 'zh' as const };
  for (const format of ['csv', 'xlsx', 'pdf'] as const) {
    const target = join(world.folder, `report.${format}`);
    world.answers.push(target);
    expect(await world.must('analytics.exportTable', { ...request, format, taskId: taskId() })).toEqual({ fileName: `report.${format}`, rows: 1 });
    expect(existsSync(target)).toBe(true);
  }
  expect(readFileSync(join(world.folder, 'report.csv'), 'utf8')).toContain("'=采购,2,2");
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==', 'base64');
  world.answers.push(join(world.folder, 'chart.png'));
  await world.must('analytics.exportPicture', { fileName: '图', base64: png.toString('base64') });
  expect(readFileSync(join(world.folder, 'chart.png')).equals(png)).toBe(true);
  expect(await world.call('analytics.exportPicture', { fileName: '图', base64: Buffer.from('<svg>').toString('base64') })).toMatchObject({ error: { code: 'CHART_NOT_DRAWN' } });
});

test('the rows behind a report are streamed, and stopping leaves nothing behind', async () => {
  await signMonthByMonth(world, [3, 4]);
  const details = { definition: all, format: 'csv' as const, fileName: '明细', headings: ['编号', '名称', '类型', '阶段', '经办人', '日期', '组'], words: {} };
  world.answers.push(join(world.folder, 'rows.csv'));
  expect(await world.must('analytics.exportDetails', { ...details, taskId: taskId() })).toEqual({ fileName: 'rows.csv', rows: 4 });
  expect(readFileSync(join(world.folder, 'rows.csv'), 'utf8').trim().split('\r\n')).toHaveLength(5);
  const task = taskId();
  world.answers.push(join(world.folder, 'stopped.csv'));
  const running = world.call('analytics.exportDetails', { ...details, taskId: task });
  await world.must('analytics.cancel', { taskId: task });
  expect(await running).toMatchObject({ ok: false, error: { code: 'CANCELLED' } });
  expect(readdirSync(world.folder).filter((name) => name.includes('stopped'))).toEqual([]);
});
