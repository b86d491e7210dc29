import { addDays, addMonths, isDay, type Day } from '../../../../kernel/day.ts';
import type { ClauseRule, Hit, Span } from '../../model.ts';
import { datePattern, datesIn, type FoundDate } from '../dates.ts';
import { figureToNumber } from '../figures.ts';
import { hitAt } from '../find.ts';
import { sentencesThatMayHold } from '../../triggers/triggers.ts';

const span = /(?:自|从|\bfrom\b)[^.;]{0,12}$/iu;
const until = /^[^.;]{0,6}(?:起)?[^.;]{0,4}(?:至|到|止|\b(?:to|until|through)\b)/iu;
/** Nothing but this between two days makes them a span, whatever stands before: 2026年1月1日至2026年12月31日. */
const onlyUntil = /^\s{0,4}起?\s{0,4}(?:至|到|[-–—~]{1,2}|\b(?:to|until|through)\b)\s{0,4}$/iu;
/** A day that is moved is no beginning: 从…提前至…. */
const moved = /提前|推迟|延[至期长后]|顺延|变更|调整|修改|更改|改[为至]/u;
/** What begins on a day, and right after it what ends on one: 开工日期为…，竣工日期为…; commences on …, expires on …. Any other word between speaks of something else: 原协议到期日为…. One that is planned ends only what is planned to begin. */
const begins = /(?:(?<!原)(计划|预计|拟定?))?(?:开工|开始|起始|起租|生效)(?:日期?|时间|之日)?\s{0,2}[为是:于自]?\s{0,2}$|\b(?:commenc|start|begin|effective)\w{0,6}(?: (?:date|is|shall|be|on|from|as|of)){0,4}[\s:]{0,2}$/iu;
const ends = /^[,、]?\s{0,2}(计划|预计|拟定?)?(?:(?:工程|项目)?(?:竣工|完工)|结束|终止|届满|到期|截止)(?:日期?|时间)?\s{0,2}[为是:于至]?\s{0,2}$|^,?(?: and)? (?:shall )?(?:expir|end|terminat)\w{0,6}(?: (?:date|is|shall|be|on)){0,3}[\s:]{0,2}$/iu;

const han = '[一二三四五六七八九十两]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,3}';
const english = 'one|two|three|four|five|six|ten|twelve|eighteen|twenty-four|thirty-six';
const lengthZh = String.raw`(\d{1,3}|${han})\s{0,4}(?:\(\d{1,3}\)\s{0,4})?(年|个月)(?:零?\s{0,2}(\d{1,2}|${han})\s{0,2}个月)?`;
const lengthEn = String.raw`(\d{1,3}|${english})\s{0,4}(?:\(\d{1,3}\)\s{0,4})?(years?|months?)`;
/** A term with its length, and nothing more before the first day: 租期2年，自; a term of two years, from. */
const lengthBefore = [
  new RegExp(String.raw`(?:期限|租期|租赁期|有效期|服务期|合同期|工期)\s{0,2}(?:[为是:共]|共计|合计)?\s{0,2}${lengthZh}\s{0,2}[,(]?\s{0,2}即?[自从]?\s{0,4}$`, 'u'),
  new RegExp(String.raw`\b(?:term|period)\b[a-z ]{0,40}\b${lengthEn},?\s{0,2}\(?(?:commencing |starting |running |beginning )?(?:on |from )?\s{0,4}$`, 'iu'),
];
/** The length right behind the last day: …止，共18个月. */
const lengthBehind = [
  new RegExp(String.raw`^\s{0,2}(?:为?止)?\s{0,2}[,(]?\s{0,2}(?:(?:租期|租赁期限?|有效期|合同期限?|服务期限?|期限|工期)\s{0,2}[为是:共]?|共计?|为期|合?计|总计)\s{0,2}${lengthZh}(?=\s{0,2}(?:[,.;)]|$))`, 'u'),
  new RegExp(String.raw`^\s{0,2}[,(]?\s{0,2}(?:being |for )?a (?:total |fixed )?(?:period|term) of ${lengthEn}(?=\s{0,2}(?:[,.;)]|$))`, 'iu'),
];
/** Behind the days of a term a mark stands; other words make them a part of it: …至…租金为, …为免租期. */
const ofPart = /^\s{0,2}(?:为?止)?\s{0,2}(?!为?止)[^\s,.;)]|^[^.;]{0,6}[,:)]\s{0,2}(?:该期间|[年月季]?度?(?:租金|租费|服务费|费用|单价|价)|为|系|属|[第首前免]|(?:the )?(?:annual |monthly )?(?:rent|fees?|price)\b)/u;
const otherTerm = /\b(?:first|second|third|each|every|per|notice|further|maximum|minimum|up to|renew\w{0,5}|exten\w{0,6}|during|trial|probation\w{0,4})\b/iu;

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
      const wrong = pairsIn(plain, dates).flatMap(({ from, to, isSpan, before, behind }): readonly Hit[] => {
        if (from.day <= to.day && (!isSpan || isOfLength(before, behind, from.day, to.day))) return [];
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

interface Pair {
  readonly from: DayAt;
  readonly to: DayAt;
  /** By words such as 自…至…, so that a stated length is theirs. */
  readonly isSpan: boolean;
  /** What stands on either side of the two, up to other days. */
  readonly before: string;
  readonly behind: string;
}

/** The days from which to which something lasts. */
function pairsIn(plain: string, dates: readonly FoundDate[]): readonly Pair[] {
  return dates.slice(1).flatMap((to, index): readonly Pair[] => {
    const from = dates[index];
    const [fromDay, toDay] = [from?.day ?? '', to.day ?? ''];
    if (from === undefined || !isDay(fromDay) || !isDay(toDay)) return [];
    // What stands before an earlier day is said of that one.
    const [before, between, behind] = [plain.slice(dates[index - 1]?.end ?? 0, from.start), plain.slice(from.end, to.start), plain.slice(to.end, dates[index + 2]?.start ?? plain.length)];
    const isSpan = !moved.test(between) && (onlyUntil.test(between) || (span.test(before) && until.test(plain.slice(from.end, to.start + 1))));
    return isSpan || beginsAndEnds(before, between) ? [{ from: { ...from, day: fromDay }, to: { ...to, day: toDay }, isSpan, before: before.slice(-furthest), behind: behind.slice(0, furthest) }] : [];
  });
}

function beginsAndEnds(before: string, between: string): boolean {
  const [begun, ended] = [begins.exec(before), ends.exec(between)];
  return begun !== null && ended !== null && (ended[1] === undefined || begun[1] !== undefined);
}

// No length is looked for farther from its days.
const furthest = 120;

/** Whether a term that is stated right before or behind the dates is the one that they make, the last day counted or not; of several any. */
function isOfLength(before: string, behind: string, from: Day, to: Day): boolean {
  const inFront = ofPart.test(behind) || otherTerm.test(before) ? [] : lengthBefore.map((pattern) => pattern.exec(before));
  const stated = [...inFront, ...lengthBehind.map((pattern) => pattern.exec(behind))].filter((found) => found !== null);
  return stated.length === 0 || stated.some(([, figure = '', unit = '', andMonths = '']) => {
    const end = addMonths(from, figureToNumber(figure) * (/年|year/iu.test(unit) ? 12 : 1) + (andMonths === '' ? 0 : figureToNumber(andMonths)));
    return to === end || to === addDays(end, -1);
  });
}
