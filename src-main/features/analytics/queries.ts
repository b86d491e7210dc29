import { measureFacts, type Definition, type ReportData, type ReportRow, type SavedReport } from '#shared/features/analytics/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, addMonths } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { contractsForReports, groupOf, joinOf, readsContracts, sourceOf, type Source, type SourceFacts } from './sources.ts';

const mostRows = 2000;

/** The finished groups of a report, reckoned by the database; what the vault doesn't keep is said to be missing. */
export function runReport(db: Readable, definition: Definition, facts: SourceFacts): ReportData {
  // Who sees a part of the contracts reads them through a view, which has no index of its own.
  const source = sourceOf(definition.measure, facts, db.isLimited ? undefined : contractsForReports);
  if (!source.tables.every((table) => hasTable(db, table))) return { rows: [], isCut: false, missing: 'not_kept' };
  const rows = db.all<ReportRow>(source.medianOf === undefined ? plainQuery(definition, source, facts) : medianQuery(definition, source, source.medianOf, facts));
  return { rows: rows.slice(0, mostRows), isCut: rows.length > mostRows, missing: rows.length === 0 ? 'empty' : null };
}

function plainQuery(definition: Definition, source: Source, facts: SourceFacts): Sql {
  const { group, split } = groupsOf(definition, source);
  return sql`
    SELECT ${group} AS "group", ${split} AS split, ${source.currency ?? sql`NULL`} AS currency, ${source.value} AS value, count(*) AS count
    FROM ${rowsOf(definition, source)} WHERE ${conditionOf(definition, source, facts)}
    GROUP BY ${columnsToGroupBy(definition, source)} ORDER BY ${orderOf(definition)} LIMIT ${mostRows + 1}`;
}

/** The columns that differ from row to row: with one that is always NULL, SQLite would put in order what an index has in order. */
function columnsToGroupBy({ splitBy }: Definition, { currency }: Source): Sql {
  const [split, sums] = [splitBy === null ? sql`` : sql`, 2`, currency === null ? sql`` : sql`, 3`];
  return sql`1${split}${sums}`;
}

/** The middle value, or the mean of the two, of each group. */
function medianQuery(definition: Definition, source: Source, value: Sql, facts: SourceFacts): Sql {
  const { group, split } = groupsOf(definition, source);
  return sql`
    WITH listed AS (
      SELECT ${group} AS "group", ${split} AS split, ${value} AS value FROM ${rowsOf(definition, source)} WHERE ${conditionOf(definition, source, facts)}
    ), ranked AS (
      SELECT *, row_number() OVER (PARTITION BY "group", split ORDER BY value) AS place, count(*) OVER (PARTITION BY "group", split) AS count FROM listed
    )
    SELECT "group", split, NULL AS currency, avg(value) AS value, max(count) AS count FROM ranked WHERE place IN ((count + 1) / 2, (count + 2) / 2)
    GROUP BY 1, 2 ORDER BY ${orderOf(definition)} LIMIT ${mostRows + 1}`;
}

/** Contracts are joined only where the report asks for what they have: most of the time of a count by month went into looking each of them up. */
function rowsOf(definition: Definition, source: Source): Sql {
  const joined = source.joined !== undefined && readsContracts(definition, source) ? source.joined : sql``;
  return sql`${source.from} ${joined}${joinOf([definition.groupBy, definition.splitBy])}`;
}

function groupsOf({ groupBy, splitBy }: Definition, source: Source): { readonly group: Sql; readonly split: Sql } {
  return { group: groupOf(groupBy, source), split: splitBy === null ? sql`NULL` : groupOf(splitBy, source) };
}

const orderly: readonly Definition['groupBy'][] = ['month', 'quarter', 'year', 'endMonth', 'cycleBand'];

/** Time and bands in their order, everything else the largest first. */
function orderOf({ groupBy }: Definition): Sql {
  return orderly.includes(groupBy) ? sql`1, 2` : sql`4 DESC, 1, 2`;
}

function conditionOf({ filter, period, groupBy, splitBy }: Definition, { where, on }: Source, { today }: SourceFacts): Sql {
  const parts: Sql[] = [where];
  if (filter.types.length > 0) parts.push(sql`contracts.contract_type IN (${listOf(filter.types)})`);
  if (filter.stages.length > 0) parts.push(sql`contracts.stage IN (${listOf(filter.stages)})`);
  if (filter.ownerName !== '') parts.push(sql`contracts.owner_name = ${filter.ownerName}`);
  const from = period.lastMonths === null ? period.from : addDays(addMonths(today, -period.lastMonths), 1);
  if (from !== null) parts.push(sql`${on} >= ${from}`);
  const to = period.lastMonths === null ? period.to : today;
  if (to !== null) parts.push(sql`${on} <= ${to}`);
  // What has no day belongs to no month.
  if ([groupBy, splitBy].some((dimension) => dimension === 'month' || dimension === 'quarter' || dimension === 'year')) parts.push(sql`${on} IS NOT NULL`);
  return parts.reduce((all, next) => sql`${all} AND ${next}`);
}

export interface DetailRow {
  readonly row: number;
  readonly number: string;
  readonly title: string;
  readonly type: string;
  readonly stage: string;
  readonly owner: string;
  readonly day: string | null;
  readonly group: string | null;
  readonly split: string | null;
}

/** A page of the single rows behind a report, behind the row `after`; each names its contract and its groups. */
export function detailPage(db: Readable, definition: Definition, facts: SourceFacts, after: number, limit: number): readonly DetailRow[] {
  const source = sourceOf(definition.measure, facts);
  const { group, split } = groupsOf(definition, source);
  return db.all<DetailRow>(sql`
    SELECT contracts.rowid AS row, contracts.number AS number, contracts.title AS title, contracts.contract_type AS type, contracts.stage AS stage, contracts.owner_name AS owner,
      ${source.on} AS day, ${group} AS "group", ${split} AS split
    FROM ${source.from} ${source.joined ?? sql``}${joinOf([definition.groupBy, definition.splitBy])}
    WHERE contracts.rowid > ${after} AND contracts.rowid <= ${after + limit} AND ${conditionOf(definition, source, facts)} ORDER BY contracts.rowid`);
}

/** The highest row of a contract: where pages of details end. */
export function lastContractRow(db: Readable): number {
  return db.get<{ last: number | null }>(sql`SELECT max(rowid) AS last FROM contracts`)?.last ?? 0;
}

export function isKept(db: Readable, definition: Definition, facts: SourceFacts): boolean {
  return sourceOf(definition.measure, facts).tables.every((table) => hasTable(db, table));
}

export function needsOf({ measure }: Definition): 'clauses' | 'finance' | null {
  return measureFacts[measure].needs;
}

type StoredReport = Omit<SavedReport, 'isOwn'> & { readonly createdBy: UserId };

export function listSaved(db: Readable): readonly StoredReport[] {
  return db
    .all<{ id: SavedReport['id']; name: string; definition: string; createdBy: UserId; createdByName: string }>(sql`
      SELECT saved_reports.id, saved_reports.name, definition, created_by AS createdBy, users.name AS createdByName
      FROM saved_reports JOIN users ON users.id = created_by ORDER BY saved_reports.created_at`)
    .map((row) => ({ ...row, definition: JSON.parse(row.definition) as Definition }));
}

export function insertSaved(db: Writable, id: SavedReport['id'], name: string, definition: Definition, at: number, by: UserId): void {
  db.run(sql`INSERT INTO saved_reports (id, name, definition, created_at, created_by) VALUES (${id}, ${name}, ${JSON.stringify(definition)}, ${at}, ${by})`);
}

/** Removes one's own report; gives how many there were, 0 or 1. */
export function deleteSaved(db: Writable, id: string, by: UserId): number {
  return db.run(sql`DELETE FROM saved_reports WHERE id = ${id} AND created_by = ${by}`);
}

function hasTable(db: Readable, name: string): boolean {
  return db.get(sql`SELECT 1 FROM main.sqlite_master WHERE type = 'table' AND name = ${name}`) !== undefined;
}

function listOf(values: readonly string[]): Sql {
  return values.map((value) => sql`${value}`).reduce((all, next) => sql`${all}, ${next}`);
}
