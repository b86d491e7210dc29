import type { ContractId } from '#shared/features/contracts/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock } from '../../ports.ts';
import { findContract, type ContractRow } from './queries.ts';
import { addTag, noteChange, removeTag, setArchived, setOwner } from './record-queries.ts';

export interface BulkChange {
  readonly addTags?: readonly string[] | undefined;
  readonly removeTags?: readonly string[] | undefined;
  readonly ownerName?: string | undefined;
  readonly archived?: boolean | undefined;
}

/**
 * The same change to many contracts, as one transaction. Gives how many were changed and what takes it back, those that are
 * put back alike together; fails with NOT_FOUND, changing none, where one is out of reach.
 */
export function changeMany(call: Call, clock: Clock, contractIds: readonly ContractId[], change: BulkChange): Result<OutputOf<'contracts.changeMany'>, 'NOT_FOUND'> {
  const isChange = (id: ContractId) => {
    const row = findContract(call.db, id);
    return row === undefined || Object.keys(opposite(row, change)).length > 0;
  };
  if (!contractIds.some(isChange)) return succeed({ changed: 0, undo: [] });
  return call.write((db, note) => {
    const at = clock.now();
    const undo = new Map<string, BulkChange & { readonly ids: ContractId[] }>();
    for (const id of contractIds) {
      const row = findContract(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      const back = opposite(row, change);
      if (Object.keys(back).length === 0) continue;
      for (const tag of back.removeTags ?? []) addTag(db, id, tag);
      for (const tag of back.addTags ?? []) removeTag(db, id, tag);
      if (back.addTags !== undefined || back.removeTags !== undefined) noteChange(db, id, at);
      if (back.ownerName !== undefined) setOwner(db, id, change.ownerName ?? '', at);
      if (back.archived !== undefined) setArchived(db, id, back.archived ? null : at, at);
      note('contract', id);
      const alike = JSON.stringify(back);
      const part = undo.get(alike) ?? { ...back, ids: [] };
      part.ids.push(id);
      undo.set(alike, part);
    }
    const parts = [...undo.values()];
    return succeed({ changed: parts.reduce((sum, { ids: some }) => sum + some.length, 0), undo: parts });
  });
}

/** What takes a change of a contract back: nothing for what it already was. */
function opposite({ tags: written, owner_name: ownerName, archived_at: archivedAt }: ContractRow, { addTags = [], removeTags = [], ...change }: BulkChange): BulkChange {
  const tags = JSON.parse(written) as readonly string[];
  const [added, removed] = [addTags.filter((tag) => !tags.includes(tag)), removeTags.filter((tag) => tags.includes(tag))];
  return {
    ...(added.length === 0 ? {} : { removeTags: added }),
    ...(removed.length === 0 ? {} : { addTags: removed }),
    ...(change.ownerName === undefined || change.ownerName === ownerName ? {} : { ownerName }),
    ...(change.archived === undefined || change.archived === (archivedAt !== null) ? {} : { archived: !change.archived }),
  };
}
