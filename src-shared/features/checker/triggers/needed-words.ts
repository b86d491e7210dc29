/**
 * What a pattern can't match without: every match of it holds at least one of the words given, in small letters. Null
 * where nothing of the kind can be told. Read from the pattern's source, so that the words follow whatever changes there;
 * the longest and fewest words that serve are chosen.
 */
export function neededWords({ source }: RegExp): readonly string[] | null {
  const reading = { source, at: 0 };
  const whole = alternatives(reading);
  if (reading.at < source.length) throw new Error(`a pattern is not understood from ${reading.at} on: ${source}`);
  return neededOf(whole)?.filter((word, _, all) => !all.some((other) => other !== word && word.includes(other))) ?? null;
}

/** A letter as patterns compare them that take no heed of case; the two odd letters that fold to Latin ones as well. */
export function foldedCode(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  return code === 0x17f ? 115 : code === 0x212a ? 107 : code;
}

interface Reading {
  readonly source: string;
  at: number;
}

/**
 * What a part of a pattern matches. `exact`: all the words that it can be, where those are few; `needed`: some of what each
 * match holds; `first`: the letters that it can begin with, where those are few; `isOptional`: it can be nothing.
 */
interface Part {
  readonly exact: readonly string[] | null;
  readonly needed: readonly string[] | null;
  readonly first: readonly string[] | null;
  readonly isOptional: boolean;
}

const nothing: Part = { exact: [''], needed: null, first: [], isOptional: true };
const anything: Part = { exact: null, needed: null, first: null, isOptional: true };
const anyLetter: Part = { ...anything, isOptional: false };
// What \s stands for.
const spaces: readonly string[] = [...'\t\n\v\f\r \u00a0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff', ...Array.from({ length: 11 }, (_, index) => String.fromCharCode(0x2000 + index))];
const mostExact = 64;
const largestClass = 24;

function neededOf({ exact, needed }: Pick<Part, 'exact' | 'needed'>): readonly string[] | null {
  const own = exact !== null && exact.every((word) => word !== '') ? exact : null;
  return better(needed, own);
}

/** Of two lists the one whose shortest word is longer, then the one with fewer words; a figure says least, it stands everywhere, and a sign as much as two letters. */
function better(one: readonly string[] | null, other: readonly string[] | null): readonly string[] | null {
  if (one === null || other === null) return one ?? other;
  const shortest = (words: readonly string[]) => Math.min(4, ...words.map((word) => (/^\d$/u.test(word) ? 0 : /^[%‰]$/u.test(word) ? 2 : word.length)));
  const gain = shortest(other) - shortest(one);
  return gain > 0 || (gain === 0 && other.length < one.length) ? other : one;
}

function alternatives(reading: Reading): Part {
  const parts = [sequence(reading)];
  while (reading.source[reading.at] === '|') {
    reading.at += 1;
    parts.push(sequence(reading));
  }
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const exact = together(parts.map((part) => part.exact));
  return {
    exact: exact !== null && exact.length <= mostExact ? exact : null,
    needed: together(parts.map(neededOf)),
    first: together(parts.map(({ first }) => first)),
    isOptional: parts.some(({ isOptional }) => isOptional),
  };
}

/** All the words of several lists; null where one of them isn't known. */
function together(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  return lists.every((words) => words !== null) ? [...new Set(lists.flatMap((words) => words ?? []))] : null;
}

function sequence(reading: Reading): Part {
  const parts: Part[] = [];
  while (reading.at < reading.source.length && reading.source[reading.at] !== '|' && reading.source[reading.at] !== ')') parts.push(repeated(reading, single(reading)));
  const first = firstOf(parts);
  const isOptional = parts.every((part) => part.isOptional);
  let run: readonly string[] = [''];
  let needed: readonly string[] | null = null;
  let isWhole = true;
  for (const [place, part] of parts.entries()) {
    if (part.exact !== null && run.length * part.exact.length <= mostExact) {
      run = joined(run, part.exact);
      continue;
    }
    isWhole = false;
    needed = better(better(needed, neededOf({ exact: withNext(run, parts.slice(place)), needed: null })), neededOf(part));
    run = part.exact ?? [''];
  }
  return isWhole ? { exact: run, needed: null, first, isOptional } : { exact: null, needed: better(needed, neededOf({ exact: run, needed: null })), first, isOptional };
}

/** The letters that a row of parts can begin with; null where that may be any, or what comes after the row. */
function firstOf(parts: readonly Part[]): readonly string[] | null {
  const last = parts.findIndex(({ isOptional }) => !isOptional);
  return last < 0 ? null : together(parts.slice(0, last + 1).map(({ first }) => first));
}

/** Words with the letter that must follow them, where that is one of few: 约 before a figure says more than 约. */
function withNext(run: readonly string[], after: readonly Part[]): readonly string[] {
  const next = run.includes('') ? null : firstOf(after);
  // 大约 ends in 约: whatever follows the one follows the other.
  const least = run.filter((word) => !run.some((other) => other !== word && word.endsWith(other)));
  return next === null || least.length * next.length > mostExact ? run : joined(least, next);
}

function joined(words: readonly string[], next: readonly string[]): readonly string[] {
  return next.length === 1 && next[0] === '' ? words : words.flatMap((word) => next.map((one) => word + one));
}

/** A part with the quantifier that follows it. */
function repeated(reading: Reading, part: Part): Part {
  const found = /^(?:[*+?]|\{(\d+)(?:(,)(\d*))?\})\??/u.exec(reading.source.slice(reading.at));
  if (found === null) return part;
  reading.at += found[0].length;
  const [mark, from, comma] = found;
  if (mark.startsWith('?') || (from === '0' && found[3] === '1')) return { exact: part.exact === null ? null : [...new Set([...part.exact, ''])], needed: null, first: part.first, isOptional: true };
  if (mark.startsWith('*') || from === '0') return { ...anything, first: part.first };
  if (from === '1' && comma === undefined) return part;
  return { exact: null, needed: neededOf(part), first: part.first, isOptional: part.isOptional };
}

function single(reading: Reading): Part {
  const character = reading.source.charAt(reading.at);
  reading.at += 1;
  if (character === '(') return group(reading);
  if (character === '[') return characterClass(reading);
  if (character === '\\') return escaped(reading);
  if (character === '^' || character === '$') return nothing;
  return character === '.' ? anyLetter : literal(character);
}

function group(reading: Reading): Part {
  const head = /^\?(?:[:=!]|<[=!]|<\w+>)/u.exec(reading.source.slice(reading.at))?.[0] ?? '';
  reading.at += head.length;
  const inner = alternatives(reading);
  reading.at += 1;
  // What is looked for beside the match is no part of it.
  return /[=!]$/u.test(head) ? nothing : inner;
}

function escaped(reading: Reading): Part {
  const character = reading.source.charAt(reading.at);
  reading.at += 1;
  if (character === 'b' || character === 'B') return nothing;
  if (character === 'd') return oneOf([...'0123456789']);
  if (character === 's') return { exact: null, needed: null, first: spaces, isOptional: false };
  if (character === 'p' || character === 'P') {
    reading.at = reading.source.indexOf('}', reading.at) + 1;
    return anyLetter;
  }
  return 'wWSD'.includes(character) ? anyLetter : literal(codeOf(reading, character));
}

/** The letter that an escape stands for; the place is after the letter that follows the backslash. */
function codeOf(reading: Reading, character: string): string {
  if (character !== 'u') return { n: '\n', r: '\r', t: '\t' }[character] ?? character;
  const hexadecimal = reading.source.slice(reading.at, reading.at + 4);
  reading.at += 4;
  return String.fromCharCode(Number.parseInt(hexadecimal, 16));
}

function literal(character: string): Part {
  const code = character.charCodeAt(0);
  // Letters beyond ASCII that have two cases would need a table; the rules use none.
  if (code > 127 && character.toLowerCase() !== character.toUpperCase()) return anyLetter;
  return oneOf([String.fromCharCode(foldedCode(code))]);
}

function characterClass(reading: Reading): Part {
  const isNegated = reading.source.charAt(reading.at) === '^';
  if (isNegated) reading.at += 1;
  const members = new Set<string>();
  let isOpen = isNegated;
  while (reading.source.charAt(reading.at) !== ']') {
    const from = member(reading);
    const isRange = reading.source.charAt(reading.at) === '-' && reading.source.charAt(reading.at + 1) !== ']';
    if (isRange) reading.at += 1;
    const to = isRange ? member(reading) : from;
    if (from === null || to === null || (isRange && to.charCodeAt(0) - (from[0] ?? '').charCodeAt(0) > largestClass)) isOpen = true;
    else if (isRange) for (let code = (from[0] ?? '').charCodeAt(0); code <= to.charCodeAt(0); code += 1) members.add(String.fromCharCode(code));
    else for (const each of from) members.add(each);
  }
  reading.at += 1;
  if (isOpen || members.size > largestClass) return anyLetter;
  const parts = [...members].map((each) => literal(each));
  const letters = together(parts.map(({ exact }) => exact));
  return letters === null ? anyLetter : oneOf(letters);
}

function oneOf(letters: readonly string[]): Part {
  return { exact: letters, needed: null, first: letters, isOptional: false };
}

/** The letters that one member of a class stands for; null where those are many. */
function member(reading: Reading): string | null {
  const character = reading.source.charAt(reading.at);
  reading.at += 1;
  if (character !== '\\') return character;
  const next = reading.source.charAt(reading.at);
  reading.at += 1;
  if (next === 'd') return '0123456789';
  if (next === 'p' || next === 'P') {
    reading.at = reading.source.indexOf('}', reading.at) + 1;
    return null;
  }
  return 'wWsSD'.includes(next) ? null : codeOf(reading, next);
}
