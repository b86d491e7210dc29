import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultPolicy } from '#shared/features/reminders/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { comingByItself, silenceReviews } from '../../harness/reminder-policy.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

// The clock stands at nine on Monday, 23 November 2026.

const minute = 60_000;
const hour = 60 * minute;
const today = '2026-11-23' as Day;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world, comingByItself);
  await world.pass(0);
});
afterEach(() => world.close());

const everything = { everybody: true, kind: null, search: '', contractId: null, limit: 50 } as const;
const waiting = async () => (await world.must('reminders.list', { ...everything, view: 'now' })).map(({ contractTitle }) => contractTitle);
const titles = () => world.notifier.shown.map(({ title }) => title);

test('what was said to be dealt with by mistake waits again, and what somebody saw before does not', async () => {
  registerTerms(world, [{ title: '浮标维护', from: '2026-01-01', until: addDays(today, 7) }, { title: '灯器维护', from: '2026-01-01', until: addDays(today, 7) }]);
  await world.pass(minute);
  const [first, second] = await world.must('reminders.list', { ...everything, view: 'now' });
  if (first === undefined || second === undefined) throw new Error('nothing waits');
  await world.must('reminders.acknowledge', { ids: [second.id] });
  await world.pass(minute);
  const before = titles().length;
  for (const settled of [true, false]) for (const { entityId } of [first, second]) await world.must('reminders.settle', { kind: 'contract', entityId, event: 'expiry', settled });
  await world.pass(minute);
  expect(await waiting()).toEqual([first.contractTitle]);
  expect((await world.must('reminders.count', undefined)).waiting).toBe(1);
  // It had been told: that it waits again is no news.
  expect(titles()).toHaveLength(before);
});

test('while the vault is locked, what comes in quiet hours of the evening is told the next morning, as it would be in an open one', async () => {
  registerTerms(world, [{ title: '浮标维护', from: '2026-01-01', until: addDays(today, 8) }]);
  const policy = await world.must('reminders.policy', undefined);
  await world.must('reminders.savePolicy', { policy: { ...policy, offsets: { ...defaultPolicy.offsets, ...policy.offsets, expiry: [-7] }, remindAt: 21 * 60 } });
  await world.pass(minute);
  await world.must('reminders.setDevice', { background: true });
  await world.must('vault.lock', undefined);
  // Tomorrow at nine in the evening it falls due, within the quiet hours from eight to eight.
  await world.pass(24 * hour);
  expect(titles()).toEqual([]);
  await world.pass(23 * hour);
  expect(titles()).toEqual(['Deedbox: 1 reminders']);
});
