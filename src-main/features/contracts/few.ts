import type { Readable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { lastRow } from './search-queries.ts';

/** In a book of so few nothing is few: to walk past all of them takes no longer than to collect some. */
export const smallBook = 4_000;
/** So many are few, or the twentieth part of the book: to collect and sort them takes less than the longest walk past all others. */
const fewAtMost = { contracts: 2_000, part: 20 };

/** Whether rows are few for the book. */
export type AreFew = (rows: Sql) => boolean;

/** What was found of a book of one size; it decides how a list is found and never what stands in it. */
interface Known {
  readonly size: number;
  readonly since: number;
  readonly areAtMost: Map<string, boolean>;
}

// To count to a few takes as long as to find the first page; which values are rare changes with the book and not from page to page.
const known = new WeakMap<Readable, Known>();
const keptFor = { milliseconds: 60_000, entries: 500 };

/** Tells what is few. The book is asked for its size once, and only where something is to be told by it. */
export function fewTest(db: Readable): AreFew {
  return atMostTest(db, (size) => (size <= smallBook ? 0 : Math.max(fewAtMost.contracts, Math.floor(size / fewAtMost.part))));
}

/** Tells what is less than half of the book. */
export function minorityTest(db: Readable): AreFew {
  return atMostTest(db, (size) => Math.floor(size / 2));
}

function atMostTest(db: Readable, mostOf: (size: number) => number): AreFew {
  let book: Known | null = null;
  return (rows) => {
    book ??= knownOf(db);
    const { size, areAtMost } = book;
    const most = mostOf(size);
    if (most === 0) return false;
    const key = JSON.stringify([most, rows.text, rows.values]);
    const found = areAtMost.get(key) ?? db.get(sql`SELECT 1 FROM (${rows}) LIMIT 1 OFFSET ${most}`) === undefined;
    if (areAtMost.size < keptFor.entries) areAtMost.set(key, found);
    return found;
  };
}

function knownOf(db: Readable): Known {
  // Of a part of the book it would have to be counted how large it is.
  const size = db.isLimited ? smallBook + 1 : lastRow(db);
  const before = known.get(db);
  if (before?.size === size && performance.now() - before.since < keptFor.milliseconds) return before;
  const now: Known = { size, since: performance.now(), areAtMost: new Map() };
  known.set(db, now);
  return now;
}
