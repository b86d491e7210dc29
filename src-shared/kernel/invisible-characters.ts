/**
 * True for characters that a reader doesn't see and that can make a text say other than it shows: controls other than
 * line break and tab, zero-width and filler characters, soft hyphen, bidirectional marks and overrides, tags, and
 * lone halves of surrogate pairs (Unicode UTS 39, "Trojan Source").
 */
export function hasInvisibleCharacters(text: string): boolean {
  // Nearly every text is of these, and to tell that takes a fraction of the time.
  return !everyday.test(text) && invisible.test(text);
}

const everyday = /^[\t\n -~\u00A1-\u00AC\u2010-\u2027\u3000-\u3003\u3008-\u3011\u4E00-\u9FFF\uFF01-\uFF5E]*$/;
const invisible = /[\p{Cs}\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\u{E0000}-\u{E0FFF}]/u;
