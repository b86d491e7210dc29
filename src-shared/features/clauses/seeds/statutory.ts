import { instead, lines, seed, type SeedClause } from './seed.ts';

/** The items of Civil Code art. 470, and what goes with price and performance. */
export const statutoryClauses: readonly SeedClause[] = [
  seed('parties', 'parties', {
    zh: '当事人与签约权限',
    en: 'Parties and Authority',
    risk: 'medium',
    preferred: [
      lines('双方的名称、统一社会信用代码、法定代表人和住所以本合同首部所列为准。', '各方保证其依法设立并有效存续，签署本合同的人员已取得授权。一方对此作出不实陈述的，应赔偿对方因此受到的损失。'),
      lines('The names, unified social credit codes, legal representatives and registered addresses of the parties are those stated at the head of this contract.', 'Each party warrants that it is lawfully established and in existence and that the person who signs this contract is authorized. A party whose statement is untrue shall compensate the other party for the resulting loss.'),
    ],
    hardLine: ['不接受由对方项目部、分公司以自己名义签约而总公司不承担责任。', 'Never a project office or branch signing in its own name without the company being bound.'],
    guidance: ['签约前核对营业执照与统一社会信用代码；授权代表签字的，留存授权委托书原件。', 'Check the business licence and credit code before signing; keep the original power of attorney where an authorized representative signs.'],
  }),
  seed('definitions', 'definitions', {
    zh: '定义与解释',
    en: 'Definitions and Interpretation',
    risk: 'low',
    preferred: [
      lines('“日”指自然日；“工作日”指中华人民共和国境内除法定休假日以外的日期，包括因调休而工作的日期。期间届满之日不是工作日的，以其后第一个工作日为届满之日。', '“以上”“以内”“以前”“届满”均含本数；“超过”不含本数。', '“书面”指加盖公章的纸质文件，以及自【通知条款】所列电子邮箱发出的数据电文。'),
      lines('“Day” means a calendar day. “Working day” means a day in the Chinese mainland other than a statutory holiday or rest day, and includes a rest day that has been made a day of work. A period whose last day is not a working day ends on the next working day.', '“Or more”, “within”, “no later than” and “expiry” include the stated figure or day; “exceeding” excludes it.', '“In writing” means on paper under company seal, or by data message sent from an email address given under 【notices clause】.'),
    ],
    hardLine: ['不接受以微信等即时通讯记录作为变更合同的书面形式。', 'Never chat messages as the written form of an amendment.'],
    guidance: ['期限单位全文统一；新增定义须在正文中使用。', 'Use one unit of time throughout; use every term that is defined.'],
  }),
  seed('subject', 'subject', {
    zh: '标的物',
    en: 'Subject Matter',
    risk: 'medium',
    preferred: [
      lines('【出卖人】向【买受人】出卖的标的物为【名称】，型号与规格为【型号与规格】。', '【出卖人】应交付全新、未经使用的标的物。'),
      lines('The goods that 【the Seller】 sells to 【the Buyer】 are 【name】, model and specification 【model and specification】.', '【The Seller】 shall deliver goods that are new and unused.'),
    ],
    hardLine: ['不接受只写品名而无型号、规格或者图号。', 'Never a product name without model, specification or drawing number.'],
    guidance: ['标的名称应与发票品名一致。', 'The name should be the one that the invoice bears.'],
    approver: 'contract_manager',
  }),
  seed('quantity', 'quantity', {
    zh: '数量',
    en: 'Quantity',
    risk: 'medium',
    preferred: [
      lines('标的物的数量为【数量与计量单位】，以双方在交付地点共同清点的结果为准。', '【出卖人】少交的，应于收到【买受人】书面通知之日起5个工作日内补足；【出卖人】多交的，【买受人】有权拒收多交的标的物，由此发生的运输费用由【出卖人】承担。'),
      lines('The quantity is 【quantity and unit】, as counted jointly by the parties at the place of delivery.', '【The Seller】 shall make up a shortage within 5 working days of receiving the written notice of 【the Buyer】. 【The Buyer】 may reject an excess, and 【the Seller】 bears the resulting cost of carriage.'),
    ],
    fallbacks: [
      instead('contract_manager', ['标的物的数量为【数量与计量单位】，实际交付数量允许增减不超过3%，按实际交付数量结算。', 'The quantity is 【quantity and unit】. A deviation of up to 3% is permitted, and the quantity delivered is paid for.'], ['散装货物或者按重量计量时使用。', 'For bulk goods or goods sold by weight.']),
    ],
    hardLine: ['不接受“数量以实际为准”而无上限。', 'Never an open quantity without a ceiling.'],
    guidance: ['计量单位使用法定计量单位。', 'Use statutory units of measure.'],
    approver: 'contract_manager',
  }),
  seed('quality', 'quality', {
    zh: '质量标准',
    en: 'Quality',
    risk: 'high',
    preferred: [
      lines('标的物应符合【质量标准】以及本合同所列型号与规格。', '标的物存在国家强制性标准的，【出卖人】应保证标的物符合交付日有效的强制性标准。'),
      lines('The goods shall conform to 【quality standard】 and to the model and specification stated in this contract.', 'If a mandatory national standard applies to the goods, 【the Seller】 warrants that they conform to the mandatory standard in force on the date of delivery.'),
    ],
    fallbacks: [
      instead('contract_manager', ['标的物的质量以双方共同封存的样品【样品编号】为准，样品由双方各保存一份。', 'The quality of the goods is that of the sample 【sample number】 sealed jointly by the parties, of which each party keeps one.'], ['没有国家标准、行业标准时使用。', 'Where no national or industry standard exists.']),
    ],
    hardLine: ['不接受无标准编号、无样品、无技术指标的质量约定。', 'Never quality without a standard’s number, a sample or figures.'],
    guidance: ['写明标准编号与年份；优先选用国家标准。', 'State the number and year of the standard; prefer national standards.'],
  }),
  seed('price', 'price', {
    zh: '价款与税款',
    en: 'Price and Tax',
    risk: 'high',
    preferred: [
      lines('【价款名称】为【金额（大小写）】，为含税固定价，增值税税率为【税率】。'),
      lines('The 【price】 is 【amount in figures and words】. It is fixed and includes value-added tax at the rate of 【tax rate】.'),
    ],
    fallbacks: [
      instead('finance', ['【价款名称】为不含税金额【金额（大小写）】，增值税按开具发票时适用的税率另行计算，由【付款方】承担。', 'The 【price】 is 【amount in figures and words】 excluding tax. Value-added tax is added at the rate that applies when the invoice is issued and is borne by 【the payer】.'], ['税率调整可能性较大时使用。', 'Where a change of the tax rate is likely.']),
    ],
    hardLine: ['不接受未写明是否含税、未写明税率。', 'Never a price that doesn’t say whether tax is included and at which rate.'],
    guidance: ['大小写金额须一致。', 'Figures and words must agree.'],
    approver: 'finance',
  }),
  seed('invoice', 'payment', {
    zh: '发票',
    en: 'Invoices',
    risk: 'medium',
    preferred: [
      '【收款方】应于每笔付款期限届满5个工作日前，向【付款方】开具与该笔付款金额相同的【发票类型】。',
      'At least 5 working days before each payment falls due, 【the payee】 shall issue to 【the payer】 a 【invoice type】 for the amount of that payment.',
    ],
    fallbacks: [
      instead('finance', ['【收款方】应于收到每笔款项之日起5个工作日内，向【付款方】开具与该笔付款金额相同的【发票类型】。', 'Within 5 working days of receiving each payment, 【the payee】 shall issue to 【the payer】 a 【invoice type】 for the amount of that payment.'], ['收款方要求先款后票时使用。', 'Where the payee insists on payment before the invoice.']),
    ],
    hardLine: ['不接受以收据代替发票。', 'Never a receipt in place of an invoice.'],
    guidance: ['票、款、合同主体三者一致。', 'Invoice, payment and party must be of the same name.'],
    approver: 'finance',
  }),
  seed('payment', 'payment', {
    zh: '付款期限',
    en: 'Time for Payment',
    risk: 'high',
    preferred: [
      '【付款方】应于【付款条件成就】之日起【付款期限】内，向【收款方】付清【款项】。',
      '【The payer】 shall pay 【the sum】 to 【the payee】 within 【time for payment】 of the date on which 【the condition】.',
    ],
    fallbacks: [
      instead('finance', ['【付款方】应于【付款条件成就】之日起【付款期限】内，以期限不超过6个月的银行承兑汇票向【收款方】付清【款项】，贴现费用由【付款方】承担。', '【The payer】 shall pay 【the sum】 to 【the payee】 by bank acceptance bills of no more than 6 months within 【time for payment】 of the date on which 【the condition】, and bears the cost of discounting.'], ['对方以票据支付时使用；商业承兑汇票不适用。', 'Where the other party pays by bills; not for commercial acceptance bills.']),
    ],
    hardLine: ['不接受“背靠背”付款，即以收到第三方款项为付款条件。', 'Never pay-when-paid.'],
    guidance: ['每笔款项都要有起算点和天数。', 'Every payment needs a starting point and a number of days.'],
    approver: 'finance',
  }),
  seed('payee-account', 'payment', {
    zh: '收款账户变更',
    en: 'Change of Account',
    risk: 'high',
    preferred: [
      '【收款方】变更收款账户的，应于付款期限届满10日前以加盖公章的纸质文件通知【付款方】，新账户的户名应与【收款方】名称一致。',
      'If 【the payee】 changes its account, it shall notify 【the payer】 on paper under company seal at least 10 days before a payment falls due. The name of the new account shall be identical to the name of 【the payee】.',
    ],
    hardLine: ['不接受仅凭电子邮件变更账户，不接受向第三方账户付款。', 'Never a change of account by email alone, never payment to a third party’s account.'],
    guidance: ['收到账户变更通知后，用合同所列电话回拨核实。', 'On notice of a change, call back on the number in the contract.'],
    approver: 'finance',
  }),
  seed('delivery', 'performance', {
    zh: '交付的时间、地点与方式',
    en: 'Time, Place and Manner of Delivery',
    risk: 'medium',
    preferred: [
      '【出卖人】应于【交付日期】以前，在【地点】（以下称“交付地点”）将标的物交付给【买受人】。',
      '【The Seller】 shall deliver the Goods to 【the Buyer】 no later than 【date】 at 【place】 (the “Place of Delivery”).',
    ],
    fallbacks: [
      instead('contract_manager', ['【出卖人】应于本合同生效之日起【天数】日内，在【地点】（以下称“交付地点”）将标的物交付给【买受人】。', '【The Seller】 shall deliver the Goods to 【the Buyer】 within 【number】 days of the date on which this contract takes effect at 【place】 (the “Place of Delivery”).'], ['订约时无法确定日历日期时使用。', 'Where no calendar date can be fixed at signing.']),
    ],
    hardLine: ['不接受没有日期或者天数的交付约定。', 'Never delivery without a date or a number of days.'],
    guidance: ['同时约定运费、保险费、装卸费由谁承担。', 'Say also who bears carriage, insurance, loading and unloading.'],
    approver: 'contract_manager',
  }),
  seed('acceptance', 'acceptance', {
    zh: '验收与视为验收合格',
    en: 'Acceptance and Deemed Acceptance',
    risk: 'high',
    preferred: [
      '【验收方】在前述验收期内既未出具验收结论，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。',
      'If within that period 【the accepting party】 neither gives its result nor objects in writing, 【the subject matter】 are deemed to have passed acceptance on the last day of the period.',
    ],
    fallbacks: [
      instead('contract_manager', ['【验收方】在前述验收期内既未出具验收结论，也未提出书面异议的，【交付方】应书面催告；【验收方】自收到催告之日起5个工作日内仍未答复的，视为验收合格。', 'If within that period 【the accepting party】 neither gives its result nor objects in writing, 【the delivering party】 shall send a written reminder. If 【the accepting party】 does not answer within 5 working days of receiving it, 【the subject matter】 are deemed to have passed acceptance.'], ['验收方要求先催告时使用。', 'Where the accepting party asks for a reminder first.']),
    ],
    hardLine: ['不接受没有验收期的验收约定。', 'Never acceptance without a period.'],
    guidance: ['验收标准、期限、异议、复验四项齐备。', 'Standard, period, objection and re-inspection: all four.'],
  }),
  seed('warranty', 'warranty', {
    zh: '质量保证',
    en: 'Warranty',
    risk: 'medium',
    preferred: [
      lines('质量保证期为【期限】，自标的物验收合格之日起计算。', '质量保证期内标的物出现质量问题的，【出卖人】应于收到【买受人】书面通知之日起2个工作日内答复处理方案，并于收到通知之日起【修复期限】内自负费用修理或者更换。'),
      lines('The warranty period is 【period】 from the date on which the Goods pass acceptance.', 'If a defect appears during the warranty period, 【the Seller】 shall answer with a plan within 2 working days of receiving 【the Buyer’s】 written notice, and repair or replace the Goods at its own expense within 【time for repair】 of receiving that notice.'),
    ],
    fallbacks: [
      instead('legal', ['质量保证期为【期限】，自标的物交付之日起计算。质量保证期内标的物出现质量问题的，【出卖人】应于收到【买受人】书面通知之日起【修复期限】内自负费用修理。', 'The warranty period is 【period】 from delivery of the Goods. If a defect appears during it, 【the Seller】 shall repair the Goods at its own expense within 【time for repair】 of receiving 【the Buyer’s】 written notice.'], ['卖方只接受自交付起算时使用。', 'Where the seller accepts only a period that runs from delivery.']),
    ],
    hardLine: ['质量保证期不少于6个月（采购时）。', 'No less than 6 months when we buy.'],
    guidance: ['更换后的质保期重新计算。', 'After replacement the period starts again.'],
  }),
];
