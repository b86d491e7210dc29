import { succeed, type Result } from '#shared/kernel/result.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import { sha256 } from '../../crypto/digest.ts';
import type { Writable } from '../../db/connection.ts';
import { stageFile, stagedPathOf, type StagedFile } from '../../files/atomic-file.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import { deleteIntent, insertIntent, markRecorded, type IntentId } from './intent-queries.ts';

/** What the record of an export says, and how it is unsaid when the file can't take its place after all. */
export interface Recorded {
  /** The vault's copy of the very bytes that are written; null where it holds none. */
  readonly attachmentId: AttachmentId | null;
  readonly takeBack: (db: Writable, note: RecordChange) => void;
}

/**
 * Brings a file out of the vault so that, whenever the process dies, the file and its record exist or neither does:
 *
 * 1. it is noted that the file is on its way, and where it is written first;
 * 2. the file is written aside and flushed;
 * 3. one transaction makes the record and notes that it is made;
 * 4. one rename puts the file in its place, and the note is dropped.
 *
 * A note that outlives the process is settled when the vault is opened next (`repairPlacements`): before 3 the file
 * aside is thrown away, after it the file is put in its place. A rename that fails while the process lives takes the
 * record back and throws the system's error. Everything happens in one go, so that no lock can come in between.
 */
export function placeFile<Code extends string>(
  call: Call,
  { target, bytes }: { readonly target: string; readonly bytes: Uint8Array },
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
  record: (db: Writable, note: RecordChange) => Result<Recorded, Code>,
): Result<null, Code> {
  const id: IntentId = ids.create<'exportIntent'>();
  const stagedPath = stagedPathOf(target);
  call.session.derive((db) => insertIntent(db, { id, path: target, stagedPath, pdfSha256: sha256(bytes), begunAt: clock.now() }));
  let staged: StagedFile | undefined;
  let recorded: Recorded | undefined;
  try {
    staged = stageFile(target, bytes, stagedPath);
    const written = call.write<Recorded, Code>((db, note) => {
      const made = record(db, note);
      if (made.ok) markRecorded(db, id, clock.now(), made.value.attachmentId);
      return made;
    });
    if (!written.ok) return written;
    recorded = written.value;
    staged.commit();
    return succeed(null);
  } catch (error) {
    if (recorded !== undefined) takeBack(call, recorded);
    throw error;
  } finally {
    staged?.discard();
    call.session.derive((db) => deleteIntent(db, id));
  }
}

function takeBack(call: Call, recorded: Recorded): void {
  call.write<null, never>((db, note) => {
    recorded.takeBack(db, note);
    return succeed(null);
  });
}
