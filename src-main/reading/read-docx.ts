import mammoth from 'mammoth';
import type { ReadFailure, ReadText, TextBlock } from '#shared/features/reading/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { openArchive } from '../imports/reading/archive.ts';
import { UnreadableTable, type TableFailureCode } from '../imports/reading/table.ts';
import { withTitle } from './with-title.ts';
import { asidesOf, isMargin, type WordComment } from './word-asides.ts';
import { isText, layOpen, placeIn } from './word-parts.ts';

/**
 * The blocks of a Word file: paragraphs with the numbers that Word sets before them, headings by style or outline, list
 * items by their bullets, tables row by row. A footnote or endnote stands in brackets where the text refers to it. Headers, footers and comments are no part of the text: they are its asides.
 */
export async function readDocx(bytes: Uint8Array): Promise<Result<ReadText, ReadFailure>> {
  const honest = await judge(bytes);
  if (!honest.ok) return honest;
  const found: WordDocument[] = [];
  const keep = (read: WordDocument) => {
    found.push(read);
    // The page that the library would make of it is not needed.
    return { ...read, children: [] };
  };
  try {
    await mammoth.convertToHtml({ buffer: honest.value.laidOpen }, { transformDocument: keep });
  } catch {
    return fail('DAMAGED_FILE');
  }
  const [document] = found;
  if (document === undefined) return fail('DAMAGED_FILE');
  const asides = asidesOf(honest.value.margins, commentsOf(document), commentedIn(document));
  return succeed({ kind: 'docx', blocks: withTitle(blocksOf(document, notesOf(document))), ...(asides === null ? {} : { asides }) });
}

interface Judged {
  readonly laidOpen: Buffer;
  /** Headers and footers by the names of their parts. */
  readonly margins: ReadonlyMap<string, string>;
}

/** Unpacks every part of text once: a file whose list of contents lies is found before it fills the memory. Gives what to read. */
async function judge(bytes: Uint8Array): Promise<Result<Judged, ReadFailure>> {
  const opened = await openArchive(bytes);
  if (!opened.ok) return fail(failureOf(opened.error.code));
  const archive = opened.value;
  try {
    if (!archive.names.has('word/document.xml')) return fail('UNSUPPORTED_FILE');
    const margins = new Map<string, string>();
    for (const name of archive.names) {
      if (!isText(name)) continue;
      const pieces: Buffer[] = [];
      for await (const piece of archive.read(name)) if (isMargin(name)) pieces.push(piece);
      if (isMargin(name)) margins.set(name, Buffer.concat(pieces).toString('utf8'));
    }
    return succeed({ laidOpen: await layOpen(archive), margins });
  } catch (error) {
    if (error instanceof UnreadableTable) return fail(failureOf(error.failure.code));
    throw error;
  } finally {
    archive.close();
  }
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
  readonly name?: string;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number } | null;
  readonly colSpan?: number;
  readonly rowSpan?: number;
  readonly commentId?: string;
}

interface NoteReference {
  readonly noteType: string;
  readonly noteId: string;
}

interface WordDocument extends WordNode {
  readonly notes: { readonly resolve: (reference: NoteReference) => { readonly body: readonly WordNode[] } | null };
  readonly comments: readonly { readonly commentId: string; readonly authorName?: string; readonly body: readonly WordNode[] }[];
}

function commentsOf({ comments }: WordDocument): readonly WordComment[] {
  const wordsIn = (body: readonly WordNode[]) => body.flatMap((node) => blocksOf(node, noNotes)).map((block) => block.text).join('\n');
  return comments.map(({ commentId, authorName, body }) => ({ id: commentId, author: authorName ?? '', text: wordsIn(body) }));
}

/** The words of the paragraphs that comments stand at, by the comments' ids. */
function commentedIn(document: WordNode): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (node: WordNode, paragraph: WordNode | null) => {
    if (node.type === 'commentReference' && node.commentId !== undefined && paragraph !== null) found.set(node.commentId, textOf(paragraph, noNotes).trim());
    for (const child of node.children ?? []) visit(child, node.type === 'paragraph' ? node : paragraph);
  };
  visit(document, null);
  return found;
}

/** The text of the note that is referred to; empty for none, and for one that has been given before. */
type Notes = (reference: NoteReference) => string;

const noNotes: Notes = () => '';

function notesOf({ notes }: WordDocument): Notes {
  const given = new Set<string>();
  return (reference) => {
    const key = `${reference.noteType} ${reference.noteId}`;
    const note = given.has(key) ? null : notes.resolve(reference);
    given.add(key);
    const text = (note?.body ?? []).flatMap((node) => blocksOf(node, noNotes)).map((block) => block.text).join('\n');
    if (text === '') return '';
    const isFootnote = reference.noteType === 'footnote';
    return /\p{Script=Han}/u.test(text) ? `（${isFootnote ? '脚注' : '尾注'}：${text}）` : ` (${isFootnote ? 'Footnote' : 'Endnote'}: ${text})`;
  };
}

function blocksOf(node: WordNode, notes: Notes): readonly TextBlock[] {
  if (node.type === 'paragraph') return paragraphBlocks(node, notes);
  if (node.type === 'table') return tableBlocks(node, notes);
  return (node.children ?? []).flatMap((child) => blocksOf(child, notes));
}

// As Word bounds it.
const mostColumns = 63;

/** The rows of a table, each with a cell for every column: empty where a cell spans more columns or comes from a row above. */
function tableBlocks({ children: rows = [] }: WordNode, notes: Notes): readonly TextBlock[] {
  // How many rows more a cell above reaches into each column.
  const covered: number[] = [];
  return rows.flatMap((row): readonly TextBlock[] => {
    if (row.type !== 'tableRow') return blocksOf(row, notes);
    const cells: string[] = [];
    const passCovered = () => {
      for (let left = covered[cells.length] ?? 0; left > 0; left = covered[cells.length] ?? 0) {
        covered[cells.length] = left - 1;
        cells.push('');
      }
    };
    for (const cell of row.children ?? []) {
      passCovered();
      const text = blocksOf(cell, notes).map((block) => block.text).join(' ');
      const width = Math.min(Math.max(1, cell.colSpan ?? 1), Math.max(1, mostColumns - cells.length));
      for (let column = 0; column < width; column += 1) {
        covered[cells.length] = (cell.rowSpan ?? 1) - 1;
        cells.push(column === 0 ? text : '');
      }
    }
    passCovered();
    return cells.every((cell) => cell === '') ? [] : [{ kind: 'tableRow', level: 0, text: cells.join('\t'), cells }];
  });
}

// A longer paragraph, or one that ends as a sentence, is text, whatever its level in the outline.
const longestHeading = 80;

function paragraphBlocks(node: WordNode, notes: Notes): readonly TextBlock[] {
  const words = textOf(node, notes).trim();
  if (words === '') return [];
  const place = placeOf(node);
  const text = numbered(place?.number ?? '', words);
  const style = node.styleName ?? '';
  if (/^title$|^标题$/iu.test(style)) return [{ kind: 'title', level: 0, text, cells: null }];
  const heading = /^(?:heading|标题)\s*([1-6])$/iu.exec(style);
  if (heading !== null) return [{ kind: 'heading', level: Number(heading[1]), text, cells: null }];
  const outline = place?.outline ?? null;
  const isSentence = text.length > longestHeading || /[。；;.]$/u.test(text);
  if (outline !== null && !isSentence) return [{ kind: 'heading', level: Math.min(6, outline), text, cells: null }];
  const hasNumber = place !== undefined && place.number !== null;
  if (node.numbering && !hasNumber) return [{ kind: 'listItem', level: Math.min(6, Number(node.numbering.level) + 1), text, cells: null }];
  return [{ kind: 'paragraph', level: 0, text, cells: null }];
}

/** The last of them: those before belong to paragraphs that were joined with this. */
function placeOf({ children = [] }: WordNode) {
  return children.map(({ type, name }) => (type === 'bookmarkStart' ? placeIn(name ?? '') : undefined)).findLast((place) => place !== undefined);
}

/** A number before a text as people type it: 一、 and （1） touch the words, others leave a gap. */
function numbered(number: string, text: string): string {
  const label = number.trim();
  return label === '' || /[、．：）]$/u.test(label) ? label + text : `${label} ${text}`;
}

function textOf(node: WordNode, notes: Notes): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  if (isReference(node)) return notes(node);
  return (node.children ?? []).map((child) => textOf(child, notes)).join('');
}

function isReference(node: WordNode): node is WordNode & NoteReference {
  return node.type === 'noteReference';
}
