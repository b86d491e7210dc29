import type { AuditFilter } from '#shared/features/audit/model.ts';
import { byName } from '#shared/kernel/name-order.ts';
import type { Readable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

export interface EventRow {
  readonly sequence: number;
  readonly at: number;
  readonly actor_id: string;
  readonly actor_name: string | null;
  readonly operation: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly facts: string;
  readonly hash: string;
}

/** Events that a filter finds, the newest first, from below a running number. */
export function listEvents(db: Readable, filter: AuditFilter, before: number | null, limit: number): readonly EventRow[] {
  return db.all<EventRow>(sql`
    SELECT sequence, at, actor_id, users.name AS actor_name, operation, subject_kind, subject_id, facts, hash
    FROM audit_events LEFT JOIN users ON users.id = actor_id
    WHERE ${conditions(filter)} AND sequence < ${before ?? Number.MAX_SAFE_INTEGER}
    ORDER BY sequence DESC LIMIT ${limit}`);
}

export function countEvents(db: Readable, filter: AuditFilter): number {
  return db.get<{ count: number }>(sql`SELECT count(*) AS count FROM audit_events WHERE ${conditions(filter)}`)?.count ?? 0;
}

/** Everybody who left an event, by name. */
export function listActors(db: Readable): readonly { readonly id: string; readonly name: string }[] {
  const actors = db.all<{ id: string; name: string }>(sql`SELECT actor_id AS id, coalesce(users.name, '') AS name
    FROM (SELECT DISTINCT actor_id FROM audit_events) LEFT JOIN users ON users.id = actor_id`);
  return actors.toSorted((one, other) => byName(one.name, other.name));
}

/** The features and kinds of things that occur. */
export function listKinds(db: Readable): { readonly features: readonly string[]; readonly subjectKinds: readonly string[] } {
  const operations = db.all<{ operation: string }>(sql`SELECT DISTINCT operation FROM audit_events`);
  const kinds = db.all<{ kind: string }>(sql`SELECT DISTINCT subject_kind AS kind FROM audit_events ORDER BY kind`);
  return {
    features: [...new Set(operations.map(({ operation }) => operation.split('.')[0] ?? operation))].sort(),
    subjectKinds: kinds.map(({ kind }) => kind),
  };
}

/** What a contract or party is called by those who may read it. */
export function nameOfSubject(db: Readable, kind: string, id: string): string | null {
  if (kind === 'contract') return db.get<{ name: string }>(sql`SELECT number AS name FROM contracts WHERE id = ${id}`)?.name ?? null;
  if (kind === 'user') return db.get<{ name: string }>(sql`SELECT name FROM users WHERE id = ${id}`)?.name ?? null;
  if (kind !== 'party') return null;
  return db.get<{ name: string }>(sql`SELECT coalesce(nullif(name_zh, ''), name_en) AS name FROM parties WHERE id = ${id}`)?.name ?? null;
}

function conditions({ actorId, feature, from, until, subjectKind, subjectId }: AuditFilter): Sql {
  return sql`${actorId === undefined ? sql`TRUE` : sql`actor_id = ${actorId}`}
    AND ${feature === undefined ? sql`TRUE` : sql`operation >= ${`${feature}.`} AND operation < ${`${feature}/`}`}
    AND ${from === undefined ? sql`TRUE` : sql`at >= ${from}`}
    AND ${until === undefined ? sql`TRUE` : sql`at < ${until}`}
    AND ${subjectKind === undefined ? sql`TRUE` : sql`subject_kind = ${subjectKind}`}
    AND ${subjectId === undefined ? sql`TRUE` : sql`subject_id = ${subjectId}`}`;
}
