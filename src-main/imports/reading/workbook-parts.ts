import { readXml } from 'hucre/xml';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { posix } from 'node:path';
import type { Archive } from './archive.ts';
import type { TableFailureCode } from './table.ts';

export interface WorkbookParts {
  readonly date1904: boolean;
  /** In the order of the tabs; hidden ones included, since ledgers hide nothing worth refusing. */
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

/** Where a workbook's parts lie (ECMA-376 part 1, 18.2). UNSUPPORTED names what else the zip file is. */
export async function findWorkbookParts(archive: Archive): Promise<Result<WorkbookParts, TableFailureCode>> {
  if (!archive.names.has('[Content_Types].xml') || !archive.names.has('_rels/.rels')) return fail('UNSUPPORTED', { found: kindOfZip(archive) });
  const main = (await relationsOf(archive, '')).find(({ type }) => type === 'officeDocument')?.target;
  if (main === undefined || !archive.names.has(main) || !/\.xml$/.test(main) || !main.startsWith('xl/')) {
    return fail('UNSUPPORTED', { found: kindOfZip(archive) });
  }
  const workbook = await archive.readSmall(main);
  const relations = await relationsOf(archive, main);
  const partOf = (type: string) => relations.find((one) => one.type === type && archive.names.has(one.target))?.target ?? null;
  const sheets = elements(workbook, 'sheet').flatMap((sheet) => {
    const id = Object.entries(sheet).find(([name]) => /^@(.*:)?id$/.test(name))?.[1];
    const part = relations.find((one) => one.id === id && one.type === 'worksheet' && archive.names.has(one.target))?.target;
    return part === undefined ? [] : [{ name: sheet['@name'] ?? '', part }];
  });
  const date1904 = elements(workbook, 'workbookPr').some((one) => one['@date1904'] === '1' || one['@date1904'] === 'true');
  return succeed({ date1904, sheets, sharedStrings: partOf('sharedStrings'), styles: partOf('styles') });
}

function kindOfZip({ names }: Archive): string {
  if (names.has('xl/workbook.bin')) return 'xlsb';
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('ppt/presentation.xml')) return 'pptx';
  return names.has('content.xml') && names.has('mimetype') ? 'ods' : 'zip';
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address, which strict and transitional workbooks share. */
  readonly type: string;
  readonly target: string;
}

async function relationsOf(archive: Archive, part: string): Promise<readonly Relation[]> {
  const folder = posix.dirname(`/${part}`);
  const place = posix.join(folder, '_rels', `${posix.basename(part)}.rels`).slice(1);
  if (!archive.names.has(place)) return [];
  return elements(await archive.readSmall(place), 'Relationship').map((one) => ({
    id: one['@Id'] ?? '',
    type: (one['@Type'] ?? '').split('/').at(-1) ?? '',
    target: posix.resolve(folder, one['@Target'] ?? '').slice(1),
  }));
}

function elements(xml: string, tag: string): readonly Readonly<Record<string, string>>[] {
  const { data } = readXml(xml, { rowTag: tag, stripNamespaces: true });
  return data.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'string' ? value : ''])));
}
