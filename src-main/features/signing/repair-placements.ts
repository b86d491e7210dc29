import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadAttachment } from '../../attachments/attachment-store.ts';
import { flushFolder, writeFileAtomically } from '../../files/atomic-file.ts';
import { systemErrorCode } from '../../files/file-errors.ts';
import { hashFile } from '../../files/hash-file.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { deleteIntent, listIntents, type Intent } from './intent-queries.ts';

/** For how long a folder that is away (a stick that was pulled out) is waited for. */
const patienceMs = 30 * 86_400_000;

/**
 * Settles the exports that a crash or a power cut left half done; to be called when the vault was opened. A file whose
 * record was made takes its place, from the vault's own copy if what was written aside is lost; a file without a record
 * is thrown away. What can't be settled now, because the folder is away or the person has no key to the copy, waits for
 * the next opening.
 */
export function repairPlacements(session: Session, { clock, log }: { readonly clock: Clock; readonly log: Log }): void {
  const intents = listIntents(session.whole);
  const settled = intents.filter((intent) => {
    try {
      return settle(session, intent) || clock.now() - intent.begunAt > patienceMs;
    } catch (error) {
      if (systemErrorCode(error) === null) throw error;
      log.info('export-repair-put-off', { kind: systemErrorCode(error) ?? '' });
      return false;
    }
  });
  if (intents.length > 0) log.info('exports-repaired', { settled: settled.length, left: intents.length - settled.length });
  if (settled.length > 0) session.derive((db) => settled.forEach(({ id }) => deleteIntent(db, id)));
}

/** Whether nothing is left to do. */
function settle(session: Session, { path, stagedPath, pdfSha256, recordedAt, attachmentId }: Intent): boolean {
  const folder = dirname(path);
  if (!existsSync(folder)) return false;
  if (recordedAt === null) {
    rmSync(stagedPath, { force: true });
    return true;
  }
  if (existsSync(stagedPath) && hashFile(stagedPath).sha256 === pdfSha256) {
    renameSync(stagedPath, path);
    flushFolder(folder);
    return true;
  }
  // A rename leaves nothing aside: the file took its place, and whoever moved it since may keep it where they like.
  if (existsSync(path)) return true;
  if (attachmentId === null) return true;
  if (!session.holds('clauses') || !session.holds('finance')) return false;
  const bytes = loadAttachment(session, session.whole, attachmentId);
  if (bytes !== null) writeFileAtomically(path, bytes);
  return true;
}
