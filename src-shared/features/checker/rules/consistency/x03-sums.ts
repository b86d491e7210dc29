import type { Clause, Span, TextRule } from '../../model.ts';
import { totalPattern, totalsOf, toMinor, type Total } from '../amounts.ts';
import { hitAt } from '../find.ts';
import { taxPart, unitPrice, wrongSumsIn } from './reckoned-prices.ts';

interface Note {
  readonly totals: readonly { readonly start: number; readonly end: number; readonly minor: number; readonly words: string; readonly isChinese: boolean; readonly isRent: boolean }[];
  /** What the table says that its rows make; null without a table or a total. */
  readonly tableTotal: number | null;
  /** Of a table, or of the sums that a sentence reckons with. */
  readonly wrongRows: readonly { readonly start: number; readonly end: number; readonly stated: string; readonly reckoned: string }[];
}

/** X03: rows that don't make their total, quantity times price or net price and tax that aren't the amount, a total that differs between places. */
export const sums: TextRule<Note> = {
  id: 'X03',
  kind: 'consistency',
  severity: 'block',
  bases: ['practiceSums'],
  scope: 'text',
  triggers: [totalPattern, taxPart, unitPrice],
  collect: (clause) => {
    const totals = clause.kind === 'signature' ? [] : totalsOf(clause).filter((total) => isWholePrice(clause.plain, total)).flatMap((total) => {
      const isRent = rent.test(clause.plain.slice(Math.max(0, total.start - 2), total.start));
      return isRent && !isWholeRent(clause, total) ? [] : [{ ...total, isChinese: /[\u4E00-\u9FFF]/u.test(total.words), isRent }];
    });
    const wrongRows = clause.rows.length > 1 ? wrongRowsOf(clause) : wrongSumsIn(clause).map(({ stated, reckoned, ...span }) => ({ ...span, stated: shown(stated), reckoned: shown(reckoned) }));
    const tableTotal = clause.rows.length > 1 && !/不含税|excl/iu.test(clause.rows[0]?.join() ?? '') ? totalOfTable(clause) : null;
    return totals.length === 0 && wrongRows.length === 0 && tableTotal === null ? null : { totals, wrongRows, tableTotal };
  },
  conclude: (notes) => {
    const stated = notes.flatMap(({ clause, note }) => note.totals.map((one) => ({ clause, one })));
    const prices = stated.filter(({ one }) => !one.isRent);
    const tables = notes.flatMap(({ note }) => (note.tableTotal === null ? [] : [note.tableTotal]));
    // Beside a price, or a table that makes one, the rent is another sum.
    const all = prices.length === 0 && tables.length === 0 ? stated : prices;
    const first = all[0];
    // Totals that differ between the languages are X14's to tell.
    const other = all.find(({ one }) => one.minor !== first?.one.minor && one.isChinese === first?.one.isChinese);
    const [tableTotal] = tables;
    const isOffTable = tables.length === 1 && first !== undefined && all.every(({ one }) => one.minor !== tableTotal);
    return [
      ...(isOffTable && other === undefined ? [{ clause: first.clause, ...hitAt(first.one, { parameters: { stated: first.one.words, reckoned: shown(tableTotal ?? 0) } }) }] : []),
      ...notes.flatMap(({ clause, note }) => note.wrongRows.map(({ stated, reckoned, ...one }) => ({ clause, ...hitAt(one, { parameters: { stated, reckoned } }) }))),
      ...(other === undefined || first === undefined ? [] : [{ clause: other.clause, ...hitAt(other.one, { parameters: { stated: other.one.words, reckoned: first.one.words } }) }]),
    ];
  },
};

// A price without its tax, the tax alone, and what is paid a year, are each another sum than the price.
const partly = /不含税|税额|折扣|优惠|未税|\b(?:excluding|exclusive|excl\.|net of|before) |\b(?:annual|yearly|monthly|quarterly)\b/iu;

/** Whether a total, with the words before it and in the brackets behind it, is the whole price. */
function isWholePrice(plain: string, { start, end }: Span): boolean {
  const before = plain.slice(Math.max(0, start - 8), start);
  const behind = /^\s{0,4}\([^)]{0,24}\)/u.exec(plain.slice(end))?.[0] ?? '';
  return !partly.test(`${before}${plain.slice(start, Math.max(end, start + 16))}${behind}`) && !/(?:(?:年|月|季)度?|质保金|保证金|押金|定金|违约金)$/u.test(before.replace(/[一二两三四五六七八九十\d]\s{0,4}(?:年|个月)$/u, ''));
}

const rent = /租金$/u;
// All that may stand before the whole rent in its sentence: what is let, or a part of the time, makes it another.
const ofWhole = /(?:^|[.;\n])\s{0,4}(?:\(?\d[\d.]{0,8}[)、.]?\s{0,4})?(?:双方|约定|本?合同|项下|期限?|租赁|租|内|的|全部|[,:]){0,8}租金$/u;
// A heading that names no part of what is let, or of the time: 仓库, 续租.
const anyRent = /^(?:第[^\s条]{1,6}条|[\d一二三四五六七八九十.、()]{1,8})?(?:租金|租赁|租期|期限|费用?|价款?|合同|付款|支付|结算|缴纳|交付|方式|标准|金额|总额|违约|责任|其他|附则|约定|条款|总则|[及和与的、\s]){0,12}$/u;

function isWholeRent({ plain, heading }: Clause, { start, end, words }: Total): boolean {
  return ofWhole.test(plain.slice(Math.max(0, start - 40), start)) && !/[每年月季]/u.test(words) && !/^\s{0,4}(?:\/|每)/u.test(plain.slice(end)) && anyRent.test(heading);
}

const totalRow = /^(?:合计|总计|总价|小计|total|sum|grand total)/iu;

function wrongRowsOf({ rows, text }: Clause): Note['wrongRows'] {
  const [head = [], ...body] = rows;
  const column = (pattern: RegExp) => head.findIndex((cell) => pattern.test(cell));
  const [quantity, price, amount] = [column(/数量|qty|quantity/iu), column(/单价|unit price/iu), column(/金额|总价|小计|合价|amount|total/iu)];
  const wrong: { readonly start: number; readonly end: number; readonly stated: string; readonly reckoned: string }[] = [];
  let sum = 0;
  for (const row of body) {
    const stated = minorOf(row[amount] ?? row.at(-1));
    if (totalRow.test((row[0] ?? '').trim()) || totalRow.test((row[1] ?? '').trim())) {
      const total = minorOf(row.findLast((cell) => minorOf(cell) !== null));
      if (amount >= 0 && total !== null && sum > 0 && total !== sum) wrong.push({ ...placeOf(row, text), stated: shown(total), reckoned: shown(sum) });
      continue;
    }
    if (amount < 0 || stated === null) continue;
    sum += stated;
    const [count, each] = [minorOf(row[quantity]), minorOf(row[price])];
    if (quantity < 0 || price < 0 || count === null || each === null) continue;
    const reckoned = Math.round((count * each) / 100);
    if (reckoned !== stated) wrong.push({ ...placeOf(row, text), stated: shown(stated), reckoned: shown(reckoned) });
  }
  return wrong;
}

/** The amount in the row that sums a table up. */
function totalOfTable({ rows }: Clause): number | null {
  const row = rows.findLast((cells) => totalRow.test((cells[0] ?? '').trim()));
  return row === undefined ? null : minorOf(row.findLast((cell) => minorOf(cell) !== null));
}

function minorOf(cell = ''): number | null {
  const found = /\d[\d,]{0,20}(?:\.\d{1,12})?/u.exec(cell.replace(/[，]/gu, ','))?.[0];
  return found === undefined ? null : toMinor(found, /万/u.test(cell));
}

function shown(minor: number): string {
  return (minor / 100).toFixed(2).replace(/\B(?=(?:\d{3})+\.)/g, ',');
}

/** A row's words, as the clause prints its cells; one with empty cells may be printed with more or fewer spaces than they are joined by. */
function placeOf(row: readonly string[], text: string): Span {
  const words = row.join(' | ').replaceAll('\n', ' ');
  const at = text.indexOf(words);
  if (at >= 0) return { start: at, end: at + words.length };
  const wanted = withoutSpaces(words);
  let start = 0;
  for (const line of text.split('\n')) {
    if (withoutSpaces(line) === wanted || withoutSpaces(line) === `|${wanted}|`) return { start, end: start + line.length };
    start += line.length + 1;
  }
  return { start: 0, end: 0 };
}

function withoutSpaces(text: string): string {
  return text.replace(/\s/gu, '');
}
