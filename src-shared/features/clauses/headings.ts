import type { ClauseCategory } from './model.ts';

// By what a clause is headed one tells what it is about, where its words are its own.
const headings: Readonly<Record<ClauseCategory, RegExp>> = {
  parties: /当事人|签约(?:主体|权限)|主体资格|\b(?:parties|authority)\b/iu,
  subject: /标的|货物|产品|服务内容|工程(?:概况|内容)|租赁物|subject|goods|scope|premises/iu,
  quantity: /数量|quantit/iu,
  quality: /质量(?:标准|要求)|技术(?:标准|要求)|服务标准|quality|standard/iu,
  price: /价款|价格|费用|服务费|租金|报酬|酬金|\b(?:price|fees?|rent|remuneration)\b/iu,
  performance: /交付|交货|履行(?:期限|地点|方式)|工期|delivery|performance|schedule/iu,
  liability: /违约责任|责任(?:上限|限制)|赔偿|liabilit|breach|damages/iu,
  disputes: /争议|管辖|仲裁|诉讼|dispute|arbitration|jurisdiction/iu,
  definitions: /定义|解释|definition|interpretation/iu,
  payment: /付款|支付|结算|发票|payment|invoice/iu,
  acceptance: /验收|检验|acceptance|inspection/iu,
  warranty: /质量保证|质保|保修|warrant/iu,
  confidentiality: /保密|confidential|non-disclosure/iu,
  intellectualProperty: /知识产权|著作权|intellectual property|\bIP\b|ownership/iu,
  personalData: /个人信息|数据(?:安全|保护)|personal (?:information|data)|data protection/iu,
  forceMajeure: /不可抗力|force majeure/iu,
  assignment: /转让|变更|分包|assignment|amendment/iu,
  insurance: /保险|insurance/iu,
  antiBribery: /廉洁|廉政|反(?:商业)?贿赂|反腐败|integrity|brib|corruption/iu,
  notices: /通知|送达|notices?\b|service of/iu,
  termination: /解除|终止|terminat/iu,
  renewal: /续期|续约|renewal/iu,
  governingLaw: /法律适用|适用法律|governing law|applicable law/iu,
  electronicSignature: /电子签名|电子签署|electronic signature/iu,
  entireAgreement: /完整(?:协议|合同)|合同的组成|文本|entire agreement|counterparts/iu,
};

/** Whether a clause's heading says that it is about a category. */
export function isAbout(heading: string, category: ClauseCategory): boolean {
  return headings[category].test(heading);
}
