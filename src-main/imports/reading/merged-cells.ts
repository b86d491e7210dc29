import type { Cell, RawRow } from '#shared/features/imports/model.ts';
import { limits, UnreadableTable, type MergedCells } from './table.ts';

/**
 * The merged cells of a sheet that reach over several rows, the upper ones first. They are written behind the rows, so
 * that the sheet is passed over once for them; TOO_LARGE for more than any ledger has.
 */
export async function readMergedCells(pieces: AsyncIterable<Buffer>, signal: AbortSignal | undefined): Promise<readonly MergedCells[]> {
  const merges: MergedCells[] = [];
  let before: Buffer = Buffer.alloc(0);
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    const bytes = Buffer.concat([before, piece]);
    let end = 0;
    if (bytes.includes('mergeCell')) {
      for (const match of bytes.toString('latin1').matchAll(mergeTag)) {
        end = match.index + match[0].length;
        const merge = mergeOf(match[1] ?? '', match[2] ?? '');
        if (merge !== null) merges.push(merge);
      }
      if (merges.length > limits.mergedCells) throw new UnreadableTable('TOO_LARGE', { part: 'mergeCells' });
    }
    // A tag may lie across two pieces; one that was read must not be read again.
    before = bytes.subarray(Math.max(end, bytes.length - tagLength));
  }
  return merges.sort((one, other) => one.top - other.top);
}

/** Rows in their order, each merged cell with the value of the uppermost; merges that begin above the first row (the headings) are left alone. */
export async function* withMergedValues(rows: AsyncIterable<RawRow>, merges: readonly MergedCells[], headingRow: number): AsyncGenerator<RawRow, void, undefined> {
  let next = 0;
  let open: { readonly merge: MergedCells; readonly value: Cell }[] = [];
  const beginningAt = ({ rowNumber, cells }: RawRow): typeof open => {
    const found: typeof open = [];
    for (let merge = merges[next]; merge !== undefined && merge.top <= rowNumber; merge = merges[(next += 1)]) {
      const value = cells[merge.column] ?? null;
      if (merge.top > headingRow && merge.top === rowNumber && value !== null) found.push({ merge, value });
    }
    return found;
  };
  for await (const row of rows) {
    const { rowNumber, cells } = row;
    open = open.filter(({ merge }) => merge.bottom >= rowNumber);
    const above = open;
    open = [...above, ...beginningAt(row)];
    if (above.length === 0) yield row;
    else {
      const filled = Array.from({ length: Math.max(cells.length, ...above.map(({ merge }) => merge.column + 1)) }, (_, at) => cells[at] ?? null);
      for (const { merge, value } of above) filled[merge.column] = value;
      yield { rowNumber, cells: filled, merged: above.map(({ merge }) => merge.column) };
    }
  }
}

const tagLength = 160;
const mergeTag = /<(?:\w{1,20}:)?mergeCell\s[^<>]{0,40}?ref="([A-Z]{1,3}\d{1,7}):([A-Z]{1,3}\d{1,7})"/g;

function mergeOf(from: string, to: string): MergedCells | null {
  const column = columnOf(from);
  const [top, bottom] = [rowOf(from), rowOf(to)];
  return bottom > top && column < limits.columns ? { column, top, bottom } : null;
}

function columnOf(address: string): number {
  return [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rowOf(address: string): number {
  return Number(address.replace(/\D/g, ''));
}
