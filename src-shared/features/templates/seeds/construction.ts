import type { TemplateContent } from '../model.ts';
import { variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, taxRate } from './common-variables.ts';
import { after, afterPeriod, defaultsWith, on, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, standard, title, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lines = { maximumItems: 60, maxLength: 300 } as const;
const employer: readonly [Words, string] = [['甲方（发包人）', 'Party A (the “Employer”)'], 'employer'];
const contractor: readonly [Words, string] = [['乙方（承包人）', 'Party B (the “Contractor”)'], 'contractor'];
const names: Names = { price: ['工程价款', 'the Works Price'], payer: ['甲方', 'the Employer'], payee: ['乙方', 'the Contractor'], subject: ['工程施工', 'the Works'], signers: [employer, contractor] };

const text = bodies(
  title(['小型工程施工合同', 'Small Works Contract']),
  parties(employer, contractor),
  p(['根据《中华人民共和国民法典》《中华人民共和国建筑法》，甲方将{{worksName}}（以下称“工程”）发包给乙方施工，双方订立本合同。', 'Under the Civil Code and the Construction Law of the People’s Republic of China, the Employer engages the Contractor to carry out {{worksName}} (the “Works”), and the parties enter into this contract.']),
  definitions(['“工程价款”指{{#price}}约定的含税总金额。', '“Works Price” means the total amount including tax stated in {{#price}}.']),
  clause(
    'scope',
    ['工程内容', 'Scope of Works'],
    ['工程数量为一项，施工地点为{{sitePlace}}，包括下列内容：', 'The Works are one lot at {{sitePlace}} and comprise the following:'],
    repeat('items', ['{{items}}。', '{{items}}.']),
    ['工程变更的，双方应签订书面补充协议并约定价款和工期；乙方不得在签订前施工。', 'The parties shall sign a written supplementary agreement on any variation, with its price and time. The Contractor shall not carry it out before signing.'],
    ['乙方保证其具备承包工程所需的资质，资质证书编号为{{qualification}}。乙方不得转包工程，未经甲方书面同意不得分包。', 'The Contractor warrants that it is qualified for the Works under certificate number {{qualification}}. It shall not pass on the Works as a whole, nor subcontract any part of them without the Employer’s written consent.'],
  ),
  clause(
    'delivery',
    ['工期', 'Time'],
    ['乙方应于{{startDate}}开工，并于{{deliveryDate}}以前竣工并交付工程。', 'The Contractor shall start the Works on {{startDate}} and complete and hand them over no later than {{deliveryDate}}.'],
    ['因甲方迟延提供场地、图纸，或者因不可抗力停工的，工期按停工日数顺延；乙方应于停工之日起2日内书面通知甲方。', 'If the Employer provides the site or drawings late, or force majeure stops the Works, time is extended by the number of days of stoppage. The Contractor shall notify the Employer in writing within 2 days of the stoppage.'],
    ['甲方应于开工3日前，向乙方交付具备供水、供电条件的施工场地和经审定的图纸两套。', 'At least 3 days before the start, the Employer shall hand over to the Contractor the site with water and power and two sets of approved drawings.'],
  ),
  clause(
    'quality',
    ['质量与材料', 'Quality and Materials'],
    ['工程应符合{{qualityStandard}}以及经审定的图纸。', 'The Works shall conform to {{qualityStandard}} and to the approved drawings.'],
    ['乙方采购的材料应附产品合格证和检测报告，并应于使用2日前交甲方查验；甲方查验不合格的材料，乙方应于24小时内清出现场。', 'Materials bought by the Contractor shall have certificates of conformity and test reports, and the Contractor shall submit them to the Employer for inspection 2 days before use. It shall remove materials that fail inspection from the site within 24 hours.'],
    ['隐蔽工程在覆盖前，乙方应提前48小时书面通知甲方检查；甲方在该时间内未检查也未书面提出延期的，乙方可以覆盖并留存影像记录。', 'The Contractor shall give the Employer 48 hours’ written notice to inspect works before they are covered. If the Employer neither inspects nor asks in writing for more time within that period, the Contractor may cover them and shall keep a photographic record.'],
  ),
  clause(
    'safety',
    ['安全施工与保险', 'Safety and Insurance'],
    ['乙方应按国家安全生产标准施工，配备不少于一名持证安全员，每日进行安全检查并留存记录。施工期间因乙方原因造成的人身、财产损害由乙方承担。', 'The Contractor shall work to the national standards of work safety, employ at least one certified safety officer, and inspect safety every day and keep a record. The Contractor bears injury and damage caused on its side during the Works.'],
    ...standard('insurance', ['乙方', '{{startDate}}', '建筑施工人员意外伤害保险和工伤保险', '{{insuredSum|figuresAndWords}}', '全部施工期间'], ['{{startDate}}', 'the Contractor', 'accident insurance for construction workers and work-injury insurance', '{{insuredSum|figuresAndWords}}', 'the whole time of the Works']),
    ['乙方应于每月15日以前足额支付施工人员上月工资，不得拖欠。', 'No later than the 15th day of each month, the Contractor shall pay its workers’ wages of the preceding month in full, and shall not be in arrears.'],
  ),
  clause(
    'price',
    ['工程价款', 'Price'],
    ...standard('price', ['工程价款', '{{totalPrice|figuresAndWords}}', '{{taxRate}}'], ['Works Price', '{{totalPrice|figuresAndWords}}', '{{taxRate}}']),
    ['工程价款已包含人工、材料、机械、措施、管理费用、利润和税款；除双方签订补充协议外，甲方无须支付工程价款以外的款项。', 'The Works Price includes labour, materials, machinery, site measures, overheads, profit and tax. Unless the parties sign a supplementary agreement, the Employer is not required to pay any other sum.'],
  ),
  clause(
    'payment',
    ['发票与付款', 'Invoices and Payment'],
    ['甲方应于本合同生效之日起10个工作日内，向乙方支付工程价款的{{advancePercent}}作为预付款。', 'The Employer shall pay {{advancePercent}} of the Works Price to the Contractor as an advance within 10 working days of the date on which this contract takes effect.'],
    ['甲方应于工程验收合格之日起{{paymentPeriod}}内，向乙方付清余款，但应预留{{#warranty}}约定的质量保证金。余款为工程价款减去甲方已付款项和质量保证金后的金额。', 'Within {{paymentPeriod}} of the date on which the Works pass acceptance, the Employer shall pay the balance to the Contractor, less the retention stated in {{#warranty}}. The balance is the Works Price less all sums that the Employer has paid and the retention.'],
    ['甲方应于质量保证期届满之日起15日内，将扣除应由乙方承担的维修费用后的质量保证金无息支付给乙方。', 'Within 15 days of the end of the warranty period, the Employer shall pay the retention to the Contractor without interest, less repair costs borne by the Contractor.'],
    ...invoice(names),
    payeeAccount(names.payee, names.payer, 'contractor'),
  ),
  clause(
    'acceptance',
    ['竣工验收', 'Acceptance'],
    ['工程竣工后，乙方应于竣工之日起5日内向甲方提交竣工报告和竣工资料两套；甲方应于收到之日起{{acceptancePeriod}}内，按{{#scope}}和{{#quality}}组织验收，并向乙方出具书面验收结论。', 'Within 5 days of completion, the Contractor shall submit to the Employer a completion report and two sets of completion documents. Within {{acceptancePeriod}} of receiving them, the Employer shall inspect the Works against {{#scope}} and {{#quality}} and give the Contractor its written result.'],
    ['验收不合格的，甲方应书面列明不合格项目，乙方应于收到之日起15日内自负费用返工并重新申请验收。', 'If the Works fail, the Employer shall list the failed items in writing, and the Contractor shall make them good at its own expense and apply for inspection again within 15 days of receiving that list.'],
    ['甲方在前述验收期内既未出具验收结论，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。工程未经验收，甲方不得使用。', 'If within that period the Employer neither gives its result nor objects in writing, the Works are deemed to have passed acceptance on the last day of the period. The Employer shall not use the Works before acceptance.'],
  ),
  clause(
    'warranty',
    ['质量保证', 'Warranty'],
    ['质量保证金为工程价款的3%，由甲方从应付余款中预留。', 'The retention is 3% of the Works Price and is kept by the Employer out of the balance.'],
    ['质量保证期为{{warrantyPeriod}}，自工程验收合格之日起计算；法律规定的最低保修期限更长的，从其规定。', 'The warranty period is {{warrantyPeriod}} from the date on which the Works pass acceptance. A longer minimum period prescribed by law prevails.'],
    ['质量保证期内工程出现质量问题的，乙方应于收到甲方书面通知之日起3日内到场维修，并于10日内修复；乙方逾期未修复的，甲方有权委托第三人维修，费用由乙方承担，并可从质量保证金中扣除。', 'If a defect appears during the warranty period, the Contractor shall attend within 3 days of receiving the Employer’s written notice and repair it within 10 days. If it does not do so in time, the Employer may have it repaired by a third party at the Contractor’s expense and may deduct the cost from the retention.'],
  ),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['乙方迟延竣工的，每迟延一日，应按工程价款的{{lateRate}}向甲方支付违约金。', 'For each day of late completion, the Contractor shall pay the Employer liquidated damages of {{lateRate}} of the Works Price.'],
    ...latePayment(names),
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(['乙方迟延竣工，经书面催告后{{curePeriod}}内仍未竣工的；工程经两次验收均不合格的；乙方转包工程，或者未经甲方书面同意分包的；甲方逾期付款，经书面催告后{{curePeriod}}内仍未支付的', 'the Contractor completes late and does not complete within {{curePeriod}} of a written demand; the Works fail acceptance twice; the Contractor passes on the Works or subcontracts without the Employer’s written consent; the Employer pays late and does not pay within {{curePeriod}} of a written demand']),
  consequences(
    ['乙方应于本合同终止或者解除之日起7日内撤离现场、清理垃圾，并向甲方移交已完工程和资料。', 'Within 7 days of expiry or termination, the Contractor shall leave the site, clear it of rubbish and hand over the finished works and documents to the Employer.'],
    ['双方应于本合同终止或者解除之日起30日内，按已验收合格的工程量占全部工程量的比例结算工程价款，多退少补。', 'Within 30 days of expiry or termination, the parties shall settle the Works Price in the proportion of the works that have passed acceptance to all works. What was overpaid is refunded and what is outstanding is paid.'],
  ),
  closing(names),
);

export const constructionTemplate: TemplateContent = {
  contractType: 'construction',
  titleZh: '小型工程施工合同',
  titleEn: 'Small Works Contract',
  summaryZh: '装修、改造、安装类小型工程用。固定总价；含工期、材料与隐蔽工程、安全与保险、竣工验收、3%质量保证金、保修、禁止转包。',
  summaryEn: 'For fit-out, conversion and installation at a lump sum: time, materials and covered works, safety and insurance, acceptance, a 3% retention, warranty, no passing on.',
  ...text,
  variables: [
    variable('employer', 'party', { group: 'parties', zh: '甲方（发包人）', en: 'Party A (Employer)', constraints: { partyRole: 'partyA' } }),
    variable('contractor', 'party', { group: 'parties', zh: '乙方（承包人）', en: 'Party B (Contractor)', constraints: { partyRole: 'partyB' } }),
    variable('worksName', 'text', { group: 'subject', zh: '工程名称', en: 'Works', constraints: { ...line, minLength: 2 } }),
    variable('worksNameEn', 'text', { group: 'subject', zh: '工程名称（英文）', en: 'Works (English)', optional: true, constraints: line }),
    variable('items', 'list', { group: 'subject', zh: '工程内容', en: 'Scope of works', constraints: lines }),
    variable('itemsEn', 'list', { group: 'subject', zh: '工程内容（英文）', en: 'Scope of works (English)', optional: true, constraints: lines }),
    variable('qualification', 'text', { group: 'subject', zh: '资质证书编号', en: 'Qualification certificate number', constraints: line }),
    variable('sitePlace', 'text', { group: 'delivery', zh: '施工地点', en: 'Site', constraints: { ...line, minLength: 4 } }),
    variable('sitePlaceEn', 'text', { group: 'delivery', zh: '施工地点（英文）', en: 'Site (English)', optional: true, constraints: line }),
    variable('startDate', 'date', { group: 'delivery', zh: '开工日期', en: 'Start', defaultValue: { daysFromToday: 14 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '竣工日期', en: 'Completion', defaultValue: { daysFromToday: 104 }, constraints: { notBefore: 'startDate' } }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '质量标准', en: 'Quality standard', helpZh: '填写标准编号，如 GB 50210-2018。', helpEn: 'The number of a standard, e.g. GB 50210-2018.', constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 14, unit: 'day' }, constraints: { minimum: 1, maximum: 90 } }),
    variable('warrantyPeriod', 'duration', { group: 'quality', zh: '质量保证期', en: 'Warranty period', defaultValue: { amount: 24, unit: 'month' }, constraints: { minimum: 6, maximum: 120 } }),
    variable('totalPrice', 'money', { group: 'price', zh: '工程价款（含税）', en: 'Works price (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(9),
    invoiceType(),
    variable('advancePercent', 'number', { group: 'price', zh: '预付款比例', en: 'Advance payment', defaultValue: 30, constraints: { minimum: 1, maximum: 90, decimals: 2, unit: '%' } }),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '验收后付款期限', en: 'Time for payment after acceptance', defaultValue: { amount: 30, unit: 'day' }, constraints: { minimum: 1, maximum: 180 } }),
    variable('insuredSum', 'money', { group: 'liability', zh: '每人保险金额', en: 'Sum insured per person', constraints: { minimum: 1, unit: 'CNY' } }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    effectiveDate(),
    ...disputeVariables({ partyA: ['甲方', 'the Employer'], partyB: ['乙方', 'the Contractor'] }),
  ],
  defaults: defaultsWith(
    owes('employer', 'payment', after('effective', 10, 'workingDay'), { zh: '支付预付款', en: 'Pay the advance', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalPrice', percentKey: 'advancePercent' }),
    owes('contractor', 'insurance', on('startDate'), { zh: '投保意外险和工伤保险', en: 'Take out accident and work-injury insurance', evidence: ['保险单副本', 'Copy of the policy'], clauseId: 'safety' }),
    owes('contractor', 'delivery', on('deliveryDate'), { zh: '竣工并交付工程', en: 'Complete and hand over the Works', evidence: ['竣工报告', 'Completion report'], clauseId: 'delivery' }),
    owes('employer', 'acceptance', afterPeriod('delivery', 'acceptancePeriod', { amount: 14, unit: 'day' }), { zh: '组织竣工验收', en: 'Inspect the Works', evidence: ['书面验收结论', 'Written result of acceptance'], clauseId: 'acceptance' }),
    owes('employer', 'payment', afterPeriod('acceptance', 'paymentPeriod', { amount: 30, unit: 'day' }), { zh: '付清余款（预留3%质量保证金）', en: 'Pay the balance less the 3% retention', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'totalPrice' }),
    owes('contractor', 'warranty', afterPeriod('acceptance', 'warrantyPeriod', { amount: 24, unit: 'month' }), { zh: '质量保证期届满', en: 'Warranty period ends', clauseId: 'warranty' }),
  ),
};
