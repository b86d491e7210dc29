import { levelOf, type RiskLevel } from '#shared/features/risks/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Readable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/**
 * How grave the gravest open risk of a contract is; null without one. Only what people registered counts: the score has
 * the sum in it, and a review's date must not tell that to those who can't see sums. The `+` keeps SQLite from walking
 * over everybody's open risks.
 */
export function registeredLevelOf(db: Readable, contractId: ContractId): RiskLevel | null {
  const gravest = db.get<{ likelihood: number; impact: number }>(sql`
    SELECT likelihood, impact FROM risks WHERE contract_id = ${contractId} AND +state = 'open' ORDER BY likelihood * impact DESC LIMIT 1`);
  return gravest === undefined ? null : levelOf(gravest.likelihood, gravest.impact);
}
