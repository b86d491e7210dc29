import type { TemplateContent } from '../model.ts';
import { choice, variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, on, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, standard, table, title, when, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const buyer: readonly [Words, string] = [['甲方（采购方）', 'Party A (the “Buyer”)'], 'buyer'];
const supplier: readonly [Words, string] = [['乙方（供应商）', 'Party B (the “Supplier”)'], 'supplier'];
const names: Names = { price: ['合同总价', 'the Contract Price'], payer: ['甲方', 'the Buyer'], payee: ['乙方', 'the Supplier'], subject: ['货物采购', 'the purchase of the Goods'], signers: [buyer, supplier] };

const text = bodies(
  title(['采购合同', 'Purchase Contract']),
  parties(buyer, supplier),
  p(['根据《中华人民共和国民法典》，甲方向乙方采购{{goodsName}}（以下称“货物”），双方订立本合同。', 'Under the Civil Code of the People’s Republic of China, the Buyer purchases {{goodsName}} (the “Goods”) from the Supplier, and the parties enter into this contract.']),
  definitions(['“合同总价”指{{#price}}约定的含税总金额。', '“Contract Price” means the total amount including tax stated in {{#price}}.']),
  clause(
    null,
    ['货物与数量', 'Goods and Quantity'],
    ['乙方向甲方供应的货物如下：', 'The Supplier supplies the following Goods to the Buyer:'],
    table(
      [['名称', 'Name'], ['型号与规格', 'Model and specification'], ['数量', 'Quantity'], ['计量单位', 'Unit']],
      [['{{goodsName}}', '{{goodsName}}'], ['{{specification}}', '{{specification}}'], ['{{quantity}}', '{{quantity}}'], ['{{unitOfMeasure}}', '{{unitOfMeasure}}']],
    ),
    ['乙方应交付全新、未经使用、由原厂制造的货物；乙方更换型号或者产地的，应事先取得甲方书面同意。', 'The Supplier shall deliver Goods that are new, unused and made by the original manufacturer. The Supplier shall obtain the Buyer’s prior written consent before changing the model or the place of manufacture.'],
    ['数量以双方在交付地点共同清点的结果为准。乙方少交的，应于收到甲方书面通知之日起5个工作日内补足；乙方多交的，甲方有权拒收多交的货物，由此发生的运输费用由乙方承担。', 'The quantity is the result of a joint count by the parties at the place of delivery. The Supplier shall make up a shortage within 5 working days of receiving the Buyer’s written notice. The Buyer may reject an excess, and the Supplier bears the resulting cost of carriage.'],
  ),
  clause(
    'quality',
    ['质量标准', 'Quality'],
    ['货物应符合{{qualityStandard}}以及本合同所列型号与规格；货物存在国家强制性标准的，乙方应保证货物符合交付日有效的强制性标准。', 'The Goods shall conform to {{qualityStandard}} and to the model and specification stated in this contract and, where a mandatory national standard applies, to the mandatory standard in force on the date of delivery.'],
    ['乙方应随货物交付下列资料，且不另行收费：', 'Together with the Goods, and at no further charge, the Supplier shall deliver the following documents:'],
    repeat('documents', ['{{documents}}。', '{{documents}}.']),
    ['乙方应采用能够防潮、防震、防锈蚀的包装；因包装不符合约定造成货物毁损的，乙方应按{{#nonconformity}}处理。', 'The Supplier shall use packaging that protects the Goods against moisture, shock and corrosion. If packaging that does not do so causes damage, the Supplier shall act under {{#nonconformity}}.'],
  ),
  clause(
    'price',
    ['合同价款', 'Price'],
    ...standard('price', ['合同总价', '{{totalPrice|figuresAndWords}}', '{{taxRate}}'], ['Contract Price', '{{totalPrice|figuresAndWords}}', '{{taxRate}}']),
    ['合同总价已包含货物价款、包装费、运输费、保险费、卸货费、税款以及乙方履行交付义务发生的费用；除双方签订补充协议外，甲方无须支付合同总价以外的款项。', 'The Contract Price includes the price of the Goods, packaging, carriage, insurance, unloading, tax and the expenses of delivery incurred by the Supplier. Unless the parties sign a supplementary agreement, the Buyer is not required to pay any other sum.'],
  ),
  clause(
    'payment',
    ['发票与付款', 'Invoices and Payment'],
    ...invoice(names),
    ['乙方迟延开具发票的，甲方的付款期限按迟延日数顺延，甲方不承担该期间的逾期付款责任。', 'If the Supplier issues an invoice late, the Buyer’s time for payment is extended by the number of days of the delay, and the Buyer is not liable for late payment during that time.'],
    when('paymentMode', 'afterAcceptance', ['甲方应于货物验收合格之日起{{paymentPeriod}}内，向乙方一次性付清合同总价。', 'The Buyer shall pay the Contract Price to the Supplier in full within {{paymentPeriod}} of the date on which the Goods pass acceptance.']),
    when(
      'paymentMode',
      'retention',
      ['甲方应于货物验收合格之日起{{paymentPeriod}}内，向乙方支付合同总价的95%。', 'The Buyer shall pay 95% of the Contract Price to the Supplier within {{paymentPeriod}} of the date on which the Goods pass acceptance.'],
      ['合同总价的5%作为质量保证金，甲方应于质量保证期届满之日起15日内无息支付给乙方；货物在质量保证期内出现质量问题而乙方未履行修理或者更换义务的，甲方有权从中扣除由此支付的费用。', 'The Buyer shall pay the remaining 5% of the Contract Price, kept as a quality retention, to the Supplier without interest within 15 days of the end of the warranty period. If the Supplier does not repair or replace Goods that prove defective in that period, the Buyer may deduct from the retention the costs that it pays as a result.'],
    ),
    payeeAccount(names.payee, names.payer, 'supplier'),
    ...standard('payee-account', ['乙方', '甲方', '乙方'], ['the Supplier', 'the Buyer', 'the Supplier']),
  ),
  clause(
    'delivery',
    ['交付', 'Delivery'],
    ['乙方应于{{deliveryDate}}以前，将货物运至{{deliveryPlace}}（以下称“交付地点”）交付给甲方，并承担运输费用、运输保险费用和卸货费用。', 'The Supplier shall carry the Goods to {{deliveryPlace}} (the “Place of Delivery”) and deliver them to the Buyer no later than {{deliveryDate}}. It bears the costs of carriage, of insurance during carriage and of unloading.'],
    ['乙方应于交付日3个工作日前，将交付日期、件数、总重量书面通知甲方。双方应于交付当日签署交接单；交接单只证明货物的交付时间、件数和外包装状况，不证明质量合格。', 'At least 3 working days before delivery, the Supplier shall notify the Buyer in writing of the date of delivery, the number of packages and the gross weight. The parties shall sign a delivery note on the day of delivery. It is evidence only of the time of delivery, the number of packages and the outer condition of the packaging, and not of quality.'],
    ['货物的所有权和毁损、灭失的风险，自交接单签署时起转移至甲方。乙方保证对货物享有完整的处分权，货物上不存在第三人的权利。', 'Title to the Goods and the risk of damage and loss pass to the Buyer when the delivery note is signed. The Supplier warrants that it has full power to dispose of the Goods and that they are free of any right of a third party.'],
  ),
  clause(
    'acceptance',
    ['验收', 'Acceptance'],
    ['甲方应于交接单签署之日起{{acceptancePeriod}}内，按{{#quality}}对货物的数量、型号、规格和质量进行验收，并向乙方出具书面验收结论。', 'Within {{acceptancePeriod}} of the date on which the delivery note is signed, the Buyer shall inspect the quantity, model, specification and quality of the Goods against {{#quality}} and give the Supplier its written result.'],
    ['甲方在前述验收期内既未出具验收结论，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。', 'If within that period the Buyer neither gives its result nor objects in writing, the Goods are deemed to have passed acceptance on the last day of the period.'],
    ['验收合格不免除乙方对隐蔽瑕疵的责任；甲方应于发现隐蔽瑕疵之日起15日内，且自货物交付之日起2年内，书面通知乙方。', 'Acceptance does not release the Supplier from liability for hidden defects. The Buyer shall notify the Supplier in writing of a hidden defect within 15 days of discovering it and within 2 years of delivery.'],
  ),
  clause(
    'nonconformity',
    ['不合格货物的处理', 'Goods That Fail Acceptance'],
    ['货物验收不合格的，乙方应于收到甲方书面通知之日起{{remedyPeriod}}内自负费用修理、更换或者补足，并由甲方按{{#acceptance}}重新验收。', 'If the Goods fail acceptance, the Supplier shall repair, replace or supplement them at its own expense within {{remedyPeriod}} of receiving the Buyer’s written notice, and the Buyer shall inspect them again under {{#acceptance}}.'],
    ['重新验收仍不合格的，甲方有权选择减少价款，或者退还不合格的货物；甲方选择退还的，乙方应于收到退货通知之日起10日内退还对应价款，并承担退货费用。', 'If the Goods fail again, the Buyer may either reduce the price or return the failed Goods. If the Buyer returns them, the Supplier shall refund their price within 10 days of receiving notice of return and bear the cost of return.'],
    ['双方对质量有争议的，应共同委托具备检验资质的机构检验，检验费用由检验结论对其不利的一方承担。', 'If the parties dispute quality, they shall jointly appoint a qualified inspection body. The party against which the inspection finds bears its cost.'],
  ),
  clause(
    'warranty',
    ['质量保证', 'Warranty'],
    ['质量保证期为{{warrantyPeriod}}，自货物验收合格之日起计算。', 'The warranty period is {{warrantyPeriod}} from the date on which the Goods pass acceptance.'],
    ['质量保证期内货物出现质量问题的，乙方应于收到甲方书面通知之日起2个工作日内答复处理方案，并于收到通知之日起{{remedyPeriod}}内自负费用修理或者更换。', 'If a defect appears during the warranty period, the Supplier shall answer with a plan within 2 working days of receiving the Buyer’s written notice, and repair or replace the Goods at its own expense within {{remedyPeriod}} of receiving that notice.'],
    ['乙方未按前款期限修理或者更换的，甲方有权委托第三人修理，乙方应于收到费用凭证之日起10日内支付修理费用。经更换的货物，质量保证期自更换之日起重新计算。', 'If the Supplier does not do so in that time, the Buyer may have the Goods repaired by a third party, and the Supplier shall pay the cost within 10 days of receiving proof of it. The warranty period of replaced Goods starts again on the day of replacement.'],
  ),
  clause(null, ['知识产权', 'Intellectual Property'], ...standard('ip-warranty', ['乙方', '货物', '货物', '甲方', '甲方', '乙方', '乙方', '甲方'], ['The Supplier', 'the Goods', 'the Buyer', 'the Buyer', 'the Supplier', 'The Supplier', 'the Buyer'])),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['乙方迟延交付的，每迟延一日，应按未交付货物对应价款的{{lateRate}}向甲方支付违约金；乙方迟延履行修理、更换、补足或者退款义务的，每迟延一日，应按对应价款的{{lateRate}}向甲方支付违约金。', 'For each day of late delivery, the Supplier shall pay the Buyer liquidated damages of {{lateRate}} of the price of the undelivered Goods. For each day of delay in repair, replacement, supplement or refund, the Supplier shall pay the Buyer liquidated damages of {{lateRate}} of the price concerned.'],
    ...latePayment(names),
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(['乙方迟延交付，经书面催告后{{curePeriod}}内仍未交付的；货物经两次验收均不合格的；甲方逾期付款，经书面催告后{{curePeriod}}内仍未支付的', 'the Supplier delivers late and does not deliver within {{curePeriod}} of a written demand; the Goods fail acceptance twice; the Buyer pays late and does not pay within {{curePeriod}} of a written demand']),
  consequences(
    ['双方应于本合同终止或者解除之日起15日内完成结算：甲方应支付已验收合格且不退还的货物的价款，乙方应退还甲方已付款项中超出该价款的金额。', 'Within 15 days of expiry or termination, the parties shall settle: the Buyer shall pay for Goods that have passed acceptance and are not returned, and the Supplier shall refund sums paid in excess of that price.'],
    ['甲方应于本合同解除之日起15日内返还应予退还的货物；返还费用由违约方承担，双方均无违约的，各承担二分之一。', 'Within 15 days of termination, the Buyer shall return the Goods that are to be returned. The party in breach bears the cost of return; if neither is in breach, each bears one half.'],
  ),
  closing(names, { excludesConvention: true }),
);

export const purchaseTemplate: TemplateContent = {
  contractType: 'purchase',
  titleZh: '采购合同',
  titleEn: 'Purchase Contract',
  summaryZh: '采购货物用，站在采购方一侧。含质量与资料、送货、验收与退换、质量保证、违约责任上限、解除；可选质量保证金。',
  summaryEn: 'For buying goods, from the buyer’s side: quality and documents, delivery, acceptance and return, warranty, capped liability, termination. Optional: quality retention.',
  ...text,
  variables: [
    variable('buyer', 'party', { group: 'parties', zh: '甲方（采购方）', en: 'Party A (Buyer)', constraints: { partyRole: 'partyA' } }),
    variable('supplier', 'party', { group: 'parties', zh: '乙方（供应商）', en: 'Party B (Supplier)', constraints: { partyRole: 'partyB' } }),
    variable('goodsName', 'text', { group: 'subject', zh: '货物名称', en: 'Goods', constraints: { ...line, minLength: 2 } }),
    variable('goodsNameEn', 'text', { group: 'subject', zh: '货物名称（英文）', en: 'Goods (English)', optional: true, constraints: line }),
    variable('specification', 'text', { group: 'subject', zh: '型号与规格', en: 'Model and specification', constraints: line }),
    variable('quantity', 'number', { group: 'subject', zh: '数量', en: 'Quantity', constraints: { minimum: 0.001, maximum: 1_000_000_000, decimals: 3 } }),
    variable('unitOfMeasure', 'choice', {
      group: 'subject',
      zh: '计量单位',
      en: 'Unit',
      defaultValue: 'piece',
      constraints: { choices: [choice('set', '台', 'sets'), choice('piece', '件', 'pieces'), choice('kit', '套', 'kits'), choice('kilogram', '千克', 'kg'), choice('tonne', '吨', 'tonnes')] },
    }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '质量标准', en: 'Quality standard', helpZh: '填写标准编号，如 GB/T 5226.1-2019。', helpEn: 'The number of a standard, e.g. GB/T 5226.1-2019.', constraints: line }),
    variable('documents', 'list', { group: 'quality', zh: '随附资料', en: 'Documents', defaultValue: ['产品合格证', '检测报告', '使用说明书'], constraints: { maximumItems: 20, maxLength: 200 } }),
    variable('documentsEn', 'list', { group: 'quality', zh: '随附资料（英文）', en: 'Documents (English)', optional: true, defaultValue: ['Certificate of conformity', 'Test report', 'Operating manual'], constraints: { maximumItems: 20, maxLength: 200 } }),
    variable('totalPrice', 'money', { group: 'price', zh: '合同总价（含税）', en: 'Contract price (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(13),
    invoiceType(),
    variable('paymentMode', 'choice', {
      group: 'price',
      zh: '付款方式',
      en: 'Payment',
      defaultValue: 'afterAcceptance',
      constraints: { choices: [choice('afterAcceptance', '验收合格后一次付清', 'In full after acceptance'), choice('retention', '留5%质量保证金', 'With a 5% retention')] },
    }),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '验收后付款期限', en: 'Time for payment after acceptance', defaultValue: { amount: 30, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '最迟交付日期', en: 'Latest delivery date', defaultValue: { daysFromToday: 45 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('deliveryPlace', 'text', { group: 'delivery', zh: '交付地点', en: 'Place of delivery', constraints: { ...line, minLength: 4 } }),
    variable('deliveryPlaceEn', 'text', { group: 'delivery', zh: '交付地点（英文）', en: 'Place of delivery (English)', optional: true, constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 10, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('remedyPeriod', 'duration', { group: 'quality', zh: '修理更换期限', en: 'Time for repair or replacement', defaultValue: { amount: 15, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('warrantyPeriod', 'duration', { group: 'quality', zh: '质量保证期', en: 'Warranty period', defaultValue: { amount: 24, unit: 'month' }, constraints: { minimum: 6, maximum: 120 } }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    effectiveDate(),
    ...disputeVariables({ partyA: ['甲方', 'the Buyer'], partyB: ['乙方', 'the Supplier'] }),
  ],
  defaults: defaultsWith(
    owes('supplier', 'delivery', on('deliveryDate'), { zh: '交付货物', en: 'Deliver the Goods', evidence: ['双方签署的交接单', 'Delivery note signed by both parties'], clauseId: 'delivery' }),
    owes('buyer', 'acceptance', afterPeriod('delivery', 'acceptancePeriod', { amount: 10, unit: 'workingDay' }), { zh: '验收并出具书面结论', en: 'Inspect and give a written result', evidence: ['书面验收结论', 'Written result of acceptance'], clauseId: 'acceptance' }),
    owes('supplier', 'invoice', after('acceptance', 10, 'day'), { zh: '开具发票', en: 'Issue the invoice', evidence: ['发票', 'Invoice'], clauseId: 'payment' }),
    owes('buyer', 'payment', afterPeriod('acceptance', 'paymentPeriod', { amount: 30, unit: 'day' }), { zh: '支付合同价款', en: 'Pay the price', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalPrice' }),
    owes('supplier', 'warranty', afterPeriod('acceptance', 'warrantyPeriod', { amount: 24, unit: 'month' }), { zh: '质量保证期届满', en: 'Warranty period ends', clauseId: 'warranty' }),
  ),
};
