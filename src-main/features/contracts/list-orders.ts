import { isDescendingByDefault, type ContractPage } from '#shared/features/contracts/list.ts';
import { stages, type Stage } from '#shared/features/contracts/stage.ts';
import { numberOrder } from '../../db/number-order.ts';
import { sql, type Sql } from '../../db/sql.ts';
import { contractsFirst, datesFirst } from './queries.ts';

/** One part of an order: the contracts that meet `met`, by their key and then their id (any that tells those of one key apart), as an index holds them. */
export interface OrderPart {
  /** What conditions tell the parts of an order by: `blank` for those without what is sorted by, else a value or `all`. */
  readonly name: string;
  /** Asks a contract that is at hand with its dates. */
  readonly met: Sql;
  /** Null where all are alike. */
  readonly key: Sql | null;
  readonly id: Sql;
  /** The tables in the order in which they are walked. */
  readonly from: Sql;
  /** The one of them whose index holds the order, and what of `met` is told by it alone. */
  readonly held: { readonly by: Sql; readonly met: Sql };
  readonly direction: 'ASC' | 'DESC';
}

export interface ListOrder {
  /** As they follow each other; every contract is in one of them. */
  readonly parts: readonly OrderPart[];
  /** The key of a contract that is at hand with its dates, and what those of one key are told apart by. */
  readonly key: Sql;
  readonly id: Sql;
}

/**
 * What a sum is sorted and bounded by, whatever its currency: its figure in whole units, a yen having no smaller ones. The
 * finance compartment's index holds just this expression.
 */
export const figureOfSum: Sql = sql`(contract_totals.minor / CASE contract_totals.currency WHEN 'JPY' THEN 1.0 ELSE 100.0 END)`;

interface Walk extends Pick<OrderPart, 'id' | 'from'> {
  readonly key: Sql;
  /** Whose index holds the order. */
  readonly table: Sql;
}

const ofContracts = { id: sql`contracts.id`, table: sql`contracts`, from: contractsFirst };
const byUpdate: Walk = { ...ofContracts, key: sql`contracts.updated_at` };
const byNumber: Walk = { ...ofContracts, key: numberOrder(sql`contracts.number`) };
const byTitle: Walk = { ...ofContracts, key: sql`contracts.title_key` };
const byEffect: Walk = { ...ofContracts, key: sql`coalesce(contracts.effective_on, '')` };
const ofDates = { id: sql`contract_dates.contract_id`, table: sql`contract_dates`, from: datesFirst };
const byEnd: Walk = { ...ofDates, key: sql`contract_dates.term_end_on` };
const byDeadline: Walk = { ...ofDates, key: sql`contract_dates.notice_deadline_on` };
// Their indexes have each value's contracts as they were added.
const ofAdding = { ...ofContracts, id: sql`contracts.rowid` };
const byOwner: Walk = { ...ofAdding, key: sql`contracts.owner_key` };
const byDepartment: Walk = { ...ofAdding, key: sql`contracts.department_key` };
const bySum: Walk = {
  id: sql`contract_totals.contract_id`,
  table: sql`finance.contract_totals`,
  from: sql`finance.contract_totals CROSS JOIN ${contractsFirst} AND contracts.id = contract_totals.contract_id`,
  key: figureOfSum,
};
const hasSum = sql`EXISTS (SELECT 1 FROM finance.contract_totals WHERE contract_id = contracts.id)`;
const sumAtHand = sql`coalesce((SELECT ${figureOfSum} FROM finance.contract_totals WHERE contract_id = contracts.id), '')`;

/**
 * The order of a list. What has no such date or sum stands at its end, whichever way the rest runs; of one stage the one that was
 * changed last comes first. To sort by the sum takes the finance compartment.
 */
export function orderOf({ sort, descending = isDescendingByDefault(sort) }: Pick<ContractPage, 'sort' | 'descending'>): ListOrder {
  const direction = descending ? 'DESC' : 'ASC';
  switch (sort) {
    case 'updated':
      return whole(byUpdate, direction);
    case 'number':
      return whole(byNumber, direction);
    case 'title':
      return whole(byTitle, direction);
    case 'effective':
      return filled(byEffect, direction);
    case 'end':
      return filled(byEnd, direction);
    case 'notice':
      return filled(byDeadline, direction);
    case 'stage':
      return byStage(descending ? stages.toReversed() : stages);
    case 'owner':
      return filled(byOwner, direction);
    case 'department':
      return filled(byDepartment, direction);
    case 'amount': {
      const [all, blank] = [partOf(bySum, { name: 'all', met: hasSum, direction }), partOf({ ...ofContracts, key: null }, { name: 'blank', met: sql`NOT ${hasSum}`, direction })];
      return { parts: [all, blank].map((part) => ({ ...part, held: { ...part.held, met: sql`1` } })), key: sumAtHand, id: ofContracts.id };
    }
  }
}

function whole(walk: Walk, direction: OrderPart['direction']): ListOrder {
  return { parts: [partOf(walk, { name: 'all', met: sql`1`, direction })], key: walk.key, id: walk.id };
}

function filled(walk: Walk, direction: OrderPart['direction']): ListOrder {
  const parts = [partOf(walk, { name: 'all', met: sql`${walk.key} > ''`, direction }), partOf({ ...walk, key: null }, { name: 'blank', met: sql`${walk.key} = ''`, direction })];
  return { parts, key: walk.key, id: walk.id };
}

function byStage(inOrder: readonly Stage[]): ListOrder {
  return { parts: inOrder.map((stage) => partOf(byUpdate, { name: stage, met: sql`contracts.stage = ${stage}`, direction: 'DESC' })), key: byUpdate.key, id: byUpdate.id };
}

function partOf({ table, ...walk }: Omit<Walk, 'key'> & Pick<OrderPart, 'key'>, of: Pick<OrderPart, 'name' | 'met' | 'direction'>): OrderPart {
  return { ...walk, ...of, held: { by: table, met: of.met } };
}
