import type { ClauseRule } from '../../model.ts';
import { hitAt } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { sentencesThatMayHold, trigger } from '../../triggers/triggers.ts';

const speaksOfIt = trigger(/仲裁|arbitrat/iu);
const arbitration = /(?:申请|提交|提起|进行|通过|可以?|以)[^,.;]{0,20}仲裁|仲裁(?:解决|委员会|院|机构)|\barbitrat(?:ion|ed)\b/iu;
const court = /(?:起诉|提起诉讼|诉讼解决|通过诉讼|诉至|法院(?:提起)?诉讼|(?:向|由)[^,.;]{0,24}法院(?!申请(?:强制)?执行|申请保全))|\b(?:litigation|lawsuit|courts? (?:of|having|with|in|located)|(?:to|before) (?:a |the )?(?:competent |people's )?courts?)\b/iu;
// An institution that calls itself a court is none.
const institution = /\b(?:[A-Z]\w{1,20} )*Court of (?:International )?Arbitration|\bInternational Court of Arbitration|仲裁法院/gu;
// Who bears the costs of it, where its documents are served and whether any is pending settles no forum.
const noForum =
  /(?:诉讼|仲裁)(?:[、和或及以者]{1,3}(?:诉讼|仲裁))?(?:(?:所|而)?(?:产生|发生|支出|支付)?的?(?:合理)?(?:费|成本|支出|开支)|[^,.;]{0,8}程序中)|(?:不存在|没有|未涉及|正在进行)[^,.;]{0,20}(?:诉讼|仲裁)[^,.;]{0,12}(?:诉讼|仲裁)|\b(?:litigation|arbitration|court)(?:(?:,|,? and|,? or|\/) ?(?:litigation|arbitration|court)){0,2} (?:costs?|fees?|expenses?|proceedings)\b|\b(?:costs?|fees?|expenses?|documents?|no|pending)\b[^.;]{0,40}\b(?:litigation|arbitration)(?:(?:,|,? and|,? or) ?(?:litigation|arbitration)){0,2}/giu;
const notACourt = /强制执行|保全|撤销|执行(?:裁决|仲裁)|\b(?:enforce\w{0,12}|interim|injuncti\w{1,20}|set aside|judgment upon the award)\b/iu;
const either = /或者?|也可|亦可|均可|任选|选择|\b(?:or|may also|alternatively)\b/iu;

/** D02: arbitration and court side by side; the agreement to arbitrate is then void (SPC interpretation of the Arbitration Law, art. 7). */
export const bothWays: ClauseRule = {
  id: 'D02',
  kind: 'disputes',
  severity: 'block',
  bases: ['spcArbitration7'],
  scope: 'clause',
  triggers: [speaksOfIt],
  check: (clause) => {
    const arbitrating = sentencesThatMayHold(clause, speaksOfIt).filter(({ plain }) => arbitration.test(plain.replace(noForum, '')));
    if (arbitrating.length === 0) return [];
    const suing = clause.sentences.filter(({ plain }) => court.test(plain.replace(institution, '').replace(noForum, '')) && !notACourt.test(plain));
    const same = suing.find((sentence) => arbitrating.includes(sentence) && either.test(sentence.plain));
    const apart = suing.find((sentence) => !arbitrating.includes(sentence) && either.test(sentence.plain));
    const found = same ?? (apart === undefined ? undefined : arbitrating[0]);
    return found === undefined ? [] : [hitAt(found, { fix: replaceWith('arbitrationOnly', found) })];
  },
};
