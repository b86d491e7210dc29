import type { BackupId } from '#shared/features/backups/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { useState } from 'react';
import { useCommand } from '../../ipc/use-command.ts';
import { useTask } from '../../ipc/use-task.ts';

/** Restores a backup into a folder that the person picks. */
export function useRestore() {
  const pick = useCommand('backups.pickRestoreFolder');
  const task = useTask('backups.restore', 'backups.cancel');
  const [pickId, setPickId] = useState<PickId | null>(null);
  const start = async (id: BackupId) => {
    task.reset();
    const picked = await pick.run(undefined);
    if (!picked.ok || picked.value === null) return;
    setPickId(picked.value.pickId);
    await task.start({ id, pickId: picked.value.pickId });
  };
  return {
    start,
    cancel: task.cancel,
    state: task.state,
    /** Handle of the folder that was restored into. */
    pickId,
    pickError: pick.error,
    isRunning: pick.isRunning || task.state.kind === 'running',
  };
}

export type Restore = ReturnType<typeof useRestore>;
