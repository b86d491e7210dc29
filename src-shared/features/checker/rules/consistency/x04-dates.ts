import { addDays, addMonths, isDay, type Day } from '../../../../kernel/day.ts';
import type { ClauseRule, Hit } from '../../model.ts';
import { hanToNumber } from '../../segmentation/numbers.ts';
import { datePattern, datesIn } from '../dates.ts';
import { hitAt } from '../find.ts';
import { sentencesThatMayHold } from '../../triggers/triggers.ts';

const span = /(?:自|从|\bfrom\b)[^.;]{0,12}$/iu;
const until = /^[^.;]{0,6}(?:起)?[^.;]{0,4}(?:至|到|止|\b(?:to|until|through)\b)/iu;
const duration = /(?:期限|租期|有效期|服务期|合同期|期间|工期|\b(?:term|period)\b)[^.;]{0,14}?((?<!\d)\d{1,3}|[一二三四五六七八九十两]{1,3})\s{0,4}(年(?!\s{0,4}\d)|个月|years?|months?)/iu;

/** X04: a day that no calendar has, an end before its beginning, a term that is longer or shorter than its dates. */
export const impossibleDates: ClauseRule = {
  id: 'X04',
  kind: 'consistency',
  severity: 'block',
  bases: ['civilCode200'],
  scope: 'clause',
  triggers: [datePattern],
  check: (clause) => {
    return sentencesThatMayHold(clause, datePattern).flatMap(({ plain, start }): readonly Hit[] => {
      const dates = datesIn(plain);
      const impossible = dates.filter(({ day }) => day === null).map((date) => hitAt({ start: start + date.start, end: start + date.end }, { parameters: { words: date.words } }));
      const pairs = dates.slice(1).flatMap((to, index): readonly Hit[] => {
        const from = dates[index];
        const [fromDay, toDay] = [from?.day ?? '', to.day ?? ''];
        if (from === undefined || !isDay(fromDay) || !isDay(toDay)) return [];
        if (!span.test(plain.slice(0, from.start)) || !until.test(plain.slice(from.end, to.start + 1))) return [];
        const place = { start: start + from.start, end: start + to.end };
        if (toDay < fromDay) return [hitAt(place, { parameters: { words: `${from.words} – ${to.words}` } })];
        return isOfLength(plain, fromDay, toDay) ? [] : [hitAt(place, { parameters: { words: `${from.words} – ${to.words}` } })];
      });
      return [...impossible, ...pairs];
    });
  },
};

/** Whether the term that the sentence states is the one that its dates make, the last day counted or not. */
function isOfLength(plain: string, from: Day, to: Day): boolean {
  const found = duration.exec(plain);
  if (found === null) return true;
  const figure = found[1] ?? '';
  const count = /\d/.test(figure) ? Number(figure) : hanToNumber(figure);
  const end = addMonths(from, count * (/年|year/iu.test(found[2] ?? '') ? 12 : 1));
  return to === end || to === addDays(end, -1);
}
