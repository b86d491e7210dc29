import { Document, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import { readFileSync } from 'node:fs';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import fontkit from '@cantoo/fontkit';
import { afterAll, expect, it } from 'vitest';
import { createWorkers } from '../../../src-main/workers/worker-pool.ts';
import { createReadingTasks } from '../../../src-main/workers/reading-tasks.ts';
import { zipOf } from '../imports/files.fixture.ts';

const workers = createWorkers({ directory: new URL('../../../src-main/workers/', import.meta.url), extension: '.ts' });
const { read } = createReadingTasks(workers);
afterAll(() => workers.close());

it('reads headings, paragraphs and tables of a Word file in their order', async () => {
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ text: '采购合同', heading: HeadingLevel.TITLE }),
          new Paragraph({ text: '第一条 标的', heading: HeadingLevel.HEADING_1 }),
          new Paragraph('乙方应于2026年12月1日前交付。'),
          new Table({ rows: [new TableRow({ children: ['品名', '数量'].map((text) => new TableCell({ children: [new Paragraph(text)] })) })] }),
        ],
      },
    ],
  });
  const bytes = await Packer.toBuffer(document);
  expect(await read({ name: '合同.docx', bytes })).toEqual({
    ok: true,
    value: {
      kind: 'docx',
      blocks: [
        { kind: 'title', level: 0, text: '采购合同', cells: null },
        { kind: 'heading', level: 1, text: '第一条 标的', cells: null },
        { kind: 'paragraph', level: 0, text: '乙方应于2026年12月1日前交付。', cells: null },
        { kind: 'tableRow', level: 0, text: '品名\t数量', cells: ['品名', '数量'] },
      ],
    },
  });
});

it('reads tracked changes of a Word file as accepted, and what its fields show', async () => {
  const field = (code: string, shown: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(shown)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
  const paragraphs = [
    `${run('乙方应于')}<w:del w:id="1" w:author="a"><w:r><w:delText>尽快</w:delText></w:r></w:del><w:ins w:id="2" w:author="a">${run('10日内')}</w:ins>${run('交货。')}`,
    `${run('见')}${field('REF _Ref1 \\r \\h', '第三条')}${run('。')}`,
    `${run('签订日期：')}<w:fldSimple w:instr=" DATE \\@ &quot;yyyy年M月d日&quot; ">${run('2026年11月25日')}</w:fldSimple>${run('，')}<w:moveFrom w:id="3" w:author="a">${run('旧处')}</w:moveFrom><w:moveTo w:id="4" w:author="a">${run('新处')}</w:moveTo>`,
    `<w:sdt><w:sdtContent>${run('甲方：远岸公司')}</w:sdtContent></w:sdt>`,
  ];
  const bytes = wordFile(paragraphs.map((inner) => `<w:p>${inner}</w:p>`).join(''));
  const answer = await read({ name: '合同.docx', bytes });
  expect(answer.ok && answer.value.blocks.map(({ text }) => text)).toEqual(['乙方应于10日内交货。', '见第三条。', '签订日期：2026年11月25日，新处', '甲方：远岸公司']);
});

it('reads rows and paragraphs that were deleted, joined or added while changes were tracked as if all had been accepted', async () => {
  const row = (change: string, cell: string) => `<w:tr><w:trPr>${change}</w:trPr><w:tc><w:p>${cell}</w:p></w:tc></w:tr>`;
  const bytes = wordFile(
    `<w:p><w:pPr><w:rPr><w:del w:id="1" w:author="a"/></w:rPr></w:pPr>${run('乙方应于10日内')}</w:p><w:p>${run('交货。')}</w:p>` +
      `<w:tbl>${row('', run('水泵'))}${row('<w:del w:id="2" w:author="a"/>', '<w:del w:id="3" w:author="a"><w:r><w:delText>阀门</w:delText></w:r></w:del>')}${row('<w:ins w:id="4" w:author="a"/>', `<w:ins w:id="5" w:author="a">${run('管道')}</w:ins>`)}</w:tbl>` +
      `<w:p><w:ins w:id="6" w:author="a"><w:del w:id="7" w:author="b"><w:r><w:delText>先增后删</w:delText></w:r></w:del></w:ins>${run('完')}</w:p>`,
  );
  const answer = await read({ name: '合同.docx', bytes });
  expect(answer.ok && answer.value.blocks.map(({ text }) => text)).toEqual(['乙方应于10日内交货。', '水泵', '管道', '完']);
});

it('reads five megabytes of text, and a line of a megabyte', async () => {
  for (const text of ['第一条 标的\n乙方交付水泵。\n'.repeat(120_000), '甲'.repeat(350_000)]) {
    const answer = await read({ name: 'a.txt', bytes: Buffer.from(text) });
    expect(answer.ok && answer.value.blocks.reduce((sum, block) => sum + block.text.length, 0)).toBe(text.replaceAll('\n', '').length);
  }
});

it('joins the lines of a printed paragraph and leaves page numbers out', async () => {
  const bytes = await printed([
    ['服务合同', '第一条 乙方应当自本合同生效之日起三十日内向甲方交付全部成果并提供相应的', '书面说明。', '1 / 2'],
    ['第二条 甲方应于收到发票后十日内付款。', '2 / 2'],
  ]);
  const answer = await read({ name: 'a.pdf', bytes });
  expect(answer.ok && answer.value.blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['title', '服务合同'],
    ['paragraph', '第一条 乙方应当自本合同生效之日起三十日内向甲方交付全部成果并提供相应的书面说明。'],
    ['paragraph', '第二条 甲方应于收到发票后十日内付款。'],
  ]);
});

it('reads what Chromium printed in the characters that people type', async () => {
  const answer = await read({ name: 'a.pdf', bytes: readFileSync('test/fixtures/pdf/printed-contract.pdf') });
  expect(answer.ok && answer.value.blocks.map(({ text }) => text).join('\n')).toContain('龙门飞马食品有限公司');
});

it('reads the rows of a table that is tagged, whatever fills or breaks the lines of their cells', async () => {
  const answer = await read({ name: 'a.pdf', bytes: taggedTable([[['Address', 72, 700], ['6 Langang Avenue, Shifan', 200, 700], ['District', 200, 685]], [['Contact', 72, 670], ['Sun', 200, 670]]]) });
  expect(answer.ok && answer.value.blocks).toEqual([
    { kind: 'tableRow', level: 0, text: 'Address\t6 Langang Avenue, Shifan District', cells: ['Address', '6 Langang Avenue, Shifan District'] },
    { kind: 'tableRow', level: 0, text: 'Contact\tSun', cells: ['Contact', 'Sun'] },
  ]);
});

it('keeps the rows of a table without tags apart, each with what goes on in its last column', async () => {
  const bytes = await placed([
    [72, 770, '服务合同'],
    [72, 750, '甲方'],
    [200, 750, '深圳蓝港渔业科技有限公司，住所在深圳市示范区蓝港大道六号'],
    [200, 730, '蓝港大厦'],
    [72, 710, '乙方'],
    [200, 710, '北京青石软件技术有限公司，住所在北京市示范区青石街十二号'],
    [72, 690, '联系人'],
    [200, 690, '孙样本'],
    [72, 670, '本合同适用于上述双方之间就渔船调度系统订立的全部约定和全部补充约定，包括第二条、'],
    [72, 650, '第三条和附件。'],
  ]);
  const answer = await read({ name: 'a.pdf', bytes });
  expect(answer.ok && answer.value.blocks.map(({ text }) => text)).toEqual([
    '服务合同',
    '甲方 深圳蓝港渔业科技有限公司，住所在深圳市示范区蓝港大道六号蓝港大厦',
    '乙方 北京青石软件技术有限公司，住所在北京市示范区青石街十二号',
    '联系人 孙样本',
    '本合同适用于上述双方之间就渔船调度系统订立的全部约定和全部补充约定，包括第二条、第三条和附件。',
  ]);
});

it('says that a PDF without text has none', async () => {
  const pdf = await PDFDocument.create();
  pdf.addPage().drawRectangle({ x: 10, y: 10, width: 100, height: 100 });
  expect(await code({ name: 'scan.pdf', bytes: await pdf.save() })).toBe('NO_TEXT_IN_FILE');
});

it('reads text in UTF-8, GB18030 and UTF-16', async () => {
  const gb18030 = new Uint8Array([0xba, 0xcf, 0xcd, 0xac, 0x0a, 0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5]);
  const utf16 = Buffer.from('\ufeff合同\r\n第一条', 'utf16le');
  for (const bytes of [Buffer.from('合同\n\n第一条'), gb18030, utf16]) {
    const answer = await read({ name: 'a.txt', bytes });
    expect(answer.ok && answer.value.blocks.map(({ text }) => text)).toEqual(['合同', '第一条']);
  }
});

it('reads headings, lists and tables of Markdown', async () => {
  const answer = await read({ name: 'a.md', bytes: Buffer.from('# 合同\n\n## 付款\n- 首付款 **30%**\n\n| 项 | 额 |\n|---|---|\n| 一 | 10 |\n') });
  expect(answer.ok && answer.value.blocks).toEqual([
    { kind: 'title', level: 0, text: '合同', cells: null },
    { kind: 'heading', level: 2, text: '付款', cells: null },
    { kind: 'listItem', level: 1, text: '首付款 30%', cells: null },
    { kind: 'tableRow', level: 0, text: '项\t额', cells: ['项', '额'] },
    { kind: 'tableRow', level: 0, text: '一\t10', cells: ['一', '10'] },
  ]);
});

it.each([
  ['nothing', new Uint8Array(), 'NO_TEXT_IN_FILE'],
  ['a program named .docx', new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1]), 'UNSUPPORTED_FILE'],
  ['a zip that is no Word file', zipOf([{ name: 'a.txt', data: 'a' }]), 'UNSUPPORTED_FILE'],
  ['a zip cut short', zipOf([{ name: 'word/document.xml', data: '<a/>' }]).subarray(0, 60), 'DAMAGED_FILE'],
  ['a bomb', zipOf([{ name: 'word/document.xml', data: Buffer.alloc(64 * 1024 * 1024) }]), 'FILE_TOO_LARGE'],
  ['a bomb whose list lies', zipOf([{ name: 'word/document.xml', data: Buffer.alloc(4 * 1024 * 1024), claimedSize: 100 }]), 'FILE_TOO_LARGE'],
  ['a broken PDF', Buffer.from('%PDF-1.7 nothing follows'), 'DAMAGED_FILE'],
  ['a file with a password', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]), 'ENCRYPTED_FILE'],
])('refuses %s', async (_name, bytes, expected) => {
  expect(await code({ name: 'a.docx', bytes })).toBe(expected);
});

it('leaves the bytes that it was given as they were', async () => {
  const bytes = await printed([['服务合同', '第一条 标的']]);
  const before = Buffer.from(bytes);
  await read({ name: 'a.pdf', bytes });
  expect(Buffer.compare(bytes, before)).toBe(0);
});

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

/** A Word file with such a body and nothing else. */
function wordFile(body: string): Uint8Array {
  return zipOf([
    { name: '[Content_Types].xml', data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' },
    { name: '_rels/.rels', data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' },
    { name: 'word/document.xml', data: `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>` },
  ]);
}

async function code(file: Parameters<typeof read>[0]): Promise<string | null> {
  const answer = await read(file);
  return answer.ok ? null : answer.error.code;
}

function printed(pages: readonly (readonly string[])[]): Promise<Uint8Array> {
  return placed(...pages.map((lines) => lines.map((line, index) => [72, 770 - index * 20, line] as const)));
}

async function placed(...pages: readonly (readonly (readonly [x: number, y: number, line: string])[])[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  pdf.registerFontkit(fontkit);
  await pdf.embedFont(StandardFonts.Helvetica);
  const font = await pdf.embedFont(readFileSync('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'), { subset: true });
  for (const lines of pages) {
    const page = pdf.addPage([595, 842]);
    for (const [x, y, line] of lines) page.drawText(line, { font, size: 12, x, y });
  }
  return pdf.save();
}

/** A PDF with a table of two columns, tagged as one; a line stands in the column that it is set in. */
function taggedTable(rows: readonly (readonly (readonly [text: string, x: number, y: number])[])[]): Uint8Array {
  const lines = rows.flatMap((cells, row) => cells.map(([text, x, y]) => ({ text, x, y, row })));
  const content = lines.map(({ text, x, y }, id) => `/P <</MCID ${id}>> BDC BT /F 10 Tf ${x} ${y} Td (${text}) Tj ET EMC`).join('\n');
  const table = rows.map((_cells, row) => {
    const cell = (isIn: (x: number) => boolean) => `<</S /TD /Pg 3 0 R /K [${lines.flatMap((line, id) => (line.row === row && isIn(line.x) ? [id] : [])).join(' ')}]>>`;
    return { first: cell((x) => x < 100), second: cell((x) => x >= 100) };
  });
  const cellId = (row: number, column: number) => 20 + row * 2 + column;
  const rowId = (row: number) => 10 + row;
  const objects = [
    '1 0 obj <</Type /Catalog /Pages 2 0 R /StructTreeRoot 6 0 R /MarkInfo <</Marked true>>>> endobj',
    '2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj',
    '3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents 0 /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>> endobj',
    `4 0 obj <</Length ${content.length}>> stream\n${content}\nendstream endobj`,
    '5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj',
    `6 0 obj <</Type /StructTreeRoot /K [7 0 R] /ParentTree <</Nums [0 [${lines.map(({ x, row }) => `${cellId(row, x < 100 ? 0 : 1)} 0 R`).join(' ')}]]>>>> endobj`,
    `7 0 obj <</Type /StructElem /S /Table /P 6 0 R /K [${rows.map((_cells, row) => `${rowId(row)} 0 R`).join(' ')}]>> endobj`,
    ...table.flatMap(({ first, second }, row) => [
      `${rowId(row)} 0 obj <</Type /StructElem /S /TR /P 7 0 R /K [${cellId(row, 0)} 0 R ${cellId(row, 1)} 0 R]>> endobj`,
      `${cellId(row, 0)} 0 obj ${first.replace('<<', `<</Type /StructElem /P ${rowId(row)} 0 R `)} endobj`,
      `${cellId(row, 1)} 0 obj ${second.replace('<<', `<</Type /StructElem /P ${rowId(row)} 0 R `)} endobj`,
    ]),
  ];
  return Buffer.from(`%PDF-1.7\n${objects.join('\n')}\ntrailer <</Root 1 0 R>>\n%%EOF`, 'latin1');
}
