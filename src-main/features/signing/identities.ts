import type { Identity } from '#shared/features/signing/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { succeed, type Result } from '#shared/kernel/result.ts';
import { seal, unseal } from '../../crypto/sealing.ts';
import type { SigningIdentity } from '../../crypto/certificates.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { findIdentity, replaceIdentity, type IdentityId } from './queries.ts';

const keyPurpose = 'deedbox signing identity';

/** The identity in use, without its private key. */
export function readIdentity(session: Session, db: Readable): Identity | null {
  const row = findIdentity(db, session.user.id);
  if (row === undefined) return null;
  return {
    subject: row.subject,
    commonName: row.common_name,
    issuer: row.issuer,
    fingerprintSha256: row.fingerprint_sha256,
    origin: row.origin,
    notBefore: row.not_before,
    notAfter: row.not_after,
    createdAt: row.created_at,
  };
}

/**
 * Puts a certificate and its key in use. The key is sealed for this user alone: other users of the vault, who share
 * its compartments, can't sign in this person's name.
 */
export function saveIdentity(
  call: Call,
  certified: SigningIdentity,
  origin: Identity['origin'],
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Result<Identity, never> {
  return call.write((db, record) => {
    const key = call.session.ownKey(keyPurpose);
    const id = ids.create<'signingIdentity'>();
    replaceIdentity(db, call.session.user.id, {
      id,
      origin,
      subject: certified.subject,
      common_name: certified.commonName,
      issuer: certified.issuer,
      fingerprint_sha256: certified.fingerprintSha256,
      certificate_pem: certified.certificatePem,
      chain_pem: certified.chainPem.join('\n'),
      sealed_private_key: seal(key, Buffer.from(certified.privateKeyPem), keyPurpose),
      not_before: certified.notBefore,
      not_after: certified.notAfter,
      created_at: clock.now(),
    });
    key.wipe();
    record('signing_identity', id, { fingerprint: certified.fingerprintSha256 });
    const identity = readIdentity(call.session, db);
    assert(identity !== null, 'an identity vanished within a transaction');
    return succeed(identity);
  });
}

export interface SigningKey {
  readonly id: IdentityId;
  readonly commonName: string;
  readonly subject: string;
  readonly certificatePem: string;
  readonly chainPem: readonly string[];
  readonly privateKeyPem: string;
  readonly notAfter: number;
}

/** The identity in use with its private key, or null. */
export function openSigningKey(session: Session, db: Readable): SigningKey | null {
  const row = findIdentity(db, session.user.id);
  if (row === undefined) return null;
  const key = session.ownKey(keyPurpose);
  const privateKey = unseal(key, row.sealed_private_key, keyPurpose);
  key.wipe();
  assert(privateKey !== null, 'the signing key does not open with its owner’s key');
  return {
    id: row.id,
    commonName: row.common_name,
    subject: row.subject,
    certificatePem: row.certificate_pem,
    chainPem: row.chain_pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? [],
    privateKeyPem: privateKey.toString(),
    notAfter: row.not_after,
  };
}
