import { succeed } from '#shared/kernel/result.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createAuditService, type AuditServiceParts } from './service.ts';

export function createAudit(parts: AuditServiceParts): HandlersOf<'audit'> {
  const audit = createAuditService(parts);
  const tasks = createCancellableTasks();
  return {
    list: ({ filter, before, limit }, call) => succeed(audit.list(call, filter, before, limit)),
    choices: (_, call) => succeed(audit.choices(call)),
    check: ({ taskId }, call) => tasks.run(taskId, (signal) => audit.check(call, taskId, signal)),
    cancelCheck: ({ taskId }) => tasks.cancel(taskId),
    exportList: (request, call) => audit.exportList(call, request),
  };
}
