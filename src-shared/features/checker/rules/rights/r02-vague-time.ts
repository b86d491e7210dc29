import type { ClauseRule } from '../../model.ts';
import { defined, hitAt, matchesIn, timed, wordList } from '../find.ts';
import { replaceWith } from '../wording.ts';

const zh = ['尽快', '及时', '适时', '合理期限', '合理时间', '合理的期限', '合理的时间', '必要时', '近期', '尽早', '第一时间', '适当时候', '适当的时候', '适当的时间'];
const en = ['promptly', 'timely', 'in a timely manner', 'as soon as possible', 'as soon as practicable', 'as soon as reasonably practicable', 'reasonable time', 'reasonable period', 'undue delay', 'from time to time', 'in due course', 'at an appropriate time'];
const words = wordList(zh, en);
const grave = /支付|付款|交付|交货|运至|送达|发货|解除|终止|\b(?:pay|paid|payment|deliver\w{0,12}|terminat\w{0,12})\b/iu;

/** R02: a duty with a vague time and no number (Civil Code art. 511(4): either side may then ask at any time). */
export const vagueTime: ClauseRule = {
  id: 'R02',
  kind: 'rights',
  severity: 'medium',
  bases: ['civilCode511'],
  scope: 'clause',
  triggers: [words.own],
  check: (clause, settings) =>
    matchesIn(clause, words.with(settings), ({ binds, plain }) => binds && !timed.test(plain) && !defined.test(plain)).map((match) =>
      hitAt(match, {
        parameters: { words: match.text },
        ...(grave.test(match.sentence.plain) ? { severity: 'high' as const } : {}),
        fix: replaceWith('days', match.sentence),
      }),
    ),
};
