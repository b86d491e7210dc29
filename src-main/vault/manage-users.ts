import { compartments, type Compartment } from '#shared/features/vault/compartments.ts';
import { authorityOf, type CustomRoleGrant, type CustomRoleId, type HeldRoles } from '#shared/features/vault/custom-roles.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Secret } from '../crypto/secret.ts';
import { nameDigest, type Header, type HeaderUser, type KdfParameters, type UnsignedHeader } from './header.ts';
import { createHolder, grant, regrant, type KeyRing } from './key-ring.ts';

export interface NewUser {
  readonly id: UserId;
  readonly name: string;
  readonly held: HeldRoles;
  readonly kdf: KdfParameters;
  /** The key that the person's first passphrase gives under `kdf`. */
  readonly passphraseKey: Secret;
}

/** The header with one person more, who is granted what their roles give. NOT_HELD: a key of it isn't in `ring`. */
export function withNewUser(header: Header, ring: KeyRing, { id, name, held, kdf, passphraseKey }: NewUser): Result<UnsignedHeader, 'NAME_TAKEN' | 'NOT_FOUND' | 'NOT_HELD'> {
  const digest = nameDigest(header.vaultId, name);
  if ([...header.users, ...(header.disabledUsers ?? [])].some((user) => user.nameDigest === digest)) return fail('NAME_TAKEN', { name });
  if (!areKnown(header, held)) return fail('NOT_FOUND');
  const granted = authorityOf(held, header.customRoles).compartments;
  if (!holds(ring, granted)) return fail('NOT_HELD');
  const { pair, publicKey, sealedPrivateKey } = createHolder(passphraseKey);
  const user: HeaderUser = { id, nameDigest: digest, ...rolesIn(held), kdf, publicKey, sealedPrivateKey, grants: grant(ring, granted, pair.publicKey) };
  pair.privateKey.wipe();
  return succeed(changed(header, [...header.users, user]));
}

/** The header with other keys for a person who never used theirs, under another first passphrase: the one before opens nothing. */
export function withFirstPassphrase(header: Header, ring: KeyRing, id: UserId, { kdf, passphraseKey }: Pick<NewUser, 'kdf' | 'passphraseKey'>): Result<UnsignedHeader, 'NOT_FOUND' | 'NOT_HELD'> {
  const user = header.users.find((one) => one.id === id);
  if (user === undefined) return fail('NOT_FOUND');
  const granted = authorityOf(user, header.customRoles).compartments;
  if (!holds(ring, granted)) return fail('NOT_HELD');
  const { pair, publicKey, sealedPrivateKey } = createHolder(passphraseKey);
  const renewed: HeaderUser = { ...user, kdf, publicKey, sealedPrivateKey, grants: grant(ring, granted, pair.publicKey) };
  pair.privateKey.wipe();
  return succeed(changed(header, header.users.map((one) => (one.id === id ? renewed : one))));
}

/** The header with other roles for a person; what they were granted is sealed anew for their public key. */
export function withRoles(header: Header, ring: KeyRing, id: UserId, held: HeldRoles): Result<UnsignedHeader, 'NOT_FOUND' | 'NOT_HELD' | 'LAST_ADMINISTRATOR'> {
  const user = header.users.find((one) => one.id === id);
  if (user === undefined || !areKnown(header, held)) return fail('NOT_FOUND');
  const granted = authorityOf(held, header.customRoles).compartments;
  const grants = regrant(ring, granted, Buffer.from(user.publicKey, 'base64'), user.grants);
  if (grants === null) return fail('NOT_HELD');
  const { customRoles: _, ...rest } = user;
  const users = header.users.map((one) => (one.id === id ? { ...rest, ...rolesIn(held), grants } : one));
  const lost = authorityOf(user, header.customRoles).compartments.filter((compartment) => !granted.includes(compartment));
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
  const granted = authorityOf(user, header.customRoles).compartments;
  if (!holds(ring, granted)) return fail('NOT_HELD');
  const grants = grant(ring, granted, Buffer.from(user.publicKey, 'base64'));
  return succeed(changed(withoutDisabled(header, id), [...header.users, { ...user, grants }]));
}

/**
 * The header with one of the vault's own roles as it is from now on, new or changed. Who holds it is granted what it gives
 * now; a key that it gives no more, and no other role of theirs does, is taken from them and due to be changed. NOT_HELD:
 * the role would give a key that isn't in `ring`.
 */
export function withCustomRole(header: Header, ring: KeyRing, role: CustomRoleGrant): Result<{ readonly header: UnsignedHeader; readonly withdrawn: readonly Compartment[] }, 'NOT_HELD'> {
  const present = header.customRoles?.find(({ id }) => id === role.id);
  if (!holds(ring, role.compartments.filter((name) => present?.compartments.includes(name) !== true))) return fail('NOT_HELD');
  const defined = [...(header.customRoles ?? []).filter(({ id }) => id !== role.id), role];
  const lost = new Set<Compartment>();
  const users: HeaderUser[] = [];
  for (const user of header.users) {
    if (user.customRoles?.includes(role.id) !== true) {
      users.push(user);
      continue;
    }
    const granted = authorityOf(user, defined).compartments;
    const grants = regrant(ring, granted, Buffer.from(user.publicKey, 'base64'), user.grants);
    if (grants === null) return fail('NOT_HELD');
    for (const name of authorityOf(user, header.customRoles).compartments) if (!granted.includes(name)) lost.add(name);
    users.push({ ...user, grants });
  }
  const withdrawn = compartments.filter((name) => lost.has(name));
  return succeed({ header: withRotationsDue({ ...changed(header, users), customRoles: defined }, withdrawn), withdrawn });
}

/** The header without one of the vault's own roles, which nobody may hold any more. */
export function withoutCustomRole(header: Header, id: CustomRoleId): Result<UnsignedHeader, 'NOT_FOUND' | 'ROLE_IN_USE'> {
  const { customRoles = [], ...rest } = changed(header, header.users);
  if (!customRoles.some((role) => role.id === id)) return fail('NOT_FOUND');
  const count = countHolders(header, id);
  if (count > 0) return fail('ROLE_IN_USE', { count });
  const left = customRoles.filter((role) => role.id !== id);
  return succeed(left.length === 0 ? rest : { ...rest, customRoles: left });
}

/** How many people hold one of the vault's own roles, the disabled among them. */
export function countHolders({ users, disabledUsers = [] }: Header, id: CustomRoleId): number {
  return [...users, ...disabledUsers].filter((user) => user.customRoles?.includes(id) === true).length;
}

/** The header without a person. The keys that they held are due to be changed. */
export function withoutUser(header: Header, id: UserId): Result<UnsignedHeader, 'NOT_FOUND' | 'LAST_ADMINISTRATOR'> {
  // What a disabled person held was due when they were disabled.
  if (header.disabledUsers?.some((one) => one.id === id) === true) return succeed(changed(withoutDisabled(header, id), header.users));
  const users = header.users.filter((one) => one.id !== id);
  const left = header.users.find((user) => user.id === id);
  if (left === undefined) return fail('NOT_FOUND');
  return hasAdministrator(users) ? succeed(withRotationsDue(changed(header, users), authorityOf(left, header.customRoles).compartments)) : fail('LAST_ADMINISTRATOR');
}

function withoutDisabled({ disabledUsers = [], ...rest }: Header, id: UserId): Header {
  const left = disabledUsers.filter((one) => one.id !== id);
  return left.length === 0 ? rest : { ...rest, disabledUsers: left };
}

function withRotationsDue(header: UnsignedHeader, known: readonly Compartment[]): UnsignedHeader {
  const due = compartments.filter((compartment) => known.includes(compartment) || header.rotationsDue?.includes(compartment) === true);
  return due.length === 0 ? header : { ...header, rotationsDue: due };
}

function holds({ compartments: keys }: KeyRing, granted: readonly Compartment[]): boolean {
  return granted.every((compartment) => keys[compartment] !== undefined);
}

/** Whether every role is in force: a retired one can't be given. */
function areKnown({ customRoles = [] }: Header, held: HeldRoles): boolean {
  return (held.customRoles ?? []).every((id) => customRoles.some((role) => role.id === id));
}

function rolesIn({ roles, customRoles = [] }: HeldRoles): Pick<HeaderUser, 'roles' | 'customRoles'> {
  return customRoles.length === 0 ? { roles } : { roles, customRoles };
}

function hasAdministrator(users: readonly HeaderUser[]): boolean {
  return users.some(({ roles }) => roles.includes('administrator'));
}

function changed({ mac: _, ...rest }: Header, users: readonly HeaderUser[]): UnsignedHeader {
  return { ...rest, generation: rest.generation + 1, users };
}
