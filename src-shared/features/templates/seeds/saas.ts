import type { TemplateContent } from '../model.ts';
import { variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, renewalVariables, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, every, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, standard, table, title, when, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 60, maxLength: 300 } as const;
const customer: readonly [Words, string] = [['甲方（订阅方）', 'Party A (the “Customer”)'], 'customer'];
const provider: readonly [Words, string] = [['乙方（服务方）', 'Party B (the “Provider”)'], 'provider'];
const names: Names = { price: ['年订阅费', 'the Annual Fee'], payer: ['甲方', 'the Customer'], payee: ['乙方', 'the Provider'], subject: ['软件订阅', 'the subscription to the Service'], signers: [customer, provider] };

const text = bodies(
  title(['软件订阅服务合同', 'Software Subscription Agreement']),
  parties(customer, provider),
  p(['根据《中华人民共和国民法典》《中华人民共和国数据安全法》《中华人民共和国个人信息保护法》，甲方向乙方订阅{{serviceName}}（以下称“服务”），双方订立本合同。', 'Under the Civil Code, the Data Security Law and the Personal Information Protection Law of the People’s Republic of China, the Customer subscribes to {{serviceName}} (the “Service”) of the Provider, and the parties enter into this contract.']),
  definitions(
    ['“年订阅费”指{{#fee}}约定的含税金额。', '“Annual Fee” means the amount including tax stated in {{#fee}}.'],
    ['“甲方数据”指甲方及其用户在使用服务时录入、上传和生成的数据。', '“Customer Data” means the data that the Customer and its users enter, upload and generate in using the Service.'],
  ),
  clause(
    'scope',
    ['服务内容', 'Scope of Service'],
    ['乙方应通过互联网向甲方提供下列服务模块：', 'The Provider shall provide the following modules of the Service to the Customer over the internet:'],
    repeat('modules', ['{{modules}}。', '{{modules}}.']),
    ['甲方可以开通的用户账号数量为{{userCount}}个。甲方增加账号的，双方应签订书面补充协议。', 'The Customer may open {{userCount}} user accounts. The parties shall sign a written supplementary agreement for more.'],
    ['乙方应于{{openingDate}}以前开通服务并书面通知甲方。甲方应于收到通知之日起{{acceptancePeriod}}内测试；测试不合格的，乙方应于收到甲方书面说明之日起5个工作日内改正，由甲方重新测试，验收不合格期间不计入订阅期限。甲方逾期既未确认也未提出书面异议的，视为验收合格。', 'The Provider shall open the Service and notify the Customer in writing no later than {{openingDate}}. The Customer shall test it within {{acceptancePeriod}} of receiving the notice. If it fails, the Provider shall correct it within 5 working days of receiving the Customer’s written statement, and the Customer shall test it again; the time until it passes does not count towards the term. If the Customer neither confirms nor objects in writing in time, the Service is deemed to have passed acceptance.'],
    ['服务的履行地点为{{servicePlace}}。', 'The place of performance of the Service is {{servicePlace}}.'],
  ),
  clause(
    'standard',
    ['服务标准', 'Service Standard'],
    ['乙方应达到下列服务水平，按自然月考核：', 'The Provider shall meet the following service level, measured for each calendar month:'],
    table(
      [['指标', 'Metric'], ['目标值', 'Target'], ['考核周期', 'Period of measurement'], ['未达标的扣减', 'Credit for a miss']],
      [['服务可用率', 'Availability of the Service'], ['不低于{{availability}}', 'No less than {{availability}}'], ['自然月', 'Calendar month'], ['每低0.1个百分点，扣减年订阅费的0.2%', '0.2% of the Annual Fee for every 0.1 percentage point below the target']],
      [['故障响应时间', 'Response time to a fault'], ['收到报告后{{responseHours}}小时以内', 'Within {{responseHours}} hours of receiving the report'], ['自然月', 'Calendar month'], ['每超时一次，扣减年订阅费的0.1%', '0.1% of the Annual Fee for each late response']],
    ),
    ['乙方提前3个工作日书面通知的停机维护，每月不超过8小时的，不计入不可用时间。一个合同年度内的扣减累计不超过年订阅费的20%，扣减金额从下一期应付款项中抵扣。', 'Maintenance of no more than 8 hours a month, of which the Provider gives written notice 3 working days before, does not count as unavailability. The credits of one contract year shall not exceed 20% of the Annual Fee and are set off against the next Annual Fee due.'],
    ['服务应符合{{qualityStandard}}。乙方应于收到甲方书面请求之日起2个工作日内答复使用问题。', 'The Service shall conform to {{qualityStandard}}. The Provider shall answer questions of use within 2 working days of receiving the Customer’s written request.'],
  ),
  clause(
    'fee',
    ['订阅费', 'Fees'],
    ...standard('price', ['年订阅费', '{{annualFee|figuresAndWords}}', '{{taxRate}}'], ['Annual Fee', '{{annualFee|figuresAndWords}}', '{{taxRate}}']),
    ['年订阅费在初始期限内固定，已包含托管、升级、维护和技术支持费用。', 'The Annual Fee is fixed for the initial term and includes hosting, upgrades, maintenance and support.'],
  ),
  clause(
    'payment',
    ['发票与付款', 'Invoices and Payment'],
    ['甲方应于服务开通之日起{{paymentPeriod}}内，向乙方支付第一个合同年度的年订阅费；其后每个合同年度的年订阅费，甲方应于该年度开始之日起{{paymentPeriod}}内支付。', 'The Customer shall pay the Annual Fee of the first contract year to the Provider within {{paymentPeriod}} of the opening of the Service, and that of each later contract year within {{paymentPeriod}} of the beginning of that year.'],
    ...invoice(names),
    payeeAccount(names.payee, names.payer, 'provider'),
  ),
  clause(
    'term',
    ['期限', 'Term'],
    ['本合同的初始期限为{{initialTerm}}，自{{effectiveDate}}起算。', 'The initial term of this contract is {{initialTerm}} from {{effectiveDate}}.'],
    when('autoRenewal', 'true', ...standard('renewal', ['{{optOutPeriod}}', '{{renewalTerm}}', '{{maximumRenewals}}'], ['{{optOutPeriod}}', '{{renewalTerm}}', '{{maximumRenewals}}'])),
    when('autoRenewal', 'false', ['期限届满，本合同终止；双方续约的，应于期限届满30日前另订书面合同。', 'This contract ends when its term expires. If the parties wish to continue, they shall make a new written contract at least 30 days before expiry.']),
  ),
  clause(
    'use',
    ['使用规则', 'Use'],
    ['甲方应保管账号和密码，不得将账号转让、出租给第三人，不得对服务进行反向工程，不得利用服务存储、传播法律禁止的内容。', 'The Customer shall keep accounts and passwords safe. It shall not transfer or lease accounts to a third party, reverse-engineer the Service, or use the Service to store or spread content that the law prohibits.'],
    ['甲方违反前款，经乙方书面催告后3个工作日内仍未纠正的，乙方有权暂停相应账号，并应于暂停当日书面通知甲方；甲方纠正后，乙方应于1个工作日内恢复。', 'If the Customer breaches the preceding paragraph and does not cure the breach within 3 working days of the Provider’s written demand, the Provider may suspend the accounts concerned and shall notify the Customer in writing on the day of suspension. The Provider shall restore them within 1 working day of the cure.'],
  ),
  clause(
    'ip',
    ['知识产权与数据', 'Intellectual Property and Data'],
    ['服务的知识产权归乙方所有；乙方许可甲方在订阅期限内非独占地使用服务。甲方数据归甲方所有；乙方只能为提供服务使用甲方数据。', 'All intellectual property in the Service belongs to the Provider, which grants the Customer a non-exclusive licence to use the Service during the term. Customer Data belongs to the Customer. The Provider shall use it only to provide the Service.'],
    ['乙方应将甲方数据存储于中华人民共和国境内，对其加密、控制访问并留存操作日志不少于6个月，每日备份一次，备份保留30日。', 'The Provider shall store Customer Data in the Chinese mainland, encrypt it, control access to it, keep logs of operations on it for no less than 6 months, back it up once a day and keep each backup for 30 days.'],
    ...standard('ip-warranty', ['乙方', '服务', '服务', '甲方', '甲方', '乙方', '乙方', '甲方'], ['The Provider', 'the components of the Service', 'the Customer', 'the Customer', 'the Provider', 'The Provider', 'the Customer']),
  ),
  clause('personal-data', ['个人信息保护', 'Personal Information'], ...standard('personal-data', ['甲方', '乙方', '提供服务', '甲方', '乙方', '乙方', '甲方', '乙方', '甲方', '甲方'], ['the Customer', 'the Provider', 'providing the Service', 'the Customer', 'The Provider', 'The Provider', 'the Provider', 'the Customer', 'the Provider', 'the Customer', 'the Customer'])),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['乙方迟延开通服务的，每逾期一日，应按年订阅费的{{lateRate}}向甲方支付违约金。乙方未达到服务水平的，按{{#standard}}扣减。', 'For each day of late opening of the Service, the Provider shall pay the Customer liquidated damages of {{lateRate}} of the Annual Fee. If the Provider misses the service level, {{#standard}} applies.'],
    ...latePayment(names),
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(['乙方迟延开通服务，经书面催告后{{curePeriod}}内仍未开通的；服务可用率连续3个月低于95%的；甲方逾期付款，经书面催告后{{curePeriod}}内仍未支付的', 'the Provider opens the Service late and does not open it within {{curePeriod}} of a written demand; the Service can be used for less than 95% of the time in each of 3 consecutive months; the Customer pays late and does not pay within {{curePeriod}} of a written demand']),
  consequences(
    ['乙方应于本合同终止或者解除之日起30日内，保持甲方导出甲方数据的功能可用，并于该期间届满之日起15日内删除甲方数据，向甲方出具书面证明。', 'For 30 days from expiry or termination, the Provider shall keep the export of Customer Data available. Within 15 days of the end of that time, it shall delete Customer Data and certify this to the Customer in writing.'],
    ['因乙方原因解除的，乙方应于解除之日起15日内，按剩余订阅日数退还已付的年订阅费。', 'If this contract is terminated for reasons on the Provider’s side, the Provider shall refund the Annual Fee paid for the remaining days of the subscription within 15 days of termination.'],
  ),
  closing(names),
);

export const saasTemplate: TemplateContent = {
  contractType: 'saas',
  titleZh: '软件订阅服务合同',
  titleEn: 'Software Subscription Agreement',
  summaryZh: '按年订阅在线软件用。含开通验收、可用率与扣减、数据归属与备份、个人信息保护、暂停规则、数据导出与删除；可选自动续期。',
  summaryEn: 'For yearly subscription to online software: opening and test, availability with credits, data and backups, personal information, suspension, export and deletion. Optional: automatic renewal.',
  ...text,
  variables: [
    variable('customer', 'party', { group: 'parties', zh: '甲方（订阅方）', en: 'Party A (Customer)', constraints: { partyRole: 'partyA' } }),
    variable('provider', 'party', { group: 'parties', zh: '乙方（服务方）', en: 'Party B (Provider)', constraints: { partyRole: 'partyB' } }),
    variable('serviceName', 'text', { group: 'subject', zh: '服务名称', en: 'Service', constraints: { ...line, minLength: 2 } }),
    variable('serviceNameEn', 'text', { group: 'subject', zh: '服务名称（英文）', en: 'Service (English)', optional: true, constraints: line }),
    variable('modules', 'list', { group: 'subject', zh: '服务模块', en: 'Modules', constraints: lines }),
    variable('modulesEn', 'list', { group: 'subject', zh: '服务模块（英文）', en: 'Modules (English)', optional: true, constraints: lines }),
    variable('userCount', 'number', { group: 'subject', zh: '用户账号数', en: 'User accounts', defaultValue: 50, constraints: { minimum: 1, maximum: 1_000_000, decimals: 0 } }),
    variable('openingDate', 'date', { group: 'delivery', zh: '最迟开通日期', en: 'Latest opening', defaultValue: { daysFromToday: 14 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('servicePlace', 'text', { group: 'delivery', zh: '履行地点', en: 'Place of performance', constraints: { ...line, minLength: 4 } }),
    variable('servicePlaceEn', 'text', { group: 'delivery', zh: '履行地点（英文）', en: 'Place of performance (English)', optional: true, constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '测试期', en: 'Time for testing', defaultValue: { amount: 5, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 60 } }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '服务标准', en: 'Standard', helpZh: '填写标准编号，如 GB/T 36326-2018。', helpEn: 'The number of a standard, e.g. GB/T 36326-2018.', constraints: line }),
    variable('availability', 'number', { group: 'quality', zh: '可用率', en: 'Availability', defaultValue: 99.5, constraints: { minimum: 95, maximum: 100, decimals: 3, unit: '%' } }),
    variable('responseHours', 'number', { group: 'quality', zh: '响应时间（小时）', en: 'Response time (hours)', defaultValue: 2, constraints: { minimum: 0.25, maximum: 72, decimals: 2 } }),
    variable('annualFee', 'money', { group: 'price', zh: '年订阅费（含税）', en: 'Annual fee (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(6),
    invoiceType(),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '付款期限', en: 'Time for payment', defaultValue: { amount: 15, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    effectiveDate(),
    variable('initialTerm', 'duration', { group: 'term', zh: '初始期限', en: 'Initial term', defaultValue: { amount: 12, unit: 'month' }, constraints: { unit: 'month', minimum: 4, maximum: 60 } }),
    ...renewalVariables(),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    ...disputeVariables({ partyA: ['甲方', 'the Customer'], partyB: ['乙方', 'the Provider'] }),
  ],
  defaults: defaultsWith(
    owes('provider', 'delivery', { kind: 'fixed', dateKey: 'openingDate' }, { zh: '开通服务', en: 'Open the Service', evidence: ['开通通知', 'Notice of opening'], clauseId: 'scope' }),
    owes('customer', 'payment', afterPeriod('effective', 'paymentPeriod', { amount: 15, unit: 'day' }), { zh: '支付第一年订阅费', en: 'Pay the first annual fee', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'annualFee' }),
    owes('provider', 'sla', every('effective', 'FREQ=MONTHLY;BYMONTHDAY=10'), { zh: '上月服务水平考核', en: 'Measure last month’s service level', clauseId: 'standard' }),
    owes('provider', 'confidentiality_return', after('termination', 45, 'day'), { zh: '删除甲方数据并出具证明', en: 'Delete Customer Data and certify it', evidence: ['书面证明', 'Written certificate'], clauseId: 'consequences' }),
  ),
};
