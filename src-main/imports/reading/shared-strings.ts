import { readSheetRows } from './sheet-rows.ts';
import { packWorkbook, sheetPart } from './stored-workbook.ts';
import { createStringTable, type StringTable } from './string-table.ts';
import { UnreadableTable } from './table.ts';

/**
 * The shared strings of a workbook, from their XML in pieces. The library reads them through a tree of the whole part,
 * 800 bytes a string; as the cells of a made-up sheet, a few thousand at a time, they cost their own length.
 */
export async function readSharedStrings(pieces: AsyncIterable<Uint8Array>): Promise<StringTable> {
  const strings = createStringTable();
  for await (const xml of wholeItems(pieces)) {
    const bytes = Buffer.from(`<worksheet><sheetData>${asRows(xml)}</sheetData></worksheet>`);
    for await (const { values } of readSheetRows(packWorkbook({ name: sheetPart, size: bytes.length, bytes: [bytes] }, [], false))) {
      const [value] = values;
      strings.add(typeof value === 'string' ? value : '');
    }
  }
  return strings;
}

const batchCharacters = 512 * 1024;
const itemCharacters = 4 * 1024 ** 2;

async function* wholeItems(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces) {
    text += decoder.decode(piece, { stream: true });
    if (text.length < batchCharacters) continue;
    const end = Math.max(endAfter(text, '</si>'), endAfter(text, ':si>'), endAfter(text, '<si/>'));
    if (end > 0) {
      yield text.slice(0, end);
      text = text.slice(end);
    } else if (text.length > itemCharacters) throw new UnreadableTable('DAMAGED', { part: 'sharedStrings' });
  }
  if (text !== '') yield text;
}

function endAfter(text: string, mark: string): number {
  const at = text.lastIndexOf(mark);
  // A prefixed opening tag ends like a closing one: `<x:si>`.
  if (at < 0 || (mark === ':si>' && !/<\/[\w.-]+$/.test(text.slice(Math.max(0, at - 40), at)))) return 0;
  return at + mark.length;
}

/** `<si>` items as cells with inline text; readings beside East Asian characters (`rPh`) are no part of the text. */
function asRows(xml: string): string {
  return xml
    .replace(/^[\s\S]*?<(?:\w+:)?sst\b[^<>]*>/, '')
    .replace(/<\/(?:\w+:)?sst>\s*$/, '')
    .replace(/<(?:\w+:)?rPh\b[^<>]*>\s*<(?:\w+:)?t\b[^<>]*>[^<]*<\/(?:\w+:)?t>\s*<\/(?:\w+:)?rPh>/g, '')
    .replace(/<(?:\w+:)?si(?:\s[^<>]*)?\/>/g, '<row><c></c></row>')
    .replace(/<(?:\w+:)?si(?:\s[^<>]*)?>/g, '<row><c t="inlineStr"><is>')
    .replace(/<\/(?:\w+:)?si>/g, '</is></c></row>');
}
