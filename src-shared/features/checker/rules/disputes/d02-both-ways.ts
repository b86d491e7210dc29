import type { Sentence, TextRule } from '../../model.ts';
import { hitAt } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { sentencesThatMayHold, trigger } from '../../triggers/triggers.ts';

const speaksOfIt = trigger(/仲裁|arbitrat/iu);
const arbitration = /(?:申请|提交|提起|进行|通过|可以?|以)[^,.;]{0,20}仲裁|(?<!不[得再能会应]?|未|放弃)(?:选择|采用)仲裁|仲裁(?:解决|委员会|院|机构)|\barbitrat(?:ion|ed)\b/iu;
const court = /(?:起诉|提起诉讼|诉讼解决|通过诉讼|诉至|法院(?:提起)?诉讼|(?:向|由)[^,.;]{0,24}法院(?!申请(?:强制)?执行|申请保全))|\b(?:litigation|lawsuit|courts? (?:of|having|with|in|located)|(?:to|before) (?:a |the )?(?:competent |people's )?courts?)\b/iu;
// An institution that calls itself a court is none.
const institution = /\b(?:[A-Z]\w{1,20} )*Court of (?:International )?Arbitration|\bInternational Court of Arbitration|仲裁法院/gu;
// Who bears the costs of it, where its documents are served and whether any is pending settles no forum.
const noForum =
  /(?:诉讼|仲裁)(?:[、和或及以者]{1,3}(?:诉讼|仲裁))?(?:(?:所|而)?(?:产生|发生|支出|支付)?的?(?:合理)?(?:费|成本|支出|开支)|[^,.;]{0,8}程序中)|(?:不存在|没有|未涉及|正在进行)[^,.;]{0,20}(?:诉讼|仲裁)[^,.;]{0,12}(?:诉讼|仲裁)|\b(?:litigation|arbitration|court)(?:(?:,|,? and|,? or|\/) ?(?:litigation|arbitration|court)){0,2} (?:costs?|fees?|expenses?|proceedings)\b|\b(?:costs?|fees?|expenses?|documents?|no|pending)\b[^.;]{0,40}\b(?:litigation|arbitration)(?:(?:,|,? and|,? or) ?(?:litigation|arbitration)){0,2}/giu;
const notACourt = /强制执行|披露|保全|撤销|执行(?:裁决|仲裁)|\b(?:enforce\w{0,12}|indemnif\w{1,8}|disclos\w{1,5}|hold harmless|interim|injuncti\w{1,20}|set aside|judgment upon the award)\b/iu;
// What a court does beside an arbitration: it enters the award, and keeps things as they are until then.
const besideIt = /\b(?:judg\w{2,7}|awards?|provisional|interlocutory|conservatory|pending|relief|insolven\w{1,3}|supervis\w{1,6}|specific performance)\b/iu;
const either = /或者?|也可|亦可|均可|任选|选择|\b(?:or|may also|alternatively)\b/iu;

// A sentence that gives a court the disputes, in a clause of its own. What others sue for, and what is kept out of an
// arbitration or stands by it, is no second way.
const disputes = /争议|纠纷|协商不成|\bdisputes?\b|\bjurisdiction of the courts?\b/iu;
const givesToCourt = /(?:向|由|提交|至)[^,.;]{0,30}法院[^,.;]{0,10}(?:诉|管辖|裁判|审理|解决)|法院(?:专属)?管辖|\bcourts?\b[^.;]{0,60}\bjurisdiction\b|\bjurisdiction of (?:the )?(?:\w+ ){0,3}courts?\b|\b(?:submitted|referred|brought|settled|resolved)\b[^.;]{0,40}\b(?:to|before|by) (?:the |a )?(?:\S+ ){0,3}courts?\b/iu;
const submits = /(?:提交|申请|交由|提请)[^,.;]{0,30}仲裁|(?:通过|以)仲裁(?:方式)?[^,.;]{0,4}解决|由(?![^,.;]{0,30}(?:承担|负担|负责|支付|预[付交缴]))[^,.;]{0,30}仲裁(?=\s{0,2}(?:[,.;)]|$|解决|裁决|审理|处理))|(?:选择|采用)仲裁|\barbitrated by\b|\b(?:refer|submit|settle|resolve|determine)\w{0,4}\b[^.;]{0,80}\barbitrat/iu;
// 争议提交仲裁的，… tells what follows if somebody should.
const submitsNot = /(?:不(?:得|再|能|应|可|会|予|同意|接受)?|未|放弃)(?:提交|申请|交由|由|提请|通过|采用|选择|以)(?:(?!协商|调解|友好|解决|而)[^,.;]){0,20}仲裁|送达[^,.;]{0,30}仲裁|仲裁[^,.;]{0,30}送达|仲裁[^,.;]{0,6}(?:的|时|期间|过程中?)\s{0,2}(?:,|$)|\b(?:(?:shall|may|will|must|agree) not (?:to )?(?:be )?(?:\w{1,20} )?(?:refer|submit|settle|resolve|arbitrat)|rather than|instead of|\bno (?:such )?disputes?\b|waiv\w{1,3}\b(?:(?!\band\b)[^.;]){0,60}\barbitrat|arbitration (?:is|are) (?:hereby )?waived|service of|defend)/iu;
const othersDispute = /第三[方人]|他人|劳动|员工|雇员|职工|\b(?:third part\w{1,3}|employees?|employment)\b/iu;
const exempt = /除[^,.;]{0,30}外|第三[方人]|他人|劳动|员工|雇员|职工|担保|保证人|抵押|质押|不适用|\b(?:except|other than|notwithstanding|nothing|third part\w{1,3}|employees?|employment|guarant\w{1,4}|not arbitrable|in (?:support|aid) of)\b/iu;
const speaksOfCourt = trigger(/法院|诉讼|起诉|诉至|\b(?:courts?|litigation|lawsuit)\b/iu);

interface Note {
  readonly both: Sentence | null;
  readonly arbitrates: boolean;
  readonly sues: Sentence | null;
}

/** D02: arbitration and court side by side, in one clause or in two; the agreement to arbitrate is then void (SPC interpretation of the Arbitration Law, art. 7). */
export const bothWays: TextRule<Note> = {
  id: 'D02',
  kind: 'disputes',
  severity: 'block',
  bases: ['spcArbitration7'],
  scope: 'text',
  triggers: [speaksOfIt, speaksOfCourt],
  collect: (clause) => {
    const arbitrating = sentencesThatMayHold(clause, speaksOfIt).filter(({ plain }) => arbitration.test(plain.replace(noForum, '')));
    const suing = sentencesThatMayHold(clause, speaksOfIt, speaksOfCourt).filter(({ plain }) => court.test(plain.replace(institution, '').replace(noForum, '')) && !notACourt.test(plain) && (arbitration.test(plain) || !besideIt.test(plain)));
    if (arbitrating.length === 0 && suing.length === 0) return null;
    const same = suing.find((sentence) => arbitrating.includes(sentence) && either.test(sentence.plain));
    const apart = suing.find((sentence) => !arbitrating.includes(sentence) && either.test(sentence.plain));
    return {
      both: arbitrating.length === 0 ? null : (same ?? (apart === undefined ? null : (arbitrating[0] ?? null))),
      arbitrates: clause.kind === 'clause' && arbitrating.some(({ plain }) => disputes.test(plain) && submits.test(plain) && !submitsNot.test(plain) && !othersDispute.test(plain)),
      sues: clause.kind === 'clause' && arbitrating.length === 0 ? (suing.find(({ plain }) => disputes.test(plain) && givesToCourt.test(plain) && !exempt.test(plain)) ?? null) : null,
    };
  },
  conclude: (notes) => {
    const both = notes.flatMap(({ clause, note }) => (note.both === null ? [] : [{ clause, ...hitAt(note.both, { fix: replaceWith('arbitrationOnly', note.both) }) }]));
    if (both.length > 0 || !notes.some(({ note }) => note.arbitrates)) return both;
    return notes.flatMap(({ clause, note }) => (note.sues === null ? [] : [{ clause, ...hitAt(note.sues) }]));
  },
};
