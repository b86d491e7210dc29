import type { Clause, ScannedClause, Sentence } from '../model.ts';
import { neededWords } from './needed-words.ts';
import { branchAfter, wordTreeOf, type WordTree } from './word-tree.ts';

// One pass over a clause finds the words of all rules at once, in a tree of their letters. A pattern is then tried only
// on clauses, and on sentences, that hold a word without which it can't match: most rules have nothing to look for in most.

const bitsOfANumber = 30;

/** Makes a pattern one of those whose words are looked for, and gives it back. Call it where the pattern is declared. */
export function trigger(pattern: RegExp): RegExp {
  if (!bits.has(pattern)) {
    bits.set(pattern, { index: Math.floor(bits.size / bitsOfANumber), mask: 1 << (bits.size % bitsOfANumber) });
    vocabulary = null;
  }
  return pattern;
}

/** The clause with where the words of the triggers stand in it. */
export function scanned(clause: Clause): ScannedClause {
  vocabulary ??= vocabularyOf(bits);
  return { ...clause, words: wordsIn(clause, vocabulary), width: vocabulary.wordless.length, facts: new Map() };
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
export function sentencesThatMayHold({ sentences, words, width }: ScannedClause, first: RegExp, second = first): readonly Sentence[] {
  const [bit, other] = [bits.get(first), bits.get(second)];
  if (bit === undefined || other === undefined) return sentences;
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

/** False when none of the triggers can match in the clause. */
export function mayHoldAny({ words }: ScannedClause, triggers: readonly Bit[]): boolean {
  for (const bit of triggers) if (isSet(words, 0, bit)) return true;
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

interface Vocabulary {
  readonly tree: WordTree;
  /** For each word of the tree the triggers that need it. */
  readonly triggers: readonly (readonly Bit[])[];
  /** A row with the triggers of which no word is known: they may match anywhere. */
  readonly wordless: readonly number[];
}

const bits = new Map<RegExp, Bit>();
// A check asks for those of every rule.
const bitsBySet = new WeakMap<readonly RegExp[], readonly Bit[]>();
let vocabulary: Vocabulary | null = null;

function wordsIn({ plain, sentences }: Clause, { tree, triggers, wordless }: Vocabulary): readonly number[] {
  const { first, ends } = tree;
  const width = wordless.length;
  const words: number[] = [];
  for (let row = 0; row <= sentences.length; row += 1) for (let place = 0; place < width; place += 1) words.push(wordless[place] ?? 0);
  let [row, end] = [0, 0];
  for (let start = 0; start < plain.length; start += 1) {
    let branch = first[plain.charCodeAt(start)] ?? 0;
    for (let at = start + 1; branch !== 0; at += 1) {
      const word = ends[branch] ?? -1;
      if (word >= 0) {
        // A word that runs on beyond its sentence is part of no match within it, and does no harm.
        while (start >= end && row < sentences.length) {
          end = sentences[row]?.end ?? 0;
          row += 1;
        }
        for (const bit of triggers[word] ?? none) set(words, row * width, bit);
      }
      branch = at < plain.length ? branchAfter(tree, branch, plain.charCodeAt(at)) : 0;
    }
  }
  // What is in a sentence is in the clause; what stands before the first one was told of the clause alone.
  for (let place = width; place < words.length; place += 1) words[place % width] = (words[place % width] ?? 0) | (words[place] ?? 0);
  return words;
}

const none: readonly Bit[] = [];

function vocabularyOf(patterns: ReadonlyMap<RegExp, Bit>): Vocabulary {
  const wordless = new Array<number>(Math.ceil(patterns.size / bitsOfANumber)).fill(0);
  const triggersByWord = new Map<string, Bit[]>();
  for (const [pattern, bit] of patterns) {
    const words = neededWords(pattern);
    if (words === null) set(wordless, 0, bit);
    for (const word of words ?? []) triggersByWord.set(word, [...(triggersByWord.get(word) ?? []), bit]);
  }
  return { tree: wordTreeOf([...triggersByWord.keys()]), triggers: [...triggersByWord.values()], wordless };
}

function set(words: number[], row: number, { index, mask }: Bit): void {
  words[row + index] = (words[row + index] ?? 0) | mask;
}

function isSet(words: readonly number[], row: number, { index, mask }: Bit): boolean {
  return ((words[row + index] ?? 0) & mask) !== 0;
}
