import type { ContractAttachmentId } from '#shared/features/attachments/model.ts';
import { loadChunks } from '../../attachments/streamed-store.ts';
import { DamagedAttachment } from '../../attachments/chunked-file.ts';
import type { Log } from '../../ports.ts';
import { VaultLocked, type Session } from '../../vault/session.ts';
import type { ReadingTasks } from '../../workers/reading-tasks.ts';
import { keepText, nextUnread, type AttachmentRow, type StoredTextState } from './queries.ts';

export interface ExtractionParts {
  readonly session: () => Session | null;
  readonly reading: ReadingTasks;
  readonly log: Log;
  readonly onChanged: (features: readonly string[]) => void;
}

export type Extraction = ReturnType<typeof createExtraction>;

// What the reader takes; more is not brought into memory at all.
const largestRead = 64 * 1024 * 1024;
// A longer text would keep the window waiting while it is indexed.
const longestText = 1_000_000;

/** Reads the files' text in a worker, one after the other. What waits is written down, so a restart goes on with it. */
export function createExtraction({ session: currentSession, reading, log, onChanged }: ExtractionParts) {
  let running: ContractAttachmentId | null = null;

  /** Files were added, or a vault was opened. */
  function wake(): void {
    const session = currentSession();
    if (running !== null || session === null || !session.holds('clauses')) return;
    const file = nextUnread(session.whole);
    if (file === undefined) return;
    running = file.id;
    void extract(session, file);
  }

  async function extract(session: Session, file: AttachmentRow): Promise<void> {
    try {
      const { state, text } = await textOf(session, file);
      session.derive((db) => keepText(db, file, state, text));
    } catch (error) {
      // A locked vault goes on with the file when it is opened again.
      if (!(error instanceof VaultLocked) && currentSession() === session) {
        log.error('extraction-failed', { kind: error instanceof Error ? error.name : '' });
        session.derive((db) => keepText(db, file, 'failed', null));
      }
    }
    running = null;
    onChanged(['attachments']);
    wake();
  }

  async function textOf(session: Session, file: AttachmentRow): Promise<{ readonly state: StoredTextState; readonly text: string | null }> {
    if (file.byteLength > largestRead) return { state: 'failed', text: null };
    const bytes = await bytesOf(session, file);
    if (bytes === null) return { state: 'failed', text: null };
    const read = await reading.read({ name: file.name, bytes });
    if (!read.ok) {
      const hasNone = read.error.code === 'NO_TEXT_IN_FILE' || read.error.code === 'UNSUPPORTED_FILE';
      return { state: hasNone ? 'none' : 'failed', text: null };
    }
    return { state: 'done', text: read.value.blocks.map(({ text }) => text).join('\n').slice(0, longestText) };
  }

  return { wake, runningId: () => running };
}

/** A file's bytes in one piece, for those who bounded its length; null when it is damaged. */
export async function bytesOf(session: Session, { attachmentId, byteLength }: AttachmentRow): Promise<Uint8Array<ArrayBuffer> | null> {
  const bytes = new Uint8Array(byteLength);
  let at = 0;
  try {
    for await (const chunk of loadChunks(session, attachmentId)) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  } catch (error) {
    if (error instanceof DamagedAttachment) return null;
    throw error;
  }
  return bytes;
}
