import { Extension, type Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { literal } from '#shared/kernel/literal.ts';

export interface Found {
  readonly from: number;
  readonly to: number;
}

interface Asked {
  readonly wanted: string;
  readonly matchesCase: boolean;
  /** Index of the match that stands out; -1 for none. */
  readonly current: number;
}

interface Search extends Asked {
  readonly found: readonly Found[];
  readonly shown: DecorationSet;
}

const nothing: Search = { wanted: '', matchesCase: false, found: [], current: -1, shown: DecorationSet.empty };
const searchKey = new PluginKey<Search>('search');

/** The matches of a word, in the order of the text; each within one block, none over another. */
export function findAll(doc: ProseMirrorNode, wanted: string, matchesCase: boolean): readonly Found[] {
  if (wanted === '') return [];
  const pattern = new RegExp(literal(wanted), matchesCase ? 'gu' : 'giu');
  const found: Found[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    // A value or a reference takes one place, as it does in the text, and is no letter.
    const text = node.textBetween(0, node.content.size, undefined, '\uFFFC');
    for (const match of text.matchAll(pattern)) found.push({ from: pos + 1 + match.index, to: pos + 1 + match.index + match[0].length });
    return false;
  });
  return found;
}

/** Marks what is looked for while the find bar is open. */
export const SearchMarks = Extension.create({
  name: 'search',
  addProseMirrorPlugins: () => [
    new Plugin<Search>({
      key: searchKey,
      state: {
        init: () => nothing,
        apply: (transaction, present) => {
          const asked = transaction.getMeta(searchKey) as Asked | undefined;
          if (asked === undefined && (!transaction.docChanged || present.wanted === '')) return present;
          const { wanted, matchesCase, current } = asked ?? present;
          const found = findAll(transaction.doc, wanted, matchesCase);
          const at = found.length === 0 ? -1 : Math.min(Math.max(current, 0), found.length - 1);
          const marks = found.map(({ from, to }, index) => Decoration.inline(from, to, { class: index === at ? 'found is-current' : 'found' }));
          return { wanted, matchesCase, found, current: at, shown: DecorationSet.create(transaction.doc, marks) };
        },
      },
      props: { decorations: (state) => searchKey.getState(state)?.shown },
    }),
  ],
});

export function searchOf(editor: Editor): Asked & { readonly found: readonly Found[] } {
  return searchKey.getState(editor.state) ?? nothing;
}

/** Looks for words, from the cursor on; an empty word ends the search. */
export function search(editor: Editor, wanted: string, matchesCase: boolean): void {
  const { from } = editor.state.selection;
  const ahead = findAll(editor.state.doc, wanted, matchesCase).findIndex((match) => match.from >= from);
  ask(editor, { wanted, matchesCase, current: Math.max(ahead, 0) });
  showCurrent(editor);
}

/** Goes to the next match or the one before, around the end. */
export function goOn(editor: Editor, by: 1 | -1): void {
  const { wanted, matchesCase, found, current } = searchOf(editor);
  if (found.length === 0) return;
  ask(editor, { wanted, matchesCase, current: (current + by + found.length) % found.length });
  showCurrent(editor);
}

/** Replaces the match that stands out and goes to the next. With suggesting on, both stand until it is decided. */
export function replaceOne(editor: Editor, text: string): void {
  const { found, current, wanted, matchesCase } = searchOf(editor);
  const match = found[current];
  if (match === undefined) return;
  const { tr } = editor.state;
  editor.view.dispatch(text === '' ? tr.delete(match.from, match.to) : tr.insertText(text, match.from, match.to));
  const behind = match.from + Math.max(text.length, 1);
  const next = searchOf(editor).found.findIndex(({ from }) => from >= behind);
  ask(editor, { wanted, matchesCase, current: Math.max(next, 0) });
  showCurrent(editor);
}

/** Replaces every match, in one step that one undo takes back. */
export function replaceAll(editor: Editor, text: string): void {
  const { found } = searchOf(editor);
  const { tr } = editor.state;
  for (const { from, to } of found.toReversed()) {
    if (text === '') tr.delete(from, to);
    else tr.insertText(text, from, to);
  }
  if (tr.docChanged) editor.view.dispatch(tr);
}

function ask(editor: Editor, asked: Asked): void {
  editor.view.dispatch(editor.state.tr.setMeta(searchKey, asked));
}

function showCurrent(editor: Editor): void {
  const { found, current } = searchOf(editor);
  const match = found[current];
  if (match === undefined) return;
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, match.from, match.to)));
  const { node } = editor.view.domAtPos(match.from);
  (node instanceof Element ? node : node.parentElement)?.scrollIntoView({ block: 'center' });
}
