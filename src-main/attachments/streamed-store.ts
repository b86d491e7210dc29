import { createHmac, randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from '#shared/kernel/assert.ts';
import { Secret } from '../crypto/secret.ts';
import type { Readable, Writable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import type { Clock, Ids } from '../ports.ts';
import type { Session } from '../vault/session.ts';
import { readSetting } from '../vault/vault-settings.ts';
import type { AttachmentId } from './attachment-store.ts';
import { chunkBytes, readChunks, writeChunks } from './chunked-file.ts';

/** A file that lies encrypted beside its place and belongs to the vault once `keep` and `place` were called in a transaction. */
export interface StagedAttachment {
  readonly byteLength: number;
  /** Writes it down, or finds the same bytes already there; gives the id. */
  keep(db: Writable): AttachmentId;
  /** Puts new bytes in their place. Before the transaction ends: a row without its file would be a loss, the other is waste. */
  place(): void;
  /** Clears away what was not put in its place, and the key. */
  discard(): Promise<void>;
}

export interface StageOptions {
  readonly signal: AbortSignal;
  /** Told after each chunk how many bytes were read. */
  readonly onBytes: (bytes: number) => void;
  readonly largestBytes: number;
}

/** The file grew over the limit while it was read. */
export class AttachmentTooLarge extends Error {}

/** Reads a file once, a chunk at a time: hashes it under the vault's naming key and encrypts it under a key of its own. */
export async function stageAttachment(
  session: Session,
  source: string,
  { signal, onBytes, largestBytes }: StageOptions,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Promise<StagedAttachment> {
  const key = Secret.random();
  const hash = createHmac('sha256', namingKey(session.whole)).update(domain);
  const temporary = join(session.folder, 'attachments', `.${randomUUID()}${partial}`);
  let byteLength = 0;
  async function* chunks(): AsyncGenerator<Buffer> {
    for await (const chunk of plainChunks(source)) {
      signal.throwIfAborted();
      byteLength += chunk.length;
      if (byteLength > largestBytes) throw new AttachmentTooLarge();
      hash.update(chunk);
      onBytes(byteLength);
      yield chunk;
    }
  }
  try {
    await writeChunks(temporary, key, chunks());
    signal.throwIfAborted();
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  const storedName = hash.digest('hex');
  let isNew = false;
  return {
    byteLength,
    keep: (db) => {
      const known = db.get<{ id: AttachmentId }>(sql`SELECT id FROM attachments WHERE stored_name = ${storedName}`);
      isNew = known === undefined;
      const id = known?.id ?? ids.create<'attachment'>();
      if (!isNew) return id;
      db.run(sql`
        INSERT INTO attachments (id, stored_name, byte_length, compartments, created_at)
        VALUES (${id}, ${storedName}, ${byteLength}, 'clauses', ${clock.now()})`);
      db.run(sql`INSERT INTO clauses.attachment_shares (attachment_id, share) VALUES (${id}, ${key.expose()})`);
      return id;
    },
    place: () => {
      if (isNew) renameSync(temporary, join(session.folder, 'attachments', storedName));
    },
    discard: async () => {
      await rm(temporary, { force: true });
      key.wipe();
    },
  };
}

/** The plain chunks of a stored file, one in memory at a time. Throws DamagedAttachment. */
export async function* loadChunks(session: Session, id: AttachmentId): AsyncGenerator<Buffer> {
  const row = session.whole.get<{ fileName: string; share: Buffer }>(sql`
    SELECT coalesce(file_name, stored_name) AS fileName, share FROM main.attachments JOIN clauses.attachment_shares ON attachment_id = id WHERE id = ${id}`);
  assert(row !== undefined, 'a share of an attachment is missing');
  const key = new Secret(row.share);
  try {
    yield* readChunks(join(session.folder, 'attachments', row.fileName), key);
  } finally {
    key.wipe();
  }
}

/** Removes files that no row names any more: what was swept, and what an interrupted addition left. */
export async function removeUnnamedFiles(session: Session, isBusy: () => boolean): Promise<void> {
  const folder = join(session.folder, 'attachments');
  for (const name of await readdir(folder)) {
    if (isBusy()) return;
    const isNamed = session.whole.get(sql`SELECT 1 FROM attachments WHERE (stored_name = ${name} AND file_name IS NULL) OR file_name = ${name}`) !== undefined;
    if (!isNamed) await rm(join(folder, name), { force: true });
  }
}

const partial = '.part';
// Apart from the names of signed PDFs, which two compartments guard: the same bytes may lie here for one.
const domain = 'clauses\n';

function namingKey(db: Readable): Buffer {
  const key = readSetting(db, 'attachment_name_key');
  assert(key !== undefined, 'a vault without a naming key');
  return Buffer.from(key, 'hex');
}

async function* plainChunks(path: string): AsyncGenerator<Buffer> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const chunk = Buffer.alloc(chunkBytes);
      let filled = 0;
      for (let read = -1; read !== 0 && filled < chunkBytes; filled += read) {
        read = (await file.read(chunk, filled, chunkBytes - filled)).bytesRead;
      }
      if (filled > 0) yield chunk.subarray(0, filled);
      if (filled < chunkBytes) return;
    }
  } finally {
    await file.close();
  }
}
