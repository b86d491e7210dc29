import { z } from 'zod';
import { fail, succeed, type Result } from './result.ts';

/** Currencies that a contract may name, as ISO 4217 codes. */
export const currencies = ['CNY', 'USD', 'EUR', 'HKD', 'GBP', 'JPY', 'SGD', 'AUD'] as const;
export const currencySchema = z.enum(currencies);
export type Currency = z.infer<typeof currencySchema>;

/**
 * An amount in whole minor units (分, cents), so that sums are exact. It lies within ±Number.MAX_SAFE_INTEGER: for
 * CNY about 90 万亿元 (9.0 * 10^13 yuan); more is refused rather than rounded.
 */
export const moneySchema = z.object({ minor: z.int(), currency: currencySchema }).readonly();
export type Money = z.infer<typeof moneySchema>;

const minorDigitsByCurrency: Readonly<Record<Currency, number>> = {
  CNY: 2,
  USD: 2,
  EUR: 2,
  HKD: 2,
  GBP: 2,
  JPY: 0,
  SGD: 2,
  AUD: 2,
};

/** How many decimal digits a currency's minor unit stands for (ISO 4217): 2, and 0 for the yen. */
export function minorDigits(currency: Currency): number {
  return minorDigitsByCurrency[currency];
}

/** The figure of an amount in hundredths, whatever its currency's minor unit is: what bounds that name no currency are held against. */
export function hundredthsOf({ minor, currency }: Money): number {
  return minor * 10 ** (2 - minorDigits(currency));
}

/** The exact decimal text of an amount without grouping, e.g. `-1234.50`; `1234` for the yen. */
export function moneyToDecimal(money: Money): string {
  const digits = minorDigits(money.currency);
  const sign = money.minor < 0 ? '-' : '';
  const padded = String(Math.abs(money.minor)).padStart(digits + 1, '0');
  if (digits === 0) return sign + padded;
  return `${sign}${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

/** The figures with thousands separators and without a currency sign, the same in both languages: `1,234.50`. */
export function moneyToFigures(money: Money): string {
  const [whole = '0', fraction] = moneyToDecimal(money).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/**
 * The amount as the interface and its reports show it, exact for every safe integer: `¥1,234.50` in Chinese; in English
 * with the currency's code, as the pickers name it, `CNY 1,234.50`: a bare ¥ would leave yuan or yen open, $ six dollars.
 */
export function formatMoney(money: Money, locale: 'zh-CN' | 'en'): string {
  const digits = minorDigits(money.currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currencyDisplay: locale === 'en' ? 'code' : 'symbol',
    currency: money.currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(moneyToDecimal(money) as `${number}`);
}

export type MoneyTextError = 'EMPTY' | 'NOT_AN_AMOUNT' | 'TOO_MANY_DECIMALS' | 'TOO_LARGE' | 'OTHER_CURRENCY';

// Signs as NFKC leaves them, in upper case: ￥ becomes ¥. A bare $ or ¥ names whichever of its currencies is expected.
const signsByCurrency: Readonly<Record<Currency, readonly string[]>> = {
  CNY: ['人民币', 'CNY', 'RMB', 'CN¥', '¥', '元'],
  USD: ['美元', 'USD', 'US$', '$'],
  EUR: ['欧元', 'EUR', '€'],
  HKD: ['港元', '港币', 'HKD', 'HK$', '$'],
  GBP: ['英镑', 'GBP', '£'],
  JPY: ['日元', 'JPY', 'JP¥', '¥'],
  SGD: ['新加坡元', 'SGD', 'S$', '$'],
  AUD: ['澳元', '澳大利亚元', 'AUD', 'A$', '$'],
};
const allSigns = longestFirst(currencies.flatMap((currency) => signsByCurrency[currency]));

/**
 * Reads an amount as people type it: `￥1,234.50`, `１２３４`, `RMB 1 234`, `1,234元`. Grouping must be by thousands.
 * Errors: EMPTY; NOT_AN_AMOUNT; TOO_MANY_DECIMALS for more digits than the currency has; TOO_LARGE beyond a safe
 * integer of minor units; OTHER_CURRENCY when the text names another currency than the expected one.
 */
export function parseMoney(text: string, currency: Currency = 'CNY'): Result<Money, MoneyTextError> {
  let rest = text.normalize('NFKC').toUpperCase().replace(/[−–]/g, '-').trim();
  if (rest === '') return fail('EMPTY');
  let negative = rest.startsWith('-');
  if (negative) rest = rest.slice(1).trim();
  for (const side of ['start', 'end', 'end'] as const) {
    const sign = allSigns.find((one) => (side === 'start' ? rest.startsWith(one) : rest.endsWith(one)));
    if (sign === undefined) continue;
    if (!signsByCurrency[currency].includes(sign)) return fail('OTHER_CURRENCY');
    rest = (side === 'start' ? rest.slice(sign.length) : rest.slice(0, -sign.length)).trim();
  }
  if (!negative && rest.startsWith('-')) {
    negative = true;
    rest = rest.slice(1).trim();
  }
  const match = /^(\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+)(?:\.(\d*))?$/.exec(rest);
  if (match?.[1] === undefined) return fail('NOT_AN_AMOUNT');
  const digits = minorDigits(currency);
  const fraction = (match[2] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return fail('TOO_MANY_DECIMALS', { digits });
  const minor = BigInt(match[1].replace(/[, ]/g, '') + fraction.padEnd(digits, '0'));
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return fail('TOO_LARGE');
  const size = Number(minor);
  return succeed({ minor: negative && size !== 0 ? -size : size, currency });
}

function longestFirst(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort((a, b) => b.length - a.length);
}
