import { addDays, addMonths, isDay, type Day } from '../../../../kernel/day.ts';
import type { ClauseRule, Hit, Span } from '../../model.ts';
import { hanToNumber } from '../../segmentation/numbers.ts';
import { datePattern, datesIn, type FoundDate } from '../dates.ts';
import { allIn, hitAt } from '../find.ts';
import { sentencesThatMayHold } from '../../triggers/triggers.ts';

const span = /(?:自|从|\bfrom\b)[^.;]{0,12}$/iu;
const until = /^[^.;]{0,6}(?:起)?[^.;]{0,4}(?:至|到|止|\b(?:to|until|through)\b)/iu;
/** Nothing but this between two days makes them a span, whatever stands before: 2026年1月1日至2026年12月31日. */
const onlyUntil = /^\s{0,4}起?\s{0,4}(?:至|到|[-–—~]{1,2}|\b(?:to|until|through)\b)\s{0,4}$/iu;
/** What begins on a day, and what ends on one: 开工日期为…，竣工日期为…; commences on …, expires on …. */
const begins = /(?:开工|开始|起始|起租|生效)[^,.;]{0,6}$|\b(?:commenc|start|begin|effective)\w{0,6}[^,.;]{0,16}$/iu;
const ends = /(?:竣工|完工|结束|终止|届满|到期|截止)[^,.;]{0,8}$|\b(?:expir|end|terminat|complet)\w{0,6}[^,.;]{0,16}$/iu;
const durations =
  /(?:期限|租期|租赁期|有效期|服务期|合同期|期间|工期|\b(?:term|period)\b)(?:[^.;]{0,14}?|[a-z ]{0,40}?\b)((?<!\d)\d{1,3}|[一二三四五六七八九十两]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3}|\b(?:one|two|three|four|five|six|ten|twelve|eighteen|twenty-four|thirty-six)\b)\s{0,4}(?:\(\d{1,3}\)\s{0,4})?(年(?!\s{0,4}\d)|个月|years?|months?)/giu;
const counts: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, ten: 10, twelve: 12, eighteen: 18, 'twenty-four': 24, 'thirty-six': 36 };

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
      const pairs = pairsIn(plain, dates);
      const wrong = pairs.flatMap(({ from, to, isSpan }, index): readonly Hit[] => {
        const around = `${plain.slice(pairs[index - 1]?.to.end ?? 0, from.start)} ${plain.slice(to.end, pairs[index + 1]?.from.start ?? plain.length)}`;
        if (from.day <= to.day && (!isSpan || isOfLength(around, from.day, to.day))) return [];
        return [hitAt({ start: start + from.start, end: start + to.end }, { parameters: { words: `${from.words} – ${to.words}` } })];
      });
      return [...impossible, ...wrong];
    });
  },
};

interface DayAt extends Span {
  readonly words: string;
  readonly day: Day;
}

/** The days from which to which something lasts; `isSpan`: by words such as 自…至…, so that a stated length is theirs. */
function pairsIn(plain: string, dates: readonly FoundDate[]): readonly { readonly from: DayAt; readonly to: DayAt; readonly isSpan: boolean }[] {
  return dates.slice(1).flatMap((to, index) => {
    const from = dates[index];
    const [fromDay, toDay] = [from?.day ?? '', to.day ?? ''];
    if (from === undefined || !isDay(fromDay) || !isDay(toDay)) return [];
    // What stands before an earlier day is said of that one.
    const [before, between] = [plain.slice(dates[index - 1]?.end ?? 0, from.start), plain.slice(from.end, to.start)];
    const isSpan = onlyUntil.test(between) || (span.test(before) && until.test(plain.slice(from.end, to.start + 1)));
    return isSpan || (begins.test(before) && ends.test(between)) ? [{ from: { ...from, day: fromDay }, to: { ...to, day: toDay }, isSpan }] : [];
  });
}

/** Whether a term that is stated around the dates is the one that they make, the last day counted or not; of several any. */
function isOfLength(around: string, from: Day, to: Day): boolean {
  const stated = allIn(around, durations);
  return stated.length === 0 || stated.some(([, figure = '', unit = '']) => {
    const end = addMonths(from, countOf(figure) * (/年|year/iu.test(unit) ? 12 : 1));
    return to === end || to === addDays(end, -1);
  });
}

function countOf(figure: string): number {
  if (/\d/.test(figure)) return Number(figure);
  return counts[figure.toLowerCase()] ?? hanToNumber(figure.replace(/[壹贰叁肆伍陆柒捌玖拾]/gu, (written) => '一二三四五六七八九十'['壹贰叁肆伍陆柒捌玖拾'.indexOf(written)] ?? written));
}
