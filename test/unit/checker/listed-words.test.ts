import { describe, expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';

// Each word of a list is found by itself, in a sentence that binds, and nothing is where a standard stands beside it.

const found = (ruleId: string, text: string) => checkText(clauseText(text), { record: null, rules: allRules.filter(({ id }) => id === ruleId), tuning: [] }).findings.map(({ quote }) => quote);

describe('R02 finds a vague time', () => {
  test.each(['尽快', '及时', '适时', '合理期限', '合理时间', '合理的期限', '合理的时间', '必要时', '近期', '尽早', '第一时间', '适当时候', '适当的时间'])('%s', (word) => {
    expect(found('R02', `第一条 维修\n乙方应${word}修复设备。`)).toEqual([word]);
    expect(found('R02', `第一条 维修\n乙方应${word}修复设备，最迟3日内。`)).toEqual([]);
  });

  test.each(['promptly', 'timely', 'in a timely manner', 'as soon as possible', 'as soon as practicable', 'as soon as reasonably practicable', 'reasonable time', 'reasonable period', 'undue delay', 'from time to time', 'in due course', 'at an appropriate time'])('%s', (word) => {
    expect(found('R02', `1. Repair\nThe Supplier shall repair the goods ${word}.`)).toEqual([word]);
    expect(found('R02', `1. Repair\nThe Supplier shall repair the goods ${word}, within 3 days.`)).toEqual([]);
  });

  test('but no word within another', () => {
    expect(found('R02', '1. Repair\nThe Supplier shall repair the goods untimely.')).toEqual([]);
  });
});

describe('R03 finds a vague degree', () => {
  test.each([
    '优质', '良好', '令人满意', '满意的', '满意', '酌情', '原则上', '一般情况下', '通常情况下', '基本符合', '基本完成', '基本合格', '基本达到', '合理费用', '合理的费用', '视情况', '视具体情况', '适当', '相关费用', '有关费用',
    '相关标准', '有关标准', '相关要求', '有关要求', '较高', '较好', '先进水平', '专业水准', '行业惯例',
  ])('%s', (word) => {
    expect(found('R03', `第一条 服务\n乙方应做到${word}。`)).toEqual([word]);
    expect(found('R03', `第一条 服务\n乙方应做到${word}，即误差不超过3%。`)).toEqual([]);
    expect(found('R03', `第一条 服务\n双方曾经${word}。`)).toEqual([]);
  });

  test.each([
    'satisfactory', 'adequate', 'adequately', 'appropriate', 'appropriately', 'substantially', 'generally', 'as needed', 'industry standard', 'industry standards', 'good quality', 'high quality', 'reasonable costs', 'reasonable fees',
    'professional manner', 'workmanlike manner', 'to the satisfaction of',
  ])('%s', (word) => {
    expect(found('R03', `1. Services\nThe Supplier shall work ${word} them.`)).toEqual([word]);
    expect(found('R03', `1. Services\nThe Supplier worked ${word} them.`)).toEqual([]);
  });

  test.each(['尽力', '尽最大努力', '合理努力'])('%s, whatever number stands beside it', (word) => {
    expect(found('R03', `第一条 服务\n乙方以${word}在3日内完成。`)).toEqual([word]);
  });

  test.each(['best efforts', 'reasonable efforts', 'commercially reasonable efforts', 'best endeavours', 'reasonable endeavours'])('%s, whatever number stands beside it', (word) => {
    expect(found('R03', `1. Services\nThe Supplier uses ${word} to finish in 3 days.`)).toEqual([word]);
  });

  test.each(['以实际为准', '另行协商', '另行约定', '另行商定', '协商确定'])('%s, which puts off an agreement', (word) => {
    expect(found('R03', `第一条 数量\n数量${word}。`)).toEqual([word]);
    expect(found('R03', `第一条 其他\n未尽事宜，${word}。`)).toEqual([]);
  });

  test.each(['mutually agreed', 'to be agreed'])('%s, which puts off an agreement', (word) => {
    expect(found('R03', `1. Quantity\nThe quantity is ${word}.`)).toEqual([word]);
    expect(found('R03', `1. Quantity\nUnless otherwise ${word}.`)).toEqual([]);
  });

  test.each(['大约 100', '约100', '100台左右', '十台上下', '两件左右'])('%s', (words) => {
    expect(found('R03', `第一条 数量\n乙方应交付${words}。`)).toEqual([words]);
    expect(found('R03', `第一条 数量\n乙方曾交付${words}。`)).toEqual([]);
  });

  test.each(['approximately 100', 'about 3', 'around 5', 'roughly 1,000'])('%s', (words) => {
    expect(found('R03', `1. Quantity\nThe Supplier shall deliver ${words} sets.`)).toEqual([words]);
  });
});

test.each(['on-demand', 'and/or', 'a.s.a.p', '尽可能(早)', '[待定]', 'best|worst', 'C+D', 'US$ rate', '^早', '早*', '早?', '{早}', 'a\\b', '$ rate', 'a.s.a.p.', '(soon)', 'à bref délai', '$'])('%s, added by a vault, is found as it stands', (word) => {
  const tuning = [{ ruleId: 'R02', isOff: false, severity: null, addedWords: [word], silencedWords: [] }];
  const text = clauseText(`第一条 维修\n乙方应 ${word} 修复设备。`);
  const rules = allRules.filter(({ id }) => id === 'R02');
  expect(checkText(text, { record: null, rules, tuning: [] }).findings).toEqual([]);
  expect(checkText(text, { record: null, rules, tuning }).findings.map(({ quote }) => quote)).toEqual([word]);
});
