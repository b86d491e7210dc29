import type { ClauseRule } from '../../model.ts';
import { hitAt, matchesIn } from '../find.ts';
import { replaceWith } from '../wording.ts';
import { trigger } from '../../triggers/triggers.ts';

const submits = trigger(/(?:申请|提交|提起|进行|通过|由|向|以|找|请)[^,.;]{0,40}仲裁(?!费)|仲裁(?:解决|方式)|\b(?:submitted|referred|settled|resolved|submit|refer|decided)\b[^.;]{0,60}\barbitrat\w{1,20}|\bby arbitration\b/giu);
const named = /([\u4E00-\u9FFF()]{2,24})仲裁(?:委员会|院|中心|法院)|贸仲|\b(?:CIETAC|HKIAC|SIAC|BIAC|SHIAC|SCIA|ICC|LCIA|ICDR|AAA|CMAC)\b|\b(?:[A-Z][\w&'-]*,? (?:and |of |for |& )?){1,8}Arbitration (?:Commission|Centre|Center|Court|Institution)\b|\b(?:Court of|Chamber of) [A-Z]\w{1,20}|\bArbitration (?:Commission|Centre|Center|Institute) of\b/u;
const nobody = /^(?:.*(?:提交|申请|向|由|至|到|可|以))?(?:(?:甲方|乙方|双方|合同|协议|签订地|签约地|所在地|住所地|履行地|当地|有关|相关|有管辖权的?|本地|本市|任何|任一|一方|的|地|或|仲裁机构|部门|同意|约定|选定|指定)*)$/u;

/** D03: arbitration without a named institution (Arbitration Law, in force 2026-03-01, art. 27, 29). */
export const institution: ClauseRule = {
  id: 'D03',
  kind: 'disputes',
  severity: 'high',
  bases: ['arbitrationLaw27', 'arbitrationLaw29'],
  scope: 'clause',
  triggers: [submits],
  check: (clause) => {
    const [first] = matchesIn(clause, submits, ({ plain }) => !/不(?:得|可|能)?(?:申请|提交)?仲裁|劳动(?:争议)?仲裁|仲裁(?:裁决|费用?)(?:由|是|为)/u.test(plain));
    if (first === undefined || isNamed(clause.plain)) return [];
    return [hitAt(first, { parameters: { words: first.text }, fix: replaceWith('arbitration', first.sentence) })];
  },
};

function isNamed(plain: string): boolean {
  const found = named.exec(plain);
  if (found === null) return false;
  return found[1] === undefined || !nobody.test(found[1]);
}
