import type { ScannedClause, TextRule } from '../../model.ts';
import { absentAt, isContract } from '../absent.ts';
import { kindOf } from '../contract-kind.ts';
import { holds, trigger } from '../../triggers/triggers.ts';

const topics = {
  confidentiality: trigger(/保密|机密|泄密|秘密|confidential/iu),
  forceMajeure: trigger(/不可抗力|force majeure/iu),
  intellectualProperty: trigger(/知识产权|著作权|专利|权利归属|intellectual property|copyright|\bIP rights\b/iu),
  personalData: trigger(/个人信息|数据(?:安全|保护|处理)|personal (?:data|information)|data protection/iu),
  assignment: trigger(/转让|转租|转包|分包(?![方人商单合])|assign(?:ment|ed)?|sub-?let|sublease|subcontract/iu),
  warranty: trigger(/质保|保修|质量保证|保证期|warrant/iu),
  insurance: trigger(/保险|insur/iu),
  antiBribery: trigger(/廉洁|反商业贿赂|贿赂|回扣|brib|corrupt/iu),
  entireAgreement: trigger(/完整(?:的)?(?:合同|协议)|全部(?:合同|协议|约定)|取代|合同附件|附件(?:为|是|均为)[^.;]{0,10}(?:组成部分|部分)|entire agreement|supersede|integral part/iu),
} as const;
type Topic = keyof typeof topics;

/** What contracts of a type usually settle beside the items of art. 470 (the house's own matrix). */
const usual: Readonly<Record<string, readonly Topic[]>> = {
  sales: ['forceMajeure', 'warranty'],
  purchase: ['forceMajeure', 'warranty'],
  framework: ['confidentiality', 'forceMajeure', 'antiBribery'],
  services: ['confidentiality', 'forceMajeure'],
  software: ['confidentiality', 'forceMajeure', 'intellectualProperty'],
  saas: ['confidentiality', 'forceMajeure', 'intellectualProperty', 'personalData'],
  lease: ['forceMajeure', 'assignment'],
  agency: ['confidentiality', 'forceMajeure', 'intellectualProperty'],
  construction: ['forceMajeure', 'warranty', 'insurance', 'assignment'],
  consultancy: ['confidentiality', 'intellectualProperty'],
  nda: [],
};

/** M10: a clause that contracts of this type usually have. */
export const usualClauses: TextRule<ScannedClause> = {
  id: 'M10',
  kind: 'missing',
  severity: 'medium',
  bases: ['practiceMatrix'],
  scope: 'text',
  triggers: Object.values(topics),
  // A title such as 分包合同 settles nothing. What is asked of the others depends on the type, which is known at the end.
  collect: (clause) => (clause.kind === 'title' ? null : clause),
  conclude: (notes, text, record) => {
    if (!isContract(text)) return [];
    return (usual[kindOf(text, record)] ?? []).filter((topic) => !notes.some(({ note }) => holds(note, topics[topic]))).map((topic) => absentAt(text, null, { topic }));
  },
};
