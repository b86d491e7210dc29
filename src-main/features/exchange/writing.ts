import { basename } from 'node:path';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContactId, PackContent, PackedAmounts, PackId } from '#shared/features/exchange/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { sha256 } from '../../crypto/digest.ts';
import { signBytes } from '../../exchange/keys.ts';
import type { Writable } from '../../db/connection.ts';
import type { Part } from '../../exchange/pack-zip.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { isMissing } from '../../files/file-errors.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker, Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import type { ExchangeTasks } from '../../workers/exchange-tasks.ts';
import type { Identities } from './identity.ts';
import { findContact, type ContactRow } from './queries.ts';

export interface WritingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly tasks: ExchangeTasks;
  readonly identities: Identities;
}

export type AddressError = 'CONTACT_NOT_FOUND' | 'CONTACT_UNCONFIRMED' | 'IDENTITY_LOST' | 'FOLDER_GONE' | 'PACK_TOO_LARGE';

export interface Writing {
  readonly contactId: ContactId;
  readonly content: PackContent;
  /** Null: no money goes along. */
  readonly amounts: PackedAmounts | null;
  readonly files: readonly Part[];
  readonly contracts: readonly ContractId[];
  readonly replyTo: PackId | null;
  readonly sequence: number;
  readonly suggestedName: string;
}

export interface WrittenPack {
  readonly packId: PackId;
  readonly contentSha256: string;
  readonly at: number;
}

const filter = { name: 'Deedbox', extensions: ['deedpack'] };

/** Writes packs: asks where, seals for the recipient, signs, writes the file in one step. Null when cancelled. */
export function createPackWriter({ clock, ids, picker, tasks, identities }: WritingParts) {
  /** Whether a pack could be written for a contact at all, before anything is gathered. */
  function addressee(call: Call, contactId: ContactId): Result<ContactRow, 'CONTACT_NOT_FOUND' | 'CONTACT_UNCONFIRMED' | 'IDENTITY_LOST'> {
    const contact = findContact(call.db, contactId);
    if (contact === undefined) return fail('CONTACT_NOT_FOUND');
    if (contact.confirmedAt === null) return fail('CONTACT_UNCONFIRMED');
    return identities.open(call) === null ? fail('IDENTITY_LOST') : succeed(contact);
  }

  /** `record` writes down that the pack went out, in the transaction that puts the file in its place: both, or neither. */
  async function write(
    call: Call,
    { contactId, content, amounts, files, replyTo, sequence, suggestedName }: Writing,
    signal: AbortSignal,
    record: (db: Writable, note: RecordChange, written: WrittenPack) => void,
  ): Promise<Result<{ fileName: string; packId: PackId } | null, AddressError>> {
    const found = addressee(call, contactId);
    if (!found.ok) return found;
    const contact = found.value;
    const own = identities.open(call);
    if (own === null) return fail('IDENTITY_LOST');
    const path = await picker.chooseTarget(`${suggestedName.replace(/[\\/:*?"<>|]/g, ' ').trim().slice(0, 100)}.deedpack`, filter);
    if (path === null) return succeed(null);
    const packId = ids.create<'pack'>();
    const at = clock.now();
    const contentBytes = Buffer.from(JSON.stringify(content));
    const parts: Part[] = [{ name: 'content.json', bytes: contentBytes }];
    if (amounts !== null) parts.push({ name: 'amounts.json', bytes: Buffer.from(JSON.stringify(amounts)) });
    const manifest = { packId, kind: content.kind, createdAt: at, sender: own.fingerprint, recipient: contact.fingerprint, replyTo, sequence };
    const { unsigned, toSign } = await tasks.seal({ manifest, senderKey: own.keys.signingKey, ageRecipient: contact.ageRecipient, parts: [...parts, ...files] }, signal);
    signal.throwIfAborted();
    const pack = Buffer.concat([unsigned, signBytes(own.keys, own.privateKeys, toSign)]);
    try {
      return call.write<{ fileName: string; packId: PackId }, never>((db, note) => {
        record(db, note, { packId, contentSha256: sha256(contentBytes), at });
        writeFileAtomically(path, pack);
        return succeed({ fileName: basename(path), packId });
      });
    } catch (error) {
      if (isMissing(error)) return fail('FOLDER_GONE');
      throw error;
    }
  }

  return { addressee, write };
}

export type PackWriter = ReturnType<typeof createPackWriter>;
