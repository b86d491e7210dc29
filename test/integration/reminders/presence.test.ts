import { afterEach, beforeEach, expect, test } from 'vitest';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { silenceReviews } from '../../harness/reminder-policy.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

const minute = 60_000;
const ends = (days: number) => ({ title: `合同 ${days}`, from: '2026-01-01', until: addDays('2026-11-23' as Day, days) });
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world);
});
afterEach(() => world.close());

test('the tray is told how many reminders wait, and of each that somebody saw', async () => {
  registerTerms(world, [ends(7), ends(30)]);
  await world.pass(minute);
  expect(world.events.at(-1)).toBe('waiting 2');
  const [first] = await world.must('reminders.list', { view: 'now', everybody: true, kind: null, search: '', contractId: null, limit: 10 });
  await world.must('reminders.acknowledge', { ids: [first?.id ?? ('' as never)] });
  expect(world.events.at(-1)).toBe('waiting 1');
});

test('starting at login is asked of the system, and one that refuses is believed', async () => {
  await world.must('reminders.setDevice', { startAtLogin: true });
  expect(world.events).toContain('login true');
  expect(await world.must('reminders.device', undefined)).toMatchObject({ startAtLogin: true });
  world.login.isRefused = true;
  expect(await world.call('reminders.setDevice', { startAtLogin: false })).toMatchObject({ ok: false, error: { code: 'LOGIN_ITEM_REFUSED' } });
  expect(await world.must('reminders.device', undefined)).toMatchObject({ startAtLogin: true });
});
