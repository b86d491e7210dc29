import type { DuplicateGroup } from '#shared/features/parties/duplicates.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { RunOptions, Workers } from './worker-pool.ts';

export interface DuplicatesOrder {
  /** What the parties are known by (`KnownAs`), as JSON in slices; the bytes move to the worker. */
  readonly parties: readonly Uint8Array<ArrayBuffer>[];
  /** Pairs that were declared not the same. */
  readonly distinct: readonly (readonly [PartyId, PartyId])[];
  /** So many groups are told of, and of each so many members. */
  readonly most: { readonly groups: number; readonly members: number };
}

/** A group with its first members, and how many there are. */
export interface FoundGroup extends DuplicateGroup {
  readonly size: number;
}

export interface DuplicatesFound {
  readonly groups: readonly FoundGroup[];
  /** All groups that there are. */
  readonly total: number;
}

/** Comparing every party's names with the others', done away from the main thread. */
export interface DuplicateTasks {
  /** Throws an AbortError when the signal is aborted. */
  find(order: DuplicatesOrder, signal: AbortSignal, onProgress: NonNullable<RunOptions['onProgress']>): Promise<DuplicatesFound>;
}

export function createDuplicateTasks(workers: Workers): DuplicateTasks {
  return {
    find: async (order, signal, onProgress) =>
      (await workers.run('duplicates', 'find', order, { signal, onProgress, transfer: order.parties.map(({ buffer }) => buffer) })) as DuplicatesFound,
  };
}
