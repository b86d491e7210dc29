import { noRecord } from './contracts.fixture.ts';
import type { Case } from './rule-cases.fixture.ts';

// Sentences at a rule's edges: each way of saying it, each gap at its width and beyond, each word that unsays it. What is
// found in them is pinned; whether it should be is for the reader of that list.

const zh = (...sentences: readonly string[]) => sentences.map((sentence) => `第一条 约定\n${sentence}`);
const en = (...sentences: readonly string[]) => sentences.map((sentence) => `1. Terms\n${sentence}`);
const near = { ...noRecord, parties: [{ role: 'party_b', nameZh: '青岛远岸科技有限公司', nameEn: 'Farshore Ltd', uscc: null, foreign: false }, { role: 'party_a', nameZh: '云帆社', nameEn: '', uscc: null, foreign: true }] };
const named = (...names: readonly string[]): readonly Case[] => names.map((name) => ({ head: `设备买卖合同\n甲方：上海云帆海洋仪器有限公司\n乙方：${name}`, signature: '', record: near }));

export const edgeCases: Readonly<Record<string, readonly Case[]>> = {
  D02: [
    ...zh(
      '争议申请仲裁或起诉。', '争议可仲裁，亦可起诉。', '争议可以依照本合同所附的一切规则申请仲裁，均可提起诉讼。', '双方任选仲裁委员会或诉讼解决。', '双方选择仲裁机构。也可通过诉讼。', '争议由仲裁院裁决，或诉至法院。', '仲裁解决，或法院诉讼。', '仲裁解决，或法院提起诉讼。',
      '提交仲裁，或向法院申请强制执行。', '提交仲裁，或者向法院申请执行。', '提交仲裁，或向法院申请保全。', '提交仲裁；或由甲方住所地法院审理。', '提交仲裁；法院不予受理，或另行商定。', '提交仲裁或向合同履行地法院提起。', '提交国际商会仲裁法院或其他机构仲裁。', '提交仲裁。对裁决不服的，向法院起诉。',
      '提交仲裁。当事人也可向法院起诉。', '甲方可申请撤销仲裁，或向法院起诉。', '提交仲裁，或起诉执行裁决。', '双方协商，或向法院起诉。', '按仲裁规则办理，或向法院起诉。', '提交仲裁，向法院起诉。', '双方可以共同指定一家仲裁机构，或在该机构所在地的有管辖权的人民法院之中择一解决。',
    ),
    ...en(
      'Disputes are arbitrated or brought to litigation.', 'Disputes go to arbitration, alternatively to the court of Qingdao.', 'Arbitration, or courts having jurisdiction.', 'Disputes are referred to arbitration or before a competent court.', 'Disputes are referred to arbitration or to the people\'s courts.', 'Disputes go to the International Court of Arbitration or the ICC.',
      'Disputes go to the London Court of International Arbitration or another institution.', 'Disputes go to the Vienna Court of Arbitration or another.', 'Disputes go to arbitration; either party may enforce the award or seek relief before a court.', 'Disputes go to arbitration; interim relief or injunctive relief lies with the courts of Qingdao.', 'Disputes go to arbitration. A party may also file a lawsuit.',
      'Disputes go to arbitration. The award may be set aside or confirmed by courts in Qingdao.', 'Disputes go to arbitration or to court.', 'Arbitrators are paid, or courts of Qingdao decide.',
    ),
  ],
  D03: [
    ...zh('争议提交仲裁。', '争议提交上海仲裁委员会仲裁。', '争议由贸仲仲裁。', '争议提交中国海事仲裁院仲裁。', '争议提交当地仲裁委员会仲裁。', '争议提交甲方所在地的仲裁机构仲裁。', '不得申请仲裁。', '不提交仲裁。', '劳动仲裁由乙方负责申请仲裁。', '劳动争议仲裁不在此列，双方申请仲裁。', '仲裁费由败诉方承担，双方申请仲裁。', '仲裁费用由败诉方承担，双方申请仲裁。', '仲裁裁决是终局的，双方申请仲裁。', '不仲裁。', '找本市仲裁中心申请仲裁。', '申请仲裁法院仲裁。', '提交合同签订地仲裁委员会仲裁。', '提交任何一方所在地仲裁委员会仲裁。'),
    ...en('Disputes are settled by arbitration.', 'Disputes are submitted to arbitration by the CIETAC.', 'Disputes are submitted to arbitration under the Beijing Arbitration Commission.', 'Disputes are submitted to arbitration by the Shanghai International Economic and Trade Arbitration Centre.', 'Disputes are submitted to arbitration by the London Court of International Arbitration.', 'Disputes are submitted to arbitration by the local Arbitration Commission.'),
  ],
  D04: [
    ...zh('争议向法院起诉。', '争议由有管辖权的人民法院审理。', '争议提交人民法院。', '向甲方所在地法院起诉。', '向住所地法院起诉。', '向青岛法院起诉。', '向山东省青岛市中级人民法院起诉。', '向山东省法院起诉。', '向江西省景德镇市知识产权法院起诉。', '向法院申请执行。', '向法院申请保全。', '向法院申请撤销。', '向签订地法院起诉。', '向签约地有管辖权的法院起诉。', '向签署地有管辖权人民法院起诉。', '向签订地人民法院起诉。签订地为青岛市。', '向签约地法院起诉。签约地点：青岛。', '向签署地法院起诉。本合同于青岛签署。', '向签署地法院起诉。签署地 是 青岛。', '向签订地法院起诉。签于青岛。', '向签订地法院起诉，由签约地法院审理。', '向签订地法院起诉。合同签订于青岛市崂山区。', '向有关法院起诉，由相关法院管辖。'),
    ...en('Disputes go to a court of competent jurisdiction.', 'Disputes go to any court having jurisdiction.', 'Disputes go to the competent courts.', 'Disputes go to the courts with jurisdiction.', 'A party may seek interim relief in any competent court.', 'The award is enforced by the competent court.'),
  ],
  D05: [
    ...['GmbH', 'S.A.', 'B.V.', 'LLC', 'L.L.C.', 'Inc', 'Inc.', 'Incorporated', 'Pte Ltd', 'Pte. Ltd', 'PLC', 'AG', 'K.K.', 'Pty'].map((form): Case => ({ en: true, head: `SALES CONTRACT\nParty A (Buyer): Farshore ${form}\nParty B (Supplier): Qingdao Sailcloud Co., Ltd.` })),
    ...['incorporated in Germany', 'incorporated under the laws of France', 'incorporated in China', 'incorporated in the People\'s Republic of China', 'incorporated in the PRC'].map((words): Case => ({ en: true, head: `SALES CONTRACT\nParty A (Buyer): Farshore, ${words}\nParty B (Supplier): Qingdao Sailcloud Co., Ltd.` })),
    ...['境外公司', '中国香港', '香港远岸科技有限公司', '香港', '新加坡'].map((words): Case => ({ head: `设备买卖合同\n甲方：${words}\n乙方：青岛远岸科技有限公司` })),
    { record: near }, { record: near, disputes: '第九条 争议解决\n本合同适用中华人民共和国法律。争议向青岛法院起诉。' }, { record: { ...near, parties: near.parties.slice(0, 1) } },
    '乙方：新加坡公司', { quality: '第二条 质量标准\n货物应符合新加坡GmbH的要求。' },
    ...['中英文不一致的，以中文文本为准。', '以英文版本为准。', '以中文本为准。', '以中文为准。', '中文优先。', '英文文本与中文不一致时应为准。', 'The Chinese version prevails.', 'The English text shall control.', 'The Chinese version governs.', 'The English versions differ.'].map((words): Case => ({
      disputes: `第九条 争议解决\n${words}\n${'The parties shall perform this contract in good faith.\n'.repeat(5)}`,
    })),
    { disputes: `第九条 争议解决\n${'The parties shall perform this contract in good faith.\n'.repeat(4)}` },
    { disputes: `第九条 争议解决\n${'The parties shall act.\n'.repeat(5)}` },
  ],
  D06: [
    ...zh('争议应友好协商。', '争议由双方协商解决。', '双方协商解决，友好协商。', '纠纷应友好协商，30日内不成的起诉。', '争议友好协商，30 ) 个工作日。', '争议友好协商，三十日。', '争议友好协商，三 个月。', '争议友好协商，10 天。', '依第三十条争议友好协商。', '依第3日常事务条争议友好协商。', '价格应友好协商。', '争议协商。'),
    ...en('Disputes are settled by friendly consultation.', 'Disputes are settled by friendly consultations.', 'Disputes are settled by amicable negotiation.', 'Disputes are settled by good-faith discussions.', 'Disputes are settled by good faith discussion.', 'Disputes are settled by amicable settlement.', 'A dispute is settled amicably.', 'A dispute is settled amicably within 30 days.', 'A dispute is settled amicably within thirty (30) days.', 'A dispute is settled amicably within ten calendar days.', 'A dispute is settled amicably in one day, 1 day.', 'A dispute is settled amicably by 12 members and many other people, for days.', 'Prices are settled amicably.', 'Disputes: friendlyconsultation.'),
  ],
  P01: [
    ...zh('甲方应支付货款。', '甲方应付清尾款100元。', '甲方应尽快支付货款。', '甲方应支付货款，付款计划另附。', '甲方应支付货款。货款分期支付，验收后10日内支付30%。', '甲方应于验收后支付货款。甲方应支付服务费。', '甲方应于3日内支付货款。甲方应合理时间内支付服务费。', '甲方应每年 人民币 10 万元支付租金。', '甲方应每年1,000.5元支付租金。', '甲方应每月人民币 5元支付租金。', '甲方应每年 10 元支付租金。', '甲方应付款，按下列方式支付费用。', '甲方应支付违约金。', '甲方支付货款。', '乙方应交货。'),
    '第一条 解除后果\n甲方应支付货款。', '1. Termination\nThe Buyer shall pay the price.', '1. Consequences\nThe Buyer shall pay the price.', '1. Rescission\nThe Buyer shall pay the price.',
    ...en('The Buyer shall pay the price.', 'The Buyer agrees to remit the price.', 'The price shall be paid.', 'The price shall be payable.', 'The Buyer shall make payments of the price.', 'The Buyer shall ensure that it remits the fee.', 'The fee shall be remitted.', 'The Buyer is required to keep paying the rent.', 'The Buyer shall promptly pay the price.', 'The Buyer shall pay the price in instalments.', 'The Buyer shall pay the price in installments.', 'The Buyer shall pay the price by instalment.', 'The Buyer shall pay the price as follows.', 'The Buyer shall pay the price. The fee is paid within 30 days.', 'The Buyer shall pay the price according to the payment schedule.', 'The Buyer shall pay the fee within 5 days. The Buyer shall pay the rent in due course.'),
  ],
  P03: [
    ...zh('付款背靠背。', '收到业主款项后付款。', '取得总包付款后支付。', '收到总包方的款后支付。', '收到发包人支付的全部工程进度款项后付款。', '收到发包方资金到账后付款。', '收到第三方付款、之后支付。', '业主付款后支付。', '总包方按期支付工程款后付款。', '总包拨款后付款。', '建设单位拨款，之后付款。', '业主验收，付款后支付。', '收到业主款项后付款，最迟不超过90日。', '收到业主款项后付款，无论何时。', '收到业主的函件。款项后付。', '收到客户，资金后付。', '背靠背，背靠背。'),
    ...en('Payment is pay-when-paid.', 'Payment is pay if paid.', 'Payment is pay when-paid.', 'Payment is back-to-back.', 'Payment is back to back.', 'The fee is paid after it receives payment from its customer.', 'The fee is paid once payments are received from the owner.', 'The fee is paid upon receipt of funds from the end-user.', 'The fee is paid upon receipt of the corresponding payments in full from the end user.', 'The fee is paid when it has received payment from the principal.', 'The fee is paid until it receives the payment, in any event from its employer.', 'The fee is paid once received. Payment from the client.', 'The fee is paid after it receives payment from the client and no later than 1 May 2027.'),
  ],
  X01: [
    ...zh('交货日期：____年__月__日。', '日期：__ 年 __ 月。', '编号__-__/__.__。', '金额【 】元。', '金额【】元。', '金额〔 〕元。', '金额[]元。', '金额[ ● ]元。', '金额[*]元。', '金额[•]元。', '金额[1]元。', '金额{{price}}元。', '金额{{a{b}}元。', '地址XX路。', '型号AXX1。', '××公司。', '地点TBD。', '地点TBC, 另定。', '地点待定。', '等待定案。', '地点待填。', '地点待补。', '地点待补充', '地点待确认)', '地点待确认的事项。', '地点待填写。', '签 字：____', '盖  章：____', '签 章：____', '签  名：____', '签署日期：____', '_。'),
    ...en('The place is to be confirmed.', 'The place is to be inserted.', 'The place is to be completed.', 'The place is TBC.', 'Signature : ____', 'signed: ____', 'Seal  : ____', 'Date: ____', 'Due date: ____', '/ name : ____', 'By: ____', 'Title :  ____', 'Date: TBD', 'Date: [ ]', 'Date: 【 】', 'Date: [●]', 'Date: {{date}}'),
    { signature: '甲方（盖章）：____\n日期：____年__月__日\n代表：[ ]\n编号：TBD\n{{name}}' },
  ],
  X04: [
    ...zh('自2026年1月1日至2027年12月31日止，期限为2年。', '自2026年1月1日起至2026年12月31日止，期限 一 年。', '自2026年1月1日起至2027年1月1日止，期限1年。', '自2026年1月1日到2026年6月30日，期限六个月。', '自2026年1月1日到2026年6月30日，期限五个月。', '自2026年3月1日至2026年2月1日。', '自2026年3月1日至2026年3月1日。', '2026年3月1日至2026年2月1日。', '自2026年3月1日，2026年2月1日。', '自2026年2月30日至2026年3月1日。', '从2026-01-01至2025-01-01。', '从签订之日（即2026年3月1日）起，至2026年2月1日止。', '自本合同全部条款生效之日即二零二六年起，2026年3月1日至2026年2月1日。', '自2026年3月1日起算并一直持续到2026年2月1日。', '自2026年3月1日。至2026年2月1日。', '租期二十四个月，自2026年1月1日至2027年12月31日。', '租期十二 个月，自2026年1月1日至2027年12月31日。', '有效期100年，自2026年1月1日至2027年12月31日。', '工期2年 3个月，自2026年1月1日至2027年12月31日。', '期限。1年，自2026年1月1日至2027年12月31日。', '合同期从此时起算一共一年，自2026年1月1日至2026年12月31日，自2027年1月1日至2026年1月1日。', '自2026年1月1日至2026年12月30日，期限1年。'),
    ...en('From 1 January 2026 to 31 December 2027, a term of 2 years.', 'From 1 January 2026 until 31 December 2026, a period of 1 year.', 'From January 1, 2026 through June 30, 2026, a term of 6 months.', 'From January 1, 2026 through January 31, 2026, a term of 1 month.', 'From January 1, 2026 through January 31, 2026, a term of 2 months.', 'From 1 May 2026 to 1 April 2026.', 'From 31 June 2026.', 'Signed 1 May 2026 and 1 April 2026.'),
  ],
  X05: [
    ...named('青岛远岸科技有限公司', '青岛远案科技有限公司', '青岛远案科枝有限公司', '青岛远案科枝有限公可', '青岛远岸科技有限', '青岛远岸科技公司', '青岛远岸科技有限公司司', 'Farshore Ltb', 'Farshore', '云帆杜', '____', '【乙方】', '/', '（盖章）', '日期：2026年', '某', '某甲', '青岛远岸科技有限公司（以下简称乙方）', '青岛远岸科技有限公司 (hereinafter the Seller)', '青岛远岸科技有限公司（盖章）', '青岛远岸科技有限公司，住所青岛', '青岛远岸科技有限公司   甲方：无'),
    { signature: '甲方（盖章）：上海云帆仪器有限公司\n乙方（盖章）：青岛远案科技有限公司', record: near },
    { signature: '甲 方：上海云帆海洋仪器有限公司\n乙 方：青岛远岸有限公司' },
    { en: true, signature: 'The Buyer: Sailcloud Ltd\nBuyer: Sailcloud Inc' },
    '甲方：云帆公司\n统一社会信用代码：91310000MA1FL00000\n乙方：远岸公司\n统一社会信用代码：913100001234567890', '甲方：云帆公司\n编号：91310000MA1FL00000', '第一条 通知\n信用代码 91310000MA1FL00000X1。', '第一条 通知\nUSCC 91310000MA1FL00000 and credit code 91310000MA1FL0000A.', '第一条 当事人\n甲方：云帆公司\n甲方：云帆社',
  ],
  X06: [
    ...['丙方应交货。', '丁方应交货，丙方付款，丙方验收。', 'Party C shall deliver.', 'Party A and party D shall deliver.', '甲方应交货。'].flatMap((words) => ['甲方：云帆公司\n乙方：远岸公司', '云帆公司（甲方）\n远岸公司（以下简称乙方）', '云帆公司（以下称为“甲方”）', 'Party A: Sailcloud', 'Sailcloud (the "Party A")', 'Sailcloud (hereinafter referred to as "Party B")', 'Party A (Buyer): Sailcloud', '甲 方（买方）：云帆', '甲方是云帆', '买方   甲方为云帆', ''].map((head) => `买卖合同\n${head}\n第一条 交货\n${words}`)),
  ],
  X11: [
    ...zh('应在5日内答复，10个工作日内付款。', '应在5天后答复，十 工作日付款。', '应在五日前答复，3工作日付款。', '应在十五日的期间答复，二十个工作日付款。', '应在5日，3个工作日付款。', '应在5日)内，3个工作日付款。', '5日制，3个工作日付款。', '应在5日之内答复，3个工作日付款。工作日是指法定工作日。', '应在5日内答复，3个工作日付款。“工作日”指法定工作日。', '应在5日内答复，3个工作日付款。「工作日」系指法定工作日。', '应在5日内答复，3个工作日付款。日均指自然日。', '应在5日内答复，3个工作日付款。“天”是指自然日。', '应在5日内答复，3个工作日付款。天数均为日历日。', '应在5日内答复，3个工作日付款。日数除另有约定外均为自然日。', '应在5日内答复，3个工作日付款。日为自然日。', '应在5日内答复，3个工作日付款。均指日历日。', '应在5日内答复。', '应在3个工作日付款。', '达10万元以上的。', '达10 元以下的。', '达5%以上的。', '达100台以上(含)的。', '达100台以上 (含本数)的。', '达100台以上。以上均含本数。', '达100人以下。包括本数。', '达100以上。'),
    ...['应在5日内答复，10个工作日内付款，工作日是指周一。'].flatMap((words) => [`第一条 期限\n应在5日内答复。\n第二条 付款\n10个工作日内付款。\n第三条 其他\n${words}`, '第一条 期限\n达100台以上。\n第二条 其他\n以上含本数。']),
    ...en('Reply within 5 days, pay within 10 business days.', 'Reply within 1 day, pay within 1 working day.', 'Reply within five (5) days, pay within ten (10) working days.', 'Reply within 5 days, pay within 10 business days. "Business day" means a weekday.', 'Reply within 5 days, pay within 10 business days. Business Days shall mean weekdays.', 'Reply within 5 days, pay within 10 working days. A "working days " means a weekday.', 'Reply within 5 calendar days, pay within 10 working days.', 'Above 10%以上 inclusive.'),
  ],
};
