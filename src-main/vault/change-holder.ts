import type { Compartment } from '#shared/features/vault/compartments.ts';
import { authorityOf } from '#shared/features/vault/custom-roles.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { recoveryKey } from '../crypto/recovery-code.ts';
import type { Secret } from '../crypto/secret.ts';
import { nameDigest, type DisabledUser, type Header, type HeaderUser, type KdfParameters, type UnsignedHeader } from './header.ts';
import { createHolder, grant, openGrants, openHolder, sealPrivateKey, type KeyRing } from './key-ring.ts';
import type { KeyPair } from '../crypto/sealing.ts';

/** The user whose name was typed, or undefined. */
export function findUser(header: Header, userName: string): HeaderUser | undefined {
  const digest = nameDigest(header.vaultId, userName);
  return header.users.find((user) => user.nameDigest === digest);
}

/** The disabled user whose name was typed, or undefined. */
export function findDisabled(header: Header, userName: string): DisabledUser | undefined {
  const digest = nameDigest(header.vaultId, userName);
  return header.disabledUsers?.find((user) => user.nameDigest === digest);
}

/** The user's keys, or null when the passphrase behind `passphraseKey` is not theirs. */
export function openUser(
  user: HeaderUser,
  passphraseKey: Secret,
): { readonly pair: KeyPair; readonly ring: KeyRing } | 'wrong' | 'damaged' {
  const pair = openHolder(user, passphraseKey);
  if (pair === null) return 'wrong';
  const ring = openGrants(user.grants, pair);
  return ring === null ? 'damaged' : { pair, ring };
}

/** Seals the user's private key under another passphrase; everything it opens stays as it is. */
export function withPassphrase(
  header: Header,
  user: HeaderUser,
  pair: KeyPair,
  passphraseKey: Secret,
  kdf: KdfParameters,
): UnsignedHeader {
  return withUser(header, { ...user, kdf, sealedPrivateKey: sealPrivateKey(passphraseKey, pair) });
}

export interface Recovered {
  readonly header: UnsignedHeader;
  readonly user: HeaderUser;
  readonly pair: KeyPair;
  readonly ring: KeyRing;
}

/**
 * Opens the vault with the recovery code and gives the user a new key pair under a new passphrase. What only the old
 * key pair opened, the signing identity, stays closed for ever: a code on paper must not sign in a person's name.
 */
export function recoverUser(
  header: Header,
  userName: string,
  recoveryCode: string,
  passphraseKey: Secret,
  kdf: KdfParameters,
): Result<Recovered, 'WRONG_RECOVERY_CODE' | 'DAMAGED_HEADER'> {
  const user = findUser(header, userName);
  const recoveryPair = openHolder(header.recovery, recoveryKey(recoveryCode, header.vaultId));
  if (user === undefined || recoveryPair === null) return fail('WRONG_RECOVERY_CODE');
  const ring = openGrants(header.recovery.grants, recoveryPair);
  recoveryPair.privateKey.wipe();
  if (ring === null) return fail('DAMAGED_HEADER');
  const granted = authorityOf(user, header.customRoles).compartments;
  const holder = createHolder(passphraseKey);
  const renewed: HeaderUser = {
    ...user,
    kdf,
    publicKey: holder.publicKey,
    sealedPrivateKey: holder.sealedPrivateKey,
    grants: grant(ring, granted, holder.pair.publicKey),
  };
  return succeed({
    header: withUser(header, renewed),
    user: renewed,
    pair: holder.pair,
    ring: restrictTo(ring, granted),
  });
}


/** The code opens all compartments; the person gets those of their roles. */
function restrictTo(ring: KeyRing, granted: readonly Compartment[]): KeyRing {
  const { core, clauses, finance } = ring.compartments;
  if (!granted.includes('clauses')) clauses?.wipe();
  if (!granted.includes('finance')) finance?.wipe();
  return {
    header: ring.header,
    compartments: {
      core,
      ...(clauses !== undefined && granted.includes('clauses') ? { clauses } : {}),
      ...(finance !== undefined && granted.includes('finance') ? { finance } : {}),
    },
  };
}

function withUser(header: Header, user: HeaderUser): UnsignedHeader {
  const { mac: _, ...rest } = header;
  return {
    ...rest,
    generation: header.generation + 1,
    users: header.users.map((other) => (other.id === user.id ? user : other)),
  };
}
