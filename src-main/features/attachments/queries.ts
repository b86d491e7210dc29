import type { ContractAttachment, ContractAttachmentId, TextNote, TextState } from '#shared/features/attachments/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { indexedText } from '#shared/features/contracts/search-text.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** All statements here need the clauses compartment. */

export type StoredTextState = Exclude<TextState, 'running'>;

export interface AttachmentRow {
  readonly id: ContractAttachmentId;
  readonly row: number;
  readonly contractId: ContractId;
  readonly attachmentId: AttachmentId;
  readonly name: string;
  readonly byteLength: number;
  readonly textState: StoredTextState;
  readonly text: string | null;
}

/** The files of a contract that are not removed, the latest first. */
export function listAttachments(db: Readable, contractId: ContractId): readonly Omit<ContractAttachment, 'reading'>[] {
  return db.all<Omit<ContractAttachment, 'reading'>>(sql`
    SELECT file.id, file.name, byte_length AS byteLength, added_at AS addedAt, users.name AS addedBy, text_state AS textState, text_note AS textNote
    FROM clauses.contract_attachments AS file JOIN main.users ON users.id = added_by
    WHERE contract_id = ${contractId} AND removed_at IS NULL ORDER BY added_at DESC, file.row DESC`);
}

export function hasContract(db: Readable, id: ContractId): boolean {
  return db.get(sql`SELECT 1 FROM contracts WHERE id = ${id}`) !== undefined;
}

/** A file that is not removed. */
export function findAttachment(db: Readable, id: ContractAttachmentId): AttachmentRow | undefined {
  return db.get<AttachmentRow>(sql`SELECT ${columns} FROM clauses.contract_attachments WHERE id = ${id} AND removed_at IS NULL`);
}

/** The longest waiting file whose text was not read yet. */
export function nextUnread(db: Readable): AttachmentRow | undefined {
  return db.get<AttachmentRow>(sql`
    SELECT ${columns} FROM clauses.contract_attachments WHERE text_state = 'pending' AND removed_at IS NULL ORDER BY row LIMIT 1`);
}

export function insertAttachment(
  db: Writable,
  file: Pick<AttachmentRow, 'id' | 'contractId' | 'attachmentId' | 'name' | 'byteLength'> & { readonly addedAt: number; readonly addedBy: string },
): void {
  db.run(sql`
    INSERT INTO clauses.contract_attachments (id, contract_id, attachment_id, name, byte_length, added_at, added_by)
    VALUES (${file.id}, ${file.contractId}, ${file.attachmentId}, ${file.name}, ${file.byteLength}, ${file.addedAt}, ${file.addedBy})`);
  const added = findAttachment(db, file.id);
  if (added !== undefined) indexFile(db, added);
}

export function renameAttachment(db: Writable, file: AttachmentRow, name: string): void {
  db.run(sql`UPDATE clauses.contract_attachments SET name = ${name} WHERE id = ${file.id}`);
  indexFile(db, { ...file, name });
}

/** Takes a file from its contract and from search; it can be restored until it is swept. */
export function removeAttachment(db: Writable, { id, row }: AttachmentRow, at: number): void {
  db.run(sql`UPDATE clauses.contract_attachments SET removed_at = ${at} WHERE id = ${id}`);
  db.run(sql`DELETE FROM clauses.attachment_index WHERE rowid = ${row}`);
}

/** Puts a file back that was removed after `since`; gives its contract, undefined when there is none. */
export function restoreAttachment(db: Writable, id: ContractAttachmentId, since: number): ContractId | undefined {
  const file = db.get<AttachmentRow>(sql`
    UPDATE clauses.contract_attachments SET removed_at = NULL WHERE id = ${id} AND removed_at > ${since} RETURNING ${columns}`);
  if (file !== undefined) indexFile(db, file);
  return file?.contractId;
}

/** What reading a file gave, and why not more. */
export interface ReadingOutcome {
  readonly state: StoredTextState;
  readonly text: string | null;
  readonly note: TextNote | null;
}

/** Keeps what reading a file gave and lets search find it. */
export function keepText(db: Writable, { id }: AttachmentRow, { state, text, note }: ReadingOutcome): void {
  const kept = db.run(sql`UPDATE clauses.contract_attachments SET text_state = ${state}, text = ${text}, text_note = ${note} WHERE id = ${id}`);
  // It may have been renamed or removed while it was read.
  const file = kept > 0 ? findAttachment(db, id) : undefined;
  if (file !== undefined) indexFile(db, file);
}

/** Whether the index lacks a file's name. */
export function hasUnnamed(db: Readable): boolean {
  return db.get(sql`SELECT 1 FROM clauses.contract_attachments WHERE is_name_indexed = 0 AND removed_at IS NULL LIMIT 1`) !== undefined;
}

/** Takes files into the index whose name it lacks, of so many letters or one. */
export function indexUnnamed(db: Writable, letters: number): void {
  const rows = db.all<Pick<AttachmentRow, 'row'> & { readonly length: number }>(sql`
    SELECT row, length(name) + coalesce(length(text), 0) AS length FROM clauses.contract_attachments
    WHERE is_name_indexed = 0 AND removed_at IS NULL ORDER BY row LIMIT 50`);
  let [done, read] = [0, 0];
  for (const { row, length } of rows) {
    if (done > 0 && read + length > letters) break;
    const file = db.get<IndexedFile>(sql`SELECT row, name, text FROM clauses.contract_attachments WHERE row = ${row}`);
    if (file !== undefined) indexFile(db, file);
    done += 1;
    read += length;
  }
}

/** Files that nobody can have back: removed at `before` or earlier, or of a contract that is gone. */
export function listSweepable(db: Readable, before: number): readonly Pick<AttachmentRow, 'id' | 'row'>[] {
  return db.all(sql`
    SELECT id, row FROM clauses.contract_attachments
    WHERE removed_at <= ${before} OR contract_id NOT IN (SELECT id FROM main.contracts)`);
}

/** Forgets a file, and its bytes' key with the last that has them. */
export function sweepAttachment(db: Writable, { id, row }: Pick<AttachmentRow, 'id' | 'row'>): void {
  const file = db.get<{ attachment: string }>(sql`
    DELETE FROM clauses.contract_attachments WHERE id = ${id} RETURNING attachment_id AS attachment`);
  db.run(sql`DELETE FROM clauses.attachment_index WHERE rowid = ${row}`);
  if (file === undefined || db.get(sql`SELECT 1 FROM clauses.contract_attachments WHERE attachment_id = ${file.attachment}`)) return;
  db.run(sql`DELETE FROM clauses.attachment_shares WHERE attachment_id = ${file.attachment}`);
  db.run(sql`DELETE FROM main.attachments WHERE id = ${file.attachment}`);
}

const columns = sql`
  id, row, contract_id AS contractId, attachment_id AS attachmentId, name, byte_length AS byteLength,
  text_state AS textState, text`;

type IndexedFile = Pick<AttachmentRow, 'row' | 'name' | 'text'>;

function indexFile(db: Writable, { row, name, text }: IndexedFile): void {
  db.run(sql`DELETE FROM clauses.attachment_index WHERE rowid = ${row}`);
  db.run(sql`INSERT INTO clauses.attachment_index (rowid, text) VALUES (${row}, ${`${indexedText(name)} ${betweenNameAndText} ${indexedText(text ?? '')}`})`);
  db.run(sql`UPDATE clauses.contract_attachments SET is_name_indexed = 1 WHERE row = ${row}`);
}

/** A word that nobody types, so that no phrase reaches from the name into the text. */
const betweenNameAndText = '\uE000';
