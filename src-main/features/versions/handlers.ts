import { basename } from 'node:path';
import type { Id } from '#shared/kernel/ids.ts';
import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { exportVersion, type ExportVersionParts } from './export-version.ts';
import { createVersionService, type VersionServiceParts } from './service.ts';

const extensions = ['docx', 'pdf', 'txt', 'md'];

export function createVersionsHandlers(parts: VersionServiceParts & ExportVersionParts): HandlersOf<'versions'> {
  const versions = createVersionService(parts);
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
    text: ({ contractId, versionNumber }, call) => versions.text(call, contractId, versionNumber),
    label: ({ contractId, versionNumber, ...round }, call) => versions.label(call, contractId, versionNumber, round),
    restore: ({ versionNumber, ...target }, call) => versions.restore(call, target, versionNumber),
    pickFile: async () => {
      const path = await parts.picker.chooseFile({ name: 'Word, PDF, TXT, Markdown', extensions });
      return succeed(path === null ? null : { pickId: parts.picks.add(path), fileName: basename(path) });
    },
    importRound: (request, call) => cancellable(request.taskId, (signal) => versions.importRound(call, request, signal)),
    exportFile: (request, call) => cancellable(request.taskId, (signal) => exportVersion(call, request, signal, parts)),
    cancel: ({ taskId }) => {
      running.get(taskId)?.abort();
      return succeed(null);
    },
  };
}
