import type { TemplateContent } from '../model.ts';
import { choice, variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, lateRate, renewalVariables } from './common-variables.ts';
import { ndaEn } from './nda-en.ts';
import { ndaZh } from './nda-zh.ts';
import { afterPeriod, defaultsWith, owes } from './obligations.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 20, maxLength: 300 } as const;

export const ndaTemplate: TemplateContent = {
  contractType: 'nda',
  titleZh: '双方保密协议',
  titleEn: 'Mutual Non-Disclosure Agreement',
  summaryZh: '双方为商谈或合作相互披露信息用。含保密信息范围与例外、接触人员、返还与销毁、责任上限；可选违约金、不招揽、自动续期。',
  summaryEn: 'For mutual disclosure in talks or cooperation, with scope and exceptions, permitted persons, return, and capped liability. Optional: liquidated damages, non-solicitation, automatic renewal.',
  bodyZh: ndaZh,
  bodyEn: ndaEn,
  variables: [
    variable('partyA', 'party', { group: 'parties', zh: '甲方', en: 'Party A', constraints: { partyRole: 'partyA' } }),
    variable('partyB', 'party', { group: 'parties', zh: '乙方', en: 'Party B', constraints: { partyRole: 'partyB' } }),
    variable('purpose', 'text', { group: 'subject', zh: '合作目的', en: 'Purpose', helpZh: '写明项目，如“联合研制远洋浮标”。', helpEn: 'Name the project, e.g. “the joint development of ocean buoys”.', constraints: { ...line, minLength: 4 } }),
    variable('purposeEn', 'text', { group: 'subject', zh: '合作目的（英文）', en: 'Purpose (English)', optional: true, constraints: line }),
    variable('informationTypes', 'list', { group: 'confidentiality', zh: '保密信息的种类', en: 'Kinds of information', defaultValue: ['技术方案、图纸、源代码和测试数据', '客户名单、报价和成本数据', '未公开的经营计划和财务数据'], constraints: lines }),
    variable('informationTypesEn', 'list', { group: 'confidentiality', zh: '保密信息的种类（英文）', en: 'Kinds of information (English)', optional: true, defaultValue: ['Technical solutions, drawings, source code and test data', 'Customer lists, quotations and cost data', 'Unpublished business plans and financial data'], constraints: lines }),
    variable('recipients', 'choice', {
      group: 'confidentiality',
      zh: '允许的接触人员',
      en: 'Permitted persons',
      defaultValue: 'employees',
      constraints: { choices: [choice('employees', '员工', 'Employees'), choice('employeesAndAdvisers', '员工、律师、会计师', 'Employees, lawyers and accountants')] },
    }),
    variable('breachNotice', 'duration', { group: 'confidentiality', zh: '泄露通知期限', en: 'Notice of a leak', defaultValue: { amount: 2, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 15 } }),
    variable('returnPeriod', 'duration', { group: 'confidentiality', zh: '返还与销毁期限', en: 'Time for return', defaultValue: { amount: 15, unit: 'day' }, constraints: { minimum: 1, maximum: 90 } }),
    variable('confidentialityPeriod', 'duration', { group: 'confidentiality', zh: '终止后的保密期限', en: 'Confidence after the end', defaultValue: { amount: 3, unit: 'year' }, constraints: { minimum: 1, maximum: 120 } }),
    variable('nonSolicitation', 'boolean', { group: 'confidentiality', zh: '约定不招揽', en: 'Non-solicitation', defaultValue: false }),
    variable('nonSolicitationPeriod', 'duration', { group: 'confidentiality', zh: '不招揽期限', en: 'Period of non-solicitation', defaultValue: { amount: 12, unit: 'month' }, constraints: { minimum: 1, maximum: 24 } }),
    effectiveDate(),
    variable('disclosureTerm', 'duration', { group: 'term', zh: '协议有效期', en: 'Term', defaultValue: { amount: 12, unit: 'month' }, constraints: { unit: 'month', minimum: 4, maximum: 120 } }),
    ...renewalVariables(),
    variable('penalty', 'boolean', { group: 'liability', zh: '约定违约金', en: 'Liquidated damages', defaultValue: true }),
    variable('penaltyAmount', 'money', { group: 'liability', zh: '违约金', en: 'Amount of liquidated damages', constraints: { minimum: 1, unit: 'CNY' } }),
    variable('liabilityCapAmount', 'money', { group: 'liability', zh: '赔偿总额上限', en: 'Cap on liability', helpZh: '应高于违约金。', helpEn: 'Higher than the liquidated damages.', constraints: { minimum: 1, unit: 'CNY' } }),
    lateRate(),
    curePeriod(),
    ...disputeVariables({ partyA: ['甲方', 'Party A'], partyB: ['乙方', 'Party B'] }),
    variable('copies', 'number', { group: 'signing', zh: '份数', en: 'Originals', defaultValue: 2, constraints: { minimum: 2, maximum: 12, decimals: 0 } }),
  ],
  defaults: defaultsWith(
    owes('partyA', 'confidentiality_return', afterPeriod('termination', 'returnPeriod', { amount: 15, unit: 'day' }), { zh: '返还或者销毁保密信息', en: 'Return or destroy Confidential Information', evidence: ['加盖公章的书面证明', 'Certificate under company seal'], clauseId: 'return' }),
    owes('partyB', 'confidentiality_return', afterPeriod('termination', 'returnPeriod', { amount: 15, unit: 'day' }), { zh: '返还或者销毁保密信息', en: 'Return or destroy Confidential Information', evidence: ['加盖公章的书面证明', 'Certificate under company seal'], clauseId: 'return' }),
  ),
};
