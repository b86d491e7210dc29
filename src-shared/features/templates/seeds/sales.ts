import type { TemplateContent } from '../model.ts';
import { choice, variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, on, owes, where } from './obligations.ts';
import { salesEn } from './sales-en.ts';
import { salesZh } from './sales-zh.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;

export const salesTemplate: TemplateContent = {
  contractType: 'sales',
  titleZh: '买卖合同',
  titleEn: 'Sales Contract',
  summaryZh: '出卖动产用。含质量、交付、验收、所有权与风险、违约责任上限、解除；可选预付款、定金、质量保证。',
  summaryEn: 'For the sale of movable goods, with quality, delivery, acceptance, title and risk, capped liability and termination. Optional: advance payment, earnest money, warranty.',
  bodyZh: salesZh,
  bodyEn: salesEn,
  variables: [
    variable('seller', 'party', { group: 'parties', zh: '甲方（出卖人）', en: 'Party A (Seller)', constraints: { partyRole: 'partyA' } }),
    variable('buyer', 'party', { group: 'parties', zh: '乙方（买受人）', en: 'Party B (Buyer)', constraints: { partyRole: 'partyB' } }),
    variable('goodsName', 'text', { group: 'subject', zh: '标的物名称', en: 'Goods', constraints: { ...line, minLength: 2 } }),
    variable('goodsNameEn', 'text', { group: 'subject', zh: '标的物名称（英文）', en: 'Goods (English)', optional: true, constraints: line }),
    variable('specification', 'text', { group: 'subject', zh: '型号与规格', en: 'Model and specification', constraints: line }),
    variable('quantity', 'number', { group: 'subject', zh: '数量', en: 'Quantity', constraints: { minimum: 0.001, maximum: 1_000_000_000, decimals: 3 } }),
    variable('unitOfMeasure', 'choice', {
      group: 'subject',
      zh: '计量单位',
      en: 'Unit',
      defaultValue: 'set',
      constraints: {
        choices: [
          choice('set', '台', 'sets'),
          choice('piece', '件', 'pieces'),
          choice('kit', '套', 'kits'),
          choice('kilogram', '千克', 'kg'),
          choice('tonne', '吨', 'tonnes'),
        ],
      },
    }),
    variable('qualityStandard', 'text', {
      group: 'quality',
      zh: '质量标准',
      en: 'Quality standard',
      helpZh: '填写标准编号，如 GB/T 5226.1-2019。',
      helpEn: 'The number of a standard, e.g. GB/T 5226.1-2019.',
      constraints: line,
    }),
    variable('totalPrice', 'money', {
      group: 'price',
      zh: '合同总价（含税）',
      en: 'Contract price (tax included)',
      constraints: { minimum: 1, unit: 'CNY' },
    }),
    taxRate(13),
    invoiceType(),
    variable('paymentMode', 'choice', {
      group: 'price',
      zh: '付款方式',
      en: 'Payment',
      defaultValue: 'afterAcceptance',
      constraints: {
        choices: [
          choice('afterAcceptance', '验收合格后一次付清', 'In full after acceptance'),
          choice('advance', '预付款加余款', 'Advance payment and balance'),
        ],
      },
    }),
    variable('advancePercent', 'number', { group: 'price', zh: '预付款比例', en: 'Advance payment', defaultValue: 30, constraints: { minimum: 1, maximum: 90, decimals: 2, unit: '%' } }),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '验收后付款期限', en: 'Time for payment after acceptance', defaultValue: { amount: 30, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('deposit', 'boolean', { group: 'price', zh: '约定定金', en: 'Earnest money', defaultValue: false }),
    variable('depositAmount', 'money', {
      group: 'price',
      zh: '定金金额',
      en: 'Amount of earnest money',
      helpZh: '不超过合同总价的 20%（民法典第五百八十六条）。',
      helpEn: 'No more than 20% of the price (Civil Code, art. 586).',
      constraints: { minimum: 1, unit: 'CNY' },
    }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '最迟交付日期', en: 'Latest delivery date', defaultValue: { daysFromToday: 45 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('deliveryPlace', 'text', { group: 'delivery', zh: '交付地点', en: 'Place of delivery', constraints: { ...line, minLength: 4 } }),
    variable('deliveryPlaceEn', 'text', { group: 'delivery', zh: '交付地点（英文）', en: 'Place of delivery (English)', optional: true, constraints: line }),
    variable('deliveryMode', 'choice', {
      group: 'delivery',
      zh: '运输方式',
      en: 'Carriage',
      defaultValue: 'sellerDelivers',
      constraints: { choices: [choice('sellerDelivers', '甲方送货', 'Seller delivers'), choice('buyerCollects', '乙方自提', 'Buyer collects')] },
    }),
    variable('documents', 'list', { group: 'delivery', zh: '随附单证与资料', en: 'Accompanying documents', defaultValue: ['装箱单', '产品合格证', '使用说明书'], constraints: { maximumItems: 20, maxLength: 200 } }),
    variable('documentsEn', 'list', { group: 'delivery', zh: '随附单证与资料（英文）', en: 'Accompanying documents (English)', optional: true, defaultValue: ['Packing list', 'Certificate of conformity', 'Operating manual'], constraints: { maximumItems: 20, maxLength: 200 } }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 10, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('remedyPeriod', 'duration', { group: 'quality', zh: '修理更换期限', en: 'Time for repair or replacement', defaultValue: { amount: 15, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('warranty', 'boolean', { group: 'quality', zh: '约定质量保证期', en: 'Warranty', defaultValue: true }),
    variable('warrantyPeriod', 'duration', { group: 'quality', zh: '质量保证期', en: 'Warranty period', defaultValue: { amount: 12, unit: 'month' }, constraints: { minimum: 1, maximum: 120 } }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    effectiveDate(),
    ...disputeVariables({ partyA: ['甲方', 'the Seller'], partyB: ['乙方', 'the Buyer'] }),
  ],
  defaults: defaultsWith(
    owes('seller', 'delivery', on('deliveryDate'), { zh: '交付标的物', en: 'Deliver the Goods', evidence: ['双方签署的交接单', 'Delivery note signed by both parties'], clauseId: 'delivery' }),
    owes('buyer', 'acceptance', afterPeriod('delivery', 'acceptancePeriod', { amount: 10, unit: 'workingDay' }), { zh: '验收并出具书面结论', en: 'Inspect and give a written result', evidence: ['书面验收结论', 'Written result of acceptance'], clauseId: 'acceptance' }),
    owes('buyer', 'payment', after('effective', 10, 'workingDay'), { zh: '支付预付款', en: 'Pay the advance', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalPrice', percentKey: 'advancePercent', only: where('paymentMode', 'advance') }),
    owes('buyer', 'payment', afterPeriod('acceptance', 'paymentPeriod', { amount: 30, unit: 'day' }), { zh: '付清合同总价', en: 'Pay the price in full', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalPrice' }),
    owes('buyer', 'payment', after('effective', 5, 'workingDay'), { zh: '交付定金', en: 'Pay the earnest money', evidence: ['付款凭证', 'Proof of payment'], amountKey: 'depositAmount', only: where('deposit', 'true') }),
    owes('seller', 'warranty', afterPeriod('acceptance', 'warrantyPeriod', { amount: 12, unit: 'month' }), { zh: '质量保证期届满', en: 'Warranty period ends', clauseId: 'warranty', only: where('warranty', 'true') }),
  ),
};
