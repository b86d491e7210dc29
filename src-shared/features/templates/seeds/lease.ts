import type { TemplateContent } from '../model.ts';
import { variable } from './build.ts';
import { curePeriod, disputeVariables, effectiveDate, invoiceType, lateRate, liabilityCap, taxRate } from './common-variables.ts';
import { after, defaultsWith, every, on, owes } from './obligations.ts';
import { bodies, clause, p, parties, payeeAccount, repeat, title, when, type Words } from './paired.ts';
import { closing, consequences, definitions, invoice, latePayment, risk, termination, type Names } from './usual-clauses.ts';

const line = { pattern: 'singleLine', maxLength: 200 } as const;
const lessor: readonly [Words, string] = [['甲方（出租人）', 'Party A (the “Lessor”)'], 'lessor'];
const lessee: readonly [Words, string] = [['乙方（承租人）', 'Party B (the “Lessee”)'], 'lessee'];
const names: Names = { price: ['年租金', 'the Annual Rent'], payer: ['乙方', 'the Lessee'], payee: ['甲方', 'the Lessor'], subject: ['房屋租赁', 'the lease of the Premises'], signers: [lessor, lessee] };

const text = bodies(
  title(['房屋租赁合同', 'Lease of Premises']),
  parties(lessor, lessee),
  p(['根据《中华人民共和国民法典》，甲方将{{premises}}（以下称“房屋”）出租给乙方使用，双方订立本合同。', 'Under the Civil Code of the People’s Republic of China, the Lessor leases {{premises}} (the “Premises”) to the Lessee, and the parties enter into this contract.']),
  definitions(['“月租金”指{{#rent}}约定的含税金额；“年租金”指月租金的12倍。', '“Monthly Rent” means the amount including tax stated in {{#rent}}. “Annual Rent” means twelve times the Monthly Rent.']),
  clause(
    'premises',
    ['房屋', 'Premises'],
    ['房屋数量为一处，建筑面积为{{area}}平方米。不动产权证书编号为{{titleNumber}}。', 'The Premises are one unit with a floor area of {{area}} square metres. The number of the real-property certificate is {{titleNumber}}.'],
    ['甲方保证其有权出租房屋，房屋未被查封，且房屋的消防、结构安全符合{{qualityStandard}}。', 'The Lessor warrants that it is entitled to lease the Premises, that they are not under seizure, and that their fire protection and structure conform to {{qualityStandard}}.'],
    ['房屋的用途为{{purpose}}。未经甲方书面同意，乙方不得改变用途。', 'The Premises are used for {{purpose}}. The Lessee shall not change the use without the Lessor’s written consent.'],
    ['房屋内由甲方提供的设施如下：', 'The Lessor provides the following fixtures in the Premises:'],
    repeat('fixtures', ['{{fixtures}}。', '{{fixtures}}.']),
  ),
  clause(
    'term',
    ['租赁期限', 'Term'],
    ['租赁期限为{{initialTerm}}，自{{effectiveDate}}起算。期限届满，本合同终止。', 'The term is {{initialTerm}} from {{effectiveDate}}. This contract ends when the term expires.'],
    ['乙方要求续租的，应于期限届满60日前书面通知甲方；双方应于期限届满30日前另订书面合同。乙方在同等条件下享有优先承租权。', 'If the Lessee wishes to continue, it shall notify the Lessor in writing at least 60 days before expiry, and the parties shall make a new written contract at least 30 days before expiry. On equal terms the Lessee has a right of first refusal.'],
  ),
  clause(
    'acceptance',
    ['交付与验收', 'Handover and Acceptance'],
    ['甲方应于{{deliveryDate}}以前，在房屋所在地将房屋及设施交付给乙方。', 'The Lessor shall hand over the Premises and fixtures to the Lessee where they lie, no later than {{deliveryDate}}.'],
    ['乙方应于交付之日起{{acceptancePeriod}}内，按{{#premises}}验收并签署交接清单。验收不合格的，甲方应于收到乙方书面通知之日起10日内自负费用修复，并由乙方重新验收。', 'Within {{acceptancePeriod}} of handover, the Lessee shall inspect the Premises against {{#premises}} and sign the handover list. If they fail, the Lessor shall repair them at its own expense within 10 days of receiving the Lessee’s written notice, and the Lessee shall inspect them again.'],
    ['乙方在前述验收期内既未签署交接清单，也未提出书面异议的，视为验收合格，验收期届满之日为验收合格之日。', 'If within that period the Lessee neither signs the list nor objects in writing, the Premises are deemed to have passed acceptance on the last day of the period.'],
  ),
  clause(
    'rent',
    ['租金', 'Rent'],
    ['月租金为{{monthlyRent|figuresAndWords}}，为含税固定价，增值税税率为{{taxRate}}。', 'The Monthly Rent is {{monthlyRent|figuresAndWords}}. It is fixed and includes value-added tax at the rate of {{taxRate}}.'],
    when('deposit', 'true', ['乙方应于本合同生效之日起5个工作日内，向甲方支付押金{{depositAmount|figuresAndWords}}。押金用于担保乙方支付租金和赔偿损失；甲方应于房屋返还之日起15日内，将扣除乙方欠付款项后的押金余额无息退还乙方。', 'Within 5 working days of the date on which this contract takes effect, the Lessee shall pay a security deposit of {{depositAmount|figuresAndWords}} to the Lessor. It secures rent and compensation. Within 15 days of return of the Premises, the Lessor shall refund it without interest, less what the Lessee owes.']),
    ['租赁期限内的水费、电费、燃气费、通信费和物业服务费由乙方按表计量或者按收费单位出具的账单，于账单载明的日期以前支付；房屋的取暖设备大修费用和房产税由甲方承担。', 'During the term the Lessee shall pay water, electricity, gas, telecommunications and property management by meter, or by the bill of the provider, no later than the date stated in the bill. The Lessor bears the overhaul of heating equipment and property tax.'],
  ),
  clause(
    'payment',
    ['发票与付款', 'Invoices and Payment'],
    ['乙方应于每个租赁月开始之日起{{paymentPeriod}}内，向甲方支付该月的月租金；第一个租赁月自{{effectiveDate}}开始。', 'The Lessee shall pay the Monthly Rent of each month of the term to the Lessor within {{paymentPeriod}} of the beginning of that month. The first month begins on {{effectiveDate}}.'],
    ...invoice(names),
    payeeAccount(names.payee, names.payer, 'lessor'),
  ),
  clause(
    'use',
    ['使用、维修与改建', 'Use, Repair and Alteration'],
    ['甲方应于收到乙方书面维修通知之日起5个工作日内，维修房屋主体结构、屋面防水、供水供电管线；甲方逾期未维修的，乙方有权自行维修，甲方应于收到费用凭证之日起10日内支付维修费用。', 'Within 5 working days of receiving the Lessee’s written notice, the Lessor shall repair the structure, roof waterproofing and water and power lines. If it does not do so in time, the Lessee may repair them, and the Lessor shall pay the cost within 10 days of receiving proof of it.'],
    ['乙方装修、改建的，应事先取得甲方书面同意，并不得改变主体结构。因乙方使用造成设施损坏的，乙方应于损坏之日起15日内自负费用修复。', 'The Lessee shall obtain the Lessor’s prior written consent to fit out or alter the Premises and shall not change their structure. If the Lessee’s use damages fixtures, the Lessee shall repair them at its own expense within 15 days of the damage.'],
    ['未经甲方书面同意，乙方不得转租。甲方出卖房屋的，应提前30日书面通知乙方；乙方在同等条件下享有优先购买权，受让人继续履行本合同。', 'The Lessee shall not sublet without the Lessor’s written consent. If the Lessor sells the Premises, it shall notify the Lessee in writing 30 days before. On equal terms the Lessee has a right of first refusal, and the purchaser continues to perform this contract.'],
    ['乙方应自房屋交付之日起至返还之日止，自负费用投保其财产险和公众责任险。', 'From handover until return of the Premises, the Lessee shall at its own expense insure its property and its public liability.'],
  ),
  clause(
    'breach',
    ['违约责任', 'Breach'],
    ['甲方迟延交付房屋的，每逾期一日，应按月租金的{{lateRate}}向乙方支付违约金。', 'For each day of late handover, the Lessor shall pay the Lessee liquidated damages of {{lateRate}} of the Monthly Rent.'],
    ...latePayment(names),
    ['乙方迟延返还房屋的，每逾期一日，应按月租金的三十分之一支付占用费，并按月租金的{{lateRate}}向甲方支付违约金。', 'For each day of late return of the Premises, the Lessee shall pay one thirtieth of the Monthly Rent for their occupation, and shall pay the Lessor liquidated damages of {{lateRate}} of the Monthly Rent.'],
    ['任何一方违反本合同其他义务，经书面催告后{{curePeriod}}内仍未纠正的，应赔偿对方因此受到的损失。', 'If either party breaches any other obligation and does not cure the breach within {{curePeriod}} of a written demand, it shall compensate the other party for the resulting loss.'],
  ),
  risk(names),
  termination(
    ['甲方迟延交付房屋，经书面催告后{{curePeriod}}内仍未交付的；房屋经两次验收均不合格的；乙方逾期支付租金，经书面催告后{{curePeriod}}内仍未支付的；乙方未经书面同意转租或者改变主体结构的', 'the Lessor hands over late and does not hand over within {{curePeriod}} of a written demand; the Premises fail acceptance twice; the Lessee pays rent late and does not pay within {{curePeriod}} of a written demand; the Lessee sublets or changes the structure without written consent'],
    ['任何一方提前90日书面通知对方，可以解除本合同；解除方应于本合同解除之日起10日内，向对方支付一个月的月租金作为补偿。', 'Either party may terminate this contract by giving the other 90 days’ written notice. Within 10 days of termination, the terminating party shall pay the other one Monthly Rent as compensation.'],
  ),
  consequences(
    ['乙方应于本合同终止或者解除之日起5日内，腾空房屋并按交接清单返还给甲方，双方共同查验并签署返还清单。', 'Within 5 days of expiry or termination, the Lessee shall vacate the Premises and return them to the Lessor according to the handover list. The parties inspect them jointly and sign a list of return.'],
    ['双方应于房屋返还之日起15日内结算租金和费用，多退少补。经甲方书面同意的装修，已与房屋附合的部分归甲方所有。', 'Within 15 days of return of the Premises, the parties shall settle rent and charges. What was overpaid is refunded and what is outstanding is paid. Fittings made with the Lessor’s written consent that have become part of the Premises belong to the Lessor.'],
  ),
  closing(names),
);

export const leaseTemplate: TemplateContent = {
  contractType: 'lease',
  titleZh: '房屋租赁合同',
  titleEn: 'Lease of Premises',
  summaryZh: '办公、仓储、经营用房租赁。含交付验收、租金与费用、维修、装修、转租与出卖、提前解除、返还；可选押金。',
  summaryEn: 'For offices, warehouses and shops: handover, rent and charges, repair, fitting out, subletting and sale, early termination, return. Optional: security deposit.',
  ...text,
  variables: [
    variable('lessor', 'party', { group: 'parties', zh: '甲方（出租人）', en: 'Party A (Lessor)', constraints: { partyRole: 'partyA' } }),
    variable('lessee', 'party', { group: 'parties', zh: '乙方（承租人）', en: 'Party B (Lessee)', constraints: { partyRole: 'partyB' } }),
    variable('premises', 'text', { group: 'subject', zh: '房屋坐落', en: 'Premises', constraints: { ...line, minLength: 4 } }),
    variable('premisesEn', 'text', { group: 'subject', zh: '房屋坐落（英文）', en: 'Premises (English)', optional: true, constraints: line }),
    variable('area', 'number', { group: 'subject', zh: '建筑面积（平方米）', en: 'Floor area (m²)', constraints: { minimum: 1, maximum: 1_000_000, decimals: 2 } }),
    variable('titleNumber', 'text', { group: 'subject', zh: '不动产权证书编号', en: 'Real-property certificate number', constraints: line }),
    variable('purpose', 'text', { group: 'subject', zh: '用途', en: 'Use', constraints: line }),
    variable('purposeEn', 'text', { group: 'subject', zh: '用途（英文）', en: 'Use (English)', optional: true, constraints: line }),
    variable('fixtures', 'list', { group: 'subject', zh: '设施', en: 'Fixtures', defaultValue: ['中央空调一套', '消防设施一套', '网络布线'], constraints: { maximumItems: 60, maxLength: 200 } }),
    variable('fixturesEn', 'list', { group: 'subject', zh: '设施（英文）', en: 'Fixtures (English)', optional: true, defaultValue: ['One central air-conditioning system', 'One set of fire-protection equipment', 'Network cabling'], constraints: { maximumItems: 60, maxLength: 200 } }),
    variable('qualityStandard', 'text', { group: 'quality', zh: '消防与结构标准', en: 'Standard for fire protection and structure', helpZh: '填写标准编号，如 GB 50016-2014。', helpEn: 'The number of a standard, e.g. GB 50016-2014.', constraints: line }),
    variable('acceptancePeriod', 'duration', { group: 'quality', zh: '验收期', en: 'Acceptance period', defaultValue: { amount: 3, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 30 } }),
    variable('deliveryDate', 'date', { group: 'delivery', zh: '最迟交付日期', en: 'Latest handover', defaultValue: { daysFromToday: 10 }, constraints: { notBefore: 'effectiveDate' } }),
    variable('monthlyRent', 'money', { group: 'price', zh: '月租金（含税）', en: 'Monthly rent (tax included)', constraints: { minimum: 1, unit: 'CNY' } }),
    taxRate(9),
    invoiceType(),
    variable('paymentPeriod', 'duration', { group: 'price', zh: '付款期限', en: 'Time for payment', defaultValue: { amount: 5, unit: 'workingDay' }, constraints: { minimum: 1, maximum: 60 } }),
    variable('deposit', 'boolean', { group: 'price', zh: '收取押金', en: 'Security deposit', defaultValue: true }),
    variable('depositAmount', 'money', { group: 'price', zh: '押金金额', en: 'Amount of deposit', constraints: { minimum: 1, unit: 'CNY' } }),
    effectiveDate(),
    variable('initialTerm', 'duration', { group: 'term', zh: '租赁期限', en: 'Term', helpZh: '不超过二十年（民法典第七百零五条）。', helpEn: 'No more than twenty years (Civil Code, art. 705).', defaultValue: { amount: 36, unit: 'month' }, constraints: { unit: 'month', minimum: 6, maximum: 240 } }),
    lateRate(),
    liabilityCap(),
    curePeriod(),
    ...disputeVariables({ partyA: ['甲方', 'the Lessor'], partyB: ['乙方', 'the Lessee'] }),
  ],
  defaults: defaultsWith(
    owes('lessor', 'delivery', on('deliveryDate'), { zh: '交付房屋', en: 'Hand over the Premises', evidence: ['交接清单', 'Handover list'], clauseId: 'acceptance' }),
    owes('lessee', 'payment', after('effective', 5, 'workingDay'), { zh: '支付押金', en: 'Pay the deposit', evidence: ['付款凭证', 'Proof of payment'], clauseId: 'rent', amountKey: 'depositAmount', only: { key: 'deposit', fact: null, operator: 'equals', value: 'true' } }),
    owes('lessee', 'payment', every('effective', 'FREQ=MONTHLY'), { zh: '支付月租金', en: 'Pay the Monthly Rent', grace: 5, evidence: ['付款凭证', 'Proof of payment'], clauseId: 'payment', amountKey: 'monthlyRent' }),
    owes('lessee', 'insurance', after('delivery', 5, 'day'), { zh: '投保财产险和公众责任险', en: 'Insure property and public liability', evidence: ['保险单', 'Policy'], clauseId: 'use' }),
    owes('lessee', 'other', after('expiry', 5, 'day'), { zh: '返还房屋', en: 'Return the Premises', evidence: ['返还清单', 'List of return'], clauseId: 'consequences' }),
  ),
};
