import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContactId, PackId, PackKind } from '#shared/features/exchange/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { numberOrder } from '../../db/number-order.ts';
import { sql } from '../../db/sql.ts';

export interface SentRow {
  readonly id: PackId;
  readonly kind: PackKind;
  readonly contactId: ContactId;
  readonly sentAt: number;
  readonly sentBy: UserId;
  readonly hasAmounts: boolean;
  readonly contentSha256: string;
}

export function insertSent(db: Writable, row: SentRow, contracts: readonly ContractId[]): void {
  db.run(sql`
    INSERT INTO exchange_sent (id, kind, contact_id, sent_at, sent_by, has_amounts, content_sha256, answered_sequence)
    VALUES (${row.id}, ${row.kind}, ${row.contactId}, ${row.sentAt}, ${row.sentBy}, ${row.hasAmounts ? 1 : 0}, ${row.contentSha256}, 0)`);
  for (const id of new Set(contracts)) db.run(sql`INSERT INTO exchange_sent_contracts (pack_id, contract_id) VALUES (${row.id}, ${id})`);
}

export interface FoundSent {
  readonly kind: PackKind;
  readonly contactId: ContactId;
  readonly contentSha256: string;
  readonly answeredSequence: number;
}

export function findSent(db: Readable, id: PackId): FoundSent | undefined {
  return db.get<FoundSent>(sql`
    SELECT kind, contact_id AS contactId, content_sha256 AS contentSha256, answered_sequence AS answeredSequence FROM exchange_sent WHERE id = ${id}`);
}

/** What was sent, the latest first, at most 200. */
export function listSent(db: Readable): OutputOf<'exchange.sent'> {
  type Row = Omit<OutputOf<'exchange.sent'>[number], 'contracts' | 'hasAmounts'> & { readonly hasAmounts: number; readonly contracts: string };
  return db
    .all<Row>(sql`
      SELECT exchange_sent.id, kind, exchange_contacts.name AS contactName, sent_at AS sentAt, users.name AS sentByName, has_amounts AS hasAmounts,
        answered_sequence AS answers, answered_at AS answeredAt,
        (SELECT json_group_array(json_object('id', contracts.id, 'number', number, 'title', title))
          FROM exchange_sent_contracts JOIN contracts ON contracts.id = contract_id WHERE pack_id = exchange_sent.id) AS contracts
      FROM exchange_sent JOIN exchange_contacts ON exchange_contacts.id = contact_id JOIN users ON users.id = sent_by
      ORDER BY sent_at DESC LIMIT 200`)
    .map(({ contracts, hasAmounts, ...row }) => ({ ...row, hasAmounts: hasAmounts === 1, contracts: JSON.parse(contracts) as OutputOf<'exchange.sent'>[number]['contracts'] }));
}

export function setAnswered(db: Writable, id: PackId, sequence: number, at: number): void {
  db.run(sql`UPDATE exchange_sent SET answered_sequence = ${sequence}, answered_at = ${at} WHERE id = ${id}`);
}

export interface ReceivedRow {
  readonly packId: PackId;
  readonly kind: PackKind;
  readonly contactId: ContactId;
  readonly userId: UserId;
  readonly receivedAt: number;
  readonly contentSha256: string;
}

export function insertReceived(db: Writable, row: ReceivedRow): void {
  db.run(sql`
    INSERT INTO exchange_received (pack_id, kind, contact_id, user_id, received_at, content_sha256, sequence)
    VALUES (${row.packId}, ${row.kind}, ${row.contactId}, ${row.userId}, ${row.receivedAt}, ${row.contentSha256}, 0)`);
}

export interface FoundReceived extends ReceivedRow {
  readonly contactName: string;
  readonly sequence: number;
  readonly answeredAt: number | null;
}

/** A pack that was received by this person; nobody else could have opened it. */
export function findReceived(db: Readable, packId: PackId, userId: UserId): FoundReceived | undefined {
  return db.get<FoundReceived>(sql`${received} WHERE pack_id = ${packId} AND user_id = ${userId}`);
}

export function listReceived(db: Readable, userId: UserId): readonly FoundReceived[] {
  return db.all<FoundReceived>(sql`${received} WHERE user_id = ${userId} ORDER BY received_at DESC LIMIT 200`);
}

export function setReplied(db: Writable, packId: PackId, sequence: number, at: number): void {
  db.run(sql`UPDATE exchange_received SET sequence = ${sequence}, answered_at = ${at} WHERE pack_id = ${packId}`);
}

/** Whether a pack was taken already. */
export function isSeen(db: Readable, packId: PackId): boolean {
  return db.get(sql`SELECT 1 FROM exchange_seen WHERE pack_id = ${packId}`) !== undefined;
}

export function insertSeen(db: Writable, packId: PackId, kind: PackKind, contactId: ContactId, at: number): void {
  db.run(sql`INSERT INTO exchange_seen (pack_id, kind, contact_id, taken_at) VALUES (${packId}, ${kind}, ${contactId}, ${at})`);
}

/** Proofs that came back before: a later answer holds them again. */
export function isEvidenceKnown(db: Readable, remoteId: string): boolean {
  return db.get(sql`SELECT 1 FROM exchange_evidence WHERE remote_id = ${remoteId}`) !== undefined;
}

export function insertKnownEvidence(db: Writable, remoteId: string, packId: PackId, evidenceId: string): void {
  db.run(sql`INSERT INTO exchange_evidence (remote_id, pack_id, evidence_id) VALUES (${remoteId}, ${packId}, ${evidenceId})`);
}

/** JSON texts of a pack; the clauses compartment must be attached. */
export interface PackTexts {
  readonly content: string;
  readonly states: string;
  readonly evidence: string;
}

export function saveTexts(db: Writable, packId: PackId, { content, states, evidence }: PackTexts): void {
  db.run(sql`
    INSERT INTO clauses.exchange_texts (pack_id, content, states, evidence) VALUES (${packId}, ${content}, ${states}, ${evidence})
    ON CONFLICT (pack_id) DO UPDATE SET content = excluded.content, states = excluded.states, evidence = excluded.evidence`);
}

export function findTexts(db: Readable, packId: PackId): PackTexts | undefined {
  return db.get<PackTexts>(sql`SELECT content, states, evidence FROM clauses.exchange_texts WHERE pack_id = ${packId}`);
}

export interface PackFile {
  readonly part: string;
  readonly name: string;
  readonly attachmentId: AttachmentId;
}

export function insertFile(db: Writable, packId: PackId, { part, name, attachmentId }: PackFile): void {
  db.run(sql`INSERT INTO clauses.exchange_files (pack_id, part, name, attachment_id) VALUES (${packId}, ${part}, ${name}, ${attachmentId})`);
}

export function findFile(db: Readable, packId: PackId, part: string): PackFile | undefined {
  return db.get<PackFile>(sql`SELECT part, name, attachment_id AS attachmentId FROM clauses.exchange_files WHERE pack_id = ${packId} AND part = ${part}`);
}

export function deleteFile(db: Writable, packId: PackId, part: string): void {
  db.run(sql`DELETE FROM clauses.exchange_files WHERE pack_id = ${packId} AND part = ${part}`);
}

/** The finance compartment must be attached. */
export function saveAmounts(db: Writable, packId: PackId, amounts: string): void {
  db.run(sql`INSERT INTO finance.exchange_amounts (pack_id, amounts) VALUES (${packId}, ${amounts})`);
}

export function findAmounts(db: Readable, packId: PackId): string | null {
  return db.get<{ amounts: string }>(sql`SELECT amounts FROM finance.exchange_amounts WHERE pack_id = ${packId}`)?.amounts ?? null;
}

const received = sql`
  SELECT pack_id AS packId, kind, contact_id AS contactId, exchange_contacts.name AS contactName, user_id AS userId, received_at AS receivedAt,
    content_sha256 AS contentSha256, sequence, answered_at AS answeredAt
  FROM exchange_received JOIN exchange_contacts ON exchange_contacts.id = contact_id`;

/** The contracts that went out in a pack. */
export function contractsSent(db: Readable, packId: PackId): readonly { readonly id: ContractId; readonly number: string }[] {
  return db.all(sql`SELECT contracts.id, number FROM exchange_sent_contracts JOIN contracts ON contracts.id = contract_id WHERE pack_id = ${packId} ORDER BY ${numberOrder(sql`number`)}`);
}
