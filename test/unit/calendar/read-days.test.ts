import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDays, writeDays } from '#shared/features/calendar/read-days.ts';
import { prcYears } from '#shared/features/calendar/prc-years.ts';

const days = (text: string, year = 2027) => {
  const read = readDays(text, year, false);
  return read.ok ? read.value.map(({ day, nameZh }) => `${day} ${nameZh}`.trim()) : `line ${String(read.error.params?.['line'])}`;
};

describe('days typed from an announcement', () => {
  test.each([
    ['2027-01-01', ['2027-01-01']],
    ['1/1 元旦', ['2027-01-01 元旦']],
    ['１月１日　元旦', ['2027-01-01 元旦']],
    ['2027年2月6日至2月8日 春节', ['2027-02-06 春节', '2027-02-07 春节', '2027-02-08 春节']],
    ['2027-04-30..2027-05-01 劳动节', ['2027-04-30 劳动节', '2027-05-01 劳动节']],
    ['10.1~10.2', ['2027-10-01', '2027-10-02']],
    ['\n\n5月1日\n', ['2027-05-01']],
  ])('%j are read', (text, expected) => expect(days(text)).toEqual(expected));

  test.each([
    ['2月30日', 'line 1'],
    ['1月1日\n2026-05-01', 'line 2'],
    ['2月8日至2月6日', 'line 1'],
    ['1月1日至3月1日', 'line 1'],
    ['春节', 'line 1'],
    ['13/1', 'line 1'],
  ])('%j are refused with the number of the line', (text, expected) => expect(days(text)).toBe(expected));

  test('a day that is named twice is there once', () => expect(days('5月1日 甲\n5月1日 乙')).toEqual(['2027-05-01 乙']));

  test('a day that the other list names is refused at its line, as is a name with what nobody sees', () => {
    const off = readDays('2027-01-01', 2027, false);
    if (!off.ok) throw new Error(off.error.code);
    expect(readDays('2月14日\n1月1日', 2027, true, off.value)).toMatchObject({ ok: false, error: { code: 'DAY_IN_BOTH', params: { line: 2, day: '2027-01-01' } } });
    expect(readDays('1月1日 元\u200B旦', 2027, false)).toMatchObject({ ok: false, error: { code: 'INVISIBLE_CHARACTERS', params: { line: 1 } } });
  });

  test('every announced year survives being written out and read again', () => {
    fc.assert(
      fc.property(fc.constantFrom(...prcYears), ({ year, days: named }) => {
        const holidays = named.filter(({ isWorkday }) => !isWorkday).toSorted((one, other) => one.day.localeCompare(other.day));
        const read = readDays(writeDays(holidays, ({ nameZh }) => nameZh), year, false);
        expect(read.ok && read.value.map(({ day, nameZh }) => [day, nameZh])).toEqual(holidays.map(({ day, nameZh }) => [day, nameZh]));
      }),
    );
  });
});
