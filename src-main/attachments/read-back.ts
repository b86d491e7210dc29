import { join } from 'node:path';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import { sql } from '../db/sql.ts';
import type { Session } from '../vault/session.ts';
import { loadAttachment, type AttachmentId } from './attachment-store.ts';
import { isChunkedFile } from './chunked-file.ts';
import { loadChunks } from './streamed-store.ts';

export interface HeldAttachment {
  readonly id: AttachmentId;
  readonly fileName: string;
}

/** Some of the stored files that the person's keys open, picked at random; at most `most`. */
export function attachmentsHeld(session: Session, most: number): readonly HeldAttachment[] {
  const rows = session.db.all<{ id: AttachmentId; fileName: string; compartments: string }>(sql`SELECT id, coalesce(file_name, stored_name) AS fileName, compartments FROM attachments ORDER BY random()`);
  return rows
    .filter(({ compartments }) => (compartments.split(' ') as Compartment[]).every((guard) => session.holds(guard)))
    .slice(0, most)
    .map(({ id, fileName }) => ({ id, fileName }));
}

/** Whether a stored file opens from its first byte to its last. */
export async function readsBack(session: Session, { id, fileName }: HeldAttachment): Promise<boolean> {
  try {
    if (!(await isChunkedFile(join(session.folder, 'attachments', fileName)))) return loadAttachment(session, session.db, id) !== null;
    const chunks = loadChunks(session, id);
    for (;;) if ((await chunks.next()).done === true) return true;
  } catch {
    return false;
  }
}
