import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { compartmentsOf, type Role } from '#shared/features/vault/roles.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Secret } from '../crypto/secret.ts';
import { nameDigest, type Header, type HeaderUser, type KdfParameters, type UnsignedHeader } from './header.ts';
import { createHolder, grant, type KeyRing } from './key-ring.ts';

export interface NewUser {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly kdf: KdfParameters;
  /** The key that the person's first passphrase gives under `kdf`. */
  readonly passphraseKey: Secret;
}

/** The header with one person more, who is granted what their roles give. NOT_HELD: a key of it isn't in `ring`. */
export function withNewUser(header: Header, ring: KeyRing, { id, name, roles, kdf, passphraseKey }: NewUser): Result<UnsignedHeader, 'NAME_TAKEN' | 'NOT_HELD'> {
  const digest = nameDigest(header.vaultId, name);
  if ([...header.users, ...(header.disabledUsers ?? [])].some((user) => user.nameDigest === digest)) return fail('NAME_TAKEN', { name });
  if (!holds(ring, roles)) return fail('NOT_HELD');
  const { pair, publicKey, sealedPrivateKey } = createHolder(passphraseKey);
  const user: HeaderUser = { id, nameDigest: digest, roles, kdf, publicKey, sealedPrivateKey, grants: grant(ring, compartmentsOf(roles), pair.publicKey) };
  pair.privateKey.wipe();
  return succeed(changed(header, [...header.users, user]));
}

/** The header with other roles for a person; what they were granted is sealed anew for their public key. */
export function withRoles(header: Header, ring: KeyRing, id: UserId, roles: readonly Role[]): Result<UnsignedHeader, 'NOT_FOUND' | 'NOT_HELD' | 'LAST_ADMINISTRATOR'> {
  const user = header.users.find((one) => one.id === id);
  if (user === undefined) return fail('NOT_FOUND');
  if (!holds(ring, roles)) return fail('NOT_HELD');
  const grants = grant(ring, compartmentsOf(roles), Buffer.from(user.publicKey, 'base64'));
  const users = header.users.map((one) => (one.id === id ? { ...one, roles, grants } : one));
  const lost = compartmentsOf(user.roles).filter((compartment) => !compartmentsOf(roles).includes(compartment));
  return hasAdministrator(users) ? succeed(withRotationsDue(changed(header, users), lost)) : fail('LAST_ADMINISTRATOR');
}

/**
 * The header with a person's keys taken away, until they are enabled again: they may have noted what they held, so that
 * is due to be changed as if they had left.
 */
export function withDisabled(header: Header, id: UserId): Result<UnsignedHeader, 'NOT_FOUND' | 'LAST_ADMINISTRATOR'> {
  const user = header.users.find((one) => one.id === id);
  const left = withoutUser(header, id);
  if (user === undefined || !left.ok) return left.ok ? fail('NOT_FOUND') : left;
  const { grants: _, ...kept } = user;
  return succeed({ ...left.value, disabledUsers: [...(header.disabledUsers ?? []), kept] });
}

/** The header with a disabled person back, granted anew what their roles give; their passphrase is the one they had. */
export function withEnabled(header: Header, ring: KeyRing, id: UserId): Result<UnsignedHeader, 'NOT_FOUND' | 'NOT_HELD'> {
  const user = header.disabledUsers?.find((one) => one.id === id);
  if (user === undefined) return fail('NOT_FOUND');
  if (!holds(ring, user.roles)) return fail('NOT_HELD');
  const grants = grant(ring, compartmentsOf(user.roles), Buffer.from(user.publicKey, 'base64'));
  return succeed(changed(withoutDisabled(header, id), [...header.users, { ...user, grants }]));
}

/** The header without a person. The keys that they held are due to be changed. */
export function withoutUser(header: Header, id: UserId): Result<UnsignedHeader, 'NOT_FOUND' | 'LAST_ADMINISTRATOR'> {
  // What a disabled person held was due when they were disabled.
  if (header.disabledUsers?.some((one) => one.id === id) === true) return succeed(changed(withoutDisabled(header, id), header.users));
  const users = header.users.filter((one) => one.id !== id);
  const left = header.users.find((user) => user.id === id);
  if (left === undefined) return fail('NOT_FOUND');
  return hasAdministrator(users) ? succeed(withRotationsDue(changed(header, users), compartmentsOf(left.roles))) : fail('LAST_ADMINISTRATOR');
}

function withoutDisabled({ disabledUsers = [], ...rest }: Header, id: UserId): Header {
  const left = disabledUsers.filter((one) => one.id !== id);
  return left.length === 0 ? rest : { ...rest, disabledUsers: left };
}

function withRotationsDue(header: UnsignedHeader, known: readonly Compartment[]): UnsignedHeader {
  const due = compartments.filter((compartment) => known.includes(compartment) || header.rotationsDue?.includes(compartment) === true);
  return due.length === 0 ? header : { ...header, rotationsDue: due };
}

function holds({ compartments: keys }: KeyRing, roles: readonly Role[]): boolean {
  return compartmentsOf(roles).every((compartment) => keys[compartment] !== undefined);
}

function hasAdministrator(users: readonly HeaderUser[]): boolean {
  return users.some(({ roles }) => roles.includes('administrator'));
}

function changed({ mac: _, ...rest }: Header, users: readonly HeaderUser[]): UnsignedHeader {
  return { ...rest, generation: rest.generation + 1, users };
}
