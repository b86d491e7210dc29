import { expect, test } from 'vitest';
import { mentionBefore, mentionsIn } from '#shared/kernel/mentions.ts';

const people = [
  { id: 1, name: '陈静' },
  { id: 2, name: '陈静怡' },
  { id: 3, name: 'Ann' },
  { id: 4, name: 'Ann Lee' },
];
const found = (...texts: string[]) => mentionsIn(texts, people);

test('whoever is named behind an @ is mentioned, once, in either language and width', () => {
  expect(found('请 @陈静 今天联系对方，＠陈静 抄送')).toEqual([1]);
  expect(found('@陈静怡看一下')).toEqual([2]);
  expect(found('ask @ann lee and @Ann, please')).toEqual([4, 3]);
  expect(found('第一段', '@Ann')).toEqual([3]);
});

test('an address, a longer word and somebody unknown mention nobody', () => {
  expect(found('mail to sales@Ann.example, or @Annabel, or @王芳, or Ann')).toEqual([]);
  expect(mentionsIn(['@'], [{ id: 9, name: ' ' }])).toEqual([]);
});

test('what is being typed behind an @ is known up to the caret', () => {
  expect(mentionBefore('请 @陈', 4)).toEqual({ from: 2, typed: '陈' });
  expect(mentionBefore('@Ann L', 6)).toEqual({ from: 0, typed: 'Ann L' });
  expect(mentionBefore('a@b', 3)).toBeNull();
  expect(mentionBefore('@陈静，好的', 6)).toBeNull();
});
