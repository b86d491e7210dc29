import type { Hit, ScannedClause } from '../../model.ts';
import { hanToNumber } from '../../segmentation/numbers.ts';
import { trigger } from '../../triggers/triggers.ts';
import { hitAt, matchesIn } from '../find.ts';

const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const word = `(?:${[...small, ...tens, 'hundred', 'thousand'].join('|')})`;
/** A count in words with the same in figures in brackets behind it: thirty (30) days, 三十（30）日. */
export const countTwice = trigger(
  new RegExp(
    String.raw`\b(${word}(?:(?:[\s-]{1,2}|\sand\s)${word}){0,7})\s{0,2}(?:per ?cent\s{0,2}|%\s{0,2})?\((\d{1,3}(?:,\d{3})+|\d{1,6})\s{0,2}(?:%|per ?cent)?\)|(?<![点第零一二三四五六七八九十百千])(?<!(?<![百千万])分之)([一二三四五六七八九十百两]{1,6})\s{0,2}\((\d{1,4})\s{0,2}[%‰]?\)(?=\s{0,2}(?:个|工作日|自然日|日|天|周|年|小时|份|台|套|件|次|%|的|[,.;)]|$))`,
    'giu',
  ),
);

/** Where the words in front of the bracket are another number than the figures in it. */
export function countsThatDiffer(clause: ScannedClause): readonly Hit[] {
  return matchesIn(clause, countTwice).flatMap((match) => {
    const [english, figures = '', han, hanFigures = ''] = match.groups;
    const figure = Number((english === undefined ? hanFigures : figures).replaceAll(',', ''));
    const said = english === undefined ? hanToNumber(han ?? '') : englishNumber(english);
    return said === figure ? [] : [hitAt(match, { parameters: { words: english ?? han ?? '', figures: english === undefined ? hanFigures : figures, case: 'count' } })];
  });
}

/** One hundred and twenty → 120, thirty-six → 36. */
function englishNumber(words: string): number {
  let [total, part] = [0, 0];
  for (const one of words.toLowerCase().split(/[\s-]+/u)) {
    if (one === 'hundred') part = (part === 0 ? 1 : part) * 100;
    else if (one === 'thousand') [total, part] = [total + (part === 0 ? 1 : part) * 1000, 0];
    else if (tens.includes(one)) part += (tens.indexOf(one) + 2) * 10;
    else if (small.includes(one)) part += small.indexOf(one);
  }
  return total + part;
}
