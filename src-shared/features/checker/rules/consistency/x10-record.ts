import type { TextRule } from '../../model.ts';
import { absentAt } from '../absent.ts';
import { totalPattern, totalsIn } from '../amounts.ts';
import { datePattern, datesIn } from '../dates.ts';
import { hitAt } from '../find.ts';
import { goesOn, noticePeriodsIn, type NoticePeriod } from '../notice-periods.ts';
import { mayHold } from '../../triggers/triggers.ts';

interface Note {
  readonly totals: ReturnType<typeof totalsIn>;
  readonly ends: readonly { readonly start: number; readonly end: number; readonly words: string; readonly day: string }[];
  readonly notices: readonly NoticePeriod[];
  readonly plain: string;
}

const beforeEnd = /(?:至|到|止于|届满日|到期日(?:为|是)?|终止日(?:为|是)?|\b(?:until|to|through|expires? on|expiring on)\b)[^.;\d]{0,8}$/iu;
const aTerm = /期限|租期|有效期|服务期|合同期|\b(?:term|period|expir\w{1,20}|valid)\b/iu;

/** X10: the record says another sum, end, notice period or party than the text. */
export const againstRecord: TextRule<Note> = {
  id: 'X10',
  kind: 'consistency',
  severity: 'high',
  bases: ['practiceRecord'],
  scope: 'text',
  collect: (clause) => {
    const { plain, kind } = clause;
    const totals = kind === 'signature' || !mayHold(clause, totalPattern) ? [] : totalsIn(plain);
    const ends = (mayHold(clause, datePattern) ? datesIn(plain) : []).flatMap(({ day, ...date }) => (day !== null && aTerm.test(plain) && beforeEnd.test(plain.slice(0, date.start)) ? [{ ...date, day }] : []));
    return { totals, ends, notices: kind === 'signature' || !mayHold(clause, goesOn) ? [] : noticePeriodsIn(plain), plain };
  },
  conclude: (notes, text, record) => {
    if (record === null) return [];
    const totals = notes.flatMap(({ clause, note }) => note.totals.map((one) => ({ clause, one })));
    const ends = notes.flatMap(({ clause, note }) => note.ends.map((one) => ({ clause, one })));
    const notices = notes.flatMap(({ clause, note }) => note.notices.map((one) => ({ clause, one })));
    const { amountInclTaxMinor: amount, expirationOn, noticePeriod } = record;
    const [total, end, notice] = [totals[0], ends[0], notices[0]];
    const whole = notes.map(({ note }) => note.plain).join('\n');
    const absent = record.parties.filter(({ nameZh, nameEn }) => [nameZh, nameEn].every((name) => name === '' || !whole.toLowerCase().includes(plainName(name))) && `${nameZh}${nameEn}` !== '');
    return [
      ...(amount === null || total === undefined || totals.some(({ one }) => BigInt(one.minor) === amount) ? [] : [{ clause: total.clause, ...hitAt(total.one, { parameters: { words: total.one.words, topic: 'amount' } }) }]),
      ...(expirationOn === null || end === undefined || ends.some(({ one }) => one.day === expirationOn) ? [] : [{ clause: end.clause, ...hitAt(end.one, { parameters: { words: end.one.words, topic: 'expiration' } }) }]),
      ...(noticePeriod === null || notice === undefined || notices.some(({ one }) => one.period === noticePeriod) ? [] : [{ clause: notice.clause, ...hitAt(notice.one, { parameters: { words: notice.one.words, topic: 'noticePeriod' } }) }]),
      ...(absent.length === 0 || text.clauses.length < 3 ? [] : [absentAt(text, null, { words: absent.map(({ nameZh, nameEn }) => (nameZh === '' ? nameEn : nameZh)).join('、'), topic: 'parties' })]),
    ];
  },
};

/** A name as `plain` texts have it. */
function plainName(name: string): string {
  return name.replaceAll('（', '(').replaceAll('）', ')').toLowerCase();
}
