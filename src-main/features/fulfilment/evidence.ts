import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { EvidenceId } from '#shared/features/fulfilment/model.ts';
import { pictureType, withoutMetadata } from '#shared/features/fulfilment/pictures.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment, storeAttachment } from '../../attachments/attachment-store.ts';
import type { Writable } from '../../db/connection.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids } from '../../ports.ts';
import { ofObligation } from './parts.ts';
import { findEvidenceFile, insertEvidence, insertEvidenceFile } from './part-queries.ts';
import { findObligation } from './queries.ts';

export interface EvidenceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  /** Asks colleagues who are mentioned in a note to look at it; gives how many. */
  readonly askMentioned: (call: Call, db: Writable, mentioning: { readonly contractId: ContractId; readonly origin: 'note'; readonly originId: EvidenceId; readonly texts: readonly string[]; readonly isNew: true }) => number;
}

const largestFileBytes = 50 * 1024 * 1024;

/** What proves that an obligation was met: pictures and files encrypted under the key of the clauses, notes in core. */
export function createEvidenceService({ clock, ids, picker, askMentioned }: EvidenceParts) {
  const blank = { words: '', byteLength: 0, takenAt: null, place: null };

  function note(call: Call, { obligationId, words }: InputOf<'fulfilment.addNote'>): Result<null, 'NOT_FOUND'> {
    return ofObligation(call, obligationId, (db, contractId) => {
      const id = ids.create<'evidence'>();
      insertEvidence(db, { ...blank, id, obligationId, kind: 'note', words, at: clock.now(), by: call.session.user.id });
      return { evidence: id, mentioned: askMentioned(call, db, { contractId, origin: 'note', originId: id, texts: [words], isNew: true }) };
    });
  }

  function picture(call: Call, { obligationId, kind, picture: encoded, words, takenAt, place }: InputOf<'fulfilment.addPicture'>): Result<null, 'NOT_FOUND' | 'NOT_A_PICTURE'> {
    // The interface draws the picture anew; what comes from elsewhere is stripped all the same.
    const bytes = withoutMetadata(Buffer.from(encoded, 'base64'));
    const type = bytes === null ? null : pictureType(bytes);
    if (bytes === null || type === null) return fail('NOT_A_PICTURE');
    const name = `${kind}-${dayOn(clock)}.${type === 'image/png' ? 'png' : 'jpg'}`;
    return keep(call, { obligationId, kind, words, takenAt, place }, name, bytes);
  }

  async function file(call: Call, obligationId: ObligationId): Promise<Result<{ name: string } | null, 'NOT_FOUND' | 'FILE_TOO_LARGE' | 'PICK_EXPIRED'>> {
    if (findObligation(call.db, obligationId) === undefined) return fail('NOT_FOUND');
    const path = await picker.chooseFile({ name: '*', extensions: ['*'] });
    if (path === null) return succeed(null);
    const name = basename(path).slice(-200);
    const size = await stat(path).then((found) => (found.isFile() ? found.size : null), () => null);
    if (size === null) return fail('PICK_EXPIRED');
    if (size > largestFileBytes) return fail('FILE_TOO_LARGE', { name, megabytes: largestFileBytes / 1024 / 1024 });
    const kept = keep(call, { obligationId, kind: 'file', words: '', takenAt: null, place: null }, name, await readFile(path));
    return kept.ok ? succeed({ name }) : kept;
  }

  function keep(call: Call, given: Pick<Parameters<typeof insertEvidence>[1], 'obligationId' | 'kind' | 'words' | 'takenAt' | 'place'>, name: string, bytes: Uint8Array): Result<null, 'NOT_FOUND'> {
    return ofObligation(call, given.obligationId, (db) => {
      const id = ids.create<'evidence'>();
      const attachmentId = storeAttachment(call.session, db, bytes, ['clauses'], { clock, ids });
      insertEvidence(db, { ...given, id, byteLength: bytes.length, at: clock.now(), by: call.session.user.id });
      insertEvidenceFile(db, id, name, attachmentId);
      // When and where a picture was taken is part of what the chain of events vouches for.
      return { evidence: id, takenAt: given.takenAt, latitude: given.place?.latitude ?? null, longitude: given.place?.longitude ?? null };
    });
  }

  function read({ session, db }: Call, id: EvidenceId): Result<{ bytes: Uint8Array<ArrayBuffer>; type: string }, 'NOT_FOUND' | 'DAMAGED_FILE'> {
    const found = findEvidenceFile(db, id);
    if (found === undefined) return fail('NOT_FOUND');
    const bytes = loadAttachment(session, db, found.attachmentId);
    return bytes === null ? fail('DAMAGED_FILE') : succeed({ bytes: new Uint8Array(bytes), type: pictureType(bytes) ?? 'application/octet-stream' });
  }

  async function saveAs(call: Call, id: EvidenceId): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'DAMAGED_FILE' | 'TARGET_MISSING'>> {
    const found = findEvidenceFile(call.db, id);
    if (found === undefined) return fail('NOT_FOUND');
    const bytes = loadAttachment(call.session, call.db, found.attachmentId);
    if (bytes === null) return fail('DAMAGED_FILE');
    const extension = /\.([^.]+)$/.exec(found.name)?.[1] ?? '*';
    const target = await picker.chooseTarget(found.name, { name: extension.toUpperCase(), extensions: [extension] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    writeFileAtomically(target, bytes);
    return succeed({ fileName: basename(target) });
  }

  return { note, picture, file, read, saveAs };
}
