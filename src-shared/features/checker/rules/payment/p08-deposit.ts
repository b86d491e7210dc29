import type { TextRule } from '../../model.ts';
import { hitAt, matchesIn, type Match } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { mayHold, trigger } from '../../triggers/triggers.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly language: 'zh' | 'en';
}
interface Note {
  readonly kinds: readonly (Place & { readonly kind: string })[];
  readonly high: readonly (Place & { readonly share: string })[];
}

// 约定金额 and 指定金融机构 hold no 定金; 定金额 does only where no word can run on into it: 预定金额, 法定金额.
const earnestZh = '(?:(?<![约指固审规确核暂限特选给拟认评鉴裁判议商设])定金(?![额融属])|(?<=^|[\\s,.;:()、的付交纳收])定金(?=额))';
const kinds = trigger(new RegExp(`${earnestZh}|订金|押金`, 'gu'));
// A share stands in many sentences; the word that it must be a share of in few.
const earnest = trigger(new RegExp(`${earnestZh}|earnest money`, 'iu'));
const percent = String.raw`(\d{1,3}(?:\.\d{1,12})?)\s{0,4}%`;
const share = trigger(new RegExp(String.raw`${earnestZh}[^.;%]{0,40}?${percent}|${percent}[^.;,%]{0,14}${earnestZh}|\bearnest money\b[^.;%]{0,60}?${percent}`, 'giu'));

/** P08: 定金, 订金 and 押金 are mixed up, or the 定金 exceeds a fifth of the value (Civil Code art. 586). */
export const deposit: TextRule<Note> = {
  id: 'P08',
  kind: 'payment',
  severity: 'high',
  bases: ['civilCode586', 'civilCode587'],
  scope: 'text',
  triggers: [kinds, earnest],
  collect: (clause) => {
    const at = ({ start, end, sentence: { language } }: Match): Place => ({ start, end, language });
    const found = matchesIn(clause, kinds).map((match) => ({ kind: match.text, ...at(match) }));
    const high = !mayHold(clause, earnest) ? [] : matchesIn(clause, share).flatMap((match) => {
      const value = Number(match.groups.find((group) => group !== undefined));
      return value > 20 ? [{ share: `${value}%`, ...at(match) }] : [];
    });
    return found.length === 0 && high.length === 0 ? null : { kinds: found, high };
  },
  conclude: (notes) => {
    const all = notes.flatMap(({ clause, note }) => note.kinds.map((one) => ({ clause, one })));
    const first = all[0];
    const mixed = all.find(({ one }) => one.kind !== first?.one.kind);
    return [
      ...(mixed === undefined ? [] : [{ clause: mixed.clause, ...hitAt(mixed.one, { parameters: { words: `${first?.one.kind ?? ''}、${mixed.one.kind}` } }) }]),
      ...notes.flatMap(({ clause, note }) => note.high.map((one) => ({ clause, ...hitAt(one, { parameters: { words: one.share }, fix: replaceWith('depositShare', one) }) }))),
    ];
  },
};
