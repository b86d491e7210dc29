import type { ScannedClause, Span, TextRule } from '../../model.ts';
import { absentAt } from '../absent.ts';
import { totalsOf, type Total } from '../amounts.ts';
import { datePattern, datesIn } from '../dates.ts';
import { factOf, hitAt } from '../find.ts';
import { goesOn, noticePeriodsIn, type NoticePeriod } from '../notice-periods.ts';
import { mayHold } from '../../triggers/triggers.ts';

interface End extends Span {
  readonly words: string;
  readonly day: string;
}

const beforeEnd = /(?:至|到|止于|届满日|到期日(?:为|是)?|终止日(?:为|是)?|\b(?:until|to|through|expires? on|expiring on)\b)[^.;\d]{0,8}$/iu;
const aTerm = /期限|租期|有效期|服务期|合同期|\b(?:term|period|expir\w{1,20}|valid)\b/iu;

/** X10: the record says another sum, end, notice period or party than the text. */
export const againstRecord: TextRule<ScannedClause> = {
  id: 'X10',
  kind: 'consistency',
  severity: 'high',
  bases: ['practiceRecord'],
  scope: 'text',
  // Without a record there is nothing to look for, and whether there is one is known only at the end.
  collect: (clause) => clause,
  conclude: (notes, text, record) => {
    if (record === null) return [];
    const allOf = <Value>(reckon: (clause: ScannedClause) => readonly Value[]) => notes.flatMap(({ clause, note }) => factOf(note, reckon).map((one) => ({ clause, one })));
    const totals = allOf(totalsBeforeSignature);
    const ends = allOf(endsIn);
    const notices = allOf(noticesIn);
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

function totalsBeforeSignature(clause: ScannedClause): readonly Total[] {
  return clause.kind === 'signature' ? [] : totalsOf(clause);
}

function endsIn(clause: ScannedClause): readonly End[] {
  const { plain } = clause;
  if (!mayHold(clause, datePattern) || !aTerm.test(plain)) return [];
  return datesIn(plain).flatMap(({ day, ...date }) => (day !== null && beforeEnd.test(plain.slice(0, date.start)) ? [{ ...date, day }] : []));
}

function noticesIn(clause: ScannedClause): readonly NoticePeriod[] {
  return clause.kind === 'signature' || !mayHold(clause, goesOn) ? [] : noticePeriodsIn(clause.plain);
}

/** A name as `plain` texts have it. */
function plainName(name: string): string {
  return name.replaceAll('（', '(').replaceAll('）', ')').toLowerCase();
}
