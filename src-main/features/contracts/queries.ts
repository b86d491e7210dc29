import type { ContractId, ContractLanguage, ContractVersionId, RoundSide, VersionSource } from '#shared/features/contracts/model.ts';
import type { Confidentiality, Direction, RecordKind, RenewalType } from '#shared/features/contracts/record.ts';
import { withoutTax } from '#shared/features/contracts/record-rules.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ContractType, TemplateVersionId } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Money } from '#shared/kernel/money.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { nameKey, ownNameKey } from '../../db/name-order.ts';
import { standingParty } from '../../db/merged-parties.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';

export interface ContractRow {
  readonly id: ContractId;
  readonly number: string;
  readonly title: string;
  readonly contract_type: ContractType;
  readonly language: ContractLanguage;
  readonly stage: Stage;
  readonly template_version_id: TemplateVersionId | null;
  readonly owner_id: UserId;
  readonly owner_name: string;
  readonly department: string;
  readonly confidentiality: Confidentiality;
  readonly record_kind: RecordKind;
  readonly parent_id: ContractId | null;
  readonly superseded_by: ContractId | null;
  readonly direction: Direction;
  readonly signed_on: Day | null;
  readonly effective_on: Day | null;
  readonly expires_on: Day | null;
  readonly renewal_type: RenewalType;
  /** RecordDetails as JSON. */
  readonly details: string;
  readonly version_number: number;
  readonly exported_at: number | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly revision: number;
  readonly archived_at: number | null;
  /** Empty where the contract has none. */
  readonly term_end_on: Day | '';
  readonly notice_deadline_on: Day | '';
  /** Names of the parties in their order, as a JSON list. */
  readonly party_names: string;
  /** A JSON list. */
  readonly tags: string;
}

/** The two tables of a row in the order in which they are walked: a list that is sorted by its dates begins with them. */
export const contractsFirst = sql`contracts CROSS JOIN contract_dates ON contract_dates.contract_id = contracts.id`;
export const datesFirst = sql`contract_dates CROSS JOIN contracts ON contracts.id = contract_dates.contract_id`;

/** The rows of contracts with what a list shows beside their own columns, the parties by their names in the contract's language; `extra` are further columns. */
export function withNames(extra: Sql = sql``, from: Sql = contractsFirst): Sql {
  return sql`
    SELECT contracts.*, term_end_on, notice_deadline_on, (
      SELECT json_group_array(CASE WHEN name_zh = '' OR (contracts.language = 'en' AND name_en <> '') THEN name_en ELSE name_zh END)
      FROM (SELECT name_zh, name_en FROM contract_parties JOIN parties ON parties.id = party_id
        WHERE contract_id = contracts.id ORDER BY position)
    ) AS party_names, (
      SELECT json_group_array(tag) FROM (SELECT tag FROM contract_tags WHERE contract_id = contracts.id)
    ) AS tags${extra}
    FROM ${from}`;
}

export function findContract(db: Readable, id: ContractId): ContractRow | undefined {
  return db.get<ContractRow>(sql`${withNames()} WHERE contracts.id = ${id}`);
}

/** Contracts in the order of their ids; one that is not there is left out. */
export function findContracts(db: Readable, ids: readonly ContractId[]): readonly ContractRow[] {
  const rows = db.all<ContractRow>(sql`${withNames()} WHERE contracts.id IN ${listed(ids)}`);
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => rowById.get(id) ?? []);
}

/** The sums of contracts by their ids; the finance compartment must be attached. */
export function findTotals(db: Readable, ids: readonly ContractId[]): ReadonlyMap<ContractId, Money> {
  const rows = db.all<Money & { readonly id: ContractId }>(sql`
    SELECT contract_id AS id, minor, currency FROM finance.contract_totals WHERE contract_id IN ${listed(ids)}`);
  return new Map(rows.map(({ id, minor, currency }) => [id, { minor, currency }]));
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
  readonly label: string;
  readonly round_from: RoundSide;
  readonly source: VersionSource;
}

/** The versions of a contract, the newest first. */
export function listVersions(db: Readable, id: ContractId): VersionRow[] {
  return db.all<VersionRow>(sql`
    SELECT contract_versions.id, version_number, content_hash, contract_versions.created_at, created_by,
      users.name AS created_by_name, label, round_from, source
    FROM contract_versions JOIN users ON users.id = created_by
    WHERE contract_id = ${id} ORDER BY version_number DESC`);
}

/** JSON texts of a version's body and of what was entered; the clauses compartment must be attached. */
export function findText(db: Readable, id: ContractVersionId): { digest: string; body: string; entered: string } | undefined {
  return db.get(sql`
    SELECT digest, body, entered FROM clauses.contract_texts
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

/** The contract of a number, or null. */
export function findIdByNumber(db: Readable, number: string): ContractId | null {
  return db.get<{ id: ContractId }>(sql`SELECT id FROM contracts WHERE number = ${number}`)?.id ?? null;
}

export function isNumberTaken(db: Readable, number: string): boolean {
  return db.get(sql`SELECT 1 FROM contracts WHERE number = ${number}`) !== undefined;
}

export interface NewContract {
  readonly id: ContractId;
  readonly number: string;
  readonly title: string;
  readonly contractType: ContractType;
  readonly language: ContractLanguage;
  readonly stage: Stage;
  readonly templateVersionId: TemplateVersionId | null;
  readonly ownerId: UserId;
  readonly ownerName: string;
  readonly effectiveOn: Day | null;
  readonly direction: Direction;
  readonly versionNumber: number;
  readonly at: number;
}

/** Adds the contract, without any term yet; the rest of the record is written by `updateRecord`. */
export function insertContract(db: Writable, row: NewContract): void {
  db.run(sql`
    INSERT INTO contracts (id, number, title, contract_type, language, stage, template_version_id, owner_id, owner_name,
      effective_on, direction, version_number, created_at, updated_at, revision, title_key, owner_key, department_key)
    VALUES (${row.id}, ${row.number}, ${row.title}, ${row.contractType}, ${row.language}, ${row.stage},
      ${row.templateVersionId}, ${row.ownerId}, ${row.ownerName}, ${row.effectiveOn}, ${row.direction}, ${row.versionNumber}, ${row.at},
      ${row.at}, 1, ${nameKey(row.title)}, ${ownNameKey(row.ownerName)}, '')`);
  db.run(sql`INSERT INTO contract_dates (contract_id, term_end_on, notice_deadline_on, safe_send_on, valid_through, is_watched) VALUES (${row.id}, '', '', '', '9999-12-31', ${row.stage === 'signed' ? 1 : 0})`);
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
    UPDATE contracts SET title = ${change.title}, title_key = iif(title_key IS NULL, NULL, ${nameKey(change.title)}),
      language = ${change.language}, effective_on = ${change.effectiveOn}, version_number = ${change.versionNumber}, updated_at = ${change.at}, revision = revision + 1 WHERE id = ${id}`);
}

/** Writes the parties that a text names. What the record says beside it stays: the role of who stands in a blank, and who signs for a party. */
export function replaceChosenParties(db: Writable, id: ContractId, chosen: readonly (readonly [string, PartyId])[]): void {
  const former = db.all<{ readonly key: string; readonly partyId: PartyId; readonly role: string; readonly signatory: string }>(sql`
    SELECT variable_key AS key, party_id AS partyId, role, signatory FROM contract_parties WHERE contract_id = ${id}`);
  db.run(sql`DELETE FROM contract_parties WHERE contract_id = ${id}`);
  // A version of long ago may name a party that has no record any more: the text keeps its name.
  const standing = chosen.flatMap(([key, partyId]) => {
    const present = standingParty(db, partyId);
    return present === null ? [] : [{ key, present }];
  });
  standing.forEach(({ key, present }, position) => {
    const [inBlank, asBefore] = [former.find((line) => line.key === key), former.find((line) => line.partyId === present)];
    db.run(sql`
      INSERT INTO contract_parties (contract_id, position, variable_key, party_id, role, signatory)
      VALUES (${id}, ${position}, ${key}, ${present}, ${inBlank?.role ?? ''}, ${asBefore?.signatory ?? ''})`);
  });
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
  /** What tells a round of a negotiation from a text that was filled in here, its default. */
  readonly round?: VersionRound;
}

export interface VersionRound {
  readonly label: string;
  readonly roundFrom: RoundSide;
  readonly source: VersionSource;
}

const filledInHere: VersionRound = { label: '', roundFrom: 'us', source: 'form' };

/** Writes a version over all three compartments. A body that another version has already is stored once. */
export function insertVersion(db: Writable, version: NewVersion): void {
  const { label, roundFrom, source } = version.round ?? filledInHere;
  db.run(sql`
    INSERT INTO contract_versions (id, contract_id, version_number, content_hash, created_at, created_by, label,
      round_from, source)
    VALUES (${version.id}, ${version.contractId}, ${version.versionNumber}, ${version.contentHash}, ${version.at},
      ${version.by}, ${label}, ${roundFrom}, ${source})`);
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

/**
 * Notes what the text says is the sum; what else is known of the sum stays. The sum without tax follows from another one and the
 * rate, and is not known without a rate.
 */
export function saveTotal(db: Writable, id: ContractId, total: Money | null): void {
  if (total === null) return void db.run(sql`DELETE FROM finance.contract_totals WHERE contract_id = ${id}`);
  const known = db.get<Money & { readonly rate: number | null }>(sql`SELECT minor, currency, tax_basis_points AS rate FROM finance.contract_totals WHERE contract_id = ${id}`);
  if (known?.minor === total.minor && known.currency === total.currency) return;
  const rate = known?.rate ?? null;
  db.run(sql`
    INSERT INTO finance.contract_totals (contract_id, minor, currency) VALUES (${id}, ${total.minor}, ${total.currency})
    ON CONFLICT (contract_id) DO UPDATE SET minor = excluded.minor, currency = excluded.currency, exclusive_minor = ${rate === null ? null : withoutTax(total.minor, rate)}`);
}
