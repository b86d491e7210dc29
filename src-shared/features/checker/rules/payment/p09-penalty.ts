import type { ClauseRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const rates = trigger(/[%‰]|分之/u);
const daily = trigger(/(?:每[逾迟延]?[^,.;]{0,6}[日天]|按日)[^.;]{0,30}?(?:(\d{1,12}(?:\.\d{1,12})?)\s{0,4}([%‰])|([百千])分之([一二三四五六七八九十]))|(\d{1,12}(?:\.\d{1,12})?)\s{0,4}([%‰])\s{0,4}(?:\/\s{0,4}[日天]|每[日天])|(\d{1,12}(?:\.\d{1,12})?)\s{0,4}(%)[^.;]{0,50}?\b(?:per|each|a|for (?:each|every)) (?:calendar |working )?day\b/giu);
const total = trigger(/违约金[^.;,]{0,40}?(\d{1,3}(?:\.\d{1,12})?)\s{0,4}%|(\d{1,3}(?:\.\d{1,12})?)\s{0,4}%[^.;,]{0,12}违约金|\b(?:liquidated damages|penalty)\b[^.;]{0,60}?(\d{1,3}(?:\.\d{1,12})?)\s{0,4}%/giu);
const capped = /不超过|上限|最高不|累计|以[^,.;]{0,12}为限|封顶|\b(?:not exceed|maximum|cap(?:ped)?|up to)\b/iu;

/** P09: a penalty that a court would likely cut: above 30 % of the price, or above 1 ‰ a day without a cap (Civil Code art. 585; SPC interpretation 2023 No. 13, art. 65). */
export const penalty: ClauseRule = {
  id: 'P09',
  kind: 'payment',
  severity: 'medium',
  bases: ['civilCode585', 'spcContract65'],
  scope: 'clause',
  triggers: [rates],
  check: (clause) => {
    return [
      ...matchesIn(clause, daily, ({ plain }) => !capped.test(plain))
        .filter(({ groups }) => perMille(groups) > 1)
        .map((match) => hitAt(match, { parameters: { words: match.text }, fix: insertAfter('penaltyCap', match.sentence) })),
      ...matchesIn(clause, total, ({ plain }) => !/每[日天]|按日|per day|each day|a day/iu.test(plain))
        .filter(({ groups }) => Number(groups.find((group) => group !== undefined)) > 30)
        .map((match) => hitAt(match, { parameters: { words: match.text } })),
    ];
  },
};

/** The daily rate in thousandths. */
function perMille([first, firstSign, unit, han, second, secondSign, third]: readonly (string | undefined)[]): number {
  if (unit !== undefined) return ('零一二三四五六七八九十'.indexOf(han ?? '') / (unit === '百' ? 100 : 1000)) * 1000;
  const [value, sign] = third === undefined ? [first ?? second, firstSign ?? secondSign] : [third, '%'];
  return Number(value) * (sign === '%' ? 10 : 1);
}
