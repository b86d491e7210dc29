import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { hmac, sha256 } from '../crypto/digest.ts';
import type { Secret } from '../crypto/secret.ts';
import type { Readable, Writable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';

/** What is written of a change: who did what to which thing when. Facts hold ids, hashes and counts only. */
export interface AuditEntry {
  readonly at: number;
  readonly actorId: string;
  readonly operation: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly facts: { readonly [name: string]: Json };
}

export interface AuditRow {
  readonly sequence: number;
  readonly at: number;
  readonly actor_id: string;
  readonly operation: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly facts: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** A place in the chain: how many events there are up to it, and the hash of the last of them. */
export interface AuditPlace {
  readonly sequence: number;
  readonly hash: string;
}

/** What stands before the first event. */
export const beginning = '0'.repeat(64);

/** Where the chain ends now: what a signed PDF and a backup quote, so that a log rewritten later is exposed. */
export function auditHead(db: Readable): AuditPlace {
  return db.get<AuditPlace>(sql`SELECT sequence, hash FROM audit_events ORDER BY sequence DESC LIMIT 1`) ?? { sequence: 0, hash: beginning };
}

/**
 * Adds an event behind the last one and gives its place: its hash covers the event and the hash of the one before. The
 * transaction that adds it must end with `sealAuditHead`.
 */
export function appendAuditEvent(db: Writable, entry: AuditEntry, last: AuditPlace): AuditPlace {
  const row = {
    sequence: last.sequence + 1,
    at: entry.at,
    actor_id: entry.actorId,
    operation: entry.operation,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    facts: canonicalJson(entry.facts),
    previous_hash: last.hash,
  };
  const hash = hashOfEvent(row);
  db.run(sql`
    INSERT INTO audit_events
      (sequence, at, actor_id, operation, subject_kind, subject_id, facts, previous_hash, hash)
    VALUES (${row.sequence}, ${row.at}, ${row.actor_id}, ${row.operation}, ${row.subject_kind},
      ${row.subject_id}, ${row.facts}, ${row.previous_hash}, ${hash})`);
  return { sequence: row.sequence, hash };
}

/** Writes down where the chain ends, vouched for by `key`. */
export function sealAuditHead(db: Writable, place: AuditPlace, key: Secret): void {
  const mac = headMac(place, key);
  db.run(sql`INSERT INTO audit_head (id, sequence, hash, mac) VALUES (1, ${place.sequence}, ${place.hash}, ${mac})
    ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, hash = excluded.hash, mac = excluded.mac`);
}

/** The end of the chain as it was written down, or null when nothing was. `isAuthentic`: by a holder of the key. */
export function readAuditHead(db: Readable, key: Secret): (AuditPlace & { readonly isAuthentic: boolean }) | null {
  const row = db.get<AuditPlace & { mac: string }>(sql`SELECT sequence, hash, mac FROM audit_head`);
  if (row === undefined) return null;
  return { sequence: row.sequence, hash: row.hash, isAuthentic: row.mac === headMac(row, key) };
}

/** The hash of an event: SHA-256 over its canonical JSON, the hash of the event before included. */
export function hashOfEvent({ sequence, at, actor_id, operation, subject_kind, subject_id, facts, previous_hash }: Omit<AuditRow, 'hash'>): string {
  return sha256(canonicalJson({ sequence, at, actor_id, operation, subject_kind, subject_id, facts, previous_hash }));
}

function headMac({ sequence, hash }: AuditPlace, key: Secret): string {
  return hmac(key, `${sequence} ${hash}`);
}
