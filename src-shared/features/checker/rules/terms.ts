import type { Span } from '../model.ts';
import { allIn } from './find.ts';
import { trigger } from '../triggers/triggers.ts';

/** A term with its place in a text. */
export interface PlacedTerm extends Span {
  readonly term: string;
  /** The same in small letters, by which terms are held against each other; told once, for at every keystroke all are asked for. */
  readonly key: string;
  /** Defined in brackets, (the "…"), as names of parties are: whether such a name is used again says nothing. */
  readonly isAside: boolean;
}

export const definitions = trigger(/["「]([^"」\n]{2,30})["」]\s{0,4}(?:系指|是指|指的是|指|means|shall mean|refers to|has the meaning)|(?:以下(?:合称|统称|简称|称为?)|下称)\s{0,4}["「]([^"」\n]{2,20})["」]|\((?:hereinafter |collectively,? |each,? )?(?:the |an? )?"([^"\n]{2,30})"\)/giu);
const roles = /^(?:[甲乙丙丁]方|买方|卖方|供方|需方|出租方|承租方|委托方|受托方|双方|各方|一方|本合同|本协议|合同|协议|订单|party [a-d]|the parties|part(?:y|ies)|contract|agreement|order|buyer|seller|supplier|customer|client|provider|contractor|consultant|agent|principal|company|lessor|lessee|landlord|tenant|licensor|licensee|disclosing party|receiving party)$/iu;

/** The terms that a text defines, in its order: “…”是指, 以下简称“…”, "…" means, (the "…"). Names of parties are none. */
export function definitionsIn(plain: string): readonly PlacedTerm[] {
  return allIn(plain, definitions).flatMap((found) => {
    const term = found[1] ?? found[2] ?? found[3] ?? '';
    const start = found.index + found[0].indexOf(term);
    return roles.test(term) ? [] : [placed(term, start, start + term.length, found[3] !== undefined)];
  });
}

export const named = trigger(/(?:所称(?:的)?|(?:所|的)?定义的|as defined (?:herein|in this \w{3,12}),? (?:the )?)\s{0,2}["「]([^"」\n]{2,20})["」](?!\s{0,4}(?:,?\s{0,2}(?:系指|是指|指|包括|为)|means|shall mean))|["「]([^"」\n]{2,30})["」]\s{0,2},?\s{0,2}as defined (?:above|herein|in (?:this|the) (?:agreement|contract))/giu);

/** Terms that a text names as if it had defined them: 本合同所称“验收标准”, "Net Sales", as defined herein. */
export function usedAsDefined(plain: string): readonly PlacedTerm[] {
  return allIn(plain, named).flatMap((found) => {
    const term = found[1] ?? found[2] ?? '';
    const start = found.index + found[0].indexOf(term);
    return roles.test(term) ? [] : [placed(term, start, start + term.length)];
  });
}

// English terms are told from common words by their capitals, and not at the beginning of a sentence or a heading.
export const usualEnglish = trigger(/(?<=[a-z,;] )(?:Confidential Information|Deliverables|Effective Date|Commencement Date|Acceptance Criteria|Intellectual Property Rights|Business Days?|Service Levels?|Force Majeure Event|Losses|Purchase Price|Affiliates?|Work Product)\b/gu);
export const usualChinese = trigger(/(?<![“"「])(?:保密信息|关联方|交付物)/gu);

/** Words that contracts use as terms of their own, where a text uses them. */
export function knownTerms(plain: string): readonly PlacedTerm[] {
  return [...allIn(plain, usualEnglish), ...allIn(plain, usualChinese)].map((found) => placed(found[0].replace(/^(Business Day|Service Level|Affiliate)s$/u, '$1'), found.index, found.index + found[0].length));
}

function placed(term: string, start: number, end: number, isAside = false): PlacedTerm {
  return { term, key: term.toLowerCase(), start, end, isAside };
}

/** Words for one thing: whoever defines the first and uses another leaves open whether the same is meant. */
export const termGroups: readonly (readonly Pick<PlacedTerm, 'term' | 'key'>[])[] = [
  ['保密信息', '机密信息', '秘密信息'],
  ['交付物', '交付成果', '工作成果', '成果物'],
  ['最终用户', '终端用户', '终端客户'],
  ['关联方', '关联公司', '关联企业', '附属公司'],
  ['服务费', '服务报酬', '劳务费'],
  ['验收标准', '验收准则', '验收规范'],
  ['生效日', '起始日'],
  ['许可软件', '授权软件'],
  ['Confidential Information', 'Proprietary Information', 'Secret Information'],
  ['Deliverables', 'Work Product', 'Work Results'],
  ['Fees', 'Service Charges', 'Charges'],
  ['Affiliate', 'Related Company', 'Group Company'],
  ['Effective Date', 'Commencement Date', 'Start Date'],
  ['Business Day', 'Working Day'],
  ['Purchase Price', 'Contract Price', 'Contract Sum'],
].map((group) => group.map((term) => ({ term, key: term.toLowerCase() })));

/** Where a text uses a term: a Chinese one as it stands, an English one with its capitals. */
export function termUses(plain: string, term: string): readonly Span[] {
  if (!plain.includes(term)) return [];
  const isLatin = /^[\u0020-\u024F]+$/u.test(term);
  const uses: Span[] = [];
  for (let at = plain.indexOf(term); at >= 0; at = plain.indexOf(term, at + term.length)) {
    const end = at + term.length;
    const isWhole = !isLatin || (!/[A-Za-z]/u.test(plain.charAt(at - 1)) && !/[A-Za-rt-z]/u.test(plain.charAt(end)));
    if (isWhole) uses.push({ start: at, end });
  }
  return uses;
}
