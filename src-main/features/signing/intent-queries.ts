import type { Id } from '#shared/kernel/ids.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export type IntentId = Id<'exportIntent'>;

/** A file on its way out of the vault. */
export interface Intent {
  readonly id: IntentId;
  /** Where it is to stand. */
  readonly path: string;
  /** Where it is written first. */
  readonly stagedPath: string;
  /** SHA-256 of the bytes that are written, which are not those of the vault's copy where a password protects them. */
  readonly pdfSha256: string;
  readonly begunAt: number;
  /** Null until the record of the export was made. */
  readonly recordedAt: number | null;
  /** The vault's copy of the very bytes; null where it holds none. */
  readonly attachmentId: AttachmentId | null;
}

export function insertIntent(db: Writable, { id, path, stagedPath, pdfSha256, begunAt }: Omit<Intent, 'recordedAt' | 'attachmentId'>): void {
  db.run(sql`INSERT INTO export_intents (id, path, staged_path, pdf_sha256, begun_at) VALUES (${id}, ${path}, ${stagedPath}, ${pdfSha256}, ${begunAt})`);
}

/** Within the transaction that records the export: from its end on, the file belongs into its place. */
export function markRecorded(db: Writable, id: IntentId, at: number, attachmentId: AttachmentId | null): void {
  db.run(sql`UPDATE export_intents SET recorded_at = ${at}, attachment_id = ${attachmentId} WHERE id = ${id}`);
}

export function deleteIntent(db: Writable, id: IntentId): void {
  db.run(sql`DELETE FROM export_intents WHERE id = ${id}`);
}

/** Exports that were cut short, the oldest first. */
export function listIntents(db: Readable): readonly Intent[] {
  return db.all<Intent>(sql`
    SELECT id, path, staged_path AS stagedPath, pdf_sha256 AS pdfSha256, begun_at AS begunAt, recorded_at AS recordedAt, attachment_id AS attachmentId
    FROM export_intents ORDER BY begun_at`);
}
