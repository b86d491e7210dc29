import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexedText, matchExpression } from '#shared/features/contracts/search-text.ts';
import type { Writable } from '../../../src-main/db/connection.ts';
import { migrations } from '../../../src-main/db/migrations/index.ts';
import { sql } from '../../../src-main/db/sql.ts';
import { listWords, wordsBeginning } from '../../../src-main/features/contracts/text-words.ts';
import { createTestVault, testWorld, type TestWorld } from '../../harness/world.ts';

let world: TestWorld;
beforeAll(async () => {
  world = testWorld();
  await createTestVault(world);
});
afterAll(() => world.close());

function derive(work: (db: Writable) => void): void {
  const session = world.core.vaults.session();
  if (session === null) throw new Error('the vault is locked');
  session.derive(work);
}

function rowsWith(db: Writable, expression: string | null): readonly number[] {
  return db.all<{ row: number }>(sql`SELECT rowid AS row FROM clauses.text_index WHERE text_index MATCH ${expression ?? '""'} ORDER BY rowid`).map(({ row }) => row);
}

/** Puts texts into the index, or takes them out with null, as indexing does. */
function index(db: Writable, texts: ReadonlyMap<number, { readonly old: string | null; readonly now: string | null }>): void {
  for (const [row, { now }] of texts) {
    db.run(sql`DELETE FROM clauses.text_index WHERE rowid = ${row}`);
    if (now !== null) db.run(sql`INSERT INTO clauses.text_index (rowid, text) VALUES (${row}, ${indexedText(now)})`);
  }
  const all = [...texts.values()];
  listWords(db, all.flatMap(({ now }) => (now === null ? [] : [indexedText(now)])), all.flatMap(({ old }) => (old === null ? [] : [indexedText(old)])));
}

const letters = fc.constantFrom(...'aabc1', ' ', ' ', '甲', 'é', 'ø', 'ß', 'ж', 'ａ', '\u0336', '\u0E33', 'ᾶ', 'ﬁ', '🅐', '々', '-', '"', '\u{10E6D}');
const someText = fc.string({ unit: letters, maxLength: 14 });

test('words that begin so find what the beginning finds, whatever letters and marks stand in the texts, and when they change', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(someText, fc.option(someText)), { minLength: 1, maxLength: 5 }), fc.array(fc.constantFrom('a', 'ab', 'aa', 'b', '1', 'c', 'fi', 'ß', 'a-b', '甲a'), { minLength: 1, maxLength: 2 }), (texts, words) => {
      derive((db) => {
        const row = (at: number) => 10_000 + at;
        const same = () => expect(rowsWith(db, matchExpression(words, false, (beginning) => wordsBeginning(db, beginning)))).toEqual(rowsWith(db, matchExpression(words)));
        index(db, new Map(texts.map(([first], at) => [row(at), { old: null, now: first }])));
        same();
        index(db, new Map(texts.map(([first, second], at) => [row(at), { old: first, now: second }])));
        same();
        index(db, new Map(texts.map(([, second], at) => [row(at), { old: second, now: null }])));
      });
    }),
    { numRuns: 300 },
  );
});

test('a word that no text has any more is in no list, and one that another text has stays', () => {
  derive((db) => {
    index(db, new Map([[9001, { old: null, now: 'Zebrafinch and zebrawood' }], [9002, { old: null, now: 'zebrawood' }]]));
    expect(wordsBeginning(db, 'zebra')).toEqual(['zebrafinch', 'zebrawood']);
    index(db, new Map([[9001, { old: 'Zebrafinch and zebrawood', now: null }]]));
    expect(wordsBeginning(db, 'zebra')).toEqual(['zebrawood']);
    index(db, new Map([[9002, { old: 'zebrawood', now: null }]]));
    expect(wordsBeginning(db, 'zebra')).toEqual([]);
  });
});

test('a beginning that very many words share is left to the index', () => {
  derive((db) => {
    const many = Array.from({ length: 65 }, (_, at) => `quux${at}`).join(' ');
    index(db, new Map([[9001, { old: null, now: many }]]));
    expect(wordsBeginning(db, 'quux')).toBeNull();
    expect(wordsBeginning(db, 'quux64')).toEqual(['quux64']);
    index(db, new Map([[9001, { old: many, now: null }]]));
  });
});

test('the step that makes the list fills it with the words of the texts that are there', () => {
  derive((db) => {
    index(db, new Map([[9001, { old: null, now: 'Zebrafinch 甲乙 Ljubljana ßa 2026' }], [9002, { old: null, now: 'taken away' }]]));
    index(db, new Map([[9002, { old: 'taken away', now: null }]]));
    const before = db.all(sql`SELECT word FROM clauses.text_words ORDER BY word`);
    expect(before).toContainEqual({ word: 'ljubljana' });
    expect(before).not.toContainEqual({ word: 'taken' });
    db.run(sql`DROP TABLE clauses.text_words`);
    const step = migrations.find(({ version }) => version === 390)?.steps.clauses?.('clauses') ?? '';
    for (const statement of step.split(';').filter((one) => one.trim() !== '')) db.run({ text: statement, values: [] });
    expect(db.all(sql`SELECT word FROM clauses.text_words ORDER BY word`)).toEqual(before);
  });
});
