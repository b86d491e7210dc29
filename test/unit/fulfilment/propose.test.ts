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

const inContract = (sentence: string): string => (/^[ -~]+$/.test(sentence) ? `AGREEMENT\nArticle 1 Security\n${sentence}` : `合同\n第一条 履约担保\n${sentence}`);

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

  test.each([
    ['甲方应于合同签订之日起 5 日内向乙方交付定金人民币 50,000 元。', 'pay', 50_000_00, { kind: 'offset', from: 'signed', amount: 5, unit: 'day' }],
    ['乙方应在合同生效后 10 个工作日内提供履约保证金 20,000 元，该保证金在验收合格后抵作货款。', 'receive', 20_000_00, { kind: 'offset', from: 'effective', amount: 10, unit: 'workingDay' }],
    ['甲方应于租赁期届满后 15 日内将押金无息退还乙方。', 'pay', null, { kind: 'offset', from: 'expires', amount: 15, unit: 'day' }],
    ['Party A shall deliver to Party B a deposit of CNY 30,000 within 7 days after the signature of this Contract.', 'pay', 30_000_00, { kind: 'offset', from: 'signed', amount: 7, unit: 'day' }],
    ['Party B shall return the security deposit within 30 days after the expiry of this Contract.', 'receive', null, { kind: 'offset', from: 'expires', amount: 30, unit: 'day' }],
  ] as const)('a deposit as money, handed over or given back: %s', (sentence, direction, minor, due) => {
    const found = proposeFrom(clauseText(inContract(sentence)), { us: 'party_a' });
    expect(found.obligations).toEqual([]);
    expect(found.payments).toMatchObject([{ direction, due, amount: minor === null ? null : { minor, currency: 'CNY' } }]);
  });

  test.each([
    ['甲方支付定金后 10 日内乙方应将设备交付至甲方指定地点。', 'them', 'delivery', 0],
    ['甲方应于签订之日起 5 日内交付定金 50,000 元；乙方应在收到定金后 10 日内交付设备。', 'them', 'delivery', 1],
    ['The Supplier shall deliver the deposited source code to the Buyer.', 'them', 'delivery', 0],
  ] as const)('what is done beside or after a deposit as the deed that it is: %s', (sentence, obligor, type, payments) => {
    const found = proposeFrom(clauseText(inContract(sentence)), { us: 'party_a' });
    expect(found.obligations).toMatchObject([{ obligor, type }]);
    expect(found.payments).toHaveLength(payments);
  });

  test('no payment of a deposit that is lost', () => {
    const lost = proposeFrom(clauseText('合同\n第一条 定金\n乙方不履行合同的，应当双倍返还定金 100,000 元。甲方无权要求返还定金。'), { us: 'party_a' });
    expect(lost.payments).toEqual([]);
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
