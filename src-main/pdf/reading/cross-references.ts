import { isKind, nameOf, PdfStructureError, type PdfDictionary, type PdfValue } from './pdf-values.ts';
import { unpackStream } from './stream-data.ts';
import { ValueParser } from './value-parser.ts';

/** Where an object lies: at an offset, or as the n-th object of an object stream. */
export type Location =
  | { readonly offset: number; readonly generation: number }
  | { readonly stream: number; readonly index: number };

export interface CrossReferences {
  /** Free objects are null: they hide the same number in older sections. */
  readonly locations: ReadonlyMap<number, Location | null>;
  /** The newest section's dictionary. */
  readonly trailer: PdfDictionary;
  /** Every section that was followed, the newest first. */
  readonly sections: readonly Section[];
}

export interface Section {
  /** Where the section begins: at `xref`, or at its stream's object number. */
  readonly start: number;
  readonly isTable: boolean;
  readonly locations: ReadonlyMap<number, Location | null>;
  readonly trailer: PdfDictionary;
}

/** Follows the cross-reference sections from the last `startxref` backwards, as viewers do; the newest entry wins. */
export function readCrossReferences(bytes: Buffer): CrossReferences {
  const locations = new Map<number, Location | null>();
  const seen = new Set<number>();
  const sections: Section[] = [];
  const queue = [lastStart(bytes)];
  for (let start = queue.shift(); start !== undefined; start = queue.shift()) {
    if (seen.has(start)) continue;
    seen.add(start);
    if (start >= bytes.length) throw new PdfStructureError('a cross-reference section outside the file', true);
    const section = readSection(bytes, start);
    for (const [number, location] of section.locations) if (!locations.has(number)) locations.set(number, location);
    sections.push(section);
    // A hybrid file's stream ranks before older sections.
    for (const key of ['XRefStm', 'Prev']) {
      const older = section.trailer.entries.get(key);
      if (older === undefined) continue;
      if (typeof older !== 'number' || !Number.isInteger(older) || older < 0) throw new PdfStructureError(`bad ${key}`);
      queue.push(older);
    }
  }
  const [newest] = sections;
  if (newest === undefined) throw new PdfStructureError('no cross-references');
  return { locations, trailer: newest.trailer, sections };
}

function lastStart(bytes: Buffer): number {
  const at = bytes.lastIndexOf('startxref');
  if (at < 0 || bytes.indexOf('%%EOF', at) < 0) throw new PdfStructureError('no end of file', true);
  const start = new ValueParser(bytes, at + 'startxref'.length).integer();
  // A linearised file has a first `startxref 0` near its beginning: met alone when the rest is missing.
  if (start === 0) throw new PdfStructureError('only the beginning of the file', true);
  return start;
}

function readSection(bytes: Buffer, start: number): Section {
  const parser = new ValueParser(bytes, start);
  parser.skipSpace();
  return bytes.toString('latin1', parser.position, parser.position + 4) === 'xref'
    ? readTable(parser)
    : readStream(parser);
}

function readTable(parser: ValueParser): Section {
  const start = parser.position;
  parser.keyword('xref');
  const locations = new Map<number, Location | null>();
  for (;;) {
    const found = parser.next();
    if ('keyword' in found) {
      if (found.keyword !== 'trailer') throw new PdfStructureError('trailer expected');
      const trailer = parser.value();
      if (!isKind(trailer, 'dictionary')) throw new PdfStructureError('no trailer');
      return { start, isTable: true, locations, trailer };
    }
    if (typeof found.value !== 'number') throw new PdfStructureError('bad cross-reference table');
    const count = parser.integer();
    for (let index = 0; index < count; index += 1) {
      const offset = parser.integer();
      const generation = parser.integer();
      const kind = parser.next();
      const word = 'keyword' in kind ? kind.keyword : '';
      // Viewers give up a table with any other mark and search the file for objects: then our reading isn't theirs.
      if (word !== 'n' && word !== 'f') throw new PdfStructureError('a bad entry in a cross-reference table');
      locations.set(found.value + index, word === 'n' ? { offset, generation } : null);
    }
  }
}

function readStream(parser: ValueParser): Section {
  const start = parser.position;
  const { value } = parser.indirectObject((length) => (typeof length === 'number' ? length : null));
  if (!isKind(value, 'stream') || nameOf(value.dictionary.entries.get('Type')) !== 'XRef') {
    throw new PdfStructureError('no cross-reference section');
  }
  const { entries } = value.dictionary;
  const data = unpackStream(value, (item) => item);
  const [typeWidth = 0, firstWidth = 0, secondWidth = 0] = numbersOf(entries.get('W'));
  const width = typeWidth + firstWidth + secondWidth;
  if (data === null || width === 0) throw new PdfStructureError('bad cross-reference stream');
  const index = entries.has('Index') ? numbersOf(entries.get('Index')) : [0, ...numbersOf(entries.get('Size'))];

  const locations = new Map<number, Location | null>();
  let at = 0;
  for (let pair = 0; pair + 1 < index.length; pair += 2) {
    const [first = 0, count = 0] = index.slice(pair, pair + 2);
    for (let number = first; number < first + count && at + width <= data.length; number += 1, at += width) {
      const type = typeWidth === 0 ? 1 : readNumber(data, at, typeWidth);
      const one = readNumber(data, at + typeWidth, firstWidth);
      const two = readNumber(data, at + typeWidth + firstWidth, secondWidth);
      if (locations.has(number)) continue;
      if (type === 1) locations.set(number, { offset: one, generation: two });
      else locations.set(number, type === 2 ? { stream: one, index: two } : null);
    }
  }
  return { start, isTable: false, locations, trailer: value.dictionary };
}

/** Big-endian, of any width: some writers give eight bytes to an offset. */
function readNumber(data: Buffer, at: number, width: number): number {
  return data.subarray(at, at + width).reduce((sum, byte) => sum * 256 + byte, 0);
}

function numbersOf(value: PdfValue | undefined): readonly number[] {
  const items = isKind(value, 'array') ? value.items : [value];
  const numbers = items.filter((item) => typeof item === 'number' && Number.isInteger(item) && item >= 0);
  if (numbers.length !== items.length) throw new PdfStructureError('bad numbers in a cross-reference stream');
  return numbers as readonly number[];
}
