import { checkText } from '#shared/features/checker/engine.ts';
import type { RecordFacts } from '#shared/features/checker/model.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';

/** A complete sales contract without a flaw, clause by clause. */
export const cleanClauses = {
  head: '设备买卖合同\n甲方（买方）：上海云帆海洋仪器有限公司\n住所：上海市浦东新区云帆路1号\n乙方（卖方）：青岛远岸科技有限公司\n住所：青岛市市南区远岸路2号',
  subject: '第一条 标的与数量\n乙方向甲方出售测深仪10台，型号CS-200。',
  quality: '第二条 质量标准\n货物应符合GB/T 24558的要求。乙方提供12个月质保。',
  price: '第三条 价款与付款\n合同总价为人民币120,000元（大写：壹拾贰万元整），含税，税率13%。甲方应自合同签订之日起10日内支付30%，自验收合格之日起10日内支付70%。\n收款账户：户名青岛远岸科技有限公司，开户行中国银行青岛分行，账号6200。',
  delivery: '第四条 交货与验收\n乙方应于2026年12月31日前将货物运至上海市浦东新区云帆路1号甲方仓库。甲方应在收到货物后10日内完成验收，逾期未提出书面异议的，视为验收合格。',
  breach: '第五条 违约责任\n任何一方逾期履行的，每逾期一日按逾期部分金额的0.05%支付违约金，累计不超过合同总价的10%。',
  forceMajeure: '第六条 不可抗力\n因不可抗力不能履行的，遭受方应在3日内书面通知对方，并免除相应部分的责任。',
  termination: '第七条 解除\n任何一方逾期履行主要义务，经书面催告后15日内仍未履行的，对方有权解除合同。解除权应自知道解除事由之日起90日内行使。合同解除后15日内双方据实结算，争议解决条款继续有效。',
  notices: '第八条 通知与送达\n双方在首部载明的住所为有效送达地址。',
  disputes: '第九条 争议解决\n因本合同发生的争议，一方书面提出协商后30日内协商不成的，向被告住所地有管辖权的人民法院起诉。',
  signature: '甲方（盖章）：上海云帆海洋仪器有限公司\n授权代表（签字）：\n日期：\n乙方（盖章）：青岛远岸科技有限公司\n授权代表（签字）：\n日期：',
} as const;
export type CleanClause = keyof typeof cleanClauses;

/** The clean contract with some of its clauses in another wording; an empty one is left out and the rest renumbered. */
export function contractWith(changes: Partial<Record<CleanClause, string>> = {}): string {
  const han = '一二三四五六七八九十';
  let count = 0;
  return Object.entries({ ...cleanClauses, ...changes })
    .filter(([, text]) => text !== '')
    .map(([name, text]) => (name === 'head' || name === 'signature' ? text : text.replace(/^第.条/u, () => `第${han[count++] ?? ''}条`)))
    .join('\n\n');
}

/** The same in English. */
export const cleanEnglish = {
  head: 'SALES CONTRACT\nParty A (Buyer): Shanghai Sailcloud Marine Instruments Co., Ltd.\nAddress: 1 Sailcloud Road, Shanghai\nParty B (Supplier): Qingdao Farshore Technology Co., Ltd.\nAddress: 2 Farshore Road, Qingdao',
  subject: '1. Goods and Quantity\nThe Supplier sells 10 echo sounders, model CS-200, to the Buyer.',
  quality: '2. Quality\nThe goods shall conform to GB/T 24558. The Supplier gives a warranty of 12 months.',
  price: '3. Price and Payment\nThe total price is CNY 120,000, VAT at 13% included. The Buyer shall pay 30% of the price within 10 days of signing and 70% within 10 days of acceptance to the bank account of Qingdao Farshore Technology Co., Ltd.',
  delivery: '4. Delivery and Acceptance\nThe Supplier shall deliver the goods to the Buyer’s warehouse at 1 Sailcloud Road, Shanghai by 31 December 2026. The Buyer shall inspect the goods within 10 days of delivery; goods not rejected within that period are deemed accepted.',
  breach: '5. Liability\nA party in delay shall pay the other party liquidated damages of 0.05% of the overdue amount per day, not exceeding 10% of the total price, including for late payment.',
  forceMajeure: '6. Force Majeure\nThe affected party shall notify the other party within 3 days and is released to that extent.',
  termination: '7. Termination\nIf a party fails to perform a principal obligation within 15 days of written demand, the other party may terminate this Contract. Within 15 days of termination the parties shall settle accounts.',
  notices: '8. Notices\nNotices shall be in writing and sent to the addresses above.',
  disputes: '9. Disputes\nDisputes not settled within 30 days of a written request shall be submitted to the people’s court at the domicile of the defendant in Qingdao or Shanghai.',
  signature: 'Party A (seal):\nAuthorised representative (signature):\nDate:\nParty B (seal):\nAuthorised representative (signature):\nDate:',
} as const;

export function englishWith(changes: Partial<Record<CleanClause, string>> = {}): string {
  let count = 0;
  return Object.entries({ ...cleanEnglish, ...changes })
    .filter(([, text]) => text !== '')
    .map(([name, text]) => (name === 'head' || name === 'signature' ? text : text.replace(/^\d+\./u, () => `${++count}.`)))
    .join('\n\n');
}

/** What the rules find in a text: the ids, in order, each with the words found. */
export function findings(text: string, record: RecordFacts | null = null): readonly { readonly ruleId: string; readonly quote: string; readonly severity: string }[] {
  return checkText(clauseText(text), { record, rules: allRules, tuning: [] }).findings;
}

export const noRecord: RecordFacts = {
  typeCode: null, parties: [], currency: null, amountInclTaxMinor: null, signingOn: null, effectiveOn: null, expirationOn: null, noticePeriod: null, attachmentNames: null, approvedHash: null, contentHash: null,
};
