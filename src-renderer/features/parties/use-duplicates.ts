import { useEffect, useState } from 'react';
import { idSchema, type Id } from '#shared/kernel/ids.ts';
import { call } from '../../ipc/client.ts';
import { useProgress } from '../../ipc/use-progress.ts';
import { useOperation } from '../../ipc/use-query.ts';

/** Parties that may stand twice; looking for them stops when the page is left. `fraction`: how far a long look is, or null. */
export function useDuplicates() {
  const [taskId] = useState((): Id<'task'> => idSchema<'task'>().parse(crypto.randomUUID()));
  const { data, error, refetch } = useOperation('parties.duplicates', { taskId });
  const progress = useProgress(taskId);
  useEffect(() => () => void call('parties.cancelDuplicates', { taskId }), [taskId]);
  const isLooking = error === null && progress !== null && progress.step < progress.steps;
  return { data, error, refetch, fraction: isLooking ? progress.step / progress.steps : null };
}
