import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Trigger } from '#shared/features/risks/warnings.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { sampleEntry } from '../../harness/entries.ts';
import { membersOf } from '../../harness/members.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// What a rule can wait for, each seen to come about. The clock stands on 23 November 2026.

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

const build = (trigger: Trigger) => world.must('risks.saveRule', { id: null, revision: 0, draft: { name: '试规则', trigger, audience: { kind: 'everybody' }, how: 'notify', isOn: true } });
const warned = async () => (await world.must('risks.alerts', { open: true, limit: 100 })).map(({ contractTitle }) => contractTitle);

test('a draft made from a template that is retired warns, once, and a signed contract does not', async () => {
  const made = await world.must('contracts.create', await sampleEntry(world, { titles: '浮标采购' }));
  await build({ kind: 'template_retired' });
  await world.pass(20 * minute);
  expect(await warned()).toEqual([]);
  const { record } = await world.must('templates.version', { versionId: made.templateVersionId ?? ('' as never) });
  await world.must('templates.retire', { versionId: record.summary.versionId, revision: record.revision });
  await world.pass(20 * minute);
  expect(await warned()).toEqual(['浮标采购']);
  expect(world.notifier.shown.map(({ title }) => title)).toEqual(['Risk warning']);
  await world.pass(2 * dayMs);
  expect(await warned()).toHaveLength(1);
});

test('the window for notice that opens warns on its day', async () => {
  registerTerms(world, [{ title: '续约', from: '2026-01-01', until: '2027-01-31', renewal: 'auto', details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } }]);
  await world.pass(minute);
  await build({ kind: 'notice_near', days: 36 });
  await world.pass(dayMs);
  expect(await warned()).toEqual([]);
  await world.pass(2 * dayMs);
  expect(await warned()).toEqual(['续约']);
});

test('a second obligation that passes its day warns, and the first does not', async () => {
  const [contractId] = registerTerms(world, [{ title: '浮标采购', from: '2026-01-01', until: '2028-12-31' }]);
  for (const days of [1, 3]) await world.must('fulfilment.saveObligation', { contractId: contractId ?? ('' as never), id: null, revision: 0, entry: obligationEntry(`第 ${days} 批`, { due: { kind: 'fixed', on: addDays(today, days) } }) });
  await world.pass(minute);
  await build({ kind: 'obligations_overdue', count: 2 });
  await world.pass(3 * dayMs);
  expect(await warned()).toEqual([]);
  await world.pass(2 * dayMs);
  expect(await warned()).toEqual(['浮标采购']);
});

test('an approval that waits past its deadline warns, and one that was given in time does not', async () => {
  const people = membersOf(world);
  await people.invite('法务甲', 'legal');
  const always = { amountFromMinor: null, onlyForeignPaper: false, onlyWithFindings: false, onlyWithNonStandardClauses: false, riskFrom: null, gradeFrom: null };
  await world.must('approvals.saveFlow', { id: null, version: 0, draft: { name: '流程', contractTypes: [], isOn: true, drafterMayApprove: false, needsSecondReviewer: false, steps: [{ name: '法务', order: 1, mode: 'any', assignees: [{ kind: 'role', role: 'legal' }], condition: always, deadlineHours: 8, escalateTo: null }] } });
  const submit = async (titles: string) => {
    const { summary, revision } = await world.must('contracts.create', await sampleEntry(world, { titles }));
    return world.must('approvals.submit', { contractId: summary.id, revision, note: '' });
  };
  const intime = await submit('及时批复');
  await submit('迟迟未批');
  await build({ kind: 'approval_late', days: 2 });
  await people.become('法务甲');
  await world.must('approvals.decide', { taskId: intime.tasks[0]?.id ?? ('' as never), decision: 'approved', comment: '', contentHash: intime.contentHash });
  await world.pass(2 * dayMs);
  expect(await warned()).toEqual([]);
  await world.pass(2 * dayMs);
  expect(await warned()).toEqual(['迟迟未批']);
  await world.pass(2 * dayMs);
  expect(await warned()).toHaveLength(1);
});

test('a score that reaches the number warns, once, and one below it does not', async () => {
  registerTerms(world, [
    { title: '自动续约无人管', from: '2026-01-01', until: '2026-12-10', renewal: 'auto', details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } },
    { title: '普通合同', from: '2026-01-01', until: '2027-06-30' },
  ]);
  await world.pass(20 * minute);
  expect((await world.must('risks.scores', { from: 0, limit: 10 })).map(({ title, score }) => [title, score])).toEqual([['自动续约无人管', 20], ['普通合同', 5]]);
  await build({ kind: 'score_reached', score: 21 });
  await world.pass(dayMs);
  expect(await warned()).toEqual([]);
  await build({ kind: 'score_reached', score: 20 });
  await world.pass(dayMs);
  expect(await warned()).toEqual(['自动续约无人管']);
  await world.pass(2 * dayMs);
  expect(await warned()).toHaveLength(1);
});

test('a text that is changed while nobody approves it does not warn', async () => {
  const { summary } = await world.must('contracts.create', await sampleEntry(world));
  await build({ kind: 'text_changed' });
  await world.pass(minute);
  const { revision } = await world.must('contracts.get', { id: summary.id });
  await world.must('versions.restore', { contractId: summary.id, revision, versionNumber: 1 });
  await world.pass(dayMs);
  expect(await warned()).toEqual([]);
});

test('a termination that is corrected warns once, counted from when the contract was terminated', async () => {
  const { summary, revision } = await registerSigned(world, '浮标采购');
  const told = { reason: '对方停产', basis: '第 12.1 条', notice: 'EMS', effectiveOn: '2026-11-30' as Day, signedOn: null };
  await build({ kind: 'stage_stays', stage: 'terminated', days: 5 });
  await world.pass(minute);
  const ended = await world.must('contracts.changeStage', { id: summary.id, revision, to: 'terminated', details: told });
  await world.pass(3 * dayMs);
  await world.must('contracts.correctTermination', { id: summary.id, revision: ended.revision, correction: '日期误录', details: { ...told, effectiveOn: '2026-12-31' as Day } });
  expect(await warned()).toEqual([]);
  await world.pass(2 * dayMs + 20 * minute);
  expect(await warned()).toEqual(['浮标采购']);
  await world.pass(5 * dayMs);
  expect(await warned()).toHaveLength(1);
});
