import type { Clause, ScannedClause, Sentence } from '../model.ts';
import { neededWords } from './needed-words.ts';
import { branchAfter, mayBegin, wordTreeOf } from './word-tree.ts';

// One pass over a clause finds the words of all rules at once, in a tree of their letters. A pattern is then tried only
// on clauses, and on sentences, that hold a word without which it can't match: most rules have nothing to look for in most.

const bitsOfANumber = 30;

/** Makes a pattern one of those whose words are looked for, and gives it back. Call it where the pattern is declared. */
export function trigger(pattern: RegExp): RegExp {
  if (!bits.has(pattern)) {
    bits.set(pattern, { index: Math.floor(bits.size / bitsOfANumber), mask: 1 << (bits.size % bitsOfANumber) });
    finder = null;
  }
  return pattern;
}

/** The clause with where the words of the triggers stand in it. */
export function scanned(clause: Clause): ScannedClause {
  finder ??= finderOf(bits);
  return { ...clause, words: finder.find(clause), width: finder.width, facts: new Map() };
}

/** False when no part of the clause's `plain` can match the pattern; true when it may, or when that isn't known. */
export function mayHold({ words }: ScannedClause, pattern: RegExp): boolean {
  const bit = bits.get(pattern);
  return bit === undefined || isSet(words, 0, bit);
}

/** Whether the clause's `plain` matches a trigger. */
export function holds(clause: ScannedClause, pattern: RegExp): boolean {
  if (!mayHold(clause, pattern)) return false;
  pattern.lastIndex = 0;
  return pattern.test(clause.plain);
}

/** The clause's sentences that may match one of the patterns, in their order. */
export function sentencesThatMayHold({ sentences, words, width }: ScannedClause, first: RegExp, second?: RegExp): readonly Sentence[] {
  const bit = bits.get(first);
  const other = second === undefined ? bit : bits.get(second);
  if (bit === undefined || other === undefined) return sentences;
  if (!isSet(words, 0, bit) && !isSet(words, 0, other)) return none;
  const found: Sentence[] = [];
  let row = 0;
  for (const sentence of sentences) {
    row += width;
    if (isSet(words, row, bit) || isSet(words, row, other)) found.push(sentence);
  }
  return found;
}

/** Triggers as `mayHoldAny` asks for them: the bits of all, those of one number together. */
export function bitsOf(patterns: readonly RegExp[]): readonly Bit[] {
  const known = bitsBySet.get(patterns);
  if (known !== undefined) return known;
  const together: Bit[] = [];
  for (const pattern of patterns) {
    const bit = bits.get(pattern);
    if (bit === undefined) throw new Error(`a rule names a pattern that is not declared as a trigger: ${pattern.source}`);
    const place = together.findIndex(({ index }) => index === bit.index);
    if (place < 0) together.push(bit);
    else together[place] = { index: bit.index, mask: bit.mask | (together[place]?.mask ?? 0) };
  }
  bitsBySet.set(patterns, together);
  return together;
}

/** False when none of the triggers can match in the clause whose `words` these are. */
export function mayHoldAny(words: readonly number[], triggers: readonly Bit[]): boolean {
  // Asked for every rule of every clause: an iterator would cost more than what it gives.
  for (let at = 0; at < triggers.length; at += 1) {
    const bit = triggers[at];
    if (bit !== undefined && isSet(words, 0, bit)) return true;
  }
  return false;
}

/** The triggers, by the order in which they were declared. */
export function knownTriggers(): readonly RegExp[] {
  return [...bits.keys()];
}

/** Where a trigger stands in a row of numbers that hold thirty bits each, as many as an array keeps without a box around them. */
interface Bit {
  readonly index: number;
  readonly mask: number;
}

/** Gives rows of bits, one after the other: for the clause and for each of its sentences the triggers that can match there. */
interface Finder {
  readonly find: (clause: Clause) => readonly number[];
  /** The length of a row. */
  readonly width: number;
}

const bits = new Map<RegExp, Bit>();
// A check asks for those of every rule.
const bitsBySet = new WeakMap<readonly RegExp[], readonly Bit[]>();
let finder: Finder | null = null;

/** Makes what finds the words of patterns. Its tables are constants of one closure: so the engine reads them a tenth faster than from an object that it is given. */
function finderOf(patterns: ReadonlyMap<RegExp, Bit>): Finder {
  const width = Math.ceil(patterns.size / bitsOfANumber);
  // A row with the triggers of which no word is known: they may match anywhere.
  const wordless = new Array<number>(width).fill(0);
  const rowsByWord = new Map<string, number[]>();
  for (const [pattern, bit] of patterns) {
    const words = neededWords(pattern);
    if (words === null) set(wordless, bit);
    for (const word of words ?? []) {
      const row = rowsByWord.get(word) ?? new Array<number>(width).fill(0);
      set(row, bit);
      rowsByWord.set(word, row);
    }
  }
  const tree = wordTreeOf([...rowsByWord.keys()]);
  const triggers = Int32Array.from([...rowsByWord.values()].flat());

  const find = ({ plain, sentences }: Clause): readonly number[] => {
    const words = rowsLike(wordless, sentences.length + 1);
    let sentence = sentences.length;
    // From the end on: what follows a letter is then at hand.
    for (let start = plain.length - 1, following = 0; start >= 0; start -= 1) {
      const code = plain.charCodeAt(start);
      let branch = mayBegin(tree, code, following) ? (tree.first[code] ?? 0) : 0;
      following = code;
      for (let at = start + 1; branch !== 0; at += 1) {
        const word = tree.ends[branch] ?? -1;
        if (word >= 0) {
          // A word that runs on beyond its sentence is part of no match within it, and does no harm.
          while (sentence > 0 && start < (sentences[sentence - 1]?.start ?? 0)) sentence -= 1;
          for (let place = 0; place < width; place += 1) words[sentence * width + place] = (words[sentence * width + place] ?? 0) | (triggers[word * width + place] ?? 0);
        }
        branch = at < plain.length ? branchAfter(tree, branch, plain.charCodeAt(at)) : 0;
      }
    }
    // What is in a sentence is in the clause; what stands before the first one was told of the clause alone.
    for (let row = width; row < words.length; row += width) for (let place = 0; place < width; place += 1) words[place] = (words[place] ?? 0) | (words[row + place] ?? 0);
    return words;
  };
  return { find, width };
}

/** Rows that are all the same to begin with, one after the other. */
function rowsLike(row: readonly number[], count: number): number[] {
  // Made at its length: one that grows is copied again and again.
  const rows = new Array<number>(row.length * count);
  for (let at = 0; at < rows.length; at += row.length) for (let place = 0; place < row.length; place += 1) rows[at + place] = row[place] ?? 0;
  return rows;
}

function set(row: number[], { index, mask }: Bit): void {
  row[index] = (row[index] ?? 0) | mask;
}

const none: readonly never[] = [];

function isSet(words: readonly number[], row: number, { index, mask }: Bit): boolean {
  return ((words[row + index] ?? 0) & mask) !== 0;
}
