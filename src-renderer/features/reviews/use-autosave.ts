import { useCallback, useEffect, useRef, useState } from 'react';
import type { Answers } from '#shared/features/reviews/checklist.ts';
import type { KpiValues, ReviewId } from '#shared/features/reviews/model.ts';
import { useCommand } from '../../ipc/use-command.ts';
import { useLastChance } from '../../keeping/use-last-chance.ts';

export interface ReviewEntry {
  readonly answers: Answers;
  readonly kpiValues: KpiValues;
  readonly summary: string;
}

const pauseMs = 700;

/**
 * Keeps what is entered once typing pauses, and at once before the vault is locked or the page left, one save after the
 * other; `settled` gives what the next command must name.
 */
export function useAutosave(id: ReviewId, entry: ReviewEntry, firstRevision: number) {
  const save = useCommand('reviews.save');
  const [saved, setSaved] = useState(entry);
  const revision = useRef(firstRevision);
  const waiting = useRef<ReviewEntry | null>(null);
  const queue = useRef<Promise<void> | null>(null);
  const isDirty = saved !== entry;
  const { run } = save;

  const saveNow = useCallback(async () => {
    // Nothing may come between the last chance and its message.
    while (queue.current !== null) await queue.current;
    const sent = waiting.current;
    waiting.current = null;
    if (sent === null) return;
    queue.current = run({ id, revision: revision.current, ...sent }).then((reply) => {
      queue.current = null;
      if (!reply.ok) {
        // Refused for now, as while the keys are changed: it goes with the next save, or with the last chance.
        waiting.current ??= sent;
        return;
      }
      revision.current = reply.value.revision;
      setSaved(sent);
    });
    await queue.current;
  }, [id, run]);

  useEffect(() => {
    if (!isDirty) return undefined;
    waiting.current = entry;
    const timer = setTimeout(() => void saveNow(), pauseMs);
    return () => clearTimeout(timer);
  }, [entry, isDirty, saveNow]);

  useLastChance(saveNow);

  /** Waits for saves that run; gives the revision that stands then. */
  const settled = async (): Promise<number> => {
    await queue.current;
    return revision.current;
  };
  return { isDirty, isSaving: save.isRunning, error: save.error, settled };
}
