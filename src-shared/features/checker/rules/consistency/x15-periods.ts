import type { PlacedHit, Span, TextRule } from '../../model.ts';
import { trigger } from '../../triggers/triggers.ts';
import { figureToNumber } from '../figures.ts';
import { hitAt, matchesIn, type Match } from '../find.ts';

interface Period extends Span {
  /** Of what, or whose: periods are held against each other where that is the same. */
  readonly of: string;
  /** With its unit, years as months: what differs in unit only isn't told apart. */
  readonly length: number;
  readonly unit: 'day' | 'workingDay' | 'month';
  readonly words: string;
}

const english = 'one|two|three|six|ten|twelve|fifteen|eighteen|twenty-four|thirty|thirty-six|sixty|ninety';
const figure = String.raw`(\d{1,3}|[一二三四五六七八九十两]{1,3}|\b(?:${english})\b)\s{0,2}(?:\(\d{1,3}\)\s{0,2})?`;
const noFigure = '[^,.;\\d一二三四五六七八九十两]';
const warranty = trigger(
  new RegExp(`(?:质保期|保修期|质量保证期)限?(?:为|是|:)\\s{0,2}(?:${noFigure}{0,16}[起后]\\s{0,2})?${figure}(个月|年)|\\bwarranty period\\b(?: for (?:the )?\\w{1,20})?\\s{0,2}(?:is|of|shall be|lasts|:)\\s{0,2}(?:for )?${figure}(months?|years?)`, 'giu'),
);
const goods = /^(?:本?合同|本?项目)?(?:设备|货物|产品|标的物?|goods|equipment|products?|supplier|seller|vendor|contractor|provider)?$/iu;
const supplied = /^(?:乙方|卖方|供方|出卖人|供应商)?所?(?:提供|供应|交付|出售)?的?(?:上述|全部|所有|[该本])?(?=设备|货物|产品|标的)/u;
const underContract = /^本?(?:合同|项目)(?:项下)?的?/u;
const numbering = /^\s{0,4}(?:\(?[\d.]{1,8}[)、.]?\s|\([\d一二三四五六七八九十a-z]{1,3}\)|[一二三四五六七八九十]{1,3}、)\s{0,4}/iu;
// An end at will: one for a breach, or against a renewal, has a notice of its own.
const notice = trigger(
  new RegExp(
    `(任何一方|任一方|双方|甲方|乙方)均?(?:可以?|有权|得)?提前${figure}(个?(?:自然日|日历日|工作日|日|天)|个月)[^.;]{0,12}通知[^.;]{0,20}(?:解除|终止)(?=[本该]?(?:合同|协议)\\s{0,2}(?:[,.;)]|$))|\\b(either party|any party|each party)\\b[^.;]{0,12}\\bterminate this (?:agreement|contract)\\b[^.;]{0,40}?\\b(?:on|upon|with|by giving)\\b[^.;\\d]{0,20}?${figure}((?:calendar |business |working )?days?|months?)['’]?s? (?:prior |advance )?(?:written )?notice`,
    'giu',
  ),
);
const onCondition = /违约|逾期|续[约期展签订]|届满|[如若]|下列|之一|试用|试运行|首[年期]|期间|期内|\b(?:breach|default|fails?|renew\w{0,5}|expir\w{0,5}|if|unless|remed\w{0,4}|during|trial|probation\w{0,4}|initial|in part|as to|(?:in|with) respect|statements? of work|orders?)\b/iu;

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
    const found = [...matchesIn(clause, warranty).flatMap((match) => warrantyOf(match)), ...matchesIn(clause, notice, ({ plain }) => !onCondition.test(plain)).map((match) => periodOf(match, `notice ${match.groups.find((group) => group !== undefined) ?? ''}`, 1))];
    return found.length === 0 ? null : found;
  },
  conclude: (notes) => {
    const first = new Map<string, Period>();
    // A warranty of nothing in particular is that of the goods where there is no other.
    const named = new Set(notes.flatMap(({ note }) => note.map(({ of }) => of)).filter((of) => of.startsWith(warrantyOfGoods) && of !== warrantyOfGoods));
    const isGoods = named.size === 1 && [...named].every((of) => goods.test(of.slice(warrantyOfGoods.length)));
    return notes.flatMap(({ clause, note }) =>
      note.flatMap((one): readonly PlacedHit[] => {
        const key = `${isGoods && named.has(one.of) ? warrantyOfGoods : one.of} ${one.unit}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, one);
        return before === undefined || before.length === one.length ? [] : [{ clause, ...hitAt(one, { parameters: { words: one.words, other: before.words } }) }];
      }),
    );
  },
};

const warrantyOfGoods = 'warranty ';

/** Of what a warranty is given is told by all that stands before it; none where it depends on more: 若甲方购买延保，质保期为…, the warranty period is 24 months for hardware. */
function warrantyOf(match: Match): readonly Period[] {
  const { sentence, start, end, text } = match;
  const [before, behind] = [sentence.plain.slice(Math.max(0, start - sentence.start - furthest), start - sentence.start).replace(numbering, ''), sentence.plain.slice(end - sentence.start)];
  const [, of = ''] = /^warranty period for (?:the )?(\w+)/iu.exec(text) ?? [];
  const [isOwn, owner = ''] = /^(?:(?:the )?(supplier|seller|vendor|contractor|provider)['’]s |the |this )?$/iu.exec(before) ?? [];
  if (/^[a-z]/iu.test(text)) return isOwn !== undefined && !/^ (?:for|of|on|in)\b/iu.test(behind) ? [periodOf(match, `${warrantyOfGoods}${(of === '' ? owner : of).toLowerCase()}`, 0)] : [];
  if (/[,:]/u.test(before) && /[如若但除延换]|其中/u.test(before)) return [];
  return /^\s{0,2}\((?![^)]*[自从起])/u.test(behind) ? [] : [periodOf(match, `${warrantyOfGoods}${nameOf(before)}`, 0)];
}

/** The words right before, with all before them where they are parted from it by a mark: 进口设备，质保期为. The contract, or the project, as a whole has one name, and goods are named without it. */
function nameOf(before: string): string {
  const last = /[^,:\s]*$/u.exec(before)?.[0] ?? '';
  const name = (last === '' ? before : last).replace(/的$/u, '');
  return /^本?(?:合同|项目)(?:项下)?$/u.test(name) ? '本合同' : name.replace(underContract, '').replace(supplied, '');
}

// What a warranty is given for stands no farther from it.
const furthest = 60;

function periodOf({ start, end, text, groups }: Match, of: string, skipped: number): Period {
  const [count = '', unit = ''] = groups.filter((group) => group !== undefined).slice(skipped);
  const isYear = /年|year/iu.test(unit);
  return { start, end, of, length: figureToNumber(count) * (isYear ? 12 : 1), unit: isYear || /月|month/iu.test(unit) ? 'month' : /工作|business|working/iu.test(unit) ? 'workingDay' : 'day', words: text };
}
