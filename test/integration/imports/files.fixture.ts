import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import type { Cell, RawRow } from '#shared/features/imports/model.ts';
import type { OpenOptions, OpenTable } from '../../../src-main/imports/reading/table.ts';
import { openRows } from '../../../src-main/imports/reading/open-rows.ts';

const folder = mkdtempSync(join(tmpdir(), 'deedbox-import-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));

/** A path in a folder that disappears with the test process. */
export function placeFor(name: string): string {
  return join(folder, name);
}

/** Writes a file and gives its path. */
export function fileOf(name: string, content: string | Uint8Array): string {
  const path = placeFor(name);
  writeFileSync(path, content);
  return path;
}

export interface ZipPart {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** What the headers say instead of the truth. */
  readonly claimedSize?: number;
  /** `data` is deflated already. */
  readonly isDeflated?: boolean;
  readonly isEncrypted?: boolean;
}

/** A zip file written by hand, so that it can lie (APPNOTE.TXT 4.3). */
export function zipOf(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const { name, data, claimedSize, isDeflated = false, isEncrypted = false } of parts) {
    const plain = Buffer.from(data);
    const packed = isDeflated ? plain : deflateRawSync(plain);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(isEncrypted ? 1 : 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(isDeflated ? 0 : crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    centrals.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(centrals);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, list, Buffer.from('PK\x05\x06'), end]);
}

const relationTypes = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The parts of a workbook as Excel lays them out, around the XML of its sheet and shared strings. */
export function workbookParts(sheet: string, { shared, date1904 = false }: { readonly shared?: string; readonly date1904?: boolean } = {}): readonly ZipPart[] {
  const sharedRelation = `<Relationship Id="rId2" Type="${relationTypes}/sharedStrings" Target="sharedStrings.xml"/>`;
  return [
    { name: '[Content_Types].xml', data: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    { name: '_rels/.rels', data: `<Relationships><Relationship Id="rId1" Type="${relationTypes}/officeDocument" Target="xl/workbook.xml"/></Relationships>` },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="${relationTypes}"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets><sheet name="台账 &amp; A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="rId1" Type="${relationTypes}/worksheet" Target="worksheets/sheet1.xml"/>${shared === undefined ? '' : sharedRelation}</Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', data: sheet },
    ...(shared === undefined ? [] : [{ name: 'xl/sharedStrings.xml', data: shared }]),
  ];
}

/** Opens a file that must open. */
export async function opened(path: string, options: OpenOptions = {}): Promise<OpenTable> {
  const result = await openRows(path, options);
  if (!result.ok) throw new Error(`${result.error.code} ${JSON.stringify(result.error.params)}`);
  return result.value;
}

/** All rows of a table, its headings first. */
export async function cellsOf(path: string, options: OpenOptions = {}): Promise<readonly (readonly Cell[])[]> {
  const table = await opened(path, options);
  return [table.headings, ...(await rowsOf(table)).map(({ cells }) => cells)];
}

export async function rowsOf(table: OpenTable): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const row of table.rows) rows.push(row);
  return rows;
}

/** Why a file can't be opened. */
export async function refusalOf(path: string): Promise<string> {
  const result = await openRows(path);
  if (result.ok) {
    await result.value.close();
    return 'opened';
  }
  const { found } = result.error.params ?? {};
  return found === undefined ? result.error.code : `${result.error.code} ${found}`;
}

/** What the walk over a file's rows ends with: how many rows, and the failure's code. */
export async function walkOf(path: string): Promise<{ readonly rows: number; readonly code: string | null }> {
  const result = await openRows(path);
  if (!result.ok) return { rows: 0, code: result.error.code };
  let rows = 0;
  try {
    for await (const row of result.value.rows) rows += row.rowNumber > 0 ? 1 : 0;
    return { rows, code: null };
  } catch (error) {
    const { failure } = error as { readonly failure?: { readonly code: string } };
    if (failure === undefined) throw error;
    return { rows, code: failure.code };
  }
}
