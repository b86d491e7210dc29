import type { TemplateContent } from '../model.ts';
import { choice, variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, renewalVariables, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, every, on, owes, where } from './obligations.ts';
import { servicesEn } from './services-en.ts';
import { servicesZh } from './services-zh.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 30, maxLength: 300 } as const;

export const servicesTemplate: TemplateContent = {
  contractType: 'services',
  titleZh: '服务合同',
  titleEn: 'Service Contract',
  summaryZh: '委托专业服务用。含服务清单、成果验收、服务水平、知识产权、违约责任上限、解除；可选按月付款、个人信息保护、自动续期。',
  summaryEn: 'For professional services, with scope, deliverables and acceptance, service level, IP, capped liability and termination. Optional: monthly payment, personal information, automatic renewal.',
  bodyZh: servicesZh,
  bodyEn: servicesEn,
  variables: [
    variable('client', 'party', { group: 'parties', zh: '甲方（委托方）', en: 'Party A (Client)', constraints: { partyRole: 'partyA' } }),
    variable('provider', 'party', { group: 'parties', zh: '乙方（服务方）', en: 'Party B (Provider)', constraints: { partyRole: 'partyB' } }),
    variable('serviceName', 'text', { group: 'subject', zh: '服务名称', en: 'Services', constraints: { ...line, minLength: 2 } }),
    variable('serviceNameEn', 'text', { group: 'subject', zh: '服务名称（英文）', en: 'Services (English)', optional: true, constraints: line }),
    variable('services', 'list', { group: 'subject', zh: '服务内容', en: 'Scope of services', constraints: lines }),
    variable('servicesEn', 'list', { group: 'subject', zh: '服务内容（英文）', en: 'Scope of services (English)', optional: true, constraints: lines }),
    variable('deliverables', 'list', { group: 'subject', zh: '成果', en: 'Deliverables', constraints: lines }),
    variable('deliverablesEn', 'list', { group: 'subject', zh: '成果（英文）', en: 'Deliverables (English)', optional: true, constraints: lines }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '成果最迟交付日期', en: 'Latest delivery of deliverables', defaultValue: { daysFromToday: 97 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('servicePlace', 'text', { group: 'delivery', zh: '服务地点', en: 'Place of services', constraints: line }),
    variable('servicePlaceEn', 'text', { group: 'delivery', zh: '服务地点（英文）', en: 'Place of services (English)', optional: true, constraints: line }),
    variable('projectManager', 'text', { group: 'delivery', zh: '项目负责人', en: 'Project manager', constraints: { ...line, maxLength: 60 } }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '服务标准', en: 'Service standard', helpZh: '填写标准编号，如 GB/T 28827.1-2022。', helpEn: 'The number of a standard, e.g. GB/T 28827.1-2022.', constraints: line }),
    variable('responseHours', 'number', { group: 'quality', zh: '响应时间（小时）', en: 'Response time (hours)', defaultValue: 4, constraints: { minimum: 0.5, maximum: 720, decimals: 1 } }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 10, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('totalFee', 'money', { group: 'price', zh: '服务费总额（含税）', en: 'Total fee (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(6),
    invoiceType(),
    variable('feeMode', 'choice', {
      group: 'price',
      zh: '付款方式',
      en: 'Payment',
      defaultValue: 'stages',
      constraints: { choices: [choice('stages', '首付款加验收后余款', 'First payment and balance'), choice('monthly', '按月等额支付', 'Equal monthly payments')] },
    }),
    variable('firstPercent', 'number', { group: 'price', zh: '首付款比例', en: 'First payment', defaultValue: 40, constraints: { minimum: 1, maximum: 99, decimals: 2, unit: '%' } }),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '付款期限', en: 'Time for payment', defaultValue: { amount: 20, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    effectiveDate(),
    variable('initialTerm', 'duration', { group: 'term', zh: '初始期限', en: 'Initial term', defaultValue: { amount: 12, unit: 'month' }, constraints: { unit: 'month', minimum: 4, maximum: 120 } }),
    ...renewalVariables(),
    variable('ownership', 'choice', {
      group: 'confidentiality',
      zh: '成果的知识产权',
      en: 'Ownership of deliverables',
      defaultValue: 'client',
      constraints: { choices: [choice('client', '归甲方', 'The Client'), choice('provider', '归乙方，许可甲方使用', 'The Provider, licensed to the Client')] },
    }),
    variable('personalData', 'boolean', { group: 'confidentiality', zh: '委托处理个人信息', en: 'Personal information is processed', defaultValue: false }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    variable('terminationNotice', 'duration', { group: 'liability', zh: '提前解除通知期', en: 'Notice of termination', defaultValue: { amount: 60, unit: 'day' }, constraints: { unit: 'day', minimum: 15, maximum: 365 } }),
    ...disputeVariables({ partyA: ['甲方', 'the Client'], partyB: ['乙方', 'the Provider'] }),
  ],
  defaults: defaultsWith(
    owes('client', 'other', after('effective', 10, 'day'), { zh: '提供资料和场地', en: 'Provide data and premises' }),
    owes('provider', 'delivery', on('deliveryDate'), { zh: '交付成果', en: 'Deliver the Deliverables', evidence: ['成果交付清单', 'List of Deliverables handed over'], clauseId: 'deliverables' }),
    owes('client', 'acceptance', afterPeriod('delivery', 'acceptancePeriod', { amount: 10, unit: 'workingDay' }), { zh: '验收成果', en: 'Inspect the Deliverables', evidence: ['书面验收结论', 'Written result of acceptance'], clauseId: 'acceptance' }),
    owes('client', 'payment', after('effective', 10, 'workingDay'), { zh: '支付首付款', en: 'Pay the first instalment', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalFee', percentKey: 'firstPercent', only: where('feeMode', 'stages') }),
    owes('client', 'payment', afterPeriod('acceptance', 'paymentPeriod', { amount: 20, unit: 'day' }), { zh: '付清余款', en: 'Pay the balance', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalFee', only: where('feeMode', 'stages') }),
    owes('client', 'sla', every('effective', 'FREQ=MONTHLY;BYMONTHDAY=10'), { zh: '出具上月服务水平考核结果', en: 'Give the result of last month’s service level', clauseId: 'standard' }),
    owes('provider', 'other', after('termination', 15, 'day'), { zh: '交付已完成的成果并完成交接', en: 'Hand over finished Deliverables', evidence: ['交接清单', 'Handover list'] }),
  ),
};
