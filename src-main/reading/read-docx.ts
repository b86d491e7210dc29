import { buffer } from 'node:stream/consumers';
import mammoth from 'mammoth';
import { ZipFile } from 'yazl';
import type { ReadFailure, ReadText, TextBlock } from '#shared/features/reading/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { openArchive, type Archive } from '../imports/reading/archive.ts';
import { UnreadableTable, type TableFailureCode } from '../imports/reading/table.ts';
import { withTitle } from './with-title.ts';

/** The blocks of a Word file: paragraphs, headings by style, list items by numbering, tables row by row. */
export async function readDocx(bytes: Uint8Array): Promise<Result<ReadText, ReadFailure>> {
  const honest = await judge(bytes);
  if (!honest.ok) return honest;
  let document: WordNode | null = null;
  try {
    await mammoth.convertToHtml({ buffer: honest.value }, { transformDocument: (read: WordNode) => (document = read) });
  } catch {
    return fail('DAMAGED_FILE');
  }
  if (document === null) return fail('DAMAGED_FILE');
  return succeed({ kind: 'docx', blocks: withTitle(blocksOf(document)) });
}

/** Unpacks every part of text once: a file whose list of contents lies is found before it fills the memory. Gives what to read. */
async function judge(bytes: Uint8Array): Promise<Result<Buffer, ReadFailure>> {
  const opened = await openArchive(bytes);
  if (!opened.ok) return fail(failureOf(opened.error.code));
  const archive = opened.value;
  try {
    if (!archive.names.has('word/document.xml')) return fail('UNSUPPORTED_FILE');
    for (const name of archive.names) {
      if (!/\.(?:xml|rels)$/iu.test(name)) continue;
      for await (const piece of archive.read(name)) if (piece.length === 0) break;
    }
    return succeed(await withFieldsLaidOpen(archive, bytes));
  } catch (error) {
    if (error instanceof UnreadableTable) return fail(failureOf(error.failure.code));
    throw error;
  } finally {
    archive.close();
  }
}

const simpleField = /<\/?w:fldSimple\b[^>]*>/gu;

/**
 * The file with what its simple fields show (a date, a reference, a merged value) as plain words: the library knows only
 * the other kind of fields and would leave these out.
 */
async function withFieldsLaidOpen(archive: Archive, bytes: Uint8Array): Promise<Buffer> {
  const body = await wholeOf(archive, 'word/document.xml');
  const text = body.toString('utf8');
  if (!text.includes('<w:fldSimple')) return Buffer.from(bytes);
  const zip = new ZipFile();
  for (const name of archive.names) {
    if (!name.endsWith('/')) zip.addBuffer(name === 'word/document.xml' ? Buffer.from(text.replace(simpleField, '')) : await wholeOf(archive, name), name);
  }
  zip.end();
  return buffer(zip.outputStream);
}

async function wholeOf(archive: Archive, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of archive.read(name)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function failureOf(code: TableFailureCode): ReadFailure {
  if (code === 'ENCRYPTED') return 'ENCRYPTED_FILE';
  return code === 'BOMB' || code === 'TOO_LARGE' ? 'FILE_TOO_LARGE' : 'DAMAGED_FILE';
}

/** What the library reads a Word file into (mammoth, "Document transforms"). */
interface WordNode {
  readonly type: string;
  readonly children?: readonly WordNode[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number } | null;
}

function blocksOf(node: WordNode): readonly TextBlock[] {
  if (node.type === 'paragraph') return paragraphBlocks(node);
  if (node.type === 'tableRow') {
    const cells = (node.children ?? []).map((cell) => blocksOf(cell).map(({ text }) => text).join(' '));
    return cells.every((cell) => cell === '') ? [] : [{ kind: 'tableRow', level: 0, text: cells.join('\t'), cells }];
  }
  return (node.children ?? []).flatMap(blocksOf);
}

function paragraphBlocks(node: WordNode): readonly TextBlock[] {
  const text = textOf(node).trim();
  if (text === '') return [];
  const style = node.styleName ?? '';
  if (/^title$|^标题$/iu.test(style)) return [{ kind: 'title', level: 0, text, cells: null }];
  const heading = /^(?:heading|标题)\s*([1-6])$/iu.exec(style);
  if (heading !== null) return [{ kind: 'heading', level: Number(heading[1]), text, cells: null }];
  if (node.numbering) return [{ kind: 'listItem', level: Math.min(6, Number(node.numbering.level) + 1), text, cells: null }];
  return [{ kind: 'paragraph', level: 0, text, cells: null }];
}

function textOf(node: WordNode): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(textOf).join('');
}
