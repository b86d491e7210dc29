import en from './texts/en.json' with { type: 'json' };
import zh from './texts/zh-CN.json' with { type: 'json' };
import type { Day } from '../../kernel/day.ts';
import { formatMoney } from '../../kernel/money.ts';
import { isWithheld } from '../../kernel/withheld.ts';
import type { Report, ReportSection } from '../reports/model.ts';
import type { Payment } from './model.ts';
import { paidMinor } from './money-rules.ts';
import type { DueLine } from './portfolio.ts';
import { progressOf, standingOf } from './rules.ts';

export interface FulfilmentReportFacts {
  readonly language: 'zh' | 'en';
  readonly today: Day;
  /** The contract's title and number; null for a report over all contracts. */
  readonly contract: { readonly title: string; readonly number: string } | null;
  readonly period: { readonly from: Day; readonly to: Day } | null;
  readonly lines: readonly DueLine[];
  /** There were more lines than fit. */
  readonly isCut: boolean;
  /** Payments with their money; only in the report of one contract. */
  readonly payments: readonly Payment[];
}

export const fulfilmentColumns = ['title', 'contract', 'number', 'obligor', 'due', 'status', 'met', 'owner'] as const;

/** Headings and words of a report or a workbook in a language. */
export function fulfilmentWords(language: 'zh' | 'en') {
  return language === 'en' ? en : zh;
}

/** A line as the cells of `fulfilmentColumns`. */
export function fulfilmentCells(line: DueLine, language: 'zh' | 'en', today: Day): readonly string[] {
  const words = fulfilmentWords(language);
  const standing = standingOf(line, today);
  // Whether it was paid or written off is money's to say; here it is known to be closed.
  const state = line.kind === 'payment' && line.status === 'met' ? words.paymentClosed : words.status[line.status];
  const status = standing === 'overdue' || standing === 'late' ? `${state} · ${words.standing[standing]}` : state;
  const title = line.kind === 'payment' ? fill(words.payment[line.obligor], { sequence: String(line.sequence ?? 1) }) : line.title;
  return [title, line.contractTitle, line.contractNumber, words.obligor[line.obligor], line.dueOn ?? '', status, line.metOn ?? '', line.ownerName];
}

/** How fulfilment stands, of one contract or of all in a period, as a report to be printed. */
export function fulfilmentReport({ language, today, contract, period, lines, isCut, payments }: FulfilmentReportFacts): Report {
  const words = fulfilmentWords(language);
  const progress = progressOf(lines.filter(({ kind }) => kind === 'obligation'), today);
  const chosen = contract === null ? fulfilmentColumns : fulfilmentColumns.filter((column) => column !== 'contract' && column !== 'number');
  const cellsOf = (line: DueLine) => fulfilmentCells(line, language, today).filter((_, index) => chosen.some((column) => column === fulfilmentColumns[index]));
  const span = period === null ? '' : fill(words.period, period);
  return {
    language,
    title: words.title,
    subtitle: [contract === null ? span : contract.title, fill(words.made, { day: today })].filter((part) => part !== '').join(' · '),
    mark: contract === null ? span : contract.number,
    facts: [
      { label: words.facts.total, value: String(progress.total) },
      { label: words.facts.done, value: String(progress.done) },
      { label: words.facts.overdue, value: String(progress.overdue) },
      { label: words.facts.share, value: `${Math.round(progress.share * 100)}%` },
    ],
    sections: [
      {
        heading: words.obligations,
        blocks: [
          { kind: 'table', caption: '', columns: chosen.map((column) => ({ heading: words.columns[column], isNumeric: false })), rows: lines.map(cellsOf), whenEmpty: words.none },
          ...(isCut ? [{ kind: 'notice' as const, tone: 'warning' as const, text: fill(words.cut, { count: String(lines.length) }) }] : []),
        ],
      },
      ...paymentSection(payments, language),
    ],
  };
}

function paymentSection(payments: readonly Payment[], language: 'zh' | 'en'): readonly ReportSection[] {
  if (payments.length === 0) return [];
  const words = fulfilmentWords(language);
  const locale = language === 'en' ? 'en' : 'zh-CN';
  const rows = payments.flatMap(({ sequence, dueOn, money }) =>
    isWithheld(money) ? [] : [[String(sequence), dueOn ?? '', words.paymentStatus[money.status], formatMoney(money.amount, locale), formatMoney({ ...money.amount, minor: paidMinor(money) }, locale)]],
  );
  const columns = (['sequence', 'due', 'status', 'amount', 'paid'] as const).map((column) => ({ heading: words.columns[column], isNumeric: column === 'amount' || column === 'paid' }));
  return [{ heading: words.payments, blocks: [rows.length === 0 ? { kind: 'paragraph', text: words.withheld } : { kind: 'table', caption: '', columns, rows, whenEmpty: words.none }] }];
}

function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name] ?? '');
}
