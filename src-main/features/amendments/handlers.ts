import type { HandlersOf } from '../../ipc/handlers.ts';
import type { AmendmentService } from './service.ts';

export function createAmendmentsHandlers(amendments: AmendmentService): HandlersOf<'amendments'> {
  return {
    list: ({ contractId }, call) => amendments.list(call, contractId),
    record: ({ contractId, revision, draft }, call) => amendments.record(call, contractId, revision, draft),
    void: ({ contractId, amendmentId, reason }, call) => amendments.withdraw(call, contractId, amendmentId, reason),
  };
}
