import { describe, expect, test } from 'vitest';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { proposeFrom } from '#shared/features/fulfilment/propose.ts';

const zh = `设备采购合同
第一条 标的
乙方应向甲方提供浮标 120 套。
第二条 交付
乙方应于合同签订之日起 30 日内将设备交付至甲方指定地点；乙方应于 2026年12月15日 前完成安装调试。
第三条 验收
甲方应在交付之日起 7 个工作日内完成验收。
第四条 付款
甲方应在合同签订后 5 个工作日内支付合同总价的 30%，验收合格后 30 日内支付 60%，质保期满后 10 日内支付余款 10%。
第五条 报告
乙方应每月提交履约报告。
第六条 违约责任
乙方逾期交付的，应按日支付违约金 0.1%。`;

const en = `EQUIPMENT SUPPLY AGREEMENT
Article 1 Delivery
The Supplier shall deliver the buoys within 30 days after the signature of this Agreement.
Article 2 Payment
The Buyer shall pay CNY 120,000.00 of the price within 10 business days after acceptance.
Article 3 Reports
The Supplier shall submit a report quarterly.`;

describe('a text proposes', () => {
  test('what each side has to do, by when, with the words it comes from', () => {
    const { obligations } = proposeFrom(clauseText(zh), { us: 'party_a' });
    expect(obligations.map(({ obligor, type, due, clauseNumber }) => [obligor, type, due, clauseNumber])).toEqual([
      ['them', 'delivery', { kind: 'none' }, '第一条'],
      ['them', 'delivery', { kind: 'offset', from: 'signed', amount: 30, unit: 'day' }, '第二条'],
      ['them', 'delivery', { kind: 'fixed', on: '2026-12-15' }, '第二条'],
      ['us', 'acceptance', { kind: 'offset', from: 'delivery', amount: 7, unit: 'workingDay' }, '第三条'],
      ['them', 'report', { kind: 'recurring', frequency: 'monthly' }, '第五条'],
    ]);
    for (const { quote } of obligations) expect(zh).toContain(quote);
  });

  test('the instalments of the price, each with its own period', () => {
    const { payments } = proposeFrom(clauseText(zh), { us: 'party_a' });
    expect(payments.map(({ direction, shareBasisPoints, due }) => [direction, shareBasisPoints, due])).toEqual([
      ['pay', 3000, { kind: 'offset', from: 'signed', amount: 5, unit: 'workingDay' }],
      ['pay', 6000, { kind: 'offset', from: 'acceptance', amount: 30, unit: 'day' }],
      ['pay', 1000, { kind: 'offset', from: 'expires', amount: 10, unit: 'day' }],
    ]);
    expect(proposeFrom(clauseText(zh), { us: 'party_b' }).payments[0]?.direction).toBe('receive');
  });

  test('the same of an English text', () => {
    const { obligations, payments } = proposeFrom(clauseText(en), { us: 'party_a' });
    expect(obligations.map(({ obligor, type, due }) => [obligor, type, due])).toEqual([
      ['them', 'delivery', { kind: 'offset', from: 'signed', amount: 30, unit: 'day' }],
      ['them', 'report', { kind: 'recurring', frequency: 'quarterly' }],
    ]);
    expect(payments).toMatchObject([{ direction: 'pay', amount: { minor: 120_000_00, currency: 'CNY' }, due: { kind: 'offset', from: 'acceptance', amount: 10, unit: 'workingDay' } }]);
  });

  test('who a seller is, as the contract itself says it', () => {
    const text = clauseText('Sales Contract\nArticle 1 Delivery\n1.1 The Seller shall deliver the Goods within 30 days of signature.');
    const obligorIn = (names?: { party_a: string[]; party_b: string[] }) => proposeFrom(text, { us: 'party_a', ...(names === undefined ? {} : { names }) }).obligations.map(({ obligor }) => obligor);
    expect(obligorIn({ party_a: ['出卖人', 'Seller'], party_b: ['买受人', 'Buyer'] })).toEqual(['us']);
    expect(obligorIn({ party_a: ['Buyer'], party_b: ['Seller (Asia)', 'Seller'] })).toEqual(['them']);
    expect(obligorIn()).toEqual(['them']);
    expect(obligorIn({ party_a: [], party_b: [] })).toEqual(['them']);
  });

  test('nothing where nobody is bound', () => {
    expect(proposeFrom(clauseText('备忘录\n双方就合作进行了友好交流。'), { us: 'party_a' })).toEqual({ obligations: [], payments: [] });
    expect(proposeFrom(clauseText(''), { us: 'party_a' })).toEqual({ obligations: [], payments: [] });
  });
});
