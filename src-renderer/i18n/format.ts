import { useMemo } from 'react';
import type { Day } from '#shared/kernel/day.ts';
import { formatMoney, type Money } from '#shared/kernel/money.ts';
import type { Language } from '#shared/features/settings/model.ts';
import { useLanguage } from './i18n.ts';

export interface Format {
  /** A calendar date: an ISO day, or the day of an instant (epoch ms). */
  readonly date: (moment: number | Day) => string;
  readonly dateTime: (epochMs: number) => string;
  /** The time of day alone, for what happened today. */
  readonly time: (epochMs: number) => string;
  /** How long ago or ahead, in the largest fitting unit. */
  readonly relative: (epochMs: number, now?: number) => string;
  readonly money: (money: Money) => string;
  readonly number: (value: number) => string;
  /** A number that was counted up to `most` only: `1,000+` where it may be more. */
  readonly countUpTo: (count: number, most: number) => string;
  readonly percent: (fraction: number) => string;
  readonly bytes: (count: number) => string;
  readonly list: (items: readonly string[]) => string;
}

/** Numbers, dates and money as the current language writes them. */
export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => createFormat(language), [language]);
}

/** The same for code outside React. */
export function createFormat(language: Language): Format {
  const locale = language === 'en' ? 'en-GB' : 'zh-CN';
  const number = new Intl.NumberFormat(locale);
  const day = dayFormat(language);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hour12: false });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const date = (moment: number | Day) => day(typeof moment === 'number' ? new Date(moment) : localDay(moment));
  return {
    date,
    dateTime: (epochMs) => `${date(epochMs)}${language === 'en' ? ', ' : ' '}${time.format(epochMs)}`,
    time: (epochMs) => time.format(epochMs),
    relative: (epochMs, now = Date.now()) => relative(locale, epochMs - now),
    money: (money) => formatMoney(money, language),
    number: (value) => number.format(value),
    countUpTo: (count, most) => (count >= most ? `${number.format(most)}+` : number.format(count)),
    percent: (fraction) => percent.format(fraction),
    bytes: (count) => formatBytes(number, count),
    list: (items) => list.format(items),
  };
}

/** 2026-03-05 in Chinese, where columns of dates should align; 5 Mar 2026 in English, where digits would be ambiguous; no line breaks within. */
function dayFormat(language: Language): (date: Date) => string {
  if (language === 'en') {
    const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
    return (date) => format.format(date).replaceAll(' ', '\u00a0');
  }
  return (date) => {
    const pad = (value: number) => String(value).padStart(2, '0');
    return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
  };
}

function localDay(day: Day): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

const units = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

function relative(locale: string, differenceMs: number): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const [unit, length] = units.find(([, ms]) => Math.abs(differenceMs) >= ms) ?? (['second', 1000] as const);
  return format.format(Math.round(differenceMs / length), unit);
}

function formatBytes(number: Intl.NumberFormat, count: number): string {
  if (count < 1024) return `${number.format(count)} B`;
  const kilo = count / 1024;
  if (kilo < 1024) return `${number.format(Math.round(kilo))} KB`;
  return `${number.format(Math.round((kilo / 1024) * 10) / 10)} MB`;
}
