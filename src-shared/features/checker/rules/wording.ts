import wording from '../texts/wording.json' with { type: 'json' };
import type { Clause, ClausedText, Fix, Sentence } from '../model.ts';

type Key = keyof typeof wording;

/** A suggested wording that takes the place of the words found, in the language of the sentence that they stand in. */
export function replaceWith(key: Key, { language }: Pick<Sentence, 'language'>): Fix {
  return { kind: 'replace', wording: wording[key][language] };
}

/** A suggested sentence to stand after the words found. */
export function insertAfter(key: Key, { language }: Pick<Sentence | Clause | ClausedText, 'language'>): Fix {
  return { kind: 'insertAfter', wording: language === 'bilingual' ? `${wording[key].zh}\n${wording[key].en}` : wording[key][language] };
}
