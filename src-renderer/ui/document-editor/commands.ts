import { Extension, type Editor } from '@tiptap/core';
import { Selection, TextSelection } from '@tiptap/pm/state';

/** What a block of text can be. */
export const blockKinds = ['title', 'heading1', 'heading2', 'heading3', 'numbered', 'paragraph'] as const;
export type BlockKind = (typeof blockKinds)[number];

/** Makes the blocks of the selection into one kind. */
export function setBlock(editor: Editor, kind: BlockKind): void {
  const [type, attributes] = kindToNode(kind);
  editor.chain().focus().setNode(type, attributes).run();
}

/** The kind of the block that the cursor stands in; null in a list's or another block without one. */
export function blockKindOf({ state }: Editor): BlockKind | null {
  const { parent } = state.selection.$from;
  if (parent.type.name === 'clauseHeading') return `heading${parent.attrs['level'] as 1 | 2 | 3}`;
  if (parent.type.name === 'paragraph') return parent.attrs['numbered'] === true ? 'numbered' : 'paragraph';
  return parent.type.name === 'title' ? 'title' : null;
}

function kindToNode(kind: BlockKind): readonly [string, Record<string, unknown>] {
  if (kind === 'title') return ['title', {}];
  if (kind === 'numbered' || kind === 'paragraph') return ['paragraph', { numbered: kind === 'numbered' }];
  return ['clauseHeading', { level: Number(kind.slice(-1)) }];
}

/** Moves a clause a level up or down; below the third stands the numbered paragraph. */
function shiftLevel(editor: Editor, by: 1 | -1): boolean {
  const order: readonly BlockKind[] = ['heading1', 'heading2', 'heading3', 'numbered'];
  const kind = blockKindOf(editor);
  const next = kind === null ? undefined : order[order.indexOf(kind) + by];
  if (kind === null || !order.includes(kind) || next === undefined) return false;
  setBlock(editor, next);
  return true;
}

/** Everything that the toolbar does to blocks, by keys; Enter goes on as a contract does. */
export const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 500,
  addKeyboardShortcuts() {
    const { editor } = this;
    const set = (kind: BlockKind) => () => {
      setBlock(editor, kind);
      return true;
    };
    return {
      'Mod-Alt-0': set('paragraph'),
      'Mod-Alt-1': set('heading1'),
      'Mod-Alt-2': set('heading2'),
      'Mod-Alt-3': set('heading3'),
      'Mod-Alt-4': set('numbered'),
      'Mod-]': () => shiftLevel(editor, 1),
      'Mod-[': () => shiftLevel(editor, -1),
      Enter: () => enter(editor),
      // The browser stays where it is when a block that can't be edited stands there: places to sign, for one.
      'Mod-Home': () => toEnd(editor, 1, false),
      'Mod-End': () => toEnd(editor, -1, false),
      'Mod-Shift-Home': () => toEnd(editor, 1, true),
      'Mod-Shift-End': () => toEnd(editor, -1, true),
    };
  },
});

/** Takes the cursor to the first words of the text, or behind its last, or selects up to there. */
function toEnd({ state, view }: Editor, direction: 1 | -1, selects: boolean): boolean {
  const { doc, selection, tr } = state;
  const place = Selection.findFrom(doc.resolve(direction === 1 ? 0 : doc.content.size), direction, true);
  if (place === null) return false;
  view.dispatch(tr.setSelection(TextSelection.between(selects ? selection.$anchor : place.$head, place.$head)).scrollIntoView());
  return true;
}

/** After a heading comes a numbered paragraph; an empty numbered paragraph ends the numbering. */
function enter(editor: Editor): boolean {
  const { selection } = editor.state;
  const { $from, empty } = selection;
  if (!empty || $from.depth === 0 || !(selection instanceof TextSelection)) return false;
  const { parent } = $from;
  // In a list the next item comes, also where its paragraph was a numbered one before.
  if ($from.node(-1).type.name === 'listItem') return false;
  const isAtEnd = $from.parentOffset === parent.content.size;
  if (parent.type.name === 'paragraph' && parent.attrs['numbered'] === true) {
    if (parent.content.size === 0) return editor.commands.updateAttributes('paragraph', { numbered: false });
    return editor.chain().splitBlock().updateAttributes('paragraph', { numbered: true }).run();
  }
  if ((parent.type.name !== 'clauseHeading' && parent.type.name !== 'title') || !isAtEnd || parent.content.size === 0) return false;
  return editor.chain().splitBlock().setNode('paragraph', { numbered: parent.type.name === 'clauseHeading' }).run();
}
