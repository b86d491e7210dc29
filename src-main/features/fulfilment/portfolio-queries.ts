import type { ContractId } from '#shared/features/contracts/model.ts';
import type { DueItem } from '#shared/features/fulfilment/due-items.ts';
import { obligationStatuses, type ObligationStatus } from '#shared/features/fulfilment/model.ts';
import type { DueFilter, DueLine, DueSort } from '#shared/features/fulfilment/portfolio.ts';
import { dueSoonDays } from '#shared/features/fulfilment/rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { haveNameKeys, type KeyedTable } from '../../db/name-keys.ts';
import { nameKey } from '../../db/name-order.ts';
import { owingStages, signedStages } from '../../db/owed.ts';
import { containing, sql, type Sql } from '../../db/sql.ts';

/** Reads across contracts. Each walks an index by due day, so that a page costs the same however many contracts there are. */

type LineRow = Omit<DueLine, 'evidenceRequired'> & { readonly evidenceRequired: 0 | 1; readonly dueKey: string };

// CROSS JOIN keeps the walk on the due days.
const live = sql`contracts.stage IN ${signedStages} AND contracts.archived_at IS NULL`;
const obligationLines = sql`
  SELECT obligations.id, 'obligation' AS kind, contract_id AS contractId, number AS contractNumber, contracts.title AS contractTitle, obligations.title,
    obligor, type, NULL AS sequence, due_on AS dueOn, grace_days AS graceDays, status, met_on AS metOn, coalesce(users.name, '') AS ownerName,
    evidence_required AS evidenceRequired, obligations.revision, due_key AS dueKey
  FROM obligations CROSS JOIN contracts ON contracts.id = contract_id LEFT JOIN users ON users.id = obligations.owner_id`;
const paymentLines = sql`
  SELECT payment_dues.id, 'payment' AS kind, contract_id AS contractId, number AS contractNumber, contracts.title AS contractTitle, '' AS title,
    CASE payment_dues.direction WHEN 'pay' THEN 'us' ELSE 'them' END AS obligor, CASE payment_dues.direction WHEN 'pay' THEN 'payment' ELSE 'receipt' END AS type,
    sequence, due_on AS dueOn, 0 AS graceDays, CASE is_open WHEN 1 THEN 'planned' ELSE 'met' END AS status, NULL AS metOn, coalesce(users.name, '') AS ownerName,
    0 AS evidenceRequired, payment_dues.revision, due_key AS dueKey
  FROM payment_dues CROSS JOIN contracts ON contracts.id = contract_id LEFT JOIN users ON users.id = payment_dues.owner_id`;

export interface Asking {
  readonly userId: UserId;
  readonly today: Day;
}

export interface DuePageRequest {
  readonly cursor: string | null;
  readonly limit: number;
  readonly sort?: { readonly by: DueSort; readonly descending: boolean };
}

type DueTable = 'obligations' | 'payment_dues';

// A payment has no title and no state of its own: it is sorted as what it is shown as.
const sortKeys: Readonly<Record<DueSort, Readonly<Record<DueTable, Sql>>>> = {
  due: { obligations: sql`due_key`, payment_dues: sql`due_key` },
  title: { obligations: sql`obligations.title_key`, payment_dues: sql`''` },
  contract: { obligations: sql`contracts.title_key`, payment_dues: sql`contracts.title_key` },
  status: { obligations: sql`status`, payment_dues: sql`CASE is_open WHEN 1 THEN 'planned' ELSE 'met' END` },
  owner: { obligations: sql`coalesce(users.name_key, '')`, payment_dues: sql`coalesce(users.name_key, '')` },
};

const namesOf: Readonly<Partial<Record<DueSort, KeyedTable>>> = { title: 'obligations', contract: 'contracts', owner: 'users' };

/** How a page is sorted: by day where the names that were asked for have no keys yet, and on from there. */
function presentSort(db: Readable, by: DueSort, after: Place | null): DueSort {
  const names = namesOf[by];
  const isByDay = names !== undefined && (after === null ? !haveNameKeys(db, names) : after.isByDay);
  return isByDay ? 'due' : by;
}

/** A page of what falls due, sorted and by id; without a sort by day, closed ones from the latest. */
export function listDue(db: Readable, filter: DueFilter, { cursor, limit, sort }: DuePageRequest, asking: Asking): { readonly lines: readonly DueLine[]; readonly nextCursor: string | null } {
  const { by: asked, descending: isDescending } = sort ?? { by: 'due', descending: filter.show === 'closed' };
  const after = readCursor(cursor);
  const by = presentSort(db, asked, after);
  const page = (lines: Sql, table: DueTable, conditions: Sql) => {
    const key = sortKeys[by][table];
    const id = table === 'obligations' ? sql`obligations.id` : sql`payment_dues.id`;
    const behind = after === null ? sql`1` : isDescending ? sql`(${key}, ${id}) < (${after.key}, ${after.id})` : sql`(${key}, ${id}) > (${after.key}, ${after.id})`;
    const order = isDescending ? sql`ORDER BY ${key} DESC, ${id} DESC` : sql`ORDER BY ${key}, ${id}`;
    return db.all<LineRow>(sql`${lines} WHERE ${conditions} AND ${behind} AND ${live} ${order} LIMIT ${limit + 1}`);
  };
  const isOfPayments = filter.type === undefined || filter.type === 'payment' || filter.type === 'receipt';
  const rows = [
    ...page(obligationLines, 'obligations', matchingObligations(filter, asking)),
    ...(isOfPayments ? page(paymentLines, 'payment_dues', matchingPayments(filter, asking)) : []),
  ].toSorted((one, other) => (isDescending ? -1 : 1) * compareKeys(keyOf(one, by), keyOf(other, by)));
  const last = rows[limit - 1];
  return { lines: rows.slice(0, limit).map(lineOf), nextCursor: rows.length > limit && last !== undefined ? JSON.stringify([...keyOf(last, by), ...(by === asked ? [] : ['due'])]) : null };
}

/** The obligations and payments of one contract, signed or not, by day. */
export function linesOfContract(db: Readable, contractId: ContractId, limit: number): readonly DueLine[] {
  const of = (lines: Sql) => db.all<LineRow>(sql`${lines} WHERE contract_id = ${contractId} ORDER BY due_key LIMIT ${limit}`);
  return [...of(obligationLines), ...of(paymentLines)].toSorted((one, other) => compareKeys(keyOf(one, 'due'), keyOf(other, 'due'))).slice(0, limit).map(lineOf);
}

/** How many lines a filter has; the counting stops beyond `most`. */
export function countDue(db: Readable, filter: DueFilter, most: number, asking: Asking): number {
  const isOfPayments = filter.type === undefined || filter.type === 'payment' || filter.type === 'receipt';
  const count = (from: Sql) => db.get<{ count: number }>(sql`SELECT count(*) AS count FROM (SELECT 1 FROM ${from} AND ${live} LIMIT ${most + 1})`)?.count ?? 0;
  const obligations = count(sql`obligations CROSS JOIN contracts ON contracts.id = contract_id WHERE ${matchingObligations(filter, asking)}`);
  const payments = isOfPayments ? count(sql`payment_dues CROSS JOIN contracts ON contracts.id = contract_id WHERE ${matchingPayments(filter, asking)}`) : 0;
  return Math.min(most + 1, obligations + payments);
}

export interface BoardColumn {
  readonly status: ObligationStatus;
  readonly count: number;
  readonly lines: readonly DueLine[];
}

/** The obligations by state, so many of each: open ones from the earliest day, closed ones from the latest. */
export function board(db: Readable, filter: Pick<DueFilter, 'mine' | 'obligor' | 'search'>, perColumn: number, most: number, { userId }: Asking): readonly BoardColumn[] {
  const { mine, obligor } = filter;
  const matching = sql`${obligor === undefined ? sql`1` : sql`obligor = ${obligor}`} AND ${worded(filter, true)}`;
  return obligationStatuses.map((status) => {
    const isClosed = status === 'met' || status === 'waived' || status === 'cancelled';
    // With the person's own, the index of owners narrows more than the one of states.
    const owned = mine ? sql`obligations.owner_id = ${userId} AND is_open = ${isClosed ? 0 : 1} AND +status = ${status}` : sql`status = ${status}`;
    const conditions = sql`${owned} AND ${matching} AND ${live}`;
    const order = isClosed ? sql`ORDER BY due_key DESC, obligations.id DESC` : sql`ORDER BY due_key, obligations.id`;
    const lines = db.all<LineRow>(sql`${obligationLines} WHERE ${conditions} ${order} LIMIT ${perColumn}`).map(lineOf);
    const counted = lines.length < perColumn ? lines.length : (db.get<{ count: number }>(sql`
      SELECT count(*) AS count FROM (SELECT 1 FROM obligations CROSS JOIN contracts ON contracts.id = contract_id WHERE ${conditions} LIMIT ${most})`)?.count ?? 0);
    return { status, count: counted, lines };
  });
}

export interface CalendarDay {
  readonly day: Day;
  readonly total: number;
  readonly lines: readonly DueLine[];
}

/** What falls on each day of a span, at most `perDay` lines of each with the count of all. */
export function calendarDays(db: Readable, from: Day, to: Day, perDay: number, filter: Pick<DueFilter, 'mine' | 'obligor' | 'search'>, { userId }: Asking): readonly CalendarDay[] {
  const { mine, obligor } = filter;
  const owner = (table: Sql) => (mine ? sql`${table}.owner_id = ${userId}` : sql`1`);
  const numbered = (lines: Sql, conditions: Sql) =>
    db.all<LineRow & { readonly total: number }>(sql`
      SELECT * FROM (SELECT *, count(*) OVER (PARTITION BY dueKey) AS total, row_number() OVER (PARTITION BY dueKey ORDER BY id) AS place
        FROM (${lines} WHERE due_key BETWEEN ${from} AND ${to} AND ${conditions} AND ${live})) WHERE place <= ${perDay} ORDER BY dueKey`);
  const side = obligor === undefined ? sql`1` : sql`obligor = ${obligor}`;
  const direction = obligor === undefined ? sql`1` : sql`payment_dues.direction = ${obligor === 'us' ? 'pay' : 'receive'}`;
  const rows = [
    ...numbered(obligationLines, sql`status <> 'cancelled' AND ${side} AND ${worded(filter, true)} AND ${owner(sql`obligations`)}`),
    ...numbered(paymentLines, sql`is_open IN (0, 1) AND ${direction} AND ${worded(filter, false)} AND ${owner(sql`payment_dues`)}`),
  ];
  return [...Map.groupBy(rows, ({ dueKey }) => dueKey as Day)]
    .map(([day, found]) => {
      const totals = new Map(found.map(({ kind, total }) => [kind, total]));
      return { day, total: [...totals.values()].reduce((sum, one) => sum + one, 0), lines: found.slice(0, perDay).map(lineOf) };
    })
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
}

/** What is due from a day to another, open, of contracts that bind: for reminders, without any sum. */
export function listDueItems(db: Readable, fromDay: Day, toDay: Day): readonly DueItem[] {
  const binding = sql`contracts.stage IN ${owingStages} AND contracts.archived_at IS NULL`;
  return [
    ...db.all<DueItem>(sql`
      SELECT 'obligation' AS kind, obligations.id AS entityId, contract_id AS contractId, 'due' AS event, due_on AS targetOn, obligations.owner_id AS ownerId, obligations.title
      FROM obligations CROSS JOIN contracts ON contracts.id = contract_id WHERE is_open = 1 AND due_key BETWEEN ${fromDay} AND ${toDay} AND ${binding} ORDER BY due_key, obligations.id`),
    ...db.all<DueItem>(sql`
      SELECT 'payment' AS kind, payment_dues.id AS entityId, contract_id AS contractId, 'due' AS event, due_on AS targetOn, payment_dues.owner_id AS ownerId, '' AS title
      FROM payment_dues CROSS JOIN contracts ON contracts.id = contract_id WHERE is_open = 1 AND due_key BETWEEN ${fromDay} AND ${toDay} AND ${binding} ORDER BY due_key, payment_dues.id`),
  ];
}

function matchingObligations(filter: DueFilter, asking: Asking): Sql {
  const graced = filter.show === 'overdue' ? sql`overdue_from <= ${asking.today}` : sql`1`;
  const type = filter.type === undefined ? sql`1` : sql`type = ${filter.type}`;
  const side = filter.obligor === undefined ? sql`1` : sql`obligor = ${filter.obligor}`;
  return sql`${byTime(filter, asking)} AND ${graced} AND ${type} AND ${side} AND ${worded(filter, true)} AND ${filter.mine ? sql`obligations.owner_id = ${asking.userId}` : sql`1`}`;
}

function matchingPayments(filter: DueFilter, asking: Asking): Sql {
  const directions = [filter.type === 'payment' || filter.obligor === 'us' ? 'pay' : null, filter.type === 'receipt' || filter.obligor === 'them' ? 'receive' : null].filter((one) => one !== null);
  const direction = directions.map((one) => sql`payment_dues.direction = ${one}`).reduce<Sql>((all, next) => sql`${all} AND ${next}`, sql`1`);
  return sql`${byTime(filter, asking)} AND ${direction} AND ${worded(filter, false)} AND ${filter.mine ? sql`payment_dues.owner_id = ${asking.userId}` : sql`1`}`;
}

function worded({ search = '' }: Pick<DueFilter, 'search'>, hasTitle: boolean): Sql {
  if (search === '') return sql`1`;
  const pattern = containing(search);
  const own = hasTitle ? sql`obligations.title LIKE ${pattern} ESCAPE '\\' OR` : sql``;
  return sql`(${own} contracts.title LIKE ${pattern} ESCAPE '\\' OR contracts.number LIKE ${pattern} ESCAPE '\\')`;
}

function byTime({ show, from, to }: DueFilter, { today }: Asking): Sql {
  // BETWEEN, because SQLite takes two comparisons for narrower than they are, and leaves a person's own index aside.
  const span = sql`due_key BETWEEN ${from ?? ''} AND ${to ?? '9999-12-31'}`;
  switch (show) {
    case 'open':
      return sql`is_open = 1 AND ${span}`;
    case 'overdue':
      return sql`is_open = 1 AND due_key < ${today} AND ${span}`;
    case 'soon':
      return sql`is_open = 1 AND due_key BETWEEN ${today} AND ${addDays(today, dueSoonDays)} AND ${span}`;
    case 'closed':
      return sql`is_open = 0 AND ${span}`;
    case 'all':
      return span;
  }
}

type SortKey = readonly [key: string, id: string];

/** What a row was sorted by in SQL. */
function keyOf({ dueKey, title, contractTitle, status, ownerName, id }: LineRow, by: DueSort): SortKey {
  return [{ due: dueKey, title: nameKey(title), contract: nameKey(contractTitle), status, owner: nameKey(ownerName) }[by], id];
}

/** As SQLite compares texts, byte by byte, so that both tables' rows fall into one order. */
function compareKeys(one: SortKey, other: SortKey): number {
  return Buffer.compare(Buffer.from(one[0]), Buffer.from(other[0])) || Buffer.compare(Buffer.from(one[1]), Buffer.from(other[1]));
}

function lineOf({ dueKey: _, evidenceRequired, ...line }: LineRow): DueLine {
  return {
    id: line.id, kind: line.kind, contractId: line.contractId, contractNumber: line.contractNumber, contractTitle: line.contractTitle, title: line.title,
    obligor: line.obligor, type: line.type, sequence: line.sequence, dueOn: line.dueOn, graceDays: line.graceDays, status: line.status, metOn: line.metOn,
    ownerName: line.ownerName, evidenceRequired: evidenceRequired === 1, revision: line.revision,
  };
}

interface Place {
  readonly key: string;
  readonly id: string;
  /** Whether the days stand in for names. */
  readonly isByDay: boolean;
}

function readCursor(cursor: string | null): Place | null {
  if (cursor === null) return null;
  try {
    const [key, id, instead] = JSON.parse(cursor) as readonly unknown[];
    return typeof key === 'string' && typeof id === 'string' ? { key, id, isByDay: instead === 'due' } : null;
  } catch {
    return null;
  }
}
