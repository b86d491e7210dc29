import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import type { BlockNode, DocumentNode, InlineNode, TableRowNode } from '../documents/model.ts';
import { numberLabel } from '../documents/numbering.ts';
import type { TextBlock } from '../reading/model.ts';

/**
 * A read text as a document. Not a word is added, taken or renumbered: a clause becomes a numbered heading only where
 * every clause of the text, counted from one, bears the very number that Deedbox would print; else its number stays
 * part of the text. Characters that nobody sees are left out, because a document may not hold them.
 */
export function documentFromText(blocks: readonly TextBlock[]): DocumentNode {
  const clean = blocks.map((block) => ({
    ...block,
    text: visible(block.text),
    cells: block.cells?.map(visible) ?? null,
  }));
  const clauses = clausesOf(clean);
  const content: BlockNode[] = [];
  let rows: TableRowNode[] = [];
  for (const [index, block] of clean.entries()) {
    if (block.kind === 'tableRow') {
      rows.push(rowOf(block.cells ?? [block.text]));
      continue;
    }
    if (rows.length > 0) content.push({ type: 'table', content: rows });
    rows = [];
    if (block.text.trim() === '') continue;
    const clause = clauses.get(index);
    content.push(clause === undefined ? blockOf(block) : { type: 'clauseHeading', attrs: { level: 1, id: null }, content: inlines(clause) });
  }
  if (rows.length > 0) content.push({ type: 'table', content: rows });
  return { type: 'doc', attrs: { numbering: 'article' }, content };
}

const longestHeading = 80;
const clausePattern = /^(第[零一二三四五六七八九十百千]+条|Article \d+)([ \u3000]+)(\S[\s\S]*)$/;

/** The clauses' texts without their numbers by the block's index; none when a number is not the one to expect. */
function clausesOf(blocks: readonly TextBlock[]): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  for (const [index, { kind, text }] of blocks.entries()) {
    const isShort = text.length <= longestHeading && !/[。；;.]$/.test(text);
    const match = kind === 'heading' || (kind === 'paragraph' && isShort) ? clausePattern.exec(text) : null;
    if (match === null) continue;
    const [, label = '', , rest = ''] = match;
    const language = label.startsWith('第') ? 'zh' : 'en';
    if (label !== numberLabel([found.size + 1], 'article', language)) return new Map();
    found.set(index, rest);
  }
  return found;
}

function blockOf({ kind, text }: TextBlock): BlockNode {
  if (kind === 'title') return { type: 'title', content: inlines(text) };
  const content = inlines(text, kind === 'heading');
  const paragraph: BlockNode = { type: 'paragraph', attrs: { numbered: false, id: null }, content };
  if (kind !== 'listItem') return paragraph;
  return { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] };
}

function rowOf(cells: readonly string[]): TableRowNode {
  return {
    type: 'tableRow',
    content: cells.slice(0, mostCells).map((text) => ({
      type: 'tableCell',
      attrs: { colspan: 1, rowspan: 1 },
      content: text.trim() === '' ? [] : [{ type: 'paragraph', attrs: { numbered: false, id: null }, content: inlines(text) }],
    })),
  };
}

// As the document's schema has it.
const mostCells = 40;
const longestText = 100_000;

function inlines(text: string, isBold = false): readonly InlineNode[] {
  return text.split('\n').flatMap((line, index): readonly InlineNode[] => {
    const nodes: InlineNode[] = index === 0 ? [] : [{ type: 'hardBreak' }];
    for (let at = 0; at < line.length; at += longestText) {
      nodes.push({ type: 'text', text: line.slice(at, at + longestText), marks: isBold ? [{ type: 'bold' }] : [] });
    }
    return nodes;
  });
}

function visible(text: string): string {
  if (!hasInvisibleCharacters(text)) return text;
  return Array.from(text, (character) => (hasInvisibleCharacters(character) ? '' : character)).join('');
}
