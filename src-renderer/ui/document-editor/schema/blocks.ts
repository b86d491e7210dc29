import { mergeAttributes, Node } from '@tiptap/core';
import { lockedBlockType } from '#shared/features/documents/editor-json.ts';

// The blocks of `#shared/features/documents/model.ts`, node for node. What carries no text of its own is an atom.

const attribute = (name: string, fallback: unknown = null) => ({
  default: fallback,
  parseHTML: (element: HTMLElement): unknown => parsed(element.getAttribute(`data-${name}`), fallback),
  renderHTML: (attributes: Record<string, unknown>) => (attributes[name] === fallback || attributes[name] === undefined ? {} : { [`data-${name}`]: written(attributes[name]) }),
});

/** An id names one clause only: a clause split in two, or pasted, gets its own when it is referred to. */
const ownId = { ...attribute('id'), keepOnSplit: false, parseHTML: () => null };

export const DocumentRoot = Node.create({
  name: 'doc',
  topNode: true,
  content: 'block+',
  addAttributes: () => ({ numbering: { default: 'article' } }),
});

export const Title = Node.create({
  name: 'title',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'h1' }],
  renderHTML: ({ HTMLAttributes }) => ['h1', HTMLAttributes, 0],
});

export const ClauseHeading = Node.create({
  name: 'clauseHeading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({ level: { default: 1, rendered: false }, id: ownId }),
  parseHTML: () => [2, 3, 4, 5, 6].map((tag) => ({ tag: `h${tag}`, attrs: { level: Math.min(tag - 1, 3) } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${Number(node.attrs['level']) + 1}`, HTMLAttributes, 0],
});

export const Paragraph = Node.create({
  name: 'paragraph',
  // Before all others, so that it is what stands where ProseMirror has to put a block by itself.
  priority: 1000,
  group: 'block',
  content: 'inline*',
  addAttributes: () => ({ numbered: attribute('numbered', false), id: ownId }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ node, HTMLAttributes }) => ['p', node.attrs['numbered'] === true ? mergeAttributes(HTMLAttributes, { class: 'numbered' }) : HTMLAttributes, 0],
});

export const PartyBlock = atomBlock('partyBlock', { role: attribute('role', ''), key: attribute('key', '') });
export const SignatureBlock = atomBlock('signatureBlock', { parties: attribute('parties', []) });
export const LockedBlock = atomBlock(lockedBlockType, { node: attribute('node') });

export const Conditional = part('conditional', { key: attribute('key', ''), fact: attribute('fact'), operator: attribute('operator', 'filled'), value: attribute('value') });
export const Repeat = part('repeat', { key: attribute('key', '') });

/** A block that is shown and moved as a whole. */
function atomBlock(name: string, attributes: Record<string, object>) {
  return Node.create({
    name,
    group: 'block',
    atom: true,
    selectable: true,
    draggable: false,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-block': name })],
  });
}

/** Blocks that stand in the text only if, or as often as, a value says so. */
function part(name: string, attributes: Record<string, object>) {
  return Node.create({
    name,
    group: 'block',
    content: 'block+',
    defining: true,
    isolating: true,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag: `div[data-block="${name}"]` }],
    renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { 'data-block': name }), 0],
  });
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function parsed(text: string | null, fallback: unknown): unknown {
  if (text === null) return fallback;
  if (typeof fallback !== 'boolean' && !Array.isArray(fallback) && !text.startsWith('{')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return fallback;
  }
}
