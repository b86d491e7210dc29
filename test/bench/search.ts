import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { parseSearch } from '#shared/features/contracts/search-query.ts';
import { indexedText, matchExpression } from '#shared/features/contracts/search-text.ts';
import type { Day } from '#shared/kernel/day.ts';
import { pageCacheKiB } from '../../src-main/db/open.ts';
import { sql } from '../../src-main/db/sql.ts';
import { connectionOf } from '../harness/connection-of.ts';
import { openFolder } from '../harness/open-folder.ts';
import { testWorld, type TestWorld } from '../harness/world.ts';
import { figure, median, percentile, type Aim, type Figure } from './figure.ts';
import { queries } from './search-corpus.ts';
import { inTemporaryFolder } from './temporary-folder.ts';

type Texts = Iterable<string>;

/** A side's search of one text. */
type Search = (query: string) => unknown;

interface Peer {
  readonly against: string;
  readonly aim: Aim;
  readonly note: string;
  readonly search: Search;
  readonly close: () => void;
}

const shown = 20;

/**
 * `contracts.search` through the real router (parse, both indexes, summaries, snippets) over encrypted files, as p95
 * over a mix of queries. Against `fts5`: an ordinary FTS5 table with the same words on an unencrypted file. Against
 * `files`: a search through the same texts as files by ripgrep, or by grep where that is missing.
 */
export function measureSearch(count: number, against: 'fts5' | 'files' = 'fts5', repetitions = 5): Promise<Figure> {
  return inFilledVault(count, async (world) => {
    const texts = textsIn(world);
    const peer = against === 'fts5' ? openRawIndex(world.folder, texts) : openFiles(world.folder, texts);
    try {
      const runs = await runInTurn(world, peer, repetitions);
      return figure({
        name: `search ${count.toLocaleString('en')} texts, p95`,
        unit: 'ms',
        against: peer.against,
        aim: peer.aim,
        runs,
        sides: { ours: percentile(runs.ours, 95), peer: percentile(runs.peer, 95) },
        note: `p95 of ${queries.length} queries of one to three words, each ${repetitions} times in a row after one that isn't counted, and after ${roundsToBegin * queries.length} searches; the medians are ${median(runs.ours).toFixed(1)} and ${median(runs.peer).toFixed(1)} ms; ours gives the best ${shown} with their records and snippets; ${peer.note}`,
      });
    } finally {
      peer.close();
    }
  });
}

/** A vault that another process filled, opened as after a start of the program. */
function inFilledVault<Outcome>(count: number, work: (world: TestWorld) => Promise<Outcome>): Promise<Outcome> {
  return inTemporaryFolder(async (folder) => {
    const vault = join(folder, 'vault');
    execFileSync(process.execPath, [join(import.meta.dirname, 'fill-vault.ts'), vault, String(count)], { stdio: 'inherit' });
    const world = testWorld();
    try {
      if ((await openFolder(world, vault)) !== null) throw new Error('the filled vault does not open');
      return await work(world);
    } finally {
      await world.close();
    }
  });
}

/** The texts of a vault, in the order of their contracts; never many at a time. */
function* textsIn(world: TestWorld): Texts {
  for (let last = 0; ; ) {
    const rows = connectionOf(world).all<{ row: number; text: string }>(sql`SELECT row, text FROM clauses.search_texts WHERE row > ${last} ORDER BY row LIMIT 1000`);
    if (rows.length === 0) return;
    for (const { text } of rows) yield text;
    last = rows.at(-1)?.row ?? 0;
  }
}

/** By then the machine code of what a search runs through stands: who types has made as many in a minute. */
const roundsToBegin = 10;

/**
 * Query by query, each side in a row: a program that is started for the peer's search leaves the memory of this one to be
 * mapped anew, which nobody's next search would pay.
 */
async function runInTurn(world: TestWorld, peer: Peer, repetitions: number) {
  const runs: { readonly ours: number[]; readonly peer: number[] } = { ours: [], peer: [] };
  const searchOurs: Search = (text) => world.must('contracts.search', { text, limit: shown });
  const sides = [
    { noted: runs.ours, search: searchOurs },
    { noted: runs.peer, search: peer.search },
  ];
  for (let round = 0; round < roundsToBegin; round += 1) for (const query of queries) await searchOurs(query);
  for (const query of queries) {
    for (const { noted, search } of sides) {
      await timed(search, query);
      for (let run = 0; run < repetitions; run += 1) noted.push(await timed(search, query));
    }
  }
  return runs;
}

async function timed(search: Search, query: string): Promise<number> {
  const started = performance.now();
  await search(query);
  return performance.now() - started;
}

function openRawIndex(folder: string, texts: Texts): Peer {
  const db = new Driver(join(folder, 'raw.db'));
  db.exec(`PRAGMA cache_size = -${pageCacheKiB}; PRAGMA journal_mode = TRUNCATE; PRAGMA temp_store = MEMORY;
    CREATE VIRTUAL TABLE texts USING fts5(text, tokenize = "unicode61 remove_diacritics 2");`);
  fill(db, texts);
  const find = db.prepare(
    `SELECT rowid, snippet(texts, 0, '[', ']', '…', 30) FROM texts WHERE texts MATCH ? ORDER BY rank LIMIT ${shown}`,
  );
  return {
    against: 'raw unencrypted FTS5',
    aim: { of: 'ratio', atMost: 1.5 },
    note: `the peer is one FTS5 table of the texts alone on an unkeyed file, same driver, words, expression and cache, best ${shown} by rank with snippet()`,
    search: (query) => find.all(matchExpression(parseSearch(query, '2026-11-24' as Day).words)),
    close: () => void db.close(),
  };
}

function fill(db: Driver.Database, texts: Texts): void {
  const insert = db.prepare('INSERT INTO texts (text) VALUES (?)');
  db.transaction(() => {
    for (const text of texts) insert.run(indexedText(text));
  }).immediate();
}

function openFiles(folder: string, texts: Texts): Peer {
  const root = join(folder, 'texts');
  let index = 0;
  for (const text of texts) {
    const directory = join(root, String(Math.floor(index / 1_000)));
    if (index % 1_000 === 0) mkdirSync(directory, { recursive: true });
    writeFileSync(join(directory, `${index}.txt`), text);
    index += 1;
  }
  const hasRipgrep = spawnSync('rg', ['--version']).status === 0;
  const [program, options] = hasRipgrep ? ['rg', ['-F', '-i', '-c']] : ['grep', ['-r', '-F', '-i', '-c']];
  const version = execFileSync(program, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? '';
  return {
    against: `${hasRipgrep ? 'ripgrep' : 'grep -r'}, same texts as files`,
    aim: { of: 'ratio', atMost: 0.01 },
    note: `the peer is ${version} counting the first word's lines in one file a text, 1,000 to a folder, files in the system's cache, neither ranked nor shown`,
    search: (query) => spawnSync(program, [...options, '--', query.split(' ')[0] ?? '', root], { stdio: 'ignore' }),
    close: () => undefined,
  };
}
