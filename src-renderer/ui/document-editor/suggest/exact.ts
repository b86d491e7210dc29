import type { ChangeSet } from '@tiptap/pm/changeset';
import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { Selection, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { Step } from '@tiptap/pm/transform';
import type { SuggestionFacts } from '#shared/features/documents/annotations.ts';
import { editorToDocument, type EditorNode } from '#shared/features/documents/editor-json.ts';
import { withoutSuggestions } from './settle.ts';

type Changes = ChangeSet['changes'];

/** An edit as it was made: the text before it, and the steps that led from there. */
export interface Edit {
  readonly before: ProseMirrorNode;
  readonly steps: readonly { readonly step: Step; readonly doc: ProseMirrorNode }[];
}

/** Whether an edit stays within one block of text, where suggestions are exact by how they are made. */
export function isWithinBlock(changes: Changes, before: ProseMirrorNode, after: ProseMirrorNode): boolean {
  return changes.every(({ fromA, toA, fromB, toB }) => isOneBlock(before, fromA, toA) && isOneBlock(after, fromB, toB));
}

function isOneBlock(doc: ProseMirrorNode, from: number, to: number): boolean {
  const start = doc.resolve(from);
  return start.parent.isTextblock && start.sameParent(doc.resolve(to));
}

/** What comes out, or undefined where the schema allows no such text: ProseMirror then throws. */
export function attempted<Value>(work: () => Value): Value | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && error.name === 'TransformError')) return undefined;
    throw error;
  }
}

/** Whether two texts are the same once every suggestion is rejected; not where rejecting would break one of them. */
export function areSameWithout(one: ProseMirrorNode, other: ProseMirrorNode): boolean {
  const base = attempted(() => baseOf(other));
  return base !== undefined && attempted(() => baseOf(one)) === base;
}

function baseOf(doc: ProseMirrorNode): string {
  return JSON.stringify(editorToDocument(withoutSuggestions(doc).toJSON() as EditorNode));
}

/**
 * What is done where an edit can't be made a suggestion that comes off exactly, because it cuts through lists, cells or
 * parts: the edit is taken back, the words that it took are struck out where they stand, and its own words are put before
 * them as an insertion. Where even that would not come off, the edit is refused.
 */
export function suggestWords(after: EditorState, { before, steps }: Edit, changes: Changes, facts: SuggestionFacts, start: Transaction): Transaction {
  const restore = () => {
    const tr = start;
    for (const { step, doc } of steps.toReversed()) tr.step(step.invert(doc));
    return tr;
  };
  const tr = restore();
  const size = tr.steps.length;
  const { insertion, deletion } = after.schema.marks;
  if (insertion === undefined || deletion === undefined) return tr;
  for (const { fromA, toA, fromB, toB } of changes.toReversed()) {
    strike(tr, fromA, toA, facts);
    const words = after.doc.textBetween(fromB, toB, '\n', ' ').replace(/\s*\n\s*/gu, ' ').trim();
    const place = Selection.findFrom(tr.doc.resolve(Math.min(fromA, tr.doc.content.size)), 1, true) ?? Selection.findFrom(tr.doc.resolve(Math.min(fromA, tr.doc.content.size)), -1, true);
    if (words === '' || !(place instanceof TextSelection)) continue;
    tr.insert(place.from, after.schema.text(words, [insertion.create(facts)]));
    tr.setSelection(TextSelection.create(tr.doc, place.from + words.length));
  }
  if (areSameWithout(tr.doc, before)) return tr;
  // Only the way back is left of it.
  for (let index = tr.steps.length - 1; index >= size; index -= 1) {
    const [step, doc] = [tr.steps[index], tr.docs[index]];
    if (step !== undefined && doc !== undefined) tr.step(step.invert(doc));
  }
  return tr;
}

/** Marks the words of a range as going; what the same person only suggested there goes at once. */
function strike(tr: Transaction, from: number, to: number, facts: SuggestionFacts): void {
  const { deletion } = tr.doc.type.schema.marks;
  const own: { readonly from: number; readonly to: number }[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    // A block that is suggested as a whole is decided as a whole.
    if (node.isBlock && !node.isTextblock && node.attrs['change']) return false;
    if (!node.isInline || deletion === undefined) return true;
    const range = { from: Math.max(from, pos), to: Math.min(to, pos + node.nodeSize) };
    if (node.marks.some(({ type, attrs }) => type.name === 'insertion' && attrs['author'] === facts.author)) own.push(range);
    else if (!node.marks.some(({ type }) => type === deletion)) tr.addMark(range.from, range.to, deletion.create(facts));
    return false;
  });
  for (const range of own.toReversed()) tr.delete(range.from, range.to);
}
