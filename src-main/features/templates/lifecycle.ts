import type { ClauseCategory } from '#shared/features/clauses/model.ts';
import { isMaintainer, isStepOpen, mayPublish, mayReviewNext, type TemplateStep } from '#shared/features/templates/lifecycle.ts';
import type { Template, TemplateContent, TemplateGroup, TemplateGroupId, TemplateId, TemplateRecord, TemplateVersionId, VersionRecord } from '#shared/features/templates/model.ts';
import { templateProblems } from '#shared/features/templates/template-problems.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { VaultMember } from '../../vault/members.ts';
import type { RecordChange } from '../../vault/session.ts';
import { insertTemplate } from './queries.ts';
import * as records from './record-queries.ts';

export interface LifecycleParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly VaultMember[];
  readonly findTemplate: (db: Readable, id: TemplateVersionId) => Template | undefined;
  /** Which clauses that its type requires a template lacks; handed in by whoever knows the library. */
  readonly missingClauses: (db: Readable, content: TemplateContent) => readonly ClauseCategory[];
}

type Refusal = 'NOT_FOUND' | 'NOT_MAINTAINER' | 'NO_SUCH_STEP' | 'CHANGED_MEANWHILE';
export type StartError = 'NOT_FOUND' | 'NOT_MAINTAINER' | 'DRAFT_EXISTS';
export type Start =
  | { readonly from: 'version'; readonly versionId: TemplateVersionId; readonly isNewTemplate: boolean }
  | { readonly from: 'content'; readonly content: TemplateContent };

interface Target {
  readonly versionId: TemplateVersionId;
  readonly revision: number;
}

export type TemplateLifecycle = ReturnType<typeof createTemplateLifecycle>;

/** Templates on their way from draft to publication and out of use (domain.md, "Other machines"). */
export function createTemplateLifecycle(parts: LifecycleParts) {
  const { clock, ids } = parts;

  function catalogue(call: Call): readonly TemplateRecord[] {
    const versions = Map.groupBy(records.listVersionRecords(call.db), ({ summary }) => summary.id);
    return records.listTemplateRows(call.db).map((row) => ({ ...row, isMaintained: keeps(call, call.db, row.groupId), versions: versions.get(row.id) ?? [] }));
  }

  function version(call: Call, versionId: TemplateVersionId): Result<OutputOf<'templates.version'>, 'NOT_FOUND'> {
    const [found, record, notes] = [parts.findTemplate(call.db, versionId), records.findVersionRecord(call.db, versionId), records.findNotes(call.db, versionId)];
    const template = catalogue(call).find(({ id }) => id === record?.summary.id);
    if (found === undefined || record === undefined || notes === undefined || template === undefined) return fail('NOT_FOUND');
    const { content } = found;
    const by = call.session.user.id;
    const hasSecondPerson = publishers(call).some((id) => id !== by);
    return succeed({ content, record, template, notes, problems: templateProblems(content, parts.missingClauses(call.db, content)), hasSecondPerson });
  }

  function startDraft(call: Call, start: Start): Result<{ readonly versionId: TemplateVersionId }, StartError> {
    return call.write<{ readonly versionId: TemplateVersionId }, StartError>((db, note) => {
      const based = start.from === 'version' ? parts.findTemplate(db, start.versionId) : undefined;
      if (start.from === 'version' && based === undefined) return fail('NOT_FOUND');
      const content = start.from === 'content' ? start.content : based?.content;
      assert(content !== undefined, 'a draft has a text');
      if (start.from === 'content' || start.isNewTemplate) return succeed({ versionId: addTemplate(call, db, note, content, based?.summary.versionId ?? null) });
      const template = based === undefined ? undefined : records.findTemplateRow(db, based.summary.id);
      if (based === undefined || template === undefined) return fail('NOT_FOUND');
      if (!keeps(call, db, template.groupId)) return fail('NOT_MAINTAINER');
      const versions = records.listVersionRecords(db).filter(({ summary }) => summary.id === template.id);
      if (versions.some(({ summary }) => summary.status === 'draft' || summary.status === 'in_review')) return fail('DRAFT_EXISTS');
      const versionNumber = Math.max(0, ...versions.map(({ summary }) => summary.versionNumber)) + 1;
      return succeed({ versionId: addDraft(call, db, note, { templateId: template.id, versionNumber, basedOnId: based.summary.versionId }, content) });
    });
  }

  /** Adds a template of one's own with a draft as its first version, in a transaction that runs. */
  function addTemplate(call: Call, db: Writable, note: RecordChange, content: TemplateContent, basedOnId: TemplateVersionId | null): TemplateVersionId {
    const templateId = ids.create<'template'>();
    insertTemplate(db, templateId, content.contractType, clock.now(), null);
    return addDraft(call, db, note, { templateId, versionNumber: 1, basedOnId }, content);
  }

  function addDraft(call: Call, db: Writable, note: RecordChange, row: { readonly templateId: TemplateId; readonly versionNumber: number; readonly basedOnId: TemplateVersionId | null }, content: TemplateContent): TemplateVersionId {
    const versionId = ids.create<'templateVersion'>();
    records.insertDraft(db, { ...row, versionId, authorId: call.session.user.id, at: clock.now() }, content, JSON.stringify(content));
    note('template', row.templateId, { version: row.versionNumber, draft: versionId });
    return versionId;
  }

  function saveDraft(call: Call, target: Target, content: TemplateContent, changeNote: string): Result<{ readonly revision: number }, Refusal> {
    return take<{ readonly revision: number }, never>(call, target, 'save', (db, { summary, revision }) => {
      // The type of a template with versions in use stays: contracts and flows go by it.
      const kept = summary.versionNumber === 1 ? content : { ...content, contractType: summary.contractType };
      records.updateDraft(db, target.versionId, call.session.user.id, clock.now(), kept, JSON.stringify(kept));
      records.saveNotes(db, target.versionId, { changeNote });
      return succeed({ revision: revision + 1 });
    });
  }

  function discardDraft(call: Call, target: Target): Result<null, Refusal> {
    return take<null, never>(call, target, 'discard', (db, { summary }) => {
      records.deleteDraft(db, target.versionId, summary.id);
      return succeed(null);
    });
  }

  function submit(call: Call, target: Target): Result<null, Refusal | 'TEMPLATE_PROBLEMS'> {
    return take<null, 'TEMPLATE_PROBLEMS'>(call, target, 'submit', (db) => {
      if (isBlocked(db, target.versionId)) return fail('TEMPLATE_PROBLEMS');
      records.setStatus(db, target.versionId, 'in_review');
      records.setSubmitted(db, target.versionId, call.session.user.id, clock.now());
      return succeed(null);
    });
  }

  function sendBack(call: Call, target: Target, reviewComment: string): Result<null, Exclude<Refusal, 'NOT_MAINTAINER'>> {
    return takeAsReviewer<null, never>(call, target, 'sendBack', (db) => {
      records.setStatus(db, target.versionId, 'draft');
      records.saveNotes(db, target.versionId, { reviewComment });
      return succeed(null);
    });
  }

  function publish(call: Call, target: Target, reason: string) {
    return takeAsReviewer<null, 'SECOND_PERSON_NEEDED' | 'REASON_MISSING' | 'TEMPLATE_PROBLEMS'>(call, target, 'publish', (db, record) => {
      const allowed = mayPublish({ ...record, by: call.session.user.id, publishers: publishers(call), reason });
      if (!allowed.ok) return allowed;
      if (isBlocked(db, target.versionId)) return fail('TEMPLATE_PROBLEMS');
      records.setPublished(db, target.versionId, record.summary.id, call.session.user.id, clock.now());
      records.saveNotes(db, target.versionId, { reviewComment: '', publishReason: allowed.value.isAlone ? reason : '' });
      return succeed(null);
    });
  }

  function retire(call: Call, target: Target): Result<null, Refusal> {
    return take<null, never>(call, target, 'retire', (db) => {
      records.setStatus(db, target.versionId, 'retired');
      return succeed(null);
    });
  }

  function saveKeeping(call: Call, templateId: TemplateId, revision: number, keeping: { readonly groupId: TemplateGroupId | null; readonly ownerId: UserId | null; readonly nextReviewOn: Day | null; readonly isReviewed: boolean }): Result<null, 'NOT_FOUND' | 'NOT_MAINTAINER' | 'CHANGED_MEANWHILE' | 'REVIEW_NOT_AHEAD'> {
    return call.write<null, 'NOT_FOUND' | 'NOT_MAINTAINER' | 'CHANGED_MEANWHILE' | 'REVIEW_NOT_AHEAD'>((db, note) => {
      const row = records.findTemplateRow(db, templateId);
      const groups = records.listGroups(db);
      const knows = (id: UserId) => parts.members(call).some((member) => member.id === id);
      if (row === undefined || (keeping.groupId !== null && !groups.some(({ id }) => id === keeping.groupId))) return fail('NOT_FOUND');
      if (keeping.ownerId !== null && keeping.ownerId !== row.ownerId && !knows(keeping.ownerId)) return fail('NOT_FOUND');
      if (!keeps(call, db, row.groupId)) return fail('NOT_MAINTAINER');
      if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
      if (keeping.isReviewed && !mayReviewNext(keeping.nextReviewOn, dayOn(clock))) return fail('REVIEW_NOT_AHEAD');
      records.saveKeeping(db, templateId, { ...keeping, reviewedAt: keeping.isReviewed ? clock.now() : null });
      note('template', templateId, { nextReviewOn: keeping.nextReviewOn, reviewed: keeping.isReviewed });
      return succeed(null);
    });
  }

  /** The groups, each with those of its people who can't open the vault now: they left, or are disabled. */
  function groups(call: Call): OutputOf<'templates.groups'> {
    const present = new Set(parts.members(call).map(({ id }) => id));
    return records.listGroups(call.db).map((group) => ({ ...group, absent: records.namesOf(call.db, group.maintainerIds.filter((id) => !present.has(id))) }));
  }

  /** Adds a group, or changes one: whoever is not of it can't put themselves in. */
  function saveGroup(call: Call, { id, name, maintainerIds }: Omit<TemplateGroup, 'id'> & { readonly id: TemplateGroupId | null }): Result<null, 'NOT_FOUND' | 'NOT_MAINTAINER'> {
    return call.write<null, 'NOT_FOUND' | 'NOT_MAINTAINER'>((db, note) => {
      const present = records.listGroups(db).find((group) => group.id === id);
      if (id !== null && present === undefined) return fail('NOT_FOUND');
      const known = parts.members(call).map((member) => member.id);
      const before = present?.maintainerIds ?? [];
      // Whoever left stays in it, and keeps its templates again when they are back.
      if (maintainerIds.some((userId) => !known.includes(userId) && !before.includes(userId))) return fail('NOT_FOUND');
      // A group whose people have all left the vault may be taken over, or its templates would be locked for good.
      const standing = before.filter((userId) => known.includes(userId));
      if (!isMaintainer(standing, call.session.user.id)) return fail('NOT_MAINTAINER');
      const groupId = id ?? ids.create<'templateGroup'>();
      records.saveGroup(db, { id: groupId, name, maintainerIds }, clock.now());
      note('templateGroup', groupId, { maintainers: maintainerIds.length });
      return succeed(null);
    });
  }

  function take<Value, Code extends string>(call: Call, target: Target, step: TemplateStep, work: (db: Writable, record: VersionRecord) => Result<Value, Code>): Result<Value, Refusal | Code> {
    return call.write<Value, Refusal | Code>((db, note) => {
      const record = records.findVersionRecord(db, target.versionId);
      if (record === undefined) return fail('NOT_FOUND');
      if (!keeps(call, db, records.findTemplateRow(db, record.summary.id)?.groupId ?? null)) return fail('NOT_MAINTAINER');
      if (record.revision !== target.revision) return fail('CHANGED_MEANWHILE');
      if (!isStepOpen(step, record.summary.status)) return fail('NO_SUCH_STEP');
      note('template', record.summary.id, { version: record.summary.versionNumber, step });
      return work(db, record);
    });
  }

  function takeAsReviewer<Value, Code extends string>(call: Call, target: Target, step: TemplateStep, work: (db: Writable, record: VersionRecord) => Result<Value, Code>): Result<Value, Exclude<Refusal, 'NOT_MAINTAINER'> | Code> {
    return call.write<Value, Exclude<Refusal, 'NOT_MAINTAINER'> | Code>((db, note) => {
      const record = records.findVersionRecord(db, target.versionId);
      if (record === undefined) return fail('NOT_FOUND');
      if (record.revision !== target.revision) return fail('CHANGED_MEANWHILE');
      if (!isStepOpen(step, record.summary.status)) return fail('NO_SUCH_STEP');
      note('template', record.summary.id, { version: record.summary.versionNumber, step });
      return work(db, record);
    });
  }

  function isBlocked(db: Readable, versionId: TemplateVersionId): boolean {
    const content = parts.findTemplate(db, versionId)?.content;
    return content === undefined || templateProblems(content, parts.missingClauses(db, content)).some(({ blocks }) => blocks);
  }

  function keeps(call: Pick<Call, 'session'>, db: Readable, groupId: TemplateGroupId | null): boolean {
    const group = groupId === null ? undefined : records.listGroups(db).find(({ id }) => id === groupId);
    return call.session.permissions.has('templates.write') && isMaintainer(group?.maintainerIds ?? [], call.session.user.id);
  }

  function publishers(call: Call): readonly UserId[] {
    return parts.members(call).filter(({ permissions }) => permissions.has('templates.publish')).map(({ id }) => id);
  }

  return { catalogue, version, startDraft, addTemplate, saveDraft, discardDraft, submit, sendBack, publish, retire, saveKeeping, groups, saveGroup };
}
