import type { Checklist, ChecklistItem } from './checklist.ts';
import type { ChecklistId } from './model.ts';

export interface ShippedChecklist {
  readonly id: ChecklistId;
  readonly checklist: Checklist;
}

const item = (key: string, area: ChecklistItem['area'], kind: ChecklistItem['kind'], zh: string, en: string, over: Partial<ChecklistItem> = {}): ChecklistItem => ({ key, area, kind, zh, en, isCritical: false, atLeast: null, atMost: null, ...over });

const lawInForce = item('law_in_force', 'legal', 'yes_no', '合同引用的法律、法规和标准都现行有效', 'Every law, regulation and standard that the contract cites is in force', { isCritical: true });
const notices = item('notices', 'execution', 'yes_no', '约定的通知、报告都按时发出并留有凭证', 'Notices and reports that were agreed went out in time, with proof');
const duties = item('duties', 'execution', 'yes_no', '到期的义务双方都已履行，或已书面处理', 'Both sides did what was due, or what was not done is settled in writing', { isCritical: true });
const exposure = item('exposure', 'risk', 'scale', '风险控制情况：1 失控，5 充分受控', 'How well the risks are held: 1 out of hand, 5 well under control');
const recordRight = item('record_right', 'data', 'yes_no', '系统中的当事人、期限、金额与合同原件一致', 'Parties, term and sums in the record agree with the original');

/** The checklists that a vault begins with; its people change them. */
export const shippedChecklists: readonly ShippedChecklist[] = [
  {
    id: '7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0001' as ChecklistId,
    checklist: {
      nameZh: '定期审核（全面）',
      nameEn: 'Periodic review (full)',
      items: [
        lawInForce,
        item('licences', 'legal', 'yes_no', '对方的资质、许可和授权仍然有效', 'The other side’s licences, permits and authority are still valid'),
        item('terms_fit', 'legal', 'yes_no', '条款仍符合现在的业务和公司规则', 'The terms still fit the business and the house rules'),
        duties,
        notices,
        item('evidence', 'execution', 'evidence', '最近一期的验收单、对账单或结算凭证', 'The latest acceptance, statement or settlement record'),
        item('on_time', 'kpi', 'number', '本期按时履行的比例（%）', 'Share of what was due in the period that came in time (%)', { atLeast: 90, atMost: 100 }),
        item('satisfaction', 'kpi', 'scale', '使用部门的满意度：1 很不满意，5 很满意', 'Satisfaction of the department that uses it: 1 very low, 5 very high'),
        exposure,
        item('counterparty', 'risk', 'yes_no', '对方经营正常，没有影响履约的诉讼、处罚或变更', 'The other side is sound: no suit, penalty or change that endangers performance', { isCritical: true }),
        item('changes', 'risk', 'text', '本期的变更、争议和异常（没有请写“无”）', 'Changes, disputes and anything unusual in the period (write “none” if so)'),
        recordRight,
        item('original', 'data', 'yes_no', '原件和附件齐全，存放位置可查', 'Original and annexes are complete and their place is known'),
      ],
    },
  },
  {
    id: '7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0002' as ChecklistId,
    checklist: { nameZh: '月度快审', nameEn: 'Monthly quick review', items: [lawInForce, duties, notices, exposure, recordRight] },
  },
  {
    id: '7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0003' as ChecklistId,
    checklist: {
      nameZh: '续约前审核',
      nameEn: 'Review before renewal',
      items: [
        item('needed', 'renewal', 'yes_no', '到期之后仍然需要这份合同', 'The contract is still needed after its term'),
        item('price_fit', 'renewal', 'yes_no', '价格和条件与现在的市场相当', 'Price and terms stand up to today’s market'),
        item('decision', 'renewal', 'text', '续约、变更或不续约的建议和理由', 'Renew, change or let it end: the advice and why'),
        lawInForce,
        duties,
        exposure,
        recordRight,
      ],
    },
  },
];

/** Which checklist an event asks for; otherwise the policy's. */
export const renewalChecklistId = '7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0003' as ChecklistId;
export const quickChecklistId = '7d1c1a52-0d0b-4c3f-9a51-3f0a6a1e0002' as ChecklistId;
