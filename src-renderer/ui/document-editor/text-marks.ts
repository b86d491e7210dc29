import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';

/** Words to underline: a finding for one. Positions are of the document that `onChange` told last. */
export interface TextMark {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly tone: 'danger' | 'warning' | 'info' | 'neutral';
  /** What is wrong, for the tooltip. */
  readonly title: string;
}

interface Shown {
  readonly marks: DecorationSet;
  readonly chosen: string | null;
}

type Change = { readonly marks: readonly TextMark[] } | { readonly chosen: string | null };

export const textMarksKey = new PluginKey<Shown>('textMarks');

/** Underlines words; they move with the text until the next marks come. */
export function textMarks(onChoose: (id: string) => void) {
  return Extension.create({
    name: 'textMarks',
    addProseMirrorPlugins: () => [
      new Plugin<Shown>({
        key: textMarksKey,
        state: {
          init: () => ({ marks: DecorationSet.empty, chosen: null }),
          apply: (transaction, shown) => {
            const change = transaction.getMeta(textMarksKey) as Change | undefined;
            if (change !== undefined && 'marks' in change) {
              const size = transaction.doc.content.size;
              const fit = change.marks.filter(({ from, to }) => from < to && to <= size);
              return { ...shown, marks: DecorationSet.create(transaction.doc, fit.map(decorationOf)) };
            }
            const chosen = change === undefined ? shown.chosen : change.chosen;
            if (!transaction.docChanged && chosen === shown.chosen) return shown;
            return { marks: shown.marks.map(transaction.mapping, transaction.doc), chosen };
          },
        },
        props: {
          decorations: (state) => {
            const shown = textMarksKey.getState(state);
            if (shown === undefined || shown.chosen === null) return shown?.marks;
            const found = shown.marks.find(undefined, undefined, (spec) => (spec as TextMark).id === shown.chosen);
            return shown.marks.add(state.doc, found.map(({ from, to }) => Decoration.inline(from, to, { class: 'text-mark-chosen' })));
          },
          handleClick: (view, pos) => {
            const [hit] = textMarksKey.getState(view.state)?.marks.find(pos, pos) ?? [];
            // The cursor goes where the click was first: what is drawn anew before that puts it back where it stood.
            if (hit !== undefined) setTimeout(() => onChoose((hit.spec as TextMark).id));
            return false;
          },
        },
      }),
    ],
  });
}

function decorationOf(mark: TextMark): Decoration {
  return Decoration.inline(mark.from, mark.to, { class: `text-mark ${mark.tone}`, title: mark.title, 'data-mark': mark.id }, mark);
}
