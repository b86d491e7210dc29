import { randomBytes, randomUUID } from 'node:crypto';
import { renameSync } from 'node:fs';
import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Secret } from '../crypto/secret.ts';
import { sql } from '../db/sql.ts';
import { flushFolder } from '../files/atomic-file.ts';
import { isMissing } from '../files/file-errors.ts';
import { pause } from '../scheduler/slices.ts';
import type { Session } from '../vault/session.ts';
import { combineShares, openSealed, readShare, sealWhole, type AttachmentId, type Guard } from './attachment-store.ts';
import { DamagedAttachment, isChunkedFile, readChunks, writeChunks } from './chunked-file.ts';

export interface OldKeyed {
  readonly id: AttachmentId;
  readonly fileName: string;
  readonly guards: readonly Guard[];
}

/** The stored files that the person's keys open and whose own keys are not younger than a moment (epoch ms). */
export function listOldKeyed(session: Session, before: number): readonly OldKeyed[] {
  return session.whole
    .all<{ id: AttachmentId; fileName: string; compartments: string }>(sql`
      SELECT id, coalesce(file_name, stored_name) AS fileName, compartments FROM attachments
      WHERE max(created_at, coalesce(rekeyed_at, 0)) < ${before} ORDER BY id`)
    .map(({ id, fileName, compartments }) => ({ id, fileName, guards: compartments.split(' ') as Guard[] }))
    .filter(({ guards }) => guards.every((guard) => session.holds(guard)));
}

/**
 * Encrypts a stored file anew under a fresh key. The new file lies beside the old one until one transaction names it and
 * its key's shares: a kill at any point leaves a row that opens its file. The file that is named no more is swept when the
 * vault is opened next, so that a backup that is being taken still finds it. A damaged or missing file stays as it is.
 */
export async function rekeyAttachment(session: Session, { id, fileName, guards }: OldKeyed, at: number, signal: AbortSignal): Promise<void> {
  const folder = join(session.folder, 'attachments');
  const [from, temporary] = [join(folder, fileName), join(folder, `.${randomUUID()}.part`)];
  const shares = guards.map(() => Secret.random());
  const [old, fresh] = [combineShares(guards.map((guard) => readShare(session, session.whole, guard, id))), combineShares(shares)];
  try {
    await copyUnder({ from, to: temporary, old, fresh, signal });
    const name = `${fileName.slice(0, digestLength)}k${randomBytes(6).toString('hex')}`;
    session.derive((db) => {
      const isThere = db.run(sql`UPDATE attachments SET file_name = ${name}, rekeyed_at = ${at} WHERE id = ${id} AND coalesce(file_name, stored_name) = ${fileName}`) === 1;
      if (!isThere) return;
      guards.forEach((guard, index) => {
        const share = shares[index]?.expose() ?? Buffer.alloc(0);
        db.run(guard === 'clauses' ? sql`UPDATE clauses.attachment_shares SET share = ${share} WHERE attachment_id = ${id}` : sql`UPDATE finance.attachment_shares SET share = ${share} WHERE attachment_id = ${id}`);
      });
      // Before the transaction ends: a row without its file would be a loss, a file without its row is only waste.
      renameSync(temporary, join(folder, name));
      flushFolder(folder);
    });
  } catch (error) {
    if (!(error instanceof DamagedAttachment) && !isMissing(error)) throw error;
  } finally {
    await rm(temporary, { force: true });
    for (const secret of [old, fresh, ...shares]) secret.wipe();
  }
}

/** A keyed SHA-256 in hexadecimal digits. */
const digestLength = 64;

interface Copy {
  readonly from: string;
  readonly to: string;
  readonly old: Secret;
  readonly fresh: Secret;
  readonly signal: AbortSignal;
}

async function copyUnder({ from, to, old, fresh, signal }: Copy): Promise<void> {
  if (await isChunkedFile(from)) {
    await writeChunks(to, fresh, stoppable(readChunks(from, old), signal));
    return;
  }
  const plain = openSealed(old, await readFile(from));
  if (plain === null) throw new DamagedAttachment();
  const file = await open(to, 'wx', 0o600);
  try {
    await file.writeFile(sealWhole(fresh, plain));
    await file.sync();
  } finally {
    await file.close();
    plain.fill(0);
  }
}

async function* stoppable(chunks: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    signal.throwIfAborted();
    yield chunk;
    await pause();
  }
}
