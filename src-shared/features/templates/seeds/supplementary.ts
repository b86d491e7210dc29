import type { TemplateContent } from '../model.ts';
import { variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, lateRate, liabilityCap } from './common-variables.ts';
import { after, defaultsWith, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, signatures, standard, title, when, type Words } from './paired.ts';
import { definitions, disputes, effect } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 60, maxLength: 1000 } as const;
const partyA: readonly [Words, string] = [['甲方', 'Party A'], 'partyA'];
const partyB: readonly [Words, string] = [['乙方', 'Party B'], 'partyB'];

const text = bodies(
  title(['补充协议', 'Supplementary Agreement']),
  parties(partyA, partyB),
  p(['甲方与乙方于{{originalDate}}签订了编号为{{originalNumber}}的《{{originalTitle}}》（以下称“原合同”）。根据《中华人民共和国民法典》第五百四十三条，双方经协商一致变更原合同，订立本补充协议（以下称“本合同”）。', 'On {{originalDate}} Party A and Party B signed the “{{originalTitle}}” under number {{originalNumber}} (the “Original Contract”). Under article 543 of the Civil Code of the People’s Republic of China, the parties agree to amend the Original Contract and enter into this supplementary agreement (this “contract”).']),
  definitions(),
  clause(
    'changes',
    ['变更事项', 'Changes'],
    ['双方对原合同作如下变更：', 'The parties amend the Original Contract as follows:'],
    repeat('changes', ['{{changes}}。', '{{changes}}.']),
    ['前款所列变更自{{effectiveDate}}起执行；该日以前已履行的义务，仍按原合同的约定处理。', 'The changes listed above apply from {{effectiveDate}}. Obligations performed before that day remain governed by the Original Contract.'],
  ),
  clause(
    'scope',
    ['增加的标的与数量', 'Additional Subject Matter and Quantity'],
    ['乙方应向甲方增加提供{{subject}}，数量为{{quantity}}，质量应符合{{qualityStandard}}。', 'Party B shall additionally provide {{subject}} to Party A in the quantity of {{quantity}}. Their quality shall conform to {{qualityStandard}}.'],
    ['乙方应于{{deliveryDate}}以前，在{{deliveryPlace}}交付前款标的。', 'Party B shall deliver the foregoing no later than {{deliveryDate}} at {{deliveryPlace}}.'],
    ['甲方应于交付之日起{{acceptancePeriod}}内验收并出具书面验收结论；验收不合格的，乙方应于收到书面通知之日起15日内自负费用改正，由甲方重新验收；甲方逾期既未出具结论，也未提出书面异议的，视为验收合格。', 'Party A shall inspect and give its written result within {{acceptancePeriod}} of delivery. If the subject matter fails, Party B shall correct it at its own expense within 15 days of receiving written notice, and Party A shall inspect it again. If Party A neither gives its result nor objects in writing in time, the subject matter is deemed to have passed acceptance.'],
  ),
  clause(
    'price',
    ['价款的变更', 'Change of Price'],
    when('direction', 'true', ['原合同价款增加{{changedAmount|figuresAndWords}}（以下称“变更金额”），为含税固定价，增值税税率为{{taxRate}}。', 'The price of the Original Contract is increased by {{changedAmount|figuresAndWords}} (the “Changed Amount”). It is fixed and includes value-added tax at the rate of {{taxRate}}.']),
    when('direction', 'false', ['原合同价款减少{{changedAmount|figuresAndWords}}（以下称“变更金额”），为含税固定价，增值税税率为{{taxRate}}。乙方应于本合同生效之日起15日内，将甲方多付的款项退还甲方。', 'The price of the Original Contract is reduced by {{changedAmount|figuresAndWords}} (the “Changed Amount”). It is fixed and includes value-added tax at the rate of {{taxRate}}. Within 15 days of the date on which this contract takes effect, Party B shall refund to Party A what was overpaid.']),
    ['价款增加的，甲方应于标的验收合格之日起{{paymentPeriod}}内，向乙方付清变更金额；乙方应于付款期限届满5个工作日前，向甲方开具与变更金额相同的增值税专用发票。', 'If the price is increased, Party A shall pay the Changed Amount to Party B within {{paymentPeriod}} of the date on which the subject matter passes acceptance. At least 5 working days before payment falls due, Party B shall issue to Party A a VAT special invoice for the Changed Amount.'],
    payeeAccount(['乙方', 'Party B'], ['甲方', 'Party A'], 'partyB'),
  ),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['乙方迟延交付的，每逾期一日，应按变更金额的{{lateRate}}向甲方支付违约金；甲方逾期付款的，每逾期一日，应按逾期金额的{{lateRate}}向乙方支付违约金。', 'For each day of late delivery, Party B shall pay Party A liquidated damages of {{lateRate}} of the Changed Amount. For each day of late payment, Party A shall pay Party B liquidated damages of {{lateRate}} of the overdue amount.'],
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失，包括对方为实现债权支付的诉讼费、仲裁费、保全费和律师费；任何一方在本合同项下的责任总额不超过变更金额的{{liabilityCap}}，因故意或者重大过失造成的损失除外。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss, including the court fees, arbitration fees, preservation fees and lawyers’ fees that the other party pays to enforce its claim. The total liability of either party under this contract shall not exceed {{liabilityCap}} of the Changed Amount, except for loss caused intentionally or by gross negligence.'],
  ),
  clause('force-majeure', ['不可抗力', 'Force Majeure'], ...standard('force-majeure')),
  clause(
    'relation',
    ['与原合同的关系', 'Relation to the Original Contract'],
    ['本合同是原合同的组成文件，与原合同不一致的，以本合同为准；本合同未变更的，仍按原合同执行。原合同的保密义务继续适用于本合同。', 'This contract forms part of the Original Contract and prevails over it. What this contract does not change continues to be governed by the Original Contract. The duty of confidentiality of the Original Contract applies also to this contract.'],
    ['原合同终止或者解除的，本合同同时终止。', 'If the Original Contract ends, this contract ends with it.'],
    ['本合同构成双方就变更事项达成的全部协议，取代双方此前就变更事项的口头和书面约定。本合同无附件。', 'This contract is the entire agreement of the parties on the changes and replaces all earlier oral and written arrangements on them. This contract has no annexes.'],
  ),
  clause(
    'termination',
    ['解除', 'Termination'],
    ['双方协商一致，可以书面解除本合同。一方违反本合同，经书面催告后{{curePeriod}}内仍未纠正的，对方有权书面通知解除本合同，解除通知到达对方之日本合同解除。', 'The parties may terminate this contract by written agreement. If a party breaches this contract and does not cure the breach within {{curePeriod}} of a written demand, the other party may terminate this contract by written notice, which takes effect on the day on which it reaches that party.'],
    ['解除权自解除权人知道或者应当知道解除事由之日起90日内不行使的，该解除权消灭。', 'A right to terminate lapses if it is not exercised within 90 days of the day on which its holder knew or should have known of its cause.'],
    ['双方应于本合同解除之日起15日内，按已验收合格的标的结算变更金额。本合同解除后，原合同未变更的约定继续有效，{{#notices}}、{{#disputes}}以及结算条款的效力不受影响。', 'Within 15 days of termination, the parties shall settle the Changed Amount on the basis of what has passed acceptance. After termination the unchanged provisions of the Original Contract remain in effect, as do {{#notices}}, {{#disputes}} and the provisions on settlement.'],
  ),
  clause('notices', ['通知与送达', 'Notices and Service'], ...standard('notices')),
  clause(null, ['法律适用', 'Governing Law'], ...standard('governing-law', [''], ['']).map(([zh, en]): Words => [zh, en.trim()])),
  disputes(),
  clause(
    null,
    ['文本', 'Text'],
    ['本合同有中文、英文两种文本的，两种文本不一致时以中文文本为准。', 'If this contract is made in Chinese and English and the two texts differ, the Chinese text prevails.'],
    ['本合同一式四份，甲方、乙方各执两份，具有同等法律效力。', 'This contract is made in four originals of equal force, two for Party A and two for Party B.'],
  ),
  effect(),
  p(['（以下无正文，为签署栏）', '(End of text. The parties sign below.)']),
  signatures(partyA, partyB),
);

export const supplementaryTemplate: TemplateContent = {
  contractType: 'supplementary',
  titleZh: '补充协议',
  titleEn: 'Supplementary Agreement',
  summaryZh: '变更已签合同用。逐项列明变更，写明增加的标的、数量与价款增减、交付与验收，以及与原合同的关系和优先顺序。',
  summaryEn: 'For amending a signed contract: the changes one by one, additional subject matter and quantity, more or less price, delivery and acceptance, and which text prevails.',
  ...text,
  variables: [
    variable('partyA', 'party', { group: 'parties', zh: '甲方', en: 'Party A', constraints: { partyRole: 'partyA' } }),
    variable('partyB', 'party', { group: 'parties', zh: '乙方', en: 'Party B', constraints: { partyRole: 'partyB' } }),
    variable('originalNumber', 'text', { group: 'subject', zh: '原合同编号', en: 'Number of the original contract', constraints: line }),
    variable('originalTitle', 'text', { group: 'subject', zh: '原合同名称', en: 'Title of the original contract', constraints: line }),
    variable('originalTitleEn', 'text', { group: 'subject', zh: '原合同名称（英文）', en: 'Title of the original contract (English)', optional: true, constraints: line }),
    variable('originalDate', 'date', { group: 'subject', zh: '原合同签订日期', en: 'Date of the original contract' }),
    variable('changes', 'list', { group: 'subject', zh: '变更事项', en: 'Changes', helpZh: '每行一项，写明条款编号、原约定和变更后的约定。', helpEn: 'One line for each: number of the clause, former and new wording.', constraints: lines }),
    variable('changesEn', 'list', { group: 'subject', zh: '变更事项（英文）', en: 'Changes (English)', optional: true, constraints: lines }),
    variable('subject', 'text', { group: 'subject', zh: '增加的标的', en: 'Additional subject matter', constraints: line }),
    variable('subjectEn', 'text', { group: 'subject', zh: '增加的标的（英文）', en: 'Additional subject matter (English)', optional: true, constraints: line }),
    variable('quantity', 'text', { group: 'subject', zh: '数量（含计量单位）', en: 'Quantity with unit', constraints: line }),
    variable('quantityEn', 'text', { group: 'subject', zh: '数量（英文）', en: 'Quantity (English)', optional: true, constraints: line }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '质量标准', en: 'Quality standard', constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 10, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '最迟交付日期', en: 'Latest delivery', defaultValue: { daysFromToday: 45 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('deliveryPlace', 'text', { group: 'delivery', zh: '交付地点', en: 'Place of delivery', constraints: { ...line, minLength: 4 } }),
    variable('deliveryPlaceEn', 'text', { group: 'delivery', zh: '交付地点（英文）', en: 'Place of delivery (English)', optional: true, constraints: line }),
    variable('direction', 'boolean', { group: 'price', zh: '价款增加（否则减少）', en: 'The price is increased (otherwise reduced)', defaultValue: true }),
    variable('changedAmount', 'money', { group: 'price', zh: '变更金额（含税）', en: 'Changed amount (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    variable('taxRate', 'number', { group: 'price', zh: '增值税税率', en: 'VAT rate', defaultValue: 13, constraints: { minimum: 0, maximum: 20, decimals: 2, unit: '%' } }),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '付款期限', en: 'Time for payment', defaultValue: { amount: 30, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    effectiveDate(),
    ...disputeVariables({ partyA: ['甲方', 'Party A'], partyB: ['乙方', 'Party B'] }),
  ],
  defaults: defaultsWith(
    owes('partyB', 'delivery', { kind: 'fixed', dateKey: 'deliveryDate' }, { zh: '交付增加的标的', en: 'Deliver the additional subject matter', evidence: ['交接单', 'Delivery note'], clauseId: 'scope' }),
    owes('partyA', 'payment', { kind: 'offset', event: 'acceptance', amount: 30, unit: 'day', durationKey: 'paymentPeriod' }, { zh: '支付变更金额', en: 'Pay the Changed Amount', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'price', amountKey: 'changedAmount', only: { key: 'direction', fact: null, operator: 'equals', value: 'true' } }),
    owes('partyB', 'payment', after('effective', 15, 'day'), { zh: '退还多付的款项', en: 'Refund what was overpaid', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'price', amountKey: 'changedAmount', only: { key: 'direction', fact: null, operator: 'equals', value: 'false' } }),
  ),
};
