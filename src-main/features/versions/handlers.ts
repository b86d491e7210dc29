import { basename } from 'node:path';
import { succeed } from '#shared/kernel/result.ts';
import { createCancellableTasks } from '../../ipc/cancellable-tasks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { exportVersion, type ExportVersionParts } from './export-version.ts';
import { createVersionService, type VersionServiceParts } from './service.ts';

const extensions = ['docx', 'pdf', 'txt', 'md'];

export function createVersionsHandlers(parts: VersionServiceParts & ExportVersionParts): HandlersOf<'versions'> {
  const versions = createVersionService(parts);
  const tasks = createCancellableTasks();

  return {
    text: ({ contractId, versionNumber }, call) => versions.text(call, contractId, versionNumber),
    label: ({ contractId, versionNumber, ...round }, call) => versions.label(call, contractId, versionNumber, round),
    restore: ({ versionNumber, ...target }, call) => versions.restore(call, target, versionNumber),
    pickFile: async () => {
      const path = await parts.picker.chooseFile({ name: 'Word, PDF, TXT, Markdown', extensions });
      return succeed(path === null ? null : { pickId: parts.picks.add(path), fileName: basename(path) });
    },
    importRound: (request, call) => tasks.run(request.taskId, (signal) => versions.importRound(call, request, signal)),
    exportFile: (request, call) => tasks.run(request.taskId, (signal) => exportVersion(call, request, signal, parts)),
    cancel: ({ taskId }) => tasks.cancel(taskId),
  };
}
