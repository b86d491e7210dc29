import { hasInvisibleCharacters } from '../../kernel/invisible-characters.ts';
import { numberingStyles, type BlockNode, type DocumentNode, type InlineNode, type ListItemNode, type Mark, type TableCellNode, type TableNode } from './model.ts';
import { paddingOf } from './table-grid.ts';

/** A node as ProseMirror writes it. */
export interface EditorNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
  readonly content?: readonly EditorNode[] | undefined;
  readonly text?: string | undefined;
  readonly marks?: readonly EditorMark[] | undefined;
}

export interface EditorMark {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>> | undefined;
}

/** A block of this type holds, as `attrs.node`, what the editor has no form for; it is shown and kept, never changed. */
export const lockedBlockType = 'lockedBlock';

/**
 * A document as the editor holds it. ProseMirror wants a block where the model allows none: such a paragraph, and the
 * cells that make a ragged table square, are marked `implied` and go again on the way back unless they were filled.
 */
export function documentToEditor(document: DocumentNode): EditorNode {
  return { type: 'doc', attrs: { ...document.attrs }, content: blocksToEditor(document.content) };
}

/**
 * The document that an editor's content is: the inverse of `documentToEditor`, also of content that was edited. Marks of
 * suggestions and comments are left out, texts that stand together in one style become one, and characters that nobody
 * sees are dropped, because a document may not hold them. `documentToEditor` and back gives an equal document, up to the
 * order of marks and the cutting of texts.
 */
export function editorToDocument(root: EditorNode): DocumentNode {
  const numbering = numberingStyles.find((style) => style === root.attrs?.['numbering']) ?? 'article';
  return { type: 'doc', attrs: { numbering }, content: blocksToDocument(root.content) };
}

const impliedParagraph: EditorNode = { type: 'paragraph', attrs: { numbered: false, id: null, implied: true } };

function blocksToEditor(blocks: readonly BlockNode[]): readonly EditorNode[] {
  return blocks.length === 0 ? [impliedParagraph] : blocks.map(blockToEditor);
}

function blockToEditor(node: BlockNode): EditorNode {
  switch (node.type) {
    case 'title':
      return { type: node.type, content: inlinesToEditor(node.content) };
    case 'clauseHeading':
    case 'paragraph':
      return { type: node.type, attrs: { ...node.attrs }, content: inlinesToEditor(node.content) };
    case 'partyBlock':
    case 'signatureBlock':
      return { type: node.type, attrs: { ...node.attrs } };
    case 'bulletList':
    case 'orderedList':
      if (node.content.length === 0) return locked(node);
      return {
        type: node.type,
        ...(node.type === 'orderedList' ? { attrs: { ...node.attrs } } : {}),
        content: node.content.map(({ content }) => ({ type: 'listItem', content: blocksToEditor(content) })),
      };
    case 'table':
      return tableToEditor(node);
    case 'conditional':
    case 'repeat':
      return { type: node.type, attrs: { ...node.attrs }, content: blocksToEditor(node.content) };
  }
}

function tableToEditor(table: TableNode): EditorNode {
  const padding = paddingOf(table);
  if (padding === null) return locked(table);
  return {
    type: 'table',
    content: table.content.map(({ content }, row) => ({
      type: 'tableRow',
      content: [
        ...content.map(({ type, attrs, content: blocks }) => ({ type, attrs: { ...attrs }, content: blocksToEditor(blocks) })),
        ...Array.from({ length: padding[row] ?? 0 }, () => ({ type: 'tableCell', attrs: { colspan: 1, rowspan: 1, implied: true }, content: [impliedParagraph] })),
      ],
    })),
  };
}

function locked(node: BlockNode): EditorNode {
  return { type: lockedBlockType, attrs: { node } };
}

function inlinesToEditor(nodes: readonly InlineNode[]): readonly EditorNode[] {
  return nodes.map((node): EditorNode => {
    const marks = 'marks' in node && node.marks.length > 0 ? { marks: node.marks.map(({ type }) => ({ type })) } : {};
    if (node.type === 'text') return { type: 'text', text: node.text, ...marks };
    return 'attrs' in node ? { type: node.type, attrs: { ...node.attrs }, ...marks } : { type: node.type };
  });
}

function blocksToDocument(nodes: readonly EditorNode[] = []): readonly BlockNode[] {
  return nodes.flatMap((node) => (isImplied(node) && isEmpty(node) ? [] : (blockToDocument(node) ?? [])));
}

function blockToDocument(node: EditorNode): BlockNode | null {
  const { attrs = {} } = node;
  switch (node.type) {
    case 'title':
      return { type: 'title', content: inlinesToDocument(node.content) };
    case 'clauseHeading': {
      const level = attrs['level'] === 2 ? 2 : attrs['level'] === 3 ? 3 : 1;
      return { type: 'clauseHeading', attrs: { level, id: textOr(attrs['id'], null) }, content: inlinesToDocument(node.content) };
    }
    case 'paragraph':
      return { type: 'paragraph', attrs: { numbered: attrs['numbered'] === true, id: textOr(attrs['id'], null) }, content: inlinesToDocument(node.content) };
    case 'partyBlock':
      return { type: 'partyBlock', attrs: { role: String(attrs['role']), key: String(attrs['key']) } };
    case 'signatureBlock':
      return { type: 'signatureBlock', attrs: { parties: attrs['parties'] as readonly { readonly role: string; readonly key: string }[] } };
    case 'bulletList':
      return { type: 'bulletList', content: items(node) };
    case 'orderedList':
      return { type: 'orderedList', attrs: { start: Number(attrs['start'] ?? 1) }, content: items(node) };
    case 'table':
      return { type: 'table', content: (node.content ?? []).map((row) => ({ type: 'tableRow', content: cells(row) })) };
    case 'conditional': {
      const { key, fact = null, operator, value = null } = attrs;
      return { type: 'conditional', attrs: { key, fact, operator, value } as Extract<BlockNode, { type: 'conditional' }>['attrs'], content: blocksToDocument(node.content) };
    }
    case 'repeat':
      return { type: 'repeat', attrs: { key: String(attrs['key']) }, content: blocksToDocument(node.content) };
    case lockedBlockType:
      return attrs['node'] as BlockNode;
    default:
      return null;
  }
}

function items({ content = [] }: EditorNode): readonly ListItemNode[] {
  return content.map((item) => ({ type: 'listItem', content: blocksToDocument(item.content) }));
}

function cells({ content = [] }: EditorNode): readonly TableCellNode[] {
  const kept = content.filter((cell) => !(isImplied(cell) && blocksToDocument(cell.content).length === 0));
  return kept.map(({ type, attrs = {}, content: blocks }) => ({
    type: type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    attrs: { colspan: Number(attrs['colspan'] ?? 1), rowspan: Number(attrs['rowspan'] ?? 1) },
    content: blocksToDocument(blocks),
  }));
}

function inlinesToDocument(nodes: readonly EditorNode[] = []): readonly InlineNode[] {
  const found: InlineNode[] = [];
  for (const node of nodes) {
    const { attrs = {} } = node;
    if (node.type === 'hardBreak') found.push({ type: 'hardBreak' });
    else if (node.type === 'clauseReference') found.push({ type: 'clauseReference', attrs: { clauseId: String(attrs['clauseId']) } });
    else if (node.type === 'variable') found.push({ type: 'variable', attrs: { key: String(attrs['key']), format: (attrs['format'] ?? 'default') as 'default' }, marks: marksOf(node) });
    else if (node.type === 'text') addText(found, visible(node.text ?? ''), marksOf(node));
  }
  return found;
}

const longestText = 100_000;

function addText(found: InlineNode[], text: string, marks: readonly Mark[]): void {
  if (text === '') return;
  const last = found.at(-1);
  if (last?.type === 'text' && sameMarks(last.marks, marks) && last.text.length + text.length <= longestText) found[found.length - 1] = { ...last, text: last.text + text };
  else for (let at = 0; at < text.length; at += longestText) found.push({ type: 'text', text: text.slice(at, at + longestText), marks });
}

const markTypes = ['bold', 'italic', 'underline'] as const;

function marksOf({ marks = [] }: EditorNode): readonly Mark[] {
  return markTypes.filter((type) => marks.some((mark) => mark.type === type)).map((type) => ({ type }));
}

function sameMarks(one: readonly Mark[], other: readonly Mark[]): boolean {
  return one.length === other.length && one.every(({ type }, index) => other[index]?.type === type);
}

function isImplied({ attrs }: EditorNode): boolean {
  return attrs?.['implied'] === true;
}

function isEmpty({ content = [] }: EditorNode): boolean {
  return content.length === 0;
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other;
}

function visible(text: string): string {
  if (!hasInvisibleCharacters(text)) return text;
  return Array.from(text, (character) => (hasInvisibleCharacters(character) ? '' : character)).join('');
}
