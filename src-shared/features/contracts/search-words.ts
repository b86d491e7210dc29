/** One word of the index: a character that stands alone, or a run of letters and digits, which may go on. */
export interface WordPart {
  readonly text: string;
  /** Where it begins in the folded text. */
  readonly at: number;
  readonly goesOn: boolean;
}

/**
 * A text without what people don't type: width, case, accents (`café` is `cafe`), and the radicals that PDF text has in
 * place of characters (⻓ for 长; runtime.md, "Kangxi trap"). Compatibility forms are those of NFKC.
 */
export function foldedText(text: string): string {
  const plain = text.normalize('NFKD').replace(accents, '').normalize('NFC').toLowerCase().replaceAll('ς', 'σ');
  return radical.test(plain) ? plain.replace(everyRadical, (one) => characterByRadical[one] ?? one) : plain;
}

/** The folded text, and for each of its UTF-16 units where in the text what it stands for starts and ends. */
export function foldedWithPlaces(text: string): { readonly folded: string; readonly starts: readonly number[]; readonly ends: readonly number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: piece, index } of text.matchAll(characters)) {
    // Most characters stand for themselves, and asking costs more than all the rest.
    const plain = piece.length === 1 && plainCharacter.test(piece) ? piece : foldedText(piece);
    folded += plain;
    for (let unit = 0; unit < plain.length; unit += 1) {
      starts.push(index);
      ends.push(index + piece.length);
    }
  }
  return { folded, starts, ends };
}

/** The words of a folded text in their order; everything but letters, digits and their marks separates. */
export function wordParts(folded: string): readonly WordPart[] {
  return Array.from(folded.matchAll(words), ({ 0: text, 1: alone, index }) => ({ text, at: index, goesOn: alone === undefined }));
}

const plainCharacter = /[ -@[-~\u4E00-\u9FFF]/;
const accents = /[\u0300-\u036F]/g;
// A character with the marks on it; half-width kana carry theirs as characters of their own.
const characters = /\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gu;
const words = /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{M}\p{N}])+/gu;

const radical = /[\u2E80-\u2EFF]/;
const everyRadical = /[\u2E80-\u2EFF]/g;
// The simplified radicals of the CJK Radicals Supplement, which NFKC leaves (Unicode, EquivalentUnifiedIdeograph.txt).
const characterByRadical: Readonly<Record<string, string>> = {
  '⺠': '民', '⺟': '母', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车', '⻓': '长', '⻔': '门', '⻘': '青',
  '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马', '⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤',
  '⻨': '麦', '⻩': '黄', '⻬': '齐', '⻮': '齿', '⻰': '龙', '⻳': '龟',
};
