import { Extension } from '@tiptap/core';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { rankSuggestions } from './rank-suggestions.ts';
import type { SpellingMenuStore } from './spelling-menu-store.ts';
import type { Misspelt, SpellingCheck } from './spelling-plugin.ts';

/** Opens the menu of a misspelt word: by the right button, the menu key or Shift+F10 where the cursor stands, and Alt+F7 at the next one. */
export function spellingKeys(check: SpellingCheck, store: SpellingMenuStore) {
  const openAtCursor = (view: EditorView) => {
    const found = check.at(view.state, view.state.selection.head);
    if (found !== null) open(view, found);
    return found !== null;
  };

  function open(view: EditorView, found: Misspelt): void {
    const { doc } = view.state;
    void check.near(found.word).then((near) => {
      // Whoever typed on meanwhile wants no menu any more.
      if (view.isDestroyed || view.state.doc !== doc) return;
      const { left, bottom } = view.coordsAtPos(found.from);
      store.set({ ...found, place: { left, top: bottom }, offers: rankSuggestions(found.word, near, check.isInText(view.state)) });
    });
  }

  return Extension.create({
    name: 'spellingKeys',
    addKeyboardShortcuts() {
      const { editor } = this;
      return {
        'Alt-F7': () => {
          const { state, view } = editor;
          const { empty, head, to } = state.selection;
          const found = (empty ? check.at(state, head) : null) ?? check.next(state, to);
          if (found === null) store.tellNone();
          else {
            view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, found.from, found.to)).scrollIntoView());
            open(view, found);
          }
          return true;
        },
      };
    },
    addProseMirrorPlugins: () => [
      new Plugin({
        props: {
          handleKeyDown: (view, event) => (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) && openAtCursor(view),
          handleDOMEvents: {
            contextmenu: (view, event) => {
              // From the keyboard it has no place of its own.
              const isPointer = event.button === 2 || event.ctrlKey;
              const pos = isPointer ? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos : view.state.selection.head;
              const found = pos === undefined ? null : check.at(view.state, pos);
              if (found === null) return false;
              event.preventDefault();
              open(view, found);
              return true;
            },
          },
        },
      }),
    ],
  });
}
