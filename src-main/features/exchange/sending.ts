import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContactId } from '#shared/features/exchange/model.ts';
import { stateOf } from '#shared/features/exchange/rules.ts';
import { portable } from '#shared/features/templates/pack.ts';
import type { Template, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Contents } from './contents.ts';
import { insertSent, saveTexts } from './pack-queries.ts';
import { listContacts } from './queries.ts';
import type { AddressError, PackWriter, Writing } from './writing.ts';

/** An open approval task as the approvals tell it. */
export interface OpenApproval {
  readonly taskId: InputOf<'exchange.sendApproval'>['approvalTaskId'];
  readonly contractId: ContractId;
  readonly number: string;
  readonly title: string;
  readonly stepName: string;
  readonly assigneeId: string;
  readonly assigneeName: string;
  readonly submittedByName: string;
  readonly versionNumber: number;
  readonly contentHash: string;
}

export interface SendingParts {
  readonly writer: PackWriter;
  readonly contents: Contents;
  readonly openApprovals: (db: Readable) => readonly OpenApproval[];
  readonly findTemplate: (db: Readable, id: TemplateVersionId) => Template | undefined;
}

type Written<More extends string = never> = Result<OutputOf<'exchange.sendWork'>, AddressError | More>;

/** Packs for somebody to work on, to decide on, or to take templates from. */
export function createSending({ writer, contents, openApprovals, findTemplate }: SendingParts) {
  async function work(call: Call, { contactId, contractIds, withFiles, withAmounts, message }: InputOf<'exchange.sendWork'>, signal: AbortSignal): Promise<Written<'NOT_FOUND' | 'DAMAGED_FILE'>> {
    const possible = writer.addressee(call, contactId);
    if (!possible.ok) return possible;
    const collected = await contents.collect(call, contractIds, withFiles);
    if (!collected.ok) return collected;
    const { contracts, amounts, files } = collected.value;
    const [first] = contracts;
    return send(call, {
      contactId,
      content: { kind: 'work', message, contracts },
      // The key is asked for once more: a choice alone never opens a compartment.
      amounts: withAmounts && call.session.holds('finance') ? amounts : null,
      files,
      contracts: contracts.map(({ id }) => id),
      suggestedName: `${first?.number ?? ''} ${possible.value.name}`,
    }, signal);
  }

  async function approval(
    call: Call,
    { contactId, approvalTaskId, withFiles, withAmounts, message }: InputOf<'exchange.sendApproval'>,
    signal: AbortSignal,
  ): Promise<Written<'NOT_FOUND' | 'NO_TEXT' | 'DAMAGED_FILE' | 'TASK_NOT_OPEN' | 'NOT_THE_APPROVER' | 'CONTENT_CHANGED'>> {
    const possible = writer.addressee(call, contactId);
    if (!possible.ok) return possible;
    const task = openApprovals(call.db).find(({ taskId }) => taskId === approvalTaskId);
    if (task === undefined) return fail('TASK_NOT_OPEN');
    if (possible.value.memberId !== task.assigneeId) return fail('NOT_THE_APPROVER');
    const collected = await contents.collect(call, [task.contractId], withFiles);
    if (!collected.ok) return collected;
    const [contract] = collected.value.contracts;
    if (contract === undefined || contract.text === null) return fail('NO_TEXT');
    // What was gathered may have changed while files were read.
    if (openApprovals(call.db).find(({ taskId }) => taskId === approvalTaskId)?.contentHash !== task.contentHash) return fail('CONTENT_CHANGED');
    const { taskId, stepName, submittedByName, versionNumber, contentHash } = task;
    return send(call, {
      contactId,
      content: { kind: 'approval', message, taskId, stepName, submittedByName, versionNumber, contentHash, contract },
      amounts: withAmounts && call.session.holds('finance') ? collected.value.amounts : null,
      files: collected.value.files,
      contracts: [task.contractId],
      suggestedName: `${task.number} ${possible.value.name}`,
    }, signal);
  }

  async function templates(call: Call, { contactId, versionIds, message }: InputOf<'exchange.sendTemplates'>, signal: AbortSignal): Promise<Written<'NOT_FOUND'>> {
    const found = versionIds.flatMap((id) => findTemplate(call.db, id) ?? []);
    if (found.length !== versionIds.length) return fail('NOT_FOUND');
    return send(call, {
      contactId,
      content: { kind: 'templates', message, templates: found.map(({ content }) => portable(content)) },
      amounts: null,
      files: [],
      contracts: [],
      suggestedName: found[0]?.content.titleZh ?? '',
    }, signal);
  }

  function send(call: Call, writing: Omit<Writing, 'replyTo' | 'sequence'>, signal: AbortSignal): Promise<Written> {
    const { content, contracts, contactId, amounts, files } = writing;
    return writer.write(call, { ...writing, replyTo: null, sequence: 0 }, signal, (db, note, { packId, contentSha256, at }) => {
      insertSent(db, { id: packId, kind: content.kind, contactId, sentAt: at, sentBy: call.session.user.id, hasAmounts: amounts !== null, contentSha256 }, contracts);
      if (content.kind === 'work') saveTexts(db, packId, { content: '', states: JSON.stringify(content.contracts.flatMap(({ obligations }) => obligations.map(stateOf))), evidence: '[]' });
      note('exchangePack', packId, { kind: content.kind, contact: contactId, contracts: contracts.length, files: files.length, amounts: amounts !== null });
      for (const id of contracts) note('contract', id, { pack: packId });
    });
  }

  /** Open tasks of people who said which contact they are. */
  function approvalsToSend({ db }: Call): OutputOf<'exchange.approvalsToSend'> {
    const byMember = new Map(listContacts(db).flatMap((one): [string, { id: ContactId; name: string }][] => (one.memberId === null || one.confirmedAt === null ? [] : [[one.memberId, one]])));
    return openApprovals(db).flatMap(({ taskId, number, title, stepName, assigneeId, assigneeName }) => {
      const contact = byMember.get(assigneeId);
      return contact === undefined ? [] : [{ approvalTaskId: taskId, contactId: contact.id, contactName: contact.name, number, title, stepName, assigneeName }];
    });
  }

  return { work, approval, templates, approvalsToSend };
}
