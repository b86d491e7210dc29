import { expect, test } from 'vitest';
import { clauseBlocks } from '../../../src-renderer/features/clauses/clause-blocks.ts';

const titles = { titleZh: '通知', titleEn: 'Notices' };
const textOf = (blocks: ReturnType<typeof clauseBlocks>) => JSON.stringify(blocks).match(/(?<="text":")[^"]+/gu);

test('a clause comes in the language of the text that it goes into, whatever names stand in that', () => {
  const wording = { zh: '以书面送达。', en: 'Notices are given in writing.\nThey are sent by courier.' };
  expect(textOf(clauseBlocks(titles, wording, 'en'))).toEqual(['Notices', 'Notices are given in writing.', 'They are sent by courier.']);
  expect(textOf(clauseBlocks(titles, wording, 'zh'))).toEqual(['通知', '以书面送达。']);
});

test('a clause that has one language only comes in that', () => {
  expect(textOf(clauseBlocks(titles, { zh: '以书面送达。', en: '' }, 'en'))).toEqual(['通知', '以书面送达。']);
  expect(textOf(clauseBlocks(titles, { zh: '', en: 'In writing.' }, 'zh'))).toEqual(['Notices', 'In writing.']);
});
