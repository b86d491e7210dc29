import { expect, test } from 'vitest';
import { checkText } from '#shared/features/checker/engine.ts';
import { allRules } from '#shared/features/checker/rules/all-rules.ts';
import { clauseText } from '#shared/features/checker/segmentation/clause-text.ts';
import { effortOf } from '../../harness/effort.ts';

// A text without a single line break or full stop is one sentence, however long it is: what a rule looks for on either side
// of a match must not be looked for to the sentence's end.

const pieces = {
  'of a clause': '甲方应尽快支付30%，The Buyer shall pay promptly（二〇二六年），按照第三条的约定，逾期的每日按0.05%支付违约金，',
  'of figures': '1,',
  'of thousands': '1,234,',
  'of references': '第三条',
  'of amounts in words': '壹万元',
  'of parties and gaps': '甲方 ',
  'of opened quotation marks': '“甲',
  'of opened brackets': '(甲',
  'of opened titles': '《甲',
  'of penalties': '违约金，赔偿，',
  'of blanks': '_ ',
  'of payments': 'pay the price, ',
  'of terminations': '甲方解除，',
  'of arbitrations': '由甲方仲裁，',
  'of dates': '自2026年1月1日，',
  'of shares': '30%，',
  'of sums': '合同总价，100元，',
  'of unit prices': '单价1元，',
  'of taxes': '不含税1元，税额1元，含税2元，',
  'of counts in words': 'thirty and one hundred (30), 三十（30）日，',
  'of terms with their days': '租期2年，自2026年1月1日至2026年12月31日，共2年，',
  'of warranties': '设备质保期为12个月，',
  'of definitions': '“甲”是指乙，',
  'of one letter': 'A',
  'of words': 'buyer seller ',
} as const;

test.each(Object.entries(pieces))('one line %s takes no longer for a letter when it is long', async (_, piece) => {
  const check = async (letters: number): Promise<number> => {
    const text = piece.repeat(Math.ceil(letters / piece.length));
    const tries = [];
    for (let time = 0; time < 3; time += 1) tries.push((await effortOf(() => checkText(clauseText(text), { record: null, rules: allRules, tuning: [] }))).seconds);
    return Math.min(...tries);
  };
  const short = await check(25_000);
  // Eight times the text in a time that grew with its square would be sixty-four times as long.
  expect(await check(200_000)).toBeLessThan(short * 24 + 0.1);
});

test('one line of a megabyte is checked to its end', () => {
  const { findings } = checkText(clauseText(`第一条 交货\n${'乙方应尽快交货，'.repeat(125_000)}`), { record: null, rules: allRules, tuning: [] });
  expect(findings.filter(({ ruleId }) => ruleId === 'R02').length).toBe(125_000);
});
