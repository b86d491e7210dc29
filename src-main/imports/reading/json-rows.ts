import { flattenValue } from 'hucre/json';
import type { Cell, RawRow } from '#shared/features/imports/model.ts';
import { limits, UnreadableTable } from './table.ts';

/** How many entries are looked at for the names of the columns. */
const entriesForHeadings = 200;

/**
 * The entries of a JSON text, an array of objects or one object after the other (JSON lines), as rows under the names
 * of their fields. Nested fields are named by their path; fields that first appear after 200 entries are left out.
 */
export async function readJsonRows(
  pieces: AsyncIterable<string>,
): Promise<{ readonly headings: readonly string[]; readonly rows: AsyncGenerator<RawRow, void, undefined> }> {
  const entries = readEntries(pieces);
  const first: Readonly<Record<string, Cell>>[] = [];
  while (first.length < entriesForHeadings) {
    const next = await entries.next();
    if (next.done === true) break;
    first.push(next.value);
  }
  const headings = [...new Set(first.flatMap((entry) => Object.keys(entry)))].slice(0, limits.columns);
  // Nobody will walk rows without columns, so the file is closed here.
  if (headings.length === 0) await entries.return();
  const rows = async function* (): AsyncGenerator<RawRow, void, undefined> {
    let rowNumber = 0;
    const toRow = (entry: Readonly<Record<string, Cell>>): RawRow => {
      rowNumber += 1;
      if (rowNumber > limits.rows) throw new UnreadableTable('TOO_LARGE', { rows: limits.rows });
      return { rowNumber, cells: headings.map((heading) => (Object.hasOwn(entry, heading) ? (entry[heading] ?? null) : null)) };
    };
    try {
      for (const entry of first) yield toRow(entry);
      for await (const entry of entries) yield toRow(entry);
    } finally {
      await entries.return();
    }
  };
  return { headings, rows: rows() };
}

async function* readEntries(pieces: AsyncIterable<string>): AsyncGenerator<Readonly<Record<string, Cell>>, void, undefined> {
  for await (const text of splitObjects(pieces)) {
    const value = parsed(text);
    const flat = flattenValue(value, { arrayJoin: '、', maxDepth: 4 });
    yield Object.fromEntries(Object.entries(flat).map(([name, cell]) => [name, cell instanceof Date ? cell.toISOString() : cell]));
  }
}

/**
 * The texts of the objects that stand in the outermost array, or one after the other. JSON.parse would want the whole
 * file as one string and its whole tree in memory; the library's stream knows one object a line only.
 */
async function* splitObjects(pieces: AsyncIterable<string>): AsyncGenerator<string, void, undefined> {
  let text = '';
  let depth = 0;
  let inString = false;
  let escaped = false;
  for await (const piece of pieces) {
    let start = depth > 0 ? 0 : -1;
    const kept = text.length;
    text += piece;
    for (let at = kept; at < text.length; at += 1) {
      const character = text[at] ?? '';
      if (inString) {
        if (escaped) escaped = false;
        else if (character === '\\') escaped = true;
        else if (character === '"') inString = false;
      } else if (depth > 0 && character === '"') inString = true;
      else if (character === '{') {
        if (depth === 0) start = at;
        depth += 1;
      } else if (character === '}') {
        depth -= 1;
        if (depth < 0) throw new UnreadableTable('DAMAGED', { reason: 'json' });
        if (depth === 0) {
          yield text.slice(start, at + 1);
          start = -1;
        }
      } else if (depth === 0 && !/[\s,[\]]/.test(character)) {
        throw new UnreadableTable('NOT_A_TABLE', { reason: 'json' });
      }
    }
    text = depth > 0 ? text.slice(start) : '';
    if (text.length > limits.recordCharacters) throw new UnreadableTable('NOT_A_TABLE', { reason: 'json' });
  }
  if (depth > 0) throw new UnreadableTable('DAMAGED', { reason: 'json' });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableTable('DAMAGED', { reason: 'json' });
  }
}
