import type { Editor } from '@tiptap/core';
import type { BodyLanguage } from '#shared/features/documents/value-text.ts';

/** One thing that can be put into the text at the cursor. */
export interface Insertion {
  readonly key: string;
  readonly label: string;
  /** A second line: what it reads, where it is from. */
  readonly detail?: string | undefined;
  /** Puts it in; the typed `/…` is gone by then and the cursor stands in its place. `language`: the text's. */
  readonly insert: (editor: Editor, language: BodyLanguage) => void;
}

/** A group of the `/` menu. Others give theirs to the editor as a prop; see `blocksInsertion` for what they put in. */
export interface InsertionProvider {
  readonly key: string;
  readonly label: string;
  /** What fits the words typed after `/`, the best first; all of it for none. */
  readonly find: (query: string, editor: Editor) => readonly Insertion[] | Promise<readonly Insertion[]>;
}

/** Keeps what holds the typed words in its label or detail, in any case. */
export function fitting(insertions: readonly Insertion[], query: string): readonly Insertion[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return insertions;
  return insertions.filter(({ label, detail = '' }) => `${label}\n${detail}`.toLowerCase().includes(wanted));
}
