import type { TextBlock } from '#shared/features/reading/model.ts';

/** One printed line and where it stands, in points from the page's lower left corner. */
export interface PrintedLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly height: number;
  /** Where what stands behind a wide gap begins, as in a table without tags. */
  readonly columns: readonly number[];
  /** The row of a tagged table, one object for all lines of its cells, and the cell in it. */
  readonly row: { readonly width: number } | null;
  readonly column: number;
}

/** Page numbers as they are set at a page's head or foot. */
const pageNumber = /^[-—–\s]*(?:第\s*)?\d{1,4}\s*(?:页)?(?:\s*(?:\/|of|，?\s*共)\s*\d{1,4}\s*页?)?[-—–\s]*$|^page\s+\d{1,4}(?:\s+of\s+\d{1,4})?$/iu;
/** What opens a clause, a sub-clause or an item, and so never continues a sentence. */
const opening = /^(?:第[一二三四五六七八九十百零〇\d]{1,6}[条章节款]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,3}(?:\.\d{1,3}){0,4}[.、\s)]|(?:article|section|clause|schedule|annex)\s+\w+|[•·▪●-]\s)/iu;
/** What goes on, whatever the next line opens with. */
const listing = /[、，,（(]$/u;
const sentenceEnd = /[。；：！？;:.!?]["'”’）)]?$/u;

/**
 * The paragraphs of printed pages: a line that fills its column and doesn't end a sentence goes on in the next, across
 * pages too. Lines that repeat at the head or foot of most pages are no text of the contract. A row of a tagged table is
 * a row with its cells; of a table without tags a paragraph of its own, with what goes on below in its last column.
 */
export function blocksOfPages(pages: readonly (readonly PrintedLine[])[]): readonly TextBlock[] {
  const repeated = repeatedLines(pages);
  const lines = pages.flatMap((page) => {
    const kept = page.filter(({ text, row }, index) => row !== null || !(isEdge(index, page.length) && (pageNumber.test(text) || repeated.has(shape(text)))));
    const column = Math.max(0, ...kept.map(({ right }) => right));
    return kept.map((line) => ({ ...line, isFull: line.right > column - line.height * 2.5 }));
  });
  const found: (string | string[])[] = [];
  const cellsOf = new Map<PrintedLine['row'], string[]>();
  let goesOn = false;
  let lastColumn: number | null = null;
  for (const line of lines) {
    const last = found.at(-1);
    if (line.row !== null) {
      const cells = cellsOf.get(line.row) ?? Array.from({ length: line.row.width }, () => '');
      if (!cellsOf.has(line.row)) found.push(cells);
      cellsOf.set(line.row, cells);
      const before = cells[line.column] ?? '';
      cells[line.column] = before === '' ? line.text : opening.test(line.text) ? `${before}\n${line.text}` : join(before, line.text);
      [goesOn, lastColumn] = [false, null];
      continue;
    }
    const isRow = line.columns.length > 0;
    const staysInColumn = !isRow && lastColumn !== null && Math.abs(line.left - lastColumn) < 3;
    if (typeof last === 'string' && (staysInColumn || (goesOn && !isRow && (listing.test(last) || !opening.test(line.text))))) found[found.length - 1] = join(last, line.text);
    else found.push(line.text);
    if (!staysInColumn) lastColumn = line.columns.at(-1) ?? null;
    goesOn = !isRow && lastColumn === null && line.isFull && !sentenceEnd.test(line.text);
  }
  return found.map((text) =>
    typeof text === 'string' ? { kind: 'paragraph', level: 0, text, cells: null } : { kind: 'tableRow', level: 0, text: text.join('\t'), cells: text },
  );
}

function repeatedLines(pages: readonly (readonly PrintedLine[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const edges = new Set(page.filter((_line, index) => isEdge(index, page.length)).map(({ text }) => shape(text)));
    for (const edge of edges) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => pages.length > 2 && count > pages.length / 2).map(([text]) => text));
}

function isEdge(index: number, lines: number): boolean {
  return index < 2 || index >= lines - 2;
}

/** A line with its digits alike, so that 第 3 页 and 第 4 页 are one. */
function shape(text: string): string {
  return text.replace(/\d+/gu, '0').slice(0, 200);
}

/** Chinese joins without a space, words with one. */
function join(before: string, after: string): string {
  const isWide = /[\u2e80-\uffef]$/u.test(before) || /^[\u2e80-\uffef]/u.test(after);
  return isWide ? before + after : `${before} ${after}`;
}
