import { findDuplicates, type KnownAs } from '#shared/features/parties/duplicates.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { DuplicatesFound, DuplicatesOrder } from './duplicates-tasks.ts';
import { serveTasks } from './serve-tasks.ts';
import type { WorkerProgress } from './worker-pool.ts';

const steps = 100;

/** As `findDuplicates`, of parties that came in slices; the first groups, and the first members of each. */
function find({ parties, distinct, most }: DuplicatesOrder, tell: (at: WorkerProgress) => void): DuplicatesFound {
  const decoder = new TextDecoder();
  const known = parties.flatMap((slice) => JSON.parse(decoder.decode(slice)) as readonly KnownAs[]);
  const apart = new Set(distinct.flatMap(([one, other]) => [pairOf(one, other), pairOf(other, one)]));
  const groups = findDuplicates(
    known,
    (one, other) => apart.has(pairOf(one, other)),
    (fraction) => tell({ step: Math.floor(fraction * (steps - 1)), steps }),
  );
  tell({ step: steps, steps });
  return { groups: groups.slice(0, most.groups).map(({ reason, ids }) => ({ reason, ids: ids.slice(0, most.members), size: ids.length })), total: groups.length };
}

function pairOf(one: PartyId, other: PartyId): string {
  return `${one} ${other}`;
}

serveTasks({ find });
