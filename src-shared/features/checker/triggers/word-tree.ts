import { foldedCode } from './needed-words.ts';

/** Words, by their letters: who follows a text from a letter on, branch by branch, comes by all the words that begin there. */
export interface WordTree {
  /** The branch that a first letter leads to; 0 for a letter that begins no word. */
  readonly first: Uint16Array;
  /** By the last twelve bits of a first letter, as in `goesOn` the letters that may follow it; all, where it is a word by itself. Small, for every letter of every text is looked up. */
  readonly openings: Int32Array;
  /** Branches by the branch before and the next letter: a table of keys, where what finds its place taken stands in the next free one. */
  readonly keys: Int32Array;
  readonly next: Uint16Array;
  /** For a branch, by their last five bits, the letters that go on from it: most that don't are told by these. */
  readonly goesOn: Int32Array;
  /** For a branch the place, among the words, of the one that ends there; -1 where none does. */
  readonly ends: Int32Array;
}

/** Makes a tree of words in small letters; the capitals of a text are taken for those. */
export function wordTreeOf(words: readonly string[]): WordTree {
  const branches = words.reduce((sum, word) => sum + word.length, 1);
  // Four places for each branch: capitals have their own, and half of the table stays free.
  const size = 2 ** Math.ceil(Math.log2(branches * 4));
  const tree = { first: new Uint16Array(65_536), openings: new Int32Array(lastTwelveBits + 1), keys: new Int32Array(size), next: new Uint16Array(size), goesOn: new Int32Array(branches), ends: new Int32Array(branches).fill(-1) };
  let count = 1;
  for (const [number, word] of words.entries()) {
    let branch = (tree.first[word.charCodeAt(0)] ||= count++);
    for (let at = 1; at < word.length; at += 1) {
      const known = tree.next[placeOf(tree.keys, keyOf(branch, word.charCodeAt(at)))] ?? 0;
      const to = known === 0 ? count++ : known;
      for (const code of alikeTo(word.charCodeAt(at))) {
        const place = placeOf(tree.keys, keyOf(branch, code));
        tree.keys[place] = keyOf(branch, code);
        tree.next[place] = to;
        tree.goesOn[branch] = (tree.goesOn[branch] ?? 0) | (1 << (code & 31));
      }
      branch = to;
    }
    tree.ends[branch] = number;
  }
  for (let code = 0; code < 65_536; code += 1) {
    const branch = (tree.first[code] = tree.first[foldedCode(code)] ?? 0);
    const place = code & lastTwelveBits;
    if (branch !== 0) tree.openings[place] = (tree.openings[place] ?? 0) | ((tree.ends[branch] ?? -1) < 0 ? (tree.goesOn[branch] ?? 0) : -1);
  }
  return tree;
}

const lastTwelveBits = 0xfff;

/** False when no word begins with a letter that another follows: so it is at most places of a text. */
export function mayBegin({ openings }: WordTree, code: number, following: number): boolean {
  return (((openings[code & lastTwelveBits] ?? 0) >>> (following & 31)) & 1) === 1;
}

/** The branch that a letter leads to from another; 0 where none does. */
export function branchAfter({ keys, next, goesOn }: WordTree, branch: number, code: number): number {
  if ((((goesOn[branch] ?? 0) >>> (code & 31)) & 1) === 0) return 0;
  return next[placeOf(keys, keyOf(branch, code))] ?? 0;
}

function keyOf(branch: number, code: number): number {
  return (branch << 16) | code;
}

/** Where a key stands in the table, or the free place where it would. */
function placeOf(keys: Int32Array, key: number): number {
  const last = keys.length - 1;
  // Knuth's multiplier spreads neighbouring letters over the table.
  let place = (Math.imul(key, 0x9e3779b1) >>> 8) & last;
  while (keys[place] !== 0 && keys[place] !== key) place = (place + 1) & last;
  return place;
}

const folded = new Map<number, number[]>();
for (let code = 0; code < 65_536; code += 1) if (foldedCode(code) !== code) folded.set(foldedCode(code), [...(folded.get(foldedCode(code)) ?? []), code]);

/** The letter itself and those that patterns take for it. */
function alikeTo(code: number): readonly number[] {
  return [code, ...(folded.get(code) ?? [])];
}
