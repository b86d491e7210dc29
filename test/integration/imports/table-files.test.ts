import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Day } from '#shared/kernel/day.ts';
import { writeCsv, writeXlsx, type WrittenCell } from '../../../src-main/imports/writing/table-files.ts';
import { cellsOf, placeFor } from './files.fixture.ts';

const headings = ['合同编号', '=合同名称', '金额', '日期'];
const dangerous = ['=1+1', '+86 10', '-2+3', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '=cmd|\'/C calc\'!A0', '＝1'];
const rows: readonly (readonly WrittenCell[])[] = [
  ['HT-1', 'a "b", c\r\nd', -1234.5, { day: '2026-01-05' as Day }],
  ...dangerous.map((text) => [text, '中', 0, null] as const),
];

function judge(script: string, path: string): unknown {
  return JSON.parse(execFileSync('python3', ['-c', script, path], { encoding: 'utf8' }));
}

describe('an exported CSV file', () => {
  it('is read by another program as it was meant, and holds no formula', async () => {
    const path = placeFor('out.csv');
    await writeCsv({ headings, rows, sheetName: '台账' }, path);
    expect([...readFileSync(path).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const read = judge('import csv,json,sys; print(json.dumps(list(csv.reader(open(sys.argv[1], encoding="utf-8-sig", newline="")))))', path) as readonly string[][];
    expect(read[0]).toEqual(['合同编号', "'=合同名称", '金额', '日期']);
    expect(read[1]).toEqual(['HT-1', 'a "b", c\r\nd', '-1234.5', '2026-01-05']);
    expect(read.slice(2).map(([first]) => first)).toEqual(dangerous.map((text) => `'${text}`));
  });

  it('comes back in by our own import', async () => {
    const path = placeFor('round.csv');
    await writeCsv({ headings: ['a', 'b'], rows: [['=1+1', '壹'], ['-5', 'b']], sheetName: '台账' }, path);
    expect(await cellsOf(path)).toEqual([['a', 'b'], ['=1+1', '壹'], ['-5', 'b']]);
  });
});

describe('an exported workbook', () => {
  it('holds numbers as numbers, days as dates, and no formula', async () => {
    const path = placeFor('out.xlsx');
    await writeXlsx({ headings, rows, sheetName: '台账' }, path);
    const sheet = judge('import zipfile,json,sys; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps(z.read("xl/worksheets/sheet1.xml").decode()))', path) as string;
    expect(sheet).not.toContain('<f>');
    expect(sheet).toContain('<v>-1234.5</v>');
    expect(sheet).toContain("'=1+1");
    const read = await cellsOf(path);
    expect(read[1]).toEqual(['HT-1', 'a "b", c\r\nd', -1234.5, { excelSerial: 46027, date1904: false }]);
    expect(read[2]?.[0]).toBe('=1+1');
  });

  it('of a hundred thousand rows costs no memory for them', async () => {
    const many = async function* (): AsyncGenerator<readonly WrittenCell[], void, undefined> {
      for (let row = 0; row < 100_000; row += 1) {
        if (row % 1000 === 0) await Promise.resolve();
        yield [`HT-${row}`, `采购合同第 ${row} 号`, row / 100, { day: '2026-01-05' as Day }];
      }
    };
    const before = process.memoryUsage().heapUsed;
    let peak = 0;
    const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage().heapUsed)), 20);
    await writeXlsx({ headings, rows: many(), sheetName: '台账' }, placeFor('many.xlsx'));
    clearInterval(timer);
    expect(peak - before).toBeLessThan(150 * 1024 ** 2);
    expect((await cellsOf(placeFor('many.xlsx'))).length).toBe(100_001);
  });
});

describe('a file that could not be finished', () => {
  it('leaves what stood there, and no trace of its own', async () => {
    const path = placeFor('kept.csv');
    writeFileSync(path, 'earlier');
    const broken = function* (): Generator<readonly WrittenCell[], void, undefined> {
      yield ['1'];
      throw new Error('the source broke');
    };
    await expect(writeCsv({ headings: ['a'], rows: broken(), sheetName: 'a' }, path)).rejects.toThrow('the source broke');
    const abort = new AbortController();
    abort.abort();
    await expect(writeXlsx({ headings: ['a'], rows: [['1']], sheetName: 'a', signal: abort.signal }, path)).rejects.toThrow(/abort/i);
    expect(readFileSync(path, 'utf8')).toBe('earlier');
    expect(readdirSync(dirname(path)).filter((name) => name.startsWith(`.${basename(path)}`))).toEqual([]);
    await expect(writeCsv({ headings: ['a'], rows: [], sheetName: 'a' }, placeFor('missing/file.csv'))).rejects.toThrow('ENOENT');
  });
});
