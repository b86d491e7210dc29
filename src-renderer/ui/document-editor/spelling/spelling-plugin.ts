import { Extension } from '@tiptap/core';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { wordKey } from '#shared/features/spelling/model.ts';
import { createBlockReader } from './block-words.ts';
import type { Speller } from './speller.ts';

/** A misspelt word in a text. */
export interface Misspelt {
  readonly word: string;
  readonly from: number;
  readonly to: number;
}

/** What the checker is told by those who show the text. */
export interface SpellingChoice {
  readonly isOn: boolean;
  /** Keys of words that pass, besides the dictionary's and the text's own terms. */
  readonly passed: ReadonlySet<string>;
  /** Says so to whoever points at a marked word. */
  readonly title: string;
}

interface Checked {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Misspelt[];
}

type Change = { readonly blocks: readonly Checked[] } | 'clear';

export const spellingKey = new PluginKey<DecorationSet>('spelling');

const pauseMs = 300;
/** Letters that are read in one go: a long text is read in slices, so that no key waits for it. */
const slice = 30_000;

/** Looks words up and marks those that are unknown, a pause after the last letter and only where a block changed. */
export interface SpellingCheck {
  readonly extension: Extension;
  readonly choose: (choice: SpellingChoice) => void;
  /** The misspelt word at a position, also one that is still being typed. */
  readonly at: (state: EditorState, pos: number) => Misspelt | null;
  /** The next marked word behind a position, around the end. */
  readonly next: (state: EditorState, pos: number) => Misspelt | null;
  /** Whether the text has a word as it is written or in small letters. */
  readonly isInText: (state: EditorState) => (word: string) => boolean;
  readonly near: Speller['near'];
}

export function createSpellingCheck(speller: Speller): SpellingCheck {
  const read = createBlockReader();
  let choice: SpellingChoice = { isOn: false, passed: new Set(), title: '' };
  let terms: ReadonlySet<string> = new Set();
  /** The blocks whose marks stand as they should. */
  let done = new WeakSet<ProseMirrorNode>();
  let onChoice: () => void = () => undefined;

  function isWrong(word: string): boolean {
    const key = wordKey(word);
    return speller.verdict(word) === false && !choice.passed.has(key) && !terms.has(key);
  }

  function watch(view: EditorView) {
    const release = speller.use();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let [isGone, isHeld, isAsking] = [false, false, false];
    const later = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void look(), ms);
    };

    async function look(): Promise<void> {
      if (isGone || isAsking || !choice.isOn || view.composing) return;
      const { doc } = view.state;
      const found = termsOf(doc);
      if (found.size !== terms.size || [...found].some((term) => !terms.has(term))) {
        terms = found;
        done = new WeakSet();
      }
      const blocks = pendingBlocks(doc);
      const words = blocks.flatMap(({ node }) => read(node).words.map(({ word }) => word)).filter((word) => speller.verdict(word) === undefined && !choice.passed.has(wordKey(word)));
      if (words.length > 0) {
        isAsking = true;
        await speller.ask(words);
        isAsking = false;
        // The text may be another by now; what was learnt of its words stays.
        return later(0);
      }
      if (blocks.length === 0) return;
      isHeld = false;
      view.dispatch(view.state.tr.setMeta(spellingKey, { blocks: blocks.map(check) } satisfies Change).setMeta('addToHistory', false));
      later(0);
    }

    function check({ node, pos }: { readonly node: ProseMirrorNode; readonly pos: number }): Checked {
      const { selection } = view.state;
      const caret = selection.empty && view.hasFocus() ? selection.head : -1;
      const wrong = read(node).words.filter(({ word }) => isWrong(word)).map(({ word, from, to }) => ({ word, from: pos + from, to: pos + to }));
      const words = wrong.filter(({ from, to }) => caret <= from || caret > to || isMarked(view.state, from, to));
      // A word that is being typed is not wrong yet: the block is looked at again when the cursor leaves it.
      if (words.length < wrong.length) isHeld = true;
      else done.add(node);
      return { from: pos + 1, to: pos + node.nodeSize - 1, words };
    }

    onChoice = () => {
      done = new WeakSet();
      if (choice.isOn) return later(0);
      clearTimeout(timer);
      view.dispatch(view.state.tr.setMeta(spellingKey, 'clear' satisfies Change).setMeta('addToHistory', false));
    };
    // Who leaves the text is done with the word at the cursor.
    const onBlur = () => isHeld && later(0);
    view.dom.addEventListener('blur', onBlur);
    later(0);
    return {
      update: (_: EditorView, before: EditorState) => {
        if (view.state.doc !== before.doc) later(pauseMs);
        else if (isHeld && !view.state.selection.eq(before.selection)) later(0);
      },
      destroy: () => {
        isGone = true;
        view.dom.removeEventListener('blur', onBlur);
        clearTimeout(timer);
        onChoice = () => undefined;
        done = new WeakSet();
        release();
      },
    };
  }

  function pendingBlocks(doc: ProseMirrorNode): readonly { readonly node: ProseMirrorNode; readonly pos: number }[] {
    const blocks: { readonly node: ProseMirrorNode; readonly pos: number }[] = [];
    let letters = 0;
    doc.descendants((node, pos) => {
      if (!node.isTextblock) return letters < slice;
      if (letters < slice && !done.has(node)) {
        blocks.push({ node, pos });
        letters += node.content.size;
      }
      return false;
    });
    return blocks;
  }

  function termsOf(doc: ProseMirrorNode): ReadonlySet<string> {
    const found = new Set<string>();
    doc.descendants((node) => {
      if (!node.isTextblock) return true;
      for (const term of read(node).terms) found.add(term);
      return false;
    });
    return found;
  }

  return {
    extension: Extension.create({
      name: 'spelling',
      addProseMirrorPlugins: () => [
        new Plugin<DecorationSet>({
          key: spellingKey,
          state: {
            init: () => DecorationSet.empty,
            apply: (transaction, marks) => applied(transaction.getMeta(spellingKey) as Change | undefined, marks.map(transaction.mapping, transaction.doc), transaction.doc, choice.title),
          },
          props: { decorations: (state) => spellingKey.getState(state) },
          view: watch,
        }),
      ],
    }),
    choose: (next) => {
      choice = next;
      onChoice();
    },
    at: (state, pos) => {
      const $pos = state.doc.resolve(pos);
      if (!choice.isOn || !$pos.parent.isTextblock) return null;
      const start = $pos.before();
      const word = read($pos.parent).words.find(({ from, to }) => start + from <= pos && pos <= start + to);
      return word === undefined || !isWrong(word.word) ? null : { word: word.word, from: start + word.from, to: start + word.to };
    },
    next: (state, pos) => {
      const marked = spellingKey.getState(state)?.find().toSorted((one, other) => one.from - other.from) ?? [];
      const place = marked.find(({ from }) => from >= pos) ?? marked[0];
      return place === undefined ? null : { word: (place.spec as Misspelt).word, from: place.from, to: place.to };
    },
    isInText: (state) => {
      const words = new Set<string>();
      state.doc.descendants((node) => {
        if (!node.isTextblock) return true;
        for (const { word } of read(node).words) words.add(word).add(word.toLowerCase());
        return false;
      });
      return (word) => words.has(word);
    },
    near: speller.near,
  };
}

function applied(change: Change | undefined, marks: DecorationSet, doc: ProseMirrorNode, title: string): DecorationSet {
  if (change === undefined) return marks;
  if (change === 'clear') return DecorationSet.empty;
  const old = change.blocks.flatMap(({ from, to }) => marks.find(from, to));
  const come = change.blocks.flatMap(({ words }) => words.map((word) => Decoration.inline(word.from, word.to, { class: 'misspelt', title, 'aria-invalid': 'spelling' }, word)));
  return old.length === 0 && come.length === 0 ? marks : marks.remove(old).add(doc, come);
}

function isMarked(state: EditorState, from: number, to: number): boolean {
  return spellingKey.getState(state)?.find(from, to).some((mark) => mark.from === from && mark.to === to) ?? false;
}
