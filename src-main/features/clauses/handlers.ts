import { requirementsWith } from '#shared/features/clauses/requirements.ts';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { listClauses, listClauseVersions, listRequirements } from './queries.ts';
import type { ClauseService } from './service.ts';

export function createClausesHandlers(clauses: ClauseService): HandlersOf<'clauses'> {
  return {
    list: (_, { db }) => succeed(listClauses(db)),
    versions: ({ id }, { db }) => {
      const versions = listClauseVersions(db, id);
      return versions.length === 0 ? fail('NOT_FOUND') : succeed(versions);
    },
    save: ({ id, revision, content, note }, call) => clauses.save(call, id, revision, content, note),
    retire: ({ id, revision, isRetired }, call) => clauses.retire(call, id, revision, isRetired),
    requirements: (_, { db }) => succeed(requirementsWith(listRequirements(db))),
    saveRequirement: (requirement, call) => clauses.setRequirement(call, requirement),
    deviations: ({ contractId }, call) => clauses.deviations(call, contractId),
  };
}
