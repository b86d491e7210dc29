import { basename } from 'node:path';
import { fail, succeed } from '#shared/kernel/result.ts';
import type { Picks } from '../../device/picks.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import type { FilePicker } from '../../ports.ts';
import { stateOfFile } from './batch-source.ts';
import type { ImportService } from './service.ts';

const extensions = ['xlsx', 'csv', 'tsv', 'txt', 'json', 'jsonl', 'ndjson', 'vcf'];

export interface ImportHandlerParts {
  readonly picks: Picks;
  readonly picker: FilePicker;
}

export function createImportsHandlers(imports: ImportService, { picks, picker }: ImportHandlerParts): HandlersOf<'imports'> {
  return {
    pickFile: async () => {
      const path = await picker.chooseFile({ name: 'Excel, CSV, JSON, vCard', extensions });
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
    undo: ({ batchId }, call) => imports.undo(call, batchId),
    batches: (_, call) => succeed(imports.batches(call)),
  };
}
