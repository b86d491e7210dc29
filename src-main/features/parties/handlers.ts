import { succeed } from '#shared/kernel/result.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { FilePicker } from '../../ports.ts';
import type { PartyDuplicates } from './duplicates.ts';
import { exportParties } from './export-list.ts';
import type { PartyMerging } from './merging.ts';
import type { PartyService } from './service.ts';

export function createPartiesHandlers(parties: PartyService, duplicates: PartyDuplicates, merging: PartyMerging, picker: FilePicker): HandlersOf<'parties'> {
  const looking = createCancellableTasks();
  return {
    list: (page, call) => succeed(parties.list(call, page)),
    exportList: (request, call) => exportParties(call, request, picker),
    get: ({ id }, call) => parties.get(call, id),
    similar: ({ except, ...named }, call) => succeed(parties.similar(call, named, except)),
    create: (entry, call) => parties.create(call, entry),
    update: ({ id, revision, ...entry }, call) => parties.update(call, id, revision, entry),
    archive: ({ id }, call) => parties.setArchived(call, id, true),
    restore: ({ id }, call) => parties.setArchived(call, id, false),
    duplicates: ({ taskId }, call) => looking.run(taskId, async (signal) => succeed(await duplicates.list(call, taskId, signal))),
    cancelDuplicates: ({ taskId }) => looking.cancel(taskId),
    declareDistinct: ({ first, second }, call) => duplicates.declare(call, first, second),
    withdrawDistinct: ({ first, second }, call) => duplicates.withdraw(call, first, second),
    mergeEffects: ({ keptId, mergedId }, call) => merging.effects(call, keptId, mergedId),
    merge: (entry, call) => merging.merge(call, entry),
    unmerge: ({ mergeId }, call) => merging.unmerge(call, mergeId),
    mergesOf: ({ id }, call) => succeed(merging.mergesOf(call, id)),
    mergesIn: ({ contractId }, call) => succeed(merging.mergesIn(call, contractId)),
  };
}
