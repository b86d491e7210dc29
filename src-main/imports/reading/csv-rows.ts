import { detectDelimiter, streamCsvRows } from 'hucre/csv';
import type { RawRow } from '#shared/features/imports/model.ts';
import { limits, UnreadableTable } from './table.ts';

/**
 * The records of a CSV text that arrives in pieces. The library reads records but wants them whole, so this finds
 * where the last whole record of a piece ends, by the library's own rule of quotes, and hands it everything before.
 */
export async function* readCsvRows(pieces: AsyncIterable<string>): AsyncGenerator<RawRow, void, undefined> {
  let delimiter: string | null = null;
  let rest = '';
  let rowNumber = 0;
  const lostQuote = () => new UnreadableTable('DAMAGED', { reason: 'quote', row: rowNumber + 1 });
  const parse = function* (text: string): Generator<RawRow, void, undefined> {
    delimiter ??= delimiterOf(text);
    for (const cells of streamCsvRows(text, { delimiter, skipBom: false, unescapeFormulae: true })) {
      rowNumber += 1;
      if (rowNumber > limits.rows) throw new UnreadableTable('TOO_LARGE', { rows: limits.rows });
      yield { rowNumber, cells: cells.slice(0, limits.columns) as string[] };
    }
  };
  for await (const piece of pieces) {
    rest += piece;
    const { end } = scanRecords(rest, delimiter ?? delimiterOf(rest));
    if (rest.length - end > limits.recordCharacters) throw lostQuote();
    if (end === 0) continue;
    yield* parse(rest.slice(0, end));
    rest = rest.slice(end);
  }
  // The library would take all that follows for one cell, and the rows in it would be lost without a word.
  if (scanRecords(rest, delimiter ?? delimiterOf(rest)).isInQuotes) throw lostQuote();
  if (rest !== '') yield* parse(rest);
}

/** The delimiter is what the first lines have in common, unless a first line `sep=;`, an invention of Excel's, names it. */
function delimiterOf(text: string): string {
  return /^sep=(.)\r?\n/i.exec(text)?.[1] ?? detectDelimiter(text.slice(0, 64 * 1024));
}

/** Where the text's last line break outside quotes ends; 0 when there is none. A last \r may be half of \r\n. */
function scanRecords(text: string, delimiter: string): { readonly end: number; readonly isInQuotes: boolean } {
  let end = 0;
  let fieldStart = true;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (fieldStart && character === '"') {
      const close = closingQuote(text, at + 1);
      if (close < 0) return { end, isInQuotes: true };
      at = close;
      fieldStart = false;
    } else if (character === '\n' || (character === '\r' && at + 1 < text.length && text[at + 1] !== '\n')) {
      end = at + 1;
      fieldStart = true;
    } else {
      fieldStart = character === delimiter;
    }
  }
  return { end, isInQuotes: false };
}

/** Where a quoted field closes, a doubled quote standing for one; -1 when the text ends before. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) {
    // At the very end of a piece another quote may follow; taken as closing, it leaves no line break to cut at.
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}
