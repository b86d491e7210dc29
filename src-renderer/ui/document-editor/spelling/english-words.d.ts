/** Made by the build: see scripts/english-words.mjs. */
declare module 'virtual:english-words' {
  /** As `decodeTrie` of cspell-trie-lib reads it. */
  export const trie: string;
  /** In small letters: known, and never offered. */
  export const unoffered: readonly string[];
}
