import type { NumberedBlock } from '#shared/features/reading/model.ts';
import { readText, type ReadBlock, type ReadCache } from '../../ui/document-editor/read-text.ts';
import type { Surface } from '../../ui/document-editor/surface.ts';

export type Body = 'zh' | 'en';

/** A block of the whole contract, and where its letters stand in which of the two texts. */
export interface LocatedBlock {
  readonly block: NumberedBlock;
  readonly parts: readonly { readonly body: Body; readonly from: number; readonly positions: readonly number[]; readonly pos: number }[];
}

/** A place in one of the two texts. */
export interface BodyPlace {
  readonly body: Body;
  readonly from: number;
  readonly to: number;
}

export interface ReadContract {
  readonly blocks: readonly LocatedBlock[];
  /** Whether both texts go paragraph by paragraph; true where there is only one. */
  readonly isParallel: boolean;
}

/** The contract as the checker reads it: of a bilingual one clause by clause, as it is printed. */
export function readBoth(surfaces: Readonly<Record<Body, Surface>>, bodies: readonly Body[], cache: ReadCache): ReadContract {
  const read = bodies.map((body) => ({ body, groups: groupsOf(readText(surfaces[body].doc(), surfaces[body].context(), cache)) }));
  const [first, second] = read;
  const apart = read.flatMap(({ body, groups }) => groups.flat().map((block) => located(body, block)));
  if (first === undefined || second === undefined) return { blocks: apart, isParallel: true };
  if (!goTogether(first.groups, second.groups)) return { blocks: apart, isParallel: second.groups.length === 0 };
  const blocks = first.groups.flatMap((group, index) => {
    const other = second.groups[index] ?? [];
    const [zh, en] = [group[0], other[0]];
    const isHead = zh !== undefined && en !== undefined && (zh.block.kind === 'title' || zh.block.kind === 'heading');
    if (isHead) return [headOf(first.body, zh, second.body, en)];
    return [...group.map((block) => located(first.body, block)), ...other.map((block) => located(second.body, block))];
  });
  return { blocks, isParallel: true };
}

/** Where letters of a block stand; null where they are no letters of the text, such as a number. */
export function placeOf({ parts }: LocatedBlock, start: number, end: number): BodyPlace | null {
  const part = parts.findLast(({ from }) => from <= start);
  const [first, last] = [part?.positions[start - part.from], part?.positions[Math.min(end, part.from + part.positions.length) - part.from - 1]];
  if (part === undefined || first === undefined || last === undefined || first < 0) return null;
  return { body: part.body, from: first, to: last + 1 };
}

function located(body: Body, { block, positions, pos }: ReadBlock): LocatedBlock {
  return { block, parts: [{ body, from: 0, positions, pos }] };
}

/** One heading for both languages, each with its number. */
function headOf(zhBody: Body, zh: ReadBlock, enBody: Body, en: ReadBlock): LocatedBlock {
  const label = en.block.number === null ? '' : `${en.block.number} `;
  return {
    block: { ...zh.block, text: `${zh.block.text}\n${label}${en.block.text}` },
    parts: [
      { body: zhBody, from: 0, positions: zh.positions, pos: zh.pos },
      { body: enBody, from: zh.block.text.length + 1 + label.length, positions: en.positions, pos: en.pos },
    ],
  };
}

function groupsOf(blocks: readonly ReadBlock[]): readonly (readonly ReadBlock[])[] {
  const groups: ReadBlock[][] = [];
  for (const block of blocks) {
    if (groups.at(-1)?.[0]?.pos === block.pos) groups.at(-1)?.push(block);
    else groups.push([block]);
  }
  return groups;
}

function goTogether(one: readonly (readonly ReadBlock[])[], other: readonly (readonly ReadBlock[])[]): boolean {
  return one.length === other.length && one.every((group, index) => group[0]?.block.kind === other[index]?.[0]?.block.kind);
}
