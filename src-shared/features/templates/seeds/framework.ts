import type { TemplateContent } from '../model.ts';
import { variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, renewalVariables, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, every, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, standard, title, when, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 60, maxLength: 300 } as const;
const buyer: readonly [Words, string] = [['甲方（采购方）', 'Party A (the “Buyer”)'], 'buyer'];
const supplier: readonly [Words, string] = [['乙方（供应商）', 'Party B (the “Supplier”)'], 'supplier'];
const names: Names = { price: ['年度采购额上限', 'the Annual Ceiling'], payer: ['甲方', 'the Buyer'], payee: ['乙方', 'the Supplier'], subject: ['货物的框架供应', 'the framework supply of the Goods'], signers: [buyer, supplier] };

const text = bodies(
  title(['框架供货合同', 'Framework Supply Agreement']),
  parties(buyer, supplier),
  p(['根据《中华人民共和国民法典》，甲方在合同期限内以订单方式向乙方采购{{goodsName}}（以下称“货物”），双方订立本合同。', 'Under the Civil Code of the People’s Republic of China, the Buyer purchases {{goodsName}} (the “Goods”) from the Supplier by orders during the term of this contract, and the parties enter into this contract.']),
  definitions(
    ['“订单”指甲方依{{#orders}}发出并经乙方确认的书面采购指令。每份订单与本合同构成一份独立的买卖合同。', '“Order” means a written purchase instruction issued by the Buyer and confirmed by the Supplier under {{#orders}}. Each Order together with this contract forms a separate contract of sale.'],
  ),
  clause(
    'goods',
    ['货物', 'Goods'],
    ['本合同项下可以订购的货物及其含税单价如下：', 'The Goods that may be ordered under this contract and their unit prices including tax are:'],
    repeat('priceList', ['{{priceList}}。', '{{priceList}}.']),
    ['每批货物的数量由订单约定。本合同不构成甲方的最低采购承诺，也不构成乙方的独家供应权。', 'The quantity of each delivery is stated in the Order. This contract neither obliges the Buyer to order a minimum nor makes the Supplier its exclusive source.'],
  ),
  clause(
    'orders',
    ['订单', 'Orders'],
    ['甲方以书面订单写明货物、数量、交付日期和交付地点。乙方应于收到订单之日起{{confirmationPeriod}}内书面确认；乙方在该期限内既未确认也未书面说明理由拒绝的，视为已确认。', 'The Buyer states the Goods, the quantity, the date and the place of delivery in a written order. The Supplier shall confirm it in writing within {{confirmationPeriod}} of receiving it. If within that time the Supplier neither confirms nor refuses in writing with reasons, the order is deemed confirmed.'],
    ['订单写明的交付日期在订单发出之日起{{leadTime}}之后，且数量不超过最近一次预测的120%的，乙方不得拒绝。', 'The Supplier shall not refuse an order whose date of delivery is later than {{leadTime}} from its issue and whose quantity does not exceed 120% of the latest forecast.'],
    ['甲方应于每月25日以前，向乙方提供其后3个月的需求预测。预测不构成订购承诺。', 'No later than the 25th day of each month, the Buyer shall give the Supplier its forecast for the following 3 months. A forecast is not a commitment to order.'],
    ['甲方在交付日期10日前可以书面变更或者取消订单；由此使乙方已支付且无法收回的费用，甲方应于收到费用凭证之日起15日内支付。', 'The Buyer may change or cancel an Order in writing no later than 10 days before the date of delivery. Within 15 days of receiving proof, the Buyer shall pay the expenses that the Supplier has paid and cannot recover as a result.'],
    ['订单与本合同不一致的，以本合同为准；订单明确写明变更本合同条款编号并经双方签字盖章的，以该订单为准。', 'This contract prevails over an Order, except where an Order signed and sealed by both parties names the clause of this contract that it changes.'],
  ),
  clause(
    'price',
    ['价格', 'Price'],
    ['一个合同年度内全部订单的含税总金额不超过{{annualCeiling|figuresAndWords}}（以下称“年度采购额上限”），增值税税率为{{taxRate}}。', 'The Orders of one contract year shall not exceed {{annualCeiling|figuresAndWords}} in all, tax included (the “Annual Ceiling”). The rate of value-added tax is {{taxRate}}.'],
    ['单价在每个合同年度内固定，已包含包装费、运至订单所列地点的运输费和保险费。', 'Unit prices are fixed for each contract year and include packaging and carriage and insurance to the place stated in the Order.'],
    ['任何一方要求调整下一合同年度单价的，应于该年度开始60日前书面提出并说明依据；双方未签订书面补充协议的，原单价继续适用。', 'A party that asks for other unit prices for the next contract year shall do so in writing, with its grounds, at least 60 days before that year begins. Unless the parties sign a supplementary agreement, the former unit prices continue to apply.'],
  ),
  clause(
    'payment',
    ['对账与付款', 'Statements and Payment'],
    ['乙方应于每月5日以前，就上月验收合格的货物向甲方提交对账单；甲方应于收到之日起5个工作日内书面确认或者提出异议，逾期未提出的，视为确认。', 'No later than the 5th day of each month, the Supplier shall give the Buyer a statement of the Goods that passed acceptance in the preceding month. The Buyer shall confirm it or object in writing within 5 working days of receiving it; failing that, it is deemed confirmed.'],
    ...invoice(names),
    ['甲方应于对账单确认之日起{{paymentPeriod}}内，向乙方付清对账单所列价款。', 'The Buyer shall pay the price stated in the statement to the Supplier within {{paymentPeriod}} of the date on which the statement is confirmed.'],
    payeeAccount(names.payee, names.payer, 'supplier'),
    ...standard('payee-account', ['乙方', '甲方', '乙方'], ['the Supplier', 'the Buyer', 'the Supplier']),
  ),
  clause(
    'delivery',
    ['交付', 'Delivery'],
    ['乙方应于订单所列日期以前，将货物运至订单所列地点交付给甲方；订单未列明地点的，交付地点为{{deliveryPlace}}。', 'The Supplier shall deliver the Goods to the Buyer no later than the date and at the place stated in the Order. If the Order states no place, the place of delivery is {{deliveryPlace}}.'],
    ['双方应于交付当日签署交接单。货物的所有权和毁损、灭失的风险，自交接单签署时起转移至甲方。', 'The parties shall sign a delivery note on the day of delivery. Title to the Goods and the risk of damage and loss pass to the Buyer when it is signed.'],
  ),
  clause(
    'quality',
    ['质量标准与质量保证', 'Quality and Warranty'],
    ['货物应符合{{qualityStandard}}，以及交付日有效的国家强制性标准。', 'The Goods shall conform to {{qualityStandard}} and to the mandatory national standards in force on the date of delivery.'],
    ['质量保证期为{{warrantyPeriod}}，自每批货物验收合格之日起计算。质量保证期内货物出现质量问题的，乙方应于收到甲方书面通知之日起{{remedyPeriod}}内自负费用修理或者更换。', 'The warranty period is {{warrantyPeriod}} from the date on which each delivery passes acceptance. If a defect appears during it, the Supplier shall repair or replace the Goods at its own expense within {{remedyPeriod}} of receiving the Buyer’s written notice.'],
    ['乙方变更原材料、工艺或者生产地点的，应于变更30日前书面通知甲方并取得书面同意。', 'The Supplier shall notify the Buyer in writing and obtain its written consent at least 30 days before changing raw materials, process or place of manufacture.'],
  ),
  clause(
    'acceptance',
    ['验收', 'Acceptance'],
    ['甲方应于交接单签署之日起{{acceptancePeriod}}内，按{{#quality}}验收，并向乙方出具书面验收结论。', 'Within {{acceptancePeriod}} of the date on which the delivery note is signed, the Buyer shall inspect the Goods against {{#quality}} and give the Supplier its written result.'],
    ['验收不合格的，乙方应于收到甲方书面通知之日起{{remedyPeriod}}内自负费用更换或者补足，并重新验收；重新验收仍不合格的，甲方有权退货，乙方应于收到退货通知之日起10日内退还对应价款。', 'If the Goods fail acceptance, the Supplier shall replace or supplement them at its own expense within {{remedyPeriod}} of receiving the Buyer’s written notice, and they are inspected again. If they fail again, the Buyer may return them, and the Supplier shall refund their price within 10 days of receiving notice of return.'],
    ['甲方在前述验收期内既未出具验收结论，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。', 'If within that period the Buyer neither gives its result nor objects in writing, the Goods are deemed to have passed acceptance on the last day of the period.'],
  ),
  clause(
    'term',
    ['期限', 'Term'],
    ['本合同的初始期限为{{initialTerm}}，自{{effectiveDate}}起算。', 'The initial term of this contract is {{initialTerm}} from {{effectiveDate}}.'],
    when('autoRenewal', 'true', ...standard('renewal', ['{{optOutPeriod}}', '{{renewalTerm}}', '{{maximumRenewals}}'], ['{{optOutPeriod}}', '{{renewalTerm}}', '{{maximumRenewals}}'])),
    when('autoRenewal', 'false', ['期限届满，本合同终止；双方续约的，应于期限届满30日前另订书面合同。', 'This contract ends when its term expires. If the parties wish to continue, they shall make a new written contract at least 30 days before expiry.']),
    ['期限届满前已确认的订单，双方应按本合同继续履行至完毕。', 'The parties shall perform Orders confirmed before expiry to the end under this contract.'],
  ),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['乙方迟延交付的，每迟延一日，应按迟延货物价款的{{lateRate}}向甲方支付违约金。', 'For each day of late delivery, the Supplier shall pay the Buyer liquidated damages of {{lateRate}} of the price of the late Goods.'],
    ...latePayment(names),
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(
    ['乙方在连续3个月内有3份订单迟延交付的；同一订单的货物经两次验收均不合格的；甲方逾期付款，经书面催告后{{curePeriod}}内仍未支付的', 'the Supplier delivers three Orders late within 3 consecutive months; the Goods of one Order fail acceptance twice; the Buyer pays late and does not pay within {{curePeriod}} of a written demand'],
    ['任何一方提前90日书面通知对方，可以解除本合同；已确认的订单不受影响。', 'Either party may terminate this contract by giving the other 90 days’ written notice; confirmed Orders are not affected.'],
  ),
  consequences(['双方应于本合同终止或者解除之日起30日内完成对账和结算，甲方应支付已验收合格货物的未付价款。', 'Within 30 days of expiry or termination, the parties shall complete statements and settlement, and the Buyer shall pay what is unpaid for Goods that have passed acceptance.']),
  closing(names, { excludesConvention: true }),
);

export const frameworkTemplate: TemplateContent = {
  contractType: 'framework',
  titleZh: '框架供货合同',
  titleEn: 'Framework Supply Agreement',
  summaryZh: '长期反复供货用：单价表、订单与预测、月度对账、质量保证、年度上限。每份订单独立成约；可选自动续期。',
  summaryEn: 'For repeated supply: price list, orders and forecasts, monthly statements, warranty and an annual ceiling. Each order is a contract of its own. Optional: automatic renewal.',
  ...text,
  variables: [
    variable('buyer', 'party', { group: 'parties', zh: '甲方（采购方）', en: 'Party A (Buyer)', constraints: { partyRole: 'partyA' } }),
    variable('supplier', 'party', { group: 'parties', zh: '乙方（供应商）', en: 'Party B (Supplier)', constraints: { partyRole: 'partyB' } }),
    variable('goodsName', 'text', { group: 'subject', zh: '货物类别', en: 'Goods', constraints: { ...line, minLength: 2 } }),
    variable('goodsNameEn', 'text', { group: 'subject', zh: '货物类别（英文）', en: 'Goods (English)', optional: true, constraints: line }),
    variable('priceList', 'list', { group: 'subject', zh: '货物与含税单价', en: 'Goods and unit prices', helpZh: '每行一种货物：名称、型号、计量单位、单价。', helpEn: 'One line for each: name, model, unit, unit price.', constraints: lines }),
    variable('priceListEn', 'list', { group: 'subject', zh: '货物与含税单价（英文）', en: 'Goods and unit prices (English)', optional: true, constraints: lines }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '质量标准', en: 'Quality standard', helpZh: '填写标准编号。', helpEn: 'The number of a standard.', constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 7, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('remedyPeriod', 'duration', { group: 'quality', zh: '修理更换期限', en: 'Time for repair or replacement', defaultValue: { amount: 10, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('warrantyPeriod', 'duration', { group: 'quality', zh: '质量保证期', en: 'Warranty period', defaultValue: { amount: 12, unit: 'month' }, constraints: { minimum: 1, maximum: 120 } }),
    variable('annualCeiling', 'money', { group: 'price', zh: '年度采购额上限（含税）', en: 'Annual ceiling (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(13),
    invoiceType(),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '对账后付款期限', en: 'Time for payment after the statement', defaultValue: { amount: 30, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('confirmationPeriod', 'duration', { group: 'delivery', zh: '订单确认期限', en: 'Time for confirming an order', defaultValue: { amount: 3, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 30 } }),
    variable('leadTime', 'duration', { group: 'delivery', zh: '供货周期', en: 'Lead time', defaultValue: { amount: 20, unit: 'day' }, constraints: { minimum: 1, maximum: 365 } }),
    variable('deliveryPlace', 'text', { group: 'delivery', zh: '默认交付地点', en: 'Usual place of delivery', constraints: { ...line, minLength: 4 } }),
    variable('deliveryPlaceEn', 'text', { group: 'delivery', zh: '默认交付地点（英文）', en: 'Usual place of delivery (English)', optional: true, constraints: line }),
    effectiveDate(),
    variable('initialTerm', 'duration', { group: 'term', zh: '初始期限', en: 'Initial term', defaultValue: { amount: 36, unit: 'month' }, constraints: { unit: 'month', minimum: 4, maximum: 120 } }),
    ...renewalVariables(),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    ...disputeVariables({ partyA: ['甲方', 'the Buyer'], partyB: ['乙方', 'the Supplier'] }),
  ],
  defaults: defaultsWith(
    owes('buyer', 'report', every('effective', 'FREQ=MONTHLY;BYMONTHDAY=25'), { zh: '提供其后3个月的需求预测', en: 'Give the forecast for the next 3 months', clauseId: 'orders' }),
    owes('supplier', 'report', every('effective', 'FREQ=MONTHLY;BYMONTHDAY=5'), { zh: '提交上月对账单', en: 'Give last month’s statement', evidence: ['对账单', 'Statement'], clauseId: 'payment' }),
    owes('buyer', 'payment', afterPeriod('invoice', 'paymentPeriod', { amount: 30, unit: 'day' }), { zh: '支付对账单所列价款', en: 'Pay the statement', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment' }),
    owes('supplier', 'notice', after('expiry', -60, 'day'), { zh: '提出下一年度单价调整', en: 'Ask for other unit prices', clauseId: 'price' }),
  ),
};
