import type { ContractId } from '#shared/features/contracts/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { owingStages } from '../../db/owed.ts';
import { sql } from '../../db/sql.ts';

/** An obligation that became overdue, or would have, had it not been done with before. */
export interface OverdueObligation {
  readonly entityId: string;
  readonly contractId: ContractId;
  readonly targetOn: Day;
  /** The first day on which it was overdue, its days of grace being over. */
  readonly since: Day;
  /** When it was done with (epoch ms); null: it is open. */
  readonly endedAt: number | null;
}

/** The longest time between a day and the end of its grace, so that the index by day can be walked. */
const mostGraceDays = 400;

/**
 * What was overdue, by a day, in the contracts that bind and in which something became so from one day on: that alone may have
 * made their number. `onlyOpen`: it is open still, which an index tells at once, in contracts with `least` such at once.
 */
export function overdueHistory(db: Readable, { from, until, least, onlyOpen }: { readonly from: Day; readonly until: Day; readonly least: number; readonly onlyOpen: boolean }): readonly OverdueObligation[] {
  const became = onlyOpen
    ? sql`
        SELECT contract_id FROM obligations WHERE likelihood(is_open = 1, 0.9) AND overdue_from <= ${until}
        GROUP BY contract_id HAVING count(*) >= ${least} AND max(overdue_from) >= ${from}`
    : sql`SELECT contract_id FROM obligations WHERE due_key BETWEEN ${addDays(from, -mostGraceDays)} AND ${until} AND +overdue_from BETWEEN ${from} AND ${until}`;
  return db.all<OverdueObligation>(sql`
    SELECT obligations.id AS entityId, contract_id AS contractId, due_on AS targetOn, overdue_from AS since,
      CASE WHEN is_open = 1 THEN NULL ELSE coalesce((SELECT max(at) FROM obligation_events WHERE obligation_id = obligations.id), obligations.updated_at) END AS endedAt
    FROM obligations JOIN contracts ON contracts.id = contract_id
    WHERE contract_id IN (${became}) AND +overdue_from <= ${until} AND +stage IN ${owingStages} AND +archived_at IS NULL
      -- Met in time, however late that was entered, it never was overdue.
      AND NOT (status = 'met' AND met_on < overdue_from)
    ORDER BY overdue_from, obligations.id`);
}

/** The contracts in which an open obligation became overdue after a day and by another. */
export function contractsTurnedOverdue(db: Readable, after: Day, by: Day): readonly ContractId[] {
  return db
    .all<{ id: ContractId }>(sql`
      SELECT DISTINCT contract_id AS id FROM obligations WHERE likelihood(is_open = 1, 0.9) AND overdue_from > ${after} AND overdue_from <= ${by}`)
    .map(({ id }) => id);
}
