import { assert } from './assert.ts';
import type { Currency, Money } from './money.ts';
import { minorDigits } from './money.ts';
import { fail, succeed, type Result } from './result.ts';

const zhNames: Readonly<Record<Currency, string>> = {
  CNY: '人民币',
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  GBP: '英镑',
  JPY: '日元',
  SGD: '新加坡元',
  AUD: '澳元',
};

const enNames: Readonly<Record<Currency, { readonly before: string; readonly major: string; readonly minor: string }>> = {
  CNY: { before: 'RMB ', major: 'Yuan', minor: 'Fen' },
  USD: { before: '', major: 'US Dollars', minor: 'Cents' },
  EUR: { before: '', major: 'Euros', minor: 'Cents' },
  HKD: { before: '', major: 'Hong Kong Dollars', minor: 'Cents' },
  GBP: { before: '', major: 'Pounds Sterling', minor: 'Pence' },
  JPY: { before: '', major: 'Japanese Yen', minor: '' },
  SGD: { before: '', major: 'Singapore Dollars', minor: 'Cents' },
  AUD: { before: '', major: 'Australian Dollars', minor: 'Cents' },
};

/** The amount in words: `人民币壹拾万元整`, `Say RMB One Hundred Thousand Yuan Only`. */
export function moneyToWords(money: Money, locale: 'zh-CN' | 'en'): string {
  return locale === 'zh-CN' ? moneyToCapitals(money) : moneyToEnglish(money);
}

/** Where the rules leave a zero or a 整 to the writer. */
interface Freedom {
  /** 元位 is 0 and 角位 is not: 壹拾元零伍角 or 壹拾元伍角. */
  readonly zeroBeforeJiao: boolean;
  /** A group ends in 0 and the next has a thousands digit: 壹拾万零柒仟 or 壹拾万柒仟. */
  readonly zeroBetweenGroups: boolean;
  /** 整 after 角. */
  readonly wholeAfterJiao: boolean;
}

// As the rules' own examples: 壹仟陆佰捌拾元零叁角贰分, 壹拾万柒仟元零伍角叁分, 壹仟肆佰零玖元伍角.
const usual: Freedom = { zeroBeforeJiao: true, zeroBetweenGroups: false, wholeAfterJiao: false };

/** The largest amount that is written and read in capitals: 10^16 yuan in 分, far beyond what `Money` holds. */
export const mostCapitalFen = 10n ** 18n;

/**
 * An amount of yuan, in 分 and at most `mostCapitalFen` either way, in capital numerals: 人民币壹拾万元整. By
 * 正确填写票据和结算凭证的基本规定 (annex 1 of 支付结算办法, 1997), items 1-4: 整 after 元, none after 分; one 零 for zeros
 * between digits; 零 when 角 is 0 and 分 is not. Negative: 人民币负… Throws for a larger amount, which no contract has.
 */
export function fenToCapitals(fen: bigint): string {
  assert(magnitude(fen) <= mostCapitalFen, 'an amount in capitals is at most 10^16 yuan');
  return zhNames.CNY + capitalsOf(fen, 2, usual);
}

function moneyToCapitals(money: Money): string {
  return zhNames[money.currency] + capitalsOf(BigInt(money.minor), minorDigits(money.currency), usual);
}

function capitalsOf(minor: bigint, digits: number, freedom: Freedom): string {
  const size = magnitude(minor);
  const base = 10n ** BigInt(digits);
  const yuan = size / base;
  const fraction = Number(size % base);
  const [jiao, fen] = digits === 0 ? [0, 0] : [Math.floor(fraction / 10), fraction % 10];
  const sign = minor < 0n ? '负' : '';
  const whole = yuan === 0n ? '' : `${integerToCapitals(yuan, freedom)}元`;
  if (jiao === 0 && fen === 0) return `${sign}${whole === '' ? '零元' : whole}整`;
  let zero = '';
  if (yuan > 0n && (jiao === 0 || (yuan % 10n === 0n && freedom.zeroBeforeJiao))) zero = '零';
  const small = (jiao > 0 ? `${digit(jiao)}角` : '') + (fen > 0 ? `${digit(fen)}分` : '');
  return sign + whole + zero + small + (fen === 0 && freedom.wholeAfterJiao ? '整' : '');
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** By groups of four: beyond 万亿 comes 亿亿, as in 壹亿亿元整 for 10^16. */
function integerToCapitals(value: bigint, freedom: Freedom): string {
  for (const [unit, name] of [[100_000_000n, '亿'], [10_000n, '万']] as const) {
    if (value < unit) continue;
    const high = value / unit;
    const low = value % unit;
    const text = integerToCapitals(high, freedom) + name;
    if (low === 0n) return text;
    const gap = low < unit / 10n || (high % 10n === 0n && freedom.zeroBetweenGroups);
    return text + (gap ? '零' : '') + integerToCapitals(low, freedom);
  }
  const group = Number(value);
  let text = '';
  let gap = false;
  for (const [unit, name] of [[1000, '仟'], [100, '佰'], [10, '拾'], [1, '']] as const) {
    const count = Math.floor(group / unit) % 10;
    if (count === 0) {
      gap = text !== '';
      continue;
    }
    text += (gap ? '零' : '') + digit(count) + name;
    gap = false;
  }
  return text;
}

function digit(value: number): string {
  return '零壹贰叁肆伍陆柒捌玖'.charAt(value);
}

const variants: Readonly<Record<string, string>> = { 貳: '贰', 參: '叁', 叄: '叁', 陸: '陆', 億: '亿', 萬: '万', 圓: '元', 圆: '元', 負: '负', 正: '整' };

/** Reads an amount in capital numerals as money. Errors: as `capitalsToFen`; TOO_LARGE beyond a safe integer of 分. */
export function parseCapitalAmount(text: string): Result<Money, 'NOT_AN_AMOUNT' | 'TOO_LARGE'> {
  const fen = capitalsToFen(text);
  if (!fen.ok) return fen;
  return magnitude(fen.value) > BigInt(Number.MAX_SAFE_INTEGER) ? fail('TOO_LARGE') : succeed({ minor: Number(fen.value), currency: 'CNY' });
}

/**
 * Reads an amount in capital numerals, in 分: 人民币壹拾万元整, with or without 人民币, with 正 or 圆, with either form
 * where the rules leave the choice. Anything the rules don't allow (a missing or needless 零 or 整) is NOT_AN_AMOUNT, so
 * that a contract's words are either right or found. TOO_LARGE beyond `mostCapitalFen`.
 */
export function capitalsToFen(text: string): Result<bigint, 'NOT_AN_AMOUNT' | 'TOO_LARGE'> {
  const plain = text.replace(/\s/g, '').replace(/[貳參叄陸億萬圓圆負正]/g, (one) => variants[one] ?? one);
  const match = /^(?:人民币)?(负?)(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/.exec(plain);
  if (match === null) return fail('NOT_AN_AMOUNT');
  const [, sign = '', whole = '', jiao = '零', fen = '零'] = match;
  const size = capitalsToInteger(whole) * 100n + BigInt(digitValue(jiao) * 10 + digitValue(fen));
  if (size > mostCapitalFen) return fail('TOO_LARGE');
  const fenInAll = sign === '' ? size : -size;
  const bare = plain.replace(/^人民币/, '');
  // Nearly every amount is written as usual.
  const allowed = capitalsOf(fenInAll, 2, usual) === bare || freedoms.some((freedom) => capitalsOf(fenInAll, 2, freedom) === bare);
  return allowed ? succeed(fenInAll) : fail('NOT_AN_AMOUNT');
}

function capitalsToInteger(text: string): bigint {
  for (const [name, unit] of [['亿', 100_000_000n], ['万', 10_000n]] as const) {
    const at = text.lastIndexOf(name);
    if (at >= 0) return capitalsToInteger(text.slice(0, at)) * unit + capitalsToInteger(text.slice(at + 1));
  }
  let value = 0;
  let count = 0;
  for (const character of text) {
    const unit = unitOf(character);
    if (unit === 1) count = digitValue(character);
    else {
      value += count * unit;
      count = 0;
    }
  }
  return BigInt(value + count);
}

function unitOf(character: string): number {
  return character === '拾' ? 10 : character === '佰' ? 100 : character === '仟' ? 1000 : 1;
}

function digitValue(character: string): number {
  return '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
}

const both = [false, true];
const freedoms: readonly Freedom[] = both.flatMap((zeroBeforeJiao) =>
  both.flatMap((zeroBetweenGroups) => both.map((wholeAfterJiao) => ({ zeroBeforeJiao, zeroBetweenGroups, wholeAfterJiao }))),
);

const ones = 'Zero One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen Seventeen Eighteen Nineteen'.split(' ');
const tens = '- - Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety'.split(' ');
const scales = [[1e12, 'Trillion'], [1e9, 'Billion'], [1e6, 'Million'], [1e3, 'Thousand'], [100, 'Hundred']] as const;

function moneyToEnglish(money: Money): string {
  const base = 10 ** minorDigits(money.currency);
  const size = Math.abs(money.minor);
  const { before, major, minor } = enNames[money.currency];
  const cents = size % base;
  const whole = `${integerToEnglish(Math.floor(size / base))} ${major}`;
  const fraction = cents === 0 ? '' : ` and ${integerToEnglish(cents)} ${minor}`;
  return `Say ${before}${money.minor < 0 ? 'Minus ' : ''}${whole}${fraction} Only`;
}

/** A whole number from 0 in English words: `One Hundred Twenty-Three Thousand`. */
export function integerToEnglish(value: number): string {
  for (const [unit, name] of scales) {
    if (value < unit) continue;
    const rest = value % unit;
    return `${integerToEnglish(Math.floor(value / unit))} ${name}${rest === 0 ? '' : ` ${integerToEnglish(rest)}`}`;
  }
  if (value < 20) return ones[value] ?? '';
  const rest = value % 10;
  return `${tens[Math.floor(value / 10)] ?? ''}${rest === 0 ? '' : `-${ones[rest] ?? ''}`}`;
}
