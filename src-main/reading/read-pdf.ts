import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { ReadFailure, ReadText } from '#shared/features/reading/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { toOrdinaryCharacters } from '../pdf/text-maps.ts';
import { blocksOfPages, type PrintedLine } from './pdf-lines.ts';
import { withTitle } from './with-title.ts';

/** Told of each page that was read, from 1, and of how many there are. */
export type TellPage = (at: { readonly step: number; readonly steps: number }) => void;

/** The blocks of a PDF that holds text, in the order it was set. A scan has none: NO_TEXT_IN_FILE. */
export async function readPdf(bytes: Uint8Array, tell?: TellPage): Promise<Result<ReadText, ReadFailure>> {
  const pdfjs = await loadPdfjs();
  const task = pdfjs.getDocument({
    // The library empties the buffer that it is given.
    data: Uint8Array.from(bytes),
    cMapUrl: characterMaps(),
    cMapPacked: true,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    const pages: (readonly PrintedLine[])[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const cells = cellsIn(await page.getStructTree().catch(() => null));
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      pages.push(linesOf(items, cells));
      page.cleanup();
      tell?.({ step: number, steps: pdf.numPages });
    }
    return succeed({ kind: 'pdf', blocks: withTitle(blocksOfPages(pages)) });
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    return fail(name === 'PasswordException' ? 'ENCRYPTED_FILE' : 'DAMAGED_FILE');
  } finally {
    await task.destroy();
  }
}

/** Loaded at the first PDF only. With its worker in this thread: this is a worker already. */
async function loadPdfjs() {
  // Names that drawing needs and reading never calls; without a canvas the library stops at them.
  for (const name of ['DOMMatrix', 'ImageData', 'Path2D']) if (!(name in globalThis)) Object.assign(globalThis, { [name]: class {} });
  const worker: unknown = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/** Beside the built program, else in the package: the path of a folder, with its slash at the end. */
function characterMaps(): string {
  const shipped = fileURLToPath(new URL('../../cmaps/', import.meta.url));
  if (existsSync(shipped)) return shipped;
  return createRequire(import.meta.url).resolve('pdfjs-dist/package.json').replace(/package\.json$/u, 'cmaps/');
}

/** Where a piece of the page's content belongs in a table that the PDF is tagged with. */
interface Cell {
  /** One object for all cells of a row. */
  readonly row: { readonly width: number };
  readonly column: number;
}

interface TagNode {
  readonly role?: string;
  readonly id?: string;
  readonly children?: readonly TagNode[];
}

/**
 * The cells of a page's tables by the ids of what is in them; a table within a cell belongs to the cell. A row of one
 * cell is a frame around text, and no row.
 */
function cellsIn(tree: TagNode | null): ReadonlyMap<string, Cell> {
  const cells = new Map<string, Cell>();
  const visit = (node: TagNode, cell: Cell | null) => {
    if (node.id !== undefined && cell !== null) cells.set(node.id, cell);
    const children = node.children ?? [];
    const isRow = cell === null && node.role === 'TR' && children.length > 1;
    const row = { width: children.length };
    children.forEach((child, column) => visit(child, isRow ? { row, column } : cell));
  };
  if (tree !== null) visit(tree, null);
  return cells;
}

type TextContentItem =
  | { readonly str: string; readonly transform: readonly number[]; readonly width: number; readonly height: number }
  | { readonly type: string; readonly id?: string };

interface LineInTheMaking {
  text: string;
  readonly left: number;
  right: number;
  /** Where what stands behind a wide gap begins. */
  columns: number[];
  readonly bottom: number;
  readonly height: number;
  readonly cell: Cell | null;
}

/** Puts the pieces that stand on one line together; a gap wider than a letter becomes a space. Radicals become characters. */
function linesOf(items: readonly TextContentItem[], cells: ReadonlyMap<string, Cell>): readonly PrintedLine[] {
  const lines: LineInTheMaking[] = [];
  // The marked passages that are open, and the cell that each lies in.
  const open: (Cell | null)[] = [];
  for (const item of items) {
    if (!('str' in item)) {
      if (item.type.startsWith('begin')) open.push(cells.get(item.id ?? '') ?? open.at(-1) ?? null);
      else if (item.type === 'endMarkedContent') open.pop();
      continue;
    }
    if (item.str === '') continue;
    const cell = open.at(-1) ?? null;
    const left = item.transform[4] ?? 0;
    const bottom = item.transform[5] ?? 0;
    const line = lines.at(-1);
    if (line !== undefined && line.cell === cell && Math.abs(line.bottom - bottom) < Math.max(2, line.height / 2) && left >= line.left) {
      append(line, item.str, { left, width: item.width, height: item.height });
    } else if (item.str.trim() !== '') {
      lines.push({ text: item.str, left, right: left + item.width, columns: [], bottom, height: item.height || 10, cell });
    }
  }
  return lines.map(({ text, cell, ...line }) => ({ ...line, text: toOrdinaryCharacters(text.trim()), ...(cell ?? { row: null, column: 0 }) }));
}

function append(line: LineInTheMaking, text: string, { left, width, height }: { readonly left: number; readonly width: number; readonly height: number }): void {
  if (text.trim() === '') {
    // A gap comes as a space that reaches over it.
    if (!line.text.endsWith(' ')) line.text += ' ';
    return;
  }
  const gap = left - line.right;
  if (gap > Math.max(12, line.height * 1.5)) line.columns.push(left);
  const isApart = gap > Math.max(1, height * 0.25) && !line.text.endsWith(' ') && !text.startsWith(' ');
  line.text += (isApart ? ' ' : '') + text;
  line.right = Math.max(line.right, left + width);
}
