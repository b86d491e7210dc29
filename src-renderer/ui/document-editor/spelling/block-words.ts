import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { definitionsIn } from '#shared/features/checker/rules/terms.ts';
import { toPlain } from '#shared/features/checker/segmentation/plain.ts';
import { wordKey } from '#shared/features/spelling/model.ts';
import { checkableWords, companyNames, nameKeys, noLetter, type TextWord } from './words.ts';

/** The words of a block that can be looked up, by their places within it, and those that it makes known to the whole text. */
export interface BlockWords {
  /** `from` and `to` count from the block's own position. */
  readonly words: readonly TextWord[];
  /** Keys of the words of terms that the block defines, and of companies that it names. */
  readonly terms: readonly string[];
}

/** Reads a block once: nodes never change, so that only what was typed in is read again. */
export function createBlockReader(): (block: ProseMirrorNode) => BlockWords {
  const known = new WeakMap<ProseMirrorNode, BlockWords>();
  return (block) => {
    const present = known.get(block);
    if (present !== undefined) return present;
    const read = readBlock(block);
    known.set(block, read);
    return read;
  };
}

function readBlock(block: ProseMirrorNode): BlockWords {
  let text = '';
  const places: number[] = [];
  block.forEach((child, offset) => {
    // What is suggested to go is not part of any word.
    if (child.marks.some(({ type }) => type.name === 'deletion')) return;
    const letters = child.isText ? (child.text ?? '') : noLetter;
    for (let index = 0; index < letters.length; index += 1) places.push(1 + offset + index);
    text += letters;
  });
  const words = checkableWords(text).map(({ word, from, to }) => ({ word, from: places[from] ?? 0, to: (places[to - 1] ?? 0) + 1 }));
  if (words.length === 0) return { words, terms: [] };
  const defined = /["“「]/.test(text) ? definitionsIn(toPlain(text)).flatMap(({ term }) => checkableWords(term).map(({ word }) => wordKey(word))) : [];
  return { words, terms: [...defined, ...nameKeys(companyNames(text))] };
}
