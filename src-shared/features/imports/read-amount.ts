import { parseCapitalAmount } from '../../kernel/capital-amount.ts';
import { currencies, parseMoney, type Currency, type Money } from '../../kernel/money.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import { cellToText } from './cell-text.ts';
import type { AmountUnit } from './heading-units.ts';
import type { Cell } from './model.ts';

export type AmountProblem = 'NOT_AN_AMOUNT' | 'NEGATIVE_AMOUNT' | 'TOO_LARGE' | 'TOO_MANY_DECIMALS' | 'OTHER_CURRENCY';

/** No contract is worth 10^15; such a number is a slip or an account number in the wrong column. */
const largestMajorUnits = 1e13;

/**
 * Reads an amount: ￥1,234.50, 12.5万元, 3亿, 壹万元整, a number cell (as its 15 significant digits). Negative ones,
 * bracketed ones of bookkeepers included, are NEGATIVE_AMOUNT; from 10^13 on TOO_LARGE; OTHER_CURRENCY when the cell
 * names another currency than the row's. `unit` counts figures that name none, as the column's heading says.
 */
export function readAmount(cell: Cell, currency: Currency, unit?: AmountUnit): Result<Money, AmountProblem> {
  if (typeof cell === 'boolean' || (typeof cell === 'object' && cell !== null)) return fail('NOT_AN_AMOUNT');
  if (typeof cell === 'number' && Math.abs(cell) >= largestMajorUnits) return fail(cell < 0 ? 'NEGATIVE_AMOUNT' : 'TOO_LARGE');
  const text = cellToText(typeof cell === 'number' ? withoutBinaryDust(cell) : cell).normalize('NFKC');
  if (text.length > 60) return fail('NOT_AN_AMOUNT');
  const bracketed = /^\((.*)\)$/.exec(text)?.[1];
  const read = readFigures(bracketed ?? text, currency, unit);
  if (!read.ok) return read;
  if (bracketed !== undefined || read.value.minor < 0) return fail('NEGATIVE_AMOUNT');
  return read.value.minor >= largestMajorUnits * (currency === 'JPY' ? 1 : 100) ? fail('TOO_LARGE') : read;
}

/** Reads an amount in capital numerals only, for the column that a ledger keeps for them. */
export function readAmountInWords(cell: Cell): Result<Money, AmountProblem> {
  const text = cellToText(cell).replace(/^[(\uFF08]?大写[)\uFF09]?[:\uFF1A]?\s*/u, '');
  if (text.length > 80) return fail('NOT_AN_AMOUNT');
  const words = parseCapitalAmount(text);
  if (words.ok && words.value.minor < 0) return fail('NEGATIVE_AMOUNT');
  return words;
}

function readFigures(text: string, currency: Currency, headingUnit?: AmountUnit): Result<Money, AmountProblem> {
  if (/[壹贰叁肆伍陆柒捌玖拾佰仟貳參叄陸零]/u.test(text)) {
    if (currency !== 'CNY') return fail('OTHER_CURRENCY');
    return readAmountInWords(text);
  }
  const counted = headingUnit !== undefined && /\d$/.test(text) ? text + headingUnit : text;
  const scaled = /^(.*?\d)\s*([百千]?[万萬亿億]|千)\s*(.*)$/u.exec(counted);
  if (scaled === null) return asAmount(parseMoney(text, currency));
  const [, figures = '', unit = '', rest = ''] = scaled;
  const amount = shifted(figures, (/^百/u.test(unit) ? 2 : /^千/u.test(unit) ? 3 : 0) + (/[万萬]/u.test(unit) ? 4 : /[亿億]/u.test(unit) ? 8 : 0));
  return amount === null ? fail('NOT_AN_AMOUNT') : asAmount(parseMoney(amount + rest, currency));
}

// 12.5 times ten thousand by moving the point, since a product of binary fractions would not be exact.
function shifted(figures: string, places: number): string | null {
  const match = /^([^\d-]*-?[^\d-]*)(\d[\d, ]*)(?:\.(\d*))?$/.exec(figures);
  if (match === null) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  if (whole.includes(',') && !/^\d{1,3}(,\d{3})+$/.test(whole)) return null;
  const digits = fraction.padEnd(places, '0');
  return `${sign}${whole.replace(/[, ]/g, '')}${digits.slice(0, places)}.${digits.slice(places)}`;
}

function asAmount(read: ReturnType<typeof parseMoney>): Result<Money, AmountProblem> {
  if (read.ok) return read;
  const { code, params } = read.error;
  return fail(code === 'EMPTY' ? 'NOT_AN_AMOUNT' : code, params);
}

// A sum in a sheet leaves 1234.5600000000001, which has too many decimals only by the machine's way of counting.
function withoutBinaryDust(value: number): number {
  const rounded = Math.round(value * 100) / 100;
  return Math.abs(value - rounded) <= Math.abs(value) * 1e-12 + 1e-9 ? rounded : value;
}

const currencyWords: Readonly<Record<Currency, readonly string[]>> = {
  CNY: ['人民币', '人民币元', '元', 'RMB', '¥', 'CN¥', 'YUAN', 'RENMINBI', 'CHINESE YUAN'],
  USD: ['美元', '美金', 'US$', 'US DOLLAR', 'US DOLLARS', 'DOLLAR', 'DOLLARS'],
  EUR: ['欧元', '€', 'EURO', 'EUROS'],
  HKD: ['港元', '港币', '港幣', 'HK$', 'HONG KONG DOLLAR', 'HONG KONG DOLLARS'],
  GBP: ['英镑', '£', 'POUND', 'POUNDS', 'POUND STERLING', 'STERLING'],
  JPY: ['日元', '日圆', '円', 'JP¥', 'YEN', 'JAPANESE YEN'],
  SGD: ['新加坡元', '新币', '新加坡币', 'S$', 'SINGAPORE DOLLAR', 'SINGAPORE DOLLARS'],
  AUD: ['澳元', '澳大利亚元', 'A$', 'AUSTRALIAN DOLLAR', 'AUSTRALIAN DOLLARS'],
};

/** Reads a currency's code, name or sign; 人民币(CNY) counts. A bare $ names several and is UNKNOWN_CURRENCY. */
export function readCurrency(cell: Cell): Result<Currency, 'UNKNOWN_CURRENCY'> {
  const text = cellToText(cell).normalize('NFKC').toUpperCase();
  const parts = /^([^()]{1,40})\(([^()]{1,40})\)$/.exec(text)?.slice(1) ?? [text];
  const found = new Set(parts.map((part) => currencyOf(part.trim())));
  const [only] = found;
  return found.size === 1 && only ? succeed(only) : fail('UNKNOWN_CURRENCY');
}

function currencyOf(word: string): Currency | null {
  return currencies.find((code) => code === word || currencyWords[code].includes(word)) ?? null;
}

/** Reads a tax rate into hundredths of a per cent: 13%, 0.13, 13 and 6.5% are 1300, 1300, 1300 and 650. */
export function readRate(cell: Cell): Result<number, 'NOT_A_RATE'> {
  const text = cellToText(cell).normalize('NFKC').replace(/\s/g, '');
  if (/^(免税|不征税|exempt)$/iu.test(text)) return succeed(0);
  const match = /^(\d{1,3}(?:\.\d{1,6})?)(%?)$/.exec(text);
  if (match?.[1] === undefined) return fail('NOT_A_RATE');
  const value = Number(match[1]);
  // A cell formatted as a percentage holds the fraction; no tax is below 1 % and written as a bare 0.5.
  const hundredths = Math.round((match[2] === '' && value < 1 ? value * 100 : value) * 10_000) / 100;
  return Number.isInteger(hundredths) && hundredths <= 10_000 ? succeed(hundredths) : fail('NOT_A_RATE');
}
