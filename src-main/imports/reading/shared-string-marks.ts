import { UnreadableTable } from './table.ts';

/** Stands before the number of a shared string. XML forbids the character, so that no honest cell begins with it. */
export const sharedStringMark = '\u0001';

/** The size that a marked sheet is padded to: a byte more for each cell, whose tags take twelve at least. */
export function markedSize(size: number): number {
  return size + Math.ceil(size / 12) + 16;
}

/**
 * A sheet's XML in which cells of shared strings (`t="s"`) give their marked number as it stands, filled with spaces up
 * to `markedSize`. So we look the string up in our own list, and the library needs none (see shared-strings.ts).
 */
export async function* markSharedStrings(pieces: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  let written = 0;
  for await (const piece of pieces) {
    rest += decoder.decode(piece, { stream: true });
    // Between two cells, or in the text of one that holds its own; never between a cell's tag and its number.
    const end = rest.lastIndexOf('row>') + 4;
    if (end < 4) {
      if (rest.length > rowCharacters) throw new UnreadableTable('DAMAGED', { part: 'sheet' });
      continue;
    }
    const bytes = marked(rest.slice(0, end));
    rest = rest.slice(end);
    written += bytes.length;
    yield bytes;
  }
  const last = marked(rest + decoder.decode());
  yield last;
  for (let missing = markedSize(size) - written - last.length; missing > 0; missing -= padding.length) {
    yield padding.subarray(0, missing);
  }
}

// 16,384 cells of the longest text would be more, but no sheet of a ledger has such a row.
const rowCharacters = 4 * 1024 ** 2;
const padding = Buffer.alloc(64 * 1024, ' ');

// Bounded, so that a tag made to measure can't keep the search busy.
const sharedCell = /(<(?:\w+:)?c\s[^<>]{0,200}?t=["'])s(["'][^<>]{0,200}>\s*(?:<(?:\w+:)?f\b[^<>]{0,200}(?:\/>|>[^<]*<\/(?:\w+:)?f>)\s*)?<(?:\w+:)?v(?:\s[^<>]{0,200})?>)/g;

function marked(xml: string): Buffer {
  return Buffer.from(xml.replace(sharedCell, `$1e$2${sharedStringMark}`));
}
