import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** A beginning that more words share than these is left to the full-text index: to ask it for each would take longer. */
const mostEndings = 64;

/**
 * The words of contract texts that begin so, folded and of Latin letters and digits; null where the full-text index must
 * be asked for the beginning itself. The clauses compartment must be attached.
 */
export function wordsBeginning(db: Readable, beginning: string): readonly string[] | null {
  if (!latin.test(beginning)) return null;
  const behind = beginning.slice(0, -1) + String.fromCharCode(beginning.charCodeAt(beginning.length - 1) + 1);
  const rows = db.all<{ word: string }>(sql`SELECT word FROM clauses.text_words WHERE word >= ${beginning} AND word < ${behind} LIMIT ${mostEndings + 1}`);
  return rows.length > mostEndings ? null : rows.map(({ word }) => word);
}

/**
 * Brings the list of words up to date after texts were indexed: `come` and `gone` are those texts as they are and as they
 * were, in the index's form. A word that no text has any more is taken out.
 */
export function listWords(db: Writable, come: readonly string[], gone: readonly string[]): void {
  const present = wordsOf(db, come);
  db.run(sql`INSERT OR IGNORE INTO clauses.text_words (word) SELECT value FROM json_each(${JSON.stringify([...present])})`);
  for (const word of wordsOf(db, gone)) {
    if (present.has(word) || db.get(sql`SELECT 1 FROM clauses.text_index WHERE text_index MATCH ${`"${word}"`} LIMIT 1`) !== undefined) continue;
    db.run(sql`DELETE FROM clauses.text_words WHERE word = ${word}`);
  }
}

const latin = /^[a-z0-9]+$/;
const startsLatin = /^[a-z0-9]/;

function wordsOf(db: Writable, texts: readonly string[]): ReadonlySet<string> {
  const words = new Set<string>();
  const strange = new Set<string>();
  for (const text of texts) {
    for (const part of text.split(' ')) {
      if (latin.test(part)) words.add(part);
      // Beyond stand Chinese, Japanese and Korean characters, each alone.
      else if (part.length > 1 || (part !== '' && part < '\u3400')) strange.add(part);
    }
  }
  if (strange.size > 0) for (const word of asIndexed(db, [...strange].join(' '))) if (startsLatin.test(word)) words.add(word);
  return words;
}

/** How the full-text index cuts words of other letters and marks: it knows an older Unicode than this program, so it is asked. */
function asIndexed(db: Writable, text: string): readonly string[] {
  db.run(sql`CREATE VIRTUAL TABLE IF NOT EXISTS temp.strange_words USING fts5(text, tokenize = "unicode61 remove_diacritics 2")`);
  db.run(sql`CREATE VIRTUAL TABLE IF NOT EXISTS temp.strange_terms USING fts5vocab(temp, strange_words, row)`);
  db.run(sql`INSERT INTO temp.strange_words (text) VALUES (${text})`);
  const terms = db.all<{ term: string }>(sql`SELECT term FROM temp.strange_terms`);
  db.run(sql`DELETE FROM temp.strange_words`);
  return terms.map(({ term }) => term);
}
