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
  R01: [
    ...zh('应完成安装。', '应当完成安装。', '须完成安装。', '必须完成安装。', '负责完成安装。', '安装应完成。', '安装应由专业人员于五日之内负责完成。', '争议应提交处理。', '通知应送达。', '补充应提交。', '费用由败诉方应支付。', '安装应由厂家指定的人员负责提供。', '甲方应完成以下事项：应提供图纸；应完成安装。', '第一项工作：应完成安装。', '甲方交货。应完成安装。', '工作；应完成安装。', '乙方供货；应完成安装。', '应验收合格。应于10日内赔偿。', '自收到全部货物及其随附的所有技术文件和资料之日起算的十个工作日内应通知。', '不应完成。', '应研究。'),
    ...en('The goods shall be delivered.', 'The goods must be paid.', 'Notice shall be provided.', 'Notices shall be submitted.', 'A dispute shall be submitted.', 'Disputes shall be submitted.', 'This contract shall be performed.', 'An amendment shall be made.', 'Amendments shall be made.', 'The goods shall be delivered by the carrier.', 'The buyer works: goods shall be delivered.', 'The buyer pays; goods shall be delivered.', 'The works shall be carried out.'),
    ...['云帆公司（以下简称“云帆”）', '云帆公司（以下称为「 云帆 」）', '云帆公司（下称云）', 'Sailcloud Ltd (the "Sailcloud")', 'Sailcloud Ltd (hereinafter referred to as the "SAILCLOUD")', '云帆公司'].flatMap((head) => [`买卖合同\n${head}\n第一条 安装\n云帆应完成安装。`, `买卖合同\n${head}\n第一条 安装\nThe goods of Sailcloud shall be delivered.`]),
    '应完成安装。', { signature: '应完成安装。\n甲方（盖章）：' },
  ],
  R05: [
    ...zh('乙方供应货物若干。', '乙方供货一批。', '乙方供一批次货物。', '乙方供货适量。', '货物数量：10。', '货物数量 : 1,000', '货物数量：10台。', '货物数量：10 ；', '双方若干次会谈。', '标的若干。', '产品若干。', '设备若干。', '乙方应交货。', '乙方应送货至指定地址。', '乙方应交货至指定的场所。', '乙方应发货到港。', '乙方应交付设备。', '乙方应交付标的物，客户自提。', '乙方交货。'),
    ...en('The Supplier shall supply a number of goods.', 'The Supplier shall supply several goods.', 'The Supplier shall deliver some goods.', 'Quantity: 10.', 'Quantity : 1,000;', 'quantity:  10', 'Quantity: 10 sets.', 'Quantity: ten.', 'Several people sell.', 'Several people met.', 'A quantity of purchase orders.', 'The Supplier shall deliver the goods.', 'The Supplier shall ensure that it delivers products.', 'The Supplier shall make delivery of the equipment.', 'The Supplier shall deliver goods to the site.', 'The Supplier delivers the goods.'),
    '若干货物买卖合同\n第一条 标的\n水泵。', { signature: '货物若干\n甲方（盖章）：' },
  ],
  R06: [
    ...[['甲方', '甲方'], ['甲方', '乙方'], ['买方', '买方'], ['出租人', '出租方'], ['承租人', '承租方'], ['委托人', '委托方'], ['受托人', '受托方'], ['发包人', '发包方'], ['承包人', '承包方'], ['出租人', '承租人']].map(([one, other]) => `第一条 违约\n${one ?? ''}应支付违约金。\n第二条 赔偿\n${other ?? ''}应赔偿损失。`),
    ...['任何一方违约的应赔偿。', '任一方违约的应赔偿。', '一方违约的应赔偿。', '双方均不得违约。', '双方如果出现上述情形之一而违约。', '双方。违约。', '违约方应赔偿。', '守约方有权索赔，违约。', '双方违约', '任何一方可以转让。', '一方违约。'].map((words) => `第一条 违约\n甲方应支付违约金。\n第二条 赔偿\n甲方应赔偿损失。\n第三条 其他\n${words}`),
    ...[['The Buyer', 'buyer'], ['Party A', 'party A'], ['Party A', 'Party B'], ['Seller', 'The seller']].map(([one, other]) => `1. Breach\n${one ?? ''} shall pay liquidated damages.\n2. Damages\n${other ?? ''} shall compensate losses.`),
    ...['Either party in breach is liable.', 'Each party is liable.', 'The breaching party pays damages.', 'The defaulting party is in breach.', 'Mutual liability.', 'Either party may assign.'].map((words) => `1. Breach\nThe Buyer shall indemnify losses.\n2. Damages\nThe Buyer is liable.\n3. Other\n${words}`),
    '第一条 违约\n甲方应支付违约金。', '甲方应支付违约金。\n甲方应赔偿。', '第一条 违约\n甲方应承担全部违约责任。\n第二条 其他\n甲方在发生下列任何一种情形并且没有在收到书面通知以后十个工作日以内改正的时候，以及在不可抗力消除之后仍然不履行合同义务时应支付违约金。',
  ],
  R07: [
    ...zh('乙方承担相应责任。', '乙方承担由此产生的相应的法律责任。', '乙方承担由此引起的一切后果。', '乙方承担因此造成的全部损失。', '乙方承担相关违约赔偿责任。', '乙方承担责任。', '乙方依法承担责任。', '乙方依法承担相应的民事责任。', '乙方依法赔偿。', '乙方依法予以赔偿。', '乙方承担一切责任，违约金为5%。', '乙方承担一切责任，赔偿1,000 元。', '乙方承担一切责任，千分之五。', '乙方承担一切责任，以合同额为上限。', '乙方承担一切责任，含律师费。', '乙方承担一切责任，第3条适用。', '乙方承担一切责任，承担全部后果。', '乙方承担一切责任。乙方承担全部后果。', '乙方承担一切责任，5 万以内。'),
    ...en('The Supplier bears all liability.', 'The parties bear all liabilities.', 'The Supplier assumes full responsibility.', 'The parties assume any responsibilities.', 'The Supplier bears all consequences.', 'The Supplier shall be fully liable for all losses.', 'The Supplier will be solely responsible for any loss.', 'The Supplier shall be liable for all losses, up to the price.', 'The Supplier shall be liable for all losses, including attorneys’ fees.', 'The Supplier shall be liable for all losses, including attorney fees.', 'The Supplier shall be liable for all losses, including attorney\'s fees.', 'The Supplier shall be liable for all losses. There is no cap.', 'The Supplier shall be liable for all losses, 3 of them.', 'The Supplier bears all costs.'),
  ],
  R09: [
    ...['服务范围', '服务内容', '工作内容', '标的', '费用', '价款', '报酬', '违约责任', '保密范围', '费用责任', '不可抗力标的', '其他'].map((heading) => `第一条 ${heading}\n包括但不限于安装、调试。`),
    ...['包含但不限于安装。', '安装、调试等等。', '安装、调试等。', '安装、调试等', '安装、调试等服务。', '安装（含调试）等工作；', '安装调试等费用 。', '平等。', '安装等级。', '高等。', '安装等设备运行。', '安装等产品，', '包括安装。'].map((words) => `第一条 服务内容\n${words}`),
    ...['Scope', 'Services', 'Products', 'Product', 'Territory', 'Territories', 'Appointment', 'Appoint', 'Sell', 'Sells', 'Work', 'Goods', 'Fee', 'Fees', 'Price', 'Charges', 'Remuneration', 'Liability for goods', 'Confidential work', 'Breach of price', 'Other'].map((heading) => `1. ${heading}\nIt has pumps, including without limitation pipes.`),
    ...['pumps, including, but not limited to pipes.', 'pumps, including but not limited to pipes.', 'pumps, etc.', 'pumps, etc', 'pumps, etc. are sold.', 'pumps, etc; pipes', 'pumps (etc) work', 'pumps, etcetera.', 'pumps and so on.', 'pumps, etc.a'].map((words) => `1. Goods\nThe Supplier sells ${words}`),
    '服务内容包括但不限于安装。', { head: '服务范围包括但不限于安装。' },
  ],
  T02: [
    ...zh('甲方有权随时解除。', '甲方可随时终止。', '甲方可以随时解除合同。', '甲方得 随时解除合同。', '甲方随时解除合同。', '甲方随时单方解除合同。', '甲方随时单方面终止合同。', '甲方可随时通知终止合同。', '甲方可随时通知乙方后解除合同。', '甲方可随时通知，解除合同。', '甲方可随时通知乙方全体工作人员后解除合同。', '甲方可随时解除，提前30日通知。', '甲方可随时检查。', '甲方可随时解除，随时终止。'),
    ...en('The Buyer may terminate this contract at any time.', 'The Buyer may at any time terminate this contract.', 'The Buyer may, at any time and for any reason, terminate this contract.', 'The Buyer may at any time. They terminate.', 'The Buyer may terminate at its discretion.', 'The Buyer may terminate at its sole discretion.', 'The Buyer may terminate in whole or in part at its discretion.', 'The Buyer may terminate at any time on 30 days notice.', 'The Buyer may terminate. At any time.', 'The Buyer may inspect at any time.'),
  ],
  T03: [
    ...zh('乙方重大违约的，甲方可解除。', '乙方根本违约的，甲方可解除。', '乙方严重违约的，甲方可解除。重大违约是指迟延。', '有下列情形之一的重大违约。', '重大违约，10日内未纠正的。', '重大违约，未在10日内改正的。', '重大违约，未补救满10日的。', '重大违约，整改期为10日。', '重大违约，五日内未纠正的。', '重大违约，十工作日内未整改的。', '重大违约，十个工作日内仍然没有补救的。', '重大违约，五日内通知。纠正。', '重大违约，五天内纠正的。', '重大违约，某日内纠正的。', '重大违约第3条。'),
    ...en('On a material breach a party may end it.', 'If a party is materially breaching it.', 'On a fundamental breach a party may end it.', 'On a material breach not remedied within 10 days.', 'On a material breach not cured within 10 days.', 'On a material breach, 10 days to cure.', 'On a material breach, with 10 days to remedy it.', 'On a material breach, 10 days for a remedial plan.', 'A material breach means delay.', 'On a material breach of clause 10.', 'On a material breach, cure is due.', 'On a material breach, remedy is due on 3 May.'),
  ],
  T04: [
    ...zh('甲方有权解除合同。', '甲方可以解除本合同。', '甲方可终止。', '甲方得终止协议', '甲方应终止，', '甲方可以在乙方收到书面通知的当天就解除合同。', '甲方有权解除权利。', '甲方有权解除合同。解除之后双方结算。', '甲方有权解除合同。终止时返还资料。', '甲方有权解除合同。期满之日搬离。', '甲方有权解除合同。届满，停止使用。', '甲方有权解除合同。解除不影响争议条款。', '甲方有权解除合同。终止后本条款仍然有效。', '甲方有权解除合同。解除的，双方应当按实际完成的工作量进行结算。', '甲方有权解除合同。解除。按量结算。', '甲方有权解除合同。保密不因合同终止而失效。', '甲方有权解除合同。保密条款继续有效。', '甲方有权解除合同。保密条款仍有效。', '甲方有权解除合同。保密条款仍应有效。', '甲方有权解除合同。仍具有约束力。'),
    ...en('The Buyer may terminate.', 'The Buyer shall be entitled to terminate.', 'The Buyer has the right to terminate.', 'The Buyer may by written notice to the Seller terminate.', 'The Buyer may act. They terminate.', 'The Buyer may terminate. Upon termination it pays.', 'The Buyer may terminate. After any termination it leaves.', 'The Buyer may terminate. On expiry or termination it leaves.', 'The Buyer may terminate. Consequences of termination are in Annex 1.', 'The Buyer may terminate. If terminated, the Seller shall return all documents.', 'The Buyer may terminate. If it expires, files are destroyed; the Seller shall destroy them.', 'The Buyer may terminate. If it expires the Seller shall in each case destroy copies.', 'The Buyer may terminate. A rescission leads to a refund.', 'The Buyer may terminate. Clause 5 survives.', 'The Buyer may terminate. Surviving clauses stay.', 'The Buyer may terminate. The parties settle.', 'The Buyer may terminate. Accounts are settled.', 'The Buyer may terminate. When this contract ends, keys go back.', 'The Buyer may terminate. Terminated. They pay.'),
  ],
  T05: [
    ...zh('本合同自动续期。', '本合同自动续展一年。', '本合同自动延续，每次一年，除非提前30日书面通知。', '期满前一个月未提出异议的，自动续签一年。', '期满前30 日未通知的，自动顺延 12 个月。', '自动延长相同期限，提前三十日通知。', '自动续订同等期限，提前通知，最少10个工作日。', '自动续约一年，通知。提前10日。', '自动续期，提前30日通知。一年。', '自动续期一年，提前30日告知。', '自动续期一年，提前30日表示。', '自动续期；自动延长。', '自动续期两 年，提前两 个月提出。'),
    ...en('It is automatically renewed.', 'It shall automatically be renewed for one year unless 30 days notice is given.', 'It automatically extends.', 'It is automatically extended for further periods of one (1) year, notice being given 60 days before.', 'It auto-renews.', 'It auto renews.', 'It autorenews for twelve months, notice of thirty (30) days.', 'It shall renew automatically.', 'It shall be renewed automatically.', 'It shall be renew automatically for the same term, with 1 month written notice.', 'It automatically renews for successive one-year terms unless notified two months before.', 'It automatically renews for the same period. Notice: 10 calendar days.', 'It automatically renews for additional 6 months, 3 business days notice.', 'It renews.'),
  ],
  T06: [
    ...zh('本合同长期有效。', '本合同不定期。', '本合同无固定期限，任何一方可提前30日通知终止。', '本合同永久有效，提前通知。', '本合同直至双方终止。', '直至任何一方书面提出终止。', '直至双方以书面形式确认合同终止。', '保密义务长期有效。', '商业秘密永久有效。', '知识产权永久有效。', '许可使用长期有效。', '本合同长期有效，为期30日。', '长期有效，永久有效。'),
    ...en('It is valid for an indefinite term.', 'It runs indefinitely.', 'It is perpetual.', 'It runs perpetually.', 'It runs until terminated.', 'Secrecy is perpetual.', 'The license is perpetual.', 'The licence is perpetual.', 'Confidentiality is indefinite.', 'It runs indefinitely, with 30 days notice.', 'It runs indefinitely, with notice.'),
  ],
  T07: [
    ...zh('甲方有权解除合同。', '甲方有权解除本协议。', '甲方享有解除权。', '甲方有权随时解除合同。', '甲方有权在任何时间随时解除合同。', '甲方有权，随时解除合同。', '甲方有权在乙方迟延履行时单方解除合同。', '甲方有权在乙方迟延履行并经催告仍不履行时解除合同。', '甲方有权解除合同。解除权应在90日内行使。', '甲方有权解除合同。解除权消灭。', '甲方有权解除合同。自知道之日起90日内。', '甲方有权解除合同。自解除事由发生之日起一年内。', '甲方有权解除合同。90日内未行使解除权的。', '甲方有权解除合同。一年内由甲方书面行使解除权。', '甲方有权解除合同，提前30日书面通知解除。', '甲方有权解除合同，提前一个自然月。解除。', '乙方10日内仍未履行的，甲方有权书面通知解除合同。', '乙方10日内未履行。甲方有权解除合同。', '甲方有权解除合同。自知道起。90日内。', '甲方有权解除合同。解除权。行使。', '甲方有权解除合同。提前，30日通知解除。'),
    '第一条 解除\n甲方有权解除合同。\n第二条 期限\n解除权应在90日内行使。\n第三条 其他\n本合同一式两份。', '第一条 其他\n本合同一式两份。\n第二条 期限\n解除权应在90日内行使。',
  ],
  M03: ['10台', '10 套', '1,000.5吨', '10个', '10个月', '10个工作日', '一批', '一批次', '若干', '数量另定', '附件一', '采购订单', '10 units', '1 unit', 'quantity', 'quantities', 'annex', '10 days', '无'].map((words): Case => ({ subject: `第一条 标的\n乙方出售测深仪${words}。` })),
  M02: ['标的', '采购人', '采购方', '采购', '工作', '服务', 'goods', 'product', 'services', 'works', '甲'].map((words): Case => `合同\n第一条 约定\n${words}。\n第二条 约定\n无。\n第三条 约定\n无。`),
  M06: ['期限', '交付', '之日起', 'term', 'commences', 'commencing', 'milestone', 'milestones', 'effective', '甲'].map((words): Case => `合同\n第一条 约定\n${words}。\n第二条 约定\n无。\n第三条 约定\n无。`),
  M04: ['质量', '规格', 'specification', 'specifications', 'standard', 'standards', 'warranty', 'conforms', 'conform', '甲'].map((words): Case => `设备买卖合同\n第一条 约定\n${words}。\n第二条 约定\n无。\n第三条 约定\n无。`),
  M05: ['价款', '运费', '费', 'fee', 'fees', 'charge', 'charges', '甲'].map((words): Case => `合同\n第一条 约定\n${words}。\n第二条 约定\n无。\n第三条 约定\n无。`),
  M07: ['违约', '赔偿', 'breach', 'liability', 'liable', 'penalty', 'indemnify', 'default', '甲'].map((words): Case => `合同\n第一条 约定\n${words}。\n第二条 约定\n无。\n第三条 约定\n无。`),
  M01: ['甲方：云帆公司', '云帆（以下简称甲方）', 'Sailcloud (the "Buyer")', 'Sailcloud, hereinafter Buyer', '甲方：', '甲方：云', '无'].map((words): Case => `合同\n${words}\n第一条 约定\n甲方：云帆公司\n第二条 约定\n无。\n第三条 约定\n无。`),
  P05: [
    ...['户名：王小明', '户 名 : 王小明', '账户名：王小明', '账户名称：王小明', '收款人：王小明', '收款人名称：王小明', '户名：青岛远岸科技有限公司', '户名：____', '户名：[ ]', '户名：【待填】', '户名：云帆社', '户名：FARSHORE LTD', 'Account name: Farshore Ltd', 'Beneficiary : Somebody', '开户行：中国银行'].map((account): Case => ({ price: `第三条 价款与付款\n合同总价为人民币120,000元，含税。甲方应自验收合格之日起10日内支付货款。\n${account}`, record: near })),
    { price: '第三条 价款与付款\n合同总价为人民币120,000元，含税。甲方应自验收合格之日起10日内支付货款。\n户名：上海云帆海洋仪器有限公司', record: near },
    { price: '第三条 价款与付款\n合同总价为人民币120,000元，含税。甲方应自验收合格之日起10日内支付货款。\n户名：王小明' },
    { head: '设备买卖合同\n甲方应支付货款。\n甲方：云帆', price: '第三条 价款与付款\n合同总价为人民币120,000元，含税。' },
  ],
  P07: [
    ...['未按约定付款的，支付利息。', '未按照本合同第三条约定的时间和金额足额付款的，解除合同。', '不按期付款的承担责任。', '不按照上述约定的时间付款的承担责任。', '迟延支付的计息。', '延迟交租的计息。', '逾期未足额缴纳的计息。', '逾期，应按日万分之五支付滞纳金。', '逾期的，按0.05%计付违约金。', '逾期交货的，支付违约金。', '逾期。支付违约金。', '付款逾期的计息。', '支付逾期的计息。', '任何一方违约的，按0.05%支付违约金。', '一方在履行中如有违约，支付违约金。', '一方。违约的支付违约金。', '任一方逾期的，支付违约金。', '逾期付款不计利息。', '逾期付款的，甲方不承担任何利息。', '逾期付款不支付，利息另计。', '逾期付款免息。', '按时付款。', '未按，期付款。', '不按。期付款。'].map((words) => `第一条 付款\n甲方应于10日内支付货款。\n第二条 其他\n${words}`),
    ...['Late payment bears interest.', 'Late payments bear interest.', 'Overdue amounts bear interest.', 'Overdue amount bears interest.', 'Delayed payment bears interest.', 'Delay in payment bears interest.', 'Overdue sums bear interest.', 'An overdue sum bears interest.', 'Late rent bears interest.', 'A late fee is due.', 'Late fees are due.', 'Overdue charges bear interest.', 'An overdue charge bears interest.', 'If it fails to pay, it pays more.', 'If they fail to pay, they pay more.', 'On failure to pay, it pays more.', 'Interest at 5 % accrues on what is overdue.', 'Interest accrues. It is overdue.', 'If not paid, it grows.', 'Late payment bears no interest.', 'Late payment is without interest.', 'Pay on time.'].map((words) => `1. Payment\nThe Buyer shall pay the price within 10 days.\n2. Other\n${words}`),
    '甲方应于10日内支付货款。',
  ],
  P08: [
    ...zh('定金为总价的20%。', '定金为20.5%。', '定金为 21 %。', '定金，即30%。', '定金。30%。', '总价25 %的定金。', '总价25.5%作为定金。', '总价25%由甲方在签约时作为一笔款项支付的定金。', '总价25%，定金。', '总价15%的定金。', '定金100元，押金100元。', '订金100元，押金100元，定金100元。', '定金100元，定金200元。'),
    ...en('The earnest money is 20%.', 'The earnest money is 21 %.', 'The earnest money is 25.5% of the price.', 'The earnest money. It is 30%.', 'The earnest money, which the Buyer pays on the day of signing, is 100%.', 'The deposit is 30%.'),
    '第一条 定金\n定金100元。\n第二条 押金\n押金100元。', '第一条 定金\n定金30%。\n第二条 其他\n定金40%。',
  ],
  P09: [
    ...zh('每日0.1%。', '每日0.11%。', '每逾期一日按0.5%支付。', '每迟延一天按 2 ‰支付。', '每延一日按1‰支付。', '按日千分之一支付。', '按日千分之二支付。', '按日百分之一支付。', '每日百分之十二支付。', '5‰/日。', '5 ‰ / 天。', '5‰/天。', '0.5%每日。', '0.5 % 每天。', '0.05%/日。', '12‰/日，以合同总价的一成为限。', '12‰/日，封顶。', '12‰/日，累计不计。', '12‰/日，以，为限。', '每日。5%。', '每周5%。', '违约金为30%。', '违约金为31%。', '违约金为 40 %。', '违约金为35.5%。', '违约金，40%。', '40 %的违约金。', '40.5%作为违约金。', '40%由乙方在解除合同之日支付的违约金。', '违约金每日40%。', '违约金按日40%，不超过合同额。', '违约金每天40%，上限另定。', '40%，违约金。'),
    ...en('It pays 0.5% per day.', 'It pays 0.5 % for each day.', 'It pays 0.05% per day.', 'It pays 1.5% of the price each calendar day.', 'It pays 0.5% a working day.', 'It pays 0.5% of the overdue amount for every day of delay.', 'It pays 0.5% per day, capped at the price.', 'It pays 0.5% per day, with a cap.', 'It pays 0.5% per day, up to the price.', 'It pays 0.5%. It works per day.', 'Liquidated damages are 40%.', 'Liquidated damages are 30%.', 'A penalty of 40 % is due.', 'A penalty of 35.5% is due.', 'A penalty is due. It is 40%.', 'A penalty of 100% of the price.', 'Liquidated damages for the whole of the delay are agreed as 40%.', 'A penalty of 40% per day up to the price.', 'A penalty of 40% a day, maximum the price.', 'A penalty of 40% each day, not exceed the price.'),
    '| 违约金 | 比例 |\n| 逾期 | 每日5% |\n| 解除 | 违约金40% |',
  ],
  P10: [
    ...[['美元'], ['欧元'], ['港元'], ['港币'], ['英镑'], ['日元'], ['新加坡元'], ['澳元'], ['US dollars'], ['euro'], ['euros'], ['RMB'], ['CNY'], ['USD'], ['EUR']].map(([unit]) => `第一条 价款\n总价100元，另付200 ${unit ?? ''}。`),
    ...[['USD'], ['US$'], ['美元'], ['EUR'], ['€'], ['HKD'], ['港币'], ['GBP'], ['£'], ['JPY'], ['SGD'], ['AUD'], ['人民币'], ['¥'], ['RMB']].map(([unit]) => `第一条 价款\n总价100元，另付${unit ?? ''} 1,000。`),
    ...['汇率', '中间价', '牌价', 'exchange rate', 'exchange rates', 'middle rate', '价格'].map((words) => `第一条 价款\n总价100元，另付USD 200。\n第二条 换算\n按${words}计算。\n第三条 其他\n无。`),
    '第一条 价款\n汇率另定。', '第一条 价款\n总价USD 100。\n第二条 定金\n定金10万元。',
  ],
  P02: [
    ...zh('验收合格后支付货款。', '验收后支付货款，10日内付清。', '验收后支付30%，交货后10日内支付70%。', '签订后10日内支付30%，验收后支付70%。', '签订后10日内支付30%；验收后支付70%。', '签订后10日内支付30%、验收后支付70%。', '验收后支付70%；期满10日内支付30%。', '验收后支付70%、期满10日内支付30%。', '验收后支付首期款，余款在设备安装完毕并且双方签字确认后10日内支付70%。', '验收后支付首期款，余款在设备安装完毕并且双方的授权代表都在交接单上签字确认之后10日内支付70%。', '验收后支付首期款，余款10日内支付7万元。', '验收后支付货款，当日付清。', '验收后支付货款，当天付清。', '验收后支付货款，三个月内付清。', '验收后支付货款，三 个工作日内付清。', '验收后支付货款，两三周付清。', '验收后支付货款，5 个工作日内付清。', '验收后支付货款，最长2周。', '验收后支付货款，某日付清。', '验收后支付货款，第 日付清。', '验收后支付货款，十五日付清。', '验收后支付货款，五 天付清。', '验收后支付违约金。', '验收合格后交付资料。', '货到时付款。', '收到乙方开具的发票后付款。', '收到乙方开具的增值税专用发票后付款。', '收到乙方开具的符合国家规定的等额增值税专用发票之后付款。', '收到乙方按合同约定所开具并经甲方财务部门审核无误的增值税专用发票后付款。', '收到乙方按照合同的约定所开具并经甲方财务部门逐项审核无误的增值税专用发票后付款。', '收到乙方开具的增值税专用发票后10日内付款。', '收到乙方开具的增值税专用发票之日起10日内付款。', '收到货物后10日内凭增值税专用发票后付款。', '收到货物、增值税专用发票后付款。', '收到乙方开具的增值税专用发票后交付资料。', '开具发票之后付款。', '完工后3日内付款，竣工后付款。', '甲方签约，交付完毕后付款。甲方验收，上线后付款，安装调试后付款。'),
    ...zh('验收后支付货款。付款期限为条件成就之日起10日内。', '验收后支付货款。付款期限为上述各项付款条件全部成就之日起10日内。', '验收后支付货款。付款期限为事件发生之日起不晚于三周内。', '验收后支付货款。付款期限为事件。之日起10日内。', '验收后支付货款。付款期限为本合同各方在签署之前所共同商定的全部条件成就之日起10日内。', '验收后支付货款。付款期限为10日。'),
    ...en('The Buyer shall pay the price after acceptance.', 'The Buyer shall pay the price upon the final delivery.', 'The Buyer shall pay the price following completion.', 'The Buyer shall pay the price upon receipt of a valid invoice.', 'The Buyer shall pay the price after acceptance within 10 days.', 'The Buyer shall pay the price after delivery no later than 1 May 2027.', 'The Buyer shall pay the price after delivery, not later than 1 May 2027.', 'The Buyer shall pay the price after installation, 30 business days net.', 'The Buyer shall pay the price after installation, 30 days net.', 'The Buyer shall pay the price after installation, 30 calendar days net.', 'The Buyer shall pay liquidated damages after delivery.', 'The Supplier trains the staff after delivery.', 'The Buyer shall pay the price after delivery. Each sum is due within 10 days of that event.', 'The Buyer shall pay the price after delivery. Each sum is due within a month of the event.', 'The Buyer shall pay the price after delivery. Each sum is due within 10 days of it.'),
  ],
  P04: [
    ...zh('签订后支付30%，验收后支付60%。', '签订后支付30%；验收后支付60%。', '签订后支付30%、验收后支付60%。', '签订后支付30%，税率13%，验收后支付70%。', '签订后支付30%；违约金5%；验收后支付70%。', '签订后支付30%、利息2%、验收后支付70%。', '签订后支付30%、利息2%、验收后支付60%。', '支付30%，每天1%，支付60%。', '支付30.5%，再支付69.25%。', '支付百分之三十，验收后支付百分之六十。', '支付百分之百，另付百分之十。', '支付30%。折扣10%。', '签订后付至30%，再付60%。', '累计支付90%，累计付100%。', '总价的30%，余款60%于验收后支付。', '30%为设计，60%为施工，甲方付款。', '甲方付款，30%为设计，60%为施工。', '比例为30%和60%。', '支付100%。'),
    ...['签订后支付30,000元，验收后支付60,000元。', '签订后支付30,000元,验收后支付60,000元。', '签订后支付30,000元；验收后支付70,000元。', '签订后支付3万元，验收后支付6万元。', '签订后支付3 万 元，验收后支付6.5万元。', '支付30,000元，支付60,000元，另付运费500元。', '支付30,000元，支付70,000元，每月支付500元。', '支付30,000元，支付60,000元，支付500元/次。', '支付合同总价100,000元。', '支付合同总价款100,000元中的30,000元，支付70,000元。', '签订后支付30%，验收后支付60,000元，期满支付5,000元。', '签订后支付30%，即30,000元，验收后支付70%，即60,000元。', '支付100,000元，支付30,000元。', '3万元为首期，验收后支付6万元，期满支付2万元。', '支付30,000元。The Buyer pays CNY 60,000.', '支付30%。The Buyer pays 60%.', '支付30,000元。合同总价为90,000元。支付50,000元。', '支付30.25元，支付60元。'].map((words) => `第一条 价款\n合同总价为100,000元。${words}`),
    '第一条 价款\n合同总价为1,234,567元。支付234,567元，支付900,000元。', '第一条 价款\n合同总价为1,234,567.50元。支付234,567.50元，支付900,000元。', '第一条 价款\n支付30,000元，支付60,000元。', '第一条 价款\n合同总价为100,000元。\n第二条 付款\n支付30,000元，支付60,000元。\n第三条 其他\n支付20,000元，支付80,000元。',
    { head: '设备买卖合同\n甲方：云帆公司\n乙方：远岸公司\n合同总价为120,000元。签订后支付30,000元，验收后支付60,000元。' },
    ...en('The Buyer pays 30% on signing and 60% on delivery.', 'The Buyer pays 30 per cent on signing; 60 percent is due on delivery.', 'The total price is CNY 1,000. The Buyer pays CNY 300 now and CNY 600 on delivery.', 'The total price is CNY 1,000. The Buyer pays CNY 300 now and CNY 700 on delivery.', 'The total price is CNY 1,000. The Buyer pays CNY 300 now and $600 on delivery.', 'The total price is CNY 1,000. The Buyer pays CNY 300 now, CNY 700 on delivery, and CNY 50 per visit.', 'The total price is USD 1,000.50. The Buyer pays USD 300.25 now and USD 600 on delivery.'),
  ],
  X03: [
    ...[
      ['| 名称 | 数量 | 单价 | 金额 |', '| 水泵 | 10 | 100 | 1,000 |', '| 水管 | 2 | 50.5 | 101 |', '| 合计 | | | 1,101 |'], ['| 名称 | 数量 | 单价 | 金额 |', '| 水泵 | 10 | 100 | 1,100 |', '| 合计 | | | 1,100 |'], ['| 名称 | 数量 | 单价 | 金额 |', '| 水泵 | 10 | 100 | 1,000 |', '| 合计 | | | 1,200 |'],
      ['| 序号 | 名称 | 数量 | 单价 | 金额 |', '| 1 | 水泵 | 10 | 100 | 1,000 |', '| 2 | 合计 | | | 1,200 |'], ['| 序号 | 名称 | 数量 | 单价 | 金额 |', '| 1 | 水泵 | 10 | 100 | 1,000 |', '|  | 总计 | | | 1,000 |'], ['| 名称 | 数量 | 备注 |', '| 水泵 | 10 | 100 |', '| 合计 | | 300 |'],
      ['| 名称 | 数量 | 单价 | 金额 |', '| 水泵 | 10 | 100 | 另定 |', '| 水管 | 1 | 100 | 100 |', '| 合计 | | | 100 |'], ['| 名称 | 数量 | 单价 | 金额 |', '| 水泵 | 若干 | 100 | 1,000 |', '| 水管 | 3 | 面议 | 300 |'], ['| 名称 | 数量 | 单价 | 金额 |', '| 水泵 | 10 | 1万 | 10万 |', '| 小计 | | | 100,000 |'],
      ['| 名称 | 单价 | 金额 |', '| 水泵 | 100 | 1,000 |', '| 合计 | | 900 |'], ['| 名称 | 数量 | 金额 |', '| 水泵 | 10 | 1,000 |', '| 合计 | | 900 |'], ['| 数量 | 单价 | 金额 |', '| 10 | 100 | 1,100 |'], ['| 单价 | 数量 | 金额 |', '| 100 | 10 | 1,100 |'], ['| 金额 | 数量 | 单价 |', '| 1,100 | 10 | 100 |', '| 合计 | 1,100 | |'], ['| 名称 | 数量 | 单价 | 金额 |'],
      ['| 名称 | 数量 | 单价 | 金额 |', '| 设备总计 | 10 | 100 | 1,100 |', '| 合计 | | | 1,100 |'], ['| Item | Quantity | Unit price | Amount |', '| Pump | 10 | 100 | 1,100 |', '| Grand total | | | 1,000 |'], ['| Item | Qty | Unit price | Total |', '| Pump | 10 | 100.25 | 1,002.50 |', '| Total | | | 1,002.50 |'], ['| 名称 | 数量 | 单价 | 金额 |', '| 水泵 | 1,000 | 1,234.5 | 1,234,000 |'], ['| 名称 | 数量 | 单价 | 金额 |', '| 合计 | | | 无 |', '| 水泵 | 1 | 5 | 5 |'], ['| 名称 | 数量 | 单价 | 金额 |', '| 合计 | | | 70 |'],
    ].map((rows) => `第一条 清单\n${rows.join('\n')}`),
    ...['合同总价为1,101元。', '合同总价为1,201元。', '不含税合同总价为1,000元。', '合同总价为1,101元，即含税总价1,201元。', '合同总价为1,301元，优惠后总价1,201元。'].map((words) => `第一条 价款\n${words}\n第二条 清单\n| 名称 | 数量 | 单价 | 金额 |\n| 水泵 | 11 | 100 | 1,100 |\n| 水管 | 1 | 1 | 1 |\n| 合计 | | | 1,101 |`),
    '第一条 价款\n合同总价为1,201元。\n第二条 清单\n| 名称 | 数量 | 不含税金额 |\n| 水泵 | 11 | 1,101 |\n| 合计 | | 1,101 |', '第一条 价款\n合同总价为1,201元。\n第二条 清单\n| 名称 | 金额 |  |\n| 水泵 | 1 | |\n| 合计 | 1 | |\n第三条 清单\n| 名称 | 金额 | |\n| 水管 | 2 | |\n| 合计 | 2 | |',
    ...zh('合同总价为100元。', '不含税合同总价为100元，合同总价为113元。', '合同总价为113元，税额另计，合同总价为100元。', '折扣后总价90元，合同总价为100元。', '合同总价为100元。双方确认上述金额均已包含各项费用及优惠，合同总价为90元。', '合同总价为100元。The total price is CNY 120.', '合同总价为100元，总金额为100元，总费用为90元，总额为80元。'),
    ...en('The total price is CNY 100, and excluding VAT the total price is CNY 90.', 'The total price is CNY 100. The total fee is CNY 1,090.'),
    { signature: '甲方（盖章）：云帆公司\n合同总价为130,000元\n乙方（盖章）：远岸公司' },
  ],
  X08: [
    ...['见第九条。', '见本条第九款。', '见第九款，即第九条。', '依据《民法典》第九条。', '依据《民法典》 第九条。', '依据《民法典》及本合同第九条。', '依据公司法第九条。', '依据公司法》第九条。', '依据公司法 第九条。', '依据公司法的规定 第九条。', '依据管理办法第九条。', '本法所称见第九条。', '法律规定见第九条。', '《采购框架合同第九条》另有约定。', '《采购框架合同》中第九条另有约定。', '《框架》《采购合同第九条》另有约定。', '见第 九 条。', '见第九条、第十条。', '见第9.1条。', '见第3条。', '见第三条。', '见第1.3条。', '（九）质量\n见第九条。', '见第九条。\n第九章 附则', '9.1 质量\n见第9.1条。', '见附件一。', '见附件一和附件一。', '见附件一和附件二。', '见附件二。\n附件二：清单', '见附件十二。\n附件12：清单', '见附件 3。\n附件三《清单》', '见附件。'].map((words) => `第一条 标的\n${words}\n第二条 价款\n100元。\n第三条 交货\n10日内。`),
    ...['See clause 9.', 'See clauses 9 and 2.', 'See clause 2.', 'See clause 9.1.', 'See Article 9 of the Civil Code.', 'See article 9 of the PRC Company Law.', 'See Section 9 of Chinese Contract Law.', 'See section 9 of the Data Security Act.', 'See section 9 of Labour Law.', 'See article 9 of the Bidding and Tendering Regulations.', 'See article 9 of the Regulation.', 'See article 9 (penalties) of the GDPR.', 'See article 9, of the Law.', 'See article 9 which is the most important one of the Civil Code.', 'See clause 9 of this contract.', 'The Law of Sale of Goods: see clause 9.', 'Article 9 of the Law. See clause 8.', 'See Annex 4.', 'See annex b.', 'See annex b.\nAnnex B: Prices', 'See Exhibit C.\nEXHIBIT C Prices', 'See Schedule 12.\nSchedule 12 - Prices', 'See Appendix 1 and Appendix 1.', 'See Annex 10.\nAnnex 1: Prices'].map((words) => `1. Goods\n${words}\n2. Price\n100.\n3. Delivery\nTen days.`),
    '第一条 标的\n见第九条。\n第二条 价款\n100元。', '第一条 标的\n见第九条。\n第二条 价款\n100元。\n第三条 交货\n无。\n第四条 其他\n无。', '按第九条订立的合同\n第一条 标的\n水泵。\n第二条 价款\n100元。\n第三条 交货\n10日内。', '买卖合同\n双方依第九条订立本合同：\n第一条 标的\n水泵。\n第二条 价款\n100元。\n第三条 交货\n10日内。',
    { quality: '第二条 质量标准\n货物应符合附件三及附件五的要求。', record: { ...noRecord, attachmentNames: ['附件三 技术要求.pdf', '合同.docx'] } }, { en: true, quality: '2. Quality\nThe goods shall conform to Annex 4 and Annex 5.', record: { ...noRecord, attachmentNames: ['ANNEX 4.pdf'] } }, { quality: '第二条 质量标准\n货物应符合附件三的要求。', record: { ...noRecord, attachmentNames: [] } }, { quality: '第二条 质量标准\n货物应符合附件三的要求。', record: noRecord },
  ],
  X09: [
    '第三条 价款\n100元。\n第四条 交货\n10日。', '第一章 总则\n第一条 标的\n水泵。\n第二条 价款\n100元。\n第二章 交货\n第一条 时间\n10日。', '第一章 总则\n第一条 标的\n水泵。\n第三章 交货\n第二条 时间\n10日。', 'Chapter 1 General\nArticle 1 Goods\nPumps.\nChapter 4 Delivery\nArticle 2 Time\nTen days.', 'Part 1 General\nArticle 1 Goods\nPumps.\nPart 3 Delivery\nArticle 2 Time\nTen days.',
    '第一条 标的\nArticle 1 Goods\n第二条 价款\nArticle 2 Price', '第一条 标的\nArticle 1 Goods\n第二条 价款\nArticle 3 Price', '第一条 标的\n水泵。\n第一条 价款\n100元。', '第一条 标的\n水泵。\n第二条 价款\n100元。\n第二条 交货\n10日。\n第三条 其他\n无。', '1. Goods\nPumps.\n2. Price\n100.\n4. Delivery\nTen days.\n5. Law\nEnglish law.', 'Section 2 Goods\nPumps.\nSection 4 Price\n100.', '第九条 标的\n水泵。\n第十条 价款\n100元。\n第十一条 交货\n10日。\n第十三条 其他\n无。',
  ],
  X10: [
    { record: { ...noRecord, amountInclTaxMinor: 12_000_000n }, price: '第三条 价款与付款\n合同总价为人民币130,000元，优惠后合同总价为120,000元。' }, { record: { ...noRecord, amountInclTaxMinor: 12_000_000n }, price: '第三条 价款与付款\n价款按采购订单支付。' }, { record: { ...noRecord, amountInclTaxMinor: 13_000_000n }, signature: '甲方（盖章）：云帆公司\n合同总价为130,000元\n乙方（盖章）：远岸公司' }, { record: noRecord },
    ...['合同有效期至2026年12月31日。', '合同有效期至2027年12月31日。', '合同有效期自2026年1月1日至2026年12月31日，可延长至2027年12月31日。', '合同有效期为一年。', '合同有效期内，于2026年3月1日交货。', '合同有效期至2026年2月30日。', '交货时间至2026年12月31日。', '期限到2026年12月31日。', '租期止于2026年12月31日。', '服务期的届满日：2026年12月31日。', '合同期的到期日为2026年12月31日。', '合同期的到期日2026年12月31日。', '期限的终止日是2026年12月31日。', '期限的终止日2026年12月31日。', '有效期至 2026年12月31日。', '有效期至本合同签订满一年即2026年12月31日。', '有效期至本合同签订之日后满一年的日子也就是2026年12月31日。', '有效期至第3批，2026年12月31日。'].map((words): Case => ({ record: { ...noRecord, expirationOn: '2027-12-31' }, subject: `第一条 标的与数量\n乙方向甲方出售测深仪10台。${words}` })),
    ...['It is valid until 31 December 2026.', 'The term runs to 31 December 2026.', 'The period runs through 31 December 2026.', 'It expires on 31 December 2026.', 'Let it expire on 31 December 2026.', 'A licence expiring on 31 December 2026 is granted.', 'The expiration is set to 31 December 2026.', 'The term begins on 31 December 2026.', 'It runs until 31 December 2026.'].map((words): Case => ({ en: true, record: { ...noRecord, expirationOn: '2027-12-31' }, subject: `1. Goods and Quantity\nThe Supplier sells 10 echo sounders to the Buyer. ${words}`, delivery: '4. Delivery and Acceptance\nThe Supplier shall deliver the goods within 10 days.' })),
    ...['提前30日书面通知对方', '提前60日书面通知对方', '提前30日书面通知对方，特殊情况提前60日书面通知对方'].flatMap((words): readonly Case[] => [null, 'P60D'].map((noticePeriod) => ({ record: { ...noRecord, noticePeriod }, subject: `第一条 标的与期限\n乙方向甲方供应测深仪10台，期限一年，期满自动续期一年，任何一方不续期的，应${words}。` }))),
    { record: { ...noRecord, noticePeriod: 'P60D' }, signature: '甲方（盖章）：云帆公司\n期满自动续期一年，不续期的应提前30日书面通知对方\n乙方（盖章）：远岸公司' },
    ...[['云帆（上海）公司', ''], ['', 'FARSHORE LTD'], ['', 'Nearshore Ltd'], ['近岸公司', 'Farshore Ltd'], ['近岸公司', 'Nearshore Ltd'], ['', '']].map(([nameZh = '', nameEn = '']): Case => ({ head: '设备买卖合同\n甲方：云帆（上海）公司\n乙方：Farshore Ltd', record: { ...noRecord, parties: [{ role: 'party_a', nameZh, nameEn, uscc: null, foreign: false }, { role: 'party_b', nameZh: '远海公司', nameEn: '', uscc: null, foreign: false }] } })),
  ],
};
