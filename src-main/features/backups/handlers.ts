import type { Id } from '#shared/kernel/ids.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import type { Session } from '../../vault/session.ts';
import { createBackupService, type BackupServiceParts } from './service.ts';

export interface Backups {
  readonly handlers: HandlersOf<'backups'>;
  /** The daily backup. */
  readonly job: Job;
  /** Told before a vault is closed; what it answers is done afterwards. */
  readonly closing: (session: Session) => () => void;
}

export function createBackups(parts: BackupServiceParts): Backups {
  const backups = createBackupService(parts);
  const running = new Map<Id<'task'>, AbortController>();

  async function cancellable<Value>(taskId: Id<'task'>, work: (signal: AbortSignal) => Promise<Value>): Promise<Value> {
    const controller = new AbortController();
    running.set(taskId, controller);
    try {
      return await work(controller.signal);
    } finally {
      running.delete(taskId);
    }
  }

  return {
    job: {
      name: 'daily-backup',
      nextAt: (session) => (session === null ? null : backups.nextDueAt(session)),
      run: async (session) => {
        if (session !== null) await backups.runDue(session);
      },
    },
    closing: (session) => {
      const order = backups.orderAtLock(session);
      return () => void order?.();
    },
    handlers: {
      overview: (_, call) => succeed(backups.overview(call)),
      chooseFolder: (_, call) => backups.chooseFolder(call),
      setAutomatic: ({ isAutomatic }, call) => backups.setAutomatic(call, isAutomatic),
      run: ({ taskId }, call) => cancellable(taskId, (signal) => backups.run(call, signal)),
      cancel: ({ taskId }) => {
        running.get(taskId)?.abort();
        return succeed(null);
      },
      remove: ({ id }, call) => backups.remove(call, id),
      drill: ({ taskId }, call) => cancellable(taskId, (signal) => backups.drill(call, signal)),
      pickRestoreFolder: () => backups.pickRestoreFolder(),
      restore: ({ id, pickId, taskId }, call) => cancellable(taskId, (signal) => backups.restore(call, id, pickId, signal)),
      showFolder: (_, call) => backups.showFolder(call),
    },
  };
}
