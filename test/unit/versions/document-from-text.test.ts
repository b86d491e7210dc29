import { expect, test } from 'vitest';
import { documentSchema } from '#shared/features/documents/model.ts';
import type { TextBlock } from '#shared/features/reading/model.ts';
import { documentFromText } from '#shared/features/versions/document-from-text.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';

const block = (kind: TextBlock['kind'], text: string, cells: readonly string[] | null = null): TextBlock => ({
  kind,
  level: kind === 'heading' ? 1 : 0,
  text,
  cells,
});

const read = (blocks: readonly TextBlock[]) => {
  const body = documentSchema.parse(documentFromText(blocks));
  return documentBlocks({ bodyZh: body, bodyEn: body, language: 'zh', variables: [], values: {}, withheldKeys: [] });
};

test('a text comes back word for word, clause numbers included', () => {
  const shown = read([
    block('title', '买卖合同'),
    block('heading', '第一条　标的'),
    block('paragraph', '1.1 货物为海洋浮标。'),
    block('heading', '第二条　价款'),
    block('listItem', '含税'),
    block('tableRow', '', ['名称', '数量']),
    block('tableRow', '', ['浮标', '']),
  ]);
  expect(shown.map(({ number, text }) => [number, text])).toEqual([
    [null, '买卖合同'],
    ['第一条', '标的'],
    ['1.1', '货物为海洋浮标。'],
    ['第二条', '价款'],
    [null, '含税'],
    [null, '名称 | 数量'],
    [null, '浮标 | '],
  ]);
});

test('clauses that are counted otherwise keep the numbers that they have', () => {
  const shown = read([block('heading', '第三条 标的'), block('heading', '第五条 价款')]);
  expect(shown.map(({ number }) => number)).toEqual(['第三条', '第五条']);
});

test('invisible characters are left out, because a document may not hold them', () => {
  expect(read([block('paragraph', '付\u200B款\u202E')]).map(({ text }) => text)).toEqual(['付款']);
});
