import type { TextRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly language: 'zh' | 'en';
}
interface Note {
  readonly working: readonly Place[];
  readonly plain: readonly Place[];
  readonly limits: readonly Place[];
  readonly isDefined: boolean;
  readonly countsIn: boolean;
}

const working = trigger(/(?:\d{1,12}|[一二三四五六七八九十]{1,3})\s{0,4}个?工作日|\b\d{1,12}\)? (?:business|working) days?\b/giu);
const calendar = trigger(/(?:\d{1,12}|[一二三四五六七八九十]{1,3})\s{0,4}(?:天|日)(?=之?内|前|后|的|[,.;)])|\b\d{1,12}\)? days?\b/giu);
const limits = trigger(/\d[\d,.]{0,20}\s{0,4}(?:万?元|%|天|日|台|套|件|人)(?:以上|以下)(?!\s{0,4}\(含)/gu);
const definition = trigger(/["「]?工作日["」]?(?:系指|是指|指)|["「]?(?:日|天)["」]?(?:均?(?:系指|是指|指))|(?:日|天)数?[^.;]{0,6}均?为(?:自然日|日历日)|均?指(?:自然日|日历日)|\b(?:business|working) days? ?" ?(?:means|shall mean)|\bcalendar days\b/iu);
const inclusive = trigger(/含本数|均含|包括本数|inclusive/iu);

/** X11: days and working days side by side without a definition; 以上 and 以下 without 含本数 (Civil Code art. 1259 counts it in). */
export const dayCounts: TextRule<Note> = {
  id: 'X11',
  kind: 'consistency',
  severity: 'medium',
  bases: ['civilCode1259'],
  scope: 'text',
  triggers: [working, calendar, limits, definition, inclusive],
  collect: (clause) => {
    const at = (pattern: RegExp) => matchesIn(clause, pattern).map(({ start, end, text, sentence: { language } }): Place => ({ start, end, words: text, language }));
    const note = { working: at(working), plain: at(calendar), limits: at(limits), isDefined: definition.test(clause.plain), countsIn: inclusive.test(clause.plain) };
    return note.working.length + note.plain.length + note.limits.length === 0 && !note.isDefined && !note.countsIn ? null : note;
  },
  conclude: (notes) => {
    const isDefined = notes.some(({ note }) => note.isDefined);
    const first = (of: 'working' | 'plain' | 'limits') => notes.flatMap(({ clause, note }) => note[of].map((one) => ({ clause, one })))[0];
    const [days, workdays, limit] = [first('plain'), first('working'), first('limits')];
    return [
      ...(isDefined || days === undefined || workdays === undefined ? [] : [{ clause: workdays.clause, ...hitAt(workdays.one, { parameters: { words: `${workdays.one.words}、${days.one.words}` }, fix: insertAfter('workingDay', workdays.one) }) }]),
      ...(limit === undefined || notes.some(({ note }) => note.countsIn) ? [] : [{ clause: limit.clause, ...hitAt(limit.one, { parameters: { words: limit.one.words }, fix: insertAfter('inclusive', limit.one) }) }]),
    ];
  },
};
