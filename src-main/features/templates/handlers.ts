import { succeed } from '#shared/kernel/result.ts';
import type { HandlersOf } from '../../ipc/handlers.ts';
import { getTemplate, listTemplates } from './service.ts';

export function createTemplatesHandlers(): HandlersOf<'templates'> {
  return {
    list: (_, { db }) => succeed(listTemplates(db)),
    get: ({ versionId }, { db }) => getTemplate(db, versionId),
  };
}
