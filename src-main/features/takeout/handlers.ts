import type { Id } from '#shared/kernel/ids.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createTakeout, type TakeoutParts } from './service.ts';

export function createTakeoutHandlers(parts: TakeoutParts): HandlersOf<'takeout'> {
  const takeout = createTakeout(parts);
  const running = new Map<Id<'task'>, AbortController>();
  return {
    pickFolder: (_, call) => takeout.pickFolder(call),
    run: async (request, call) => {
      const controller = new AbortController();
      running.set(request.taskId, controller);
      try {
        return await takeout.run(call, request, controller.signal);
      } finally {
        running.delete(request.taskId);
      }
    },
    cancel: ({ taskId }) => {
      running.get(taskId)?.abort();
      return succeed(null);
    },
  };
}
