import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import { packContentSchema, packedAmountsSchema, type ApprovalContent, type PackId, type SheetEvidence, type SheetEvidenceId, type SheetState, type WorkContent } from '#shared/features/exchange/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { pictureType, withoutMetadata } from '#shared/features/fulfilment/pictures.ts';
import { checkObligationMove, type ObligationRefusal } from '#shared/features/fulfilment/rules.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import { loadAttachment, storeAttachment } from '../../attachments/attachment-store.ts';
import type { Part } from '../../exchange/pack-zip.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { isMissing } from '../../files/file-errors.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids } from '../../ports.ts';
import * as queries from './pack-queries.ts';
import { evidenceOf, statesOf } from './returning.ts';
import { contractsOf } from './taking.ts';
import type { AddressError, PackWriter } from './writing.ts';

export interface SheetParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly writer: PackWriter;
}

interface Held {
  readonly row: queries.FoundReceived;
  readonly content: WorkContent | ApprovalContent;
  readonly states: readonly SheetState[];
  readonly evidence: readonly SheetEvidence[];
}

type Written<More extends string = never> = Result<OutputOf<'exchange.reply'>, AddressError | 'NOT_FOUND' | More>;

const largestFileBytes = 50 * 1024 * 1024;

/** Packs that were received: read, worked on, decided, and answered. They stay apart from this vault's own contracts. */
export function createSheets({ clock, ids, picker, writer }: SheetParts) {
  function list({ session, db }: Call): OutputOf<'exchange.received'> {
    return queries.listReceived(db, session.user.id).map(({ packId, kind, contactName, receivedAt, answeredAt }) => ({ packId, kind, contactName, receivedAt, answeredAt }));
  }

  function get(call: Call, packId: PackId): Result<Sheet, 'NOT_FOUND'> {
    const held = find(call, call.db, packId);
    if (held === undefined) return fail('NOT_FOUND');
    const { row, content, states, evidence } = held;
    const amounts = call.session.holds('finance') ? queries.findAmounts(call.db, packId) : null;
    const approval = content.kind === 'approval' ? { stepName: content.stepName, submittedByName: content.submittedByName, versionNumber: content.versionNumber } : null;
    return succeed({
      ...{ packId, kind: content.kind, contactName: row.contactName, receivedAt: row.receivedAt, answeredAt: row.answeredAt, today: dayOn(clock) },
      ...{ message: content.message, contracts: contractsOf(content), states, evidence, approval },
      amounts: call.session.holds('finance') ? (amounts === null ? null : packedAmountsSchema.parse(JSON.parse(amounts))) : withheld,
    });
  }

  function step(call: Call, { packId, obligationId, to, on, reason }: InputOf<'exchange.step'>): Result<null, 'NOT_FOUND' | ObligationRefusal> {
    return change<ObligationRefusal>(call, packId, obligationId, (_db, { content, evidence }, state) => {
      const sent = contractsOf(content).flatMap(({ obligations }) => obligations).find(({ id }) => id === obligationId);
      if (sent === undefined) return fail('NOT_FOUND');
      const evidenceCount = sent.evidenceCount + evidence.filter((one) => one.obligationId === obligationId).length;
      const allowed = checkObligationMove({ status: state.status, evidenceRequired: sent.evidenceRequired, evidenceCount, openDependencies: 0 }, to, { on, reason, today: dayOn(clock) });
      if (!allowed.ok) return allowed;
      return succeed({ state: { ...state, status: to, on, metOn: to === 'met' || to === 'partially_met' ? on : null, reason } });
    });
  }

  function count(call: Call, { packId, obligationId, deliverableId, delivered, accepted, acceptedOn }: InputOf<'exchange.count'>): Result<null, 'NOT_FOUND' | 'MORE_ACCEPTED'> {
    return change<'MORE_ACCEPTED'>(call, packId, obligationId, (_db, _held, state) => {
      if (!state.deliverables.some(({ id }) => id === deliverableId)) return fail('NOT_FOUND');
      if (accepted > delivered) return fail('MORE_ACCEPTED');
      return succeed({ state: { ...state, deliverables: state.deliverables.map((one) => (one.id === deliverableId ? { id: deliverableId, delivered, accepted, acceptedOn } : one)) } });
    });
  }

  function note(call: Call, { packId, obligationId, words }: InputOf<'exchange.addNote'>): Result<null, 'NOT_FOUND'> {
    return append(call, packId, { obligationId, kind: 'note', words, name: '', takenAt: null, place: null }, null);
  }

  function picture(call: Call, { packId, obligationId, kind, picture: encoded, words, takenAt, place }: InputOf<'exchange.addPicture'>): Result<null, 'NOT_FOUND' | 'NOT_A_PICTURE'> {
    const bytes = withoutMetadata(Buffer.from(encoded, 'base64'));
    const type = bytes === null ? null : pictureType(bytes);
    if (bytes === null || type === null) return fail('NOT_A_PICTURE');
    return append(call, packId, { obligationId, kind, words, name: `${kind}-${dayOn(clock)}.${type === 'image/png' ? 'png' : 'jpg'}`, takenAt, place }, bytes);
  }

  async function file(call: Call, { packId, obligationId }: InputOf<'exchange.addFile'>): Promise<Result<{ name: string } | null, 'NOT_FOUND' | 'FILE_TOO_LARGE' | 'PICK_EXPIRED'>> {
    if (find(call, call.db, packId) === undefined) return fail('NOT_FOUND');
    const path = await picker.chooseFile({ name: '*', extensions: ['*'] });
    if (path === null) return succeed(null);
    const name = basename(path).slice(-200);
    const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
    if (size === null) return fail('PICK_EXPIRED');
    if (size > largestFileBytes) return fail('FILE_TOO_LARGE', { name, megabytes: largestFileBytes / 1024 ** 2 });
    const kept = append(call, packId, { obligationId, kind: 'file', words: '', name, takenAt: null, place: null }, await readFile(path));
    return kept.ok ? succeed({ name }) : kept;
  }

  function append(call: Call, packId: PackId, given: Omit<SheetEvidence, 'id' | 'byteLength' | 'addedAt'>, bytes: Uint8Array | null): Result<null, 'NOT_FOUND'> {
    return change<never>(call, packId, given.obligationId, (db, { evidence }) => {
      const id = ids.create<'sheetEvidence'>();
      if (bytes !== null) queries.insertFile(db, packId, { part: `evidence/${id}`, name: given.name, attachmentId: storeAttachment(call.session, db, bytes, ['clauses'], { clock, ids }) });
      return succeed({ evidence: [...evidence, { ...given, id, byteLength: bytes?.length ?? 0, addedAt: clock.now() }] });
    });
  }

  function removeEvidence(call: Call, packId: PackId, id: SheetEvidenceId): Result<null, 'NOT_FOUND'> {
    const found = find(call, call.db, packId)?.evidence.find((one) => one.id === id);
    if (found === undefined) return fail('NOT_FOUND');
    return change<never>(call, packId, found.obligationId, (db, { evidence }) => {
      queries.deleteFile(db, packId, `evidence/${id}`);
      return succeed({ evidence: evidence.filter((one) => one.id !== id) });
    });
  }

  async function saveFile(call: Call, packId: PackId, part: string): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'DAMAGED_FILE' | 'FOLDER_GONE'>> {
    const found = find(call, call.db, packId) === undefined ? undefined : queries.findFile(call.db, packId, part);
    if (found === undefined) return fail('NOT_FOUND');
    const bytes = loadAttachment(call.session, call.db, found.attachmentId);
    if (bytes === null) return fail('DAMAGED_FILE');
    const extension = /\.([^.]+)$/.exec(found.name)?.[1] ?? '*';
    // The name came from outside: only its last part may suggest where it goes.
    const target = await picker.chooseTarget(basename(found.name.replaceAll('\\', '/')), { name: extension.toUpperCase(), extensions: [extension] });
    if (target === null) return succeed(null);
    try {
      writeFileAtomically(target, bytes);
    } catch (error) {
      if (isMissing(error)) return fail('FOLDER_GONE');
      throw error;
    }
    return succeed({ fileName: basename(target) });
  }

  async function reply(call: Call, { packId, message }: InputOf<'exchange.reply'>, signal: AbortSignal): Promise<Written<'DAMAGED_FILE'>> {
    const held = find(call, call.db, packId);
    if (held?.content.kind !== 'work') return fail('NOT_FOUND');
    const files: Part[] = [];
    for (const { id, kind } of held.evidence) {
      if (kind === 'note') continue;
      const found = queries.findFile(call.db, packId, `evidence/${id}`);
      const bytes = found === undefined ? null : loadAttachment(call.session, call.db, found.attachmentId);
      if (bytes === null) return fail('DAMAGED_FILE');
      files.push({ name: `evidence/${id}`, bytes });
    }
    return answerWith(call, held, { kind: 'workReturn', message, states: held.states, evidence: held.evidence }, files, signal);
  }

  async function decide(call: Call, { packId, decision, comment }: InputOf<'exchange.answer'>, signal: AbortSignal): Promise<Written<'REASON_MISSING'>> {
    const held = find(call, call.db, packId);
    if (held?.content.kind !== 'approval') return fail('NOT_FOUND');
    if (decision !== 'approved' && comment === '') return fail('REASON_MISSING');
    const { taskId, contentHash } = held.content;
    return answerWith(call, held, { kind: 'approvalAnswer', taskId, contentHash, requestSha256: held.row.contentSha256, decision, comment, decidedAt: clock.now() }, [], signal);
  }

  function answerWith(call: Call, { row, content: asked }: Held, content: Parameters<PackWriter['write']>[1]['content'], files: readonly Part[], signal: AbortSignal): Promise<Written> {
    const sequence = row.sequence + 1;
    const suggestedName = `${contractsOf(asked)[0]?.number ?? ''} ${call.session.user.name} ${sequence}`;
    const writing = { contactId: row.contactId, content, amounts: null, files, contracts: [], replyTo: row.packId, sequence, suggestedName };
    return writer.write(call, writing, signal, (db, record, { packId, at }) => {
      queries.setReplied(db, row.packId, sequence, at);
      record('exchangePack', packId, { kind: content.kind, contact: row.contactId, replyTo: row.packId, files: files.length });
    });
  }

  /** Changes what is kept of a received pack: an obligation's state, or the list of proofs. */
  function change<Code extends string>(
    call: Call,
    packId: PackId,
    obligationId: ObligationId,
    work: (db: Writable, held: Held, state: SheetState) => Result<{ readonly state?: SheetState; readonly evidence?: readonly SheetEvidence[] }, Code | 'NOT_FOUND'>,
  ): Result<null, Code | 'NOT_FOUND'> {
    return call.write<null, Code | 'NOT_FOUND'>((db, record) => {
      const held = find(call, db, packId);
      const state = held?.states.find(({ id }) => id === obligationId);
      if (held === undefined || state === undefined) return fail('NOT_FOUND');
      const done = work(db, held, state);
      if (!done.ok) return done;
      const states = held.states.map((one) => (one.id === obligationId ? (done.value.state ?? one) : one));
      queries.saveTexts(db, packId, { content: JSON.stringify(held.content), states: JSON.stringify(states), evidence: JSON.stringify(done.value.evidence ?? held.evidence) });
      record('exchangePack', packId, { obligation: obligationId });
      return succeed(null);
    });
  }

  return { list, get, step, count, note, picture, file, removeEvidence, saveFile, reply, decide };
}

function find(call: Pick<Call, 'session'>, db: Readable, packId: PackId): Held | undefined {
  const row = queries.findReceived(db, packId, call.session.user.id);
  const texts = row === undefined ? undefined : queries.findTexts(db, packId);
  if (row === undefined || texts === undefined) return undefined;
  const content = packContentSchema.parse(JSON.parse(texts.content));
  assert(content.kind === 'work' || content.kind === 'approval', 'only what is worked on is kept');
  return { row, content, states: statesOf(texts.states), evidence: evidenceOf(texts.evidence) };
}
