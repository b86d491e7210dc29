import { basename } from 'node:path';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { Picks } from '../../device/picks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { Log } from '../../ports.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import { stateOfFile } from './batch-source.ts';
import { createImportService, type ImportService, type ImportServiceParts } from './service.ts';
import { importExtensions } from './watched-folder.ts';
import { createWatching, type Watching } from './watching.ts';
export interface ImportParts extends ImportServiceParts {
  readonly picks: Picks;
  readonly log: Log;
}

/** Imports by hand and from a watched folder, with the job that looks into it. */
export function createImports(parts: ImportParts): { readonly handlers: HandlersOf<'imports'>; readonly job: Job } {
  const imports = createImportService(parts);
  const watching = createWatching({ ...parts, imports });
  return { handlers: handlersOf(imports, watching, parts), job: watching.job };
}

function handlersOf(imports: ImportService, watching: Watching, { picks, picker }: ImportParts): HandlersOf<'imports'> {
  return {
    pickFile: async () => {
      const path = await picker.chooseFile({ name: 'Excel, CSV, JSON, vCard', extensions: importExtensions });
      return succeed(path === null ? null : { pickId: picks.add(path), fileName: basename(path) });
    },
    preview: async ({ pickId, kind, view }, call) => {
      const path = picks.find(pickId);
      if (path === undefined || stateOfFile(path) === null) return fail('PICK_EXPIRED');
      return imports.preview(call, { path, kind, view });
    },
    check: async ({ pickId, plan, taskId }, call) => {
      const path = picks.find(pickId);
      return path === undefined ? fail('PICK_EXPIRED') : imports.check(call, { path, plan, taskId });
    },
    saveProblems: async ({ pickId, plan, taskId, ...report }, call) => {
      const path = picks.find(pickId);
      return path === undefined ? fail('PICK_EXPIRED') : imports.saveProblems(call, { path, plan, taskId }, report);
    },
    run: async ({ pickId, plan, taskId }, call) => {
      const path = picks.find(pickId);
      return path === undefined ? fail('PICK_EXPIRED') : imports.run(call, { path, plan, taskId });
    },
    resume: ({ batchId, taskId }, call) => imports.resume(call, batchId, taskId),
    cancel: ({ taskId }) => {
      imports.cancel(taskId);
      return succeed(null);
    },
    undo: ({ batchId, taskId }, call) => imports.undo(call, batchId, taskId),
    batches: (_, call) => succeed(imports.batches(call)),
    watch: (_, call) => succeed(watching.state(call)),
    watchFolder: ({ choice, report }, call) => watching.choose(call, choice, report),
    changeWatch: ({ choice }, call) => watching.change(call, choice),
    stopWatch: (_, call) => watching.stop(call),
    lookNow: async (_, call) => succeed({ files: await watching.look(call) }),
  };
}
