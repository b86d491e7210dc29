import { succeed } from '#shared/kernel/result.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import type { Session } from '../../vault/session.ts';
import { saveDrill, type DrillPdfParts } from './drill-pdf.ts';
import { createLooking, type LookingParts } from './looking.ts';
import { listRestorations } from './restoration-queries.ts';
import { createBackupService, type BackupServiceParts } from './service.ts';

export interface Backups {
  readonly handlers: HandlersOf<'backups'>;
  /** The daily backup. */
  readonly job: Job;
  /** Told before a vault is closed; what it answers is done afterwards. */
  readonly closing: (session: Session) => () => void;
  /** Whether a backup is being taken: the files that the vault had at its moment are copied one after the other. */
  readonly isTaking: () => boolean;
}

export function createBackups(parts: BackupServiceParts & DrillPdfParts & Omit<LookingParts, 'find'>): Backups {
  const backups = createBackupService(parts);
  const looking = createLooking({ ...parts, find: backups.find });
  const underWay = createCancellableTasks();

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
    isTaking: backups.isTaking,
    handlers: {
      overview: (_, call) => succeed(backups.overview(call)),
      chooseFolder: (_, call) => backups.chooseFolder(call),
      setAutomatic: ({ isAutomatic }, call) => backups.setAutomatic(call, isAutomatic),
      run: ({ taskId }, call) => underWay.run(taskId, (signal) => backups.run(call, signal)),
      cancel: ({ taskId }) => underWay.cancel(taskId),
      remove: ({ id }, call) => backups.remove(call, id),
      drill: ({ taskId }, call) => underWay.run(taskId, (signal) => backups.drill(call, signal)),
      saveDrill: (request, call) => saveDrill(call, request, parts),
      pickRestoreFolder: () => backups.pickRestoreFolder(),
      restore: ({ id, pickId, taskId }, call) => underWay.run(taskId, (signal) => backups.restore(call, id, pickId, signal)),
      contracts: ({ taskId, ...asked }, call) => underWay.run(taskId, (signal) => looking.contracts(call, asked, signal)),
      compareContract: ({ taskId, ...asked }, call) => underWay.run(taskId, (signal) => looking.compare(call, asked, signal)),
      restoreContract: ({ taskId, ...asked }, call) => underWay.run(taskId, (signal) => looking.restore(call, asked, signal)),
      restorations: (_, { db }) => succeed(listRestorations(db)),
      undoRestoration: ({ id }, call) => looking.undo(call, id),
      showFolder: (_, call) => backups.showFolder(call),
    },
  };
}
