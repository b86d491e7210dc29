import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { Decoration, NodeView } from '@tiptap/pm/view';
import { lockedBlockType } from '#shared/features/documents/editor-json.ts';
import type { BlockNode } from '#shared/features/documents/model.ts';
import { documentBlocks } from '#shared/features/documents/text-blocks.ts';
import type { ContextRef, EditorContext } from './editor-context.ts';
import type { InlineLabel } from './labels.ts';

/** Draws what is set in the text as one piece: values, references, the parties' particulars, places to sign. */
export function nodeViews(context: ContextRef) {
  const inline = (node: ProseMirrorNode, decorations: readonly Decoration[]) => inlineView(node, decorations);
  const block = (node: ProseMirrorNode) => blockView(node, context.current);
  return Extension.create({
    name: 'nodeViews',
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          nodeViews: {
            variable: (node, _view, _pos, decorations) => inline(node, decorations),
            clauseReference: (node, _view, _pos, decorations) => inline(node, decorations),
            partyBlock: block,
            signatureBlock: block,
            [lockedBlockType]: block,
          },
        },
      }),
    ],
  });
}

function inlineView(node: ProseMirrorNode, decorations: readonly Decoration[]): NodeView {
  const dom = document.createElement('span');
  dom.contentEditable = 'false';
  let drawn: readonly string[] = [];
  const draw = (given: readonly Decoration[]) => {
    const label = given.map(({ spec }) => spec as InlineLabel | undefined).find((spec) => spec?.state !== undefined);
    const text = label?.text ?? '';
    if (dom.textContent !== text) dom.textContent = text;
    // The classes of other marks, such as what is looked for, are the editor's to set.
    dom.classList.remove(...drawn);
    drawn = [node.type.name === 'variable' ? 'variable' : 'reference', label?.state ?? 'filled'];
    dom.classList.add(...drawn);
    if (label?.title !== undefined) dom.title = label.title;
    dom.dataset['key'] = String(node.attrs['key'] ?? node.attrs['clauseId']);
  };
  draw(decorations);
  return {
    dom,
    update: (next, given) => {
      if (!next.sameMarkup(node)) return false;
      draw(given);
      return true;
    },
    ignoreMutation: () => true,
  };
}

function blockView(node: ProseMirrorNode, context: EditorContext): NodeView {
  const dom = document.createElement('div');
  dom.className = `locked-block ${node.type.name}`;
  dom.contentEditable = 'false';
  dom.title = context.words.locked;
  dom.append(...rowsOf(blockOf(node), context));
  return { dom, update: (next) => next.sameMarkup(node) && next.attrs === node.attrs, ignoreMutation: () => true };
}

function blockOf({ type, attrs }: ProseMirrorNode): BlockNode {
  if (type.name === lockedBlockType) return attrs['node'] as BlockNode;
  return { type: type.name, attrs } as unknown as BlockNode;
}

/** The block as it reads in print, line by line. */
function rowsOf(block: BlockNode, context: EditorContext): readonly HTMLElement[] {
  const { language, variables, values, withheldKeys } = context;
  const body = { type: 'doc' as const, attrs: { numbering: context.numbering }, content: [block] };
  const blocks = documentBlocks({ bodyZh: body, bodyEn: body, language, variables, values, withheldKeys });
  const table = document.createElement('table');
  const lines: HTMLElement[] = [];
  for (const { cells, text } of blocks) {
    if (cells === null) {
      lines.push(element('p', text));
      continue;
    }
    const row = document.createElement('tr');
    row.append(...cells.map((cell, index) => element(index === 0 && cells.length > 1 ? 'th' : 'td', cell)));
    table.append(row);
  }
  return table.rows.length > 0 ? [table, ...lines] : lines;
}

function element(tag: 'p' | 'th' | 'td', text: string): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  return made;
}

