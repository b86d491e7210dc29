import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import { assert } from '#shared/kernel/assert.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { hmac } from '../crypto/digest.ts';
import { seal, unseal } from '../crypto/sealing.ts';
import { Secret } from '../crypto/secret.ts';
import type { Readable, Writable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { stageFile } from '../files/atomic-file.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Session } from '../vault/session.ts';
import { readSetting } from '../vault/vault-settings.ts';

export type AttachmentId = Id<'attachment'>;
export type Guard = Exclude<Compartment, 'core'>;

const context = 'deedbox attachment';

/**
 * Stores a file's bytes encrypted under a key of its own and gives its id; the same bytes are stored once. The key is
 * split into one share for each guarding compartment, and only all shares together give it back: who lacks one of the
 * compartments can't open the file.
 */
export function storeAttachment(
  session: Session,
  db: Writable,
  bytes: Uint8Array,
  guards: readonly [Guard, ...Guard[]],
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): AttachmentId {
  const storedName = nameOf(db, bytes);
  const known = db.get<{ id: AttachmentId }>(sql`SELECT id FROM attachments WHERE stored_name = ${storedName}`);
  if (known !== undefined) return known.id;
  const id = ids.create<'attachment'>();
  const shares = guards.map(() => Secret.random());
  const key = combineShares(shares);
  const staged = stageFile(pathOf(session, storedName), sealWhole(key, bytes));
  key.wipe();
  db.run(sql`
    INSERT INTO attachments (id, stored_name, byte_length, compartments, created_at)
    VALUES (${id}, ${storedName}, ${bytes.length}, ${guards.join(' ')}, ${clock.now()})`);
  guards.forEach((guard, index) => {
    const share = shares[index]?.expose() ?? Buffer.alloc(0);
    db.run(
      guard === 'clauses'
        ? sql`INSERT INTO clauses.attachment_shares (attachment_id, share) VALUES (${id}, ${share})`
        : sql`INSERT INTO finance.attachment_shares (attachment_id, share) VALUES (${id}, ${share})`,
    );
  });
  // Before the transaction ends: a row without its file would be a loss, a file without its row is only waste.
  staged.commit();
  return id;
}

/** The bytes of a stored file; null when the file is missing or was changed. All its compartments must be held. */
export function loadAttachment(session: Session, db: Readable, id: AttachmentId): Buffer | null {
  const row = db.get<{ stored_name: string; fileName: string; compartments: string }>(
    sql`SELECT stored_name, coalesce(file_name, stored_name) AS fileName, compartments FROM attachments WHERE id = ${id}`,
  );
  if (row === undefined) return null;
  const path = pathOf(session, row.fileName);
  if (!existsSync(path)) return null;
  const key = combineShares((row.compartments.split(' ') as Guard[]).map((guard) => readShare(session, db, guard, id)));
  const bytes = openSealed(key, readFileSync(path));
  key.wipe();
  return bytes !== null && nameOf(db, bytes) === row.stored_name ? bytes : null;
}

/** A compartment's share of an attachment's key; the compartment must be held. */
export function readShare(session: Session, db: Readable, guard: Guard, id: AttachmentId): Secret {
  assert(session.holds(guard), `an attachment needs ${guard}`);
  const row = db.get<{ share: Buffer }>(
    guard === 'clauses'
      ? sql`SELECT share FROM clauses.attachment_shares WHERE attachment_id = ${id}`
      : sql`SELECT share FROM finance.attachment_shares WHERE attachment_id = ${id}`,
  );
  assert(row !== undefined, 'a share of an attachment is missing');
  return new Secret(row.share);
}

/** An attachment sealed in one piece. */
export function sealWhole(key: Secret, bytes: Uint8Array): Buffer {
  return seal(key, bytes, context);
}

/** What `sealWhole` sealed; null when it was changed or the key is another's. */
export function openSealed(key: Secret, sealed: Uint8Array): Buffer | null {
  return unseal(key, sealed, context);
}

/** The key that all shares together give. */
export function combineShares(shares: readonly Secret[]): Secret {
  const key = Buffer.alloc(32);
  for (const share of shares) share.expose().forEach((byte, index) => (key[index] = (key[index] ?? 0) ^ byte));
  return new Secret(key);
}

/** A keyed hash, so that a name tells nobody whether the vault holds a file that they know. */
function nameOf(db: Readable, bytes: Uint8Array): string {
  const key = readSetting(db, 'attachment_name_key');
  assert(key !== undefined, 'a vault without a naming key');
  return hmac(new Secret(Buffer.from(key, 'hex')), bytes);
}

function pathOf(session: Session, storedName: string): string {
  return join(session.folder, 'attachments', storedName);
}
