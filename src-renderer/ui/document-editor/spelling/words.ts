import { wordKey } from '#shared/features/spelling/model.ts';

/** A word of a text with its place: offsets in UTF-16 units, end exclusive. */
export interface TextWord {
  /** As the dictionary writes it: a straight apostrophe, and without what a possessive adds. */
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** Stands in a block's letters for what is no letter: a value, a reference, a picture. */
export const noLetter = '\uFFFC';

/**
 * The words of a text whose spelling can be looked at, in its order. Left out is what is no English word by its look:
 * addresses of mail and web, file names, placeholders, whatever holds a digit, abbreviations in capitals, CamelCase,
 * numbers of clauses in Roman letters, words with foreign letters, and names among Chinese words or written in pinyin.
 */
export function checkableWords(text: string): readonly TextWord[] {
  if (!/[A-Za-z]{2}/.test(text)) return [];
  const masked = text.replace(/\{\{[^{}]{0,80}\}\}/g, blanks).replace(/[\x21-\x7E]{4,300}/g, (piece) => piece.replace(address, blanks));
  const words: TextWord[] = [];
  for (const match of masked.matchAll(run)) {
    const whole = match[0].replaceAll('’', "'");
    const word = whole.replace(/'s?$/i, '');
    const [from, to] = [match.index, match.index + word.length];
    if (isWord(word) && !isNumeral(word, masked, from, to) && !isChineseName(word, masked, from, to)) words.push({ word, from, to });
  }
  return words;
}

/** Names of companies in a text, as their legal form tells them: Sailcloud Marine Co., Ltd. */
export function companyNames(text: string): readonly string[] {
  return text.match(company) ?? [];
}

const company = /(?:\b[A-Z][A-Za-z&'’-]{0,40} (?:\([A-Z][A-Za-z ]{0,30}\) )?){1,6}(?:Co\.?,? ?Ltd|Pte\.? Ltd|Ltd|Limited|Inc|LLC|LLP|Corp|Corporation|PLC|GmbH|AG|B\.V|S\.A)\b/g;

/** The keys of all Latin words in names, of parties for one: they pass wherever they stand. */
export function nameKeys(names: readonly string[]): readonly string[] {
  return names.flatMap((name) => name.match(/[A-Za-z](?:[A-Za-z'’]*[A-Za-z])?/g) ?? []).map((word) => wordKey(word.replace(/['’]s$/i, '')));
}

/** Addresses of mail and web, domains and file names. Looked for in short pieces without blanks: in long ones it would take its time. */
const address =
  /(?:https?:\/\/|www\.)[^)]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b[\w-]+(?:\.[\w-]+){0,3}\.(?:com|cn|net|org|io|gov|edu|eu|de|uk|hk|sg|docx?|xlsx?|pptx?|pdf|txt|csv|zip)\b/gi;

function blanks(found: string): string {
  return ' '.repeat(found.length);
}

const run = /[\p{Script=Latin}\p{M}\p{N}_]+(?:['’][\p{Script=Latin}\p{M}]+)*/gu;

function isWord(word: string): boolean {
  return word.length > 1 && word.length <= 60 && /^[A-Za-z']+$/.test(word) && !/[A-Z].*[A-Z]|[a-z][A-Z]/.test(word);
}

/** (iii), and short letters that only number what follows. */
function isNumeral(word: string, text: string, from: number, to: number): boolean {
  if (text.charAt(to) === ')' && word.length <= 3 && /[(\s]/.test(text.charAt(from - 1) || ' ') && /^(?:[ivx]+|([a-z])\1)$/.test(word)) return true;
  return /^(?:x{0,3}(?:ix|iv|v?i{1,3}))$/.test(word);
}

/** 深圳Huawei技术, Beichen（深圳）有限公司, Zhang Xiaoming: names that no dictionary has. */
function isChineseName(word: string, text: string, from: number, to: number): boolean {
  const [before, behind] = [text.charAt(from - 1), text.charAt(to)];
  const isCapital = /^[A-Z]/.test(word);
  if (han.test(before) && han.test(behind)) return true;
  if (isCapital && (han.test(before) || han.test(behind) || /^\s?[（(]\p{Script=Han}/u.test(text.slice(to, to + 3)))) return true;
  return isCapital && pinyin.test(word);
}

const han = /\p{Script=Han}/u;

const syllables = [
  '[bp](?:ai?|ao|ang?|ei|eng?|i(?:an|ao|e|ng?)?|o|ou|u)',
  'm(?:ai?|ao|ang?|ei?|eng?|i(?:an|ao|e|ng?|u)?|o|ou|u)',
  'f(?:ang?|a|ei|eng?|o|ou|u)',
  '[dt](?:ai?|ao|ang?|ei?|eng|i(?:an|ao|e|ng|u|a)?|ong|ou|u(?:an|i|n|o)?)',
  '[nl](?:ai?|ao|ang?|ei?|eng?|i(?:ang?|ao|e|ng?|u|a)?|o|ong|ou|u(?:an|n|o|e)?)',
  '[gkh](?:ai?|ao|ang?|ei?|eng?|ong|ou|u(?:a|ai|ang?|i|n|o)?)',
  '[jqx](?:i(?:a|ang?|ao|e|ng?|ong|u)?|u(?:an|e|n)?)',
  '(?:[zcs]h?)(?:ai?|ao|ang?|ei?|eng?|i|ong|ou|u(?:a|ai|ang?|i|n|o)?)',
  'r(?:ang?|ao|e|eng?|i|ong|ou|u(?:an|i|n|o)?)',
  'y(?:a|ang?|ao|e|i|ing?|o|ong|ou|u|uan|ue|un)',
  'w(?:ai?|ang?|ei|eng?|o|u)',
  "'?(?:ai?|ao|ang?|ei?|eng?|er|o|ou)",
];
const pinyin = new RegExp(`^(?:${syllables.join('|')}){1,4}$`, 'i');
