import type { Id } from '#shared/kernel/ids.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createAuditService, type AuditServiceParts } from './service.ts';

export function createAudit(parts: AuditServiceParts): HandlersOf<'audit'> {
  const audit = createAuditService(parts);
  const running = new Map<Id<'task'>, AbortController>();
  return {
    list: ({ filter, before, limit }, call) => succeed(audit.list(call, filter, before, limit)),
    choices: (_, call) => succeed(audit.choices(call)),
    check: async ({ taskId }, call) => {
      const controller = new AbortController();
      running.set(taskId, controller);
      try {
        return await audit.check(call, taskId, controller.signal);
      } finally {
        running.delete(taskId);
      }
    },
    cancelCheck: ({ taskId }) => {
      running.get(taskId)?.abort();
      return succeed(null);
    },
    exportList: (request, call) => audit.exportList(call, request),
  };
}
