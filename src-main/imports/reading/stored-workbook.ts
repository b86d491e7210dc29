/** A part to be put into a workbook: its name, its size in bytes, and its bytes. */
export interface StoredPart {
  readonly name: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/**
 * The bytes of a workbook of one sheet (`xl/worksheets/sheet1.xml`, the last part), not compressed and without a list
 * of contents: the form that the library reads front to back. Thus it reads only what yauzl has unpacked and measured,
 * at the pace that we set, and never the stranger's zip file itself.
 */
export async function* packWorkbook(sheet: StoredPart, others: readonly StoredPart[], date1904: boolean): AsyncGenerator<Uint8Array, void, undefined> {
  const has = (name: string) => others.some((one) => one.name === name);
  const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${namespace}/${kind}" Target="${target}"/>`;
  const fixed: readonly (readonly [string, string])[] = [
    ['[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="${namespace}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(relation('rId1', 'worksheet', 'worksheets/sheet1.xml') + (has('xl/styles.xml') ? relation('rId2', 'styles', 'styles.xml') : '')),
    ],
  ];
  for (const [name, text] of fixed) {
    const bytes = Buffer.from(text);
    yield localHeader(name, bytes.length);
    yield bytes;
  }
  for (const part of [...others, sheet]) {
    yield localHeader(part.name, part.size);
    yield* part.bytes;
  }
}

export const sheetPart = 'xl/worksheets/sheet1.xml';

const namespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function relations(content: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
}

/** APPNOTE.TXT 4.3.7: signature, version 2.0, no flags, stored, no time, no checksum, both sizes, lengths of the name and of nothing. */
function localHeader(name: string, size: number): Uint8Array {
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name)]);
}
