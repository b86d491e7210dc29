import { canonicalJson, type Json } from '#shared/kernel/canonical-json.ts';
import { sha256 } from '../crypto/digest.ts';
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

interface AuditRow {
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

const beginning = '0'.repeat(64);

/** Adds an event to the chain: its hash covers the event and the hash of the one before. */
export function appendAuditEvent(db: Writable, entry: AuditEntry): void {
  const last = db.get<{ sequence: number; hash: string }>(
    sql`SELECT sequence, hash FROM audit_events ORDER BY sequence DESC LIMIT 1`,
  );
  const row = {
    sequence: (last?.sequence ?? 0) + 1,
    at: entry.at,
    actor_id: entry.actorId,
    operation: entry.operation,
    subject_kind: entry.subjectKind,
    subject_id: entry.subjectId,
    facts: canonicalJson(entry.facts),
    previous_hash: last?.hash ?? beginning,
  };
  db.run(sql`
    INSERT INTO audit_events
      (sequence, at, actor_id, operation, subject_kind, subject_id, facts, previous_hash, hash)
    VALUES (${row.sequence}, ${row.at}, ${row.actor_id}, ${row.operation}, ${row.subject_kind},
      ${row.subject_id}, ${row.facts}, ${row.previous_hash}, ${hashOf(row)})`);
}

export interface AuditCheck {
  readonly events: number;
  /** Hash of the newest event; 64 zeros for an empty chain. */
  readonly head: string;
  /** Sequence number of the first event that does not fit, or null when the chain is whole. */
  readonly firstBroken: number | null;
}

/** Walks the whole chain and finds the first event that was changed, removed or put elsewhere. */
export function checkAuditChain(db: Readable): AuditCheck {
  const rows = db.all<AuditRow>(sql`SELECT * FROM audit_events ORDER BY sequence`);
  let head = beginning;
  for (const [index, { hash, ...row }] of rows.entries()) {
    if (row.sequence !== index + 1 || row.previous_hash !== head || hash !== hashOf(row)) {
      return { events: rows.length, head, firstBroken: row.sequence };
    }
    head = hash;
  }
  return { events: rows.length, head, firstBroken: null };
}

function hashOf(row: Omit<AuditRow, 'hash'>): string {
  return sha256(canonicalJson(row));
}
