import { deflateRawSync } from 'node:zlib';
import { statSync } from 'node:fs';
import { writeOds } from 'hucre/ods';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { readDay } from '#shared/features/imports/read-day.ts';
import { cellsOf, fileOf, opened, refusalOf, rowsOf, walkOf, workbookParts, zipOf, type ZipPart } from './files.fixture.ts';
import { effortOf } from '../../harness/effort.ts';

const headings = ['合同编号', '合同名称', '金额', '签订日期'];

const excelSheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const asExcel = (sheet: string, options: Parameters<typeof workbookParts>[1] = {}) => zipOf(workbookParts(sheet, options));
const headingRow = '<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>';

describe('a workbook', () => {
  it.each([['1900'], ['1904']] as const)('with dates counted from %s is read', async (dateSystem) => {
    const bytes = await writeXlsx({ dateSystem, sheets: [{ name: '台账', rows: [headings, ['HT-1', '采购', 1234.5, new Date('2026-01-05T00:00:00Z')], ['HT-2', "'=1+1", true, null]] }] });
    const table = await opened(fileOf(`dates-${dateSystem}.xlsx`, bytes));
    expect([table.format, table.sheetNames, table.headings, table.date1904]).toEqual(['xlsx', ['台账'], headings, dateSystem === '1904']);
    const [first, second] = await rowsOf(table);
    expect(first?.cells.slice(0, 3)).toEqual(['HT-1', '采购', 1234.5]);
    expect(readDay(first?.cells[3] ?? null)).toEqual({ ok: true, value: '2026-01-05' });
    expect(second?.cells.slice(0, 3)).toEqual(['HT-2', '=1+1', true]);
    expect([first?.rowNumber, second?.rowNumber]).toEqual([2, 3]);
  });

  it('with shared strings as Excel writes them is read: rich text, readings, escapes, prefixes, a number that looks like an index', async () => {
    const shared = '<sst count="9"><si><t>编号</t></si><si><t xml:space="preserve"> 名称 </t></si><si><r><t>粗</t></r><r><rPr><b/></rPr><t>体</t></r></si><si/><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>a &amp; b_x000D_c</t></si></sst>';
    const cell = (ref: string, type: string, value: string) => `<c r="${ref}"${type}><v>${value}</v></c>`;
    const sheet = excelSheet(
      `<row r="1">${cell('A1', ' t="s"', '0')}${cell('B1', ' s="0" t="s"', '1')}${cell('C1', ' t="str"', '0')}</row>` +
        `<row r="3" spans="1:3">${cell('A3', ' t="s"', '2')}${cell('B3', ' t="s"', '4')}${cell('C3', '', '3')}</row>` +
        `<row r="4">${cell('A4', ' t="s"', '5')}${cell('B4', ' t="s"', '3')}${cell('C4', ' t="e"', '#REF!')}</row>` +
        `<row r="5">${cell('A5', ' t="s"', '99')}${cell('B5', ' t="str"', '1')}<c r="C5" t="inlineStr"><is><t>t="s"&gt;</t></is></c></row>`,
    );
    const expected = [['编号', '名称', '0'], ['粗体', '東京', 3], ['a & b\rc', '', '#REF!'], [null, '1', 't="s">']];
    expect(await cellsOf(fileOf('shared.xlsx', asExcel(sheet, { shared })))).toEqual(expected);
    const prefixed = (xml: string) => xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:');
    expect(await cellsOf(fileOf('prefixed.xlsx', asExcel(prefixed(sheet), { shared: prefixed(shared) })))).toEqual(expected);
    expect((await opened(fileOf('named.xlsx', asExcel(sheet, { shared })))).sheetNames).toEqual(['台账 & A']);
  });

  it('many shared strings, across all borders of pieces, come out right', async () => {
    const count = 60_000;
    const texts = Array.from({ length: count }, (_, index) => `第 ${index} 号<合同>𠮷`);
    const shared = `<sst>${texts.map((text) => `<si><t>${text.replaceAll('<', '&lt;')}</t></si>`).join('')}</sst>`;
    const rows = texts.map((_, index) => `<row r="${index + 2}"><c r="A${index + 2}" t="s"><v>${index}</v></c><c r="B${index + 2}"><v>${index}</v></c></row>`);
    const cells = await cellsOf(fileOf('many.xlsx', asExcel(excelSheet(headingRow + rows.join('')), { shared })));
    expect(cells.slice(1)).toEqual(texts.map((text, index) => [text, index]));
  });

  it('the sheet is the first with rows, or the one asked for', async () => {
    const path = fileOf('sheets.xlsx', await writeXlsx({ sheets: [{ name: '封面', rows: [] }, { name: '一', rows: [['a', 'b'], ['1', '2']] }, { name: '二', rows: [['c', 'd'], ['3', '4']] }] }));
    const table = await opened(path);
    expect([table.sheetNames, table.headings]).toEqual([['封面', '一', '二'], ['a', 'b']]);
    await table.close();
    expect(await cellsOf(path, { sheet: '二' })).toEqual([['c', 'd'], ['3', '4']]);
  });

  it('without its time a bare number is a day of the workbook’s epoch', async () => {
    const sheet = excelSheet(`${headingRow}<row r="2"><c r="A2"><v>44565</v></c><c r="B2"><v>1</v></c></row>`);
    const table = await opened(fileOf('epoch.xlsx', asExcel(sheet, { date1904: true })));
    const [row] = await rowsOf(table);
    expect(readDay(row?.cells[0] ?? null, { date1904: table.date1904 })).toEqual({ ok: true, value: '2026-01-05' });
  });

  it('rows wait for their reader', async () => {
    const rows = Array.from({ length: 60_000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>${index}</v></c><c r="B${index + 2}"><v>${index}</v></c></row>`);
    let read = 0;
    const table = await opened(fileOf('slow.xlsx', asExcel(excelSheet(headingRow + rows.join('')))), { onBytes: (bytes, total) => (read = bytes / total) });
    for await (const { rowNumber } of table.rows) {
      if (rowNumber > 500) break;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    expect(read).toBeLessThan(0.9);
  });

  it('merged cells have their value in each of their rows, below the headings only', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const sheet = [
      `<row r="1">${cell('A1', '客户')}${cell('B1', '编号')}${cell('C1', '名称')}</row>`,
      `<row r="2">${cell('A2', '中兴')}${cell('B2', 'V-1')}${cell('C2', '一')}</row><row r="3">${cell('B3', 'V-2')}</row><row r="4"/>`,
      `<row r="5">${cell('B5', 'V-3')}</row><row r="6">${cell('B6', 'V-4')}${cell('C6', '四')}</row><row r="7">${cell('B7', 'V-5')}</row>`,
    ].join('');
    const merges = '<mergeCells count="5"><mergeCell ref="A2:A5"/><mergeCell ref="C2:D3"/><mergeCell ref="C1:C2"/><mergeCell ref="A6:A7"/><mergeCell ref="B5:C5"/></mergeCells>';
    const xml = `<worksheet><sheetData>${sheet}</sheetData>${merges}</worksheet>`;
    const expected = [['客户', '编号', '名称'], ['中兴', 'V-1', '一'], ['中兴', 'V-2', '一'], ['中兴', 'V-3'], [null, 'V-4', '四'], [null, 'V-5']];
    expect(await cellsOf(fileOf('merged.xlsx', asExcel(xml)))).toEqual(expected);
    expect(await cellsOf(fileOf('merged-prefixed.xlsx', asExcel(xml.replace(/<(\/?)(?=[a-z])/gi, '<$1x:'))))).toEqual(expected);
    const rows = await rowsOf(await opened(fileOf('merged.xlsx', asExcel(xml))));
    expect(rows.map(({ rowNumber, merged }) => [rowNumber, merged])).toEqual([[2, undefined], [3, [0, 2]], [5, [0]], [6, undefined], [7, undefined]]);
  });

  it('many merged cells, across all borders of pieces, are found once each, and more than any ledger has are refused', async () => {
    const pairs = (count: number) => Array.from({ length: count }, (_, index) => `<mergeCell ref="A${index * 2 + 2}:A${index * 2 + 3}"/>`).join('');
    const rows = Array.from({ length: 20_000 }, (_, index) => `<row r="${index + 2}">${index % 2 === 0 ? `<c r="A${index + 2}"><v>${index}</v></c>` : ''}<c r="B${index + 2}"><v>1</v></c></row>`);
    const xml = (count: number) => `<worksheet><sheetData>${headingRow}${rows.join('')}</sheetData><mergeCells>${pairs(count)}</mergeCells></worksheet>`;
    const cells = (await cellsOf(fileOf('pairs.xlsx', asExcel(xml(10_000))))).slice(1);
    expect(cells.every(([value], index) => value === index - (index % 2))).toBe(true);
    expect(await refusalOf(fileOf('too-many.xlsx', asExcel(xml(200_001))))).toBe('TOO_LARGE');
  });

  it('can be cancelled on the way, and closed unread', async () => {
    const path = fileOf('cancel.xlsx', asExcel(excelSheet(headingRow + Array.from({ length: 5000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}"><v>1</v></c></row>`).join(''))));
    const abort = new AbortController();
    const table = await opened(path, { signal: abort.signal });
    await expect(async () => {
      for await (const { rowNumber } of table.rows) if (rowNumber === 100) abort.abort();
    }).rejects.toThrow(/abort/i);
    await (await opened(path)).close();
  });
});

describe('what is no workbook of ours', () => {
  it('is named by its content', async () => {
    const docx: readonly ZipPart[] = [{ name: '[Content_Types].xml', data: '<Types/>' }, { name: '_rels/.rels', data: '<Relationships/>' }, { name: 'word/document.xml', data: '<w/>' }];
    expect(await refusalOf(fileOf('word.xlsx', zipOf(docx)))).toBe('UNSUPPORTED docx');
    expect(await refusalOf(fileOf('zip.xlsx', zipOf([{ name: 'a.txt', data: 'a' }])))).toBe('UNSUPPORTED zip');
    expect(await refusalOf(fileOf('ods.xlsx', await writeOds({ sheets: [{ name: 'a', rows: [['a']] }] })))).toBe('UNSUPPORTED ods');
    expect(await refusalOf(fileOf('empty.xlsx', await writeXlsx({ sheets: [{ name: 'a', rows: [] }] })))).toBe('EMPTY');
  });

  it('nor is text under a workbook’s name, which would be taken for a table of commas', async () => {
    for (const [name, text] of [['fake.xlsx', 'hello, I am not xlsx'], ['fake.XLSM', '编号,名称\n1,甲'], ['json.xlsx', '[{"a":"b"}]'], ['card.xlsx', 'BEGIN:VCARD\r\nFN:a\r\nEND:VCARD']] as const) {
      expect(await refusalOf(fileOf(name, text))).toBe('NOT_A_WORKBOOK');
    }
    expect(await cellsOf(fileOf('tabs.xls', '编号\t名称\n1\t甲'))).toEqual([['编号', '名称'], ['1', '甲']]);
  });

  it('a workbook with a password says so, an old one is named', async () => {
    const locked = await writeXlsx({ sheets: [{ name: 'a', rows: [['a', 'b']] }], encryption: { password: 'x', spinCount: 10 } });
    expect(await refusalOf(fileOf('locked.xlsx', locked))).toBe('ENCRYPTED');
    const old = Buffer.alloc(2048);
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(old);
    old.writeUInt16LE(9, 30);
    old.writeUInt32LE(0, 48);
    for (const [index, name] of ['Root Entry', 'Workbook'].entries()) {
      old.write(name, 512 + index * 128, 'utf16le');
      old.writeUInt16LE(name.length * 2 + 2, 512 + index * 128 + 64);
    }
    expect(await refusalOf(fileOf('old.xlsx', old))).toBe('OLD_EXCEL');
    const unnamed = Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(2000)}`, 'hex');
    expect([await refusalOf(fileOf('old.xls', unnamed)), await refusalOf(fileOf('old.bin', unnamed))]).toEqual(['OLD_EXCEL', 'UNRECOGNISED']);
    const inXml = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet/></Workbook>';
    expect([await refusalOf(fileOf('old-xml.xls', inXml)), await refusalOf(fileOf('noise.csv', Buffer.from([1, 0, 2, 0, 3])))]).toEqual(['OLD_EXCEL', 'UNRECOGNISED']);
    expect(await refusalOf(fileOf('zipped.xlsx', zipOf(workbookParts(excelSheet(headingRow)).map((part) => ({ ...part, isEncrypted: true })))))).toBe('ENCRYPTED');
  });
});

describe('hostile workbooks', () => {
  const gibibyte = 1024 ** 3;

  it('a gibibyte of zeros is refused at once and without its memory, whether its header tells the truth or not', async () => {
    const zeros = deflateZeros(gibibyte);
    const parts = workbookParts('').filter(({ name }) => !name.includes('sheet1'));
    const honest = fileOf('bomb.xlsx', zipOf([...parts, { name: 'xl/worksheets/sheet1.xml', data: zeros, isDeflated: true, claimedSize: gibibyte }]));
    const lying = fileOf('liar.xlsx', zipOf([...parts, { name: 'xl/worksheets/sheet1.xml', data: zeros, isDeflated: true, claimedSize: 1000 }]));
    const inStrings = fileOf('strings.xlsx', zipOf([...workbookParts(excelSheet(headingRow), { shared: '' }).slice(0, -1), { name: 'xl/sharedStrings.xml', data: zeros, isDeflated: true, claimedSize: 500_000 }]));
    expect(statSync(honest).size).toBeLessThan(2_000_000);
    for (const path of [honest, lying, inStrings]) {
      const before = process.memoryUsage().rss;
      const { outcome, seconds } = await effortOf(() => walkOf(path));
      expect(outcome).toEqual({ rows: 0, code: 'BOMB' });
      expect(seconds).toBeLessThan(2);
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 ** 2);
    }
  });

  it('many parts that are each bearable are refused together', async () => {
    const data = deflateZeros(8 * 1024 ** 2);
    const parts = Array.from({ length: 140 }, (_, index) => ({ name: `xl/media/${index}.bin`, data, isDeflated: true, claimedSize: 8 * 1024 ** 2 }));
    expect(await refusalOf(fileOf('sum.xlsx', zipOf([...workbookParts(excelSheet(headingRow)), ...parts])))).toBe('BOMB');
  });

  it('a part that stands in it twice is refused', async () => {
    const parts = workbookParts(excelSheet(headingRow));
    expect(await refusalOf(fileOf('twice.xlsx', zipOf([...parts, ...parts.slice(-1)])))).toBe('DAMAGED');
  });

  it('a workbook cut short, or with bytes changed, is damage and never a throw of another kind', async () => {
    const whole = Buffer.from(await writeXlsx({ sheets: [{ name: 'a', rows: Array.from({ length: 3000 }, (_, index) => [`${index}`, index, 'x'.repeat(index % 50)]) }] }));
    expect(await walkOf(fileOf('cut.xlsx', whole.subarray(0, whole.length / 2)))).toEqual({ rows: 0, code: 'DAMAGED' });
    const outcomes = new Set<string | null>();
    for (let at = 100; at < whole.length; at += Math.ceil(whole.length / 60)) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      outcomes.add((await walkOf(fileOf('changed.xlsx', changed))).code);
    }
    expect(outcomes).toContain('DAMAGED');
  });

  it('tags made to keep a search busy do not', async () => {
    const size = 300_000;
    const sheet = excelSheet(`${headingRow}<row r="2"><c ${'t="s" '.repeat(size)}</row>`);
    const shared = `<sst><si>${'<rPh '.repeat(size)}${'<si '.repeat(size)}</si></sst>`;
    const { seconds } = await effortOf(async () => {
      await walkOf(fileOf('busy-sheet.xlsx', asExcel(sheet)));
      await walkOf(fileOf('busy-strings.xlsx', asExcel(excelSheet(headingRow), { shared })));
    });
    expect(seconds).toBeLessThan(3);
  });

  it('an address beyond the sheet and entities that multiply do no harm', async () => {
    const far = excelSheet(`${headingRow}<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`);
    expect((await walkOf(fileOf('far.xlsx', asExcel(far)))).code).toBe(null);
    const beyond = excelSheet(`${headingRow}<row r="99999999"><c r="A99999999"><v>1</v></c></row>`);
    expect((await walkOf(fileOf('beyond.xlsx', asExcel(beyond)))).code).toBe('DAMAGED');
    const lol = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${excelSheet(headingRow.replace('>a<', '>&b;<'))}`;
    const { seconds } = await effortOf(() => walkOf(fileOf('lol.xlsx', asExcel(lol))));
    expect(seconds).toBeLessThan(1);
  });
});

/** The deflated form of zeros: 16 MiB deflated once and repeated, since a gibibyte at once would take seconds. */
function deflateZeros(size: number): Buffer {
  const chunk = Math.min(size, 16 * 1024 ** 2);
  // A sync flush ends on a byte, so that pieces can be strung together; an empty last block ends the stream.
  const piece = deflateRawSync(Buffer.alloc(chunk), { finishFlush: 2 });
  return Buffer.concat([...Array.from({ length: size / chunk }, () => piece), Buffer.from([0x03, 0x00])]);
}

