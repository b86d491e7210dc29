import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compartments } from '#shared/features/vault/compartments.ts';
import { authorityOf } from '#shared/features/vault/custom-roles.ts';
import { permissionsWithin } from '#shared/features/vault/reach.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { KeyPair } from '../crypto/sealing.ts';
import { auditHead, readAuditHead, sealAuditHead } from '../audit/audit-chain.ts';
import { sql } from '../db/sql.ts';
import { compartmentFile, openDatabase, openForLimitedReading, type CompartmentKeys } from '../db/open.ts';
import { migrate } from '../db/migrate.ts';
import type { Connection } from '../db/connection.ts';
import { isDamage, isReadOnly } from '../files/file-errors.ts';
import { isWritable } from '../files/writable-folder.ts';
import type { Clock, Log } from '../ports.ts';
import { auditKeyOf } from './audit-key.ts';
import { isAuthentic, type Header, type HeaderUser } from './header.ts';
import { wipeKeyRing, type KeyRing } from './key-ring.ts';
import { acquireLock, type VaultLock } from './lock-file.ts';
import { reachOf } from './reach.ts';
import { Session } from './session.ts';
import { readSetting, writeSetting } from './vault-settings.ts';

export interface OpeningWorld {
  readonly clock: Clock;
  readonly log: Log;
  readonly nativeBinding: string | null;
}

export type OpeningError =
  | 'DAMAGED_HEADER'
  | 'HEADER_ROLLED_BACK'
  | 'DAMAGED_COMPARTMENT'
  | 'MISSING_COMPARTMENT'
  | 'READ_ONLY_FOLDER'
  | 'VAULT_IN_USE'
  | 'NEWER_FORMAT';

export interface Opening {
  readonly folder: string;
  readonly header: Header;
  readonly user: HeaderUser;
  readonly ring: KeyRing;
  readonly pair: KeyPair;
  readonly takeOver: boolean;
}

/**
 * Opens a vault whose keys are at hand. Every refusal leaves the folder as it was, the lock given back and the keys
 * overwritten.
 */
export function openVault(opening: Opening, world: OpeningWorld): Result<Session, OpeningError> {
  const undo: (() => void)[] = [() => wipeKeyRing(opening.ring)];
  const refuse = <Refusal>(refusal: Refusal): Refusal => {
    for (const step of undo.toReversed()) step();
    return refusal;
  };
  try {
    const ready = checkFolder(opening);
    if (!ready.ok) return refuse(ready);
    const lock = acquireLock(opening.folder, opening.takeOver);
    if (!lock.ok) return refuse(lock);
    undo.push(() => lock.value.release());
    const connection = openCompartments(opening, world);
    if (!connection.ok) return refuse(connection);
    undo.push(() => connection.value.close());
    return startSession(opening, connection.value, lock.value, world, refuse);
  } catch (error) {
    refuse(null);
    if (isReadOnly(error)) return fail('READ_ONLY_FOLDER');
    throw error;
  }
}

function checkFolder({ folder, header, ring }: Opening): Result<null, OpeningError> {
  if (!isAuthentic(header, ring.header)) return fail('DAMAGED_HEADER');
  for (const compartment of heldCompartments(ring.compartments)) {
    if (!existsSync(join(folder, compartmentFile(compartment)))) return fail('MISSING_COMPARTMENT', { compartment });
  }
  return isWritable(folder) ? succeed(null) : fail('READ_ONLY_FOLDER');
}

function openCompartments({ folder, ring }: Opening, world: OpeningWorld): Result<Connection, OpeningError> {
  const opened = openDatabase({
    folder,
    keys: ring.compartments,
    nativeBinding: world.nativeBinding,
    log: world.log,
    create: false,
  });
  if (!opened.ok) return opened;
  try {
    const held = heldCompartments(ring.compartments);
    const migrated = migrate(opened.value, held);
    if (migrated.ok) return opened;
    opened.value.close();
    return migrated;
  } catch (error) {
    opened.value.close();
    if (isDamage(error)) return fail('DAMAGED_COMPARTMENT', { compartment: 'core' });
    throw error;
  }
}

function startSession(
  opening: Opening,
  connection: Connection,
  lock: VaultLock,
  world: OpeningWorld,
  refuse: <Refusal>(refusal: Refusal) => Refusal,
): Result<Session, OpeningError> {
  const remembered = Number(readSetting(connection, 'header_generation') ?? 0);
  if (opening.header.generation < remembered) return refuse(fail('HEADER_ROLLED_BACK'));
  if (opening.header.generation > remembered) {
    connection.transact(() => writeSetting(connection, 'header_generation', String(opening.header.generation)));
  }
  // A vault from before the end of its audit chain was written down: from now on it is.
  if (opening.header.audit === undefined) connection.transact(() => sealAuditHeadOnce(connection, opening.ring));
  const name = connection.get<{ name: string }>(sql`SELECT name FROM users WHERE id = ${opening.user.id}`)?.name;
  const reach = reachOf(connection, opening.user.id);
  return succeed(
    new Session({
      folder: opening.folder,
      user: { id: opening.user.id, name: name ?? '', roles: opening.user.roles, customRoles: opening.user.customRoles ?? [], reach },
      permissions: permissionsWithin(authorityOf(opening.user, opening.header.customRoles).permissions, reach),
      connection,
      limited: reach.scope === 'all' ? null : openForLimitedReading({ folder: opening.folder, keys: opening.ring.compartments, nativeBinding: world.nativeBinding, log: world.log }),
      ring: opening.ring,
      pair: opening.pair,
      lock,
      clock: world.clock,
    }),
  );
}

function sealAuditHeadOnce(connection: Connection, ring: KeyRing): void {
  const key = auditKeyOf(ring);
  if (readAuditHead(connection, key) === null) sealAuditHead(connection, auditHead(connection), key);
  key.wipe();
}

function heldCompartments(keys: CompartmentKeys) {
  return compartments.filter((compartment) => keys[compartment] !== undefined);
}
