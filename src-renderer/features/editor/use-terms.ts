import { useCallback, useState } from 'react';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { termIndex, type IndexedTerm, type TermPlace } from '#shared/features/checker/term-index.ts';
import { insertInlines } from '../../ui/document-editor/insert/contents.ts';
import { fitting, type InsertionProvider } from '../../ui/document-editor/insert/insertion.ts';
import { createReadCache, readText, type ReadBlock } from '../../ui/document-editor/read-text.ts';
import type { Surface } from '../../ui/document-editor/surface.ts';
import { useText } from '../../ui/document-editor/use-text.ts';

export interface ReadTerms {
  readonly terms: readonly IndexedTerm[];
  readonly blocks: readonly ReadBlock[];
}

/** The terms of the text under edit, a pause after the last letter. */
export function useTerms(surface: Surface): ReadTerms {
  const [cache] = useState(createReadCache);
  const read = useCallback(
    (doc: ProseMirrorNode): ReadTerms => {
      const blocks = readText(doc, surface.context(), cache);
      return { blocks, terms: termIndex(blocks.map(({ block }) => block.text)) };
    },
    [surface, cache],
  );
  return useText(surface, read, 400);
}

/** Shows a place of a term, chosen as one would choose it with the mouse. */
export function goToTerm(surface: Surface, { blocks }: ReadTerms, { block, start, end }: TermPlace): void {
  const positions = blocks[block]?.positions;
  const [from, last] = [positions?.[start], positions?.[end - 1]];
  if (from !== undefined && last !== undefined && from >= 0) surface.goTo(from, last + 1);
}

/** The text's own terms as a group of the `/` menu. */
export function termInsertions(surface: Surface, label: string): InsertionProvider {
  return {
    key: 'terms',
    label,
    find: (query) => {
      const blocks = readText(surface.doc(), surface.context(), createReadCache());
      const terms = termIndex(blocks.map(({ block }) => block.text)).filter(({ definitions }) => definitions.length > 0);
      return fitting(terms.map(({ term }) => ({ key: term, label: term, insert: (editor) => insertInlines(editor, [{ type: 'text', text: term, marks: [] }]) })), query);
    },
  };
}
