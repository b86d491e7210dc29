import { succeed } from '#shared/kernel/result.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import type { Writable } from '../../db/connection.ts';
import type { Call, HandlersOf } from '../../ipc/handlers.ts';
import type { RecordChange } from '../../vault/session.ts';
import { readTemplateFile, type FileReadingParts } from './file-reading.ts';
import { createTemplateLifecycle, type LifecycleParts } from './lifecycle.ts';
import { createTemplatePacks, type PackParts } from './packs.ts';
import { listSuperseded } from './record-queries.ts';
import { getTemplate, listTemplates } from './service.ts';

export type TemplateParts = LifecycleParts & FileReadingParts & Omit<PackParts, 'lifecycle'>;

export interface Templates {
  readonly handlers: HandlersOf<'templates'>;
  /** Adds a template that came from elsewhere as a draft, in a transaction that runs. */
  readonly addFrom: (call: Call, db: Writable, note: RecordChange, content: TemplateContent) => void;
}

export function createTemplates(parts: TemplateParts): Templates {
  const lifecycle = createTemplateLifecycle(parts);
  const packs = createTemplatePacks({ ...parts, lifecycle });
  const handlers: HandlersOf<'templates'> = {
    list: (_, { db }) => succeed(listTemplates(db)),
    get: ({ versionId }, { db }) => getTemplate(db, versionId),
    catalogue: (_, call) => succeed(lifecycle.catalogue(call)),
    version: ({ versionId }, call) => lifecycle.version(call, versionId),
    startDraft: (start, call) => lifecycle.startDraft(call, start),
    saveDraft: ({ content, changeNote, ...target }, call) => lifecycle.saveDraft(call, target, content, changeNote),
    discardDraft: (target, call) => lifecycle.discardDraft(call, target),
    submit: (target, call) => lifecycle.submit(call, target),
    sendBack: ({ comment, ...target }, call) => lifecycle.sendBack(call, target, comment),
    publish: ({ reason, ...target }, call) => lifecycle.publish(call, target, reason),
    retire: (target, call) => lifecycle.retire(call, target),
    saveKeeping: ({ templateId, revision, ...keeping }, call) => lifecycle.saveKeeping(call, templateId, revision, keeping),
    groups: (_, call) => succeed(lifecycle.groups(call)),
    saveGroup: (group, call) => lifecycle.saveGroup(call, group),
    superseded: (_, { db }) => succeed(listSuperseded(db)),
    readFile: () => readTemplateFile(parts),
    exportPack: ({ versionIds }, call) => packs.exportPack(call, versionIds),
    openPack: () => packs.openPack(),
    importPack: ({ pickId, chosen }, call) => packs.importPack(call, pickId, chosen),
  };
  return { handlers, addFrom: (call, db, note, content) => void lifecycle.addTemplate(call, db, note, content, null) };
}
