import { expect, test } from 'vitest';
import { hasInvisibleCharacters } from '#shared/kernel/invisible-characters.ts';

const ranges: readonly (readonly [from: number, to: number])[] = [
  ...([[0x00, 0x08], [0x0b, 0x1f], [0x7f, 0x9f], [0xad, 0xad], [0x34f, 0x34f], [0x61c, 0x61c], [0x115f, 0x1160], [0x17b4, 0x17b5]] as const),
  ...([[0x180b, 0x180f], [0x200b, 0x200f], [0x2028, 0x202e], [0x2060, 0x206f], [0x3164, 0x3164], [0xd800, 0xdfff], [0xfe00, 0xfe0f]] as const),
  ...([[0xfeff, 0xfeff], [0xffa0, 0xffa0], [0xfff0, 0xfffb], [0xe0000, 0xe0fff]] as const),
];

test('every character that is not seen is told, wherever it stands, and no other', () => {
  const isInvisible = (code: number) => ranges.some(([from, to]) => code >= from && code <= to);
  const wrong: number[] = [];
  for (let code = 0; code <= 0xe1000; code = code === 0x20000 ? 0xdfff0 : code + 1) {
    // Half of a pair by itself; beside a plain sign it stays one.
    const character = code >= 0xd800 && code <= 0xdfff ? String.fromCharCode(code) : String.fromCodePoint(code);
    for (const text of [character, `甲方 a, ${character}。`]) if (hasInvisibleCharacters(text) !== isInvisible(code)) wrong.push(code);
  }
  expect(wrong).toEqual([]);
});

test('a text over several lines and of whole pairs hides nothing', () => {
  expect(hasInvisibleCharacters('第一条\n\tThe “Goods” — 甲方（买方）：￥1,000.00 café 😀 𠮷')).toBe(false);
});
