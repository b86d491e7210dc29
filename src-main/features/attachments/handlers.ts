import type { Id } from '#shared/kernel/ids.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { createExtraction, type ExtractionParts } from './extraction.ts';
import { createAttachmentService, type AttachmentServiceParts } from './service.ts';
import { undoMilliseconds } from '#shared/features/attachments/model.ts';
import { sweepAttachments } from './sweep.ts';

export type AttachmentsParts = Omit<AttachmentServiceParts, 'extraction'> & ExtractionParts;

/** The operations, and what goes on in the background: `opened` is told of every vault that opens. */
export function createAttachments(parts: AttachmentsParts): { readonly handlers: HandlersOf<'attachments'>; readonly opened: () => void } {
  const extraction = createExtraction(parts);
  const attachments = createAttachmentService({ ...parts, extraction });
  const running = new Map<Id<'task'>, AbortController>();

  async function sweep(): Promise<void> {
    const session = parts.session();
    if (session === null || running.size > 0) return;
    try {
      await sweepAttachments(session, parts.clock, () => running.size > 0 || parts.session() !== session);
    } catch (error) {
      // What could not be swept now is swept when the vault is opened next.
      parts.log.info('sweep-put-off', { kind: error instanceof Error ? error.name : '' });
    }
  }

  return {
    opened: () => {
      extraction.wake();
      void sweep();
    },
    handlers: {
      list: ({ contractId }, call) => succeed(attachments.list(call, contractId)),
      pickFile: async () => {
        const path = await parts.picker.chooseFile({ name: '*', extensions: ['*'] });
        return succeed(path === null ? null : { pickId: parts.picks.add(path) });
      },
      add: async (request, call) => {
        const controller = new AbortController();
        running.set(request.taskId, controller);
        try {
          return await attachments.add(call, request, controller.signal);
        } finally {
          running.delete(request.taskId);
        }
      },
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
      saveAs: ({ id }, call) => attachments.saveAs(call, id),
      preview: ({ id }, call) => attachments.preview(call, id),
      cancel: ({ taskId }) => {
        running.get(taskId)?.abort();
        return succeed(null);
      },
    },
  };
}
