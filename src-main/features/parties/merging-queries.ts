import { termsChangeSchema, type AmendedParty } from '#shared/features/amendments/model.ts';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { MergeEffects, PartyMerge, PartyMergeId } from '#shared/features/parties/merging.ts';
import type { PartyBank, PartyId } from '#shared/features/parties/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { numberOrder } from '../../db/number-order.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** A party's place on a contract. */
export interface Line {
  readonly contractId: ContractId;
  readonly position: number;
  readonly variableKey: string;
  readonly role: string;
  readonly signatory: string;
}

// The roles of a text's parties that nobody named follow from their order, as in `findRecordParties`.
const roleOf = (table: Sql): Sql => sql`CASE WHEN ${table}.role <> '' THEN ${table}.role WHEN ${table}.position = 0 THEN 'party_a' ELSE 'party_b' END`;

export function listLines(db: Readable, partyId: PartyId): readonly Line[] {
  return db.all(sql`
    SELECT contract_id AS contractId, position, variable_key AS variableKey, role, signatory
    FROM contract_parties WHERE party_id = ${partyId} ORDER BY contract_id, position`);
}

interface Shared extends Named {
  readonly keptRole: string;
  readonly mergedRole: string;
  readonly stage: Stage;
  readonly hasText: 0 | 1;
}
type Named = MergeEffects['folded'][number];

/** The contracts on which both records stand: those on which one line of the two can go, and those that hinder a merge. */
export function listShared(db: Readable, keptId: PartyId, mergedId: PartyId): Pick<MergeEffects, 'folded' | 'opposed'> {
  const shared = db.all<Shared>(sql`
    SELECT contracts.id, number, title, stage, template_version_id IS NOT NULL AS hasText, ${roleOf(sql`kept`)} AS keptRole, ${roleOf(sql`merged`)} AS mergedRole
    FROM contract_parties AS merged JOIN contract_parties AS kept ON kept.contract_id = merged.contract_id AND kept.party_id = ${keptId}
      JOIN contracts ON contracts.id = merged.contract_id
    WHERE merged.party_id = ${mergedId} ORDER BY ${numberOrder(sql`number`)}`);
  const named = ({ id, number, title }: Named): Named => ({ id, number, title });
  const reasonOf = ({ keptRole, mergedRole, stage, hasText }: Shared) => (keptRole !== mergedRole ? ('roles' as const) : hasText === 1 && isEditable(stage) ? ('draft' as const) : null);
  const folded = new Map<ContractId, Named>();
  const opposed = new Map<ContractId, MergeEffects['opposed'][number]>(listAgreedApart(db, keptId, mergedId).map((contract) => [contract.id, { ...contract, reason: 'roles' }]));
  for (const contract of shared) {
    const reason = reasonOf(contract);
    if (reason !== null) opposed.set(contract.id, { ...named(contract), reason });
    else folded.set(contract.id, named(contract));
  }
  return { folded: [...folded.values()].filter(({ id }) => !opposed.has(id)), opposed: [...opposed.values()] };
}

/** Contracts of which an amendment says that both records are bound, in different roles. */
function listAgreedApart(db: Readable, keptId: PartyId, mergedId: PartyId): readonly Named[] {
  const rows = db.all<Named & { readonly changes: string }>(sql`
    SELECT contracts.id, number, title, changes FROM contract_amendments JOIN contracts ON contracts.id = contract_id
    WHERE voided_at IS NULL AND instr(changes, ${keptId}) > 0 AND instr(changes, ${mergedId}) > 0`);
  const rolesOf = (parties: readonly AmendedParty[], id: PartyId): readonly string[] => parties.filter(({ partyId }) => partyId === id).map(({ role }) => role);
  const apart = rows.filter(({ changes }) => {
    const { parties = [] } = termsChangeSchema.parse(JSON.parse(changes));
    const roles = rolesOf(parties, mergedId);
    return roles.length > 0 && rolesOf(parties, keptId).some((role) => roles.some((other) => other !== role));
  });
  return apart.map(({ id, number, title }) => ({ id, number, title }));
}

/** How much names a party beside its contracts. */
export function countReferences(db: Readable, id: PartyId): Pick<MergeEffects, 'contracts' | 'communications' | 'risks'> {
  return (
    db.get(sql`
      SELECT (SELECT count(DISTINCT contract_id) FROM contract_parties WHERE party_id = ${id}) AS contracts,
        (SELECT count(*) FROM communications WHERE party_id = ${id}) AS communications,
        (SELECT count(*) FROM risks WHERE party_id = ${id}) AS risks`) ?? { contracts: 0, communications: 0, risks: 0 }
  );
}

/** A merge as it is kept: what the kept record said before and after is JSON of its fields. */
export interface MergeRow {
  readonly id: PartyMergeId;
  readonly kept_id: PartyId;
  readonly merged_id: PartyId;
  readonly kept_before: string;
  readonly kept_after: string;
  readonly merged_archived_at: number | null;
}

export function insertMerge(db: Writable, row: MergeRow, at: number, by: UserId): void {
  db.run(sql`
    INSERT INTO party_merges (id, kept_id, merged_id, at, by, kept_before, kept_after, merged_archived_at)
    VALUES (${row.id}, ${row.kept_id}, ${row.merged_id}, ${at}, ${by}, ${row.kept_before}, ${row.kept_after}, ${row.merged_archived_at})`);
}

/** A merge that was not taken back. */
export function findMerge(db: Readable, id: PartyMergeId): MergeRow | undefined {
  return db.get(sql`SELECT * FROM party_merges WHERE id = ${id} AND undone_at IS NULL`);
}

export function setUndone(db: Writable, id: PartyMergeId, at: number): void {
  db.run(sql`UPDATE party_merges SET undone_at = ${at} WHERE id = ${id}`);
}

/** The merges in force in which a record gave way or was kept, the latest first. */
export function listMergesOf(db: Readable, id: PartyId): readonly PartyMerge[] {
  return listMerges(db, sql`kept_id = ${id} OR merged_id = ${id}`);
}

/** The merges in force that changed a line of a contract, the latest first. */
export function listMergesIn(db: Readable, contractId: ContractId): readonly PartyMerge[] {
  return listMerges(db, sql`merges.id IN (SELECT merge_id FROM party_merge_lines WHERE contract_id = ${contractId})`);
}

function listMerges(db: Readable, condition: Sql): readonly PartyMerge[] {
  return db
    .all<{ id: PartyMergeId; at: number; byName: string; keptId: PartyId; keptZh: string; keptEn: string; mergedId: PartyId; mergedZh: string; mergedEn: string }>(sql`
      SELECT merges.id, at, users.name AS byName, kept.id AS keptId, kept.name_zh AS keptZh, kept.name_en AS keptEn,
        merged.id AS mergedId, merged.name_zh AS mergedZh, merged.name_en AS mergedEn
      FROM party_merges AS merges JOIN users ON users.id = by JOIN parties AS kept ON kept.id = kept_id JOIN parties AS merged ON merged.id = merged_id
      WHERE undone_at IS NULL AND (${condition}) ORDER BY at DESC, merges.rowid DESC`)
    .map((row) => ({
      ...{ id: row.id, at: row.at, byName: row.byName },
      kept: { id: row.keptId, nameZh: row.keptZh, nameEn: row.keptEn },
      merged: { id: row.mergedId, nameZh: row.mergedZh, nameEn: row.mergedEn },
    }));
}

/** Notes that a record stands for another, or with null that it stands for itself again. */
export function setMergedInto(db: Writable, id: PartyId, into: PartyId | null, archivedAt: number | null, at: number): void {
  db.run(sql`UPDATE parties SET merged_into = ${into}, archived_at = ${archivedAt}, updated_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

/** The account of a party as JSON, for the journal; null when there is none. */
export function insertMergeAccounts(db: Writable, id: PartyMergeId, before: PartyBank | undefined, after: PartyBank | undefined): void {
  const text = (bank: PartyBank | undefined): string | null => (bank === undefined ? null : JSON.stringify(bank));
  db.run(sql`INSERT INTO finance.party_merge_accounts (merge_id, kept_before, kept_after) VALUES (${id}, ${text(before)}, ${text(after)})`);
}

export function findMergeAccounts(db: Readable, id: PartyMergeId): { readonly kept_before: string | null; readonly kept_after: string | null } | undefined {
  return db.get(sql`SELECT kept_before, kept_after FROM finance.party_merge_accounts WHERE merge_id = ${id}`);
}

export function deletePartyBank(db: Writable, id: PartyId): void {
  db.run(sql`DELETE FROM finance.party_accounts WHERE party_id = ${id}`);
}
