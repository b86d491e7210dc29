import { Selection } from '@tiptap/pm/state';
import type { Transform } from '@tiptap/pm/transform';

/** Joins the block of text at a position to the text before it; an empty one with nothing before it goes. */
export function removeBreak(tr: Transform, pos: number): void {
  const block = tr.doc.nodeAt(pos);
  if (block === null) return;
  const before = Selection.findFrom(tr.doc.resolve(pos), -1, true);
  if (before !== null && before.to <= pos) tr.delete(before.to, pos + 1);
  else if (block.content.size === 0 && tr.doc.resolve(pos).parent.childCount > 1) tr.delete(pos, pos + block.nodeSize);
  else tr.setNodeAttribute(pos, 'change', null);
}
