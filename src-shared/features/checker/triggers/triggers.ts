import type { Clause } from '../model.ts';
import { foldedCode, neededWords } from './needed-words.ts';

// One pass over a clause finds the words of all rules at once, in a tree of their letters. A pattern is then tried only
// on clauses that hold a word without which it can't match: most rules have nothing to look for in most clauses.

/** Makes a pattern one of those whose words are looked for, and gives it back. Call it where the pattern is declared. */
export function trigger(pattern: RegExp): RegExp {
  if (!numbers.has(pattern)) {
    numbers.set(pattern, numbers.size);
    tree = null;
  }
  return pattern;
}

/** False when no part of the clause's `plain` can match the pattern, or true when it may, or when that isn't known. */
export function mayHold(clause: Clause, pattern: RegExp): boolean {
  const number = numbers.get(pattern);
  if (number === undefined) return true;
  return ((wordsIn(clause)[number >> 5] ?? 0) & (1 << (number & 31))) !== 0;
}

/** Triggers as the bits that `mayHoldAny` compares. */
export function bitsOf(patterns: readonly RegExp[]): Int32Array {
  const bits = new Int32Array((numbers.size + 31) >> 5);
  for (const pattern of patterns) {
    const number = numbers.get(pattern);
    if (number === undefined) throw new Error(`a rule names a pattern that is not declared as a trigger: ${pattern.source}`);
    bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
  }
  return bits;
}

/** False when none of the triggers can match in the clause that the words are of. */
export function mayHoldAny(words: Int32Array, triggers: Int32Array): boolean {
  for (let index = 0; index < triggers.length; index += 1) if (((words[index] ?? 0) & (triggers[index] ?? 0)) !== 0) return true;
  return false;
}

/** The triggers, by the order in which they were declared. */
export function knownTriggers(): readonly RegExp[] {
  return [...numbers.keys()];
}

const numbers = new Map<RegExp, number>();
const found = new WeakMap<Clause, { readonly by: Tree; readonly bits: Int32Array }>();
let tree: Tree | null = null;

interface Tree {
  /** The branch that a first letter leads to; 0 for a letter that begins no word. */
  readonly first: Uint16Array;
  /** 1 for a letter that is the second of some word: most letters that begin one aren't followed by such. */
  readonly second: Uint8Array;
  /** Branches by their number, with the letters that lead on from them and the triggers whose word ends there. */
  readonly branches: readonly (Branch | undefined)[];
  /** The bits of the triggers of which no word is known: they may always match. */
  readonly always: Int32Array;
}

interface Branch {
  readonly next: Map<number, number>;
  readonly ends: number[];
}

/** The triggers whose words stand in a clause, as bits; kept for as long as the clause is. */
export function wordsIn(clause: Clause): Int32Array {
  tree ??= treeOf([...numbers.keys()]);
  const known = found.get(clause);
  if (known?.by === tree) return known.bits;
  const bits = scan(clause.plain, tree);
  found.set(clause, { by: tree, bits });
  return bits;
}

function scan(plain: string, { first, second, branches, always }: Tree): Int32Array {
  const bits = always.slice();
  const length = plain.length;
  for (let start = 0; start < length; start += 1) {
    const entry = first[plain.charCodeAt(start)] ?? 0;
    if (entry === 0) continue;
    let branch = branches[entry];
    if (branch?.ends.length === 0 && (start + 1 === length || second[plain.charCodeAt(start + 1)] === 0)) continue;
    for (let at = start + 1; branch !== undefined; at += 1) {
      for (const number of branch.ends) bits[number >> 5] = (bits[number >> 5] ?? 0) | (1 << (number & 31));
      const next = at < length && branch.next.size > 0 ? branch.next.get(foldedCode(plain.charCodeAt(at))) : undefined;
      branch = next === undefined ? undefined : branches[next];
    }
  }
  return bits;
}

function treeOf(patterns: readonly RegExp[]): Tree {
  const first = new Uint16Array(65_536);
  const second = new Uint8Array(65_536);
  const branches: (Branch | undefined)[] = [undefined];
  const always = new Int32Array((patterns.length + 31) >> 5);
  const grow = () => branches.push({ next: new Map(), ends: [] }) - 1;
  for (const [number, pattern] of patterns.entries()) {
    const words = neededWords(pattern);
    if (words === null) always[number >> 5] = (always[number >> 5] ?? 0) | (1 << (number & 31));
    for (const word of words ?? []) {
      const start = word.charCodeAt(0);
      let branch = (first[start] ||= grow());
      for (let at = 1; at < word.length; at += 1) {
        const next = branches[branch]?.next;
        const code = word.charCodeAt(at);
        const known = next?.get(code) ?? grow();
        next?.set(code, known);
        branch = known;
      }
      branches[branch]?.ends.push(number);
      second[word.charCodeAt(1)] = 1;
    }
  }
  // Letters that a pattern takes for one another lead to the same branch.
  for (let code = 0; code < 65_536; code += 1) {
    if (foldedCode(code) === code) continue;
    first[code] = first[foldedCode(code)] ?? 0;
    second[code] = second[foldedCode(code)] ?? 0;
  }
  return { first, second, branches, always };
}
