import type { TextRule } from '../../model.ts';
import { hitAt, matchesIn, type Match } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { holds, mayHold, trigger } from '../../triggers/triggers.ts';

interface Note {
  readonly open: readonly { readonly start: number; readonly end: number; readonly words: string; readonly language: 'zh' | 'en' }[];
  readonly signingPlace: readonly { readonly start: number; readonly end: number; readonly words: string; readonly language: 'zh' | 'en' }[];
  readonly namesSigningPlace: boolean;
}

const courts = trigger(/(?:向|由|到|至|提交)[^,.;]{0,40}?法院|\b(?:a|any|the) (?:competent )?courts? (?:of competent jurisdiction|having jurisdiction|with jurisdiction)\b|\b(?:a|any|the) competent courts?\b/giu);
const linked = /所在地|住所地|签订地|签约地|签署地|履行地|标的物|[\u4E00-\u9FFF]{2,10}(?:省|市|区|县|州)[\u4E00-\u9FFF]{0,10}(?:中级|高级|基层|互联网|知识产权|海事|金融)?(?:人民)?法院|北京|上海|广州|深圳|天津|重庆|杭州|南京|武汉|成都|青岛|宁波|厦门|大连|苏州/u;
const signing = trigger(/(?:签订地|签约地|签署地)(?:有管辖权的?)?(?:人民)?法院/gu);
const place = trigger(/(?:签订地点?|签约地点?|签署地点?|签于|签订于)\s{0,4}(?:为|是|在|:)?\s{0,4}[\u4E00-\u9FFF]{2,}|于[\u4E00-\u9FFF]{2,12}(?:签订|签署)/u);

/** D04: a court that nobody can find: no link to a place, or that of the signing while no such place is named (Civil Procedure Law art. 35). */
export const court: TextRule<Note> = {
  id: 'D04',
  kind: 'disputes',
  severity: 'medium',
  bases: ['civilProcedure35'],
  scope: 'text',
  triggers: [courts, signing, place],
  collect: (clause) => {
    const at = ({ start, end, text, sentence: { language } }: Match) => ({ start, end, words: text, language });
    const open = matchesIn(clause, courts, ({ plain }) => !/执行|保全|撤销|enforce|interim|injunct/iu.test(plain)).filter(({ text }) => !linked.test(text)).slice(0, 1).map(at);
    const signingPlace = matchesIn(clause, signing).slice(0, 1).map(at);
    const namesSigningPlace = mayHold(clause, signing) ? place.test(clause.plain.replace(signing, '')) : holds(clause, place);
    return open.length === 0 && signingPlace.length === 0 && !namesSigningPlace ? null : { open, signingPlace, namesSigningPlace };
  },
  conclude: (notes) => {
    const isNamed = notes.some(({ note }) => note.namesSigningPlace);
    return notes.flatMap(({ clause, note }) =>
      [...note.open, ...(isNamed ? [] : note.signingPlace)].map((one) => ({ clause, ...hitAt(one, { parameters: { words: one.words }, fix: replaceWith('courtOfDefendant', one) }) })),
    );
  },
};
