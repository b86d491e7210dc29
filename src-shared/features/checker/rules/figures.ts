import { hanToNumber } from '../segmentation/numbers.ts';

/** English numbers below twenty, in their order, and the tens from twenty on. */
export const small = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];
export const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const capitals = '壹贰叁肆伍陆柒捌玖拾';

/** The count that a text has in figures, in Chinese below 1,000 (also 壹贰叁), or in English words; 0 for what is none of them. */
export function figureToNumber(figure: string): number {
  if (/\d/u.test(figure)) return Number(figure);
  if (/[a-z]/iu.test(figure)) return englishNumber(figure) ?? 0;
  return hanToNumber(figure.replace(new RegExp(`[${capitals}]`, 'gu'), (written) => '一二三四五六七八九十'[capitals.indexOf(written)] ?? written));
}

/** One hundred and twenty → 120, thirty-six → 36; null for what is no one number: hundreds, one hundred and two hundred. */
export function englishNumber(words: string): number | null {
  let [total, part] = [0, 0];
  for (const one of words.toLowerCase().split(/[\s-]+/u)) {
    if (one === 'and') continue;
    if (one === 'hundred') {
      if (part === 0 || part > 99) return null;
      part *= 100;
    } else if (one === 'thousand') {
      if (part === 0 || total > 0) return null;
      [total, part] = [part * 1000, 0];
    } else {
      const isTens = tens.includes(one);
      const value = isTens ? (tens.indexOf(one) + 2) * 10 : small.indexOf(one);
      if (part % 100 !== 0 && (isTens || part % 100 < 20 || part % 10 !== 0 || value > 9)) return null;
      part += value;
    }
  }
  return total + part;
}
