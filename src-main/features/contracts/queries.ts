import type { ContractId, ContractLanguage, ContractVersionId, Stage } from '#shared/features/contracts/model.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ContractType, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Money } from '#shared/kernel/money.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { containing, sql, type Sql } from '../../db/sql.ts';

export interface ContractRow {
  readonly id: ContractId;
  readonly number: string;
  readonly title: string;
  readonly contract_type: ContractType;
  readonly language: ContractLanguage;
  readonly stage: Stage;
  readonly template_version_id: TemplateVersionId;
  readonly owner_id: UserId;
  readonly effective_on: Day | null;
  readonly version_number: number;
  readonly exported_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly revision: number;
  /** Names of the parties in their order, as a JSON list. */
  readonly party_names: string;
}

export interface ContractPage {
  readonly search: string;
  readonly sort: 'updated' | 'number' | 'title';
  readonly offset: number;
  readonly limit: number;
}

const withNames = sql`
  SELECT contracts.*, (
    SELECT json_group_array(CASE WHEN name_zh = '' THEN name_en ELSE name_zh END)
    FROM (SELECT name_zh, name_en FROM contract_parties JOIN parties ON parties.id = party_id
      WHERE contract_id = contracts.id ORDER BY position)
  ) AS party_names
  FROM contracts`;

const orders: Readonly<Record<ContractPage['sort'], Sql>> = {
  updated: sql`updated_at DESC, id`,
  number: sql`number DESC`,
  title: sql`title, id`,
};

export function listContracts(db: Readable, page: ContractPage): ContractRow[] {
  return db.all<ContractRow>(sql`
    ${withNames} WHERE ${matching(page.search)} ORDER BY ${orders[page.sort]}
    LIMIT ${page.limit} OFFSET ${page.offset}`);
}

export function countContracts(db: Readable, search: string): number {
  return db.get<{ total: number }>(sql`SELECT count(*) AS total FROM contracts WHERE ${matching(search)}`)?.total ?? 0;
}

export function findContract(db: Readable, id: ContractId): ContractRow | undefined {
  return db.get<ContractRow>(sql`${withNames} WHERE contracts.id = ${id}`);
}

export function findTotal(db: Readable, id: ContractId): Money | undefined {
  return db.get<Money>(sql`SELECT minor, currency FROM finance.contract_totals WHERE contract_id = ${id}`);
}

export function findChosenParties(db: Readable, id: ContractId): { variable_key: string; party_id: PartyId }[] {
  return db.all(sql`SELECT variable_key, party_id FROM contract_parties WHERE contract_id = ${id} ORDER BY position`);
}

export interface VersionRow {
  readonly id: ContractVersionId;
  readonly version_number: number;
  readonly content_hash: string;
  readonly created_at: number;
  readonly created_by: UserId;
  readonly created_by_name: string;
}

/** The versions of a contract, the newest first. */
export function listVersions(db: Readable, id: ContractId): VersionRow[] {
  return db.all<VersionRow>(sql`
    SELECT contract_versions.id, version_number, content_hash, contract_versions.created_at, created_by,
      users.name AS created_by_name
    FROM contract_versions JOIN users ON users.id = created_by
    WHERE contract_id = ${id} ORDER BY version_number DESC`);
}

/** JSON texts of a version's body and of what was entered; the clauses compartment must be attached. */
export function findText(db: Readable, id: ContractVersionId): { body: string; entered: string } | undefined {
  return db.get(sql`
    SELECT body, entered FROM clauses.contract_texts
    JOIN clauses.contract_bodies ON digest = body_digest WHERE version_id = ${id}`);
}

/** JSON text of a version's amounts and the salt of their commitment; the finance compartment must be attached. */
export function findAmounts(db: Readable, id: ContractVersionId): { amounts: string; salt: string } | undefined {
  return db.get(sql`SELECT amounts, salt FROM finance.contract_amounts WHERE version_id = ${id}`);
}

/** The next value of a number series, from 1; each is given once. */
export function takeNextInSeries(db: Writable, series: string): number {
  const row = db.get<{ last: number }>(sql`
    INSERT INTO number_counters (series, last) VALUES (${series}, 1)
    ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last`);
  return row?.last ?? 1;
}

export function lastInSeries(db: Readable, series: string): number {
  return db.get<{ last: number }>(sql`SELECT last FROM number_counters WHERE series = ${series}`)?.last ?? 0;
}

export function isNumberTaken(db: Readable, number: string): boolean {
  return db.get(sql`SELECT 1 FROM contracts WHERE number = ${number}`) !== undefined;
}

export type NewContract = Omit<ContractRow, 'party_names' | 'exported_at' | 'revision' | 'updated_at'>;

export function insertContract(db: Writable, row: NewContract): void {
  db.run(sql`
    INSERT INTO contracts (id, number, title, contract_type, language, stage, template_version_id, owner_id,
      effective_on, version_number, created_at, updated_at, revision)
    VALUES (${row.id}, ${row.number}, ${row.title}, ${row.contract_type}, ${row.language}, ${row.stage},
      ${row.template_version_id}, ${row.owner_id}, ${row.effective_on}, ${row.version_number}, ${row.created_at},
      ${row.created_at}, 1)`);
}

export interface ContractChange {
  readonly title: string;
  readonly language: ContractLanguage;
  readonly effectiveOn: Day | null;
  readonly versionNumber: number;
  readonly at: number;
}

export function updateContract(db: Writable, id: ContractId, change: ContractChange): void {
  db.run(sql`
    UPDATE contracts SET title = ${change.title}, language = ${change.language}, effective_on = ${change.effectiveOn},
      version_number = ${change.versionNumber}, updated_at = ${change.at}, revision = revision + 1 WHERE id = ${id}`);
}

export function replaceChosenParties(db: Writable, id: ContractId, chosen: readonly (readonly [string, PartyId])[]): void {
  db.run(sql`DELETE FROM contract_parties WHERE contract_id = ${id}`);
  chosen.forEach(([key, partyId], position) =>
    db.run(sql`
      INSERT INTO contract_parties (contract_id, position, variable_key, party_id)
      VALUES (${id}, ${position}, ${key}, ${partyId})`),
  );
}

export interface NewVersion {
  readonly id: ContractVersionId;
  readonly contractId: ContractId;
  readonly versionNumber: number;
  readonly contentHash: string;
  readonly at: number;
  readonly by: UserId;
  readonly bodyDigest: string;
  readonly body: string;
  readonly entered: string;
  readonly amounts: string;
  readonly salt: string;
}

/** Writes a version over all three compartments. A body that another version has already is stored once. */
export function insertVersion(db: Writable, version: NewVersion): void {
  db.run(sql`
    INSERT INTO contract_versions (id, contract_id, version_number, content_hash, created_at, created_by)
    VALUES (${version.id}, ${version.contractId}, ${version.versionNumber}, ${version.contentHash}, ${version.at},
      ${version.by})`);
  const stored = db.get(sql`SELECT 1 FROM clauses.contract_bodies WHERE digest = ${version.bodyDigest}`);
  if (stored === undefined) {
    db.run(sql`INSERT INTO clauses.contract_bodies (digest, body) VALUES (${version.bodyDigest}, ${version.body})`);
  }
  db.run(sql`
    INSERT INTO clauses.contract_texts (version_id, body_digest, entered)
    VALUES (${version.id}, ${version.bodyDigest}, ${version.entered})`);
  db.run(sql`
    INSERT INTO finance.contract_amounts (version_id, amounts, salt)
    VALUES (${version.id}, ${version.amounts}, ${version.salt})`);
}

export function saveTotal(db: Writable, id: ContractId, total: Money | null): void {
  db.run(sql`DELETE FROM finance.contract_totals WHERE contract_id = ${id}`);
  if (total === null) return;
  db.run(sql`
    INSERT INTO finance.contract_totals (contract_id, minor, currency) VALUES (${id}, ${total.minor}, ${total.currency})`);
}

function matching(search: string): Sql {
  const text = search.trim();
  if (text === '') return sql`1`;
  const pattern = containing(text);
  return sql`(number LIKE ${pattern} ESCAPE '\\' OR title LIKE ${pattern} ESCAPE '\\' OR contracts.id IN (
    SELECT contract_id FROM contract_parties JOIN parties ON parties.id = party_id
    WHERE name_zh LIKE ${pattern} ESCAPE '\\' OR name_en LIKE ${pattern} ESCAPE '\\'))`;
}
