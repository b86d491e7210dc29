import { cellToText, isEmptyCell } from './cell-text.ts';
import type { Cell, ColumnPositions, ImportField, RawRow } from './model.ts';
import { signOffIn } from './sign-off.ts';

/** A row that a ledger's keeper set among the records, and the column that tells. */
export interface Aside {
  readonly code: 'TOTAL_ROW' | 'SIGN_OFF_ROW';
  readonly column: number;
}

/**
 * Whether a row is a total or a line for signatures instead of a record: its only texts are such words, beside sums
 * and counts. A record that is called so has something more: a number, a party, a date.
 */
export function asideOf({ cells, merged }: RawRow, columns: ColumnPositions<ImportField>): Aside | null {
  if (!cells.some((cell) => typeof cell === 'string' && hint.test(cell))) return null;
  const parts = meaningsOf(cells.map((cell, at) => (merged?.includes(at) === true ? null : cell)));
  const has = (...kinds: readonly Meaning[]): boolean => parts.some(({ meaning }) => kinds.includes(meaning));
  const total = parts.find(({ meaning }) => meaning === 'total') ?? parts.find(({ meaning }) => meaning === 'totalOfSome');
  const isClear = parts.every(({ meaning, cell, at }) => meaning !== 'figure' || mayHoldFigure(at, cell, columns, total?.meaning === 'total'));
  if (!isClear || has('day')) return null;
  if (total !== undefined) {
    // A remark on a total makes it no record.
    const others = parts.filter(({ meaning, at }) => meaning === 'other' && (total.meaning !== 'total' || at !== columns.notes));
    return others.length === 0 && (total.meaning === 'total' || has('figure')) ? { code: 'TOTAL_ROW', column: total.at } : null;
  }
  const signOff = parts.find(({ meaning }) => meaning === 'signOff');
  return signOff === undefined || has('other', 'figure') ? null : { code: 'SIGN_OFF_ROW', column: signOff.at };
}

type Meaning = 'total' | 'totalOfSome' | 'signOff' | 'figure' | 'day' | 'other';

interface Part {
  readonly at: number;
  readonly cell: Cell;
  readonly meaning: Meaning;
}

/** What each filled cell is; a name or a day right after an open label (审核： | 李四) belongs to it. */
function meaningsOf(cells: readonly Cell[]): readonly Part[] {
  const parts: Part[] = [];
  let isOpen = false;
  for (const [at, cell] of cells.entries()) {
    if (isEmptyCell(cell)) continue;
    const text = cellToText(cell).normalize('NFKC');
    const signOff = typeof cell === 'string' ? signOffIn(text) : null;
    const meaning = signOff === null ? meaningOf(cell, text) : 'signOff';
    const belongs = isOpen && (meaning === 'day' || (meaning === 'other' && name.test(text)));
    parts.push({ at, cell, meaning: belongs ? 'signOff' : meaning });
    isOpen = signOff === 'open';
  }
  return parts;
}

function meaningOf(cell: Cell, text: string): Meaning {
  if (typeof cell === 'number') return 'figure';
  if (typeof cell !== 'string') return cell === null || typeof cell === 'boolean' ? 'other' : 'day';
  if (text.length > 80) return 'other';
  const close = text.replace(/\s/g, '');
  if (day.test(close)) return 'day';
  if (figure.test(close)) return 'figure';
  if (total.test(close) || totalInEnglish.test(text.trim())) return 'total';
  return totalOfSome.test(close) || totalOfSomeInEnglish.test(text.trim()) ? 'totalOfSome' : 'other';
}

/** What tells one record from another. */
const tellingFields: readonly ImportField[] = ['number', 'parentNumber', 'partyA', 'partyB', 'partyBUscc', 'uscc'];
const dayFields: readonly ImportField[] = ['signedOn', 'effectiveOn', 'expiresOn'];

/** Under a number or a party a plain total may have a count, no more; strokes and units say nothing anywhere. */
function mayHoldFigure(at: number, cell: Cell, columns: ColumnPositions<ImportField>, isPlainTotal: boolean): boolean {
  if (!/[\d零壹贰叁肆伍陆柒捌玖拾佰仟]/u.test(cellToText(cell))) return true;
  if (dayFields.some((field) => columns[field] === at)) return false;
  if (!tellingFields.some((field) => columns[field] === at)) return true;
  return isPlainTotal && /^\d{1,4}\D{0,4}$/.test(cellToText(cell));
}

const hint = /计|total|sum|by|[:：]|[人员者字章期]\s*$/iu;

const money = '(?:人民币|[¥￥$€£]|CNY|RMB|USD|EUR|HKD|GBP|JPY)?';
const digits = `${money}-?\\d[\\d,]*(?:\\.\\d+)?%?(?:[百千]?[万亿])?`;
const capitals = '(?:人民币)?[零壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正]+';
const unit = '(?:元整?|美元|欧元|港元|人民币|份|个|项|笔|条|件|户|家|CNY|RMB|USD|EUR)?(?:合同|记录)?';
const figures = `(?:${digits}${unit}|${capitals})`;
const figure = new RegExp(`^(?:${figures}|共${figures}|[百千]?[万亿]?元|人民币|CNY|RMB|USD|EUR|HKD|GBP|JPY|[份项笔条]|[-—–/\\\\]+)$`, 'iu');
const day = /^(?:\d{4}[年./-]\d{1,2}(?:[月./-]\d{1,2}日?|月)|\d{1,2}[./-]\d{1,2}[./-]\d{4})$/u;
const word = '(?:总?合计|小计|总计|共计|累计)(?:数|金额|数量|份数)?';
const tail = `(?:\\([^()]{0,12}\\))?(?:大写|小写)?:?(?:${figures})?`;
const total = new RegExp(`^(?:本页|本月|本季度?|本期|本年度?|全年|年度|各项|以上|历年)?${word}${tail}$`, 'iu');
const totalOfSome = new RegExp(`^.{1,16}?${word}${tail}$`, 'iu');
const totalInEnglish = new RegExp(
  `^(?:(?:grand|overall|page|running|gross|net|cumulative)[ -]?)?(?:(?:sub[ -]?)?totals?(?: (?:amount|value|sum|price|count|contracts))?|sum)(?: ?\\([^()]{0,16}\\))? ?:? ?(?:${figures})?$`,
  'iu',
);
const totalOfSomeInEnglish = /^(?:(?:[\p{L}\p{N}&.'/-]+ ){1,4}(?:sub[ -]?)?total ?:?|(?:sub[ -]?)?total (?:for|of|in) .{1,40})$/iu;
const name = /^(?:[\p{Script=Han}·]{1,4}|(?:[\p{L}.'-]+ ?){1,3})$/u;
