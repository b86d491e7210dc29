import { describe, expect, it } from 'vitest';
import { readText } from '../../../src-main/reading/read-text.ts';
import { zipOf } from '../imports/files.fixture.ts';

const numbering =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1条"/></w:lvl>' +
  '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>' +
  '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl></w:abstractNum>' +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>';

it('reads the numbers that Word sets as if they had been typed', async () => {
  const blocks = await read({
    body: paragraph('总则', list(1, 0)) + paragraph('付款', list(1, 1)) + paragraph('验收', list(1, 1)) + paragraph('其他', list(1, 0)) + paragraph('一项', list(2, 0)) + paragraph('正文'),
    numbering,
  });
  expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
    ['paragraph', '第一条 总则'],
    ['paragraph', '1.1 付款'],
    ['paragraph', '1.2 验收'],
    ['paragraph', '第二条 其他'],
    ['listItem', '一项'],
    ['paragraph', '正文'],
  ]);
});

it('counts paragraphs as if tracked changes had been accepted', async () => {
  const mark = (change: string) => `<w:rPr><w:${change} w:id="1" w:author="a"/></w:rPr>`;
  const former = `<w:pPrChange w:id="2" w:author="a"><w:pPr>${list(1, 1)}</w:pPr></w:pPrChange>`;
  const blocks = await read({
    body:
      paragraph('总则', list(1, 0)) +
      `<w:p><w:pPr>${list(1, 0)}${mark('del')}</w:pPr><w:del w:id="3" w:author="a"><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>` +
      paragraph('付款', list(1, 0) + former) +
      `<w:p><w:pPr>${list(1, 0)}${mark('del')}</w:pPr>${run('违约')}</w:p>` +
      paragraph('责任', list(1, 0)) +
      `<w:p><w:pPr>${list(1, 0)}${mark('moveFrom')}</w:pPr><w:moveFrom w:id="4" w:author="a">${run('移走')}</w:moveFrom></w:p>` +
      paragraph('争议', list(1, 0) + mark('ins')),
    numbering,
  });
  expect(blocks.map(({ text }) => text)).toEqual(['第一条 总则', '第二条 付款', '第三条 违约责任', '第四条 争议']);
});

it('takes a short paragraph of the outline for a heading, a sentence for text', async () => {
  const blocks = await read({ body: paragraph('合同正文。') + paragraph('定义', '<w:outlineLvl w:val="1"/>') + paragraph('甲方应当付款。', '<w:outlineLvl w:val="1"/>') });
  expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([['paragraph', 0], ['heading', 2], ['paragraph', 0]]);
});

it('lets no bookmark of the file pass for a number', async () => {
  const blocks = await read({ body: `<w:p><w:bookmarkStart w:id="1" w:name="place:1:第九条"/>${run('付款。')}<w:bookmarkEnd w:id="1"/></w:p>` });
  expect(blocks).toMatchObject([{ kind: 'paragraph', text: '付款。' }]);
});

it('reads footnotes and endnotes where the text refers to them, each once', async () => {
  const note = (kind: string, id: number, text: string) => `<w:${kind} w:id="${id}"><w:p>${run(text)}<w:r><w:${kind}Reference w:id="${id}"/></w:r></w:p></w:${kind}>`;
  const reference = (kind: string, id: number) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
  const blocks = await read({
    body: `<w:p>${run('乙方应付违约金。')}${reference('footnote', 5)}${reference('footnote', 5)}${reference('footnote', 9)}</w:p><w:p>${run('Fees are due')}${reference('endnote', 1)}${run('.')}</w:p>`,
    footnotes: note('footnote', 5, '但甲方书面豁免的除外。'),
    endnotes: note('endnote', 1, 'unless waived'),
  });
  expect(blocks.map(({ text }) => text)).toEqual(['乙方应付违约金。（脚注：但甲方书面豁免的除外。）', 'Fees are due (Endnote: unless waived).']);
});

it('keeps the columns of a table with merged cells', async () => {
  const cell = (text: string, merge = '') => `<w:tc><w:tcPr>${merge}</w:tcPr><w:p>${run(text)}</w:p></w:tc>`;
  const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`;
  const blocks = await read({
    body: `<w:tbl>${row(cell('期次', '<w:vMerge w:val="restart"/>'), cell('金额', '<w:gridSpan w:val="2"/>'), cell('备注', '<w:vMerge w:val="restart"/>'))}${row(cell('', '<w:vMerge/>'), cell('不含税'), cell('含税'), cell('', '<w:vMerge/>'))}${row(cell('一'), cell('100'), cell('106'), cell('无'))}${row(cell('满', '<w:gridSpan w:val="99999999"/>'))}</w:tbl>`,
  });
  expect(blocks.slice(0, 3).map(({ cells }) => cells)).toEqual([
    ['期次', '金额', '', '备注'],
    ['', '不含税', '含税', ''],
    ['一', '100', '106', '无'],
  ]);
  expect(blocks[3]?.cells).toHaveLength(63);
});

describe('what stands beside the text', () => {
  const comment = (id: number, author: string, ...texts: readonly string[]) => `<w:comment w:id="${id}" w:author="${author}">${texts.map((text) => paragraph(text)).join('')}</w:comment>`;
  const at = (id: number) => `<w:r><w:commentReference w:id="${id}"/></w:r>`;

  it('is told apart: comments with who wrote them and at what, headers and footers', async () => {
    const { blocks, asides } = await readWhole({
      body: `<w:p>${run('乙方应于')}<w:commentRangeStart w:id="1"/>${run('十日内')}<w:commentRangeEnd w:id="1"/>${at(1)}${run('交货。')}</w:p>${paragraph('甲方付款。')}`,
      more: {
        comments: comment(1, '王律师', '改为三十日 &amp; 工作日', '我方仓库年底盘点') + comment(2, '', '整体可以接受') + comment(3, '王律师', ''),
        header1: paragraph('远岸公司采购合同范本 V3'),
        header2: paragraph('远岸公司采购合同范本 V3'),
        footer1: `<w:p>${run('机密')}<w:r><w:tab/></w:r>${run('A &lt; B')}<w:del w:id="9" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>`,
      },
    });
    expect(blocks.map(({ text }) => text)).toEqual(['乙方应于十日内交货。', '甲方付款。']);
    expect(asides).toEqual({
      headers: ['远岸公司采购合同范本 V3'],
      footers: ['机密 A < B'],
      commentCount: 2,
      comments: [
        { author: '王律师', about: '乙方应于十日内交货。', text: '改为三十日 & 工作日\n我方仓库年底盘点' },
        { author: '', about: '', text: '整体可以接受' },
      ],
    });
  });

  it('is nothing where a footer says no more than the page', async () => {
    const more = { footer1: paragraph('第 1 页 共 12 页'), footer2: paragraph('Page 3 of iv'), footer3: paragraph('- 2 -'), header1: '' };
    expect((await readWhole({ body: paragraph('正文。'), more })).asides).toBeUndefined();
    expect((await readWhole({ body: paragraph('正文。') })).asides).toBeUndefined();
  });

  it('is counted whole and shown in part where there is very much of it', async () => {
    const many = Array.from({ length: 320 }, (_, id) => comment(id, '甲', `意见${id}${'长'.repeat(id === 0 ? 5_000 : 0)}`)).join('');
    const { asides } = await readWhole({ body: paragraph('正文。'), more: { comments: many } });
    expect([asides?.commentCount, asides?.comments.length, asides?.comments[0]?.text.length]).toEqual([320, 300, 4_000]);
  });
});

interface Parts {
  readonly body: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  /** Further parts of the file, by their names. */
  readonly more?: Readonly<Record<string, string>>;
}

async function read(parts: Parts) {
  return (await readWhole(parts)).blocks;
}

async function readWhole(parts: Parts) {
  const answer = await readText({ name: '合同.docx', bytes: wordFile(parts) });
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

function paragraph(text: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(text)}</w:p>`;
}

function list(numId: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`;
}

function wordFile({ body, numbering = '', footnotes = '', endnotes = '', more = {} }: Parts): Uint8Array {
  const part = (name: string, inner: string) => ({ name: `word/${name}.xml`, data: `<?xml version="1.0"?><w:${name} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${inner}</w:${name}>` });
  return zipOf([
    { name: '[Content_Types].xml', data: '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>' },
    { name: '_rels/.rels', data: '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>' },
    part('document', `<w:body>${body}</w:body>`),
    part('numbering', numbering),
    part('footnotes', footnotes),
    part('endnotes', endnotes),
    ...Object.entries(more).map(([name, inner]) => part(name, inner)),
  ]);
}
