import { existsSync, readFileSync, statSync } from 'node:fs';
import type { Seal, SealId, SignerId } from '#shared/features/signing/envelope-model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { loadAttachment, storeAttachment } from '../../attachments/attachment-store.ts';
import type { Picks } from '../../device/picks.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Mark } from '../../pdf/marks.ts';
import type { Clock, Ids } from '../../ports.ts';
import { findSeal, findUsedSeal, insertSeal, listSeals, retireSeal as retire, type SealRow } from './seal-queries.ts';

const largestImage = 4 * 1024 * 1024;
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const pointsPerMillimetre = 72 / 25.4;

export interface SealParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picks: Picks;
}

/** Takes the picture of a seal into the vault, where it is kept encrypted. PNG only: it has to be transparent. */
export function addSeal(call: Call, pickId: PickId, draft: Pick<Seal, 'name' | 'kind' | 'widthMillimetres'>, { clock, ids, picks }: SealParts): Result<Seal, 'PICK_EXPIRED' | 'NOT_A_PNG' | 'FILE_TOO_LARGE'> {
  const path = picks.find(pickId);
  if (path === undefined || !existsSync(path)) return fail('PICK_EXPIRED');
  if (statSync(path).size > largestImage) return fail('FILE_TOO_LARGE', { megabytes: largestImage / 1024 / 1024 });
  const bytes = readFileSync(path);
  if (!bytes.subarray(0, pngStart.length).equals(pngStart)) return fail('NOT_A_PNG');
  const id = ids.create<'companySeal'>();
  return call.write((db, note) => {
    const attachmentId = storeAttachment(call.session, db, bytes, ['clauses'], { clock, ids });
    insertSeal(db, { id, ...draft, attachmentId, createdAt: clock.now(), createdBy: call.session.user.id });
    note('seal', id, { kind: draft.kind });
    const seal = listSeals(db).find((one) => one.id === id);
    assert(seal !== undefined, 'a seal vanished within a transaction');
    return succeed(seal);
  });
}

/** A retired seal stays for the contracts that carry it, and is put on no other. */
export function retireSeal(call: Call, id: SealId, { clock }: SealParts): Result<null, 'NOT_FOUND'> {
  return call.write<null, 'NOT_FOUND'>((db, note) => {
    if (retire(db, id, clock.now()) === 0) return fail('NOT_FOUND');
    note('seal', id, { retired: true });
    return succeed(null);
  });
}

export function sealImage(call: Call, id: SealId): Result<{ bytes: Uint8Array<ArrayBuffer> }, 'NOT_FOUND' | 'DAMAGED_FILE'> {
  const seal = findSeal(call.db, id);
  if (seal === undefined) return fail('NOT_FOUND');
  const bytes = loadAttachment(call.session, call.db, seal.attachmentId);
  return bytes === null ? fail('DAMAGED_FILE') : succeed({ bytes: new Uint8Array(bytes) });
}

/** The seal as it stands on paper; null when its picture can't be read. */
export function sealMark(call: Call, seal: SealRow): Mark | null {
  const png = loadAttachment(call.session, call.db, seal.attachmentId);
  return png === null ? null : { kind: 'picture', png, widthPoints: seal.widthMillimetres * pointsPerMillimetre };
}

/** The seal that a signer's act was made with. */
export function usedSealMark(call: Call, signerId: SignerId): Mark | null {
  const seal = findUsedSeal(call.db, signerId);
  return seal === undefined ? null : sealMark(call, seal);
}
