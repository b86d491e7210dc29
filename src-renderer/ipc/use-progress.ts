import { useEffect, useState } from 'react';
import type { EventPayload } from '#shared/ipc/events.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { onEvent } from './client.ts';

type Progress = EventPayload<'progress'>;

/** How far a task is that goes on in main by itself; null until it tells. Nothing is followed without a task. */
export function useProgress(taskId: Id<'task'> | null): Progress | null {
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (taskId === null) return;
    return onEvent('progress', (told) => {
      if (told.taskId === taskId) setProgress(told);
    });
  }, [taskId]);
  return progress?.taskId === taskId ? progress : null;
}
