import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { cellsOf, fileOf, opened, placeFor, refusalOf, rowsOf, walkOf } from './files.fixture.ts';

const ledger = '合同编号,合同名称,金额\r\nHT-1,"采购,""一""\r\n期",1234.5\r\n\r\nHT-2,服务,9\r\n';
const ledgerCells = [
  ['合同编号', '合同名称', '金额'],
  ['HT-1', '采购,"一"\r\n期', '1234.5'],
  ['HT-2', '服务', '9'],
];

/** The text in an encoding, as Python writes it. */
function encodedFile(name: string, encoding: string, text: string): string {
  const path = placeFor(name);
  execFileSync('python3', ['-c', 'import sys; open(sys.argv[1], "wb").write(sys.stdin.buffer.read().decode("utf-8").encode(sys.argv[2]))', path, encoding], { input: text });
  return path;
}

describe('CSV', () => {
  it.each([
    ['utf-8', 'utf-8'], ['utf-8-sig', 'utf-8'], ['gb18030', 'gb18030'], ['gbk', 'gb18030'], ['utf-16', 'utf-16le'],
  ])('in %s is read alike', async (encoding, detected) => {
    const path = encodedFile(`ledger-${encoding}.csv`, encoding, ledger);
    const table = await opened(path);
    expect([table.format, table.encoding]).toEqual(['csv', detected]);
    expect([table.headings, ...(await rowsOf(table)).map(({ cells }) => cells)]).toEqual(ledgerCells);
  });

  it('a Chinese character that comes late, or on the border of two pieces, decides the encoding', async () => {
    const filler = 'HT,abc,1\r\n'.repeat(60_000);
    const path = encodedFile('late.csv', 'gb18030', `No,Title,Amount\r\n${filler}HT-9,采购合同𠮷,1\r\n`);
    const cells = await cellsOf(path);
    expect(cells.at(-1)).toEqual(['HT-9', '采购合同𠮷', '1']);
    const shifted = await cellsOf(fileOf('shifted.csv', `a,b\n${'一'.repeat(300_001)},1\n`));
    expect(shifted[1]?.[0]).toBe('一'.repeat(300_001));
  });

  it.each([[';'], ['\t']])('with %j between its cells is read alike', async (delimiter) => {
    const text = ['编号', '名称', '金额'].join(delimiter) + '\n' + ['1', 'a,b', '2'].join(delimiter) + '\n';
    expect(await cellsOf(fileOf('delimiter.csv', text))).toEqual([['编号', '名称', '金额'], ['1', 'a,b', '2']]);
    expect(await cellsOf(fileOf('named.csv', `sep=${delimiter}\n${text}`))).toEqual([['编号', '名称', '金额'], ['1', 'a,b', '2']]);
  });

  it('records that lie across the pieces of the file come out whole', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => [`HT-${index}`, `第 "${index}" 号\r\n二行, 三`, `${index}`]);
    const text = ['a,b,c', ...rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','))].join('\r\n');
    expect((await cellsOf(fileOf('pieces.csv', text))).slice(1)).toEqual(rows);
  });

  it('row numbers are those that a spreadsheet shows, with blank rows counted', async () => {
    const rows = await rowsOf(await opened(fileOf('numbers.csv', '2026 年合同台账\n\n编号,名称\n1,"a\nb"\n,\n2,c\n')));
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([4, 6]);
  });

  it('headings are found below a title, made distinct, and may be said', async () => {
    const path = fileOf('headings.csv', '2026 年合同台账,,,\n单位:元,,,\n编号,名称,名称,\n1,a,b,c\n');
    expect(await cellsOf(path)).toEqual([['编号', '名称', '名称 (2)', 'D'], ['1', 'a', 'b', 'c']]);
    expect((await opened(path, { headingRow: 4 })).headings).toEqual(['1', 'a', 'b', 'c']);
  });

  it('a quote that never closes is damage, not a swallowed file', async () => {
    const start = `a,b\n${'1,2\n'.repeat(100)}`;
    expect(await walkOf(fileOf('quote.csv', `${start}3,"lost\n${'4,5\n'.repeat(600_000)}`))).toEqual({ rows: 100, code: 'DAMAGED' });
    expect(await walkOf(fileOf('short.csv', `${start}3,"lost\n4,5\n`))).toEqual({ rows: 100, code: 'DAMAGED' });
    expect(await walkOf(fileOf('closed.csv', `${start}3,"kept"`))).toEqual({ rows: 101, code: null });
  });

  it('bytes of another encoding than the one said are damage', async () => {
    const path = encodedFile('wrong.csv', 'gb18030', ledger);
    await expect(opened(path, { encoding: 'utf-8' })).rejects.toThrow('DAMAGED');
  });

  it('tells of its progress and can be cancelled', async () => {
    const path = fileOf('long.csv', `a,b\n${'1,2\n'.repeat(500_000)}`);
    const seen: number[] = [];
    const abort = new AbortController();
    const table = await opened(path, { signal: abort.signal, onBytes: (read, total) => seen.push(read / total) });
    await expect(async () => {
      for await (const { rowNumber } of table.rows) if (rowNumber === 1000) abort.abort();
    }).rejects.toThrow(/abort/i);
    expect(seen.at(-1)).toBeLessThan(1);
    const whole = await opened(path, { onBytes: (read, total) => seen.push(read / total) });
    expect((await rowsOf(whole)).length).toBe(500_000);
    expect(seen.at(-1)).toBe(1);
  });
});

describe('JSON', () => {
  const entries = [{ number: 'HT-1', party: { name: '甲 {"' }, tags: ['a', 'b'], amount: 1.5 }, { number: 'HT-2', note: null, signed: true }];
  const cells = [
    ['number', 'party.name', 'tags', 'amount', 'note', 'signed'],
    ['HT-1', '甲 {"', 'a、b', 1.5, null, null],
    ['HT-2', null, null, null, null, true],
  ];

  it('an array of objects and JSON lines are read alike', async () => {
    expect(await cellsOf(fileOf('a.json', JSON.stringify(entries, null, 2)))).toEqual(cells);
    expect(await cellsOf(fileOf('b.jsonl', '\uFEFF' + entries.map((entry) => JSON.stringify(entry)).join('\n')))).toEqual(cells);
  });

  it('entries that lie across the pieces of the file come out whole', async () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ({ id: index, text: `第 "${index}" } { \\ 号` }));
    const read = await cellsOf(fileOf('many.json', JSON.stringify(many)));
    expect(read.slice(1)).toEqual(many.map(({ id, text }) => [id, text]));
  });

  it('what is no list of objects is refused', async () => {
    expect(await refusalOf(fileOf('c.json', '[1, 2, 3]'))).toBe('NOT_A_TABLE');
    expect(await refusalOf(fileOf('d.json', '[]'))).toBe('NOT_A_TABLE');
    expect(await refusalOf(fileOf('e.json', '[{"a": 1}, {"a": '))).toBe('DAMAGED');
    expect(await refusalOf(fileOf('f.json', '[{"a": 1,}]'))).toBe('DAMAGED');
    expect(await cellsOf(fileOf('g.json', '[{"__proto__": {"x": 1}, "constructor": "c"}]'))).toContainEqual(expect.arrayContaining(['c']));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('cards', () => {
  it('of the three versions are read alike', async () => {
    const v4 = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:张伟\r\nORG:北京华星科技有限公司;法务部\r\nTITLE:经理\r\nTEL;VALUE=uri;TYPE=work:tel:+86-10-1234\r\nEMAIL:zw@hx.cn\r\nADR:;;中关村大街1号;海淀区;北京市;100080;中国\r\nNOTE:长\r\n  期\\n合作\r\nEND:VCARD\r\n';
    const v3 = v4.replace('4.0', '3.0').replace('TEL;VALUE=uri;TYPE=work:tel:', 'TEL;TYPE=WORK,PREF:');
    const quoted = (text: string) => [...Buffer.from(text)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
    const v21 = `BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:${quoted('张')}=\r\n${quoted('伟')}\r\nORG:北京华星科技有限公司;法务部\r\nTITLE:经理\r\nTEL;WORK;VOICE:+86-10-1234\r\nEMAIL;INTERNET:zw@hx.cn\r\nADR;WORK:;;中关村大街1号;海淀区;北京市;100080;中国\r\nNOTE;QUOTED-PRINTABLE:${quoted('长 期\r\n合作')}\r\nEND:VCARD\r\n`;
    const cells = await cellsOf(fileOf('cards.vcf', v4 + v3 + v21));
    expect(cells[0]).toEqual(['ORG', 'FN', 'TITLE', 'TEL', 'EMAIL', 'ADR', 'URL', 'NOTE', 'KIND']);
    const row = ['北京华星科技有限公司 法务部', '张伟', '经理', '+86-10-1234', 'zw@hx.cn', '中国北京市海淀区中关村大街1号', '', '长 期\n合作', 'company'];
    expect(cells.slice(1)).toEqual([row, row, row]);
  });

  it('in GBK, with a person and no company', async () => {
    const path = encodedFile('old.vcf', 'gbk', 'BEGIN:VCARD\r\nVERSION:2.1\r\nFN;CHARSET=GBK:李娜\r\nTEL;CELL:13800000000\r\nEND:VCARD\r\n');
    expect((await cellsOf(path))[1]).toEqual(['李娜', '李娜', '', '13800000000', '', '', '', '', 'individual']);
  });

  it('a broken card is damage', async () => {
    expect(await refusalOf(fileOf('broken.vcf', 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\n'))).toBe('DAMAGED');
  });
});

describe('what is no table', () => {
  it('is named by its content, whatever its name says', async () => {
    expect(await refusalOf(fileOf('empty.csv', ''))).toBe('EMPTY');
    expect(await refusalOf(fileOf('blank.csv', '\uFEFF \r\n , \r\n'))).toBe('EMPTY');
    expect(await refusalOf(fileOf('pdf.xlsx', '%PDF-1.7\n…'))).toBe('UNSUPPORTED pdf');
    expect(await refusalOf(fileOf('html.xls', '<html><table><tr><td>1</td></tr></table></html>'))).toBe('UNSUPPORTED html');
    expect(await refusalOf(fileOf('picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])))).toBe('UNSUPPORTED png');
    expect(await refusalOf(fileOf('zeros.csv', Buffer.alloc(5000)))).toBe('UNRECOGNISED');
    expect(await refusalOf(fileOf('random.csv', Buffer.from([0x81, 0x20, 0xff, 0xff, 0x41])))).toBe('NOT_A_TABLE');
    expect(await refusalOf(fileOf('prose.csv', 'To whom it may concern '.repeat(20)))).toBe('NOT_A_TABLE');
  });
});
