import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultPolicy, type Reminder } from '#shared/features/reminders/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import { createTestVault, goodPassphrase, testWorld, unlockTestVault, userName, type TestWorld } from '../../harness/world.ts';
import { registerTerms } from '../../harness/portfolio.ts';
import { comingByItself, silenceReviews } from '../../harness/reminder-policy.ts';

// Months pass in these, and every hour of them is planned as it would be.
vi.setConfig({ testTimeout: 120_000 });

// The clock of these tests stands at 09:00 on Monday, 23 November 2026, eight hours east of UTC.

const minute = 60_000;
const hour = 3_600_000;
const dayMs = 24 * hour;
let world: TestWorld;
beforeEach(async () => {
  world = testWorld();
  await createTestVault(world);
  await silenceReviews(world, comingByItself);
  await world.pass(0);
});
afterEach(() => world.close());

const everything = { everybody: true, kind: null, search: '', contractId: null, limit: 500 } as const;
const list = (view: 'now' | 'snoozed' | 'history') => world.must('reminders.list', { ...everything, view });
const due = (view: 'coming' | 'overdue', days = 365) => world.must('reminders.due', { ...everything, kind: 'contract', view, days });
const named = (reminders: readonly Reminder[]) => reminders.map(({ contractTitle, event, offsetDays }) => `${contractTitle ?? ''} ${event} ${offsetDays}`);
const titles = () => world.notifier.shown.map(({ title }) => title);
/** A contract that ends so many days from the first day of the tests. */
const ending = (title: string, days: number) => ({ title, from: '2026-01-01', until: addDays('2026-11-23' as Day, days) });

describe('a contract that ends', () => {
  test('reminds on the days of the policy, each once, with what it is about', async () => {
    registerTerms(world, [ending('浮标维护', 30)]);
    await world.pass(31 * dayMs);
    expect(named(await list('history'))).toEqual(['浮标维护 expiry 0', '浮标维护 expiry -7', '浮标维护 expiry -30']);
    expect(titles()).toEqual(['Contract expires in 30 days', 'Contract expires in 7 days', 'Contract expires today']);
    expect(world.notifier.shown[0]?.body).toMatch(/浮标维护 · 2026-12-23$/);
  });

  test('waits in the list until somebody saw it, and then in the overdue list without nagging', async () => {
    registerTerms(world, [ending('浮标维护', 0)]);
    await world.pass(minute);
    const [reminder] = await list('now');
    expect(await world.must('reminders.count', undefined)).toEqual({ waiting: 1, overdue: 0 });
    await world.must('reminders.acknowledge', { ids: [reminder?.id ?? ('' as never)] });
    expect(await list('now')).toEqual([]);
    expect((await list('history'))[0]).toMatchObject({ acknowledgedByName: userName });
    await world.pass(40 * dayMs);
    expect(titles()).toHaveLength(1);
    const [overdue] = await due('overdue');
    expect(overdue).toMatchObject({ contractTitle: '浮标维护', event: 'expiry', targetOn: '2026-11-23', nextOn: null });
    await world.must('reminders.settle', { kind: 'contract', entityId: overdue?.entityId ?? '', event: 'expiry', settled: true });
    expect(await due('overdue')).toEqual([]);
    await world.must('reminders.settle', { kind: 'contract', entityId: overdue?.entityId ?? '', event: 'expiry', settled: false });
    expect(await due('overdue')).toHaveLength(1);
  });

  test('reminds anew when its day moves, and not of the former day', async () => {
    const [id] = registerTerms(world, [ending('浮标维护', 7)]);
    await world.pass(minute);
    expect(titles()).toEqual(['Contract expires in 7 days']);
    const read = await world.must('contracts.get', { id: id ?? ('' as never) });
    const { title, contractType } = read.summary;
    await world.must('contracts.saveRecord', { id: read.summary.id, revision: read.revision, title, contractType, record: { ...read.record, expiresOn: addDays('2026-12-29' as Day, 1) }, amount: null });
    await world.pass(8 * dayMs);
    expect(named(await list('now'))).toEqual(['浮标维护 expiry -30']);
    expect(titles()).toEqual(['Contract expires in 7 days', 'Contract expires in 37 days', 'Contract expires in 30 days']);
  });

  test('that is archived or completed reminds no more', async () => {
    const [id] = registerTerms(world, [ending('浮标维护', 7)]);
    await world.pass(minute);
    const { revision } = await world.must('contracts.get', { id: id ?? ('' as never) });
    await world.must('contracts.changeStage', { id: id ?? ('' as never), revision, to: 'completed', details: { reason: '', basis: '', notice: '', effectiveOn: null, signedOn: null } });
    await world.pass(10 * dayMs);
    expect(titles()).toHaveLength(1);
    expect(await world.must('reminders.count', undefined)).toEqual({ waiting: 0, overdue: 0 });
  });
});

test('a year of a portfolio: every reminder comes once, on its day, at nine', async () => {
  const terms = Array.from({ length: 60 }, (_, index) => ending(`合同 ${index}`, 95 + ((index * 41) % 420)));
  registerTerms(world, terms);
  await world.pass(365 * dayMs);
  const last = addDays('2026-11-23' as Day, 365);
  const expected = terms.flatMap(({ title, until }) => defaultPolicy.offsets.expiry.map((offset) => ({ title, on: addDays(until, offset), offset })).filter(({ on }) => on <= last));
  const rows = world.core.vaults.session()?.db.all<{ title: string; due_on: string; offset_days: number; shown_at: number; shown_as: string }>({
    text: 'SELECT contracts.title, due_on, offset_days, shown_at, shown_as FROM reminders JOIN contracts ON contracts.id = contract_id',
    values: [],
  });
  expect(rows?.map((row) => `${row.title} ${row.due_on} ${row.offset_days}`).sort()).toEqual(expected.map(({ title, on, offset }) => `${title} ${on} ${offset}`).sort());
  expect(new Set(rows?.map(({ shown_as }) => shown_as))).toEqual(new Set(['notification']));
  expect(rows?.filter(({ due_on, shown_at }) => new Date(shown_at + 8 * hour).toISOString().slice(0, 16) !== `${due_on}T09:00`)).toEqual([]);
  const told = titles().map((title) => Number(/^(\d+) reminders/.exec(title)?.[1] ?? 1));
  expect(told.reduce((sum, count) => sum + count, 0)).toBe(expected.length);
}, 300_000);

describe('after an absence', () => {
  test('there is one digest, and nothing of it comes again', async () => {
    registerTerms(world, [ending('一', 40), ending('二', 41), ending('三', 42)]);
    await world.pass(minute);
    const before = titles().length;
    await world.must('vault.lock', undefined);
    world.clock.advance(14 * dayMs);
    await unlockTestVault(world);
    await world.pass(minute);
    expect(titles().slice(before)).toEqual(['While you were away: 3 fell due']);
    await world.must('vault.lock', undefined);
    await unlockTestVault(world);
    await world.pass(hour);
    expect(titles().slice(before)).toHaveLength(1);
  });

  test('a moment that was slept through comes when the laptop wakes', async () => {
    registerTerms(world, [ending('浮标维护', 8)]);
    await world.pass(minute);
    world.clock.advance(dayMs + 2 * hour);
    world.core.scheduler.plan();
    await world.pass(0);
    // It says how far off the day is now, not when the reminder fell due.
    expect(titles()).toEqual(['Contract expires in 8 days', 'Contract expires in 7 days']);
  });
});

describe('the clock', () => {
  test('that is set back repeats nothing, and set forward loses nothing', async () => {
    registerTerms(world, [ending('浮标维护', 8)]);
    await world.pass(dayMs);
    expect(titles()).toEqual(['Contract expires in 8 days', 'Contract expires in 7 days']);
    world.clock.advance(-dayMs);
    await world.pass(2 * dayMs);
    expect(titles()).toHaveLength(2);
  });

  test('that was a year ahead by mistake and is put right makes the reminders come on their day after all', async () => {
    registerTerms(world, [ending('浮标维护', 40)]);
    await world.pass(minute);
    world.clock.advance(365 * dayMs);
    world.core.scheduler.plan();
    await world.pass(minute);
    const ahead = titles().length;
    world.clock.advance(-365 * dayMs);
    world.core.scheduler.plan();
    await world.pass(41 * dayMs);
    expect(titles().slice(ahead)).toEqual(['Contract expires in 30 days', 'Contract expires in 7 days', 'Contract expires today']);
  });

  test('of another zone brings the day of that zone, once', async () => {
    registerTerms(world, [ending('浮标维护', 8)]);
    await world.pass(dayMs);
    // To Los Angeles, where it is still the day before.
    world.clock.moveTo(() => -480);
    world.core.scheduler.plan();
    await world.pass(2 * dayMs);
    expect(titles().slice(1)).toEqual(['Contract expires in 7 days']);
    await world.pass(6 * dayMs);
    expect(titles().slice(1)).toEqual(['Contract expires in 7 days', 'Contract expires today']);
  });

  test('that changes to summer time and back keeps the hour', async () => {
    // Berlin: on 28 March 2027, 01:00 UTC, to two hours ahead.
    const change = Date.UTC(2027, 2, 28, 1);
    world.clock.moveTo((at) => (at >= change ? 120 : 60));
    registerTerms(world, [ending('一', 131), ending('二', 132)]);
    await world.pass(126 * dayMs);
    const session = world.core.vaults.session();
    const shown = session?.db.all<{ shown_at: number; due_on: string }>({ text: "SELECT shown_at, due_on FROM reminders WHERE offset_days = -7 ORDER BY due_on", values: [] });
    expect(shown?.map(({ shown_at, due_on }) => `${due_on} ${new Date(shown_at).toISOString().slice(11, 16)}`)).toEqual(['2027-03-27 08:00', '2027-03-28 07:00']);
  });
});

describe('showing', () => {
  test('that the system refuses, or cannot do, is told in the window and said in the settings', async () => {
    for (const outcome of ['refused', 'absent'] as const) {
      world.notifier.answer(outcome);
      registerTerms(world, [ending(outcome, 7)]);
      await world.pass(minute);
      expect(world.events).toContain('untold 1');
      expect((await world.must('reminders.device', undefined)).state).toBe(outcome);
    }
    expect(await world.must('reminders.count', undefined)).toEqual({ waiting: 2, overdue: 0 });
    world.notifier.answer('shown');
    expect(await world.must('reminders.test', undefined)).toBe('shown');
    await world.pass(hour);
    expect(world.notifier.shown).toHaveLength(1);
  });

  test('waits for the end of the quiet hours', async () => {
    world.clock.advance(12 * hour);
    registerTerms(world, [ending('浮标维护', 7)]);
    await world.pass(hour);
    expect(titles()).toEqual([]);
    await world.pass(11 * hour);
    expect(titles()).toHaveLength(1);
  });

  test('of many at once is one message', async () => {
    registerTerms(world, Array.from({ length: 400 }, (_, index) => ending(`合同 ${index}`, 7)));
    await world.pass(minute);
    expect(titles()).toEqual(['400 reminders']);
    expect((await world.must('reminders.count', undefined)).waiting).toBe(400);
  });

  test('leads to the contract when it is clicked, after the vault was opened again', async () => {
    const [id] = registerTerms(world, [ending('浮标维护', 7)]);
    await world.pass(minute);
    world.notifier.shown[0]?.onOpen();
    await world.must('vault.lock', undefined);
    expect(await world.call('reminders.takeOpened', undefined)).toMatchObject({ ok: false, error: { code: 'VAULT_LOCKED' } });
    await unlockTestVault(world);
    expect(await world.must('reminders.takeOpened', undefined)).toBe(`/contracts/${id}`);
    expect(await world.must('reminders.takeOpened', undefined)).toBeNull();
    expect(world.events).toContain('noticeOpened');
  });
});

describe('a person', () => {
  test('puts a reminder off, and it comes again then', async () => {
    registerTerms(world, [ending('浮标维护', 7)]);
    await world.pass(minute);
    const ids = (await list('now')).map(({ id }) => id);
    expect(await world.call('reminders.snooze', { ids, until: world.clock.now() - 1 })).toMatchObject({ ok: false, error: { code: 'SNOOZE_RANGE' } });
    await world.must('reminders.snooze', { ids, until: world.clock.now() + 3 * hour });
    expect(await list('now')).toEqual([]);
    expect(await list('snoozed')).toHaveLength(1);
    await world.pass(2 * hour);
    expect(titles()).toHaveLength(1);
    await world.pass(hour);
    expect(titles()).toHaveLength(2);
    expect(await list('now')).toHaveLength(1);
  });

  test('takes an acknowledgement back', async () => {
    registerTerms(world, [ending('浮标维护', 7)]);
    await world.pass(minute);
    const ids = (await list('now')).map(({ id }) => id);
    await world.must('reminders.acknowledge', { ids });
    await world.must('reminders.withdraw', { ids });
    expect(await list('now')).toHaveLength(1);
    await world.pass(hour);
    expect(titles()).toHaveLength(1);
  });

  test('changes the days on which the vault reminds; what came does not come again', async () => {
    registerTerms(world, [ending('浮标维护', 30)]);
    await world.pass(minute);
    const policy = await world.must('reminders.policy', undefined);
    await world.must('reminders.savePolicy', { policy: { ...policy, offsets: { ...policy.offsets, expiry: [-30, -28] } } });
    await world.pass(31 * dayMs);
    expect(titles()).toEqual(['Contract expires in 30 days', 'Contract expires in 28 days']);
  });

  test('hears of what a colleague did not acknowledge', async () => {
    const { passphrase } = await world.must('users.invite', { name: '李主管', roles: ['contract_manager'] });
    const boss = (await world.must('users.list', undefined)).find(({ name }) => name === '李主管');
    const policy = await world.must('reminders.policy', undefined);
    await world.must('reminders.savePolicy', { policy: { ...policy, escalation: { afterDays: 2, toId: boss?.id ?? ('' as never) } } });
    registerTerms(world, [ending('无人理会', 0), ending('有人看过', 0)]);
    await world.pass(minute);
    const seen = (await list('now')).find(({ contractTitle }) => contractTitle === '有人看过');
    await world.must('reminders.acknowledge', { ids: [seen?.id ?? ('' as never)] });
    await world.pass(3 * dayMs);
    const before = titles().length;
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName: '李主管', passphrase, takeOver: false });
    await world.pass(minute);
    expect(titles().slice(before)).toEqual(['Escalated: Contract expires: 3 days past']);
    const mine = await world.must('reminders.list', { ...everything, everybody: false, view: 'now' });
    expect(mine.map(({ contractTitle, isEscalated }) => [contractTitle, isEscalated])).toEqual([['无人理会', true]]);
    await world.must('vault.lock', undefined);
    await world.must('vault.unlock', { userName, passphrase: goodPassphrase, takeOver: false });
  });
});

describe('while the vault is locked', () => {
  const file = () => join(world.folder, 'profile', 'reminders', 'locked-schedule.json');

  test('Deedbox in the background says that something is due, but not what', async () => {
    registerTerms(world, [ending('浮标维护', 8), ending('另一份', 8)]);
    await world.pass(minute);
    await world.must('reminders.setDevice', { background: true });
    const before = titles().length;
    await world.must('vault.lock', undefined);
    await world.pass(3 * dayMs);
    expect(world.notifier.shown.slice(before).map(({ title, body }) => `${title} ${body}`)).toEqual(['Deedbox: 2 reminders Unlock to see them.']);
  });

  test('its schedule holds no name and no id, and is not readable as it lies there', async () => {
    const [id] = registerTerms(world, [ending('浮标维护', 8)]);
    await world.pass(minute);
    await world.must('reminders.setDevice', { background: true });
    await world.pass(minute);
    const kept = readFileSync(file(), 'utf8');
    for (const secret of ['浮标', id ?? '', '2026', 'entries', 'count']) expect(kept).not.toContain(secret);
    await world.must('reminders.setDevice', { background: false });
    await world.pass(minute);
    expect(existsSync(file())).toBe(false);
  });

  test('a closed application keeps quiet', async () => {
    registerTerms(world, [ending('浮标维护', 8)]);
    await world.pass(minute);
    await world.must('vault.lock', undefined);
    await world.pass(3 * dayMs);
    expect(titles()).toEqual(['Contract expires in 8 days']);
  });
});

describe('the calendar', () => {
  test('is written once with all that is to come, with names only where they are wanted', async () => {
    registerTerms(world, [ending('浮标维护, 二期; 终版', 60), { title: '续约', from: '2026-01-01', until: '2026-12-31', renewal: 'auto', details: { renewalTermMonths: 12, optOutPeriod: { amount: 30, unit: 'day' } } }]);
    await world.pass(minute);
    const path = join(world.folder, 'out.ics');
    for (const withNames of [true, false]) {
      world.answers.push(path);
      expect(await world.must('reminders.exportCalendar', { withNames })).toMatchObject({ path });
      const text = readFileSync(path, 'utf8');
      expect(text.includes('浮标维护')).toBe(withNames);
      const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
      const terms = events.filter(({ summary }) => !/^(Contract|Access) review due/.test(summary));
      expect(terms.map(({ summary, startDate }) => `${startDate.toString()} ${summary}`)).toEqual(
        withNames
          ? ['2026-11-27 Last safe day to send notice: 续约', '2026-12-01 Notice deadline: 续约', '2027-01-22 Contract expires: 浮标维护, 二期; 终版']
          : ['2026-11-27 Last safe day to send notice', '2026-12-01 Notice deadline', '2027-01-22 Contract expires'],
      );
    }
  });

  test('is kept up to date in a folder', async () => {
    world.answers.push(world.folder);
    const kept = await world.must('reminders.keepCalendar', { on: true, withNames: true });
    registerTerms(world, [ending('浮标维护', 60)]);
    await world.pass(minute);
    expect(readFileSync(kept?.path ?? '', 'utf8')).toContain('浮标维护');
    await world.must('reminders.keepCalendar', { on: false, withNames: true });
    expect((await world.must('reminders.device', undefined)).calendar).toBeNull();
  });
});
