import type { Node as ProseMirrorNode } from '@tiptap/pm/model';
import { isShown } from '#shared/features/documents/conditions.ts';
import type { Condition } from '#shared/features/documents/model.ts';
import { numberBlocks, type ShownBlock } from '#shared/features/documents/numbering.ts';
import type { EditorContext } from './editor-context.ts';

/** A block of the text with its place and, where it has one, its number. */
export interface PlacedBlock {
  readonly node: ProseMirrorNode;
  /** Position before the node. */
  readonly pos: number;
  readonly number: readonly number[] | null;
}

/**
 * The blocks that are really there, in their order: parts laid open, those that values hide left out. A block that is
 * suggested to go, or to become one with the block before, is there with no number.
 */
export function placedBlocks(doc: ProseMirrorNode, context: Pick<EditorContext, 'values' | 'withheldKeys' | 'hidesParts'>): readonly PlacedBlock[] {
  const withheld = new Set(context.withheldKeys);
  const placed: { readonly node: ProseMirrorNode; readonly pos: number; readonly repeats: number }[] = [];
  collect(doc, 0, 0);
  const counted = placed.filter(({ node }) => !isGoing(node));
  const numbers = numberBlocks(counted.map(({ node, repeats }) => ({ node: { type: node.type.name, attrs: node.attrs } as unknown as ShownBlock['node'], items: {}, repeats })));
  const byPosition = new Map(counted.map(({ pos }, index) => [pos, numbers[index] ?? null]));
  return placed.map(({ node, pos }) => ({ node, pos, number: byPosition.get(pos) ?? null }));

  function collect(parent: ProseMirrorNode, start: number, repeats: number): void {
    parent.forEach((node, offset) => {
      const pos = start + offset;
      const isPart = node.type.name === 'conditional';
      if (isPart && context.hidesParts && !isShown(node.attrs as Condition, context.values, withheld)) return;
      if (isPart || node.type.name === 'repeat') collect(node, pos + 1, node.type.name === 'repeat' ? repeats + 1 : repeats);
      else placed.push({ node, pos, repeats });
    });
  }
}

/** Whether a suggestion takes a block away, or joins it to the one before. */
export function isGoing({ attrs }: ProseMirrorNode): boolean {
  return (attrs['change'] as { readonly kind: string } | null | undefined)?.kind === 'deletion';
}

/** The numbers by the clause ids that references name. */
export function numbersByClause(blocks: readonly PlacedBlock[]): ReadonlyMap<string, readonly number[]> {
  return new Map(blocks.flatMap(({ node, number }) => (typeof node.attrs['id'] === 'string' && number !== null ? [[node.attrs['id'], number] as const] : [])));
}
