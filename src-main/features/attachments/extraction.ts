import { largestReadBytes, longestSearched, type ContractAttachment, type ContractAttachmentId } from '#shared/features/attachments/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { loadChunks } from '../../attachments/streamed-store.ts';
import { DamagedAttachment } from '../../attachments/chunked-file.ts';
import type { Ids, Log } from '../../ports.ts';
import { beginsAsNamed } from '../../reading/begins-as-named.ts';
import { VaultLocked, type Session } from '../../vault/session.ts';
import type { ReadingTasks } from '../../workers/reading-tasks.ts';
import type { WorkerProgress } from '../../workers/worker-pool.ts';
import { keepText, nextUnread, type AttachmentRow, type ReadingOutcome } from './queries.ts';

export interface ExtractionParts {
  readonly session: () => Session | null;
  readonly reading: ReadingTasks;
  readonly log: Log;
  readonly ids: Ids;
  readonly onChanged: (features: readonly string[]) => void;
  readonly onProgress: (taskId: Id<'task'>, phase: 'read', at: WorkerProgress) => void;
}

export type Extraction = ReturnType<typeof createExtraction>;

/** Reads the files' text in a worker, one after the other. What waits is written down, so a restart goes on with it. */
export function createExtraction({ session: currentSession, reading, log, ids, onChanged, onProgress }: ExtractionParts) {
  let running: Running | null = null;

  /** Files were added, or a vault was opened. */
  function wake(): void {
    const session = currentSession();
    if (running !== null || session === null || !session.holds('clauses')) return;
    const file = nextUnread(session.whole);
    if (file === undefined) return;
    const stopping = new AbortController();
    running = { id: file.id, stopping, taskId: ids.create<'task'>(), fraction: null };
    void extract(session, file, stopping.signal);
  }

  async function extract(session: Session, file: AttachmentRow, signal: AbortSignal): Promise<void> {
    try {
      const outcome = await textOf(session, file, signal);
      session.derive((db) => keepText(db, file, outcome));
    } catch (error) {
      // A locked vault goes on with the file when it is opened again.
      if (!(error instanceof VaultLocked) && currentSession() === session) {
        if (!signal.aborted) log.error('extraction-failed', { kind: error instanceof Error ? error.name : '' });
        session.derive((db) => keepText(db, file, failed(signal.aborted ? 'STOPPED' : null)));
      }
    }
    running = null;
    onChanged(['attachments']);
    wake();
  }

  async function textOf(session: Session, file: AttachmentRow, signal: AbortSignal): Promise<ReadingOutcome> {
    // More is not brought into memory at all.
    if (file.byteLength > largestReadBytes) return failed('FILE_TOO_LARGE');
    const bytes = await bytesOf(session, file);
    if (bytes === null) return failed('DAMAGED_FILE');
    signal.throwIfAborted();
    const isAsNamed = beginsAsNamed({ name: file.name, bytes });
    const read = await reading.read({ name: file.name, bytes }, signal, (at) => tell(file, at));
    if (!read.ok) {
      const { code } = read.error;
      if (code !== 'NO_TEXT_IN_FILE' && code !== 'UNSUPPORTED_FILE') return failed(code);
      return isAsNamed ? { state: 'none', text: null, note: null } : failed('DAMAGED_FILE');
    }
    const text = read.value.blocks.map((block) => block.text).join('\n');
    return { state: 'done', text: text.slice(0, longestSearched), note: text.length > longestSearched ? 'CUT' : null };
  }

  /** Tells of whole per cents only. */
  function tell(file: AttachmentRow, at: WorkerProgress): void {
    if (running?.id !== file.id) return;
    const fraction = at.step / at.steps;
    if (running.fraction !== null && Math.floor(fraction * 100) === Math.floor(running.fraction * 100)) return;
    running = { ...running, fraction };
    onProgress(running.taskId, 'read', at);
  }

  /** Whether the file was being read; what it gave is then kept as stopped. */
  function stop(id: ContractAttachmentId): boolean {
    if (running?.id !== id) return false;
    running.stopping.abort();
    return true;
  }

  /** How far the reading of a file is; null for one that is not being read. */
  function readingOf(id: ContractAttachmentId): ContractAttachment['reading'] {
    return running?.id === id ? { taskId: running.taskId, fraction: running.fraction } : null;
  }

  return { wake, stop, readingOf };
}

interface Running extends NonNullable<ContractAttachment['reading']> {
  readonly id: ContractAttachmentId;
  readonly stopping: AbortController;
}

/** A file whose text can't be had. */
export function failed(note: ReadingOutcome['note']): ReadingOutcome {
  return { state: 'failed', text: null, note };
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
