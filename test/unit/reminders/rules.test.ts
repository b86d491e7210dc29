import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultPolicy, reminderEvents, type ReminderPolicy } from '#shared/features/reminders/model.ts';
import { firstStepOn, groupingOf, isQuiet, minutesOfQuietLeft, nextReminders, stepsOf } from '#shared/features/reminders/rules.ts';
import { groupText, lockedText, noticeText } from '#shared/features/reminders/words.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';

const day = (text: string) => text as Day;
const item = { event: 'expiry', targetOn: day('2026-12-31'), doneThrough: null } as const;
const next = (today: string, over: Partial<{ doneThrough: Day | null; policy: ReminderPolicy }> = {}) =>
  nextReminders([{ ...item, doneThrough: over.doneThrough ?? null }], day(today), over.policy ?? defaultPolicy)[0];

describe('the steps of a target', () => {
  test('follow the offsets of its event, the earliest first', () => {
    expect(stepsOf(item, defaultPolicy).map(({ on }) => on)).toEqual(['2026-10-02', '2026-11-01', '2026-12-01', '2026-12-24', '2026-12-31']);
  });

  test('end with the person to whom it is escalated', () => {
    const policy = { ...defaultPolicy, escalation: { afterDays: 3, toId: 'u' as never } };
    expect(stepsOf(item, policy).at(-1)).toEqual({ offsetDays: 3, level: 1, on: '2027-01-03' });
    expect(stepsOf({ ...item, event: 'warning' }, policy)).toHaveLength(1);
  });
});

describe('what falls due', () => {
  test('is nothing before the first step', () => {
    expect(next('2026-10-01')).toEqual({ due: [], nextOn: '2026-10-02' });
  });

  test('is one reminder, the latest, however many were slept through', () => {
    expect(next('2026-12-26')).toEqual({ due: [{ offsetDays: -7, level: 0, on: '2026-12-24' }], nextOn: '2026-12-31' });
  });

  test('is not what was dealt with already', () => {
    expect(next('2026-12-26', { doneThrough: day('2026-12-24') })?.due).toEqual([]);
    expect(next('2027-02-01', { doneThrough: day('2027-01-31') })).toEqual({ due: [], nextOn: null });
  });

  test('comes once, on its own day, whoever asks every day for years', () => {
    const step = fc.integer({ min: -120, max: 40 });
    fc.assert(
      fc.property(fc.constantFrom(...reminderEvents), fc.array(step, { maxLength: 8 }), fc.integer({ min: 0, max: 700 }), (event, offsets, ahead) => {
        const policy = { ...defaultPolicy, offsets: { ...defaultPolicy.offsets, [event]: offsets } };
        const start = day('2026-01-01');
        const targetOn = addDays(start, 130 + ahead);
        const told: string[] = [];
        let doneThrough: Day | null = null;
        for (let count = 0; count < 900; count += 1) {
          const today = addDays(start, count);
          const [plan] = nextReminders([{ event, targetOn, doneThrough }], today, policy);
          for (const { on } of plan?.due ?? []) told.push(`${today} ${on}`);
          doneThrough = today;
        }
        const expected = [...new Set(offsets)].map((offset) => addDays(targetOn, offset)).sort();
        expect(told).toEqual(expected.filter((on) => on < addDays(start, 900)).map((on) => `${on} ${on}`));
      }),
      { numRuns: 60 },
    );
  });

  test('are not looked at again where a clock that was ahead dealt with days to come', () => {
    expect(nextReminders([{ ...item, doneThrough: day('2026-12-24') }], day('2026-11-25'), defaultPolicy)).toEqual([{ due: [], nextOn: '2026-12-31' }]);
  });

  test('begins on the first day that is not dealt with', () => {
    expect(firstStepOn({ ...item, doneThrough: day('2026-12-01') }, defaultPolicy)).toBe('2026-12-24');
    expect(firstStepOn({ ...item, doneThrough: day('2027-12-01') }, defaultPolicy)).toBeNull();
  });
});

describe('quiet hours', () => {
  test('reach over midnight', () => {
    expect([19 * 60, 20 * 60, 23 * 60, 0, 7 * 60 + 59, 8 * 60].map((minute) => isQuiet(defaultPolicy, minute))).toEqual([false, true, true, true, true, false]);
    expect(minutesOfQuietLeft(defaultPolicy, 23 * 60)).toBe(9 * 60);
    expect(minutesOfQuietLeft(defaultPolicy, 12 * 60)).toBe(0);
  });

  test('may lie within a day, be empty, or be none', () => {
    const at = (quiet: ReminderPolicy['quiet']) => isQuiet({ ...defaultPolicy, quiet }, 13 * 60);
    expect([at({ from: 12 * 60, until: 14 * 60 }), at({ from: 13 * 60, until: 13 * 60 }), at(null)]).toEqual([true, false, false]);
  });
});

describe('telling', () => {
  const today = day('2026-11-25');

  test('is one by one for a few, in a group for many, in a digest after an absence', () => {
    expect([1, 3, 4, 10_000].map((count) => groupingOf(count, today, today))).toEqual(['each', 'each', 'group', 'group']);
    expect(groupingOf(2, day('2026-11-20'), today)).toBe('digest');
    expect(groupingOf(1, day('2026-11-20'), today)).toBe('each');
  });

  const facts = { event: 'notice_deadline', targetOn: day('2026-12-02'), title: '', isEscalated: false, contractNumber: 'HT-2026-0001', contractTitle: '浮标采购' } as const;
  test('says what, when and of which contract', () => {
    expect(noticeText(facts, today, 'zh-CN')).toEqual({ title: '不续约通知截止：还有 7 天', body: 'HT-2026-0001 浮标采购 · 2026-12-02' });
    expect(noticeText({ ...facts, isEscalated: true, targetOn: day('2026-11-20'), title: 'Deliver 10 buoys' }, today, 'en')).toEqual({
      title: 'Escalated: Notice deadline: 5 days past',
      body: 'Deliver 10 buoys · HT-2026-0001 浮标采购 · 2026-11-20',
    });
    expect(groupText('digest', 3, facts, today, 'en').title).toBe('While you were away: 3 fell due');
  });

  test('says nothing of a contract while the vault is locked', () => {
    expect(lockedText(3, 'en')).toEqual({ title: 'Deedbox: 3 reminders', body: 'Unlock to see them.' });
  });
});
