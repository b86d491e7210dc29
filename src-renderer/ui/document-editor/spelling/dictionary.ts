import { decodeTrie } from 'cspell-trie-lib';

/** The English words that are known, and what is near a word that is not. */
export interface Dictionary {
  readonly knows: (word: string) => boolean;
  /** Words near to an unknown one, at most twelve, in no order to rely on. */
  readonly near: (word: string) => readonly string[];
}

/** Opens a dictionary: `trie` as the build made it, `unoffered` in small letters. */
export function openDictionary(trie: string, unoffered: readonly string[]): Dictionary {
  const words = decodeTrie(trie);
  const hidden = new Set(unoffered);
  return {
    // A capital is right at the beginning of a sentence; without one a name is wrong.
    knows: (word) => words.has(word) || words.has(word.toLowerCase()),
    near: (word) =>
      words
        .suggest(word.toLowerCase(), { numSuggestions: 16, compoundMethod: 0, ignoreCase: false })
        .filter((near) => !hidden.has(near.toLowerCase()) && !near.includes(' '))
        .slice(0, 12),
  };
}
