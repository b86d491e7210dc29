import type { FollowState } from '../../audit/audit-follower.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import type { Store } from './stores.ts';

export function findSource(db: Readable, { sources }: Store, name: string): FollowState | undefined {
  return db.get<FollowState>(sql`SELECT scanned_to AS scannedTo, audit_sequence AS auditSequence FROM ${sources} WHERE name = ${name}`);
}

export function saveSource(db: Writable, { sources }: Store, name: string, { scannedTo, auditSequence }: FollowState): void {
  db.run(sql`
    INSERT INTO ${sources} (name, scanned_to, audit_sequence) VALUES (${name}, ${scannedTo}, ${auditSequence})
    ON CONFLICT (name) DO UPDATE SET scanned_to = excluded.scanned_to, audit_sequence = excluded.audit_sequence`);
}
