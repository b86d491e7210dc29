import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { VariableFormat } from '#shared/features/documents/model.ts';
import { referenceLabel } from '#shared/features/documents/numbering.ts';
import type { EditorContext } from './editor-context.ts';
import { variableLabel } from './labels.ts';
import { numbersByClause, placedBlocks } from './numbering.ts';

/** What an inline of the text reads as on the page: its own words, a variable's value, the number that a reference names. Empty for any other node. */
export type ShownWords = (node: ProseMirrorNode) => string;

/** How the inlines of a text read. Clauses are counted once, when the first reference asks. */
export function shownWords(doc: ProseMirrorNode, context: EditorContext): ShownWords {
  let numbers: ReadonlyMap<string, readonly number[]> | null = null;
  return ({ type, attrs, text = '' }) => {
    if (type.name === 'variable') return variableLabel(String(attrs['key']), attrs['format'] as VariableFormat, context).text;
    if (type.name !== 'clauseReference') return text;
    numbers ??= numbersByClause(placedBlocks(doc, context));
    const number = numbers.get(String(attrs['clauseId']));
    return number === undefined ? `〔${context.words.reference}〕` : referenceLabel(number, context.language);
  };
}

/** A block's words as they read on the page. */
export function blockWords(block: ProseMirrorNode, words: ShownWords): string {
  return block.textBetween(0, block.content.size, undefined, words);
}
