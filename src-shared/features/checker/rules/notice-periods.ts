import type { Span } from '../model.ts';
import { figureToNumber } from './figures.ts';
import { allIn } from './find.ts';
import { trigger } from '../triggers/triggers.ts';

/** How long before the end somebody must say that they don't go on, as a text has it. */
export interface NoticePeriod extends Span {
  readonly words: string;
  /** ISO 8601, P30D or P1M; working days have no designator and give none. */
  readonly period: string;
}

// Notice against a renewal only: notice of a defect or of a termination for breach has periods of its own.
export const goesOn = trigger(/自动(?:续期|续展|延续|续约|续签|顺延|延长|续订)|不(?:再)?(?:续期|续展|续约|续签|续订|延续)|\b(?:automatically|auto-?)\s{0,2}(?:be )?(?:renew|extend)\w{0,4}|\bnon-?renewal\b|\bnot (?:to |be )?renew\w{0,4}/iu);
const count = String.raw`(\d{1,4}|[一二三四五六七八九十两]{1,4}|thirty|sixty|ninety|one|two|three|six)\s{0,4}(?:\(\d{1,4}\)\s{0,4})?`;
const notice = new RegExp(`(?:期满前|届满前|到期前|提前|至少|不少于|at least|not less than|no less than)\\s{0,4}${count}(个?(?:自然日|日历日|日|天)|个月|月|(?:calendar )?days?|months?)(?!内)`, 'giu');

/** The notice periods against a renewal in a clause, in its order. */
export function noticePeriodsIn(plain: string): readonly NoticePeriod[] {
  if (!goesOn.test(plain)) return [];
  return allIn(plain, notice).flatMap((found) => {
    const [whole, figure = '', unit = ''] = found;
    const value = figureToNumber(figure);
    return [{ start: found.index, end: found.index + whole.length, words: whole, period: `P${value}${/月|month/iu.test(unit) ? 'M' : 'D'}` }];
  });
}
