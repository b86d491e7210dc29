import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ContactCard, OwnIdentity } from '#shared/features/exchange/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { seal, unseal } from '../../crypto/sealing.ts';
import { createExchangeKeys, fingerprintOf, signBytes, type PrivateKeys } from '../../exchange/keys.ts';
import { isMissing } from '../../files/file-errors.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, FilePicker } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { findIdentity, saveIdentity } from './queries.ts';

const keyPurpose = 'deedbox exchange identity';
const cardFilter = { name: 'Deedbox', extensions: ['deedcard'] };

export interface OpenedIdentity extends OwnIdentity {
  readonly privateKeys: PrivateKeys;
}

/** Who somebody is to people with vaults of their own. The private half opens with this person's own key alone. */
export function createIdentities({ clock, picker }: { readonly clock: Clock; readonly picker: FilePicker }) {
  /** The person's identity; null where none was made, or where it was made under keys that a recovery replaced. */
  function open({ session, db }: Pick<Call, 'session' | 'db'>): OpenedIdentity | null {
    const row = findIdentity(db, session.user.id);
    const opened = row === undefined ? null : unsealed(session, row.sealed_keys);
    if (row === undefined || opened === null) return null;
    const { fingerprint, created_at: createdAt } = row;
    return { name: session.user.name, fingerprint, keys: { signingKey: row.signing_key, ageRecipient: row.age_recipient }, createdAt, privateKeys: opened };
  }

  function read(call: Call): OwnIdentity | null {
    return shown(open(call));
  }

  async function make(call: Call): Promise<Result<OwnIdentity, never>> {
    const present = read(call);
    if (present !== null) return succeed(present);
    const { publicKeys, privateKeys } = await createExchangeKeys();
    // It may have been made by another call while keys were thought of: the first one stays, its card may be out already.
    const made = read(call);
    if (made !== null) return succeed(made);
    const fingerprint = fingerprintOf(publicKeys);
    return call.write<OwnIdentity, never>((db, note) => {
      const { id, name } = call.session.user;
      const key = call.session.ownKey(keyPurpose);
      const createdAt = clock.now();
      saveIdentity(db, id, {
        signing_key: publicKeys.signingKey,
        age_recipient: publicKeys.ageRecipient,
        fingerprint,
        sealed_keys: seal(key, Buffer.from(JSON.stringify(privateKeys)), keyPurpose),
        created_at: createdAt,
      });
      key.wipe();
      note('exchangeIdentity', id, { fingerprint });
      return succeed({ name, fingerprint, keys: publicKeys, createdAt });
    });
  }

  async function saveCard(call: Call): Promise<Result<{ fileName: string } | null, 'IDENTITY_LOST' | 'FOLDER_GONE'>> {
    const own = open(call);
    if (own === null) return fail('IDENTITY_LOST');
    const path = await picker.chooseTarget(`${own.name.replace(/[\\/:*?"<>|]/g, ' ').trim()}.deedcard`, cardFilter);
    if (path === null) return succeed(null);
    try {
      writeFileSync(path, JSON.stringify(cardOf(own), null, 2));
    } catch (error) {
      if (isMissing(error)) return fail('FOLDER_GONE');
      throw error;
    }
    return succeed({ fileName: basename(path) });
  }

  return { open, read, make, saveCard };
}

export type Identities = ReturnType<typeof createIdentities>;

/** What a card's signature is over. */
export function cardBytes({ signature: _, ...rest }: ContactCard): Buffer {
  return Buffer.from(canonicalJson({ ...rest, keys: { ...rest.keys } }));
}

function cardOf({ name, keys, privateKeys }: OpenedIdentity): ContactCard {
  const unsigned = { format: 'deedbox-contact', version: 1, name, keys, signature: '' } as const;
  return { ...unsigned, signature: signBytes(keys, privateKeys, cardBytes(unsigned)).toString('base64url') };
}

function unsealed(session: Session, sealedKeys: Uint8Array): PrivateKeys | null {
  const key = session.ownKey(keyPurpose);
  const bytes = unseal(key, sealedKeys, keyPurpose);
  key.wipe();
  return bytes === null ? null : (JSON.parse(bytes.toString()) as PrivateKeys);
}

function shown(identity: OpenedIdentity | null): OwnIdentity | null {
  if (identity === null) return null;
  const { privateKeys: _, ...own } = identity;
  return own;
}
