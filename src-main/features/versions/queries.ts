import type { ContractId, RoundSide } from '#shared/features/contracts/model.ts';
import type { Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** Names a version and says whose round it is; false when there is no such version. */
export function labelVersion(
  db: Writable,
  contractId: ContractId,
  versionNumber: number,
  { label, roundFrom }: { readonly label: string; readonly roundFrom: RoundSide },
): boolean {
  return (
    db.get(sql`
      UPDATE contract_versions SET label = ${label}, round_from = ${roundFrom}
      WHERE contract_id = ${contractId} AND version_number = ${versionNumber} RETURNING 1`) !== undefined
  );
}
