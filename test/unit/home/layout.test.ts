import fc from 'fast-check';
import { expect, test } from 'vitest';
import { arranged } from '#shared/features/home/model.ts';

const cards = ['a', 'b', 'c', 'd'].map((key) => ({ key }));

test('cards stand where a person put them; new ones follow, hidden ones are apart', () => {
  const { shown, hidden } = arranged(cards, { order: ['c', 'a', 'gone'], hidden: ['b'] });
  expect(shown.map(({ key }) => key)).toEqual(['c', 'a', 'd']);
  expect(hidden.map(({ key }) => key)).toEqual(['b']);
});

test('no layout loses a card or shows one twice', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'x'));
  fc.assert(fc.property(keys, keys, (order, hiddenKeys) => {
    const { shown, hidden } = arranged(cards, { order, hidden: hiddenKeys });
    expect([...shown, ...hidden].map(({ key }) => key).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  }));
});
