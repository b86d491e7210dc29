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

/**
 * The amount in capital Chinese numerals by 正确填写票据和结算凭证的基本规定 (annex 1 of 支付结算办法, 1997), items 1-4:
 * 整 after 元, none after 分; one 零 for zeros between digits; 零 when 角 is 0 and 分 is not. Negative: 人民币负…
 */
function moneyToCapitals(money: Money, freedom: Freedom = usual): string {
  const digits = minorDigits(money.currency);
  const size = Math.abs(money.minor);
  const base = 10 ** digits;
  const yuan = Math.floor(size / base);
  const fraction = size % base;
  const [jiao, fen] = digits === 0 ? [0, 0] : [Math.floor(fraction / 10), fraction % 10];
  const prefix = zhNames[money.currency] + (money.minor < 0 ? '负' : '');
  const whole = yuan === 0 ? '' : `${integerToCapitals(yuan, freedom)}元`;
  if (jiao === 0 && fen === 0) return `${prefix}${whole === '' ? '零元' : whole}整`;
  let zero = '';
  if (yuan > 0 && (jiao === 0 || (yuan % 10 === 0 && freedom.zeroBeforeJiao))) zero = '零';
  const small = (jiao > 0 ? `${digit(jiao)}角` : '') + (fen > 0 ? `${digit(fen)}分` : '');
  return prefix + whole + zero + small + (fen === 0 && freedom.wholeAfterJiao ? '整' : '');
}

function integerToCapitals(value: number, freedom: Freedom): string {
  for (const [unit, name] of [[100_000_000, '亿'], [10_000, '万']] as const) {
    if (value < unit) continue;
    const high = Math.floor(value / unit);
    const low = value % unit;
    const text = integerToCapitals(high, freedom) + name;
    if (low === 0) return text;
    const gap = low < unit / 10 || (high % 10 === 0 && freedom.zeroBetweenGroups);
    return text + (gap ? '零' : '') + integerToCapitals(low, freedom);
  }
  let text = '';
  let gap = false;
  for (const [unit, name] of [[1000, '仟'], [100, '佰'], [10, '拾'], [1, '']] as const) {
    const count = Math.floor(value / unit) % 10;
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

/**
 * Reads an amount in capital numerals: 人民币壹拾万元整, with or without 人民币, with 正 or 圆, with either form where
 * the rules leave the choice. Anything the rules don't allow (a missing or needless 零 or 整) is NOT_AN_AMOUNT, so
 * that a contract's words are either right or found. TOO_LARGE beyond a safe integer of 分.
 */
export function parseCapitalAmount(text: string): Result<Money, 'NOT_AN_AMOUNT' | 'TOO_LARGE'> {
  const plain = text.replace(/\s/g, '').replace(/[貳參叄陸億萬圓圆負正]/g, (one) => variants[one] ?? one);
  const match = /^(?:人民币)?(负?)(?:([零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+)元)?零?(?:([壹贰叁肆伍陆柒捌玖])角)?(?:([壹贰叁肆伍陆柒捌玖])分)?整?$/.exec(plain);
  if (match === null) return fail('NOT_AN_AMOUNT');
  const [, sign = '', whole = '', jiao = '零', fen = '零'] = match;
  const size = capitalsToInteger(whole) * 100n + BigInt(digitValue(jiao) * 10 + digitValue(fen));
  if (size > BigInt(Number.MAX_SAFE_INTEGER)) return fail('TOO_LARGE');
  const minor = sign === '' || size === 0n ? Number(size) : -Number(size);
  const money: Money = { minor, currency: 'CNY' };
  const bare = plain.replace(/^人民币/, '');
  const allowed = freedoms().some((freedom) => moneyToCapitals(money, freedom) === `人民币${bare}`);
  return allowed ? succeed(money) : fail('NOT_AN_AMOUNT');
}

function capitalsToInteger(text: string): bigint {
  for (const [name, unit] of [['亿', 100_000_000n], ['万', 10_000n]] as const) {
    const at = text.lastIndexOf(name);
    if (at >= 0) return capitalsToInteger(text.slice(0, at)) * unit + capitalsToInteger(text.slice(at + 1));
  }
  let value = 0n;
  let count = 0;
  for (const character of text) {
    const unit = { 拾: 10, 佰: 100, 仟: 1000 }[character];
    if (unit === undefined) count = digitValue(character);
    else {
      value += BigInt(count * unit);
      count = 0;
    }
  }
  return value + BigInt(count);
}

function digitValue(character: string): number {
  return '零壹贰叁肆伍陆柒捌玖'.indexOf(character);
}

function freedoms(): readonly Freedom[] {
  const both = [false, true];
  return both.flatMap((zeroBeforeJiao) =>
    both.flatMap((zeroBetweenGroups) =>
      both.map((wholeAfterJiao) => ({ zeroBeforeJiao, zeroBetweenGroups, wholeAfterJiao })),
    ),
  );
}

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
