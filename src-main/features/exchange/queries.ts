import type { Contact, ContactId, PublicKeys } from '#shared/features/exchange/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { byName } from '#shared/kernel/name-order.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface IdentityRow {
  readonly signing_key: string;
  readonly age_recipient: string;
  readonly fingerprint: string;
  readonly sealed_keys: Buffer;
  readonly created_at: number;
}

export function findIdentity(db: Readable, userId: UserId): IdentityRow | undefined {
  return db.get<IdentityRow>(sql`SELECT signing_key, age_recipient, fingerprint, sealed_keys, created_at FROM exchange_identities WHERE user_id = ${userId}`);
}

/** Puts an identity in the place of the one before: packs sealed for that one open no more. */
export function saveIdentity(db: Writable, userId: UserId, row: IdentityRow): void {
  db.run(sql`DELETE FROM exchange_identities WHERE user_id = ${userId}`);
  db.run(sql`
    INSERT INTO exchange_identities (user_id, signing_key, age_recipient, fingerprint, sealed_keys, created_at)
    VALUES (${userId}, ${row.signing_key}, ${row.age_recipient}, ${row.fingerprint}, ${row.sealed_keys}, ${row.created_at})`);
}

export interface ContactRow extends Contact {
  readonly signingKey: string;
  readonly ageRecipient: string;
  readonly removedAt: number | null;
}

const contacts = sql`
  SELECT exchange_contacts.id, exchange_contacts.name, signing_key AS signingKey, age_recipient AS ageRecipient, fingerprint, member_id AS memberId,
    coalesce(member.name, '') AS memberName, added_at AS addedAt, adder.name AS addedByName, confirmed_at AS confirmedAt,
    coalesce(confirmer.name, '') AS confirmedByName, removed_at AS removedAt
  FROM exchange_contacts JOIN users AS adder ON adder.id = added_by
    LEFT JOIN users AS member ON member.id = member_id LEFT JOIN users AS confirmer ON confirmer.id = confirmed_by`;

/** The contacts that were not removed, by name. */
export function listContacts(db: Readable): readonly ContactRow[] {
  return db.all<ContactRow>(sql`${contacts} WHERE removed_at IS NULL ORDER BY exchange_contacts.id`).toSorted((one, other) => byName(one.name, other.name));
}

export function findContact(db: Readable, id: ContactId): ContactRow | undefined {
  return db.get<ContactRow>(sql`${contacts} WHERE exchange_contacts.id = ${id} AND removed_at IS NULL`);
}

/** A contact by its keys, one that was removed included. */
export function findContactByFingerprint(db: Readable, fingerprint: string): ContactRow | undefined {
  return db.get<ContactRow>(sql`${contacts} WHERE fingerprint = ${fingerprint}`);
}

/** Whether a key belongs to another contact already: with another key of the same pair, it would be a mixed card. */
export function isSigningKeyKnown(db: Readable, signingKey: string): boolean {
  return db.get(sql`SELECT 1 FROM exchange_contacts WHERE signing_key = ${signingKey}`) !== undefined;
}

export function insertContact(db: Writable, row: { readonly id: ContactId; readonly name: string; readonly keys: PublicKeys; readonly fingerprint: string; readonly at: number; readonly by: UserId }): void {
  db.run(sql`
    INSERT INTO exchange_contacts (id, name, signing_key, age_recipient, fingerprint, added_at, added_by)
    VALUES (${row.id}, ${row.name}, ${row.keys.signingKey}, ${row.keys.ageRecipient}, ${row.fingerprint}, ${row.at}, ${row.by})`);
}

/** Takes a removed contact back in, as if it were new: its fingerprint is to be compared again. */
export function reviveContact(db: Writable, id: ContactId, name: string, at: number, by: UserId): void {
  db.run(sql`
    UPDATE exchange_contacts SET name = ${name}, added_at = ${at}, added_by = ${by}, confirmed_at = NULL, confirmed_by = NULL, member_id = NULL, removed_at = NULL
    WHERE id = ${id}`);
}

export function confirmContact(db: Writable, id: ContactId, at: number, by: UserId): void {
  db.run(sql`UPDATE exchange_contacts SET confirmed_at = ${at}, confirmed_by = ${by} WHERE id = ${id}`);
}

export function linkContact(db: Writable, id: ContactId, memberId: UserId | null): void {
  db.run(sql`UPDATE exchange_contacts SET member_id = ${memberId} WHERE id = ${id}`);
}

export function removeContact(db: Writable, id: ContactId, at: number): void {
  db.run(sql`UPDATE exchange_contacts SET removed_at = ${at}, member_id = NULL WHERE id = ${id}`);
}
