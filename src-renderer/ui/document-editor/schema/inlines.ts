import { Mark, Node, mergeAttributes } from '@tiptap/core';

const data = (name: string, fallback: string | null = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement) => element.getAttribute(`data-${name}`) ?? fallback,
  renderHTML: (attributes: Record<string, unknown>) => ({ [`data-${name}`]: attributes[name] }),
});

/** The value of a variable, set in the text as one piece. */
export const VariableNode = Node.create({
  name: 'variable',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ key: data('key', ''), format: data('format', 'default') }),
  parseHTML: () => [{ tag: 'span[data-inline="variable"]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-inline': 'variable' })],
});

/** The number of another clause, as it stands now. */
export const ClauseReference = Node.create({
  name: 'clauseReference',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  addAttributes: () => ({ clauseId: data('clauseId', '') }),
  parseHTML: () => [{ tag: 'span[data-inline="clauseReference"]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { 'data-inline': 'clauseReference' })],
});

// What a person proposes and says: never part of the document, see `annotations.ts`. `at` is in epoch milliseconds.

export const Insertion = suggestion('insertion', 'ins');
export const Deletion = suggestion('deletion', 'del');

/** The words that a comment is about; the comment itself lies with the working copy. */
export const CommentMark = Mark.create({
  name: 'comment',
  inclusive: false,
  excludes: '',
  addAttributes: () => ({ id: data('id') }),
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes(HTMLAttributes, { class: 'comment' }), 0],
});

function suggestion(name: 'insertion' | 'deletion', tag: 'ins' | 'del') {
  return Mark.create({
    name,
    inclusive: false,
    addAttributes: () => ({ id: data('id'), author: data('author', ''), at: { default: 0, rendered: false } }),
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });
}
