import { Extension, type Editor } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import { literal } from '#shared/kernel/literal.ts';
import type { ContextRef } from '../editor-context.ts';
import { labelsKey } from '../labels.ts';
import { shownWords, type ShownWords } from '../shown-words.ts';

export interface Found {
  readonly from: number;
  readonly to: number;
  /** Reads, in part at least, from a value or a reference: such words are shown, and nothing is put in their place. */
  readonly isFixed: boolean;
}

interface Asked {
  readonly wanted: string;
  readonly matchesCase: boolean;
  /** Index of the match that stands out; -1 for none. */
  readonly current: number;
}

interface Asking extends Asked {
  /** Position from which on the first match is to stand out, instead of `current`. */
  readonly from: number | null;
}

interface Search extends Asked {
  readonly found: readonly Found[];
  readonly shown: DecorationSet;
}

const nothing: Search = { wanted: '', matchesCase: false, found: [], current: -1, shown: DecorationSet.empty };
const searchKey = new PluginKey<Search>('search');

/** The matches of a word, in the order of the text; each within one block. Values and references are found by what they read as. */
export function findAll(doc: ProseMirrorNode, wanted: string, matchesCase: boolean, words: ShownWords): readonly Found[] {
  if (wanted === '') return [];
  const pattern = new RegExp(literal(wanted), matchesCase ? 'gu' : 'giu');
  const found: Found[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const pieces = piecesOf(node, words);
    for (const match of pieces.map(({ text }) => text).join('').matchAll(pattern)) {
      const covered = pieces.filter(({ at, text }) => at < match.index + match[0].length && match.index < at + text.length);
      const [first, last] = [covered[0], covered.at(-1)];
      if (first === undefined || last === undefined) continue;
      const from = pos + 1 + first.start + (first.isFixed ? 0 : match.index - first.at);
      const to = pos + 1 + last.start + (last.isFixed ? 1 : match.index + match[0].length - last.at);
      // A word that stands twice in one value is one place.
      const before = found.at(-1);
      if (before?.from !== from || before.to !== to) found.push({ from, to, isFixed: covered.some(({ isFixed }) => isFixed) });
    }
    return false;
  });
  return found;
}

/** An inline as it reads: where its words begin among the block's, and where it stands in the block. */
interface Piece {
  readonly text: string;
  readonly at: number;
  readonly start: number;
  readonly isFixed: boolean;
}

function piecesOf(block: ProseMirrorNode, words: ShownWords): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  block.forEach((child, start) => {
    // A break takes one place, as it does in the text, and is no letter.
    const text = words(child) || '\uFFFC';
    pieces.push({ text, at, start, isFixed: !child.isText });
    at += text.length;
  });
  return pieces;
}

/** Marks what is looked for while the find bar is open. */
export function searchMarks(context: ContextRef) {
  return Extension.create({
    name: 'search',
    addProseMirrorPlugins: () => [
      new Plugin<Search>({
        key: searchKey,
        state: {
          init: () => nothing,
          apply: (transaction, present) => {
            const asked = transaction.getMeta(searchKey) as Asking | undefined;
            const mayReadOtherwise = transaction.docChanged || transaction.getMeta(labelsKey) !== undefined;
            if (asked === undefined && (!mayReadOtherwise || present.wanted === '')) return present;
            const { doc } = transaction;
            const { wanted, matchesCase, from } = asked ?? { ...present, from: null };
            const found = findAll(doc, wanted, matchesCase, shownWords(doc, context.current));
            const current = from === null ? (asked ?? present).current : found.findIndex((match) => match.from >= from);
            const at = found.length === 0 ? -1 : Math.min(Math.max(current, 0), found.length - 1);
            const marks = found.map((match, index) => Decoration.inline(match.from, match.to, { class: index === at ? 'found is-current' : 'found' }));
            return { wanted, matchesCase, found, current: at, shown: DecorationSet.create(doc, marks) };
          },
        },
        props: { decorations: (state) => searchKey.getState(state)?.shown },
      }),
    ],
  });
}

export function searchOf(editor: Editor): Asked & { readonly found: readonly Found[] } {
  return searchKey.getState(editor.state) ?? nothing;
}

/** Looks for words, from the cursor on; an empty word ends the search. */
export function search(editor: Editor, wanted: string, matchesCase: boolean): void {
  ask(editor, { wanted, matchesCase, current: 0, from: editor.state.selection.from });
  showCurrent(editor);
}

/** Goes to the next match or the one before, around the end. */
export function goOn(editor: Editor, by: 1 | -1): void {
  const { wanted, matchesCase, found, current } = searchOf(editor);
  if (found.length === 0) return;
  ask(editor, { wanted, matchesCase, current: (current + by + found.length) % found.length, from: null });
  showCurrent(editor);
}

/** Replaces the match that stands out, unless it is a value's or a reference's, and goes to the next. With suggesting on, both stand until it is decided. */
export function replaceOne(editor: Editor, text: string): void {
  const { found, current, wanted, matchesCase } = searchOf(editor);
  const match = found[current];
  if (match === undefined) return;
  if (match.isFixed) return goOn(editor, 1);
  const { tr } = editor.state;
  editor.view.dispatch(text === '' ? tr.delete(match.from, match.to) : tr.insertText(text, match.from, match.to));
  ask(editor, { wanted, matchesCase, current: 0, from: match.from + Math.max(text.length, 1) });
  showCurrent(editor);
}

/** Replaces every match in the text's own words, in one step that one undo takes back. */
export function replaceAll(editor: Editor, text: string): void {
  const { found } = searchOf(editor);
  const { tr } = editor.state;
  for (const { from, to, isFixed } of found.toReversed()) {
    if (isFixed) continue;
    if (text === '') tr.delete(from, to);
    else tr.insertText(text, from, to);
  }
  if (tr.docChanged) editor.view.dispatch(tr);
}

function ask(editor: Editor, asked: Asking): void {
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
