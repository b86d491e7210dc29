import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAmount, readAmountInWords, readCurrency, readRate } from '#shared/features/imports/read-amount.ts';
import { readChoice } from '#shared/features/imports/read-choice.ts';
import { readDay } from '#shared/features/imports/read-day.ts';
import { readTerm } from '#shared/features/imports/read-term.ts';
import { readTags, readText } from '#shared/features/imports/read-text.ts';
import { showCell } from '#shared/features/imports/cell-text.ts';
import { moneyToWords } from '#shared/kernel/capital-amount.ts';
import { moneyToFigures } from '#shared/kernel/money.ts';
import type { Result } from '#shared/kernel/result.ts';

const valueOf = <Value>(result: Result<Value>): Value | string => (result.ok ? result.value : result.error.code);

describe('days', () => {
  it.each([
    ['2026-1-5'], ['2026/01/05'], ['2026.1.5'], ['2026年1月5日'], ['2026 年 1 月 5 日'], ['２０２６年１月５日'], ['二〇二六年一月五日'],
    ['20260105'], [20260105], ['5 Jan 2026'], ['5th January 2026'], ['Jan. 5, 2026'], ['January 5 2026'], ['5-Jan-2026'],
    ['2026-01-05T00:00:00Z'], ['2026/1/5 9:30'], ['2026年1月5日 星期一'], [46027], [{ excelSerial: 46027.75, date1904: false }],
    [{ excelSerial: 44565, date1904: true }],
  ])('%j is 5 January 2026', (cell) => expect(valueOf(readDay(cell))).toBe('2026-01-05'));

  it('a bare number counts from 1904 when the workbook does', () => {
    expect(valueOf(readDay(44565, { date1904: true }))).toBe('2026-01-05');
  });

  it.each([
    [1, '1900-01-01'], [59, '1900-02-28'], [60, 'IMPOSSIBLE_DATE'], [61, '1900-03-01'], [0, 'NOT_A_DATE'], [-4, 'NOT_A_DATE'], [1e9, 'NOT_A_DATE'],
  ])('serial %j is %s', (serial, day) => expect(valueOf(readDay(serial))).toBe(day));

  it.each(['2026-02-31', '2026年2月31日', '31 February 2026', '20260231', '2025-02-29', '2026-13-01'])('%s does not exist', (text) => {
    expect(valueOf(readDay(text))).toBe('IMPOSSIBLE_DATE');
  });

  it('03/04/2026 is doubtful until a person says which comes first', () => {
    expect(valueOf(readDay('03/04/2026'))).toBe('AMBIGUOUS_DATE');
    expect(valueOf(readDay('03/04/2026', { dayOrder: 'dmy' }))).toBe('2026-04-03');
    expect(valueOf(readDay('03/04/2026', { dayOrder: 'mdy' }))).toBe('2026-03-04');
    expect(valueOf(readDay('25/12/2026'))).toBe('2026-12-25');
    expect(valueOf(readDay('12/25/2026'))).toBe('2026-12-25');
    expect(valueOf(readDay('25/12/2026', { dayOrder: 'mdy' }))).toBe('IMPOSSIBLE_DATE');
  });

  it.each(['长期', '2026', '签订后30日', '1/2', '12:30', '99999-01-01', true, 'x'.repeat(10_000)])('%j is no date', (cell) => {
    expect(valueOf(readDay(cell))).toBe('NOT_A_DATE');
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null)), (cell) => {
      const result = readDay(cell);
      expect(result.ok ? /^\d{4}-\d\d-\d\d$/.test(result.value) : true).toBe(true);
    }));
  });
});

describe('amounts', () => {
  it.each([
    ['￥1,234.50', '1,234.50'], ['¥1234.5', '1,234.50'], ['１２３４', '1,234.00'], ['RMB 1 234', '1,234.00'], [1234.5, '1,234.50'],
    [0.1 + 0.2, '0.30'], [1234.5600000000001, '1,234.56'], ['12.5万元', '125,000.00'], ['12.5万', '125,000.00'], ['1,200万元', '12,000,000.00'],
    ['￥3.2亿', '320,000,000.00'], ['5百万元', '5,000,000.00'], ['壹万元整', '10,000.00'], ['人民币壹拾贰万叁仟元整', '123,000.00'], ['0', '0.00'],
  ])('%j is %s', (cell, figures) => {
    const result = readAmount(cell, 'CNY');
    expect(result.ok ? moneyToFigures(result.value) : result.error.code).toBe(figures);
  });

  it.each([
    [-5, 'NEGATIVE_AMOUNT'], ['-1,234.50', 'NEGATIVE_AMOUNT'], ['(1,234.50)', 'NEGATIVE_AMOUNT'], ['-3万元', 'NEGATIVE_AMOUNT'],
    ['1000000000000000', 'TOO_LARGE'], [1e15, 'TOO_LARGE'], [1e300, 'TOO_LARGE'], ['99999亿亿', 'NOT_AN_AMOUNT'], ['999999亿', 'TOO_LARGE'],
    ['1.234', 'TOO_MANY_DECIMALS'], [1.234, 'TOO_MANY_DECIMALS'], ['USD 5', 'OTHER_CURRENCY'], ['见附件', 'NOT_AN_AMOUNT'],
    ['1,23', 'NOT_AN_AMOUNT'], ['1,2万', 'NOT_AN_AMOUNT'], [true, 'NOT_AN_AMOUNT'], [Number.NaN, 'NOT_AN_AMOUNT'], ['x'.repeat(10_000), 'NOT_AN_AMOUNT'],
  ])('%j is %s', (cell, code) => expect(valueOf(readAmount(cell, 'CNY'))).toBe(code));

  it('yen have no decimals, and capitals are yuan', () => {
    expect(valueOf(readAmount('JP¥1,234', 'JPY'))).toEqual({ minor: 1234, currency: 'JPY' });
    expect(valueOf(readAmount('1.5', 'JPY'))).toBe('TOO_MANY_DECIMALS');
    expect(valueOf(readAmount('壹万元整', 'USD'))).toBe('OTHER_CURRENCY');
  });

  it('reads back every amount in words that the house writes', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e14 }), (minor) => {
      const money = { minor, currency: 'CNY' as const };
      expect(readAmountInWords(`大写\uFF1A${moneyToWords(money, 'zh-CN')}`)).toEqual({ ok: true, value: money });
    }));
  });

  it.each([
    ['人民币', 'CNY'], ['rmb', 'CNY'], ['美元', 'USD'], ['US$', 'USD'], ['人民币(CNY)', 'CNY'], ['￥', 'CNY'], ['euro', 'EUR'], ['港币', 'HKD'],
    ['$', 'UNKNOWN_CURRENCY'], ['XAU', 'UNKNOWN_CURRENCY'], ['比特币', 'UNKNOWN_CURRENCY'], ['人民币(USD)', 'UNKNOWN_CURRENCY'], [1, 'UNKNOWN_CURRENCY'],
  ])('currency %j is %s', (cell, code) => expect(valueOf(readCurrency(cell))).toBe(code));

  it.each([['13%', 1300], [0.13, 1300], [13, 1300], ['6.5%', 650], ['6％', 600], ['免税', 0], [0, 0], ['150%', 'NOT_A_RATE'], ['不详', 'NOT_A_RATE']])(
    'rate %j is %j',
    (cell, rate) => expect(valueOf(readRate(cell))).toBe(rate),
  );
});

describe('terms, choices, texts', () => {
  it.each([
    ['12个月', 12, 'month'], ['12 months', 12, 'month'], ['1年', 1, 'year'], ['一年', 1, 'year'], ['P1Y', 1, 'year'], ['三十日', 30, 'day'],
    ['30天', 30, 'day'], ['十五个工作日', 15, 'workingDay'], ['10 business days', 10, 'workingDay'], ['two years', 2, 'year'], ['一百二十日', 120, 'day'], ['90-day', 90, 'day'],
  ])('%s', (text, count, unit) => expect(valueOf(readTerm(text))).toEqual({ count, unit }));

  it.each(['12', '长期', '0个月', '99999天', '一年半', '', true])('%j is no term', (cell) => expect(valueOf(readTerm(cell))).toBe('NOT_A_TERM'));

  it('a bare number takes the unit of its heading', () => expect(valueOf(readTerm(24, 'month'))).toEqual({ count: 24, unit: 'month' }));

  it.each([
    ['stage', '履行中', 'signed'], ['stage', 'Signed', 'signed'], ['stage', '审批中', 'pending_approval'], ['stage', '作废', 'cancelled'],
    ['renewalType', '自动续期', 'auto'], ['renewalType', 'Auto-renew', 'auto'], ['direction', '付款', 'pay'], ['direction', 'Receive', 'receive'],
    ['recordKind', '框架协议', 'master'], ['recordKind', 'SOW', 'order'], ['contractType', '采购合同', 'purchase'], ['contractType', 'NDA', 'nda'],
    ['disputeMode', '仲裁', 'arbitration'], ['kind', '自然人', 'individual'], ['stage', '随便', 'UNKNOWN_CHOICE'], ['kind', 'constructor', 'UNKNOWN_CHOICE'],
  ] as const)('%s %s is %s', (name, word, code) => expect(valueOf(readChoice(word, name))).toBe(code));

  it('a text loses its zero-width leftovers and says so, and is refused with what turns its reading', () => {
    expect(valueOf(readText('\uFEFF采购\u200B合同 ', 200))).toEqual({ text: '采购合同', tidied: true });
    expect(valueOf(readText('invoice\u202Etxt.exe', 200))).toBe('HIDDEN_CHARACTERS');
    expect(valueOf(readText('a\nb', 200))).toEqual({ text: 'a b', tidied: false });
    expect(valueOf(readText('a\r\nb', 200, true))).toEqual({ text: 'a\nb', tidied: false });
  });

  it('refuses what is too long, a broken formula, and a number that lost its digits', () => {
    expect(valueOf(readText('长'.repeat(201), 200))).toBe('TOO_LONG');
    expect(valueOf(readText('x'.repeat(10_000), 200))).toBe('TOO_LONG');
    expect(valueOf(readText('#REF!', 200))).toBe('FORMULA_ERROR');
    expect(valueOf(readText(911100001000137700, 40))).toBe('DIGITS_LOST');
    expect(valueOf(readText('9.1110000100013E+17', 40))).toBe('DIGITS_LOST');
    expect(valueOf(readText(20260001, 40))).toEqual({ text: '20260001', tidied: false });
  });

  it('labels are parted by any of the usual marks', () => {
    expect(valueOf(readTags('重点、年度,VIP；重点; 华东'))).toEqual(['重点', '年度', 'VIP', '华东']);
    expect(valueOf(readTags(Array.from({ length: 31 }, (_, index) => `t${index}`).join(',')))).toBe('TOO_MANY_TAGS');
  });

  it('an error report shows hidden characters and at most 80 of any', () => {
    expect(showCell('a\u202Eb')).toBe('a[U+202E]b');
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => showCell(text).length <= 80));
  });
});
