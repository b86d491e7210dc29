import type { ClauseRule } from '../../model.ts';
import { figureToNumber } from '../figures.ts';
import { hitAt, matchesIn } from '../find.ts';
import { renews } from './t05-auto-renewal.ts';

const count = String.raw`(\d{1,12}|[一二三四五六七八九十两]{1,3}|one|two|three|four|six|twelve)\s{0,4}(?:\(\d{1,12}\)\s{0,4})?`;
const notice = new RegExp(`(?:提前|至少|不少于|at least|not less than|before|前)[^.;]{0,14}?${count}\\s{0,4}(个?(?:工作日|日|天|月)|年|(?:calendar |business )?days?|months?)`, 'iu');
const term = new RegExp(`(?:续期|续展|延续|续约|续签|顺延|延长|每次|renew\\w{0,12}|extend\\w{0,12}|successive|additional|further)[^.;]{0,40}?${count}-?\\s{0,4}(年|个月|months?|years?)`, 'iu');

/** T08: the notice against a renewal is as long as the renewed term, or longer. */
export const optOut: ClauseRule = {
  id: 'T08',
  kind: 'termination',
  severity: 'medium',
  bases: ['practiceRenewal'],
  scope: 'clause',
  triggers: [renews],
  check: (clause) => {
    const [renewal] = matchesIn(clause, renews);
    const [before, length] = [notice.exec(clause.plain), term.exec(clause.plain)];
    if (renewal === undefined || before === null || length === null) return [];
    const [noticeDays, termDays] = [daysOf(before[1], before[2]), daysOf(length[1], length[2])];
    if (noticeDays < termDays) return [];
    return [hitAt({ start: before.index, end: before.index + before[0].length }, { parameters: { notice: before[0], term: length[0] } })];
  },
};

function daysOf(figure = '', unit = ''): number {
  const value = figureToNumber(figure);
  if (/年|year/iu.test(unit)) return value * 365;
  return value * (/月|month/iu.test(unit) ? 30.44 : 1);
}
