/**
 * The text in half-width digits, letters and punctuation, of the same length: rules match one form of a character only.
 * 。 becomes a full stop too; where a sentence ends is told from the original.
 */
export function toPlain(text: string): string {
  let plain = '';
  for (let from = 0; from < text.length; from += longestPiece) plain += plainPiece(text, from, Math.min(text.length, from + longestPiece));
  return plain;
}

// As many characters as one call may be given as its arguments.
const longestPiece = 4096;

function plainPiece(text: string, from: number, to: number): string {
  // Made at its length: one that grows is copied again and again.
  const codes = new Array<number>(to - from);
  let isPlain = true;
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    const narrow = narrowByWide[code] ?? 0;
    isPlain &&= narrow === 0;
    codes[at - from] = narrow === 0 ? code : narrow;
  }
  return isPlain ? text.slice(from, to) : String.fromCharCode(...codes);
}

/** By the code of a wide character that of its narrow form; 0 for all others. */
const narrowByWide = new Uint16Array(65_536);
for (let code = 0xff01; code <= 0xff5e; code += 1) narrowByWide[code] = code - 0xfee0;
for (const [wide, narrow] of ['\u3000 ', '。.', '￥¥', '“"', '”"', "‘'", "’'"]) narrowByWide[wide?.charCodeAt(0) ?? 0] = narrow?.charCodeAt(0) ?? 0;
