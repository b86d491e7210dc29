import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupsToDrop, isBackupDue, isDrillOverdue } from '#shared/features/backups/retention.ts';

const day = 86_400_000;
const monday = Date.UTC(2026, 10, 23, 12);
const backup = (takenAt: number) => ({ id: String(takenAt), takenAt });

describe('automatic backups', () => {
  test('of a year, one a day, keep seven days, four weeks and twelve months', () => {
    const all = Array.from({ length: 365 }, (_, index) => backup(monday - index * day));
    const dropped = new Set(backupsToDrop(all, 480));
    const left = all.filter(({ id }) => !dropped.has(id));
    // Of the weeks two lie within the seven days; of the months November is there already.
    expect(left).toHaveLength(7 + 2 + 11);
    expect(left[0]).toEqual(all[0]);
  });

  test('of one day keep the newest', () => {
    expect(backupsToDrop([backup(monday), backup(monday - 3_600_000), backup(monday - 7_200_000)], 0)).toEqual([String(monday - 3_600_000), String(monday - 7_200_000)]);
  });

  test('of a laptop that was off for years are not dropped for their age', () => {
    expect(backupsToDrop([backup(monday), backup(monday - 900 * day)], 0)).toEqual([]);
  });

  test('never lose the newest one, and are never more than the rule keeps', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 4_000 }), { maxLength: 80 }), fc.integer({ min: -720, max: 840 }), (hours, offset) => {
        const all = hours.map((hour) => backup(monday - hour * 7 * 3_600_000));
        const dropped = new Set(backupsToDrop(all, offset));
        const left = all.filter(({ id }) => !dropped.has(id));
        expect(left.length).toBeLessThanOrEqual(7 + 4 + 12);
        if (all.length > 0) expect(left).toContainEqual(backup(Math.max(...all.map(({ takenAt }) => takenAt))));
        // What is left is left again: the rule does not eat its own result.
        expect(backupsToDrop(left, offset)).toEqual([]);
      }),
    );
  });
});

describe('a backup', () => {
  const last = { takenAt: monday, sequence: 10 };
  test('is due by itself after a day, at a lock after four hours, and never when nothing changed', () => {
    expect(isBackupDue('daily', last, monday + day, 11)).toBe(true);
    expect(isBackupDue('daily', last, monday + day - 1, 11)).toBe(false);
    expect(isBackupDue('lock', last, monday + day / 6, 11)).toBe(true);
    expect(isBackupDue('lock', last, monday + 9 * day, 10)).toBe(false);
    expect(isBackupDue('lock', null, monday, 1)).toBe(true);
  });

  test('is due in a vault that was restored from an earlier backup, whose audit chain is shorter', () => {
    expect(isBackupDue('daily', { takenAt: monday, sequence: 500 }, monday + day, 300)).toBe(true);
    expect(isBackupDue('daily', { takenAt: monday, sequence: 500 }, monday + day / 2, 300)).toBe(false);
  });

  test('is due at once when the last one was taken while the clock was years ahead', () => {
    expect(isBackupDue('daily', { takenAt: monday + 900 * day, sequence: 10 }, monday, 11)).toBe(true);
    expect(isBackupDue('lock', { takenAt: monday + 900 * day, sequence: 10 }, monday, 11)).toBe(true);
    expect(isBackupDue('lock', { takenAt: monday + 900 * day, sequence: 10 }, monday, 10)).toBe(false);
  });
});

test('a drill is overdue ninety days after the last one, or after the first backup when there was none', () => {
  expect(isDrillOverdue(null, null, monday)).toBe(false);
  expect(isDrillOverdue(null, monday - 91 * day, monday)).toBe(true);
  expect(isDrillOverdue(monday - 80 * day, monday - 400 * day, monday)).toBe(false);
});
