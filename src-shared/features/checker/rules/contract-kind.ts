import type { ClausedText, RecordFacts } from '../model.ts';

const titles: readonly (readonly [RegExp, string])[] = [
  [/补充协议|变更协议|supplement(?:al|ary)|amendment|addendum/iu, 'supplementary'],
  [/保密|confidentiality|non-?disclosure|\bNDA\b/iu, 'nda'],
  [/框架|framework|master/iu, 'framework'],
  [/软件开发|系统开发|技术开发|程序开发|(?:网站|平台|应用|小程序)[^\n]{0,4}开发|开发(?:合同|协议)|software (?:development|project)|development agreement/iu, 'software'],
  [/SaaS|云服务|软件服务|订阅|subscription/iu, 'saas'],
  [/租赁|租房|租用|\blease\b|tenancy|rental/iu, 'lease'],
  [/代理|经销|分销|agency|distribut/iu, 'agency'],
  [/施工|工程|装修|construction|works contract/iu, 'construction'],
  [/顾问|咨询|consult/iu, 'consultancy'],
  [/采购|purchase|procurement/iu, 'purchase'],
  [/买卖|购销|销售|供货|\bsales?\b|supply/iu, 'sales'],
  [/服务|维保|维修|保养|保洁|检测|运维|services?/iu, 'services'],
];

/** The type of a contract: what its record says, else what its title tells; `other` when neither does. */
export function kindOf(text: ClausedText, record: RecordFacts | null): string {
  const recorded = record?.typeCode ?? 'other';
  if (recorded !== 'other') return recorded;
  const title = text.clauses.find(({ kind }) => kind === 'title')?.text ?? text.clauses[0]?.text.slice(0, 60) ?? '';
  return titles.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
}
