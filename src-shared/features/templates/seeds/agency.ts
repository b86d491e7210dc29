import type { TemplateContent } from '../model.ts';
import { choice, variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, renewalVariables, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, every, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, standard, title, when, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 60, maxLength: 300 } as const;
const supplier: readonly [Words, string] = [['甲方（供货方）', 'Party A (the “Supplier”)'], 'supplier'];
const distributor: readonly [Words, string] = [['乙方（经销商）', 'Party B (the “Distributor”)'], 'distributor'];
const names: Names = { price: ['年度采购目标', 'the Annual Target'], payer: ['乙方', 'the Distributor'], payee: ['甲方', 'the Supplier'], subject: ['产品经销', 'the distribution of the Products'], signers: [supplier, distributor] };

const text = bodies(
  title(['经销合同', 'Distribution Agreement']),
  parties(supplier, distributor),
  p(['根据《中华人民共和国民法典》，甲方授权乙方在{{territory}}（以下称“区域”）经销{{productName}}（以下称“产品”），双方订立本合同。', 'Under the Civil Code of the People’s Republic of China, the Supplier authorizes the Distributor to distribute {{productName}} (the “Products”) in {{territory}} (the “Territory”), and the parties enter into this contract.']),
  definitions(),
  clause(
    'scope',
    ['授权', 'Appointment'],
    when('exclusivity', 'exclusive', ['甲方授权乙方为产品在区域内的独家经销商。本合同期限内，甲方不得在区域内自行销售产品，也不得授权第三人在区域内销售产品。', 'The Supplier appoints the Distributor as exclusive distributor of the Products in the Territory. During the term the Supplier shall not sell the Products in the Territory itself or authorize a third party to do so.']),
    when('exclusivity', 'nonExclusive', ['甲方授权乙方为产品在区域内的非独家经销商。甲方有权在区域内自行销售产品或者授权第三人销售产品。', 'The Supplier appoints the Distributor as non-exclusive distributor of the Products in the Territory. The Supplier may sell the Products in the Territory itself or authorize third parties to do so.']),
    ['乙方以自己的名义买入并转售产品，自行承担经营风险，不是甲方的代理人，无权以甲方名义订立合同。', 'The Distributor buys and resells the Products in its own name and at its own risk. It is not the Supplier’s agent and has no authority to contract in the Supplier’s name.'],
    ['乙方不得在区域外主动推销产品。乙方自主确定转售价格。', 'The Distributor shall not actively promote the Products outside the Territory. The Distributor sets its resale prices freely.'],
  ),
  clause(
    'products',
    ['产品与价格', 'Products and Prices'],
    ['产品及其含税供货单价如下：', 'The Products and their supply prices including tax are:'],
    repeat('priceList', ['{{priceList}}。', '{{priceList}}.']),
    ['每批产品的数量由订单约定。前款供货单价适用的增值税税率为{{taxRate}}。甲方调整供货单价的，应提前60日书面通知乙方；调整前已确认的订单按原单价执行。', 'The quantity of each delivery is stated in the order. The rate of value-added tax is {{taxRate}}. The Supplier shall give the Distributor 60 days’ written notice before changing supply prices. Orders confirmed before the change keep the former prices.'],
    ['产品应符合{{qualityStandard}}。', 'The Products shall conform to {{qualityStandard}}.'],
  ),
  clause(
    'target',
    ['年度采购目标', 'Annual Target'],
    ['乙方在每个合同年度内向甲方采购产品的含税总金额应不低于{{annualTarget|figuresAndWords}}（以下称“年度采购目标”）。', 'In each contract year the Distributor shall purchase Products from the Supplier for no less than {{annualTarget|figuresAndWords}} in all, tax included (the “Annual Target”).'],
    ['乙方在一个合同年度内的采购金额低于年度采购目标的70%的，甲方有权自该年度结束之日起30日内书面通知乙方，将独家授权改为非独家授权或者解除本合同；除此之外，乙方不就未达目标承担赔偿责任。', 'If the Distributor’s purchases of one contract year are below 70% of the Annual Target, the Supplier may by written notice within 30 days of the end of that year change an exclusive appointment to a non-exclusive one or terminate this contract. The Distributor is not otherwise liable for missing the target.'],
  ),
  clause(
    'delivery',
    ['订单与交付', 'Orders and Delivery'],
    ['乙方以书面订单订购产品。甲方应于收到订单之日起3个工作日内书面确认，逾期未答复的，视为确认；甲方应于订单确认之日起{{leadTime}}内，将产品运至{{deliveryPlace}}交付给乙方。', 'The Distributor orders Products in writing. The Supplier shall confirm an order in writing within 3 working days of receiving it; failing an answer, it is deemed confirmed. The Supplier shall deliver the Products to the Distributor at {{deliveryPlace}} within {{leadTime}} of confirmation.'],
    ['双方应于交付当日签署交接单。产品的所有权和毁损、灭失的风险，自交接单签署时起转移至乙方。', 'The parties shall sign a delivery note on the day of delivery. Title to the Products and the risk of damage and loss pass to the Distributor when it is signed.'],
  ),
  clause(
    'acceptance',
    ['验收与质量保证', 'Acceptance and Warranty'],
    ['乙方应于交接单签署之日起{{acceptancePeriod}}内，按{{#products}}验收，并向甲方出具书面验收结论；验收不合格的，甲方应于收到书面通知之日起10日内自负费用更换或者退还对应价款。', 'Within {{acceptancePeriod}} of the date on which the delivery note is signed, the Distributor shall inspect the Products against {{#products}} and give the Supplier its written result. If they fail, the Supplier shall replace them at its own expense or refund their price within 10 days of receiving written notice.'],
    ['乙方在前述验收期内既未出具验收结论，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。', 'If within that period the Distributor neither gives its result nor objects in writing, the Products are deemed to have passed acceptance on the last day of the period.'],
    ['甲方对产品承担自终端客户购买之日起12个月的质量保证责任，应于收到乙方转交的故障产品之日起15日内修理或者更换。', 'The Supplier warrants the Products for 12 months from their purchase by the end customer. It shall repair or replace a faulty Product within 15 days of receiving it from the Distributor.'],
  ),
  clause(
    'payment',
    ['发票与付款', 'Invoices and Payment'],
    ...invoice(names),
    ['乙方应于产品验收合格之日起{{paymentPeriod}}内，向甲方付清该批产品的价款。', 'The Distributor shall pay the price of each delivery to the Supplier within {{paymentPeriod}} of the date on which the Products pass acceptance.'],
    payeeAccount(names.payee, names.payer, 'supplier'),
    ...standard('payee-account', ['甲方', '乙方', '甲方'], ['the Supplier', 'the Distributor', 'the Supplier']),
  ),
  clause(
    'marketing',
    ['推广与报告', 'Promotion and Reports'],
    ['乙方应配备不少于{{salesStaff}}名销售人员推广产品，并承担区域内的推广费用；甲方应于本合同生效之日起15日内，向乙方免费提供产品资料和样品各一套。', 'The Distributor shall employ no fewer than {{salesStaff}} sales staff to promote the Products and bear the cost of promotion in the Territory. Within 15 days of the date on which this contract takes effect, the Supplier shall give the Distributor one set of product literature and one set of samples free of charge.'],
    ['乙方应于每季度结束之日起10日内，向甲方书面报告上季度的销售数量和期末库存。', 'Within 10 days of the end of each quarter, the Distributor shall report to the Supplier in writing the quantities sold and the stock at the end of that quarter.'],
  ),
  clause(
    'ip',
    ['知识产权', 'Intellectual Property'],
    ['甲方许可乙方在本合同期限内、区域内为经销产品的目的，非独占地、免费使用{{trademark}}商标。乙方不得注册与其相同或者近似的商标、域名和企业字号。', 'During the term and in the Territory, the Supplier grants the Distributor a non-exclusive, royalty-free licence to use the trade mark {{trademark}} for distributing the Products. The Distributor shall not register an identical or similar trade mark, domain name or trade name.'],
    ...standard('ip-warranty', ['甲方', '产品', '产品', '乙方', '乙方', '甲方', '甲方', '乙方'], ['The Supplier', 'the Products', 'the Distributor', 'the Distributor', 'the Supplier', 'The Supplier', 'the Distributor']),
  ),
  clause(
    'term',
    ['期限', 'Term'],
    ['本合同的初始期限为{{initialTerm}}，自{{effectiveDate}}起算。', 'The initial term of this contract is {{initialTerm}} from {{effectiveDate}}.'],
    when('autoRenewal', 'true', ...standard('renewal', ['{{optOutPeriod}}', '{{renewalTerm}}', '{{maximumRenewals}}'], ['{{optOutPeriod}}', '{{renewalTerm}}', '{{maximumRenewals}}'])),
    when('autoRenewal', 'false', ['期限届满，本合同终止；双方续约的，应于期限届满30日前另订书面合同。', 'This contract ends when its term expires. If the parties wish to continue, they shall make a new written contract at least 30 days before expiry.']),
  ),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['甲方迟延交付的，每逾期一日，应按迟延产品价款的{{lateRate}}向乙方支付违约金。', 'For each day of late delivery, the Supplier shall pay the Distributor liquidated damages of {{lateRate}} of the price of the late Products.'],
    ...latePayment(names),
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(
    ['甲方迟延交付，经书面催告后{{curePeriod}}内仍未交付的；同一订单的产品经两次验收均不合格的；乙方逾期付款，经书面催告后{{curePeriod}}内仍未支付的；甲方违反独家授权，经书面催告后{{curePeriod}}内仍未纠正的', 'the Supplier delivers late and does not deliver within {{curePeriod}} of a written demand; the Products of one order fail acceptance twice; the Distributor pays late and does not pay within {{curePeriod}} of a written demand; the Supplier breaches an exclusive appointment and does not cure the breach within {{curePeriod}} of a written demand'],
    ['任何一方提前90日书面通知对方，可以解除本合同；已确认的订单不受影响。', 'Either party may terminate this contract by giving the other 90 days’ written notice; confirmed orders are not affected.'],
  ),
  consequences(
    ['乙方应于本合同终止或者解除之日起停止使用甲方商标；对未售出的产品，甲方应于收到乙方库存清单之日起15日内书面选择按原供货单价回购，或者同意乙方在90日内继续销售。', 'The Distributor shall stop using the Supplier’s trade mark from expiry or termination. For unsold Products, the Supplier shall within 15 days of receiving the Distributor’s stock list choose in writing either to buy them back at their supply prices or to let the Distributor sell them for 90 days.'],
    ['双方应于本合同终止或者解除之日起30日内完成对账和结算。', 'Within 30 days of expiry or termination, the parties shall complete statements and settlement.'],
  ),
  closing(names, { excludesConvention: true }),
);

export const agencyTemplate: TemplateContent = {
  contractType: 'agency',
  titleZh: '经销合同',
  titleEn: 'Distribution Agreement',
  summaryZh: '授权经销产品用。可选独家或者非独家；含年度目标、订单与交付、商标许可、推广与报告、终止后的库存回购。',
  summaryEn: 'For the distribution of products, exclusive or not: annual target, orders and delivery, trade-mark licence, promotion and reports, stock after the end.',
  ...text,
  variables: [
    variable('supplier', 'party', { group: 'parties', zh: '甲方（供货方）', en: 'Party A (Supplier)', constraints: { partyRole: 'partyA' } }),
    variable('distributor', 'party', { group: 'parties', zh: '乙方（经销商）', en: 'Party B (Distributor)', constraints: { partyRole: 'partyB' } }),
    variable('productName', 'text', { group: 'subject', zh: '产品', en: 'Products', constraints: { ...line, minLength: 2 } }),
    variable('productNameEn', 'text', { group: 'subject', zh: '产品（英文）', en: 'Products (English)', optional: true, constraints: line }),
    variable('territory', 'text', { group: 'subject', zh: '区域', en: 'Territory', constraints: line }),
    variable('territoryEn', 'text', { group: 'subject', zh: '区域（英文）', en: 'Territory (English)', optional: true, constraints: line }),
    variable('exclusivity', 'choice', {
      group: 'subject',
      zh: '授权方式',
      en: 'Appointment',
      defaultValue: 'nonExclusive',
      constraints: { choices: [choice('exclusive', '独家', 'Exclusive'), choice('nonExclusive', '非独家', 'Non-exclusive')] },
    }),
    variable('priceList', 'list', { group: 'price', zh: '产品与含税供货单价', en: 'Products and supply prices', constraints: lines }),
    variable('priceListEn', 'list', { group: 'price', zh: '产品与含税供货单价（英文）', en: 'Products and supply prices (English)', optional: true, constraints: lines }),
    variable('annualTarget', 'money', { group: 'price', zh: '年度采购目标（含税）', en: 'Annual target (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(13),
    invoiceType(),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '付款期限', en: 'Time for payment', defaultValue: { amount: 30, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('leadTime', 'duration', { group: 'delivery', zh: '供货周期', en: 'Lead time', defaultValue: { amount: 20, unit: 'day' }, constraints: { minimum: 1, maximum: 365 } }),
    variable('deliveryPlace', 'text', { group: 'delivery', zh: '交付地点', en: 'Place of delivery', constraints: { ...line, minLength: 4 } }),
    variable('deliveryPlaceEn', 'text', { group: 'delivery', zh: '交付地点（英文）', en: 'Place of delivery (English)', optional: true, constraints: line }),
    variable('salesStaff', 'number', { group: 'delivery', zh: '销售人员数', en: 'Sales staff', defaultValue: 3, constraints: { minimum: 1, maximum: 10_000, decimals: 0 } }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '质量标准', en: 'Quality standard', constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 7, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('trademark', 'text', { group: 'confidentiality', zh: '商标（含注册号）', en: 'Trade mark with registration number', constraints: line }),
    effectiveDate(),
    variable('initialTerm', 'duration', { group: 'term', zh: '初始期限', en: 'Initial term', defaultValue: { amount: 24, unit: 'month' }, constraints: { unit: 'month', minimum: 4, maximum: 120 } }),
    ...renewalVariables(),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    ...disputeVariables({ partyA: ['甲方', 'the Supplier'], partyB: ['乙方', 'the Distributor'] }),
  ],
  defaults: defaultsWith(
    owes('supplier', 'delivery', after('effective', 15, 'day'), { zh: '提供产品资料和样品', en: 'Give product literature and samples', evidence: ['签收单', 'Receipt'], clauseId: 'marketing' }),
    owes('distributor', 'report', every('effective', 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=10'), { zh: '报告上季度销售与库存', en: 'Report the quarter’s sales and stock', evidence: ['销售与库存报告', 'Report of sales and stock'], clauseId: 'marketing' }),
    owes('distributor', 'payment', afterPeriod('acceptance', 'paymentPeriod', { amount: 30, unit: 'day' }), { zh: '付清验收合格产品的价款', en: 'Pay for Products that passed acceptance', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment' }),
    owes('distributor', 'other', every('effective', 'FREQ=YEARLY'), { zh: '核对年度采购目标', en: 'Check the Annual Target', clauseId: 'target' }),
  ),
};
