import { describe, expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { seedClauses } from '#shared/features/clauses/seeds/seed-clauses.ts';

// Brackets with words in them: those that ask for a value hold back signing, all others don't.

const rules = allRules.filter(({ id }) => id === 'X01');
const blanksIn = (text: string) => checkText(clauseText(text), { record: null, rules, tuning: [] }).findings.map(({ quote }) => quote);
// What the library suggests for the language and the number of arbitrators are values.
const values = new Set(['【中文】', '【一】']);

describe('the library', () => {
  const wordings = seedClauses.flatMap(({ key, content }) => [content.preferred, ...content.fallbacks.map(({ wording }) => wording)].flatMap(({ zh, en }, at) => [[`${key} ${at} zh`, `第一条 ${content.titleZh}\n${zh}`], [`${key} ${at} en`, `1. ${content.titleEn}\n${en}`]] as const));
  test.each(wordings)('leaves no blank unseen: %s', (_, text) => {
    expect(blanksIn(text)).toEqual([...text.matchAll(/【[^】]*】/gu)].map(([words]) => words).filter((words) => !values.has(words)));
  });
});

test.each([
  ['第一条 交货\n交货地点：【待定】。', ['待定']],
  ['第一条 交货\n交货地点为【待双方另行商定】，运费为〔金额〕。', ['【待双方另行商定】', '〔金额〕']],
  ['第一条 交货\n交货日期为【　　　　　　　】。', ['【　　　　　　　】']],
  ['第一条 交货\n交货日期为________。', ['________']],
  ['第一条 价款\n1.1 价款为［合同金额（大写）］元，由【请填写收款人】收取。', ['［合同金额（大写）］', '【请填写收款人】']],
  ['1. Delivery\nThe place of delivery is [to be agreed between the parties].', ['[to be agreed between the parties]']],
  ['1. Delivery\nThe Seller delivers by [date of delivery] to [insert the address].', ['[date of delivery]', '[insert the address]']],
  ['1. Price\nThe price is [contract amount], [TBA].', ['[contract amount]', '[TBA]']],
] as const)('%j has blanks', (text, blanks) => {
  expect(blanksIn(text)).toEqual(blanks);
});

test.each([
  '第一条 依据\n依据《民法典》【第五百条】和【2023】12号文，按【《招标文件》】执行。',
  '第一条 价款\n总价为人民币【120,000.00】元（大写：【壹拾贰万元整】），由【甲方】向【上海云帆海洋仪器有限公司】支付。',
  '第一条 争议\n争议提交【上海仲裁委员会】仲裁，或以【书面】方式于5个【工作日】内通知【对方】。',
  '第一条 交付\n货物运至【甲方指定地点】，标准为【国家标准】。',
  '【付款方式】甲方应于10日内支付。\n【质量标准】\n货物应合格。',
  '第一条 【付款期限】\n甲方应于10日内支付。',
  '第一条 定义\n以下简称【标的】。\n第二条 交付\n乙方交付【标的】，【交付日期】是指货物到达之日，在【交付日期】验收。',
  '【本页无正文】',
  '1. Price\nThe price [2023] EWCA is paid [sic] to the Buyer [the Seller] said, [Intentionally omitted] and [Annex 1].',
  '1. [Payment Date]: the day on which the price is paid.',
  '1. Terms\nThe price (the [Fee]) is paid. The [Fee] is fixed.',
])('%j has none', (text) => {
  expect(blanksIn(text)).toEqual([]);
});
