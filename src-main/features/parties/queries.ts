import type { KnownAs } from '#shared/features/parties/duplicates.ts';
import { partySortFalls, type PartyBank, type PartyDetails, type PartyId, type PartyKind, type PartySelection, type RiskGrade } from '#shared/features/parties/model.ts';
import { normaliseUscc } from '#shared/features/parties/rules.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { haveNameKeys, partyKey } from '../../db/name-keys.ts';
import { containing, listed as listOf, sql, type Sql } from '../../db/sql.ts';

export interface PartyRow {
  readonly id: PartyId;
  readonly kind: PartyKind;
  readonly name_zh: string;
  readonly name_en: string;
  readonly uscc: string;
  readonly legal_representative: string;
  readonly registered_address: string;
  readonly notice_address: string;
  readonly contact_name: string;
  readonly contact_phone: string;
  readonly contact_email: string;
  readonly notes: string;
  readonly risk_grade: RiskGrade;
  readonly is_blacklisted: 0 | 1;
  readonly archived_at: number | null;
  /** The record that stands for this one since it was merged into it. */
  readonly merged_into: PartyId | null;
  readonly created_at: number;
  readonly updated_at: number;
  readonly revision: number;
}

export interface PartyListRow extends PartyRow {
  readonly contract_count: number;
}

export interface PartyPage extends PartySelection {
  readonly offset: number;
  readonly limit: number;
}

export function listParties(db: Readable, page: PartyPage): PartyListRow[] {
  return db.all<PartyListRow>(sql`${listed} WHERE ${matching(page)} ORDER BY ${orderOf(db, page)} LIMIT ${page.limit} OFFSET ${page.offset}`);
}

/** The ids of all that a selection holds, in its order. */
export function listSelectedIds(db: Readable, selection: PartySelection): readonly PartyId[] {
  return db.all<{ id: PartyId }>(sql`SELECT id FROM (${listed} WHERE ${matching(selection)} ORDER BY ${orderOf(db, selection)})`).map(({ id }) => id);
}

/** Lines of parties by their ids, in no order. */
export function findListed(db: Readable, ids: readonly PartyId[]): PartyListRow[] {
  return db.all<PartyListRow>(sql`${listed} WHERE id IN ${listOf(ids)}`);
}

const listed = sql`SELECT *, (SELECT count(DISTINCT contract_id) FROM contract_parties WHERE party_id = parties.id) AS contract_count FROM parties`;

export function countParties(db: Readable, page: PartySelection): number {
  return db.get<{ total: number }>(sql`SELECT count(*) AS total FROM parties WHERE ${matching(page)}`)?.total ?? 0;
}

export function findParty(db: Readable, id: PartyId): PartyRow | undefined {
  return db.get<PartyRow>(sql`SELECT * FROM parties WHERE id = ${id}`);
}

/** The id of the party, archived or not, that has a credit code; a record that was merged into another holds none any more. */
export function findPartyByUscc(db: Readable, uscc: string): PartyId | undefined {
  return db.get<{ id: PartyId }>(sql`SELECT id FROM parties WHERE uscc = ${uscc} AND uscc <> '' AND merged_into IS NULL`)?.id;
}

/** What every record of a party, archived or merged ones too, is known by. */
export function listPartyNames(db: Readable): Pick<PartyRow, 'id' | 'name_zh' | 'name_en' | 'uscc' | 'archived_at' | 'merged_into'>[] {
  return db.all(sql`SELECT id, name_zh, name_en, uscc, archived_at, merged_into FROM parties`);
}

/** What a party is known by, and where it stands in the order of entry. */
export interface KnownRow extends KnownAs {
  readonly place: number;
}

/** So many parties in the order of entry after a place, archived ones too, but none that was merged into another. */
export function listKnownParties(db: Readable, after: number, limit: number): KnownRow[] {
  return db.all<KnownRow>(sql`
    SELECT id, name_zh AS nameZh, name_en AS nameEn, uscc, rowid AS place FROM parties WHERE merged_into IS NULL AND rowid > ${after} ORDER BY rowid LIMIT ${limit}`);
}

/** Every record of a party, those in use first and those that were merged into another last, by their names. */
export function listPartyIds(db: Readable): Pick<PartyRow, 'id' | 'merged_into'>[] {
  return db.all(sql`SELECT id, merged_into FROM parties ORDER BY merged_into IS NOT NULL, archived_at IS NOT NULL, name_key, name_zh, name_en`);
}

export function findPartyBank(db: Readable, id: PartyId): PartyBank | undefined {
  return db.get<PartyBank>(sql`
    SELECT bank_name AS bankName, bank_account AS bankAccount FROM finance.party_accounts WHERE party_id = ${id}`);
}

export function insertParty(db: Writable, id: PartyId, details: PartyDetails, at: number): void {
  db.run(sql`
    INSERT INTO parties (id, kind, name_zh, name_en, uscc, legal_representative, registered_address, notice_address,
      contact_name, contact_phone, contact_email, notes, created_at, updated_at, revision, name_key)
    VALUES (${id}, ${details.kind}, ${details.nameZh}, ${details.nameEn}, ${details.uscc},
      ${details.legalRepresentative}, ${details.registeredAddress}, ${details.noticeAddress}, ${details.contactName},
      ${details.contactPhone}, ${details.contactEmail}, ${details.notes}, ${at}, ${at}, 1, ${partyKey(details)})`);
}

export function updateParty(db: Writable, id: PartyId, details: PartyDetails, at: number): void {
  db.run(sql`
    UPDATE parties SET kind = ${details.kind}, name_zh = ${details.nameZh}, name_en = ${details.nameEn}, name_key = ${partyKey(details)},
      uscc = ${details.uscc}, legal_representative = ${details.legalRepresentative},
      registered_address = ${details.registeredAddress}, notice_address = ${details.noticeAddress},
      contact_name = ${details.contactName}, contact_phone = ${details.contactPhone},
      contact_email = ${details.contactEmail}, notes = ${details.notes}, updated_at = ${at}, revision = revision + 1
    WHERE id = ${id}`);
}

export function setPartyArchived(db: Writable, id: PartyId, archivedAt: number | null, at: number): void {
  db.run(sql`
    UPDATE parties SET archived_at = ${archivedAt}, updated_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export function savePartyBank(db: Writable, id: PartyId, bank: PartyBank): void {
  db.run(sql`
    INSERT INTO finance.party_accounts (party_id, bank_name, bank_account)
    VALUES (${id}, ${bank.bankName}, ${bank.bankAccount})
    ON CONFLICT (party_id) DO UPDATE SET bank_name = excluded.bank_name, bank_account = excluded.bank_account`);
}

/** By name is by its key; until all have one, by its characters. */
function orderOf(db: Readable, { sort, descending = partySortFalls[sort] }: PartySelection): Sql {
  const way = descending ? sql`DESC` : sql`ASC`;
  const shownName = haveNameKeys(db, 'parties') ? sql`name_key` : sql`iif(name_zh = '', name_en, name_zh)`;
  switch (sort) {
    case 'name':
      return sql`${shownName} ${way}, id`;
    case 'grade':
      return sql`iif(is_blacklisted, 5, iif(risk_grade = '', 0, instr('ABCD', risk_grade))) ${way}, ${shownName}, id`;
    case 'contracts':
      return sql`contract_count ${way}, ${shownName}, id`;
    case 'updated':
      return sql`updated_at ${way}, id`;
  }
}

function matching({ search, archived, kinds = [], standings = [] }: PartySelection): Sql {
  const state = archived ? sql`archived_at IS NOT NULL AND merged_into IS NULL` : sql`archived_at IS NULL`;
  const ofKind = kinds.length === 0 ? sql`` : sql` AND kind IN ${listOf(kinds)}`;
  const ofStanding = standings.length === 0 ? sql`` : sql` AND iif(is_blacklisted, 'blacklisted', iif(risk_grade = '', 'none', risk_grade)) IN ${listOf(standings)}`;
  const words = search.split(/\s+/).filter((word) => word !== '');
  return words.reduce((condition, word) => sql`${condition} AND ${saying(word)}`, sql`${state}${ofKind}${ofStanding}`);
}

/** Whether one of a party's texts holds a word: a code or a telephone number however it is grouped, a name with either width of brackets. */
function saying(word: string): Sql {
  const pattern = containing(word);
  const digits = word.normalize('NFKC').replace(/[-()+]/g, '');
  const named = sql`${narrowBrackets(sql`name_zh`)} LIKE ${narrowBrackets(sql`${pattern}`)} ESCAPE '\\' OR name_en LIKE ${pattern} ESCAPE '\\' OR uscc LIKE ${containing(normaliseUscc(word))} ESCAPE '\\'`;
  const called = /^\d{3,}$/.test(digits) ? sql`replace(replace(contact_phone, ' ', ''), '-', '') LIKE ${containing(digits)}` : sql`contact_phone LIKE ${pattern} ESCAPE '\\'`;
  // Who looks for a name that was merged away means the record that stands for it.
  return sql`(${named} OR contact_name LIKE ${pattern} ESCAPE '\\' OR ${called} OR contact_email LIKE ${pattern} ESCAPE '\\' OR legal_representative LIKE ${pattern} ESCAPE '\\'
    OR id IN (SELECT merged_into FROM parties WHERE merged_into IS NOT NULL AND (${named})))`;
}

function narrowBrackets(text: Sql): Sql {
  return sql`replace(replace(${text}, '（', '('), '）', ')')`;
}
