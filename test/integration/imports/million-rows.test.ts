import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { expect, test } from 'vitest';
import { writeCsv, writeXlsx } from '../../../src-main/imports/writing/table-files.ts';
import { placeFor } from './files.fixture.ts';

// What is written out goes row by row: how many there are costs time, not memory.

const million = 1_000_000;
const headings = ['编号', '名称', '金额'];

function* rows(count: number, seen: (row: number) => void): Generator<readonly (string | number)[], void, undefined> {
  for (let row = 0; row < count; row += 1) {
    seen(row);
    yield [`HT-2026-${row}`, `第 ${row} 份合同`, row * 100];
  }
}

test('a million rows are written as they come, without being held', async () => {
  const path = placeFor('million.csv');
  let highest = 0;
  const before = process.memoryUsage().heapUsed;
  await writeCsv({ headings, sheetName: '', rows: rows(million, (row) => row % 50_000 === 0 && (highest = Math.max(highest, process.memoryUsage().heapUsed))) }, path);
  let lines = 0;
  for await (const chunk of createReadStream(path)) lines += (chunk as Buffer).reduce((sum, byte) => (byte === 10 ? sum + 1 : sum), 0);
  expect(lines).toBeGreaterThanOrEqual(million);
  // All of them together are ten times as much.
  expect((highest - before) / 1e6).toBeLessThan(120);
}, 120_000);

test.each([['csv', writeCsv], ['xlsx', writeXlsx]] as const)('stopping in the midst of a million rows of %s leaves nothing behind', async (format, write) => {
  const path = placeFor(`stopped-million.${format}`);
  const stop = new AbortController();
  let last = 0;
  const written = write({ headings, sheetName: '合同', signal: stop.signal, rows: rows(million, (row) => {
    last = row;
    if (row === 100_000) stop.abort();
  }) }, path);
  await expect(written).rejects.toThrow(/abort/i);
  expect(last).toBeLessThan(101_000);
  expect(existsSync(path)).toBe(false);
  expect(readdirSync(dirname(path)).filter((name) => name.includes(basename(path)))).toEqual([]);
}, 60_000);
