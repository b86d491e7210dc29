import type { Node as ProseMirrorNode } from '@tiptap/pm/model';

export interface TextCount {
  /** As Word counts them: each Chinese character is one, as is each run of letters or digits. */
  readonly words: number;
  /** Without white space. */
  readonly characters: number;
  readonly isSelection: boolean;
}

/** Counts a text, or a stretch of it; what is suggested to be deleted doesn't count, nor do values and numbers. */
export function countText(doc: ProseMirrorNode, stretch: { readonly from: number; readonly to: number } | null): TextCount {
  let [words, characters] = [0, 0];
  const { from, to } = stretch ?? { from: 0, to: doc.content.size };
  doc.nodesBetween(from, to, (node, pos) => {
    if (!node.isText || node.marks.some(({ type }) => type.name === 'deletion')) return;
    const text = (node.text ?? '').slice(Math.max(0, from - pos), Math.max(0, to - pos));
    words += text.match(word)?.length ?? 0;
    characters += text.match(/\S/gu)?.length ?? 0;
  });
  return { words, characters, isSelection: stretch !== null };
}

const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}])+(?:[.,'’-][\p{L}\p{N}]+)*/gu;
