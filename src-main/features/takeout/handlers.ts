import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createTakeout, type TakeoutParts } from './service.ts';

export function createTakeoutHandlers(parts: TakeoutParts): HandlersOf<'takeout'> {
  const takeout = createTakeout(parts);
  const tasks = createCancellableTasks();
  return {
    pickFolder: (_, call) => takeout.pickFolder(call),
    run: (request, call) => tasks.run(request.taskId, (signal) => takeout.run(call, request, signal)),
    cancel: ({ taskId }) => tasks.cancel(taskId),
  };
}
