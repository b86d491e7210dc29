import type { TemplateContent } from '../model.ts';
import { choice, variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, on, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, standard, title, when, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 60, maxLength: 300 } as const;
const client: readonly [Words, string] = [['甲方（委托方）', 'Party A (the “Client”)'], 'client'];
const developer: readonly [Words, string] = [['乙方（开发方）', 'Party B (the “Developer”)'], 'developer'];
const names: Names = { price: ['开发费总额', 'the Development Fee'], payer: ['甲方', 'the Client'], payee: ['乙方', 'the Developer'], subject: ['软件开发', 'the development of the Software'], signers: [client, developer] };

const text = bodies(
  title(['软件开发合同', 'Software Development Contract']),
  parties(client, developer),
  p(['根据《中华人民共和国民法典》《中华人民共和国著作权法》，甲方委托乙方开发{{softwareName}}（以下称“软件”），双方订立本合同。', 'Under the Civil Code and the Copyright Law of the People’s Republic of China, the Client commissions the Developer to develop {{softwareName}} (the “Software”), and the parties enter into this contract.']),
  definitions(
    ['“成果”指软件的目标程序、源代码以及{{#scope}}所列文档。', '“Deliverables” means the object code and source code of the Software and the documents listed in {{#scope}}.'],
    ['“开发费总额”指{{#fee}}约定的含税总金额。', '“Development Fee” means the total amount including tax stated in {{#fee}}.'],
  ),
  clause(
    'scope',
    ['开发内容', 'Scope of Development'],
    ['软件应具备下列功能：', 'The Software shall have the following functions:'],
    repeat('functions', ['{{functions}}。', '{{functions}}.']),
    ['乙方应向甲方交付下列文档，数量各一份：', 'The Developer shall deliver one copy of each of the following documents to the Client:'],
    repeat('documents', ['{{documents}}。', '{{documents}}.']),
    ['乙方应于本合同生效之日起20日内，向甲方提交需求规格说明书；甲方应于收到之日起{{acceptancePeriod}}内书面确认或者提出修改意见，逾期未提出的，视为确认。经确认的需求规格说明书是开发和验收的依据。', 'Within 20 days of the date on which this contract takes effect, the Developer shall submit the requirements specification. The Client shall confirm it or ask for changes in writing within {{acceptancePeriod}} of receiving it; failing that, it is deemed confirmed. The confirmed requirements specification is the basis of development and acceptance.'],
  ),
  clause(
    'changes',
    ['需求变更', 'Changes'],
    ['任何一方要求变更需求的，应以书面提出。乙方应于收到或者提出之日起5个工作日内，书面说明变更对费用和进度的影响；双方签订书面补充协议后，乙方方可实施变更。', 'A party that asks for a change of requirements shall do so in writing. Within 5 working days of receiving or making the request, the Developer shall state its effect on fee and time in writing. The Developer shall carry out a change only after the parties have signed a written supplementary agreement.'],
  ),
  clause(
    'delivery',
    ['进度与交付', 'Time and Delivery'],
    ['乙方应于{{deliveryDate}}以前，将成果部署到{{deliveryPlace}}的甲方运行环境，并向甲方交付源代码。', 'No later than {{deliveryDate}}, the Developer shall install the Deliverables in the Client’s operating environment at {{deliveryPlace}} and deliver the source code to the Client.'],
    ['乙方应于每月5日以前，向甲方书面报告上月的开发进度和遗留问题。', 'No later than the 5th day of each month, the Developer shall report to the Client in writing on progress and open issues of the preceding month.'],
    ['乙方指定{{projectManager}}为项目负责人。乙方更换项目负责人的，应提前10日书面通知甲方，新的项目负责人应具备同等资格。', 'The Developer appoints {{projectManager}} as project manager. The Developer shall give the Client 10 days’ written notice before replacing the project manager. The new project manager shall have equal qualifications.'],
    ['未经甲方书面同意，乙方不得将开发工作转委托给第三人；经同意转委托的，乙方应就第三人的行为向甲方承担责任。', 'The Developer shall not subcontract the development without the Client’s written consent. Where the Client consents, the Developer is liable to the Client for the acts of the subcontractor.'],
  ),
  clause(
    'assistance',
    ['甲方的协助', 'Assistance by the Client'],
    ['甲方应于本合同生效之日起10日内，向乙方提供开发所需的业务资料、接口文档和测试数据；甲方迟延提供的，乙方的履行期限按迟延日数顺延。', 'Within 10 days of the date on which this contract takes effect, the Client shall provide the Developer with the business data, interface documents and test data that the development requires. If the Client does so late, the Developer’s time for performance is extended by the number of days of the delay.'],
  ),
  clause(
    'fee',
    ['开发费', 'Development Fee'],
    ...standard('price', ['开发费总额', '{{totalFee|figuresAndWords}}', '{{taxRate}}'], ['Development Fee', '{{totalFee|figuresAndWords}}', '{{taxRate}}']),
    ['开发费总额已包含人工、差旅、设备、第三方软件许可费用和税款；除双方签订补充协议外，甲方无须支付开发费总额以外的款项。', 'The Development Fee includes labour, travel, equipment, third-party licences and tax. Unless the parties sign a supplementary agreement, the Client is not required to pay any other sum.'],
  ),
  clause(
    'payment',
    ['发票与付款', 'Invoices and Payment'],
    ['甲方应于本合同生效之日起10个工作日内，向乙方支付开发费总额的{{firstPercent}}。', 'The Client shall pay {{firstPercent}} of the Development Fee to the Developer within 10 working days of the date on which this contract takes effect.'],
    ['甲方应于成果验收合格之日起{{paymentPeriod}}内，向乙方付清余款。余款为开发费总额减去甲方已付款项后的金额。', 'The Client shall pay the balance to the Developer within {{paymentPeriod}} of the date on which the Deliverables pass acceptance. The balance is the Development Fee less all sums that the Client has paid.'],
    ...invoice(names),
    payeeAccount(names.payee, names.payer, 'developer'),
  ),
  clause(
    'acceptance',
    ['验收', 'Acceptance'],
    ['甲方应于成果部署并交付源代码之日起{{acceptancePeriod}}内，按经确认的需求规格说明书和{{qualityStandard}}验收，并向乙方出具书面验收结论。', 'Within {{acceptancePeriod}} of the date on which the Deliverables are installed and the source code is delivered, the Client shall inspect them against the confirmed requirements specification and {{qualityStandard}} and give the Developer its written result.'],
    ['软件连续运行10日无致命缺陷、无数据丢失，且全部功能测试用例通过的，验收合格。致命缺陷指使软件停止运行、造成数据损坏或者使一项功能不能使用的缺陷。', 'The Software passes if it runs for 10 consecutive days without a fatal defect or loss of data and every functional test case passes. A fatal defect is one that stops the Software, corrupts data or makes a function unusable.'],
    ['验收不合格的，甲方应书面列明缺陷，乙方应于收到之日起15日内自负费用改正并重新提交，由甲方重新验收。', 'If the Deliverables fail, the Client shall list the defects in writing, and the Developer shall correct and resubmit them at its own expense within 15 days of receiving that list. The Client shall then inspect them again.'],
    ['甲方在前述验收期内既未出具验收结论，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。', 'If within that period the Client neither gives its result nor objects in writing, the Deliverables are deemed to have passed acceptance on the last day of the period.'],
  ),
  clause(
    'warranty',
    ['质量保证与维护', 'Warranty and Maintenance'],
    ['质量保证期为{{warrantyPeriod}}，自成果验收合格之日起计算。质量保证期内，乙方应自负费用修复软件缺陷：致命缺陷于收到甲方书面通知之时起24小时内修复，其他缺陷于收到书面通知之日起5个工作日内修复。', 'The warranty period is {{warrantyPeriod}} from the date on which the Deliverables pass acceptance. During it the Developer shall repair defects of the Software at its own expense: a fatal defect within 24 hours of receiving the Client’s written notice, any other defect within 5 working days of receiving it.'],
    ['乙方应于成果验收合格之日起10日内，为甲方人员提供不少于{{trainingHours}}小时的培训。', 'Within 10 days of the date on which the Deliverables pass acceptance, the Developer shall give the Client’s staff no less than {{trainingHours}} hours of training.'],
  ),
  clause(
    'ip',
    ['知识产权', 'Intellectual Property'],
    when('ownership', 'client', ...standard('ip-ownership', ['甲方', '开发费总额', '甲方', '乙方'], ['the Client', 'the Development Fee', 'The Developer'])),
    when('ownership', 'developer', ['成果的全部知识产权归乙方所有；乙方许可甲方在全球范围内永久、免费、非独占地使用和修改成果。', 'All intellectual property in the Deliverables belongs to the Developer, which grants the Client a worldwide, perpetual, royalty-free and non-exclusive licence to use and modify the Deliverables.']),
    ['乙方在订立本合同前已有的知识产权仍归乙方所有，甲方有权为使用成果的目的免费使用。', 'Intellectual property that the Developer held before this contract remains the Developer’s. The Client may use it free of charge in order to use the Deliverables.'],
    ['乙方使用开源软件的，应于交付成果时书面列明其名称、版本和许可证；未经甲方书面同意，乙方不得使用其许可证要求公开成果源代码的开源软件。', 'On delivery, the Developer shall list in writing the name, version and licence of each open-source component. Without the Client’s written consent the Developer shall not use open-source software whose licence requires the source code of the Deliverables to be disclosed.'],
    ...standard('ip-warranty', ['乙方', '成果', '成果', '甲方', '甲方', '乙方', '乙方', '甲方'], ['The Developer', 'the Deliverables', 'the Client', 'the Client', 'the Developer', 'The Developer', 'the Client']),
  ),
  clause(
    'data',
    ['数据安全', 'Data Security'],
    ['乙方只能为履行本合同使用甲方提供的数据，应对数据采取加密、访问控制和操作留痕措施，并于验收合格之日起15日内删除其持有的全部副本并书面告知甲方。测试数据含有个人信息的，甲方应在提供前去除可识别特定自然人的内容。', 'The Developer shall use data provided by the Client only to perform this contract, shall encrypt the data, control access to it and log operations on it, and shall delete all copies that it holds and notify the Client in writing within 15 days of acceptance. Where test data contains personal information, the Client shall remove what identifies a natural person before providing it.'],
  ),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['乙方迟延交付成果的，每迟延一日，应按开发费总额的{{lateRate}}向甲方支付违约金；乙方迟延修复缺陷的，每迟延一日，应按开发费总额的{{lateRate}}向甲方支付违约金。', 'For each day of late delivery of the Deliverables, the Developer shall pay the Client liquidated damages of {{lateRate}} of the Development Fee. For each day of delay in repairing a defect, the Developer shall pay the Client liquidated damages of {{lateRate}} of the Development Fee.'],
    ...latePayment(names),
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(['乙方迟延交付成果，经书面催告后{{curePeriod}}内仍未交付的；成果经两次验收均不合格的；甲方逾期付款，经书面催告后{{curePeriod}}内仍未支付的', 'the Developer delivers the Deliverables late and does not deliver within {{curePeriod}} of a written demand; the Deliverables fail acceptance twice; the Client pays late and does not pay within {{curePeriod}} of a written demand']),
  consequences(
    ['乙方应于本合同终止或者解除之日起15日内，向甲方交付已完成的成果和源代码，返还甲方资料，并完成工作交接。', 'Within 15 days of expiry or termination, the Developer shall deliver the finished Deliverables and source code to the Client, return the Client’s data and hand over the work.'],
    ['双方应于本合同终止或者解除之日起30日内，按甲方已验收合格的功能占全部功能的比例结算开发费，多退少补。', 'Within 30 days of expiry or termination, the parties shall settle the Development Fee in the proportion of the functions that have passed acceptance to all functions. What was overpaid is refunded and what is outstanding is paid.'],
  ),
  closing(names),
);

export const softwareTemplate: TemplateContent = {
  contractType: 'software',
  titleZh: '软件开发合同',
  titleEn: 'Software Development Contract',
  summaryZh: '委托开发软件用。含需求确认与变更、部署与源代码、验收测试、缺陷修复时限、知识产权与开源、数据安全、违约责任上限。',
  summaryEn: 'For commissioned software: requirements and changes, installation and source code, acceptance tests, times for repair, IP and open source, data security, capped liability.',
  ...text,
  variables: [
    variable('client', 'party', { group: 'parties', zh: '甲方（委托方）', en: 'Party A (Client)', constraints: { partyRole: 'partyA' } }),
    variable('developer', 'party', { group: 'parties', zh: '乙方（开发方）', en: 'Party B (Developer)', constraints: { partyRole: 'partyB' } }),
    variable('softwareName', 'text', { group: 'subject', zh: '软件名称', en: 'Software', constraints: { ...line, minLength: 2 } }),
    variable('softwareNameEn', 'text', { group: 'subject', zh: '软件名称（英文）', en: 'Software (English)', optional: true, constraints: line }),
    variable('functions', 'list', { group: 'subject', zh: '功能', en: 'Functions', constraints: lines }),
    variable('functionsEn', 'list', { group: 'subject', zh: '功能（英文）', en: 'Functions (English)', optional: true, constraints: lines }),
    variable('documents', 'list', { group: 'subject', zh: '文档', en: 'Documents', defaultValue: ['系统设计说明书', '测试报告', '用户手册', '部署与运维手册'], constraints: lines }),
    variable('documentsEn', 'list', { group: 'subject', zh: '文档（英文）', en: 'Documents (English)', optional: true, defaultValue: ['System design specification', 'Test report', 'User manual', 'Installation and operations manual'], constraints: lines }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '最迟交付日期', en: 'Latest delivery', defaultValue: { daysFromToday: 187 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('deliveryPlace', 'text', { group: 'delivery', zh: '部署地点', en: 'Place of installation', constraints: { ...line, minLength: 4 } }),
    variable('deliveryPlaceEn', 'text', { group: 'delivery', zh: '部署地点（英文）', en: 'Place of installation (English)', optional: true, constraints: line }),
    variable('projectManager', 'text', { group: 'delivery', zh: '项目负责人', en: 'Project manager', constraints: { ...line, maxLength: 60 } }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '质量标准', en: 'Quality standard', helpZh: '填写标准编号，如 GB/T 25000.51-2016。', helpEn: 'The number of a standard, e.g. GB/T 25000.51-2016.', constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 15, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('warrantyPeriod', 'duration', { group: 'quality', zh: '质量保证期', en: 'Warranty period', defaultValue: { amount: 12, unit: 'month' }, constraints: { minimum: 1, maximum: 60 } }),
    variable('trainingHours', 'number', { group: 'quality', zh: '培训小时数', en: 'Hours of training', defaultValue: 8, constraints: { minimum: 1, maximum: 500, decimals: 1 } }),
    variable('totalFee', 'money', { group: 'price', zh: '开发费总额（含税）', en: 'Development fee (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(6),
    invoiceType(),
    variable('firstPercent', 'number', { group: 'price', zh: '首付款比例', en: 'First payment', defaultValue: 30, constraints: { minimum: 1, maximum: 99, decimals: 2, unit: '%' } }),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '付款期限', en: 'Time for payment', defaultValue: { amount: 20, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('ownership', 'choice', {
      group: 'confidentiality',
      zh: '成果的知识产权',
      en: 'Ownership of deliverables',
      defaultValue: 'client',
      constraints: { choices: [choice('client', '归甲方', 'The Client'), choice('developer', '归乙方，许可甲方使用', 'The Developer, licensed to the Client')] },
    }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    effectiveDate(),
    ...disputeVariables({ partyA: ['甲方', 'the Client'], partyB: ['乙方', 'the Developer'] }),
  ],
  defaults: defaultsWith(
    owes('client', 'payment', after('effective', 10, 'workingDay'), { zh: '支付首付款', en: 'Pay the first instalment', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalFee', percentKey: 'firstPercent' }),
    owes('developer', 'report', after('effective', 20, 'day'), { zh: '提交需求规格说明书', en: 'Submit the requirements specification', evidence: ['需求规格说明书', 'Requirements specification'], clauseId: 'scope' }),
    owes('developer', 'delivery', on('deliveryDate'), { zh: '部署软件并交付源代码', en: 'Install the Software and deliver the source code', evidence: ['部署记录与源代码清单', 'Record of installation and list of source code'], clauseId: 'delivery' }),
    owes('client', 'acceptance', afterPeriod('delivery', 'acceptancePeriod', { amount: 15, unit: 'workingDay' }), { zh: '验收软件', en: 'Inspect the Software', evidence: ['书面验收结论', 'Written result of acceptance'], clauseId: 'acceptance' }),
    owes('client', 'payment', afterPeriod('acceptance', 'paymentPeriod', { amount: 20, unit: 'day' }), { zh: '付清余款', en: 'Pay the balance', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalFee' }),
    owes('developer', 'warranty', afterPeriod('acceptance', 'warrantyPeriod', { amount: 12, unit: 'month' }), { zh: '质量保证期届满', en: 'Warranty period ends', clauseId: 'warranty' }),
  ),
};
