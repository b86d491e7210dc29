import { useEffect, useRef, useState } from 'react';
import type { Answers } from '#shared/features/reviews/checklist.ts';
import type { KpiValues, ReviewId } from '#shared/features/reviews/model.ts';
import { useCommand } from '../../ipc/use-command.ts';

export interface ReviewEntry {
  readonly answers: Answers;
  readonly kpiValues: KpiValues;
  readonly summary: string;
}

const pauseMs = 700;

/** Keeps what is entered once typing pauses, one save after the other; `revision` is what the next command must name. */
export function useAutosave(id: ReviewId, entry: ReviewEntry, firstRevision: number) {
  const save = useCommand('reviews.save');
  const [saved, setSaved] = useState(entry);
  const revision = useRef(firstRevision);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const isDirty = saved !== entry;
  const { run } = save;

  useEffect(() => {
    if (!isDirty) return undefined;
    const timer = setTimeout(() => {
      queue.current = queue.current.then(async () => {
        const reply = await run({ id, revision: revision.current, ...entry });
        if (!reply.ok) return;
        revision.current = reply.value.revision;
        setSaved(entry);
      });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [entry, isDirty, id, run]);

  /** Waits for saves that run; gives the revision that stands then. */
  const settled = async (): Promise<number> => {
    await queue.current;
    return revision.current;
  };
  return { isDirty, isSaving: save.isRunning, error: save.error, settled };
}
