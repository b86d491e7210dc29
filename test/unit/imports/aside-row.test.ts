import { describe, expect, test } from 'vitest';
import { asideOf } from '#shared/features/imports/aside-row.ts';
import type { Cell } from '#shared/features/imports/model.ts';

const columns = { number: 0, title: 1, partyB: 2, amountInclTax: 3, signedOn: 4, notes: 5 } as const;
const codeOf = (...cells: readonly Cell[]) => asideOf({ rowNumber: 9, cells }, columns)?.code ?? 'record';
const day: Cell = { excelSerial: 46_000, date1904: false };

describe('a total', () => {
  test.each([
    ['小计'], ['合计'], ['合  计'], ['总 计：'], ['合计（元）'], ['合计(万元)：'], ['总计：17.1万元'], ['合计大写：壹拾柒万壹仟元整'], ['本页小计'], ['本年累计'], ['共计5份合同'],
    ['Total'], ['TOTAL:'], ['Subtotal'], ['Sub-total'], ['Grand total'], ['Grand Total (CNY)'], ['Total: 1,234.50'],
  ])('is told by its word: %s', (word) => {
    expect([codeOf(null, word, null, 17.1), codeOf(word, '', '', '￥1,234.50', '', ''), codeOf(word)]).toEqual(['TOTAL_ROW', 'TOTAL_ROW', 'TOTAL_ROW']);
  });

  test('may have a count, a currency and a remark beside it', () => {
    expect(codeOf('合计', '12份', null, '17.1万元')).toBe('TOTAL_ROW');
    expect(codeOf(3, '合计', '人民币', '壹万元整', '/', '含质保金')).toBe('TOTAL_ROW');
  });

  test('of some of the rows is told by the sum beside it', () => {
    expect([codeOf('', '采购类小计', '', 5), codeOf('', '2026年合计', '', '5'), codeOf('', 'Purchasing subtotal', '', 5), codeOf('', 'Total for 2026', '', 5)]).toEqual(Array(4).fill('TOTAL_ROW'));
    expect([codeOf('', '采购类小计'), codeOf(12, '采购类小计', '', 5)]).toEqual(['record', 'record']);
  });

  test('says at which column it stands', () => {
    expect(asideOf({ rowNumber: 9, cells: [null, '合计', null, 1] }, columns)).toEqual({ code: 'TOTAL_ROW', column: 1 });
  });

  test('is still one where the group to the left is merged down to it', () => {
    const cells = ['采购类', '小计', null, 5];
    expect([asideOf({ rowNumber: 9, cells, merged: [0] }, columns)?.code, asideOf({ rowNumber: 9, cells }, columns)]).toEqual(['TOTAL_ROW', null]);
  });
});

describe('a line for signatures', () => {
  test.each([
    [['审核：李四', '', '制表：王五']],
    [['填表人：张三', '', '', '填表日期：2026年3月31日']],
    [['审核：', '李四', '制表：', '王五', '日期：', day]],
    [['审 核：李 四    制 表：王 五']],
    [['制表人', '张三']],
    [['编制部门：法务部', '', '', '', '编制日期：2026-03-31']],
    [['部门负责人（签字）：______', '', '财务主管：']],
    [['Prepared by: Zhang San', '', 'Reviewed by:', 'Li Si', 'Date:', '2026-03-31']],
    [['Prepared by']],
    [['Approved by: J. Smith    Date: 31/03/2026']],
  ] as readonly (readonly [readonly Cell[]])[])('is told by its labels: %j', (cells) => {
    expect(codeOf(...cells)).toBe('SIGN_OFF_ROW');
  });

  test('below a total in the same row belongs to it', () => {
    expect(codeOf('合计', '', '', 17.1, '', '制表：王五')).toBe('TOTAL_ROW');
  });
});

describe('a record', () => {
  test.each([
    ['with a number', ['HT-1', '合计', null, 17.1]],
    ['with a party', [null, '年度服务费合计', '远航贸易有限公司', 17.1]],
    ['with a date', [null, '合计', null, 17.1, '2026-03-01']],
    ['with a date of the sheet', [null, '合计', null, 17.1, day]],
    ['with a date without its form', [null, '合计', null, 17.1, 46_000]],
    ['whose title goes on', [null, '合计量具采购合同', null, 17.1]],
    ['whose title speaks of a review', [null, '审核服务合同', null, 17.1]],
    ['whose title has a colon', [null, '财务：服务费', null, 17.1]],
    ['whose party is called so', ['HT-2', 'Lubricants', 'Total', 17.1]],
    ['whose title begins like a line for signatures', ['HT-3', 'Approved by Board: Lease of Hall B', null, 5]],
    ['with a handler as remark', [null, '服务', null, null, null, '经办：张三']],
    ['of a plain kind', ['HT-4', '空调采购合同', '格力电器有限公司', '12.5', '2026年3月1日']],
  ] as readonly (readonly [string, readonly Cell[]])[])('%s stays one', (_, cells) => {
    expect(codeOf(...cells)).toBe('record');
  });
});
