// The English words that the editor knows: made at each build from the dictionaries named in package.json, so that what
// ships is what the lock file says.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const moduleName = 'virtual:english-words';

/** The folders of the dictionaries that go in: American spellings, then British ones with -ise and -ize. */
export function dictionaryFolders(root) {
  return ['dictionary-en', 'dictionary-en-gb'].map((name) => join(root, 'node_modules', name));
}

/**
 * A plug-in of the bundler: `virtual:english-words` gives the words as a compact trie, and the list of those that are known
 * but never offered. The bundler copies its settings, and what these import, to one file: `root` can't be told from there.
 */
export function englishWords(root) {
  return {
    name: 'english-words',
    resolveId: (id) => (id === moduleName ? `\0${moduleName}` : null),
    load: async (id) => {
      if (id !== `\0${moduleName}`) return null;
      const { trie, unoffered } = await makeEnglishWords(root);
      return `export const trie = ${JSON.stringify(trie)};\nexport const unoffered = ${JSON.stringify(unoffered)};\n`;
    },
  };
}

/** The words as `cspell-trie-lib` reads them, and in small letters those that no list of suggestions may hold. */
export async function makeEnglishWords(root) {
  const ownList = join(root, 'src-renderer/ui/document-editor/spelling/contract-words.txt');
  const cache = join(root, 'node_modules/.cache/english-words');
  const sources = dictionaryFolders(root).map((folder) => ({ aff: join(folder, 'index.aff'), dic: join(folder, 'index.dic') }));
  const key = createHash('sha256');
  for (const file of [join(root, 'scripts/english-words.mjs'), ownList, ...sources.flatMap(({ aff, dic }) => [aff, dic])]) key.update(readFileSync(file));
  const kept = join(cache, `${key.digest('hex').slice(0, 20)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8'));
  const made = await compile(ownList, sources);
  mkdirSync(cache, { recursive: true });
  writeFileSync(kept, JSON.stringify(made));
  return made;
}

async function compile(ownList, sources) {
  // Read late: set-up puts the libraries there.
  const [{ IterableHunspellReader }, { buildTrieFast, consolidate, serializeTrie }] = await Promise.all([import('hunspell-reader'), import('cspell-trie-lib')]);
  const words = new Set(readFileSync(ownList, 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#')));
  const unoffered = new Set();
  for (const { aff, dic } of sources) {
    const reader = await IterableHunspellReader.createFromFiles(aff, dic);
    for (const word of reader.seqWords()) words.add(word);
    for (const line of readFileSync(dic, 'utf8').split('\n')) {
      // Hunspell's NOSUGGEST.
      const [word, flags] = line.split('/');
      if (flags?.includes('!')) unoffered.add(word.toLowerCase());
    }
  }
  // What stands before 's, and numbers, the reader of a text looks at by itself.
  const list = [...words].filter((word) => !/\d/.test(word) && !(word.endsWith("'s") && words.has(word.slice(0, -2)))).sort();
  const trie = [...serializeTrie(consolidate(buildTrieFast(list).root), { version: 4 })].join('');
  return { trie, unoffered: [...unoffered].sort() };
}
