import { closeSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { compartments } from '#shared/features/vault/compartments.ts';
import type { UserId, VaultId } from '#shared/features/vault/model.ts';
import { compartmentsOf, type Role } from '#shared/features/vault/roles.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { recoveryKey } from '../crypto/recovery-code.ts';
import type { Secret } from '../crypto/secret.ts';
import type { Writable } from '../db/connection.ts';
import { migrate } from '../db/migrate.ts';
import { nameKey } from '../db/name-order.ts';
import { assertEncrypted, compartmentFile, openDatabase } from '../db/open.ts';
import { sql } from '../db/sql.ts';
import { nameDigest, writeHeader, type KdfParameters, type UnsignedHeader } from './header.ts';
import { createHolder, createKeyRing, grant } from './key-ring.ts';
import { openVault, type OpeningError, type OpeningWorld } from './open-vault.ts';
import type { Session } from './session.ts';
import { writeSetting } from './vault-settings.ts';

export interface NewVault {
  readonly folder: string;
  readonly vaultId: VaultId;
  readonly sample: boolean;
  readonly userId: UserId;
  readonly userName: string;
  /** The first user's roles: administrator and contract manager. */
  readonly roles: readonly Role[];
  readonly kdf: KdfParameters;
  /** The key that the passphrase gives under `kdf`. */
  readonly passphraseKey: Secret;
  readonly recoveryCode: string;
  /** Fills the fresh vault, in the same transaction as its first audit event. */
  readonly fill: (db: Writable) => void;
}

/**
 * Makes a vault in an empty or missing folder and opens it. When anything fails, what was written is taken away
 * again; a folder that holds something is refused and not touched.
 */
export function createVault(vault: NewVault, world: OpeningWorld): Result<Session, 'FOLDER_NOT_EMPTY' | OpeningError> {
  mkdirSync(vault.folder, { recursive: true });
  if (readdirSync(vault.folder).length > 0) return fail('FOLDER_NOT_EMPTY');
  try {
    const opened = writeAndOpen(vault, world);
    if (!opened.ok) emptyFolder(vault.folder);
    return opened;
  } catch (error) {
    emptyFolder(vault.folder);
    throw error;
  }
}

function writeAndOpen(vault: NewVault, world: OpeningWorld): Result<Session, OpeningError> {
  const ring = createKeyRing();
  mkdirSync(join(vault.folder, 'attachments'));
  for (const compartment of compartments) closeSync(openSync(join(vault.folder, compartmentFile(compartment)), 'wx', 0o600));
  const connection = openDatabase({
    folder: vault.folder,
    keys: ring.compartments,
    nativeBinding: world.nativeBinding,
    log: world.log,
    create: true,
  });
  assert(connection.ok, 'a fresh compartment does not open');
  try {
    const migrated = migrate(connection.value, compartments);
    assert(migrated.ok, 'a fresh compartment is newer than this program');
    connection.value.transact(() => introduceUser(connection.value, vault, world));
  } finally {
    connection.value.close();
  }
  assertEncrypted(vault.folder, compartments);

  const holder = createHolder(vault.passphraseKey);
  const user = {
    id: vault.userId,
    nameDigest: nameDigest(vault.vaultId, vault.userName),
    roles: vault.roles,
    kdf: vault.kdf,
    publicKey: holder.publicKey,
    sealedPrivateKey: holder.sealedPrivateKey,
    grants: grant(ring, compartmentsOf(vault.roles), holder.pair.publicKey),
  };
  const recovery = createHolder(recoveryKey(vault.recoveryCode, vault.vaultId));
  const header: UnsignedHeader = {
    format: 'deedbox-vault',
    formatVersion: 2,
    vaultId: vault.vaultId,
    createdAt: world.clock.now(),
    sample: vault.sample,
    generation: 1,
    users: [user],
    recovery: {
      publicKey: recovery.publicKey,
      sealedPrivateKey: recovery.sealedPrivateKey,
      grants: grant(ring, compartments, recovery.pair.publicKey),
    },
  };
  recovery.pair.privateKey.wipe();
  const opened = openVault(
    { folder: vault.folder, header: writeHeader(vault.folder, header, ring.header), user, ring, pair: holder.pair, takeOver: false },
    world,
  );
  if (opened.ok) {
    const filled = opened.value.write('vault.finishCreate', (db, record) => {
      vault.fill(db);
      record('vault', vault.vaultId);
      return { ok: true, value: null };
    });
    assert(filled.ok, 'a fresh vault could not be filled');
  }
  return opened;
}

function introduceUser(db: Writable, vault: NewVault, world: OpeningWorld): void {
  db.run(sql`INSERT INTO users (id, name, created_at, name_key) VALUES (${vault.userId}, ${vault.userName}, ${world.clock.now()}, ${nameKey(vault.userName)})`);
  writeSetting(db, 'attachment_name_key', randomBytes(32).toString('hex'));
}

function emptyFolder(folder: string): void {
  for (const entry of readdirSync(folder)) rmSync(join(folder, entry), { recursive: true, force: true });
}
