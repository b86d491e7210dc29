import type { ClauseContent, ClauseVersion, LibraryClause, LibraryClauseId } from '#shared/features/clauses/model.ts';
import { clauseContentSchema } from '#shared/features/clauses/model.ts';
import type { Requirement } from '#shared/features/clauses/requirements.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

interface ClauseRow {
  readonly id: LibraryClauseId;
  readonly content: string;
  readonly versionNumber: number;
  readonly changedAt: number;
  readonly changedByName: string;
  readonly retiredAt: number | null;
  readonly revision: number;
}

const clauses = sql`
  SELECT library_clauses.id, content, version_number AS versionNumber, changed_at AS changedAt, COALESCE(name, '') AS changedByName,
    retired_at AS retiredAt, revision
  FROM clauses.library_clauses
    JOIN clauses.library_clause_versions ON clause_id = library_clauses.id AND version_number = current_version
    LEFT JOIN main.users ON users.id = changed_by`;

// Content that was read before is the same object again, so that what is made of it once serves every question. It goes
// with the connection, so that a locked vault leaves no text behind.
const contents = new WeakMap<Readable, Map<string, ClauseContent>>();

/** Every clause in its present version, in the order in which they came. */
export function listClauses(db: Readable): readonly LibraryClause[] {
  const known = contents.get(db) ?? new Map<string, ClauseContent>();
  contents.set(db, known);
  return db.all<ClauseRow>(sql`${clauses} ORDER BY library_clauses.rowid`).map((row) => {
    const content = known.get(row.content) ?? clauseContentSchema.parse(JSON.parse(row.content));
    if (known.size > 2000) known.clear();
    known.set(row.content, content);
    return { ...row, content };
  });
}

export function findClause(db: Readable, id: LibraryClauseId): LibraryClause | undefined {
  const row = db.get<ClauseRow>(sql`${clauses} WHERE library_clauses.id = ${id}`);
  return row === undefined ? undefined : { ...row, content: clauseContentSchema.parse(JSON.parse(row.content)) };
}

/** The states of a clause that were kept, the latest first. */
export function listClauseVersions(db: Readable, id: LibraryClauseId): readonly ClauseVersion[] {
  return db
    .all<Omit<ClauseVersion, 'content'> & { content: string }>(sql`
      SELECT version_number AS versionNumber, content, note, changed_at AS changedAt, COALESCE(name, '') AS changedByName
      FROM clauses.library_clause_versions LEFT JOIN main.users ON users.id = changed_by WHERE clause_id = ${id} ORDER BY version_number DESC`)
    .map((row) => ({ ...row, content: clauseContentSchema.parse(JSON.parse(row.content)) }));
}

/** `seedKey`: of a shipped clause, so that it comes into a vault once; null for one's own. */
export function insertClause(db: Writable, id: LibraryClauseId, seedKey: string | null): void {
  db.run(sql`INSERT INTO clauses.library_clauses (id, seed_key, current_version, revision) VALUES (${id}, ${seedKey}, 1, 1)`);
}

export interface NewClauseVersion {
  readonly id: LibraryClauseId;
  readonly versionNumber: number;
  readonly content: ClauseContent;
  readonly note: string;
  readonly at: number;
  /** Null: it was shipped. */
  readonly by: UserId | null;
}

export function insertClauseVersion(db: Writable, { id, versionNumber, content, note, at, by }: NewClauseVersion): void {
  db.run(sql`
    INSERT INTO clauses.library_clause_versions (clause_id, version_number, content, note, changed_at, changed_by)
    VALUES (${id}, ${versionNumber}, ${JSON.stringify(content)}, ${note}, ${at}, ${by})`);
}

/** Points a clause at its newest version. */
export function advanceClause(db: Writable, id: LibraryClauseId, versionNumber: number): void {
  db.run(sql`UPDATE clauses.library_clauses SET current_version = ${versionNumber}, revision = revision + 1 WHERE id = ${id}`);
}

export function setRetired(db: Writable, id: LibraryClauseId, at: number | null): void {
  db.run(sql`UPDATE clauses.library_clauses SET retired_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export function listSeedKeys(db: Readable): ReadonlySet<string> {
  return new Set(db.all<{ key: string }>(sql`SELECT seed_key AS key FROM clauses.library_clauses WHERE seed_key IS NOT NULL`).map(({ key }) => key));
}

/** What the vault set itself; types without a line follow the house's matrix. */
export function listRequirements(db: Readable): readonly Requirement[] {
  return db
    .all<{ contractType: ContractType; categories: string }>(sql`SELECT contract_type AS contractType, categories FROM clause_requirements`)
    .map(({ contractType, categories }) => ({ contractType, categories: JSON.parse(categories) as Requirement['categories'] }));
}

export function saveRequirement(db: Writable, { contractType, categories }: Requirement): void {
  db.run(sql`
    INSERT INTO clause_requirements (contract_type, categories) VALUES (${contractType}, ${JSON.stringify(categories)})
    ON CONFLICT (contract_type) DO UPDATE SET categories = excluded.categories`);
}
