import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import type { EditorState, Transaction } from '@tiptap/pm/state';
import type { Annotation, SuggestionFacts } from '#shared/features/documents/annotations.ts';

/** The suggestions and comments of a text, each with its place: what `withAnnotations` puts back. */
export function annotationsOf(doc: ProseMirrorNode): readonly Annotation[] {
  const found: Annotation[] = [];
  doc.descendants((node, pos) => {
    const change = node.attrs['change'] as SuggestionFacts & { readonly kind: 'insertion' | 'deletion' } | null | undefined;
    if (change !== null && change !== undefined) {
      const { kind, id, author, at } = change;
      found.push({ kind, id, author, at, from: pos, to: pos });
    }
    for (const mark of node.marks) {
      const { id, author, at } = mark.attrs as SuggestionFacts;
      const to = pos + node.nodeSize;
      const kind = mark.type.name;
      const before = found.findLast((one) => one.kind === kind && one.id === id);
      if (before?.to === pos && before.from !== before.to) found[found.indexOf(before)] = { ...before, to };
      else if (kind === 'comment') found.push({ kind, id, from: pos, to });
      else if (kind === 'insertion' || kind === 'deletion') found.push({ kind, id, author, at, from: pos, to });
    }
  });
  return found;
}

/** Marks a text with suggestions and comments; what no longer fits it is left out. */
export function addAnnotations(state: EditorState, annotations: readonly Annotation[]): Transaction {
  const { tr, schema } = state;
  for (const annotation of annotations) {
    const { from, to } = annotation;
    if (from < 0 || to > tr.doc.content.size || from > to) continue;
    if (from < to) {
      const attributes = annotation.kind === 'comment' ? { id: annotation.id } : { id: annotation.id, author: annotation.author, at: annotation.at };
      const mark = schema.marks[annotation.kind];
      if (mark !== undefined) tr.addMark(from, to, mark.create(attributes));
    } else if (annotation.kind !== 'comment') {
      const { kind, id, author, at } = annotation;
      if (tr.doc.nodeAt(from)?.type.spec.attrs?.['change'] !== undefined) tr.setNodeAttribute(from, 'change', { kind, id, author, at });
    }
  }
  return tr.setMeta('addToHistory', false);
}
