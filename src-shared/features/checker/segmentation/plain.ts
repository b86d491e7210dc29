/**
 * The text in half-width digits, letters and punctuation, of the same length: rules match one form of a character only.
 * 。 becomes a full stop too; where a sentence ends is told from the original.
 */
export function toPlain(text: string): string {
  if (!needsPlain.test(text)) return text;
  return text.replace(everyWide, (character) => special[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

const needsPlain = /[\uFF01-\uFF5E\u3000。￥“”‘’]/;
const everyWide = /[\uFF01-\uFF5E\u3000。￥“”‘’]/g;
const special: Readonly<Record<string, string>> = { '\u3000': ' ', '。': '.', '￥': '¥', '“': '"', '”': '"', '‘': "'", '’': "'" };
