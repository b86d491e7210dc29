import type { Decision, TaskId } from '#shared/features/approvals/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { PackPreview } from '#shared/features/exchange/ipc.ts';
import type { ApprovalAnswerContent, ApprovalContent, PackId, WorkContent } from '#shared/features/exchange/model.ts';
import { stateOf } from '#shared/features/exchange/rules.ts';
import { portable } from '#shared/features/templates/pack.ts';
import type { TemplateContent } from '#shared/features/templates/model.ts';
import type { PickId, UserId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { storeAttachment } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import type { OpenError, PackReader, ReadPack } from './opening.ts';
import { insertFile, insertReceived, insertSeen, saveAmounts, saveTexts, setAnswered } from './pack-queries.ts';
import type { createReturning } from './returning.ts';
import type { OpenApproval } from './sending.ts';

type DecideError = 'NOT_FOUND' | 'NOT_YOURS' | 'TASK_NOT_OPEN' | 'CONTENT_CHANGED' | 'REASON_MISSING';
type AnswerError = OpenError | 'NOT_FOUND' | 'NOT_THE_APPROVER' | 'TASK_NOT_OPEN' | 'CONTENT_CHANGED' | 'REASON_MISSING';

export interface TakingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly reader: PackReader;
  readonly returning: ReturnType<typeof createReturning>;
  readonly openApprovals: (db: Readable) => readonly OpenApproval[];
  /** Decides a task in the name of whoever it is assigned to; NOT_YOURS also where they may decide no more. */
  readonly decideWithin: (call: Call, db: Writable, note: RecordChange, decision: { readonly taskId: TaskId; readonly decision: Decision; readonly comment: string; readonly contentHash: string; readonly by: UserId }) => Result<unknown, DecideError>;
  readonly addTemplate: (call: Call, db: Writable, note: RecordChange, content: TemplateContent) => void;
}

/** What an opened pack is about, and what is taken from it. */
export function createTaking({ clock, ids, reader, returning, openApprovals, decideWithin, addTemplate }: TakingParts) {
  async function open(call: Call, pickId: PickId): Promise<Result<PackPreview, OpenError>> {
    const read = await reader.read(call, pickId);
    return read.ok ? succeed(previewOf(call, read.value)) : read;
  }

  function previewOf(call: Call, pack: ReadPack): PackPreview {
    const { content, contact, manifest, amounts } = pack;
    const ofSender = { packId: manifest.packId, contactName: contact.name, createdAt: manifest.createdAt };
    switch (content.kind) {
      case 'work': {
        const contracts = content.contracts.map(({ number, title, obligations, files }) => ({ number, title, obligations: obligations.length, files: files.length }));
        return { kind: 'work', ...ofSender, message: content.message, hasAmounts: amounts !== null, contracts };
      }
      case 'approval': {
        const { message, stepName, contract } = content;
        return { kind: 'approval', ...ofSender, message, hasAmounts: amounts !== null, number: contract.number, title: contract.title, stepName };
      }
      case 'workReturn':
        return returning.preview(call, pack);
      case 'approvalAnswer': {
        const task = openApprovals(call.db).find(({ taskId }) => taskId === content.taskId);
        const { decision, comment, decidedAt, contentHash } = content;
        // A task that is closed already has nothing to be shown of: applying it says so.
        return {
          ...{ kind: 'approvalAnswer', ...ofSender, decision, comment, decidedAt },
          number: task?.number ?? '',
          title: task?.title ?? '',
          stepName: task?.stepName ?? '',
          contractId: task?.contractId ?? null,
          isStillTheText: task?.contentHash === contentHash,
        };
      }
      case 'templates': {
        const templates = content.templates.map(({ titleZh, titleEn, contractType, variables }) => ({ titleZh, titleEn, contractType, variables: variables.length }));
        return { kind: 'templates', ...ofSender, message: content.message, templates };
      }
    }
  }

  /** Keeps a pack of work, or a request for an approval, with its files: from now on it is worked on here. */
  async function receive(call: Call, pickId: PickId): Promise<Result<{ packId: PackId }, OpenError>> {
    const read = await reader.read(call, pickId);
    if (!read.ok) return read;
    const { content, manifest, contact, contentSha256, amounts, parts } = read.value;
    if (content.kind !== 'work' && content.kind !== 'approval') return fail('PACK_NOT_ASKED_FOR');
    const { packId, kind } = manifest;
    return call.write<{ packId: PackId }, never>((db, note) => {
      const at = clock.now();
      insertReceived(db, { packId, kind, contactId: contact.id, userId: call.session.user.id, receivedAt: at, contentSha256 });
      const obligations = contractsOf(content).flatMap((one) => one.obligations);
      saveTexts(db, packId, { content: JSON.stringify(content), states: JSON.stringify(obligations.map(stateOf)), evidence: '[]' });
      for (const { part, name } of contractsOf(content).flatMap(({ files }) => files)) {
        insertFile(db, packId, { part, name, attachmentId: storeAttachment(call.session, db, parts.get(part) ?? new Uint8Array(), ['clauses'], { clock, ids }) });
      }
      // Who holds no key to finance here doesn't get to keep money either.
      if (amounts !== null && call.session.holds('finance')) saveAmounts(db, packId, JSON.stringify(amounts));
      insertSeen(db, packId, kind, contact.id, at);
      note('exchangePack', packId, { kind, contact: contact.id, contracts: contractsOf(content).length, amounts: amounts !== null });
      return succeed({ packId });
    });
  }

  /** Records a decision that its maker signed on another laptop, over exactly what was sent there. */
  async function applyAnswer(call: Call, pickId: PickId): Promise<Result<{ contractId: ContractId }, AnswerError>> {
    const read = await reader.read(call, pickId);
    if (!read.ok) return read;
    const { content, manifest, contact, answered } = read.value;
    if (content.kind !== 'approvalAnswer' || answered === null) return fail('PACK_NOT_ASKED_FOR');
    if (content.requestSha256 !== answered.contentSha256) return fail('CONTENT_CHANGED');
    return call.write<{ contractId: ContractId }, AnswerError>((db, note) => {
      const task = openApprovals(db).find(({ taskId }) => taskId === content.taskId);
      if (task === undefined) return fail('TASK_NOT_OPEN');
      if (contact.memberId === null || contact.memberId !== task.assigneeId) return fail('NOT_THE_APPROVER');
      const decided = decideWithin(call, db, note, decisionOf(content, contact.memberId));
      if (!decided.ok) return decided.error.code === 'NOT_YOURS' ? fail('NOT_THE_APPROVER') : fail(decided.error.code);
      const { packId, kind, replyTo, sequence } = manifest;
      if (replyTo !== null) setAnswered(db, replyTo, sequence, clock.now());
      insertSeen(db, packId, kind, contact.id, clock.now());
      note('exchangePack', packId, { kind, contact: contact.id, task: content.taskId, decision: content.decision, fingerprint: contact.fingerprint });
      return succeed({ contractId: task.contractId });
    });
  }

  async function takeTemplates(call: Call, pickId: PickId, chosen: readonly number[]): Promise<Result<{ drafts: number }, OpenError>> {
    const read = await reader.read(call, pickId);
    if (!read.ok) return read;
    const { content, manifest, contact } = read.value;
    if (content.kind !== 'templates') return fail('PACK_NOT_ASKED_FOR');
    const contents = [...new Set(chosen)].flatMap((index) => content.templates[index] ?? []);
    return call.write<{ drafts: number }, never>((db, note) => {
      for (const one of contents) addTemplate(call, db, note, portable(one));
      insertSeen(db, manifest.packId, manifest.kind, contact.id, clock.now());
      note('exchangePack', manifest.packId, { kind: manifest.kind, contact: contact.id, templates: contents.length });
      return succeed({ drafts: contents.length });
    });
  }

  return { open, receive, applyAnswer, takeTemplates };
}

export function contractsOf(content: WorkContent | ApprovalContent) {
  return content.kind === 'work' ? content.contracts : [content.contract];
}

function decisionOf({ taskId, decision, comment, contentHash }: ApprovalAnswerContent, by: UserId) {
  return { taskId, decision, comment, contentHash, by };
}
