import { dayParts, isDay } from '../../kernel/day.ts';
import { moneyToWords } from '../../kernel/capital-amount.ts';
import { moneyToFigures, type Currency, type Money } from '../../kernel/money.ts';
import { factOf, isPartyFact } from './conditions.ts';
import type { VariableFormat } from './model.ts';
import {
  isFilled,
  isList,
  valueAt,
  type Duration,
  type PartySnapshot,
  type Variable,
  type VariableValue,
  type VariableValues,
} from './variables.ts';

/** The language of one body of a contract. */
export type BodyLanguage = 'zh' | 'en';

/**
 * The plain text of a variable as the contract says it, null when it isn't given. In English a text or list `x` is
 * worded by the variable `xEn` where the template has one and it is filled.
 */
export function valueToText(
  variable: Variable,
  values: VariableValues,
  format: VariableFormat,
  language: BodyLanguage,
): string | null {
  const english = language === 'en' ? valueAt(values, `${variable.key}En`) : undefined;
  const value = isFilled(english) ? english : valueAt(values, variable.key);
  return isFilled(value) ? filledToText(variable, value, format, language) : null;
}

/** The items of a list in a language; none when it isn't given. */
export function listItems(values: VariableValues, key: string, language: BodyLanguage): readonly string[] {
  const english = language === 'en' ? valueAt(values, `${key}En`) : undefined;
  const items = valueAt(values, key);
  if (!isList(items)) return [];
  return isList(english) && english.length === items.length ? english : items;
}

/** A party's name in a language, else its name in the other. */
export function partyName(party: PartySnapshot, language: BodyLanguage): string {
  const english = party.nameEn ?? '';
  return language === 'zh' ? party.nameZh || english : english || party.nameZh;
}

function filledToText(
  { type, constraints }: Variable,
  value: VariableValue,
  format: VariableFormat,
  language: BodyLanguage,
): string | null {
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'Yes' : 'No';
  if (typeof value === 'number') {
    const figures = numberText.format(value);
    return format === 'figures' ? figures : figures + (constraints.unit ?? '');
  }
  if (typeof value === 'string') {
    if (type === 'date') return dateToText(value, format, language);
    if (type !== 'choice') return value;
    const choice = constraints.choices?.find((one) => one.value === value);
    return (language === 'zh' ? choice?.labelZh : choice?.labelEn) ?? null;
  }
  if (isList(value)) return joinItems(value, language);
  if ('minor' in value) return moneyToText(value, format, language);
  if ('partyId' in value) return isPartyFact(format) ? factOf(value, format) : partyName(value, language);
  return durationToText(value, language);
}

const numberText = new Intl.NumberFormat('en', { maximumFractionDigits: 9 });

const months = 'January February March April May June July August September October November December'.split(' ');

function dateToText(text: string, format: VariableFormat, language: BodyLanguage): string | null {
  if (!isDay(text)) return null;
  if (format === 'figures') return text;
  const { year, month, day } = dayParts(text);
  return language === 'zh' ? `${year}年${month}月${day}日` : `${day} ${months[month - 1] ?? ''} ${year}`;
}

const zhUnits = { day: '日', workingDay: '个工作日', month: '个月', year: '年' } as const;
const enUnits = { day: 'day', workingDay: 'working day', month: 'month', year: 'year' } as const;

function durationToText({ amount, unit }: Duration, language: BodyLanguage): string {
  if (language === 'zh') return `${amount}${zhUnits[unit]}`;
  return `${amount} ${enUnits[unit]}${amount === 1 ? '' : 's'}`;
}

const zhCurrencies: Readonly<Record<Exclude<Currency, 'CNY'>, string>> = {
  USD: '美元',
  EUR: '欧元',
  HKD: '港元',
  GBP: '英镑',
  JPY: '日元',
  SGD: '新加坡元',
  AUD: '澳元',
};

function moneyToText(money: Money, format: VariableFormat, language: BodyLanguage): string {
  const locale = language === 'zh' ? 'zh-CN' : 'en';
  if (format === 'words') return moneyToWords(money, locale);
  const figures = withCurrency(money, language);
  if (format !== 'figuresAndWords') return figures;
  const words = moneyToWords(money, locale);
  return language === 'zh' ? `${figures}（大写：${words}）` : `${figures} (${words})`;
}

function withCurrency(money: Money, language: BodyLanguage): string {
  const figures = moneyToFigures(money);
  if (money.currency === 'CNY') return language === 'zh' ? `人民币${figures}元` : `RMB ${figures}`;
  return language === 'zh' ? `${figures}${zhCurrencies[money.currency]}` : `${money.currency} ${figures}`;
}

function joinItems(items: readonly string[], language: BodyLanguage): string {
  if (language === 'zh') return items.join('、');
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')}${items.length > 2 ? ',' : ''} and ${last}`;
}
