import type { ContractId } from '#shared/features/contracts/model.ts';
import type { PartyMergeId } from '#shared/features/parties/merging.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { listLines, type Line } from './merging-queries.ts';

interface Sides {
  readonly mergeId: PartyMergeId;
  readonly keptId: PartyId;
  readonly mergedId: PartyId;
}

/**
 * Lets everything that names one record name the other, and notes each row of it. On contracts where both stand the line of
 * the one that gives way goes, and what it alone said of who signs is kept. Gives the contracts that were changed.
 */
export function moveReferences(db: Writable, { mergeId, keptId, mergedId }: Sides): readonly ContractId[] {
  const kept = new Map(listLines(db, keptId).map((line) => [line.contractId, line]));
  const lines = listLines(db, mergedId);
  for (const line of lines) {
    const other = kept.get(line.contractId);
    const givesSignatory = other?.signatory === '' && line.signatory !== '';
    noteLine(db, mergeId, line, { isFolded: other !== undefined, givesSignatory });
    if (other === undefined) {
      db.run(sql`UPDATE contract_parties SET party_id = ${keptId} WHERE contract_id = ${line.contractId} AND position = ${line.position}`);
    } else {
      db.run(sql`DELETE FROM contract_parties WHERE contract_id = ${line.contractId} AND position = ${line.position}`);
      if (givesSignatory) setSignatory(db, other, line.signatory);
    }
  }
  db.run(sql`INSERT INTO party_merge_moves SELECT ${mergeId}, 'communication', id FROM communications WHERE party_id = ${mergedId}`);
  db.run(sql`INSERT INTO party_merge_moves SELECT ${mergeId}, 'risk', id FROM risks WHERE party_id = ${mergedId}`);
  db.run(sql`INSERT INTO party_merge_moves SELECT ${mergeId}, 'party', id FROM parties WHERE merged_into = ${mergedId}`);
  moveNoted(db, mergeId, mergedId, keptId);
  return contractsOf(lines);
}

/** Gives a record back what was moved from it and still names the other; gives the contracts that were changed. */
export function returnReferences(db: Writable, { mergeId, keptId, mergedId }: Sides): readonly ContractId[] {
  const changed = listNoted(db, mergeId).filter((line) => (line.isFolded === 1 ? unfold(db, line, keptId, mergedId) : giveBack(db, line, keptId, mergedId)));
  moveNoted(db, mergeId, keptId, mergedId);
  return contractsOf(changed);
}

function moveNoted(db: Writable, mergeId: PartyMergeId, from: PartyId, to: PartyId): void {
  const noted = (kind: 'communication' | 'risk' | 'party') => sql`(SELECT row_id FROM party_merge_moves WHERE merge_id = ${mergeId} AND kind = ${kind})`;
  db.run(sql`UPDATE communications SET party_id = ${to} WHERE party_id = ${from} AND id IN ${noted('communication')}`);
  db.run(sql`UPDATE risks SET party_id = ${to} WHERE party_id = ${from} AND id IN ${noted('risk')}`);
  db.run(sql`UPDATE parties SET merged_into = ${to} WHERE merged_into = ${from} AND id IN ${noted('party')}`);
}

/**
 * By the contract and not by the place on it, which may be another since. The kept record stood on none of these before; where
 * a third record was merged into it since that stood there too, its line stays for that one.
 */
function giveBack(db: Writable, line: NotedLine, keptId: PartyId, mergedId: PartyId): boolean {
  const { contractId } = line;
  const heir = findHeir(db, contractId, keptId);
  if (heir === undefined) return db.run(sql`UPDATE contract_parties SET party_id = ${mergedId} WHERE contract_id = ${contractId} AND party_id = ${keptId}`) > 0;
  if (!unfold(db, line, keptId, mergedId)) return false;
  db.run(sql`
    UPDATE contract_parties SET variable_key = ${heir.variableKey}, signatory = iif(signatory = ${line.signatory}, ${heir.signatory}, signatory)
    WHERE contract_id = ${contractId} AND party_id = ${keptId}`);
  db.run(sql`UPDATE party_merge_lines SET is_folded = 0, gave_signatory = 0 WHERE merge_id = ${heir.mergeId} AND contract_id = ${contractId} AND position = ${heir.position}`);
  return true;
}

/** The first line on a contract that was folded into the kept record's by a merge in force. */
function findHeir(db: Readable, contractId: ContractId, keptId: PartyId): (Pick<Line, 'position' | 'variableKey' | 'signatory'> & { readonly mergeId: PartyMergeId }) | undefined {
  return db.get(sql`
    SELECT merge_id AS mergeId, position, variable_key AS variableKey, signatory FROM party_merge_lines JOIN party_merges ON party_merges.id = merge_id
    WHERE contract_id = ${contractId} AND is_folded = 1 AND kept_id = ${keptId} AND undone_at IS NULL ORDER BY party_merges.rowid, position LIMIT 1`);
}

function unfold(db: Writable, { contractId, position, variableKey, role, signatory, gaveSignatory }: NotedLine, keptId: PartyId, mergedId: PartyId): boolean {
  const present = db.all<{ position: number; partyId: PartyId; signatory: string }>(sql`
    SELECT position, party_id AS partyId, signatory FROM contract_parties WHERE contract_id = ${contractId} ORDER BY position`);
  const other = present.find(({ partyId }) => partyId === keptId);
  if (other === undefined) return false;
  if (gaveSignatory === 1 && other.signatory === signatory) setSignatory(db, { contractId, position: other.position }, '');
  const last = present.at(-1)?.position ?? 0;
  const free = present.some((row) => row.position === position) ? last + 1 : position;
  db.run(sql`
    INSERT INTO contract_parties (contract_id, position, variable_key, party_id, role, signatory)
    VALUES (${contractId}, ${free}, ${variableKey}, ${mergedId}, ${role}, ${signatory})`);
  return true;
}

function setSignatory(db: Writable, { contractId, position }: Pick<Line, 'contractId' | 'position'>, signatory: string): void {
  db.run(sql`UPDATE contract_parties SET signatory = ${signatory} WHERE contract_id = ${contractId} AND position = ${position}`);
}

function noteLine(db: Writable, mergeId: PartyMergeId, line: Line, { isFolded, givesSignatory }: { readonly isFolded: boolean; readonly givesSignatory: boolean }): void {
  db.run(sql`
    INSERT INTO party_merge_lines (merge_id, contract_id, position, variable_key, role, signatory, is_folded, gave_signatory)
    VALUES (${mergeId}, ${line.contractId}, ${line.position}, ${line.variableKey}, ${line.role}, ${line.signatory}, ${isFolded ? 1 : 0}, ${givesSignatory ? 1 : 0})`);
}

interface NotedLine extends Line {
  readonly isFolded: 0 | 1;
  readonly gaveSignatory: 0 | 1;
}

function listNoted(db: Readable, mergeId: PartyMergeId): readonly NotedLine[] {
  return db.all(sql`
    SELECT contract_id AS contractId, position, variable_key AS variableKey, role, signatory, is_folded AS isFolded, gave_signatory AS gaveSignatory
    FROM party_merge_lines WHERE merge_id = ${mergeId} ORDER BY contract_id, position`);
}

function contractsOf(lines: readonly Line[]): readonly ContractId[] {
  return [...new Set(lines.map(({ contractId }) => contractId))];
}
