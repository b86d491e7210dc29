import type { Hit, ScannedClause, Span, TextRule } from '../../model.ts';
import { hanToNumber } from '../../segmentation/numbers.ts';
import { toMinor, totalsOf } from '../amounts.ts';
import { allIn, hitAt } from '../find.ts';
import { sentencesThatMayHold, trigger } from '../../triggers/triggers.ts';

const share = trigger(/(\d{1,3}(?:\.\d{1,2})?)\s{0,4}(?:%|per ?cent\b)|百分之([一二三四五六七八九十百]{1,4})/giu);
const sum = trigger(/(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,6})?)\s{0,4}(万)?\s{0,4}元(?![/每])|(?:RMB|CNY|USD|EUR|US\$|[¥$€])\s{0,4}(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,12}(?:\.\d{1,2})?)/giu);
const paid = /付|款|定金|质保金|结清|\b(?:pays?|paid|paying|payable|payments?|remits?|remitted|remittance|deposit|balance|advance|install?ments?|due|retention|milestone)\b/iu;
const other = /税|违约金|利率|利息|滞纳|‰|每[日天]|逾期|超过|不低于|上限|折扣|优惠|罚|损失|保函|履约(?:保证金|担保)|\b(?:performance (?:bond|security|guarantee)|bank guarantee|tax|vat|interest|penalt\w{1,20}|per day|a day|late|not exceed|discount|damages|cap)\b/iu;
// Sums that are no part of the price: what is paid again and again, by the piece, or given back.
const apart = /每|单价|\/(?:月|年|台|件|次|人|日)|月租|年租|租金|押金|保证金|保函|赔偿|补偿|退还|返还|运费|报销|\b(?:per|each|every|monthly|annual\w{0,2}|unit price|deposit|bond|guarantee|refund\w{0,5}|reimburs\w{1,8}|freight|rent)\b/iu;
const cumulative = /付至|支付至|累计(?:支付)?达?|\b(?:cumulative|up to a total)\b/iu;

// Without a sign of a share or of money there is nothing to add up.
const counts = trigger(/[%元¥$€]|百分之|per ?cent|RMB|CNY|USD|EUR/i);

interface Part {
  readonly value: number;
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly language: 'zh' | 'en';
}

interface Note {
  /** What the shares of the clause alone show. */
  readonly hit: Hit | null;
  /** Sums to pay, in hundredths; empty where the clause's own total, shares or other sums make them unclear. */
  readonly sums: readonly Part[];
  readonly totals: readonly number[];
}

/**
 * P04: the instalments make more or less than the whole: shares that aren't 100% together, or sums that aren't the total
 * price. Cumulative payments (付至 80%) are not added up.
 */
export const instalments: TextRule<Note> = {
  id: 'P04',
  kind: 'payment',
  severity: 'block',
  bases: ['civilCode626'],
  scope: 'text',
  triggers: [counts],
  collect: (clause) => {
    const totals = totalsOf(clause).map(({ minor }) => minor);
    const shares = partsIn(clause, share, valueOfShare);
    const sums = clause.kind === 'clause' ? sumsIn(clause, shares) : [];
    if (shares.length + sums.length + totals.length === 0) return null;
    const hit = hitOfShares(shares);
    return (hit !== null || sums.length > 0) && cumulative.test(clause.plain) ? { hit: null, sums: [], totals } : { hit, sums, totals };
  },
  conclude: (notes) => {
    const totals = new Set(notes.flatMap(({ note }) => note.totals));
    const [total] = totals;
    return notes.flatMap(({ clause, note }) => {
      const hit = note.hit ?? (total === undefined || totals.size > 1 ? null : hitOfSums(note.sums, total));
      return hit === null ? [] : [{ clause, ...hit }];
    });
  },
};

function hitOfShares(shares: readonly Part[]): Hit | null {
  for (const language of ['zh', 'en'] as const) {
    const own = shares.filter((one) => one.language === language);
    const whole = Math.round(own.reduce((all, { value }) => all + value, 0) * 100) / 100;
    const [first, last] = [own[0], own.at(-1)];
    if (first !== undefined && last !== undefined && own.length > 1 && whole !== 100) return hitAt({ start: first.start, end: last.end }, { parameters: { sum: `${whole}%`, shares: own.map(({ value }) => `${value}%`).join(' + ') } });
  }
  return null;
}

function hitOfSums(sums: readonly Part[], total: number): Hit | null {
  for (const language of ['zh', 'en'] as const) {
    const own = sums.filter((one) => one.language === language);
    const whole = own.reduce((all, { value }) => all + value, 0);
    const [first, last] = [own[0], own.at(-1)];
    // One instalment that is as much as the whole says that what stands beside it is no instalment.
    if (first === undefined || last === undefined || own.length < 2 || whole === total || own.some(({ value }) => value >= total)) continue;
    return hitAt({ start: first.start, end: last.end }, { parameters: { sum: figures(whole), shares: own.map(({ value }) => figures(value)).join(' + '), total: figures(total), case: 'sums' } });
  }
  return null;
}

function sumsIn(clause: ScannedClause, shares: readonly Part[]): readonly Part[] {
  const totals = totalsOf(clause);
  const sums = partsIn(clause, sum, valueOfSum, apart).filter(({ start, end }) => !totals.some((one) => start < one.end && end > one.start));
  // Where some instalments are shares and others sums, adding up the sums proves nothing.
  return shares.length > 0 && shares.length !== sums.length ? [] : sums;
}

function partsIn(clause: ScannedClause, pattern: RegExp, valueOf: (match: RegExpMatchArray) => number | null, without?: RegExp): readonly Part[] {
  return sentencesThatMayHold(clause, pattern).flatMap(({ plain, start: offset, language }) => {
    const matches = allIn(plain, pattern);
    if (matches.length === 0) return [];
    // What was paid in a part before is still meant.
    const paidFrom = plain.search(paid);
    if (paidFrom < 0) return [];
    const found: Part[] = [];
    for (const match of matches) {
      const part = partAround(plain, match.index);
      if (paidFrom >= part.end) continue;
      const words = plain.slice(part.start, part.end);
      if (other.test(words) || without?.test(words) === true) continue;
      const [value, start] = [valueOf(match), offset + match.index];
      if (value !== null) found.push({ value, words: match[0], start, end: start + match[0].length, language });
    }
    return found;
  });
}

/** The part of a sentence, between commas, that holds a place; a comma within a figure parts nothing. A semicolon ends the sentence. */
function partAround(plain: string, at: number): Span {
  let [start, end] = [at, at];
  while (start > 0 && !parts(plain, start - 1)) start -= 1;
  while (end < plain.length && !parts(plain, end)) end += 1;
  return { start, end: Math.min(end + 1, plain.length) };
}

function parts(plain: string, at: number): boolean {
  const mark = plain.charCodeAt(at);
  return mark === pause || (mark === comma && !/^\d{3}/u.test(plain.slice(at + 1, at + 4)));
}

const [pause = 0, comma = 0] = [...'、,'].map((mark) => mark.charCodeAt(0));

function valueOfShare(match: RegExpMatchArray): number {
  const [, figure, han = ''] = match;
  if (figure !== undefined) return Number(figure);
  return han === '百' ? 100 : hanToNumber(han);
}

function valueOfSum(match: RegExpMatchArray): number | null {
  return toMinor(match[1] ?? match[3] ?? '', match[2] !== undefined);
}

/** 1234500 → 12,345.00, without the decimals where they are none. */
function figures(minor: number): string {
  return (minor / 100).toFixed(minor % 100 === 0 ? 0 : 2).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}
