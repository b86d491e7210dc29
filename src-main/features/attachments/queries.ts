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
}

export function renameAttachment(db: Writable, id: ContractAttachmentId, name: string): void {
  db.run(sql`UPDATE clauses.contract_attachments SET name = ${name} WHERE id = ${id}`);
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
  if (file !== undefined) indexText(db, file.row, file.text);
  return file?.contractId;
}

/** What reading a file gave, and why not more. */
export interface ReadingOutcome {
  readonly state: StoredTextState;
  readonly text: string | null;
  readonly note: TextNote | null;
}

/** Keeps what reading a file gave and lets search find it. */
export function keepText(db: Writable, { id, row }: AttachmentRow, { state, text, note }: ReadingOutcome): void {
  const kept = db.run(sql`UPDATE clauses.contract_attachments SET text_state = ${state}, text = ${text}, text_note = ${note} WHERE id = ${id}`);
  const isShown = kept > 0 && findAttachment(db, id) !== undefined;
  if (isShown) indexText(db, row, text);
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

function indexText(db: Writable, row: number, text: string | null): void {
  db.run(sql`DELETE FROM clauses.attachment_index WHERE rowid = ${row}`);
  if (text !== null) db.run(sql`INSERT INTO clauses.attachment_index (rowid, text) VALUES (${row}, ${indexedText(text)})`);
}
