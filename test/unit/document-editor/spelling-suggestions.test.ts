import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDictionary, type Dictionary } from '../../../src-renderer/ui/document-editor/spelling/dictionary.ts';
import { mostSuggestions, rankSuggestions } from '../../../src-renderer/ui/document-editor/spelling/rank-suggestions.ts';
import { makeEnglishWords } from '../../../scripts/english-words.mjs';

const made = await makeEnglishWords(join(import.meta.dirname, '../../..'));
const dictionary: Dictionary = openDictionary(made.trie, made.unoffered);
const suggest = (word: string, inText: readonly string[] = []) => rankSuggestions(word, dictionary.near(word), (one) => inText.includes(one));

test('the dictionary knows American and British spellings, -ise and -ize, names, and words of contracts', () => {
  for (const word of ['color', 'colour', 'organise', 'organize', 'organization', 'organisation', 'Licence', 'license', 'judgement', "shan't", 'Beijing', 'Wednesday', 'indemnitee', 'majeure', 'counterparties', 'renminbi', 'sublicensable', 'hereinafter']) expect([word, dictionary.knows(word)]).toEqual([word, true]);
});

test('the dictionary knows no slips, and no name without its capital', () => {
  for (const word of ['recieve', 'paymnet', 'delivary', 'beijing', 'wednesday', 'colur']) expect([word, dictionary.knows(word)]).toEqual([word, false]);
});

test('the dictionary with its words of contracts is small', () => {
  expect(made.trie.length).toBeLessThan(400_000);
});

test.each([
  ['recieve', 'receive'],
  ['paymnet', 'payment'],
  ['Delivary', 'Delivery'],
  ['agreeement', 'agreement'],
  ['accomodate', 'accommodate'],
  ['writen', 'written'],
  ['liabilty', 'liability'],
  ['seperate', 'separate'],
  ['warrenty', 'warranty'],
  ['goverment', 'government'],
  ['teh', 'the'],
  ['thier', 'their'],
])('%s is offered as %s first', (word, wanted) => {
  expect(suggest(word)[0]).toBe(wanted);
});

test('a word that stands elsewhere in the text comes first', () => {
  expect(suggest('shal', ['shall'])[0]).toBe('shall');
  expect(suggest('terminaton', ['termination'])[0]).toBe('termination');
});

test('there are at most five suggestions, no two alike, and none that offends', () => {
  for (const word of ['teh', 'Agrement', 'shite', 'definately']) {
    const offers = suggest(word);
    expect(offers.length).toBeLessThanOrEqual(mostSuggestions);
    expect(new Set(offers).size).toBe(offers.length);
    expect(offers.filter((offer) => made.unoffered.includes(offer.toLowerCase()))).toEqual([]);
  }
});
