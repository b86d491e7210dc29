import { setImmediate } from 'node:timers/promises';
import type { ImportBatchId } from '#shared/features/imports/plan.ts';
import { succeed } from '#shared/kernel/result.ts';
import { createSliceSize } from '../../imports/slice-size.ts';
import type { Session } from '../../vault/session.ts';
import { setBatchState, type SubjectKind } from './queries.ts';
import { countLeft, listLeft, removeContracts, removeParties } from './undo-queries.ts';

export interface Undone {
  readonly removedContracts: number;
  readonly removedParties: number;
  readonly keptContracts: number;
  readonly keptParties: number;
  /** Somebody stopped it: what was removed is gone, and the rest can be undone another time. */
  readonly isStopped: boolean;
}

export interface BatchUndo {
  readonly session: Session;
  readonly batchId: ImportBatchId;
  readonly signal: AbortSignal;
  /** Contracts and parties that were looked at, of all. */
  readonly onRows: (done: number, all: number) => void;
}

/**
 * Removes what a batch added, some hundreds in a transaction, contracts before the parties that they name. A contract
 * stays when somebody changed it or used it since, or when one that stays hangs below it; a party, when anything names it.
 * From the first transaction on the batch can't be gone on with any more, only undone to the end.
 */
export async function undoBatch({ session, batchId, signal, onRows }: BatchUndo): Promise<Undone> {
  const holdsFinance = session.holds('finance');
  const removed = { contract: 0, party: 0 };
  const present = { contract: countLeft(session.whole, batchId, 'contract'), party: countLeft(session.whole, batchId, 'party') };
  const all = present.contract + present.party;
  const size = createSliceSize();
  write('done', {});
  for (const kind of ['contract', 'party'] as const) {
    // What went may have set free what was kept before it was looked at.
    for (let went = 1; went > 0 && removed[kind] < present[kind] && !signal.aborted; ) went = await pass(kind);
  }
  const isStopped = signal.aborted;
  if (!isStopped) write('undone', { ...removed });
  return { removedContracts: removed.contract, removedParties: removed.party, keptContracts: present.contract - removed.contract, keptParties: present.party - removed.party, isStopped };

  async function pass(kind: SubjectKind): Promise<number> {
    const before = removed[kind];
    for (let at: string | null = null; !signal.aborted; ) {
      const ids = listLeft(session.whole, batchId, kind, at, size.of(all));
      if (ids.length === 0) break;
      size.learn(ids.length, removeSlice(kind, ids));
      at = ids.at(-1) ?? null;
      onRows(removed.contract + removed.party, all);
      await setImmediate();
    }
    return removed[kind] - before;
  }

  function removeSlice(kind: SubjectKind, ids: readonly string[]): { readonly work: number; readonly commit: number } {
    const started = performance.now();
    let worked = started;
    session.write<null, never>('imports.undo', (db, note) => {
      const went = kind === 'contract' ? removeContracts(db, ids, holdsFinance) : removeParties(db, ids, holdsFinance);
      removed[kind] += went;
      note('importBatch', batchId, { [kind === 'contract' ? 'contracts' : 'parties']: went });
      worked = performance.now();
      return succeed(null);
    });
    return { work: worked - started, commit: performance.now() - worked };
  }

  function write(state: 'done' | 'undone', facts: { readonly [kind: string]: number }): void {
    session.write<null, never>('imports.undo', (db, note) => {
      setBatchState(db, batchId, state);
      note('importBatch', batchId, { state, ...facts });
      return succeed(null);
    });
  }
}
