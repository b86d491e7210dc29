import type { BlockNode, DocumentNode, InlineNode } from '../documents/model.ts';
import { inlines } from './seeds/build.ts';

/** A line of a template's text that can be written, with the way to it: places among siblings, from the top. */
export interface TextLine {
  readonly path: readonly number[];
  readonly kind: 'title' | 'heading' | 'paragraph';
  /** Variables as `{{key}}` or `{{key|format}}`, references as `{{#clause}}`. */
  readonly text: string;
  /** How deep it lies in conditional and repeated parts. */
  readonly depth: number;
  /** What the part around it depends on; null outside of one. */
  readonly condition: string | null;
}

/** The lines of a document in the order of the text; tables, parties and signatures have none. */
export function linesOf(document: DocumentNode): readonly TextLine[] {
  return linesIn(document.content, [], 0, null);
}

function linesIn(blocks: readonly BlockNode[], above: readonly number[], depth: number, condition: string | null): readonly TextLine[] {
  return blocks.flatMap((block, index): readonly TextLine[] => {
    const path = [...above, index];
    if (block.type === 'title') return [{ path, kind: 'title', text: textOf(block.content), depth, condition }];
    if (block.type === 'clauseHeading') return [{ path, kind: 'heading', text: textOf(block.content), depth, condition }];
    if (block.type === 'paragraph') return [{ path, kind: 'paragraph', text: textOf(block.content), depth, condition }];
    if (block.type === 'repeat') return linesIn(block.content, path, depth + 1, block.attrs.key);
    if (block.type === 'conditional') return linesIn(block.content, path, depth + 1, [block.attrs.key, block.attrs.value ?? block.attrs.operator].join(': '));
    return [];
  });
}

/** The document with other words on a line. Text that is no variable or reference stays text; marks of the line are lost. */
export function withLine(document: DocumentNode, path: readonly number[], text: string): DocumentNode {
  return { ...document, content: changed(document.content, path, (block) => ('content' in block && (block.type === 'title' || block.type === 'clauseHeading' || block.type === 'paragraph') ? [{ ...block, content: parsed(text) }] : [block])) };
}

/** The document without a line. */
export function withoutLine(document: DocumentNode, path: readonly number[]): DocumentNode {
  return { ...document, content: changed(document.content, path, () => []) };
}

/** The document with numbered paragraphs, or with a clause of its own under a heading, behind a line. */
export function withLinesAfter(document: DocumentNode, path: readonly number[], heading: string | null, paragraphs: readonly string[]): DocumentNode {
  const added: readonly BlockNode[] = [
    ...(heading === null ? [] : [{ type: 'clauseHeading', attrs: { level: 1, id: null }, content: parsed(heading) } as const]),
    ...paragraphs.map((text) => ({ type: 'paragraph', attrs: { numbered: true, id: null }, content: parsed(text) }) as const),
  ];
  return { ...document, content: changed(document.content, path, (block) => [block, ...added]) };
}

function changed(blocks: readonly BlockNode[], [index = -1, ...rest]: readonly number[], change: (block: BlockNode) => readonly BlockNode[]): readonly BlockNode[] {
  return blocks.flatMap((block, at) => {
    if (at !== index) return [block];
    if (rest.length === 0) return change(block);
    return block.type === 'conditional' || block.type === 'repeat' ? [{ ...block, content: changed(block.content, rest, change) }] : [block];
  });
}

function textOf(content: readonly InlineNode[]): string {
  return content
    .map((node) => {
      if (node.type === 'text') return node.text;
      if (node.type === 'hardBreak') return '\n';
      if (node.type === 'clauseReference') return `{{#${node.attrs.clauseId}}}`;
      return node.attrs.format === 'default' ? `{{${node.attrs.key}}}` : `{{${node.attrs.key}|${node.attrs.format}}}`;
    })
    .join('');
}

const known = /^\{\{(?:#[a-z][A-Za-z0-9-]{0,59}|[a-z][A-Za-z0-9]{0,59}(?:\|(?:default|figures|words|figuresAndWords|long|uscc|legalRepresentative|registeredAddress|noticeAddress|contactName|contactPhone|contactEmail|bankName|bankAccount))?)\}\}$/;

/** Half-typed braces are words until they are whole. */
function parsed(text: string): readonly InlineNode[] {
  return text.split('\n').flatMap((line, index): readonly InlineNode[] => [
    ...(index === 0 ? [] : [{ type: 'hardBreak' } as const]),
    ...line.split(/(\{\{[^{}]*\}\})/u).flatMap((piece): readonly InlineNode[] => {
      if (piece === '') return [];
      return known.test(piece) ? inlines(piece) : [{ type: 'text', text: piece, marks: [] }];
    }),
  ]);
}
