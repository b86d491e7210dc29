import { succeed } from '#shared/kernel/result.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContractAttachment, ContractAttachmentId } from '#shared/features/attachments/model.ts';
import { loadChunks } from '../../attachments/streamed-store.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { Call, HandlersOf } from '../../ipc/handlers.ts';
import { bytesOf, createExtraction, type ExtractionParts } from './extraction.ts';
import { createFileIndexing } from './indexing.ts';
import { findAttachment } from './queries.ts';
import { createAttachmentService, type AttachmentServiceParts } from './service.ts';
import { undoMilliseconds } from '#shared/features/attachments/model.ts';
import { sweepAttachments } from './sweep.ts';

export interface AttachmentsParts extends Omit<AttachmentServiceParts, 'extraction' | 'onProgress'>, ExtractionParts {
  /** Whether stored files are being copied: none may go, for the copy has rows that name them. */
  readonly isBackedUp: () => boolean;
}

export interface Attachments {
  readonly handlers: HandlersOf<'attachments'>;
  readonly opened: () => void;
  /** Goes on with what could not be written for a while. */
  readonly wake: () => void;
  /** A contract's files, the latest first; the clauses compartment must be held. */
  readonly filesOf: (call: Call, contractId: ContractId) => readonly ContractAttachment[];
  /** A file's bytes, for those who bound its length; null when it is gone or damaged. */
  readonly read: (call: Call, id: ContractAttachmentId) => Promise<Uint8Array | null>;
  /** A file's bytes a piece at a time, of whatever length. Throws DamagedAttachment. */
  readonly pieces: (call: Call, id: ContractAttachmentId) => AsyncIterable<Buffer>;
}

/** The operations, and what goes on in the background: `opened` is told of every vault that opens, `wake` when it can be written to again. */
export function createAttachments(parts: AttachmentsParts): Attachments {
  const extraction = createExtraction(parts);
  const attachments = createAttachmentService({ ...parts, extraction });
  const indexing = createFileIndexing(parts.session);
  const tasks = createCancellableTasks();

  async function sweep(): Promise<void> {
    const session = parts.session();
    if (session === null || tasks.isBusy()) return;
    try {
      await sweepAttachments(session, parts.clock, () => tasks.isBusy() || parts.isBackedUp() || parts.session() !== session);
    } catch (error) {
      // What could not be swept now is swept when the vault is opened next.
      parts.log.info('sweep-put-off', { kind: error instanceof Error ? error.name : '' });
    }
  }

  function wake(): void {
    indexing.wake();
    extraction.wake();
  }

  return {
    wake,
    filesOf: attachments.list,
    read: async (call, id) => {
      const file = findAttachment(call.db, id);
      return file === undefined ? null : bytesOf(call.session, file);
    },
    pieces: async function* (call, id) {
      const file = findAttachment(call.db, id);
      if (file !== undefined) yield* loadChunks(call.session, file.attachmentId);
    },
    opened: () => {
      wake();
      void sweep();
    },
    handlers: {
      list: ({ contractId }, call) => succeed(attachments.list(call, contractId)),
      pickFile: async () => {
        const path = await parts.picker.chooseFile({ name: '*', extensions: ['*'] });
        return succeed(path === null ? null : { pickId: parts.picks.add(path) });
      },
      add: (request, call) => tasks.run(request.taskId, (signal) => attachments.add(call, request, signal)),
      rename: ({ id, name }, call) => attachments.rename(call, id, name),
      remove: ({ id }, call) => {
        const removed = attachments.remove(call, id);
        if (removed.ok) setTimeout(() => void sweep(), undoMilliseconds + 1_000).unref();
        return removed;
      },
      restore: ({ id }, call) => {
        const restored = attachments.restore(call, id);
        if (restored.ok) extraction.wake();
        return restored;
      },
      stopReading: ({ id }, call) => attachments.stopReading(call, id),
      readAgain: ({ id }, call) => attachments.readAgain(call, id),
      saveAs: ({ id }, call) => attachments.saveAs(call, id),
      preview: ({ id }, call) => attachments.preview(call, id),
      cancel: ({ taskId }) => tasks.cancel(taskId),
    },
  };
}
