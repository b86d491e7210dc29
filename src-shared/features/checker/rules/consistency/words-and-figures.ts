import type { Hit, ScannedClause } from '../../model.ts';
import { hanToNumber } from '../../segmentation/numbers.ts';
import { trigger } from '../../triggers/triggers.ts';
import { englishNumber, small, tens } from '../figures.ts';
import { hitAt, matchesIn } from '../find.ts';

const word = `(?:${[...small, ...tens, 'hundred', 'thousand'].join('|')})`;
const words = String.raw`${word}(?:(?:[\s-]{1,2}|(?<=hundred|thousand)\sand\s)${word}){0,7}`;
// Phase one (60) and Annex two (2) number a thing, and don't count it; one million two hundred isn't two hundred.
const numbered = String.raw`(?<!\b(?:milestone|phase|tranche|section|article|schedule|annex|appendix|exhibit|clause|paragraph|chapter|part|option|lot|stage|step|level|grade|type|class|category|tier|zone|item|group|unit|building|block|batch|package|round|priority|severity|instal{1,2}ment|payment|number|version|route|room|year|quarter|month|week|day)s?[\s-]{1,2})(?<!\b(?:${word}|million|billion|trillion|point|half|dozen),?(?:\sand)?[\s-]{1,2})`;
const countedEn = String.raw`(?=\s{0,2}-?\s{0,2}(?:business|working|calendar|consecutive|days?|weeks?|months?|years?|hours?|copies|originals?|counterparts?|sets?|units?|pieces?))`;
const ones = `(?:${small.slice(0, 10).join('|')})`;
const many = `(?:${[...tens, ...small.slice(10)].join('|')})`;
const figures = String.raw`\s{0,2}\((\d{1,3}(?:,\d{3})+|\d{1,6})\)`;
// A period with its count right behind it; 服务期一（30）天，服务期二（60）天 numbers them.
const period = '(?:期限|租期|(?:质保|保修|宽限|试用|有效|服务|合同)期)';
const countBehind = String.raw`[前后在于为是共计及和或至达少过每有付供满的内]|(?:一式|执|[正副]本)(?::\s{0,2})?|${period}(?::\s{0,2}|(?!一)(?<!期一\s{0,2}\([^.;]{0,40}))`;
const countedZh = '(?=\\s{0,2}(?:个(?!人)|工作日|自然日|日(?![常程志假])|天(?!假)|周|年(?!度)|小时|份(?!额)|台(?!账)|套|件|次(?![序日])))';
/** A count in words with the same in figures in brackets behind it: thirty (30) days, 三十（30）日, 百分之五（5%）. A word for a count below ten numbers things as often, so that it needs what counts around it. */
export const countTwice = trigger(
  new RegExp(
    [
      String.raw`${numbered}\b(${words})\s{0,2}(?:per ?cent|%)\s{0,2}\((\d{1,3})\s{0,2}(?:%|per ?cent)?\)`,
      `${numbered}\\b((?=${many}|${ones}[\\s-]{1,2}[a-z])${words})${figures}(?=[\\s-]{1,2}[a-z]|\\s{0,2}%)`,
      `${numbered}\\b(${words})${figures}${countedEn}`,
      String.raw`(?<=[百千]分之)([一二三四五六七八九十百两]{1,4})\s{0,2}\((\d{1,3})\s{0,2}[%‰]\)`,
      String.raw`(?<!^\s{0,4})(?<![点第零〇一二三四五六七八九十百千万亿两之几数余近图双]|附表|里程碑|方案|[件段级目项类组号包批条章节款栋楼])([一二三四五六七八九十百两]{2,6})\s{0,2}\((\d{1,4})\)${countedZh}`,
      String.raw`(?<=${countBehind})([一二三四五六七八九十两])\s{0,2}\((\d{1,4})\)${countedZh}`,
    ].join('|'),
    'giu',
  ),
);

/** Where the words in front of the bracket are another number than the figures in it. */
export function countsThatDiffer(clause: ScannedClause): readonly Hit[] {
  return matchesIn(clause, countTwice).flatMap((match) => {
    const [said = '', figure = ''] = match.groups.filter((group) => group !== undefined);
    const number = /[a-z]/iu.test(said) ? englishNumber(said) : hanNumber(said);
    return number === null || number === Number(figure.replaceAll(',', '')) ? [] : [hitAt(match, { parameters: { words: said, figures: figure, case: 'count' } })];
  });
}

/** Null for what is no plain number: 二三, 一百五 for 150. */
function hanNumber(words: string): number | null {
  return /[一二三四五六七八九两]{2}|百[一二三四五六七八九]$/u.test(words) ? null : hanToNumber(words);
}
