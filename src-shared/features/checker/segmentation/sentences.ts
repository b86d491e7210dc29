import type { Sentence, TextLanguage } from '../model.ts';

// 相应, 对应, 响应, 反应, 供应, 应收, 应付, 应用 … hold the character but bind nobody.
const bindsZh = /(?<![相对响反供效适感])应(?![收付用急对聘邀诉变])|须|必须|不得|负责|有义务|承诺|保证(?![金人函])|需(?!求|方)/u;
const bindsEn = /\b(?:shall|must|will|agrees? to|undertakes? to|(?:is|are) (?:required|obliged|obligated) to)\b/iu;
const abbreviation = /(?:\b(?:Co|Ltd|Inc|Corp|No|Nos|Art|Arts|Sec|e\.g|i\.e|etc|vs|Mr|Ms|Dr|St|para|approx)|\b[A-Z]|^\s*\d{1,3}(?:\.\d{1,3})*)$/u;

const fullStop = 46;
const ends = new Set([...'。；;!！?？\n'].map((mark) => mark.charCodeAt(0)));

/** Cuts a text into sentences; a line's end ends one too. `plain` is the text in half-width characters. */
export function sentencesOf(text: string, plain: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === fullStop) {
      if (at + 1 < text.length && !/[\s"')]/u.test(text.charAt(at + 1))) continue;
      if (abbreviation.test(text.slice(Math.max(start, at - 12), at))) continue;
    } else if (!ends.has(code)) continue;
    push(sentences, text, plain, start, at + 1);
    start = at + 1;
  }
  push(sentences, text, plain, start, text.length);
  return sentences;
}

function push(sentences: Sentence[], text: string, plain: string, from: number, to: number): void {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  if (start === end) return;
  const words = plain.slice(start, end);
  const language = languageOf(words) === 'en' ? 'en' : 'zh';
  sentences.push({ start, end, text: text.slice(start, end), plain: words, language, binds: (language === 'zh' ? bindsZh : bindsEn).test(words) });
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9 || code === 0xa0 || code === 0x3000;
}

/** Chinese, English, or both where neither is an aside of the other (a tenth of the letters, a Han character as two). */
export function languageOf(text: string): TextLanguage {
  return languageOfLetters([lettersOf(text)]);
}

/** The letters of a text by script, a Han character as two. */
export function lettersOf(text: string): { readonly han: number; readonly latin: number } {
  let han = 0;
  let latin = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x4e00 && code <= 0x9fff) han += 2;
    else if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) latin += 1;
  }
  return { han, latin };
}

/** As `languageOf`, of a text whose parts were counted before. */
export function languageOfLetters(parts: readonly ReturnType<typeof lettersOf>[]): TextLanguage {
  let [han, latin] = [0, 0];
  for (const part of parts) {
    han += part.han;
    latin += part.latin;
  }
  if (han === 0) return latin === 0 ? 'zh' : 'en';
  const share = latin / (han + latin);
  return share < 0.35 ? 'zh' : share > 0.92 ? 'en' : 'bilingual';
}
