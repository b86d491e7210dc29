import type { Sentence, TextLanguage } from '../model.ts';

// 相应, 对应, 响应, 反应, 供应, 应收, 应付, 应用 … hold the character but bind nobody.
const bindsZh = /(?<![相对响反供效适感])应(?![收付用急对聘邀诉变])|须|必须|不得|负责|有义务|承诺|保证(?![金人函])|需(?!求|方)/u;
const bindsEn = /\b(?:shall|must|will|agrees? to|undertakes? to|(?:is|are) (?:required|obliged|obligated) to)\b/iu;
// What the Chinese verbs can't do without; a sentence that has none of it needn't be searched.
const bindingMarks = '应须得责义诺证需';
const abbreviation = /(?:\b(?:Co|Ltd|Inc|Corp|No|Nos|Art|Arts|Sec|e\.g|i\.e|etc|vs|Mr|Ms|Dr|St|para|approx)|\b[A-Z]|^\s*\d{1,3}(?:\.\d{1,3})*)$/u;

// What a character is to whoever cuts a text; looked up, because every character of every text is asked for.
const [isOther, isSpace, isHan, isLatin, isWideLatin, endsSentence, isFullStop, mayBind] = [0, 1, 2, 3, 4, 5, 6, 7];
const kinds = new Uint8Array(65_536);
kinds.fill(isHan, 0x4e00, 0xa000);
for (const [first, last, kind] of [['A', 'Z', isLatin], ['a', 'z', isLatin], ['Ａ', 'Ｚ', isWideLatin], ['ａ', 'ｚ', isWideLatin]] as const) kinds.fill(kind, first.charCodeAt(0), last.charCodeAt(0) + 1);
for (const mark of '。；;!！?？\n') kinds[mark.charCodeAt(0)] = endsSentence;
for (const space of ' \r\t\u00A0\u3000') kinds[space.charCodeAt(0)] = isSpace;
kinds['.'.charCodeAt(0)] = isFullStop;
for (const mark of bindingMarks) kinds[mark.charCodeAt(0)] = mayBind;

/** Letters by script, a Han character as two. */
export interface Letters {
  readonly han: number;
  readonly latin: number;
}

/** Cuts a text into sentences; a line's end ends one too. `plain` is the text in half-width characters. The letters are the whole text's. */
export function sentencesOf(text: string, plain: string): { readonly sentences: readonly Sentence[]; readonly letters: Letters } {
  const sentences: Sentence[] = [];
  let [start, han, latin, wide, binding, allHan, allLatin] = [0, 0, 0, 0, 0, 0, 0];
  // The end of the text ends a sentence as a mark does.
  for (let at = 0; at <= text.length; at += 1) {
    const kind = at === text.length ? endsSentence : (kinds[text.charCodeAt(at)] ?? isOther);
    if (kind === isHan) han += 2;
    else if (kind === mayBind) {
      han += 2;
      binding += 1;
    } else if (kind === isLatin) latin += 1;
    else if (kind === isWideLatin) wide += 1;
    else if (kind === endsSentence || (kind === isFullStop && isEnd(text, start, at))) {
      const end = Math.min(at + 1, text.length);
      // Only `plain` has wide letters as Latin ones.
      const language = languageFor(han, latin + wide) === 'en' ? 'en' : 'zh';
      const [from, to] = [afterBlanks(text, start, end), beforeBlanks(text, start, end)];
      if (from < to) {
        const words = plain.slice(from, to);
        sentences.push({ start: from, end: to, text: text.slice(from, to), plain: words, language, binds: language === 'zh' ? binding > 0 && bindsZh.test(words) : bindsEn.test(words) });
      }
      allHan += han;
      allLatin += latin;
      start = end;
      han = 0;
      latin = 0;
      wide = 0;
      binding = 0;
    }
  }
  return { sentences, letters: { han: allHan, latin: allLatin } };
}

/** Whether a full stop ends the sentence that began at `start`, or stands in 3.2, Co. Ltd. or e.g. */
function isEnd(text: string, start: number, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  // Nearly every full stop stands in a number.
  if (next >= zero && next <= nine) return false;
  if (at + 1 < text.length && !/[\s"')]/u.test(text.charAt(at + 1))) return false;
  return !abbreviation.test(text.slice(Math.max(start, at - 12), at));
}

const [zero, nine] = ['0'.charCodeAt(0), '9'.charCodeAt(0)];

function afterBlanks(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

function beforeBlanks(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

function isBlank(code: number): boolean {
  return code === 10 || kinds[code] === isSpace;
}

/** Chinese, English, or both where neither is an aside of the other (a tenth of the letters, a Han character as two). */
export function languageOf(text: string): TextLanguage {
  const { han, latin } = lettersOf(text);
  return languageFor(han, latin);
}

/** The letters of a text by script, a Han character as two. */
export function lettersOf(text: string): Letters {
  let [han, latin] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const kind = kinds[text.charCodeAt(at)];
    if (kind === isHan || kind === mayBind) han += 2;
    else if (kind === isLatin) latin += 1;
  }
  return { han, latin };
}

/** As `languageOf`, of a text whose parts were counted before. */
export function languageOfLetters(parts: readonly Letters[]): TextLanguage {
  let [han, latin] = [0, 0];
  for (const part of parts) {
    han += part.han;
    latin += part.latin;
  }
  return languageFor(han, latin);
}

function languageFor(han: number, latin: number): TextLanguage {
  if (han === 0) return latin === 0 ? 'zh' : 'en';
  const share = latin / (han + latin);
  return share < 0.35 ? 'zh' : share > 0.92 ? 'en' : 'bilingual';
}
