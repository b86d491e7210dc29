import { describe, expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { distance } from '#shared/features/checker/rules/consistency/x05-party-names.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';

// A finding points at the very words, and names in its sentence what doesn't fit.

function of(ruleId: string, text: string): readonly (readonly [string, Readonly<Record<string, string | number>>])[] {
  return checkText(clauseText(text), { record: null, rules: allRules.filter(({ id }) => id === ruleId), tuning: [] }).findings.map(({ quote, parameters }) => [quote, parameters]);
}

describe('X03, in a price table,', () => {
  const table = (...rows: readonly string[]) => ['第一条 价格', '| 名称 | 数量 | 单价 | 金额 |', ...rows].join('\n');

  test('points at the row whose quantity times price is another amount', () => {
    expect(of('X03', table('| 水泵 | 3 | 1,200.50 | 3,601.50 |', '| 阀门 | 2 | 400 | 900 |'))).toEqual([['阀门 | 2 | 400 | 900', { stated: '900.00', reckoned: '800.00' }]]);
  });

  test('points at a total that the rows don’t make, and names both', () => {
    expect(of('X03', table('| 水泵 | 3 | 1,000 | 3,000 |', '| 阀门 | 2 | 400 | 800 |', '| 合计 |  |  | 4,000 |'))).toEqual([['合计 |  |  | 4,000', { stated: '4,000.00', reckoned: '3,800.00' }]]);
  });

  test('finds the total in the second column too, beside a running number', () => {
    expect(of('X03', ['第一条 价格', '| 序号 | 名称 | 金额 |', '| 1 | 水泵 | 3,000 |', '| 2 | 合计 | 3,100 |'].join('\n'))).toEqual([['2 | 合计 | 3,100', { stated: '3,100.00', reckoned: '3,000.00' }]]);
  });

  test('is silent where all adds up, in English, in ten thousands, and where a row has no figures', () => {
    expect(of('X03', table('| 水泵 | 3 | 1,000 | 3,000 |', '| 安装 | – | – | 800 |', '| 合计 |  |  | 3,800 |'))).toEqual([]);
    expect(of('X03', ['1. Price', '| Item | Qty | Unit price | Amount |', '| Pump | 3 | 1,000 | 3,000 |', '| Total |  |  | 3,000 |'].join('\n'))).toEqual([]);
    expect(of('X03', table('| 水泵 | 2 | 1.5万 | 3万 |', '| 合计 |  |  | 30,000 |'))).toEqual([]);
    expect(of('X03', ['第一条 附表', '| 名称 | 数量 | 型号 |', '| 水泵 | 3 | CS-200 |', '| 合计 | 4 |  |'].join('\n'))).toEqual([]);
  });

  test('holds the table’s total against the price in the text, but not a price without tax', () => {
    const priced = (price: string, head = '金额') => `第一条 价款\n合同总价为人民币${price}元。\n第二条 清单\n| 名称 | 数量 | ${head} |\n| 水泵 | 3 | 3,000 |\n| 合计 |  | 3,000 |`;
    expect(of('X03', priced('3,200'))).toEqual([['合同总价为人民币3,200元', { stated: '合同总价为人民币3,200元', reckoned: '3,000.00' }]]);
    expect(of('X03', priced('3,000'))).toEqual([]);
    expect(of('X03', priced('3,200', '不含税金额'))).toEqual([]);
  });

  test('names the first total beside one that differs from it, and leaves parts of it alone', () => {
    expect(of('X03', '第一条 价款\n合同总价为120,000元。\n第二条 付款\n按合同总价130,000元付款。')).toEqual([['合同总价130,000元', { stated: '合同总价130,000元', reckoned: '合同总价为120,000元' }]]);
    expect(of('X03', '第一条 价款\n合同总价为120,000元。\n其中不含税合同总金额100,000元。')).toEqual([]);
  });
});

describe('X04', () => {
  test('points at the day that no calendar has, past what stands before it', () => {
    expect(of('X04', '第一条 交货\n乙方安装。乙方应于2027年2月30日前交货。')).toEqual([['2027年2月30日', { words: '2027年2月30日' }]]);
  });

  test('names both days of a term that ends before it begins or has another length', () => {
    expect(of('X04', '第一条 期限\n甲方验收。本合同自2027年3月1日起至2026年3月1日止。')).toEqual([['2027年3月1日起至2026年3月1日', { words: '2027年3月1日 – 2026年3月1日' }]]);
    expect(of('X04', '第一条 期限\n租期2年，自2026年1月1日起至2026年12月31日止。')).toEqual([['2026年1月1日起至2026年12月31日', { words: '2026年1月1日 – 2026年12月31日' }]]);
  });

  test('is silent on a single day, on days that are no term, and beside a day that is impossible already', () => {
    expect(of('X04', '第一条 期限\n自2026年3月1日起至2026年3月1日止。')).toEqual([]);
    expect(of('X04', '第一条 背景\n双方于2026年5月1日签订框架合同，于2025年5月1日签订备忘录。')).toEqual([]);
    expect(of('X04', '第一条 期限\n自2026年2月30日起至2025年3月1日止。').map(([quote]) => quote)).toEqual(['2026年2月30日']);
  });
});

describe('P04', () => {
  test('points at the instalments from the first to the last, with what they make', () => {
    expect(of('P04', '第一条 付款\n甲方签约后付30%，到货后付40%，验收后付20%。')).toEqual([['30%，到货后付40%，验收后付20%', { sum: '90%', shares: '30% + 40% + 20%' }]]);
    expect(of('P04', '第一条 付款\n甲方先付百分之三十，再付百分之六十。')).toEqual([['百分之三十，再付百分之六十', { sum: '90%', shares: '30% + 60%' }]]);
  });

  test('adds up sums against the total price, with figures as people write them', () => {
    expect(of('P04', '第一条 价款\n合同总价为120,000元。\n第二条 付款\n甲方签约时付50,000元，验收后付60,000.50元。')).toEqual([
      ['50,000元，验收后付60,000.50元', { sum: '110,000.50', shares: '50,000 + 60,000.50', total: '120,000', case: 'sums' }],
    ]);
    expect(of('P04', '第一条 价款\n合同总价为12万元。\n第二条 付款\n甲方签约时付5万元，验收后付7万元。')).toEqual([]);
  });

  test('leaves alone what is no instalment: one as large as the whole, a total that is not settled, shares beside sums, cumulative ones', () => {
    expect(of('P04', '第一条 价款\n合同总价为120,000元。\n第二条 付款\n甲方付清120,000元，另付5,000元。')).toEqual([]);
    expect(of('P04', '第一条 付款\n甲方签约时付50,000元，验收后付60,000元。')).toEqual([]);
    expect(of('P04', '第一条 价款\n合同总价为120,000元。\n第二条 付款\n甲方先付30%，再付60,000元、24,000元。')).toEqual([]);
    expect(of('P04', '第一条 付款\n签约后付30%，到货后付至80%。')).toEqual([]);
  });

  test('adds up each language by itself', () => {
    expect(of('P04', '第一条 付款\n甲方签约后付30%，验收后付70%。\nThe Buyer shall pay 30% on signing and 70% on acceptance.')).toEqual([]);
    expect(of('P04', '第一条 付款\n甲方签约后付30%，验收后付70%。\nThe Buyer shall pay 30% on signing and 60% on acceptance.').map(([, { sum }]) => sum)).toEqual(['90%']);
  });
});

describe('X05', () => {
  test('points at the second name, offers the first, and tells a credit code that can’t be right', () => {
    expect(of('X05', '采购合同\n甲方：上海云帆公司\n乙方：青岛远岸公司\n第一条 标的\n水泵。\n甲方（盖章）：上海云航公司')).toEqual([['上海云航公司', { name: '上海云航公司', other: '上海云帆公司' }]]);
    expect(of('X05', '采购合同\n甲方：上海云帆公司\n统一社会信用代码：91310000MA1FAKE016')).toEqual([['91310000MA1FAKE016', { name: '91310000MA1FAKE016', other: '–' }]]);
    expect(of('X05', '采购合同\n甲方：上海云帆公司\n订单号：91310000MA1FAKE016')).toEqual([]);
  });

  test.each([['云帆公司', '云帆公司', 0], ['云帆公司', '云航公司', 1], ['云帆公司', '云帆有限公司', 2], ['云帆公司', '帆公司', 1], ['云帆', '远岸科技', 3], ['', '云', 1]] as const)('counts the edits between %s and %s', (one, other, edits) => {
    expect([distance(one, other), distance(other, one)]).toEqual([edits, edits]);
  });
});

test('T08 points at the notice and names the term that it is as long as', () => {
  expect(of('T08', '第一条 期限\n合同期满自动续期1个月，任何一方不续期的，应提前30日书面通知。')).toEqual([]);
  expect(of('T08', '第一条 期限\n合同期满自动续期一个月，任何一方不续期的，应提前一个月书面通知。')).toEqual([['提前一个月', { notice: '提前一个月', term: '续期一个月' }]]);
  expect(of('T08', '第一条 期限\n合同期满自动续期一年。')).toEqual([]);
});

test('a line that ends without a full stop is read to its end, whatever follows on the next one', () => {
  expect(of('R09', '第一条 服务范围\n乙方提供安装、调试等\n甲方应在10日内付款。').map(([quote]) => quote)).toEqual(['等']);
  expect(of('T04', '第一条 解除\n一方违约的，对方有权解除\n双方应于10日内对账。').map(([quote]) => quote)).toEqual(['有权解除']);
});

describe('X07', () => {
  test.each(['E-mail地址', 'Non-Compete', 'A/B 测试', 'C++ 组件', '费用(含税)'])('names a term such as %s as it stands, and is silent where it is explained', (term) => {
    expect(of('X07', `第一条 定义\n本合同所称“${term}”由甲方提供。`)).toEqual([[term, { words: term, case: 'undefined' }]]);
    expect(of('X07', `第一条 定义\n本合同所称“${term}”由甲方提供。\n第二条 其他\n${term}包括附件所列者。`)).toEqual([]);
  });
});
