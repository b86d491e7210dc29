/** How a line begins that opens a clause or a part of one. The families are told apart, for a text uses several at once. */
export type NumberFamily = 'article' | 'chapter' | 'han' | 'decimal' | 'bracket';

export interface LineNumber {
  /** As printed, without its space: 第三条, 3.2, Article 4, （二）. */
  readonly number: string;
  readonly family: NumberFamily;
  /** What it counts, in figures: 3 for 第三条, 3.2 for 3.2. */
  readonly key: string;
  /** Parts of the number: 1 for 3., 2 for 3.2. */
  readonly depth: number;
  /** Where the words begin. */
  readonly length: number;
}

const han = '[零〇一二三四五六七八九十百千]';
const families: readonly { readonly family: NumberFamily; readonly pattern: RegExp }[] = [
  { family: 'article', pattern: new RegExp(`^(第(?:${han}{1,6}|\\d{1,4})条|(?:Article|Section|Clause) \\d{1,3}(?:\\.\\d{1,3}){0,4})[\\s:.、]*`, 'iu') },
  { family: 'chapter', pattern: new RegExp(`^(第(?:${han}{1,6}|\\d{1,4})[章编篇]|(?:Chapter|Part) [\\dIVXLC]{1,6})[\\s:.、]*`, 'iu') },
  { family: 'han', pattern: new RegExp(`^(${han}{1,6})[、.]\\s*`, 'u') },
  { family: 'decimal', pattern: /^(\d{1,3}(?:\.\d{1,3}){1,5})(?![\d%])[\s.、)]*|^(\d{1,3})(?:[.、)](?!\d)\s*|\s+(?=[A-Z\u4E00-\u9FFF]))/u },
  { family: 'bracket', pattern: new RegExp(`^(\\((?:${han}{1,6}|\\d{1,3}|[a-z]|[ivx]{1,5})\\)|[①-⑳])\\s*`, 'u') },
];

// Most lines begin with a word; one look at the first character spares them the families, and each family has its own.
const byFirst: Readonly<Record<string, readonly NumberFamily[]>> = {
  ...Object.fromEntries([...'0123456789'].map((digit) => [digit, ['decimal']])),
  ...Object.fromEntries([...'零〇一二三四五六七八九十百千'].map((digit) => [digit, ['han']])),
  ...Object.fromEntries([...'(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'].map((mark) => [mark, ['bracket']])),
  ...Object.fromEntries([...'第acpsACPSſ'].map((letter) => [letter, ['article', 'chapter']])),
};
const familiesByFirst = new Map(Object.entries(byFirst).map(([first, of]) => [first.charCodeAt(0), families.filter(({ family }) => of.includes(family))]));

/** The number that a line begins with; the line in half-width characters. Null for a line without one. */
export function numberOf(plainLine: string): LineNumber | null {
  const possible = familiesByFirst.get(plainLine.charCodeAt(0));
  if (possible === undefined) return null;
  for (const { family, pattern } of possible) {
    const found = pattern.exec(plainLine);
    if (found === null) continue;
    const number = found[1] ?? found[2] ?? '';
    // 120 sets of …, 2026 …: a bare figure without a mark after it numbers a clause only while it is small.
    const depth = depthOf(number);
    if (family === 'decimal' && depth === 1 && Number(number) > 60) return null;
    return { number, family, key: family === 'decimal' ? number : keyOf(number), depth, length: found[0].length };
  }
  return null;
}

/** Counted by hand: nearly every line of a contract has a number, and splitting it costs more than finding it. */
function depthOf(number: string): number {
  let depth = 1;
  for (let at = 0; at < number.length; at += 1) if (number.charCodeAt(at) === point) depth += 1;
  return depth;
}

const point = '.'.charCodeAt(0);

/** The family that opens a clause of the first level in these lines: the highest one that they use at least twice, or once. */
export function topFamily(lines: readonly { readonly number: LineNumber | null; readonly cells: unknown }[]): NumberFamily | null {
  const uses = { article: 0, han: 0, decimal: 0 };
  let only: NumberFamily | null = null;
  for (const { number, cells } of lines) {
    if (number === null || cells !== null) continue;
    const { family, depth } = number;
    if (family === 'bracket' || family === 'chapter') continue;
    if (family !== 'decimal' || depth === 1) uses[family] += 1;
    if (depth === 1) only ??= family;
  }
  return (['article', 'han', 'decimal'] as const).find((family) => uses[family] > 1) ?? only;
}

/** The count of a number in figures, whatever they are written in: 第三条 → 3, clause 3.2 → 3.2, 十二 → 12; 0 for one without any. */
export function keyOf(number: string): string {
  return /\d{1,3}(?:\.\d{1,3})*/u.exec(number)?.[0] ?? String(hanToNumber(/[零〇一二三四五六七八九十百]{1,6}/u.exec(number)?.[0] ?? ''));
}

/** 第三条 → 3, 十二 → 12, 3.2 → null: the count of a first-level number, null where it has none. */
export function countOf(number: string): number | null {
  const found = /\d{1,4}(?:\.\d)?|[零〇一二三四五六七八九十百]{1,6}/u.exec(number)?.[0];
  if (found === undefined || found.includes('.')) return null;
  return /\d/.test(found) ? Number(found) : hanToNumber(found);
}

const digits = new Map(['零〇', '一', '二两', '三', '四', '五', '六', '七', '八', '九'].flatMap((written, digit) => [...written].map((character) => [character.charCodeAt(0), digit] as const)));
const units = new Map([...'十百千'].map((character, index) => [character.charCodeAt(0), 10 ** (index + 1)]));

/** A Chinese number below 1,000 as written in 第十二条. */
export function hanToNumber(text: string): number {
  let total = 0;
  let digit = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const unit = units.get(code);
    if (unit === undefined) digit = digits.get(code) ?? -1;
    else {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    }
  }
  return total + digit;
}
