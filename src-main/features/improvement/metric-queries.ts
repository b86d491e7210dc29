import type { Metric, MetricPoint } from '#shared/features/improvement/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { endedRounds, wasAsked } from '../../db/ended-rounds.ts';
import { binds } from '../../db/owed.ts';
import { sql, type Sql } from '../../db/sql.ts';

export interface MetricRange {
  /** The months from and to, as YYYY-MM, both included. */
  readonly from: string;
  readonly to: string;
  /** Minutes by which local time is ahead of UTC, for the month of an instant. */
  readonly offsetMinutes: number;
  readonly today: Day;
}

/** The months of a metric in which something happened, the oldest first; undefined where nothing of the kind is kept. */
export function metricPoints(db: Readable, metric: Metric, range: MetricRange): readonly MetricPoint[] | undefined {
  if (metric === 'overdue_rate' && !hasTable(db, 'obligations')) return undefined;
  return db.all<MetricPoint>(sql`
    SELECT month, avg(value) AS value, count(*) AS count FROM (${eventsOf(metric, range)})
    WHERE month BETWEEN ${range.from} AND ${range.to} GROUP BY month ORDER BY month`);
}

/** One row for each event: its month, and what it contributes. The earliest instant that can matter bounds the walk. */
function eventsOf(metric: Metric, range: MetricRange): Sql {
  const since = Date.parse(`${range.from}-01T00:00:00Z`) - 86_400_000;
  const monthOf = (instant: Sql): Sql => sql`strftime('%Y-%m', ${instant} / 1000 + ${range.offsetMinutes * 60}, 'unixepoch')`;
  switch (metric) {
    case 'approval_hours':
      return sql`SELECT ${monthOf(sql`closed_at`)} AS month, (closed_at - submitted_at) / 3600000.0 AS value FROM ${endedRounds(since)} WHERE state = 'approved'`;
    case 'first_pass':
      return sql`
        SELECT ${monthOf(sql`closed_at`)} AS month, state = 'approved' AND NOT EXISTS (
          SELECT 1 FROM approval_rounds AS earlier WHERE earlier.contract_id = rounds.contract_id AND earlier.submitted_at < rounds.submitted_at AND ${wasAsked(sql`earlier`)}) AS value
        FROM ${endedRounds(since)} AS rounds WHERE state IN ('approved', 'rejected', 'returned')`;
    case 'overdue_rate':
      return sql`
        SELECT substr(due_on, 1, 7) AS month, CASE WHEN status = 'met' THEN met_on >= overdue_from ELSE overdue_from <= ${range.today} END AS value
        FROM obligations WHERE due_on BETWEEN ${`${range.from}-01`} AND ${range.today} AND status NOT IN ('cancelled', 'waived') AND ${binds(sql`contract_id`)}`;
    case 'findings_per_contract':
      return sql`SELECT substr(counted_on, 1, 7) AS month, open AS value FROM clauses.counted_versions WHERE counted_on >= ${`${range.from}-01`}`;
    case 'review_punctuality':
      return sql`SELECT substr(closed_on, 1, 7) AS month, closed_on <= due_on AS value FROM reviews WHERE closed_on >= ${`${range.from}-01`} AND state = 'completed'`;
    case 'cycle_days':
      return sql`
        SELECT ${monthOf(sql`stage_events.at`)} AS month, (stage_events.at - contracts.created_at) / 86400000.0 AS value
        FROM stage_events JOIN contracts ON contracts.id = contract_id WHERE to_stage = 'signed' AND stage_events.at >= ${since}`;
  }
}

function hasTable(db: Readable, name: string): boolean {
  return db.get(sql`SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ${name}`) !== undefined;
}
