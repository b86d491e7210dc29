import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { Worker } from 'node:worker_threads';
import { writeXlsxStream } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { placeFor } from './files.fixture.ts';

const rowCount = 100_000;
const columnCount = 20;

describe('a ledger of 100,000 rows by 20 columns', () => {
  it.each([
    ['CSV', 'big.csv', () => Readable.from(csvLines())],
    ['JSON', 'big.json', () => Readable.from(jsonLines())],
    ['a workbook with texts in its cells', 'inline.xlsx', () => workbook(true)],
    ['a workbook with 600,000 shared texts, as Excel writes', 'shared.xlsx', () => workbook(false)],
  ])('as %s is read within a heap of 150 MB', async (_, name, source) => {
    const path = placeFor(name);
    await pipeline(source(), createWriteStream(path));
    expect(await readInSmallHeap(path)).toBe(rowCount);
  }, 120_000);
});

/** Reads a file in a worker that dies when its heap, program included, exceeds the limit; gives the number of rows. */
function readInSmallHeap(path: string): Promise<number> {
  const reader = new URL('../../../src-main/imports/reading/open-rows.ts', import.meta.url).href;
  // The pause every thousand rows is where a reader without a brake runs ahead of its consumer.
  const program = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(reader)}).then(async ({ openRows }) => {
      const { value } = await openRows(${JSON.stringify(path)});
      let rows = 0;
      for await (const { cells } of value.rows) {
        if (cells.length !== ${columnCount}) throw new Error('A row of ' + cells.length + ' cells');
        rows += 1;
        if (rows % 1000 === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      }
      parentPort.postMessage(rows);
    });`;
  const worker = new Worker(program, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 118, maxYoungGenerationSizeMb: 32 } });
  return new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
}

function workbook(inlineStrings: boolean): Readable {
  return Readable.fromWeb(writeXlsxStream(sheetRows(), { name: 'a', inlineStrings }) as ReadableStream);
}

function* sheetRows(): Generator<string[], void, undefined> {
  yield Array.from({ length: columnCount }, (_, column) => `列 ${column}`);
  // Six columns say something else in each row, as numbers, titles and notes do; the others repeat.
  const cellOf = (row: number, column: number) => (column < 6 ? `第 ${row} 行第 ${column} 列的合同` : `部门 ${(row + column) % 50}`);
  for (let row = 0; row < rowCount; row += 1) yield Array.from({ length: columnCount }, (_, column) => cellOf(row, column));
}

function* csvLines(): Generator<string, void, undefined> {
  for (const row of sheetRows()) yield `${row.join(',')}\r\n`;
}

function* jsonLines(): Generator<string, void, undefined> {
  const rows = sheetRows();
  const headings = rows.next().value ?? [];
  let before = '[';
  for (const row of rows) {
    yield `${before}${JSON.stringify(Object.fromEntries(row.map((cell, column) => [headings[column], cell])))}\n`;
    before = ',';
  }
  yield ']';
}
