import type { Capped, Dashboard, MonthlyMoney } from '#shared/features/home/ipc.ts';
import type { HomeLayout } from '#shared/features/home/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { signedStages } from '../../db/owed.ts';
import { sql, type Sql } from '../../db/sql.ts';

const mostCounted = 1000;

/** Rows counted up to a thousand, so that a count takes no longer the more there are. */
function capped(db: Readable, rows: Sql): Capped {
  const count = db.get<{ count: number }>(sql`SELECT count(*) AS count FROM (${rows} LIMIT ${mostCounted + 1})`)?.count ?? 0;
  return { count: Math.min(count, mostCounted), isMore: count > mostCounted };
}

export function stageCounts(db: Readable): Dashboard['stages'] {
  return db.all(sql`SELECT stage, count FROM contract_tallies WHERE is_archived = 0 AND count > 0`);
}

/** Signed contracts whose running term ends from one day to another. */
export function ending(db: Readable, from: Day, to: Day): Capped {
  return capped(db, sql`
    SELECT 1 FROM contract_dates WHERE is_watched = 1 AND term_end_on BETWEEN ${from} AND ${to} AND term_end_on <> ''`);
}

/** Signed contracts whose notice of non-renewal has to arrive within thirty days. */
export function noticeDue(db: Readable, today: Day): Capped {
  return capped(db, sql`
    SELECT 1 FROM contract_dates WHERE is_watched = 1 AND notice_deadline_on BETWEEN ${today} AND ${addDays(today, 30)}`);
}

const openUpTo = (until: Day): Sql => sql`SELECT 1 FROM reviews WHERE state IN ('scheduled', 'in_progress') AND due_on <= ${until}`;

/** Reviews that should have been held before a day. */
export function overdueReviews(db: Readable, today: Day): Capped {
  return capped(db, openUpTo(addDays(today, -1)));
}

/** Reviews that should be held by a day, with those that were begun before their time, as the list has them that the figure leads to. */
export function dueReviews(db: Readable, until: Day, reviewer: UserId | null): Capped {
  const own = reviewer === null ? sql`1` : sql`reviewer_id = ${reviewer}`;
  return capped(db, sql`${openUpTo(until)} AND ${own} UNION ALL SELECT 1 FROM reviews WHERE state = 'in_progress' AND due_on > ${until} AND ${own}`);
}

export function openFindings(db: Readable, dueBefore: Day | null, owner: UserId | null): Capped {
  const late = dueBefore === null ? sql`1` : sql`due_on < ${dueBefore}`;
  const own = owner === null ? sql`1` : sql`owner_id = ${owner}`;
  return capped(db, sql`SELECT 1 FROM review_findings WHERE state IN ('open', 'fixing') AND ${late} AND ${own}`);
}

/** Overdue obligations of contracts that bind, as the list has them that the figure leads to. */
export function overdueObligations(db: Readable, today: Day): Capped {
  // Nearly all that is kept may be open: said here, SQLite goes by the index of what is overdue instead of through all that is open.
  return capped(db, sql`
    SELECT 1 FROM obligations CROSS JOIN contracts ON contracts.id = contract_id
    WHERE likelihood(is_open = 1, 0.9) AND overdue_from <= ${today} AND stage IN ${signedStages} AND archived_at IS NULL`);
}

export function openImprovements(db: Readable): Capped {
  return capped(db, sql`SELECT 1 FROM improvement_items WHERE state IN ('new', 'analysing', 'acting')`);
}

/** Sums by month of signature and direction; needs the finance compartment. The `+` makes the day of signature the way in. */
export function signedMoney(db: Readable, from: Day): readonly MonthlyMoney[] {
  return db.all<MonthlyMoney>(sql`
    SELECT substr(signed_on, 1, 7) AS month, direction, currency, sum(minor) AS minor, count(*) AS count
    FROM contracts JOIN finance.contract_totals ON contract_totals.contract_id = contracts.id
    WHERE signed_on >= ${from} AND direction <> 'none' AND +stage IN ${signedStages}
    GROUP BY 1, 2, 3 ORDER BY 1`);
}

/** How many were signed in each month, and the median of days since their draft. */
export function cycleTimes(db: Readable, since: number, offsetMinutes: number): readonly { readonly month: string; readonly signed: number; readonly medianDays: number }[] {
  return db.all(sql`
    WITH signings AS (
      SELECT strftime('%Y-%m', at / 1000 + ${offsetMinutes * 60}, 'unixepoch') AS month, (at - created_at) / 86400000.0 AS days
      FROM stage_events JOIN contracts ON contracts.id = contract_id WHERE to_stage = 'signed' AND at >= ${since}
    ), ranked AS (
      SELECT month, days, row_number() OVER (PARTITION BY month ORDER BY days) AS place, count(*) OVER (PARTITION BY month) AS signed FROM signings
    )
    SELECT month, signed, avg(days) AS medianDays FROM ranked WHERE place IN ((signed + 1) / 2, (signed + 2) / 2) GROUP BY month, signed ORDER BY month`);
}

export function findLayout(db: Readable, userId: UserId): HomeLayout | undefined {
  const row = db.get<{ layout: string }>(sql`SELECT layout FROM home_layouts WHERE user_id = ${userId}`);
  return row === undefined ? undefined : (JSON.parse(row.layout) as HomeLayout);
}

export function saveLayout(db: Writable, userId: UserId, layout: HomeLayout, at: number): void {
  db.run(sql`
    INSERT INTO home_layouts (user_id, layout, changed_at) VALUES (${userId}, ${JSON.stringify(layout)}, ${at})
    ON CONFLICT (user_id) DO UPDATE SET layout = excluded.layout, changed_at = excluded.changed_at`);
}
