import type { PlacedHit, Span, TextRule } from '../../model.ts';
import { hanToNumber } from '../../segmentation/numbers.ts';
import { trigger } from '../../triggers/triggers.ts';
import { hitAt, matchesIn, type Match } from '../find.ts';

interface Period extends Span {
  /** Of what, or whose: periods are held against each other where that is the same. */
  readonly of: string;
  /** With its unit, years as months: what differs in unit only isn't told apart. */
  readonly length: number;
  readonly unit: 'day' | 'workingDay' | 'month';
  readonly words: string;
}

const words: Readonly<Record<string, number>> = { one: 1, two: 2, three: 3, six: 6, ten: 10, twelve: 12, fifteen: 15, eighteen: 18, 'twenty-four': 24, thirty: 30, 'thirty-six': 36, sixty: 60, ninety: 90, 两: 2 };
const figure = String.raw`(\d{1,3}|[一二三四五六七八九十两]{1,3}|\b(?:${Object.keys(words).filter((word) => /^[a-z]/u.test(word)).join('|')})\b)\s{0,2}(?:\(\d{1,3}\)\s{0,2})?`;
const noFigure = '[^,.;\\d一二三四五六七八九十两]';
// 设备质保期为12个月: what stands before tells of which goods.
const warranty = trigger(
  new RegExp(`([\\u4E00-\\u9FFF]{0,2})的?(?:质保期|保修期|质量保证期)限?(?:为|是|:)${noFigure}{0,16}?${figure}(个月|年)|\\bwarranty period\\b(?: for (?:the )?(\\w{1,20}))?\\s{0,2}(?:is|of|shall be|lasts|:)\\s{0,2}(?:for )?${figure}(months?|years?)`, 'giu'),
);
// An end at will: one for a breach, or against a renewal, has a notice of its own.
const notice = trigger(
  new RegExp(
    `(任何一方|任一方|双方|甲方|乙方)均?(?:可以?|有权|得)?提前${figure}(个?(?:自然日|日历日|工作日|日|天)|个月)[^.;]{0,12}通知[^.;]{0,20}(?:解除|终止)|\\b(either party|any party|each party)\\b[^.;]{0,12}\\bterminate\\b[^.;]{0,50}?\\b(?:on|upon|with|by giving)\\b[^.;\\d]{0,20}?${figure}((?:calendar |business |working )?days?|months?)['’]?s? (?:prior |advance )?(?:written )?notice`,
    'giu',
  ),
);
const onCondition = /违约|逾期|续[约期展签订]|届满|[如若]|下列|之一|\b(?:breach|default|fails?|renew\w{0,5}|expir\w{0,5}|if|unless|remed\w{0,4})\b/iu;

/** X15: the warranty, or the notice of an end at will, is stated twice with different lengths (Civil Code art. 510, 511). */
export const periods: TextRule<readonly Period[]> = {
  id: 'X15',
  kind: 'consistency',
  severity: 'high',
  bases: ['civilCode511'],
  scope: 'text',
  triggers: [warranty, notice],
  collect: (clause) => {
    if (clause.kind === 'title' || clause.kind === 'signature') return null;
    const found = [...matchesIn(clause, warranty).map((match) => periodOf(match, 'warranty')), ...matchesIn(clause, notice, ({ plain }) => !onCondition.test(plain)).map((match) => periodOf(match, 'notice'))];
    return found.length === 0 ? null : found;
  },
  conclude: (notes) => {
    const first = new Map<string, Period>();
    return notes.flatMap(({ clause, note }) =>
      note.flatMap((one): readonly PlacedHit[] => {
        const key = `${one.of} ${one.unit}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, one);
        return before === undefined || before.length === one.length ? [] : [{ clause, ...hitAt(one, { parameters: { words: one.words, other: before.words } }) }];
      }),
    );
  },
};

function periodOf({ start, end, text, groups }: Match, kind: 'warranty' | 'notice'): Period {
  const [of = '', count = '', unit = ''] = groups[1] === undefined ? groups.slice(3) : groups;
  const number = words[count.toLowerCase()] ?? (/\d/u.test(count) ? Number(count) : hanToNumber(count));
  const isYear = /年|year/iu.test(unit);
  const goods = /^(?:设备|货物|产品|标的|项目|系统|软件|工程|合同|本项|goods|equipment|products?|works?)?$/iu.test(of) ? '' : of;
  return { start, end, of: `${kind} ${kind === 'warranty' ? goods : of}`, length: number * (isYear ? 12 : 1), unit: isYear || /月|month/iu.test(unit) ? 'month' : /工作|business|working/iu.test(unit) ? 'workingDay' : 'day', words: text };
}
