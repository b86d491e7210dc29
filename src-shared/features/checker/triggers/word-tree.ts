import { foldedCode } from './needed-words.ts';

/**
 * Words, by their letters: who follows a text from a letter on, branch by branch, comes by all the words that begin there.
 * Branches are numbered row by row from the root, 0, which is no word's: those that go on from one stand side by side, and
 * what a text comes by most lies close together.
 */
export interface WordTree {
  /** The branch that a first letter leads to; 0 for a letter that begins no word. */
  readonly first: Uint16Array;
  /** By the last twelve bits of a first letter, as in `goesOn` the letters that may follow it; all, where it is a word by itself. Small, for every letter of every text is looked up. */
  readonly openings: Int32Array;
  /** For a branch the letter that leads to it, a small one. */
  readonly letters: Uint16Array;
  /** For a branch the first of those that go on from it; they end where those of the next branch begin. */
  readonly branches: Uint16Array;
  /** For a branch, by their last five bits, the letters that go on from it: most that don't are told by these. */
  readonly goesOn: Int32Array;
  /** For a branch the place, among the words, of the one that ends there; -1 where none does. */
  readonly ends: Int32Array;
}

/** Makes a tree of words in small letters; the capitals of a text are taken for those. */
export function wordTreeOf(words: readonly string[]): WordTree {
  const rows = grown(words);
  const alikeTo = lettersAlike();
  const tree = {
    first: new Uint16Array(65_536),
    openings: new Int32Array(lastTwelveBits + 1),
    letters: new Uint16Array(rows.length),
    branches: new Uint16Array(rows.length + 1).fill(rows.length),
    goesOn: new Int32Array(rows.length),
    ends: Int32Array.from(rows, ({ word }) => word),
  };
  let count = 1;
  for (const [branch, { next }] of rows.entries()) {
    tree.branches[branch] = count;
    for (const code of next.keys()) {
      tree.letters[count++] = code;
      for (const alike of [code, ...(alikeTo.get(code) ?? [])]) tree.goesOn[branch] = (tree.goesOn[branch] ?? 0) | (1 << (alike & 31));
    }
  }
  for (let code = 0; code < 65_536; code += 1) {
    const branch = (tree.first[code] = branchAfter(tree, 0, code));
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
export function branchAfter({ letters, branches, goesOn }: WordTree, branch: number, code: number): number {
  if ((((goesOn[branch] ?? 0) >>> (code & 31)) & 1) === 0) return 0;
  const letter = foldedCode(code);
  const end = branches[branch + 1] ?? 0;
  for (let next = branches[branch] ?? 0; next < end; next += 1) if (letters[next] === letter) return next;
  return 0;
}

/** A branch that grows: the word that ends there, -1 for none, and the branches that go on from it by their letters. */
interface Growing {
  word: number;
  readonly next: Map<number, Growing>;
}

/** The branches of words row by row, the root first. */
function grown(words: readonly string[]): readonly Growing[] {
  const root: Growing = { word: -1, next: new Map() };
  for (const [number, word] of words.entries()) {
    let branch = root;
    for (let at = 0; at < word.length; at += 1) {
      const known = branch.next.get(word.charCodeAt(at));
      const to = known ?? { word: -1, next: new Map<number, Growing>() };
      if (known === undefined) branch.next.set(word.charCodeAt(at), to);
      branch = to;
    }
    branch.word = number;
  }
  const rows = [root];
  // The list grows while it is read: what goes on from a branch comes after all of its row.
  for (const { next } of rows) rows.push(...next.values());
  return rows;
}

/** By a letter the others that patterns take for it. */
function lettersAlike(): ReadonlyMap<number, readonly number[]> {
  const alike = new Map<number, number[]>();
  for (let code = 0; code < 65_536; code += 1) {
    const letter = foldedCode(code);
    if (letter !== code) alike.set(letter, [...(alike.get(letter) ?? []), code]);
  }
  return alike;
}
