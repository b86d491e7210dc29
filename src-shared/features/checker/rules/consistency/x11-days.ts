import type { ScannedClause, TextRule } from '../../model.ts';
import { factOf, firstIn, firstOf, hitAt } from '../find.ts';
import { insertAfter } from '../wording.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly language: 'zh' | 'en';
}
const working = trigger(/(?:\d{1,12}|[一二三四五六七八九十]{1,3})\s{0,4}个?工作日|\b\d{1,12}\)? (?:business|working) days?\b/giu);
// 31 in 8月31日前 is a day of its month.
const calendar = trigger(/(?<![月\d一二三四五六七八九十]\s{0,4})(?:\d{1,12}|[一二三四五六七八九十]{1,3})\s{0,4}(?:天|日)(?=之?内|前|后|的|[,.;)])|\b\d{1,12}\)? days?\b/giu);
const limits = trigger(/\d[\d,.]{0,20}\s{0,4}(?:万?元|%|天|日|台|套|件|人)(?:以上|以下)(?!\s{0,4}\(含)/gu);
const definition = trigger(/["「]?工作日["」]?(?:系指|是指|指)|["「]?(?:日|天)["」]?(?:均?(?:系指|是指|指))|(?:日|天)数?[^.;]{0,6}均?为(?:自然日|日历日)|均?指(?:自然日|日历日)|\b(?:business|working) days? ?" ?(?:means|shall mean)|\bcalendar days\b/iu);
const inclusive = trigger(/含本数|均含|包括本数|inclusive/iu);

const [firstWorking, firstCalendar, firstLimit] = [finderOf(working), finderOf(calendar), finderOf(limits)];

/** X11: days and working days side by side without a definition; 以上 and 以下 without 含本数 (Civil Code art. 1259 counts it in). */
export const dayCounts: TextRule<ScannedClause> = {
  id: 'X11',
  kind: 'consistency',
  severity: 'medium',
  bases: ['civilCode1259'],
  scope: 'text',
  triggers: [working, calendar, limits, definition, inclusive],
  // The first place of each kind in the whole text is asked for: most clauses needn't be looked at.
  collect: (clause) => clause,
  conclude: (notes) => {
    const [days, workdays, limit] = [firstPlace(notes, firstCalendar), firstPlace(notes, firstWorking), firstPlace(notes, firstLimit)];
    const isDefined = days !== undefined && workdays !== undefined && notes.some(({ note }) => factOf(note, isDefinition));
    return [
      ...(isDefined || days === undefined || workdays === undefined ? [] : [{ clause: workdays.clause, ...hitAt(workdays.found, { parameters: { words: `${workdays.found.words}、${days.found.words}` }, fix: insertAfter('workingDay', workdays.found) }) }]),
      ...(limit === undefined || notes.some(({ note }) => holds(note, inclusive)) ? [] : [{ clause: limit.clause, ...hitAt(limit.found, { parameters: { words: limit.found.words }, fix: insertAfter('inclusive', limit.found) }) }]),
    ];
  },
};

function firstPlace(notes: readonly { readonly clause: number; readonly note: ScannedClause }[], find: (clause: ScannedClause) => Place | null) {
  return firstOf(notes, (clause) => factOf(clause, find));
}

function finderOf(pattern: RegExp): (clause: ScannedClause) => Place | null {
  return (clause) => {
    const match = firstIn(clause, pattern);
    return match === undefined ? null : { start: match.start, end: match.end, words: match.text, language: match.sentence.language };
  };
}

function isDefinition(clause: ScannedClause): boolean {
  return holds(clause, definition);
}
