import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { CourseId } from '#shared/features/training/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { membersOf } from '../../harness/members.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { obligationEntry, registerSigned } from '../../harness/signed-contract.ts';
import { createTestVault, testWorld, userName, type TestWorld } from '../../harness/world.ts';

// Months pass in these, and every hour of them is planned as it would be.
vi.setConfig({ testTimeout: 120_000 });

// What other features hand to the reminders: the clock stands at nine on 23 November 2026.

const minute = 60_000;
const dayMs = 24 * 60 * minute;
const today = '2026-11-23' as Day;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
  await world.pass(minute);
});
afterEach(() => world.close());

const told = () => world.notifier.shown.map(({ title, body }) => `${title} | ${body}`);
const coming = (kind: 'training' | 'template') => world.must('reminders.due', { everybody: true, kind, search: '', contractId: null, limit: 10, view: 'coming', days: 90 });

test('a training that was asked for reminds whoever has to take it, until it is withdrawn', async () => {
  const courseId: CourseId = 'contract-basics';
  const me = (await world.must('approvals.members', undefined)).find(({ name }) => name === userName)?.id ?? ('' as never);
  await world.must('training.assign', { courseId, userIds: [me], dueOn: addDays(today, 7) });
  await world.pass(minute);
  const { title } = (await world.must('training.source', { courseId, version: null })).content;
  expect(told()).toEqual([`Training due in 7 days | ${title.en} · 2026-11-30`]);
  expect(await coming('training')).toMatchObject([{ event: 'training_due', targetOn: '2026-11-30', ownerName: userName }]);
  const assignment = world.core.vaults.session()?.db.get<{ id: never }>({ text: 'SELECT id FROM training_assignments', values: [] });
  await world.must('training.withdraw', { assignmentId: assignment?.id ?? ('' as never) });
  await world.pass(9 * dayMs);
  expect(told()).toHaveLength(1);
  expect(await coming('training')).toEqual([]);
});

test('administrators alone are reminded that who may open the vault is to be looked at, until a review is finished', async () => {
  const { invite, become } = membersOf(world);
  await invite('李法务', 'legal');
  // A quarter after the vault was made; nobody but the administrator is named.
  const all = () => world.must('reminders.due', { everybody: true, kind: 'access', search: '', contractId: null, limit: 10, view: 'coming', days: 366 });
  await world.pass(minute);
  expect(await all()).toMatchObject([{ event: 'access_review', targetOn: '2027-02-22', ownerName: userName, title: '' }]);
  await world.pass(91 * dayMs);
  expect(told()).toContain('Access review due today | 2027-02-22');
  const before = told().length;
  await become('李法务');
  await world.pass(8 * dayMs);
  expect(told().slice(before).join()).not.toContain('Access review');
  await become(userName);
  await world.must('users.startAccessReview', undefined);
  const { current } = await world.must('users.accessReview', undefined);
  for (const { userId } of current?.grants ?? []) await world.must('users.decideGrant', { reviewId: current?.id ?? ('' as never), userId, decision: 'confirmed' });
  await world.must('users.finishAccessReview', { reviewId: current?.id ?? ('' as never) });
  await world.pass(minute);
  expect((await all())[0]?.targetOn).toBe(addDays('2027-02-22' as Day, 99));
});

test('a template reminds of its next review, and no more once it was reviewed', async () => {
  const keep = async (nextReviewOn: Day, isReviewed: boolean) => {
    const [template] = await world.must('templates.catalogue', undefined);
    if (template === undefined) throw new Error('no template');
    await world.must('templates.saveKeeping', { templateId: template.id, revision: template.revision, groupId: null, ownerId: null, nextReviewOn, isReviewed });
    return template.versions[0]?.summary.titleEn ?? '';
  };
  const title = await keep(addDays(today, 14), false);
  await world.pass(minute);
  expect(told()).toEqual([`Template review due in 14 days | ${title} · 2026-12-07`]);
  await keep(addDays(today, 365), true);
  await world.pass(30 * dayMs);
  expect(told()).toHaveLength(1);
});

test('a calendar file names what is owed, and leaves out what is to be paid', async () => {
  const contract = await registerSigned(world, '浮标采购');
  const due = { kind: 'fixed', on: addDays(today, 30) } as const;
  const contractId = contract.summary.id;
  await world.must('fulfilment.saveObligation', { contractId, id: null, revision: 0, entry: obligationEntry('交付浮标', { due }) });
  await world.must('fulfilment.savePayment', { contractId, id: null, revision: 0, entry: { direction: 'pay', due, ownerId: null, condition: '', shareBasisPoints: null, amount: { minor: 100_00, currency: 'CNY' } } });
  await world.pass(minute);
  const path = join(world.folder, 'out.ics');
  world.answers.push(path);
  const made = await world.must('reminders.exportCalendar', { withNames: true });
  const text = readFileSync(path, 'utf8');
  expect(text).toContain('Obligation due: 交付浮标');
  expect(text).not.toContain('Payment');
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(made?.count ?? 0);
});

test('a template that was taken out of use reminds of no review, though it had versions before', async () => {
  const [template] = await world.must('templates.catalogue', undefined);
  const first = template?.versions[0]?.summary.versionId ?? ('' as never);
  await world.must('templates.saveKeeping', { templateId: template?.id ?? ('' as never), revision: template?.revision ?? 0, groupId: null, ownerId: null, nextReviewOn: addDays(today, 14), isReviewed: false });
  const { versionId } = await world.must('templates.startDraft', { from: 'version', versionId: first, isNewTemplate: false });
  const target = async () => ({ versionId, revision: (await world.must('templates.version', { versionId })).record.revision });
  await world.must('templates.submit', await target());
  await world.must('templates.publish', { ...(await target()), reason: '合同库只有我一人，已逐条核对' });
  await world.pass(minute);
  expect(await coming('template')).toHaveLength(1);
  await world.must('templates.retire', await target());
  await world.pass(minute);
  expect(await coming('template')).toEqual([]);
});
