import { describe, expect, it } from 'vitest';
import { toOrdinaryCharacters, unifyTextMap } from '../../../src-main/pdf/text-maps.ts';

describe('text maps', () => {
  it('names a Kangxi radical by its ordinary ideograph', () => {
    expect(toOrdinaryCharacters('⼀⽅⻰⻔')).toBe('一方龙门');
  });

  it('names the radical of 户 by the simplified character', () => {
    expect(toOrdinaryCharacters('⽤⼾')).toBe('用户');
  });

  it('names a rare twin by the common character', () => {
    expect(toOrdinaryCharacters('橡㬵〜∕')).toBe('橡胶～／');
  });

  it('leaves every other character alone', () => {
    const text = '甲方 Party A ¥1，（）“” 𠮷 e\u0301';
    expect(toOrdinaryCharacters(text)).toBe(text);
  });

  it('rewrites single entries of a map', () => {
    const { text, entries } = unifyTextMap('2 beginbfchar\n<0001> <2F45>\n<0002> <0041>\nendbfchar');
    expect(text).toBe('2 beginbfchar\n<0001> <65B9>\n<0002> <0041>\nendbfchar');
    expect(entries).toBe(1);
  });

  it('spells out a range that touches a radical', () => {
    const { text } = unifyTextMap('1 beginbfrange\n<0001> <0002> <2F44>\nendbfrange');
    expect(text).toBe('2 beginbfchar\n<0001> <6B20>\n<0002> <65B9>\nendbfchar'.replace('6B20', toHex('⽄')));
  });

  it('keeps a range that touches none', () => {
    const map = '1 beginbfrange\n<0001> <0009> <0041>\nendbfrange';
    expect(unifyTextMap(map)).toEqual({ text: map, entries: 0 });
  });
});

function toHex(radical: string): string {
  return radical.normalize('NFKC').charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
