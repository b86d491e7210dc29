import type { Variable } from '../../documents/variables.ts';
import { choice, variable } from './build.ts';

/** The day from which the contract has effect. */
export function effectiveDate(): Variable {
  return variable('effectiveDate', 'date', {
    group: 'term',
    zh: '生效日期',
    en: 'Effective date',
    defaultValue: { daysFromToday: 7 },
  });
}

/** How long a breach may be cured after a written demand, before the other party may terminate (T03). */
export function curePeriod(): Variable {
  return variable('curePeriod', 'duration', {
    group: 'liability',
    zh: '催告后的纠正期',
    en: 'Cure period',
    helpZh: '书面催告后仍未纠正的，守约方可以解除合同。',
    helpEn: 'After a written demand; then the other party may terminate.',
    defaultValue: { amount: 15, unit: 'day' },
    constraints: { minimum: 1, maximum: 90 },
  });
}

/** Daily liquidated damages for delay. Above 0.1% a day they are likely to be cut (P09). */
export function lateRate(): Variable {
  return variable('lateRate', 'number', {
    group: 'liability',
    zh: '迟延违约金日利率',
    en: 'Daily rate for delay',
    helpZh: '以百分数填写，如 0.05 即每日万分之五；超过每日 0.1% 的，有被法院调减的风险。',
    helpEn: 'As a percentage, e.g. 0.05. A court is likely to reduce more than 0.1% a day.',
    defaultValue: 0.05,
    constraints: { minimum: 0.001, maximum: 0.1, decimals: 4, unit: '%' },
  });
}

/** The cap on all liability, as a percentage of the price. */
export function liabilityCap(): Variable {
  return variable('liabilityCap', 'number', {
    group: 'liability',
    zh: '责任上限（占合同总价）',
    en: 'Cap on liability (of the price)',
    defaultValue: 100,
    constraints: { minimum: 10, maximum: 300, decimals: 2, unit: '%' },
  });
}

/** Rate of value-added tax. */
export function taxRate(defaultValue: number): Variable {
  return variable('taxRate', 'number', {
    group: 'price',
    zh: '增值税税率',
    en: 'VAT rate',
    defaultValue,
    constraints: { minimum: 0, maximum: 20, decimals: 2, unit: '%' },
  });
}

/** Which invoice the payee issues. */
export function invoiceType(): Variable {
  return variable('invoiceType', 'choice', {
    group: 'price',
    zh: '发票类型',
    en: 'Invoice type',
    defaultValue: 'special',
    constraints: {
      choices: [
        choice('special', '增值税专用发票', 'VAT special invoice'),
        choice('ordinary', '增值税普通发票', 'VAT ordinary invoice'),
      ],
    },
  });
}

/** A contract that renews by itself only with a term, a notice period and a limit (T05, T08). */
export function renewalVariables(): readonly Variable[] {
  return [
    variable('autoRenewal', 'boolean', { group: 'term', zh: '到期自动续期', en: 'Automatic renewal', defaultValue: false }),
    variable('renewalTerm', 'duration', {
      group: 'term',
      zh: '每次续期',
      en: 'Renewal term',
      defaultValue: { amount: 12, unit: 'month' },
      constraints: { unit: 'month', minimum: 4, maximum: 60 },
    }),
    variable('optOutPeriod', 'duration', {
      group: 'term',
      zh: '不续期通知期',
      en: 'Notice of non-renewal',
      helpZh: '期限届满前多少日书面通知对方，本合同即不再续期。',
      helpEn: 'How many days before expiry a party gives notice that it will not renew.',
      defaultValue: { amount: 60, unit: 'day' },
      constraints: { unit: 'day', minimum: 7, maximum: 100 },
    }),
    variable('maximumRenewals', 'number', {
      group: 'term',
      zh: '续期次数上限',
      en: 'Most renewals',
      defaultValue: 3,
      constraints: { minimum: 1, maximum: 10, decimals: 0 },
    }),
  ];
}

/** Court or arbitration, one of them (D02), with a court that has a link (D04) or a named institution (D03). */
export function disputeVariables(
  roles: { readonly partyA: readonly [string, string]; readonly partyB: readonly [string, string] },
): readonly Variable[] {
  return [
    variable('disputeMode', 'choice', {
      group: 'disputes',
      zh: '争议解决方式',
      en: 'Dispute resolution',
      helpZh: '诉讼与仲裁只能选择一种。',
      helpEn: 'Either court or arbitration, never both.',
      defaultValue: 'court',
      constraints: { choices: [choice('court', '诉讼', 'Court'), choice('arbitration', '仲裁', 'Arbitration')] },
    }),
    variable('court', 'choice', {
      group: 'disputes',
      zh: '管辖法院',
      en: 'Court',
      defaultValue: 'defendant',
      constraints: {
        choices: [
          choice('defendant', '被告住所地', 'the domicile of the defendant'),
          choice('partyA', `${roles.partyA[0]}住所地`, `the domicile of ${roles.partyA[1]}`),
          choice('partyB', `${roles.partyB[0]}住所地`, `the domicile of ${roles.partyB[1]}`),
        ],
      },
    }),
    variable('arbitrationInstitution', 'choice', {
      group: 'disputes',
      zh: '仲裁机构',
      en: 'Arbitration institution',
      defaultValue: 'cietac',
      constraints: {
        choices: [
          choice('cietac', '中国国际经济贸易仲裁委员会', 'China International Economic and Trade Arbitration Commission'),
          choice('bac', '北京仲裁委员会', 'Beijing Arbitration Commission'),
          choice('shiac', '上海国际经济贸易仲裁委员会', 'Shanghai International Economic and Trade Arbitration Commission'),
          choice('scia', '深圳国际仲裁院', 'Shenzhen Court of International Arbitration'),
        ],
      },
    }),
    variable('arbitrationSeat', 'choice', {
      group: 'disputes',
      zh: '仲裁地',
      en: 'Seat of arbitration',
      defaultValue: 'beijing',
      constraints: {
        choices: [
          choice('beijing', '北京市', 'Beijing'),
          choice('shanghai', '上海市', 'Shanghai'),
          choice('shenzhen', '深圳市', 'Shenzhen'),
          choice('guangzhou', '广州市', 'Guangzhou'),
        ],
      },
    }),
  ];
}
