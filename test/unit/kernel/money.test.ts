import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { capitalsToFen, fenToCapitals, integerToEnglish, moneyToWords, mostCapitalFen, parseCapitalAmount } from '#shared/kernel/capital-amount.ts';
import { currencies, formatMoney, moneySchema, moneyToFigures, parseMoney, type Money } from '#shared/kernel/money.ts';

const yuan = (minor: number): Money => ({ minor, currency: 'CNY' });
const safeInteger = fc.integer({ min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER });
const anyMinor = fc.oneof(safeInteger, fc.integer({ min: -2_000_000_000, max: 2_000_000_000 }), zeroRich());

// Amounts full of zeros, where the rules for 零 bite.
function zeroRich() {
  return fc
    .array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 15 })
    .map((digits) => Number(digits.join('')));
}

const anyDigits = fc.array(fc.constantFrom('0', '0', '0', '1', '9'), { minLength: 1, maxLength: 18 }).map((digits) => BigInt(digits.join('')));

describe('money', () => {
  test('every amount of every currency survives being written in figures and read back', () => {
    fc.assert(
      fc.property(anyMinor, fc.constantFrom(...currencies), (minor, currency) => {
        const money = { minor, currency };
        expect(parseMoney(moneyToFigures(money), currency)).toEqual({ ok: true, value: { minor: minor === 0 ? 0 : minor, currency } });
      }),
    );
  });

  test.each([
    ['￥1,234.50', 123450],
    ['１，２３４．５', 123450],
    ['RMB 1 234 567', 123456700],
    ['人民币100,000元', 10000000],
    ['-¥0.01', -1],
    ['¥ -3', -300],
    ['  12 ', 1200],
    ['7.', 700],
    ['1.500', 150],
  ])('%s is read as %i fen', (text, minor) => {
    expect(parseMoney(text)).toEqual({ ok: true, value: yuan(minor) });
  });

  test.each([
    ['', 'EMPTY'],
    ['  ', 'EMPTY'],
    ['abc', 'NOT_AN_AMOUNT'],
    ['1,23', 'NOT_AN_AMOUNT'],
    ['1,234,5', 'NOT_AN_AMOUNT'],
    ['--1', 'NOT_AN_AMOUNT'],
    ['1e5', 'NOT_AN_AMOUNT'],
    ['1.234', 'TOO_MANY_DECIMALS'],
    ['90071992547409.92', 'TOO_LARGE'],
    ['$5', 'OTHER_CURRENCY'],
  ])('%s is refused with %s', (text, code) => {
    expect(parseMoney(text)).toMatchObject({ ok: false, error: { code } });
  });

  test('the largest amount is shown to the last fen', () => {
    expect(formatMoney(yuan(Number.MAX_SAFE_INTEGER), 'zh-CN')).toBe('¥90,071,992,547,409.91');
  });

  test.each([
    ['CNY', '¥1,234.50', 'CNY\u00a01,234.50'],
    ['USD', 'US$1,234.50', 'USD\u00a01,234.50'],
    ['HKD', 'HK$1,234.50', 'HKD\u00a01,234.50'],
  ] as const)('%s is told from every other currency in both languages, and what is shown can be typed', (currency, zh, en) => {
    const money = { minor: 123_450, currency };
    expect([formatMoney(money, 'zh-CN'), formatMoney(money, 'en')]).toEqual([zh, en]);
    expect(parseMoney(en, currency)).toEqual({ ok: true, value: money });
  });

  test('an amount beyond a safe integer is no money', () => {
    expect(moneySchema.safeParse({ minor: 2 ** 53, currency: 'CNY' }).success).toBe(false);
    expect(moneySchema.safeParse({ minor: 1.5, currency: 'CNY' }).success).toBe(false);
  });
});

describe('大写金额', () => {
  // The examples of 正确填写票据和结算凭证的基本规定, item 4, and cases around each unit.
  test.each([
    [140950, '人民币壹仟肆佰零玖元伍角'],
    [600714, '人民币陆仟零柒元壹角肆分'],
    [168032, '人民币壹仟陆佰捌拾元零叁角贰分'],
    [10700053, '人民币壹拾万柒仟元零伍角叁分'],
    [1640902, '人民币壹万陆仟肆佰零玖元零贰分'],
    [32504, '人民币叁佰贰拾伍元零肆分'],
    [0, '人民币零元整'],
    [5, '人民币伍分'],
    [50, '人民币伍角'],
    [-100, '人民币负壹元整'],
    [1000000000_00, '人民币壹拾亿元整'],
    [100005000_00, '人民币壹亿零伍仟元整'],
    [1000000000001_00, '人民币壹万亿零壹元整'],
    [10000000_00, '人民币壹仟万元整'],
  ])('%i fen is written %s', (minor, words) => {
    expect(moneyToWords(yuan(minor), 'zh-CN')).toBe(words);
    expect(parseCapitalAmount(words)).toEqual({ ok: true, value: yuan(minor) });
  });

  test('every amount survives being written and read back', () => {
    fc.assert(
      fc.property(anyMinor, (minor) => {
        const money = yuan(minor === 0 ? 0 : minor);
        expect(parseCapitalAmount(moneyToWords(money, 'zh-CN'))).toEqual({ ok: true, value: money });
      }),
      { numRuns: 2000 },
    );
  });

  test('no writing holds two zeros together or a zero before 元, 万 or 亿', () => {
    fc.assert(
      fc.property(anyMinor, (minor) => {
        if (Math.abs(minor) < 100) return;
        expect(moneyToWords(yuan(minor), 'zh-CN')).not.toMatch(/零零|零[元万亿整]/);
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['人民币壹仟陆佰捌拾元叁角贰分', '壹拾万零柒仟元伍角叁分', '壹萬圓正', '伍角整', ' 人民币 壹元 整'])(
    'the form %s, which the rules leave open, is read',
    (text) => {
      expect(parseCapitalAmount(text).ok).toBe(true);
    },
  );

  test.each(['', '壹', '壹元', '壹元零整', '壹佰壹元整', '壹元壹分', '壹元壹分整', '拾万元整', '壹仟零零壹元整', '壹万万元整', '100元整', '元整', '壹拾佰元整'])(
    'the form %s is refused',
    (text) => {
      expect(parseCapitalAmount(text)).toMatchObject({ ok: false });
    },
  );

  test('every amount to 10^16 yuan survives being written and read back, to the fen', () => {
    fc.assert(
      fc.property(fc.oneof(fc.bigInt(-mostCapitalFen, mostCapitalFen), anyDigits), (fen) => {
        const words = fenToCapitals(fen);
        expect(capitalsToFen(words)).toEqual({ ok: true, value: fen });
        expect(capitalsToFen(words.replace('人民币', ''))).toEqual({ ok: true, value: fen });
        if (fen % 100n === 0n && fen !== 0n) expect(words).not.toMatch(/零零|零[元万亿整]/);
      }),
      { numRuns: 4000 },
    );
  });

  test.each([
    [10n ** 18n, '人民币壹亿亿元整'],
    [10n ** 18n - 1n, '人民币玖仟玖佰玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
    [90_071_992_547_409_93n, '人民币玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角叁分'],
    [1_000_000_000_000_000_00n, '人民币壹仟万亿元整'],
  ])('%s fen, beyond what numbers hold exactly, is written %s', (fen, words) => {
    expect(fenToCapitals(fen)).toBe(words);
    expect(capitalsToFen(words)).toEqual({ ok: true, value: fen });
  });

  test('an amount beyond 10^16 yuan is neither written nor read', () => {
    expect(() => fenToCapitals(mostCapitalFen + 1n)).toThrow();
    expect(capitalsToFen('壹亿亿元零壹分')).toMatchObject({ error: { code: 'TOO_LARGE' } });
    expect(capitalsToFen(`壹${'亿'.repeat(300)}元整`)).toMatchObject({ ok: false });
  });

  test('an amount in words beyond a safe integer is too large for money, however long', () => {
    expect(parseCapitalAmount('玖佰万亿元整')).toMatchObject({ error: { code: 'TOO_LARGE' } });
    expect(parseCapitalAmount(`壹${'亿'.repeat(300)}元整`)).toMatchObject({ ok: false });
  });

  test('English words follow commercial usage', () => {
    expect(moneyToWords(yuan(100000_00), 'en')).toBe('Say RMB One Hundred Thousand Yuan Only');
    expect(moneyToWords({ minor: 123456, currency: 'USD' }, 'en')).toBe(
      'Say One Thousand Two Hundred Thirty-Four US Dollars and Fifty-Six Cents Only',
    );
    expect(integerToEnglish(0)).toBe('Zero');
  });
});
