import { sql, type Sql } from './sql.ts';

/** Whether somebody was asked in a round of approval: one to which no step of its flow applied was decided by nobody. */
export function wasAsked(round: Sql): Sql {
  return sql`EXISTS (SELECT 1 FROM approval_tasks AS asked WHERE asked.round_id = ${round}.id)`;
}

/**
 * Rounds of approval that ended, as figures count them, to be read from: `nth` by the order in which they came, `contract_id`,
 * `contract_type`, `flow_name`, `submitted_at`, `state`, `closed_at`; those only that ended at a moment or later.
 * An approval that was given and voided afterwards, because the content changed, took as long as it took: it counts as
 * approved, at its last decision. What was voided while it ran has a task that was voided with it. A round in which nobody
 * was asked is none of them.
 */
export function endedRounds(since = 0): Sql {
  return sql`(
    SELECT nth, contract_id, contract_type, flow_name, submitted_at, CASE WHEN approved_at IS NULL THEN state ELSE 'approved' END AS state, COALESCE(approved_at, closed_at) AS closed_at
    FROM (
      SELECT approval_rounds.rowid AS nth, contract_id, contract_type, flow_name, submitted_at, state, closed_at,
        CASE WHEN state = 'voided' AND NOT EXISTS (SELECT 1 FROM approval_tasks WHERE round_id = approval_rounds.id AND approval_tasks.state = 'voided')
          THEN (SELECT MAX(decided_at) FROM approval_tasks WHERE round_id = approval_rounds.id) END AS approved_at
      FROM approval_rounds WHERE closed_at >= ${since} AND ${wasAsked(sql`approval_rounds`)})
    WHERE COALESCE(approved_at, closed_at) >= ${since})`;
}
