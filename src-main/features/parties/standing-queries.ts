import type { ContractId } from '#shared/features/contracts/model.ts';
import type { PartyId, PartyStanding } from '#shared/features/parties/model.ts';
import { standingRank } from '#shared/features/parties/rules.ts';
import type { CounterpartyGrade } from '#shared/features/risks/score.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** Keeps how a party is judged, and notes when that became worse than it was. */
export function saveStanding(db: Writable, id: PartyId, before: PartyStanding, { riskGrade, isBlacklisted }: PartyStanding, at: number): void {
  const change = standingRank({ riskGrade, isBlacklisted }) - standingRank(before);
  const fallen: Sql = change === 0 ? sql`fell_at` : change > 0 ? sql`${at}` : sql`NULL`;
  db.run(sql`UPDATE parties SET risk_grade = ${riskGrade}, is_blacklisted = ${isBlacklisted ? 1 : 0}, fell_at = ${fallen} WHERE id = ${id}`);
}

/** A blacklist weighs more than any grade. */
const grade = sql`CASE WHEN is_blacklisted = 1 THEN 'blacklisted' ELSE risk_grade END`;

/** The worst grade among a contract's counterparties; null where none is judged. One's own entities don't count. */
export function worstGradeOf(db: Readable, contractId: ContractId): CounterpartyGrade | null {
  return (
    db.get<{ grade: CounterpartyGrade }>(sql`
      SELECT ${grade} AS grade FROM contract_parties JOIN parties ON parties.id = party_id
      WHERE contract_id = ${contractId} AND kind <> 'internal' AND (risk_grade <> '' OR is_blacklisted = 1)
      ORDER BY is_blacklisted DESC, risk_grade DESC LIMIT 1`)?.grade ?? null
  );
}

/** Parties in use whose grade fell and did not rise since, with the moment (epoch ms). */
export function listFallenGrades(db: Readable): readonly { readonly partyId: PartyId; readonly grade: CounterpartyGrade; readonly since: number }[] {
  return db.all(sql`
    SELECT id AS partyId, ${grade} AS grade, fell_at AS since FROM parties
    WHERE fell_at IS NOT NULL AND archived_at IS NULL AND kind <> 'internal' AND (risk_grade <> '' OR is_blacklisted = 1)`);
}
