import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { ContractService } from './service.ts';

export function createContractsHandlers(contracts: ContractService): HandlersOf<'contracts'> {
  return {
    list: (page, call) => succeed(contracts.list(call, page)),
    get: ({ id }, call) => contracts.get(call, id),
    create: ({ templateVersionId, entry }, call) => contracts.create(call, templateVersionId, entry),
    revise: ({ id, revision, entry }, call) => contracts.revise(call, id, revision, entry),
    keepForm: ({ templateVersionId, form }, call) => contracts.keep(call, templateVersionId, form),
    keptForm: ({ templateVersionId }, call) => succeed(contracts.kept(call, templateVersionId)),
    discardForm: ({ templateVersionId }, call) => contracts.discard(call, templateVersionId),
    numbering: (_, { db }) => succeed(contracts.numbering(db)),
    changeNumbering: ({ pattern }, call) => contracts.changeNumbering(call, pattern),
  };
}
