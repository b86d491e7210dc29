import { useState } from 'react';
import { idSchema, type Id } from '#shared/kernel/ids.ts';
import { call } from '../../ipc/client.ts';

/** Runs one of main's tasks at a time under an id, by which it can be stopped. */
export function useCancellable() {
  const [taskId, setTaskId] = useState<Id<'task'> | null>(null);
  return {
    isRunning: taskId !== null,
    run: async <Value>(work: (taskId: Id<'task'>) => Promise<Value>): Promise<Value> => {
      const task = idSchema<'task'>().parse(crypto.randomUUID());
      setTaskId(task);
      try {
        return await work(task);
      } finally {
        setTaskId(null);
      }
    },
    cancel: () => void (taskId !== null && call('versions.cancel', { taskId })),
  };
}
