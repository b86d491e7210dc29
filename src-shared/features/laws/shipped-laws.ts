import type { Day } from '../../kernel/day.ts';
import type { Law } from './model.ts';

const civilCode = '《中华人民共和国民法典》Civil Code';
const byCivilCode = '2021-01-01' as Day;

/** The laws that the Civil Code replaced on 2021-01-01 (Civil Code art. 1260), and older ones that had gone before. */
const replacedByCivilCode: readonly Law[] = [
  law(1, '中华人民共和国合同法', 'Contract Law', '1999-10-01', ['合同法'], { notAfter: ['劳动'], notBefore: ['院'] }),
  law(2, '中华人民共和国民法通则', 'General Principles of the Civil Law', '1987-01-01', ['民法通则']),
  law(3, '中华人民共和国民法总则', 'General Provisions of the Civil Law', '2017-10-01', ['民法总则']),
  law(4, '中华人民共和国担保法', 'Guarantee Law', '1995-10-01', ['担保法']),
  law(5, '中华人民共和国物权法', 'Property Law', '2007-10-01', ['物权法']),
  law(6, '中华人民共和国侵权责任法', 'Tort Liability Law', '2010-07-01', ['侵权责任法']),
];

/** Replaced by the Contract Law on 1999-10-01 (Contract Law 1999 art. 428). */
const olderContractLaws: readonly Law[] = [
  law(7, '中华人民共和国经济合同法', 'Economic Contract Law', '1982-07-01', ['经济合同法'], { notAfter: ['涉外'], repealedOn: '1999-10-01', replacedBy: '《中华人民共和国合同法》，现为《民法典》' }),
  law(8, '中华人民共和国涉外经济合同法', 'Foreign Economic Contract Law', '1985-07-01', ['涉外经济合同法'], { repealedOn: '1999-10-01', replacedBy: '《中华人民共和国合同法》，现为《民法典》' }),
  law(9, '中华人民共和国技术合同法', 'Technology Contract Law', '1987-11-01', ['技术合同法'], { repealedOn: '1999-10-01', replacedBy: '《中华人民共和国合同法》，现为《民法典》' }),
];

/** What is shipped: a vault's people add to it and change it. */
export const shippedLaws: readonly Law[] = [
  ...replacedByCivilCode,
  ...olderContractLaws,
  law(10, '中华人民共和国民法典', 'Civil Code', '2021-01-01', ['民法典'], { repealedOn: null, replacedBy: '' }),
  law(11, '中华人民共和国仲裁法（2025 年修订）', 'Arbitration Law (2025 revision)', '2026-03-01', ['仲裁法'], { repealedOn: null, replacedBy: '', note: '第二十七条、第二十九条：仲裁协议的要件与补充。2025-09-12 修订，2026-03-01 施行。' }),
  law(12, '中华人民共和国民事诉讼法', 'Civil Procedure Law', '1991-04-09', ['民事诉讼法'], { repealedOn: null, replacedBy: '', note: '第三十五条：协议管辖。' }),
  law(13, '中华人民共和国电子签名法', 'Electronic Signature Law', '2005-04-01', ['电子签名法'], { repealedOn: null, replacedBy: '' }),
];

/** The Chinese short names of what is no longer law, as checker rule X12 looks for them. */
export const repealedLaws: readonly Law[] = shippedLaws.filter(({ repealedOn }) => repealedOn !== null);

function law(index: number, nameZh: string, nameEn: string, inForceOn: string, citedAs: readonly string[], over: Partial<Omit<Law, 'repealedOn'>> & { readonly repealedOn?: string | null } = {}): Law {
  const { repealedOn = byCivilCode, ...rest } = over;
  return {
    id: `5a1e0000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    ...{ nameZh, nameEn, inForceOn: inForceOn as Day, citedAs },
    ...{ article: '', replacedBy: civilCode, notAfter: [], notBefore: [], note: '' },
    ...rest,
    repealedOn: repealedOn as Day | null,
  };
}
