import type { RecordFacts } from '#shared/features/checker/model.ts';
import { cleanClauses, contractWith, englishWith, noRecord, type CleanClause } from './contracts.fixture.ts';

/** A text by itself, or the clean contract with some clauses in another wording. */
export type Case = string | (Partial<Record<CleanClause, string>> & { readonly en?: boolean; readonly record?: RecordFacts });
export interface Cases {
  readonly fires: readonly Case[];
  readonly silent: readonly Case[];
}

const clean: Case = {};
const english: Case = { en: true };
const party = { role: 'party_a', nameZh: '上海云帆海洋仪器有限公司', nameEn: '', uscc: null, foreign: false };

export const cases: Readonly<Record<string, Cases>> = {
  R01: {
    fires: ['第一条 交付\n应于10日内完成安装调试。', '第二条 培训\n必须提供3次培训。', '3. Delivery\nThe goods shall be delivered within 10 days.'],
    silent: ['第一条 交付\n乙方应于10日内完成安装调试。', '第二条 争议\n争议应提交法院解决。', '3. Delivery\nThe goods shall be delivered by the Supplier within 10 days.', '第一条 交付\n乙方应提供图纸；并应完成培训。',
      '6. Payment\nAll payments shall be made in RMB by bank transfer.',
    ],
  },
  R02: {
    fires: ['第三条 付款\n甲方应及时付清货款85,000元。', '第一条 交货\n乙方应尽快交货。', '第一条 通知\n乙方须及时通知甲方。', '1. Repair\nThe Supplier shall promptly repair the goods.',
      '第五条 验收\n甲方应在适当的时候组织验收。',
    ],
    silent: ['第一条 交货\n乙方应在收到通知后3日内及时交货。', '第一条 背景\n双方及时沟通，形成本合同。', '1. Repair\nThe Supplier shall repair the goods promptly and within 3 days.'],
  },
  R03: {
    fires: ['一、开发\n功能以实际为准，双方另行约定。', '一、进度\n乙方应尽力在2个月内完成。', '一、到场\n乙方应每月到场两次左右。', '第一条 质量\n乙方应提供优质的产品。', '第一条 安装\n乙方应尽最大努力完成安装。', '1. Quality\nThe Supplier shall provide satisfactory goods.', '第一条 数量\n乙方应交付100台左右。'],
    silent: ['十、其他\n未尽事宜双方另行协商。', '第一条 质量\n乙方应提供符合GB/T 19001的优质产品。', '第一条 背景\n双方均有良好的声誉。', '1. Quality\nThe Supplier shall provide satisfactory goods, i.e. conforming to Annex 1 (specification).'],
  },
  R04: {
    fires: ['第一条 交付\n乙方应于10日内交付设备至甲方仓库。', '1. Delivery\nThe Supplier shall deliver the equipment within 10 days.', '第一条 供货\n乙方应每月供货100台。'],
    silent: [clean, english, '第一条 资料\n乙方应于3日内交付发票。'],
  },
  R05: {
    fires: ['第一条 标的\n乙方供应设备若干。', '第一条 标的\n产品数量：100', '1. Goods\nThe Supplier shall deliver a number of pumps.', { delivery: '第四条 交货\n乙方应于10日内交货，甲方应在10日内验收。', head: '买卖合同\n甲方：上海云帆公司\n乙方：青岛远岸公司', notices: '第八条 通知\n通知以书面送达。', disputes: '第九条 争议\n向上海市浦东新区人民法院起诉。' }],
    silent: [clean, english, '第一条 标的\n产品数量：100台'],
  },
  R06: {
    fires: [
      { breach: '第五条 违约责任\n乙方逾期交货的，应支付违约金1000元。乙方质量不合格的，应赔偿损失5000元。' },
      { breach: '第五条 违约责任\n甲方逾期付款的，应支付违约金1000元。甲方拒收的，应承担赔偿责任。' },
      { en: true, breach: '5. Liability\nThe Supplier shall pay liquidated damages of 1% for late delivery. The Supplier shall compensate the loss for defects up to 10%.' },
    ],
    silent: [clean, english, { breach: '第五条 违约责任\n乙方逾期交货的，应支付违约金1000元。甲方逾期付款的，应支付违约金1000元。' }],
  },
  R07: {
    fires: ['八、安全\n乙方承担施工期间的一切安全责任。', '第五条 违约\n乙方违约的，应承担相应责任。', '第五条 违约\n因此造成损失的，由乙方承担一切责任。', '5. Breach\nThe Supplier shall be liable for all losses.', '第五条 违约\n违约方依法承担责任。'],
    silent: ['第五条 违约\n乙方违约的，应按合同总价的5%支付违约金并承担相应责任。', clean, english],
  },
  R08: {
    fires: ['第一条 服务水平\n乙方应保证系统可用性。', '第一条 响应\n乙方应缩短响应时间。', '1. Service levels\nThe Provider shall meet the service levels.'],
    silent: ['第一条 服务水平\n系统可用性不低于99.5%，每低0.1%减免服务费2%。', '第一条 服务水平\n服务水平见附件一。', clean],
  },
  R09: {
    fires: ['1. The Supplier appoints the Distributor to sell tiles in Germany, Austria, etc.', '第一条 服务内容\n服务包括但不限于安装、培训。', '第一条 费用\n费用包含运费、保险费等费用。', '1. Scope\nThe services include maintenance, support, etc.'],
    silent: ['第一条 服务内容\n服务为安装和培训。', '第一条 保密\n保密信息包括但不限于图纸。', '1. Confidentiality\nConfidential information includes, including without limitation, drawings.', '第一条 标的\n双方权利平等，设备等级为一级。'],
  },
  P01: {
    fires: ['二、顾问费每年10万元，甲方应适时支付顾问费，相关费用由甲方承担。', '第三条 付款\n甲方应向乙方支付货款。', '第三条 付款\n甲方应尽快付清余款。', '3. Payment\nThe Buyer shall pay the price.',
      '第三条 付款\n甲方应向乙方支付服务费，乙方依法缴纳增值税。', '3. Payment\nThe Buyer shall pay the fees payable under this Contract.',
    ],
    silent: ['7. Liability\nA party that is late in delivery or payment shall pay 0.05% of the late amount for each day.', clean, english, '第三条 付款\n甲方应每月支付租金。', '第三条 违约\n乙方应支付违约金。',
      '9. Liability\nThe total liability of the Supplier shall not exceed 100% of the fees paid in the preceding year.', '6. Title\nTitle shall pass to the Buyer when the Buyer has paid the price in full.', '4. Licence fee\nThe Licensee shall pay an annual licence fee, due on each anniversary of the Effective Date.', '第三条 税费\n双方应各自承担依法应由其缴纳的税费。', '第三条 税费\n乙方应就收取的服务费依法缴纳增值税。', '第三条 陈述\n甲方应具备支付合同价款的能力。', '第四条 付款\n付款期限：收到发票后30日内。\n甲方应向乙方支付合同总价的100%。',
    ],
  },
  P02: {
    fires: ['第三条 付款\n验收合格后支付70%货款。', '第三条 付款\n甲方收到发票后支付货款。', '3. Payment\nThe Buyer shall pay the balance after acceptance.',
      '第四条 付款\n乙方完成全部工作后，甲方支付尾款20万元。', '第三条 付款\n合同签订后10日内支付30%，乙方完成设备安装后支付70%。', '第三条 付款\n乙方完成设备安装后，甲方应当一次性向乙方支付全部货款。',
    ],
    silent: ['第三条 付款\n验收合格后10个工作日内支付70%货款。', clean, english,
      '第四条 付款\n乙方完成全部工作后10日内，甲方支付尾款20万元。',
    ],
  },
  P03: {
    fires: ['第三条 付款\n甲方在收到业主款项后10日内支付乙方工程款。', '第三条 付款\n双方同意背靠背付款。', '3. Payment\nThe Contractor shall pay within 10 days after it has received payment from its customer.',
      '第四条 付款\n甲方以实际收到最终用户付款为向乙方付款的前提条件。',
    ],
    silent: ['第三条 付款\n甲方在收到业主款项后10日内支付，最迟不迟于验收后60日。', clean, english],
  },
  P04: {
    fires: ['第三条 付款\n签订后10日内支付30%，交货后10日内支付40%，验收后10日内支付20%。', '第三条 付款\n首付款50%，尾款60%。', '3. Payment\n30% is paid in advance, 60% on delivery.',
      '第三条 价款与付款\n合同总价为人民币100,000元。甲方应于签订后10日内支付30,000元,于交货后10日内支付50,000元,于验收后10日内支付10,000元。',
      '第三条 价款\n合同总价为人民币10万元。\n第四条 付款\n首期款于签订后5日内支付4万元，尾款于验收后5日内支付7万元。',
      '3. Price and payment\nThe total price is CNY 100,000. The Buyer shall pay CNY 30,000 in advance and CNY 60,000 within 10 days of delivery.',
      '3. Payment\nThe Buyer pays 30% on signing and 60% within 10 days of acceptance.',
      '3. Payment\nThe Customer remits 40 per cent on signing and 50 percent within 10 days of delivery.',
      '3. Price and payment\nThe total price is CNY 100,000. The Buyer pays CNY 30,000 in advance and CNY 60,000 within 10 days of delivery.'],
    silent: ['第三条 付款\n签订后10日内支付30%，验收后10日内支付70%。', '第三条 付款\n签订后付至30%，验收后付至95%，质保期满付清。', '3. Payment\n30% is paid in advance and 70% on delivery, VAT at 13% included.',
      '第三条 价款与付款\n合同总价为人民币100,000元。甲方应于签订后10日内支付30,000元，于验收后10日内支付70,000元。',
      '第三条 价款与付款\n合同总价为人民币100,000元。甲方应于签订后10日内支付30%，即30,000元，于验收后10日内支付70%，即70,000元。',
      '第三条 价款与付款\n合同总价为人民币100,000元，于验收后10日内付清。乙方应支付履约保证金5,000元、图纸押金1,000元。',
      '第三条 租金\n合同总金额为人民币120,000元，甲方每月支付租金10,000元，另付物业费每月500元。',
      '3. Price and payment\nThe total price is CNY 100,000. The Buyer shall pay CNY 40,000 in advance and CNY 60,000 within 10 days of delivery.',
      '3. Payment\nThe Buyer pays 30% on signing and 70 per cent within 10 days of acceptance.',
      '3. Price and payment\nThe total price is CNY 100,000. The Buyer pays CNY 40,000 in advance and CNY 60,000 within 10 days of delivery.',
      '3. Discount\nThe Supplier grants 5 per cent on orders above 10 units and 8 per cent on orders above 50 units.',
      '第四条 付款\n签订后10日内支付合同总价30%的预付款，乙方同时提供合同总价10%的履约保函。\n验收后10日内支付合同总价的70%。', '4. Payment\n40% is paid on signing against a performance bond of 10%, 60% is paid within 10 days of delivery.',
    ],
  },
  P05: {
    fires: [
      { price: '第三条 价款与付款\n合同总价为人民币120,000元，含税。甲方应自验收合格之日起10日内支付货款。' },
      { en: true, price: '3. Price\nThe total price is CNY 120,000, VAT included. The Buyer shall pay the price within 10 days of delivery.' },
      { price: `${cleanClauses.price.replace('户名青岛远岸科技有限公司', '户名：王小明')}`, record: { ...noRecord, parties: [party] } },
    ],
    silent: [clean, english, '第一条 标的\n乙方交付设备。'],
  },
  P06: {
    fires: ['第三条 价款\n合同总价为人民币120,000元。', '第三条 租金\n租金为每月5,000元。', '3. Price\nThe price is CNY 120,000.'],
    silent: [clean, english, '第三条 押金\n押金为5,000元。'],
  },
  P07: {
    fires: [{ breach: '第五条 违约责任\n双方应遵守约定。' }, { en: true, breach: '5. Liability\nThe parties are liable.' }, '第三条 付款\n甲方应于10日内支付货款。'],
    silent: [clean, english, '第三条 付款\n甲方应于10日内支付货款，逾期付款的每日按0.05%支付违约金。'],
  },
  P08: {
    fires: ['第三条 付款\n定金为总价的30%。', '第三条 付款\n甲方支付定金1000元，订金2000元。', '第三条 付款\n甲方支付25%的定金。', '第三条 付款\n定金额为合同总价的30%。', '第三条 定金\n甲方应支付的定金额为合同总价的30%。', '第三条 定金\n甲方于3日内支付定金额30%。'],
    silent: ['第三条 付款\n定金为总价的20%。', '第三条 付款\n甲方支付押金1000元。', clean,
      '第三条 押金\n甲方支付押金1000元，乙方未按约定金额退还押金的，支付违约金。', '第三条 进度款\n每月按审定金额的80%支付进度款。', '第三条 付款\n甲方支付押金1000元，存入指定金融机构。',
    ],
  },
  P09: {
    fires: ['第五条 违约\n每逾期一日按合同总价的3‰支付违约金。', '第五条 违约\n违约金为合同总价的50%。', '5. Damages\nLiquidated damages are 1% of the price for each day of delay.', '第五条 违约\n逾期每日按千分之五支付违约金。'],
    silent: ['第五条 违约\n每逾期一日按0.5‰支付违约金。', '第五条 违约\n每逾期一日按3‰支付违约金，累计不超过总价的10%。', clean, english],
  },
  P10: {
    fires: ['第三条 价款\n设备款为USD 10,000，安装费为人民币5,000元。', '第三条 价款\n设备款10,000美元，运费800元。', '3. Price\nThe equipment costs EUR 5,000 and the installation CNY 3,000.'],
    silent: ['第三条 价款\n设备款为USD 10,000，按付款日中国人民银行中间价折算为人民币，安装费5,000元。', clean, english],
  },
  T01: {
    fires: [{ termination: '' }, { en: true, termination: '' }, { termination: '第七条 变更\n变更应采用书面形式。' }],
    silent: [clean, english, '第一条 标的\n乙方交付设备。'],
  },
  T02: {
    fires: ['第七条 解除\n甲方有权随时解除合同。', '第七条 解除\n任何一方可随时终止本合同。', '7. Termination\nEither party may terminate this Contract at any time.',
      '8. Termination\nThe Supplier may terminate this Agreement immediately without notice and without cause.', '第八条 解除\n甲方无需任何理由即可单方解除本合同。', '第八条 解除\n乙方不得拒绝甲方随时解除合同。', '第八条 解除\n乙方不得阻止甲方随时终止本合同。', '8. Termination\nThe Buyer may not be prevented from its right to terminate this Agreement at any time.',
    ],
    silent: ['第七条 解除\n任何一方可随时解除合同，但应提前30日通知。', clean, '7. Termination\nEither party may terminate this Contract at any time on 30 days’ notice.',
      '8. Termination\nEither party may terminate this Agreement without cause on sixty days’ notice.',
    ],
  },
  T03: {
    fires: ['第七条 解除\n一方重大违约的，对方有权解除合同。', '第七条 解除\n构成根本违约的，可以解除。', '7. Termination\nA party may terminate for material breach.'],
    silent: ['第七条 解除\n一方重大违约，经书面催告后15日内未纠正的，对方可以解除。', '第七条 解除\n重大违约是指逾期超过30日。', '7. Termination\nA party may terminate for material breach not cured within 15 days.'],
  },
  T04: {
    fires: [{ termination: '第七条 解除\n甲方有权在乙方逾期15日时解除合同。' }, { en: true, termination: '7. Termination\nEither party may terminate this Contract on 30 days’ notice.' }, '第一条 解除\n双方可以协商解除合同。'],
    silent: [clean, english, '第一条 解除\n双方可以解除合同，解除后15日内据实结算。'],
  },
  T05: {
    fires: ['第一条 期限\n合同到期后自动续期。', '第一条 期限\n到期自动顺延一年。', '1. Term\nThis Agreement shall automatically renew.'],
    silent: ['第二条 期限\n期满30日前双方均未书面表示终止的，自动续期一年。', '第一条 期限\n到期前30日任何一方未书面通知的，自动顺延1年。', '1. Term\nThis Agreement automatically renews for successive one-year terms unless a party gives 30 days notice.', clean],
  },
  T06: {
    fires: ['第一条 期限\n本合同为不定期合同。', '第一条 期限\n本协议长期有效。', '1. Term\nThis Agreement continues indefinitely.'],
    silent: ['第一条 期限\n本协议长期有效，任何一方可提前60日通知终止。', '第一条 保密\n保密义务长期有效。', '1. Term\nThis Agreement continues until terminated on 60 days notice.'],
  },
  T07: {
    fires: ['第七条 解除\n甲方有权解除合同。', '第七条 解除\n乙方拒不交货的，甲方有权单方解除本合同。', '第七条 解除\n守约方享有解除权。'],
    silent: ['第七条 解除\n甲方有权随时解除本合同。', clean, '第七条 解除\n甲方有权解除合同，解除权应在90日内行使。', '第七条 解除\n任何一方可提前30日书面通知对方解除合同。'],
  },
  T08: {
    fires: ['第一条 期限\n到期前提前3个月未通知的，自动续期1个月。', '第一条 期限\n未提前60日书面通知的，自动顺延1个月。', '1. Term\nUnless a party gives at least 12 months notice, it automatically renews for successive one year terms.'],
    silent: ['第一条 期限\n未提前30日书面通知的，自动顺延1年。', '1. Term\nUnless a party gives at least 30 days notice, it automatically renews for successive one year terms.', clean],
  },
  D01: {
    fires: [{ disputes: '' , termination: cleanClauses.termination.replace('，争议解决条款继续有效', '')}, { en: true, disputes: '' }, { disputes: '第九条 其他\n本合同一式两份。', termination: cleanClauses.termination.replace('，争议解决条款继续有效', '') }],
    silent: [clean, english, '第一条 标的\n乙方交付设备。'],
  },
  D02: {
    fires: ['第九条 争议解决\n争议可以向上海仲裁委员会申请仲裁，或者向人民法院起诉。', '第九条 争议解决\n提交青岛仲裁委员会仲裁，也可向甲方所在地人民法院提起诉讼。', '9. Disputes\nDisputes shall be referred to arbitration or to the courts of Shanghai.',
      '第十条 争议解决\n因本合同产生的争议，双方同意提交上海仲裁委员会仲裁。\n第十一条 其他\n未尽事宜双方协商；协商不成的，由甲方所在地人民法院管辖。', '10. Arbitration\nAny dispute shall be submitted to CIETAC for arbitration.\n11. Jurisdiction\nThe parties submit to the exclusive jurisdiction of the courts of Shanghai.', '第十条 争议\n双方不能通过友好协商解决争议的，任何一方有权提交仲裁。\n第十一条 管辖\n本合同争议由甲方所在地人民法院管辖。', '第十条 争议\n争议，不能通过协商解决的，应提交上海仲裁委员会仲裁。\n第十一条 管辖\n本合同争议由甲方所在地人民法院管辖。', '第十条 争议\n争议提交上海仲裁委员会进行仲裁，送达地址以本合同为准。\n第十一条 管辖\n本合同争议由甲方所在地人民法院管辖。', '10. Arbitration\nAny dispute shall be resolved exclusively by arbitration and the parties waive any right of appeal.\n11. Courts\nAny dispute shall be submitted to the courts of Beijing.', '10. Arbitration\nAny dispute between the Employer and the Contractor shall be settled by arbitration.\n11. Courts\nAny dispute shall be submitted to the courts of Beijing.', '10. Arbitration\nAny dispute shall be settled by arbitration.\n11. Courts\nAny dispute between the Employer and the Contractor shall be submitted to the courts of Beijing.', '第十条 争议\n争议由上海仲裁委员会仲裁解决。\n第十一条 管辖\n本合同争议由甲方所在地人民法院管辖。', '第十条 争议\n本合同争议由北京仲裁委员会仲裁。\n第十一条 管辖\n本合同争议由甲方所在地人民法院管辖。', '第十条 争议\n发生争议时，双方选择仲裁方式解决。\n第十一条 管辖\n本合同争议由甲方所在地人民法院管辖。', '10. Arbitration\nDisputes shall be arbitrated by CIETAC.\n11. Courts\nAny dispute shall be submitted to the courts of Beijing.',
    ],
    silent: [
      clean,
      '第九条 争议解决\n争议提交上海仲裁委员会仲裁，一方可向人民法院申请强制执行裁决。',
      '9. Disputes\nDisputes shall be submitted to the Shenzhen Court of International Arbitration for arbitration under its rules.',
      '损失包括直接损失，以及守约方为实现债权支付的诉讼费、仲裁费、保全费和律师费。\n因本合同或者其履行发生争议的，向青岛市市南区人民法院起诉。',
      '违约方应以现金偿付守约方因诉讼或者仲裁而发生的合理费用。\n协商不成或者逾期未协商的，双方可向上海市浦东新区人民法院起诉。',
      '各方保证不存在正在进行的诉讼、仲裁或者行政处罚。\n协商不成或者逾期未协商的，双方可向上海市浦东新区人民法院起诉。',
      'The loss includes litigation and arbitration costs and the fees of lawyers.\nA dispute that arises out of or relates to this contract is brought to the courts of Shanghai.',
      'The addresses apply to the service of documents in litigation, arbitration and enforcement.\nA dispute that arises out of or relates to this contract is brought before a competent court.',
      '第十条 争议解决\n因本合同产生的争议，双方同意提交上海仲裁委员会仲裁。\n第十一条 知识产权\n第三方提起诉讼或者发生争议的，由乙方负责处理。', '第十条 争议解决\n争议提交上海仲裁委员会仲裁。\n第十一条 保全\n发生争议的，任何一方可向被申请人所在地人民法院申请财产保全。', '10. Arbitration\nAny dispute shall be submitted to CIETAC for arbitration.\n11. Relief\nThe courts of Shanghai have jurisdiction for interim measures in support of a dispute in arbitration.', '第十条 争议解决\n除知识产权争议由上海知识产权法院管辖外，其他争议均提交上海仲裁委员会仲裁。\n第十一条 附则\n无。',
    ],
  },
  D03: {
    fires: ['七、实在不行找有关部门仲裁。', '第九条 争议解决\n争议提交仲裁解决。', '第九条 争议解决\n向当地仲裁机构申请仲裁。', '9. Disputes\nDisputes shall be settled by arbitration in Shanghai.', '第九条 争议解决\n向仲裁委员会申请仲裁。'],
    silent: ['第九条 争议解决\n提交上海仲裁委员会仲裁。', '第九条 争议解决\n提交中国国际经济贸易仲裁委员会仲裁。', '9. Disputes\nDisputes shall be submitted to CIETAC for arbitration.', '第五条 赔偿\n违约方承担诉讼费、仲裁费。'],
  },
  D04: {
    fires: ['十三、争议：提交有管辖权的人民法院诉讼解决。', '第九条 争议解决\n向有管辖权的人民法院起诉。', '第九条 争议解决\n向合同签订地人民法院起诉。', '9. Disputes\nDisputes shall be submitted to a court of competent jurisdiction.'],
    silent: [clean, '第九条 争议解决\n向合同签订地人民法院起诉。本合同签订地为上海市浦东新区。', '第九条 争议解决\n由上海市浦东新区人民法院管辖。'],
  },
  D05: {
    fires: [
      { head: `${cleanClauses.head.replace('青岛远岸科技有限公司', 'Farshore Technology Pte. Ltd.（新加坡）')}` },
      { record: { ...noRecord, parties: [{ ...party, foreign: true }] } },
      { en: true, head: 'SALES CONTRACT\nParty A (Buyer): Shanghai Sailcloud Co., Ltd.\nAddress: Shanghai\nParty B (Supplier): Farshore GmbH\nAddress: Hamburg' },
    ],
    silent: [clean, english, { head: `${cleanClauses.head.replace('青岛远岸科技有限公司', 'Farshore Technology Pte. Ltd.（新加坡）')}`, notices: '第八条 通知与法律适用\n住所为送达地址。本合同适用中华人民共和国法律。' }],
  },
  D06: {
    fires: ['第九条 争议解决\n争议由双方友好协商解决，协商不成的向被告住所地人民法院起诉。', '第九条 争议\n争议应通过协商解决。', '9. Disputes\nDisputes shall be settled by friendly consultation.'],
    silent: [clean, '第九条 争议解决\n争议由双方友好协商，30日内协商不成的起诉。', '9. Disputes\nDisputes shall be settled amicably within 30 days.'],
  },
  D07: {
    fires: [{ notices: '' }, { en: true, notices: '', head: 'SALES CONTRACT\nParty A (Buyer): Sailcloud\nParty B (Supplier): Farshore' }, { notices: '第八条 其他\n本合同一式两份。' }],
    silent: [clean, english, { notices: '第八条 联系方式\n联系地址：上海市。电子邮箱：a@b.cn' }],
  },
  M01: {
    fires: [{ head: '设备买卖合同', signature: '' }, { en: true, head: 'SALES CONTRACT', signature: '' }, { head: '设备买卖合同\n甲方：\n乙方：', signature: '（盖章）\n签字：\n日期：' }],
    silent: [clean, english, { head: '买卖合同\n上海云帆公司（以下简称“甲方”）与青岛远岸公司（以下简称“乙方”）订立本合同。' }],
  },
  M02: {
    fires: [
      { subject: '', quality: '', price: '第三条 价款\n总价为120,000元，含税。', delivery: '第四条 履行\n乙方应于10日内履行完毕。', termination: '第七条 解除\n可以协商解除，解除后15日内结算。', head: '合同书\n甲方：云帆公司\n乙方：远岸公司', breach: '第五条 违约责任\n任何一方违约的，支付违约金100元。' },
      '合同书\n甲方：云帆公司\n乙方：远岸公司\n第一条 总价\n总价100元。\n第二条 违约\n违约金10元。\n第三条 争议\n向上海市法院起诉。',
      'CONTRACT\nParty A: Sailcloud\nParty B: Farshore\n1. Price\nThe price is 100.\n2. Breach\nDamages are 10.\n3. Disputes\nDisputes go to the courts of Shanghai.',
    ],
    silent: [clean, english, '第一条 总价\n总价100元。'],
  },
  M03: {
    fires: [
      { subject: '第一条 标的\n乙方向甲方出售测深仪。' },
      { en: true, subject: '1. Goods\nThe Supplier sells echo sounders to the Buyer.' },
      { subject: '第一条 货物\n货物为水泵。' },
    ],
    silent: [clean, english, { head: cleanClauses.head.replace('设备买卖合同', '技术服务合同'), subject: '第一条 服务内容\n乙方向甲方提供技术服务。' }],
  },
  M04: {
    fires: [
      { quality: '', subject: '第一条 标的与数量\n乙方向甲方出售测深仪10台。', delivery: '第四条 交货与验收\n乙方应于10日内将货物运至甲方仓库，甲方应在10日内验收。', head: cleanClauses.head },
      { en: true, quality: '' },
      { quality: '第二条 包装\n木箱。', subject: '第一条 标的与数量\n乙方向甲方出售测深仪10台。' },
    ],
    silent: [clean, english, { quality: '', head: cleanClauses.head.replace('设备买卖合同', '保密协议') }],
  },
  M05: {
    fires: [
      { price: '', breach: '第五条 违约责任\n任何一方逾期的，每日支付违约金100元。' },
      { price: '第三条 其他\n本合同一式两份。', breach: '第五条 违约责任\n任何一方逾期的，每日支付违约金100元。' },
      { en: true, price: '', breach: '5. Liability\nA party in breach shall pay liquidated damages of 100 a day, not exceeding 10,000.' },
    ],
    silent: [clean, english, { price: '第三条 无偿\n乙方无偿提供。' }],
  },
  M06: {
    fires: [
      '买卖合同\n甲方：云帆公司\n乙方：远岸公司\n第一条 标的\n水泵10台。\n第二条 价款\n100元。\n第三条 违约\n违约金10元。',
      'SALES CONTRACT\nParty A: Sailcloud\nParty B: Farshore\n1. Goods\n10 pumps.\n2. Price\nCNY 100.\n3. Breach\nDamages are CNY 10.',
      '租赁合同\n出租人：云帆公司\n承租人：远岸公司\n第一条 房屋\n房屋一间。\n第二条 租金\n5000元。\n第三条 违约\n违约金10元。',
    ],
    silent: [clean, english, '第一条 标的\n水泵10台。'],
  },
  M07: {
    fires: [
      { breach: '' },
      { en: true, breach: '' },
      { breach: '第五条 其他\n本合同一式两份。' },
    ],
    silent: [clean, english, { breach: '第五条 赔偿\n任何一方应赔偿对方损失，以1万元为限。' }],
  },
  M08: {
    fires: [{ disputes: '第九条 争议解决\n争议由双方在30日内协商解决。' }, { en: true, disputes: '9. Disputes\nDisputes shall be settled by talks within 30 days.' }, '第九条 争议解决\n双方协商解决争议。'],
    silent: [clean, english, '第一条 标的\n水泵。'],
  },
  M09: {
    fires: [{ signature: '' }, { signature: '甲方（盖章）：\n乙方（盖章）：' }, { en: true, signature: '' }],
    silent: [clean, english, '第一条 标的\n水泵。'],
  },
  M10: {
    fires: [{ forceMajeure: '' }, { quality: '第二条 质量标准\n货物应符合GB/T 24558的要求。' }, { en: true, forceMajeure: '' }],
    silent: [clean, english, '第一条 标的\n水泵。'],
  },
  X01: {
    fires: ['第三条 交货\n乙方应于____年__月__日前交货。', '第一条 交货地点\n交货地点为____。', '第一条 金额\n金额为【】元。', '1. Price\nThe price is TBD.', '第一条 标的\n由XX公司交付。', '第一条 标的\n{{productName}}', '第三条 交货\n交付日期：待定。', '3. Delivery\nDelivery date: TBD.', '3. Delivery\nDelivery date: ____', '3. Goods\nBrand name: [●]', '3. Delivery\nDate: to be confirmed.', '第三条 签署\n签署日期：待定。', '第三条 其他\n本合同一式两份。\n甲方（盖章）：____\n交付日期：待定。'],
    silent: [clean, english, '第一条 签署\n签字：____', '第一条 签署\n签署日期：____年__月__日', '9. Signing\nSignature: ____\nName: ____\nDate: ____', '9. Signing\nBy: ____ Date: ____', '第三条 其他\n本合同一式两份。\n甲方（盖章）：____\n日期：____年__月__日'],
  },
  X02: {
    fires: ['第三条 价款\n总价120,000元（大写：壹拾叁万元整）。', '第三条 价款\n总价1,234.50元（人民币壹仟贰佰叁拾肆元伍分）。', '第三条 价款\n总价100元（大写：壹佰零元整整）。',
      '4. Payment\nThe Buyer shall pay within thirty (45) days of the invoice.', '4. Payment\nThe Buyer shall pay fifteen per cent (16%) in advance.', '4. Quantity\nThe Supplier delivers one hundred and twenty (102) pumps.', '第四条 付款\n甲方应在收到发票后三十（15）日内付款。', '第四条 付款\n甲方支付百分之三十（20%）的预付款。', '第一条 份数\n本合同一式四（6）份，双方各执两（3）份。', '第一条 份数\n本合同正本四（2）份，副本四（4）份。', '第一条 期限\n合同期限三（2）年。', '第一条 期限\n合同期限：三（2）年。', '第一条 期限\n租期三(2)年，租金按年支付。', '第一条 期限\n保修期二（3）年。', '第一条 期限\n质保期：二（3）年。', '第一条 期限\n宽限期十（15）日。', '1. Term\nThe penalty shall be twenty (25)% of the price.',
    ],
    silent: [clean, '第三条 价款\n总价1,234.50元（人民币壹仟贰佰叁拾肆元伍角整）。', '第三条 价款\n总价12万元（大写：壹拾贰万元整）。',
      '4. Payment\nThirty (30) days, one hundred and twenty (120) units, thirty-six (36) months, two thousand five hundred (2,500) sets, fifteen per cent (15%), twelve and a half percent (12.5%), one third (33%).', '第四条 付款\n三分之一（33%）、百分之五（5%）、三十（30）日、十二（12）个月、千分之三（3‰）、一百二十（120）台。', '第四条 附件\n见附件二（2）。第二十（20）条。两（2）年。',
    ],
  },
  X03: {
    fires: ['第三条 价款\n合同总价为120,000元。\n第四条 付款\n合同总价130,000元分两期支付。', '3. Price\nThe total price is CNY 120,000.\n4. Payment\nThe total price of CNY 125,000 is paid in two parts.', '第一条 价款\n总金额为100元，合同总价为200元。',
      '第三条 价款\n不含税价款100,000元，税率13%，税额13,000元，含税总价115,000元。', '第三条 价款\n不含税价款1,000,000元，增值税税率13%，税额120,000元，价税合计1,120,000元。', '第三条 价款\n设备共20台，单价5,000元/台，合同总价为110,000元。', '第一条 租金\n租金总额为100,000元。\n第二条 付款\n租金总额为120,000元，按季支付。', '第三条 价款\n采购设备20台，单价5,000元，共计90,000元。', '第三条 价款\n1、采购设备20台，单价5,000元，合计90,000元。',
    ],
    silent: [clean, english, '第三条 价款\n合同总价为12万元。\n第四条 付款\n合同总价120,000元分两期支付。',
      '第三条 价款\n合同含税总价为1,130,000元，其中不含税价款1,000,000元，税率13%，税额130,000元。', '第三条 价款\n设备共20台，单价5,000元/台，合同总价为100,000元。', '第三条 价款\n设备每台单价（不含税）1,000元，共3台，合计3,000元；税额390元，价税合计3,390元。', '第三条 价款\n年服务费总额为人民币120,000元，三年合同总价为人民币360,000元。', '3. Price\nThe total price is USD 113,000 inclusive of VAT (total price excluding VAT: USD 100,000).', '第三条 价款\n合同总价为100,000元（不含税），合同总价为113,000元（含税）。',
    ],
  },
  X04: {
    fires: ['第一条 期限\n自2026年2月30日起生效。', '第一条 期限\n服务期自2026年1月1日至2026年12月31日，共18个月。', '第一条 期限\n租期一年零六个月，自2026年1月1日至2026年12月31日。', '1. Term\nThis Agreement runs from 1 January 2026 to 31 December 2026, for a period of two years.', '第一条 期限\n自2026年12月31日起至2026年1月1日止。', '第一条 期限\n租期2年，自2026年1月1日起至2026年12月31日止。', '1. Term\nThe term runs from 31 February 2026.',
      '第二条 租期\n租赁期共12个月，自2026年3月1日至2027年8月31日。', '第二条 租期\n租期贰年，2026年1月1日至2026年12月31日。', '2. Term\nThe term of this Agreement is two (2) years, from January 1, 2026 to December 31, 2026.', '2. Term\nThis Agreement commences on 1 March 2026 and expires on 1 February 2026.', '第二条 工期\n开工日期：2026年5月1日，竣工日期：2026年4月1日。', '第二条 期限\n本合同于2026年1月10日签订，有效期2年，自2026年2月1日起至2027年1月31日止。', '第一条 工期\n计划开工日期：2026年5月1日，计划竣工日期：2026年4月1日。', '第一条 工期\n预计开工日期为2026年5月1日，预计完工日期为2026年4月1日。', '第一条 工期\n拟定开工日期：2026年5月1日，拟定竣工日期：2026年4月1日。',
    ],
    silent: ['2. 期限：自2026年3月1日起至2027年2月28日止。', '第一条 期限\n租期1年，自2026年1月1日起至2026年12月31日止。', '第一条 期限\n租期1年，自2026年1月1日起至2027年1月1日止。', clean, english,
      '第二条 租期\n租赁期限为三年，自2026年3月1日起至2029年2月28日止，其中2026年3月1日至2026年3月31日为免租装修期。', '第三条 租期\n租赁期限5年，自2026年1月1日起至2030年12月31日止，前2个月为免租期（自2026年1月1日起至2026年2月28日止）。', '第二条 租期\n租赁期限为2026年1月1日至2027年6月30日，共18个月，前3个月为免租期。', '第二条 期限\n本合同于2026年1月10日签订，有效期1年，自2026年2月1日起至2027年1月31日止。', '2. Term\nThe initial term is three years commencing on 1 April 2026 and ending on 31 March 2029.', '第二条 工期\n开工日期：2026年5月1日，竣工日期：2026年10月31日。',
    ],
  },
  X05: {
    fires: [
      { signature: cleanClauses.signature.replace('上海云帆海洋仪器有限公司', '上海云凡海洋仪器有限公司') },
      { en: true, signature: 'Party A (seal): Shanghai Sailcloud Marine Instrument Co., Ltd.\nAuthorised representative (signature):\nDate:' },
      { head: `${cleanClauses.head}\n统一社会信用代码：91310000MA1FL0000A` },
    ],
    silent: [clean, english, { signature: '甲方（盖章）：\n授权代表（签字）：\n日期：\n乙方（盖章）：\n授权代表（签字）：\n日期：' }],
  },
  X06: {
    fires: [{ subject: '第一条 标的与数量\n丙方向甲方出售测深仪10台。' }, { breach: '第五条 违约责任\n任何一方及丁方逾期的，每日按0.05%支付违约金，累计不超过10%。' }, { en: true, subject: '1. Goods and Quantity\nParty C sells 10 echo sounders to the Buyer.' }],
    silent: [clean, english, '第一条 标的\n丙方交货。'],
  },
  X07: {
    fires: [
      '第一条 定义\n“交付物”是指附件所列的文件。',
      '第一条 定义\n“工期”是指30日。工期内不得停工。\n第二条 工期\n“工期”是指60日。',
      '1. Definitions\n"Deliverables" means the items listed.',
      '第一条 定义\n“保密信息”是指附件一所列的资料。\n第二条 保密\n乙方不得披露保密信息。\n第三条 返还\n乙方应于终止后5日内返还全部机密信息。',
      '第一条 定义\n“交付物”是指附件一所列的文件。\n第二条 交付\n乙方应于10日内交付交付物。\n第三条 验收\n甲方应于10日内验收工作成果。',
      '1. Definitions\n"Deliverables" means the items in Annex 1.\n2. Delivery\nThe Supplier shall deliver the Deliverables.\n3. Rights\nAll rights in the Work Product pass on payment.',
      '第一条 标的\n乙方交付设备。\n第二条 验收\n甲方按本合同所称“合格标准”验收。',
      '第一条 定义\n“设备”是指附件一所列的设备。乙方交付设备。\n第二条 保密\n乙方不得向第三方披露保密信息。',
      '1. Definitions\n"Goods" means the items in Annex 1. The Seller shall deliver the Goods.\n2. Secrecy\nThe Seller shall keep the Confidential Information secret.',
    ],
    silent: ['第一条 定义\n“交付物”是指附件所列的文件。\n第二条 交付\n乙方交付交付物。', clean, '1. Definitions\n"Deliverables" means the items listed.\n2. Delivery\nThe Deliverables are due.',
      '第一条 定义\n“保密信息”是指附件一所列的资料。\n第二条 保密\n乙方不得披露保密信息。“机密信息”是指附件二所列的资料，乙方不得复制机密信息。',
      '第一条 定义\n“设备”是指附件一所列的设备。乙方交付设备。\n第二条 保密\n保密信息包括图纸和报价。乙方不得向第三方披露保密信息。',
      '第一条 验收\n本合同所称“合格标准”，是指GB/T 19001。甲方按合格标准验收。',
      '1. Definitions\n"Goods" means the items in Annex 1. The Seller shall deliver the Goods.\n2. Secrecy\nThe information in Annex 2 ("Confidential Information") is secret. The Seller shall keep the Confidential Information secret.',
      '1. Secrecy\nThe Seller shall keep the confidential information of the Buyer secret. Working days are counted.'],
  },
  X08: {
    fires: ['1. Scope\nThe scope is as agreed.\n2. Complaints\nSee Schedule 4 for the procedure.\n3. Law\nEnglish law.', '第一条 标的\n见第九条。\n第二条 价款\n100元。\n第三条 交货\n10日内。', '第一条 标的\n技术要求见附件三。', '1. Goods\nSee Clause 12.\n2. Price\n100.\n3. Delivery\nTen days.'],
    silent: ['第一条 标的\n见第三条。\n第二条 价款\n100元。\n第三条 交货\n10日内。', '第一条 依据\n《民法典》第五百八十五条。\n第二条 价款\n100元。\n第三条 交货\n10日内。', '第一条 标的\n技术要求见附件一。\n第二条 附件\n附件一：技术要求'],
  },
  X09: {
    fires: ['第一条 标的\n水泵。\n第三条 价款\n100元。', '1. Goods\nPumps.\n2. Price\n100.\n2. Delivery\nTen days.', '一、标的\n水泵。\n二、价款\n100元。\n四、交货\n10日。'],
    silent: [clean, english, '一、标的\n水泵。\n二、价款\n100元。'],
  },
  X10: {
    fires: [
      { record: { ...noRecord, parties: [party], amountInclTaxMinor: 13_000_000n } },
      { record: { ...noRecord, expirationOn: '2027-12-31' }, subject: '第一条 标的、数量与期限\n乙方向甲方出售测深仪10台，合同有效期至2026年12月31日。' },
      { record: { ...noRecord, parties: [{ ...party, nameZh: '深圳海图有限公司' }] } },
      { record: { ...noRecord, noticePeriod: 'P60D' }, subject: '第一条 标的与期限\n乙方向甲方供应测深仪10台，期限一年，期满自动续期一年，任何一方不续期的，应提前30日书面通知对方。' },
      { record: { ...noRecord, noticePeriod: 'P3M' }, subject: '第一条 标的与期限\n乙方向甲方供应测深仪10台，期限一年，期满自动续期一年，任何一方不续期的，应提前两个月书面通知对方。' },
      { en: true, record: { ...noRecord, noticePeriod: 'P90D' }, subject: '1. Goods and term\nThe Seller sells 10 sounders to the Buyer for one year, automatically renewed for one year unless a party gives at least thirty (30) days written notice.' },
    ],
    silent: [clean, { record: { ...noRecord, parties: [party], amountInclTaxMinor: 12_000_000n } }, { record: { ...noRecord, expirationOn: '2026-12-31' }, subject: '第一条 标的、数量与期限\n乙方向甲方出售测深仪10台，合同有效期至2026年12月31日。' },
      { record: { ...noRecord, noticePeriod: 'P30D' }, subject: '第一条 标的与期限\n乙方向甲方供应测深仪10台，期限一年，期满自动续期一年，任何一方不续期的，应提前30日书面通知对方。' },
      { record: { ...noRecord, noticePeriod: 'P2M' }, subject: '第一条 标的与期限\n乙方向甲方供应测深仪10台，期限一年，期满自动续期一年，任何一方不续期的，应提前两个月书面通知对方。' },
      { record: { ...noRecord, noticePeriod: 'P60D' }, subject: '第一条 标的与质量异议\n乙方向甲方供应测深仪10台，甲方停用的，应提前30日书面通知乙方。' },
    ],
  },
  X11: {
    fires: ['第一条 付款\n甲方应在10个工作日内付款，乙方应在5日内交货。', '第一条 折扣\n采购100台以上的，单价下调。', '1. Payment\nThe Buyer shall pay within 10 business days and inspect within 5 days.',
      '第五条 交货\n乙方应于2026年8月31日前交货，甲方应在到货后5个工作日内验收，并于10日内付款。',
    ],
    silent: [clean, '第一条 付款\n甲方应在10个工作日内付款，乙方应在5日内交货。工作日是指法定工作日。', '第一条 折扣\n采购100台以上（含本数）的，单价下调。',
      '第五条 交货\n乙方应于2026年8月31日前交货，甲方应在到货后5个工作日内验收。', '第五条 付款\n甲方应于次月15日前付款，乙方应在收款后3个工作日内开具发票。',
    ],
  },
  X12: {
    fires: ['第一条 依据\n根据《中华人民共和国合同法》订立本合同。', '第一条 依据\n依据担保法承担保证责任。', '1. Basis\nUnder the Contract Law of the People\'s Republic of China.'],
    silent: ['第一条 依据\n根据《中华人民共和国民法典》订立本合同。', '第一条 依据\n根据劳动合同法。', '第一条 说明\n原合同法已废止。'],
  },
  X13: {
    fires: [{ record: { ...noRecord, approvedHash: 'a', contentHash: 'b' } }, { en: true, record: { ...noRecord, approvedHash: 'a', contentHash: 'c' } }, { termination: '', record: { ...noRecord, approvedHash: 'x', contentHash: 'y' } }],
    silent: [clean, { record: { ...noRecord, approvedHash: 'a', contentHash: 'a' } }, { record: { ...noRecord, contentHash: 'a' } }],
  },
  X15: {
    fires: ['第六条 质保\n设备质保期为12个月。\n第十二条 附则\n乙方提供的设备的质保期为两年。', '第八条 解除\n任何一方可提前30日书面通知对方解除本合同。\n第十二条 其他\n任何一方提前60日书面通知对方，可解除本合同。', '6. Warranty\nThe warranty period is twelve (12) months.\n9. General\nThe warranty period for the goods shall be 24 months.', '8. Termination\nEither party may terminate this Agreement on thirty (30) days’ written notice.\n12. General\nEither party may terminate this Agreement by giving 90 days’ notice.', '第一条 质保\n本合同质保期为24个月。\n第二条 其他\n本项目质保期为12个月。', '第一条 质保\n本合同项下设备质保期为24个月。\n第二条 其他\n质保期为12个月。', '1. Warranty\nSupplier’s warranty period is 24 months.\n2. Other\nThe warranty period is 12 months.', '1. Warranty\nThe Supplier’s warranty period is 24 months.\n2. Other\nThe warranty period is 12 months.'],
    silent: [clean, english, '第六条 质保\n水泵质保期为12个月，阀门质保期为24个月。', '第六条 质保\n设备质保期为12个月。\n第十二条 附则\n设备的质保期为一年。', '第八条 解除\n任何一方可提前30日书面通知对方解除本合同。\n乙方违约的，甲方提前5日书面通知乙方解除本合同。', '8. Termination\nEither party may terminate this Agreement on 30 days’ written notice.\n9. Breach\nEither party may terminate this Agreement on 10 days’ written notice if the other party commits a breach.'],
  },
  X14: {
    fires: [
      '第一条 付款 Payment\n甲方应在10日内支付货款人民币5,000元。\nThe Buyer shall pay CNY 5,000 within 15 days of delivery.',
      '第一条 期限 Term\n本合同于2026年3月1日起生效，有效期24个月。\nThis Contract takes effect on March 2, 2026 for a term of 24 months.',
      '第一条 价款 Price\n合同总价为人民币12万元整，含税。\nThe total price is CNY 125,000, tax included in the price.',
    ],
    silent: [
      '第一条 付款 Payment\n甲方应在10日内支付货款人民币5,000元。\nThe Buyer shall pay CNY 5,000 within 10 days of delivery.',
      '第一条 价款 Price\n合同总价为人民币12万元整，含税。\nThe total price is CNY 120,000, tax included in the price.',
      '第一条 开票 Invoice\n甲方统一社会信用代码为91310000MA1FAKE015，发票于10日内开具。\nThe Seller shall issue the invoice to the Buyer within 10 days.',
      '第一条 运输 Carriage\n运输距离为10公里，时限为24小时。\nThe distance is 10km and the time for carriage is 24hours.',
      clean,
    ],
  },
};

/** The text of a case: as it stands, or the clean contract with the clauses that the case changes. */
export function textOf(one: Case): string {
  if (typeof one === 'string') return one;
  const { en = false, record: _, ...changes } = one;
  return (en ? englishWith : contractWith)(changes);
}
