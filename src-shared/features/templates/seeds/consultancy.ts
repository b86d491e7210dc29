import type { TemplateContent } from '../model.ts';
import { variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, every, on, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, standard, title, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 40, maxLength: 300 } as const;
const client: readonly [Words, string] = [['甲方（委托方）', 'Party A (the “Client”)'], 'client'];
const consultant: readonly [Words, string] = [['乙方（顾问）', 'Party B (the “Consultant”)'], 'consultant'];
const names: Names = { price: ['顾问费总额', 'the Consultancy Fee'], payer: ['甲方', 'the Client'], payee: ['乙方', 'the Consultant'], subject: ['顾问服务', 'the consultancy'], signers: [client, consultant] };

const text = bodies(
  title(['独立顾问合同', 'Independent Consultancy Agreement']),
  parties(client, consultant),
  p(['根据《中华人民共和国民法典》，甲方聘请乙方就{{topic}}提供顾问服务（以下称“服务”），双方订立本合同。', 'Under the Civil Code of the People’s Republic of China, the Client engages the Consultant for consultancy on {{topic}} (the “Services”), and the parties enter into this contract.']),
  definitions(
    ['“顾问费总额”指{{#fee}}约定的含税总金额。', '“Consultancy Fee” means the total amount including tax stated in {{#fee}}.'],
    ['“成果”指{{#scope}}所列的书面工作成果。', '“Deliverables” means the written results of work listed in {{#scope}}.'],
  ),
  clause(
    'scope',
    ['服务内容', 'Scope of Services'],
    ['乙方应向甲方提供下列服务：', 'The Consultant shall provide the following Services to the Client:'],
    repeat('services', ['{{services}}。', '{{services}}.']),
    ['乙方应于{{deliveryDate}}以前，向甲方交付下列成果，数量各一份：', 'No later than {{deliveryDate}}, the Consultant shall deliver to the Client one copy of each of the following Deliverables:'],
    repeat('deliverables', ['{{deliverables}}。', '{{deliverables}}.']),
    ['服务地点为{{servicePlace}}。乙方每月提供服务的时间不少于{{monthlyHours}}小时，并应于每月5日以前向甲方提交上月的工作记录。', 'The place of the Services is {{servicePlace}}. The Consultant provides no less than {{monthlyHours}} hours of service a month and shall give the Client its record of work of the preceding month no later than the 5th day of each month.'],
    ['成果应符合{{qualityStandard}}，所引用的数据应注明来源。', 'The Deliverables shall conform to {{qualityStandard}} and state the source of the data that they use.'],
  ),
  clause(
    'independence',
    ['独立关系', 'Independence'],
    ['乙方以独立的民事主体身份提供服务，自行安排工作时间和方式，不受甲方劳动规章制度的管理；双方之间不成立劳动关系和劳务派遣关系。', 'The Consultant provides the Services as an independent party, arranges its own time and manner of work and is not subject to the Client’s employment rules. No employment or labour dispatch is created between the parties.'],
    ['乙方自行承担社会保险、商业保险和税款。乙方为自然人的，甲方应在付款时依法代扣代缴个人所得税，并于代扣之日起15日内向乙方提供凭证。', 'The Consultant bears its own social insurance, commercial insurance and tax. If the Consultant is an individual, the Client shall withhold individual income tax on payment as the law requires and give the Consultant proof within 15 days of withholding.'],
    ['乙方应亲自提供服务。乙方为单位的，应指定{{keyPerson}}提供服务；更换人员的，应提前10日书面通知甲方并取得书面同意。', 'The Consultant shall provide the Services in person. If the Consultant is an entity, it shall appoint {{keyPerson}} to provide them. It shall give 10 days’ written notice and obtain the Client’s written consent before replacing that person.'],
  ),
  clause(
    'conflict',
    ['利益冲突', 'Conflict of Interest'],
    ['乙方应于本合同生效之日起3个工作日内，以及在服务期间知道之日起3个工作日内，书面告知甲方其在与服务事项有竞争关系的单位中担任的职务和持有的权益。', 'The Consultant shall notify the Client in writing of positions and interests that it holds in competitors in the matter of the Services, within 3 working days of the date on which this contract takes effect and, during the Services, within 3 working days of learning of them.'],
    ['服务期间未经甲方书面同意，乙方不得就同一事项为甲方的竞争对手提供服务。', 'During the Services the Consultant shall not, without the Client’s written consent, serve a competitor of the Client in the same matter.'],
  ),
  clause(
    'fee',
    ['顾问费', 'Consultancy Fee'],
    ...standard('price', ['顾问费总额', '{{totalFee|figuresAndWords}}', '{{taxRate}}'], ['Consultancy Fee', '{{totalFee|figuresAndWords}}', '{{taxRate}}']),
    ['经甲方事先书面同意的差旅费用由甲方凭票据据实报销，累计不超过{{expenseCap|figuresAndWords}}；甲方应于收到票据之日起15日内支付。', 'The Client reimburses travel expenses to which it has consented in writing beforehand, against receipts, up to {{expenseCap|figuresAndWords}} in all. The Client shall pay them within 15 days of receiving the receipts.'],
  ),
  clause(
    'payment',
    ['发票与付款', 'Invoices and Payment'],
    ['甲方应于本合同生效之日起10个工作日内，向乙方支付顾问费总额的{{firstPercent}}。', 'The Client shall pay {{firstPercent}} of the Consultancy Fee to the Consultant within 10 working days of the date on which this contract takes effect.'],
    ['甲方应于成果验收合格之日起{{paymentPeriod}}内，向乙方付清余款。余款为顾问费总额减去甲方已付顾问费后的金额。', 'The Client shall pay the balance to the Consultant within {{paymentPeriod}} of the date on which the Deliverables pass acceptance. The balance is the Consultancy Fee less the fees that the Client has paid.'],
    ...invoice(names),
    payeeAccount(names.payee, names.payer, 'consultant'),
  ),
  clause(
    'acceptance',
    ['验收', 'Acceptance'],
    ['甲方应于收到成果之日起{{acceptancePeriod}}内，按{{#scope}}验收并向乙方出具书面验收结论。', 'Within {{acceptancePeriod}} of receiving the Deliverables, the Client shall inspect them against {{#scope}} and give the Consultant its written result.'],
    ['验收不合格的，甲方应书面说明理由，乙方应于收到之日起10日内修改并重新提交，由甲方重新验收。', 'If the Deliverables fail, the Client shall state why in writing, and the Consultant shall correct and resubmit them within 10 days of receiving that statement. The Client shall then inspect them again.'],
    ['甲方在前述验收期内既未出具验收结论，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。', 'If within that period the Client neither gives its result nor objects in writing, the Deliverables are deemed to have passed acceptance on the last day of the period.'],
  ),
  clause(
    'ip',
    ['知识产权', 'Intellectual Property'],
    ['成果的全部知识产权，自甲方付清顾问费总额之日起归甲方所有。乙方在订立本合同前已有的方法、模型和工具仍归乙方所有，甲方有权为使用成果的目的免费使用。', 'All intellectual property in the Deliverables belongs to the Client from the day on which it has paid the Consultancy Fee in full. Methods, models and tools that the Consultant held before this contract remain the Consultant’s. The Client may use them free of charge in order to use the Deliverables.'],
    ...standard('ip-warranty', ['乙方', '成果', '成果', '甲方', '甲方', '乙方', '乙方', '甲方'], ['The Consultant', 'the Deliverables', 'the Client', 'the Client', 'the Consultant', 'The Consultant', 'the Client']),
  ),
  clause(
    'term',
    ['期限', 'Term'],
    ['服务期限为{{initialTerm}}，自{{effectiveDate}}起算。期限届满，本合同终止；双方续约的，应于期限届满30日前另订书面合同。', 'The term of the Services is {{initialTerm}} from {{effectiveDate}}. This contract ends when the term expires. If the parties wish to continue, they shall make a new written contract at least 30 days before expiry.'],
  ),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['乙方迟延交付成果的，每逾期一日，应按顾问费总额的{{lateRate}}向甲方支付违约金。', 'For each day of late delivery of the Deliverables, the Consultant shall pay the Client liquidated damages of {{lateRate}} of the Consultancy Fee.'],
    ...latePayment(names),
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(
    ['乙方迟延交付成果，经书面催告后{{curePeriod}}内仍未交付的；成果经两次验收均不合格的；乙方违反{{#conflict}}的；甲方逾期付款，经书面催告后{{curePeriod}}内仍未支付的', 'the Consultant delivers the Deliverables late and does not deliver within {{curePeriod}} of a written demand; the Deliverables fail acceptance twice; the Consultant breaches {{#conflict}}; the Client pays late and does not pay within {{curePeriod}} of a written demand'],
    ['任何一方提前30日书面通知对方，可以解除本合同；甲方应于本合同解除之日起15日内，支付截至该日已提供服务的顾问费。', 'Either party may terminate this contract by giving the other 30 days’ written notice. Within 15 days of termination, the Client shall pay the fees for Services provided by that day.'],
  ),
  consequences(
    ['乙方应于本合同终止或者解除之日起15日内，向甲方交付已完成的成果，返还甲方资料并完成工作交接。', 'Within 15 days of expiry or termination, the Consultant shall deliver the finished Deliverables to the Client, return the Client’s data and hand over the work.'],
    ['双方应于本合同终止或者解除之日起30日内，按已提供服务的小时数占约定小时数的比例结算顾问费，多退少补。', 'Within 30 days of expiry or termination, the parties shall settle the Consultancy Fee in the proportion of the hours provided to the hours agreed. What was overpaid is refunded and what is outstanding is paid.'],
  ),
  closing(names),
);

export const consultancyTemplate: TemplateContent = {
  contractType: 'consultancy',
  titleZh: '独立顾问合同',
  titleEn: 'Independent Consultancy Agreement',
  summaryZh: '聘请独立顾问用，个人或者单位均可。写明不成立劳动关系、代扣税款、利益冲突、成果与验收、费用报销上限、知识产权。',
  summaryEn: 'For independent consultants, individuals or firms: no employment, withholding tax, conflicts of interest, deliverables and acceptance, a cap on expenses, IP.',
  ...text,
  variables: [
    variable('client', 'party', { group: 'parties', zh: '甲方（委托方）', en: 'Party A (Client)', constraints: { partyRole: 'partyA' } }),
    variable('consultant', 'party', { group: 'parties', zh: '乙方（顾问）', en: 'Party B (Consultant)', constraints: { partyRole: 'partyB' } }),
    variable('topic', 'text', { group: 'subject', zh: '顾问事项', en: 'Topic', constraints: { ...line, minLength: 2 } }),
    variable('topicEn', 'text', { group: 'subject', zh: '顾问事项（英文）', en: 'Topic (English)', optional: true, constraints: line }),
    variable('services', 'list', { group: 'subject', zh: '服务内容', en: 'Services', constraints: lines }),
    variable('servicesEn', 'list', { group: 'subject', zh: '服务内容（英文）', en: 'Services (English)', optional: true, constraints: lines }),
    variable('deliverables', 'list', { group: 'subject', zh: '成果', en: 'Deliverables', constraints: lines }),
    variable('deliverablesEn', 'list', { group: 'subject', zh: '成果（英文）', en: 'Deliverables (English)', optional: true, constraints: lines }),
    variable('keyPerson', 'text', { group: 'subject', zh: '服务人员', en: 'Person who serves', constraints: { ...line, maxLength: 60 } }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '成果最迟交付日期', en: 'Latest delivery of deliverables', defaultValue: { daysFromToday: 97 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('servicePlace', 'text', { group: 'delivery', zh: '服务地点', en: 'Place of services', constraints: line }),
    variable('servicePlaceEn', 'text', { group: 'delivery', zh: '服务地点（英文）', en: 'Place of services (English)', optional: true, constraints: line }),
    variable('monthlyHours', 'number', { group: 'delivery', zh: '每月服务小时数', en: 'Hours a month', defaultValue: 20, constraints: { minimum: 1, maximum: 250, decimals: 1 } }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '成果标准', en: 'Standard of deliverables', helpZh: '填写标准编号，如 GB/T 19039-2009。', helpEn: 'The number of a standard, e.g. GB/T 19039-2009.', constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 10, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 90 } }),
    variable('totalFee', 'money', { group: 'price', zh: '顾问费总额（含税）', en: 'Consultancy fee (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(3),
    invoiceType(),
    variable('expenseCap', 'money', { group: 'price', zh: '差旅费用上限', en: 'Cap on travel expenses', constraints: { minimum: 1, unit: 'CNY' } }),
    variable('firstPercent', 'number', { group: 'price', zh: '首付款比例', en: 'First payment', defaultValue: 30, constraints: { minimum: 1, maximum: 99, decimals: 2, unit: '%' } }),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '付款期限', en: 'Time for payment', defaultValue: { amount: 15, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    effectiveDate(),
    variable('initialTerm', 'duration', { group: 'term', zh: '服务期限', en: 'Term', defaultValue: { amount: 6, unit: 'month' }, constraints: { unit: 'month', minimum: 1, maximum: 60 } }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    ...disputeVariables({ partyA: ['甲方', 'the Client'], partyB: ['乙方', 'the Consultant'] }),
  ],
  defaults: defaultsWith(
    owes('client', 'payment', after('effective', 10, 'workingDay'), { zh: '支付首付款', en: 'Pay the first instalment', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalFee', percentKey: 'firstPercent' }),
    owes('consultant', 'report', every('effective', 'FREQ=MONTHLY;BYMONTHDAY=5'), { zh: '提交上月工作记录', en: 'Give last month’s record of work', evidence: ['工作记录', 'Record of work'], clauseId: 'scope' }),
    owes('consultant', 'delivery', on('deliveryDate'), { zh: '交付成果', en: 'Deliver the Deliverables', evidence: ['成果交付清单', 'List of Deliverables'], clauseId: 'scope' }),
    owes('client', 'acceptance', afterPeriod('delivery', 'acceptancePeriod', { amount: 10, unit: 'workingDay' }), { zh: '验收成果', en: 'Inspect the Deliverables', evidence: ['书面验收结论', 'Written result of acceptance'], clauseId: 'acceptance' }),
    owes('client', 'payment', afterPeriod('acceptance', 'paymentPeriod', { amount: 15, unit: 'day' }), { zh: '付清余款', en: 'Pay the balance', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalFee' }),
  ),
};
