import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { PartyService } from './service.ts';

export function createPartiesHandlers(parties: PartyService): HandlersOf<'parties'> {
  return {
    list: (page, call) => succeed(parties.list(call, page)),
    get: ({ id }, call) => parties.get(call, id),
    similar: ({ except, ...named }, call) => succeed(parties.similar(call, named, except)),
    create: (entry, call) => parties.create(call, entry),
    update: ({ id, revision, ...entry }, call) => parties.update(call, id, revision, entry),
    archive: ({ id }, call) => parties.setArchived(call, id, true),
    restore: ({ id }, call) => parties.setArchived(call, id, false),
  };
}
