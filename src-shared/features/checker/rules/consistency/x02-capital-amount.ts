import { capitalsToFen } from '../../../../kernel/capital-amount.ts';
import type { ClauseRule, Hit } from '../../model.ts';
import { allIn, hitAt, matchesIn } from '../find.ts';
import { countsThatDiffer, countTwice } from './words-and-figures.ts';
import { toFen } from '../amounts.ts';
import { trigger } from '../../triggers/triggers.ts';

const capital = trigger(/(?:人民币|RMB)?\s{0,4}[壹贰叁肆伍陆柒捌玖拾佰仟][壹贰叁肆伍陆柒捌玖拾佰仟万亿零〇元圆角分整正]{2,}/gu);
const figure = /(\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?|\d{1,17}(?:\.\d{1,6})?)\s{0,4}(万)?\s{0,4}(?=元|圆|\(|,|大写|人民币|:|\)|$)/gu;

/** X02: the amount in words is another than the one in figures, or is no amount; a count that is said twice is two numbers. It isn't said which of the two is right. */
export const capitalAmount: ClauseRule = {
  id: 'X02',
  kind: 'consistency',
  severity: 'block',
  bases: ['practiceCapital'],
  scope: 'clause',
  triggers: [capital, countTwice],
  check: (clause) => {
    const amounts = matchesIn(clause, capital).flatMap((match): readonly Hit[] => {
      const words = match.text.replace(/\s/g, '').replace(/^RMB/u, '');
      const amount = capitalsToFen(words);
      if (!amount.ok) return [hitAt(match, { parameters: { words, figures: '–' } })];
      const near = nearest(match.sentence.plain, match.start - match.sentence.start, match.end - match.sentence.start);
      if (near === null || near.fen === amount.value) return [];
      return [hitAt(match, { parameters: { words, figures: near.words } })];
    });
    return [...amounts, ...countsThatDiffer(clause)];
  },
};

/** The figure that stands closest before the words, else closest after; null when none is within reach. */
function nearest(plain: string, start: number, end: number): { readonly fen: bigint; readonly words: string } | null {
  const before = allIn(plain.slice(Math.max(0, start - 40), start), figure).at(-1);
  const after = allIn(plain.slice(end, end + 40), figure)[0];
  const found = before ?? after;
  if (found === undefined) return null;
  const fen = toFen(found[1] ?? '', found[2] !== undefined);
  return fen === null ? null : { fen, words: found[0].trim() };
}
