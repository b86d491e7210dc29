import type { Plugin } from 'vite';

/** `root`: the folder of package.json. */
export function dictionaryFolders(root: string): readonly string[];
export function englishWords(root: string): Plugin;
export function makeEnglishWords(root: string): Promise<{ readonly trie: string; readonly unoffered: readonly string[] }>;
