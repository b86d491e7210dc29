import { undoMilliseconds } from '#shared/features/attachments/model.ts';
import { succeed } from '#shared/kernel/result.ts';
import { removeUnnamedFiles } from '../../attachments/streamed-store.ts';
import type { Clock } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { listSweepable, sweepAttachment } from './queries.ts';

/** Forgets what can no longer be restored, and the stored bytes that nothing refers to any more. */
export async function sweepAttachments(session: Session, clock: Clock, isBusy: () => boolean): Promise<void> {
  if (!session.holds('clauses')) return;
  const gone = listSweepable(session.whole, clock.now() - undoMilliseconds);
  if (gone.length > 0) {
    session.write('attachments.sweep', (db, record) => {
      for (const file of gone) {
        sweepAttachment(db, file);
        record('attachment', file.id);
      }
      return succeed(null);
    });
  }
  if (!isBusy()) await removeUnnamedFiles(session, isBusy);
}
