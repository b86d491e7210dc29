import { trigger } from '../triggers/triggers.ts';

/** Words that name who is bound, in the usual roles of contracts. */
export const partyWords =
  /甲方|乙方|丙方|丁方|戊方|双方|各方|三方|一方|对方|买受?方|买受人|卖方|出卖人|供方|需方|供货方|供应商|采购方|采购人|销售方|出租[人方]|承租[人方]|委托[人方]|受托[人方]|发包[人方]|承包[人方]|分包[人方]|许可[人方]|被许可|代理[人商方]|经销商|服务方|服务提供方|客户|用户|业主|顾问|开发[人方]|披露方|接收方|守约方|违约方|保证人|担保人|担保方|承运人|托运人|收货人|贷款人|借款人|出借人|(?<=[\u4E00-\u9FFF])方(?=应|须|必须|负责|不得|承担)|我[方司]|贵[方司]|您|本公司/u;
export const partyWordsEn =
  /\b(?:party|parties|buyer|seller|supplier|purchaser|vendor|customer|client|contractor|subcontractor|lessor|lessee|landlord|tenant|licensor|licensee|agent|principal|distributor|consultant|company|employer|provider|discloser|recipient|disclosing|receiving|guarantor|borrower|lender|carrier|shipper|consignee|developer|owner|manufacturer|we|you|each|neither|either|both)\b/iu;

/** 「甲方：云帆公司」 at the beginning of a line: the role and the name. Role words that a contract gives itself count too. */
export const partyLine = trigger(
  /^\s{0,4}(甲\s{0,4}方|乙\s{0,4}方|丙\s{0,4}方|丁\s{0,4}方|买\s{0,4}方|卖\s{0,4}方|供\s{0,4}方|需\s{0,4}方|出租[人方]|承租[人方]|委托[人方]|受托[人方]|发包[人方]|承包[人方]|采购[人方]|供应商|出借人|借款人|承运人|托运人|许可方|被许可方|披露方|接收方|[\u4E00-\u9FFF]{1,6}(?=\s{0,4}\([甲乙丙丁]方\))|party [a-d]|(?:the )?(?:buyer|seller|supplier|distributor|purchaser|customer|client|contractor|lessor|lessee|landlord|tenant|licensor|licensee|principal|agent|consultant|provider|company|discloser|recipient))\s{0,4}(?:\([^)]{0,24}\))?\s{0,4}:\s{0,4}([^\n|]{0,120})/imu,
);

/** 「（以下简称“甲方”）」, (the "Supplier"), hereinafter referred to as: a role that the text introduces. */
export const introduced = trigger(/(?:以下(?:简称|称)(?:为|之)?|下称|简称)\s{0,4}["'「]?([^"'」)\n,.;]{1,12})["'」]?|\((?:the |hereinafter(?: referred to as)?(?: the)? |each,? an? )?"([^"]{1,40})"/giu);
