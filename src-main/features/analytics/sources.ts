import { cycleBands, type Definition, type Dimension, type Measure } from '#shared/features/analytics/model.ts';
import { levelFrom } from '#shared/features/risks/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import { endedRounds, wasAsked } from '../../db/ended-rounds.ts';
import { binds, stillToPay } from '../../db/owed.ts';
import { sql, type Sql } from '../../db/sql.ts';

/** Where a measure's rows come from, as SQL. Every source can join `contracts`, so that filters and their groups are one. */
export interface Source {
  readonly from: Sql;
  /** Joins the rows to their contracts: needed only where a filter or a group asks for what a contract has. Absent: they are in `from`. */
  readonly joined?: Sql;
  /** What narrows the rows always. */
  readonly where: Sql;
  /** The day (ISO) by which a row falls into a period and a month. */
  readonly on: Sql;
  /** Groups beside those that every contract has. */
  readonly groups: Partial<Readonly<Record<Dimension, Sql>>>;
  /** Null where its parts divide by nothing. */
  readonly value: Sql;
  readonly currency: Sql | null;
  /** The value of a single row, for a median; absent for plain sums. */
  readonly medianOf?: Sql;
  /** Tables that another feature keeps: without them there is nothing to measure. */
  readonly tables: readonly string[];
}

export interface SourceFacts {
  readonly today: Day;
  readonly offsetMinutes: number;
}

/**
 * Contracts as reports read them: the index holds all that they group and narrow by, so that a wide table is not decrypted
 * for a few words of each row. Single rows with their titles are read from the table.
 */
export const contractsForReports = sql`contracts INDEXED BY contracts_for_reports`;

/** How a measure is read from the vault, with contracts taken from the table or from an index. */
export function sourceOf(measure: Measure, facts: SourceFacts, contracts: Sql = sql`contracts`): Source {
  const dayOf = (instant: Sql): Sql => sql`date(${instant} / 1000 + ${facts.offsetMinutes * 60}, 'unixepoch')`;
  const count = sql`count(*)`;
  const joinedBy = (rows: Sql): Sql => sql`JOIN ${contracts} ON contracts.id = ${rows}.contract_id`;
  const plain = { where: sql`1`, currency: null, tables: [], groups: {} };
  switch (measure) {
    case 'contracts':
      return { ...plain, from: contracts, where: sql`contracts.archived_at IS NULL`, on: sql`contracts.signed_on`, value: count };
    case 'value':
    case 'averageValue':
      return { ...plain, from: sql`${contracts} JOIN finance.contract_totals ON contract_totals.contract_id = contracts.id`, where: sql`contracts.archived_at IS NULL`, on: sql`contracts.signed_on`, value: measure === 'value' ? sql`sum(minor)` : sql`round(avg(minor))`, currency: sql`currency` };
    case 'signings':
    case 'cycleMedian': {
      const days = sql`(stage_events.at - contracts.created_at) / 86400000.0`;
      const from = sql`stage_events JOIN ${contracts} ON contracts.id = stage_events.contract_id`;
      const source = { ...plain, from, where: sql`to_stage = 'signed'`, on: dayOf(sql`stage_events.at`), groups: { cycleBand: bandOf(days) }, value: count };
      return measure === 'signings' ? source : { ...source, medianOf: days };
    }
    case 'approvals':
    case 'approvalHours':
    case 'firstPass':
      return {
        ...plain,
        from: sql`${endedRounds()} AS rounds`,
        joined: joinedBy(sql`rounds`),
        where: { approvalHours: sql`rounds.state = 'approved'`, firstPass: sql`rounds.state IN ('approved', 'rejected', 'returned')`, approvals: sql`rounds.state <> 'voided'` }[measure],
        on: dayOf(sql`rounds.closed_at`),
        groups: { flow: sql`rounds.flow_name`, result: sql`rounds.state` },
        value:
          measure === 'approvals'
            ? count
            : measure === 'approvalHours'
              ? sql`avg((rounds.closed_at - rounds.submitted_at) / 3600000.0)`
              : sql`avg(rounds.state = 'approved' AND NOT EXISTS (SELECT 1 FROM approval_rounds AS earlier WHERE earlier.contract_id = rounds.contract_id AND earlier.submitted_at < rounds.submitted_at AND ${wasAsked(sql`earlier`)}))`,
      };
    case 'checkFindings':
      // Crossed, so that SQLite goes from the texts that were checked to their contracts and never the other way.
      return {
        ...plain,
        from: sql`clauses.finding_counts AS found JOIN clauses.counted_versions AS counted ON counted.contract_id = found.contract_id AND counted.version_number = found.version_number
          CROSS JOIN ${contracts} ON contracts.id = found.contract_id AND contracts.version_number = found.version_number`,
        where: sql`found.open > 0`,
        on: sql`counted_on`,
        groups: { rule: sql`rule_id`, ruleKind: sql`found.kind`, severity: sql`severity` },
        value: sql`sum(found.open)`,
      };
    case 'findingsPerContract':
      return { ...plain, from: sql`clauses.counted_versions AS counted CROSS JOIN ${contracts} ON contracts.id = counted.contract_id AND contracts.version_number = counted.version_number`, on: sql`counted_on`, value: sql`avg(counted.open)` };
    case 'reviewsHeld':
    case 'reviewPunctuality':
    case 'reviewLoad': {
      const isLoad = measure === 'reviewLoad';
      return {
        ...plain,
        from: sql`reviews LEFT JOIN users AS reviewer ON reviewer.id = reviewer_id`,
        joined: joinedBy(sql`reviews`),
        where: isLoad ? sql`reviews.state IN ('scheduled', 'in_progress')` : sql`reviews.state = 'completed'`,
        on: isLoad ? sql`due_on` : sql`closed_on`,
        groups: { reviewer: sql`reviewer.name`, result: sql`reviews.result`, reason: sql`reviews.reason` },
        value: measure === 'reviewPunctuality' ? sql`avg(closed_on <= due_on)` : count,
      };
    }
    case 'followUps':
      return {
        ...plain,
        from: sql`review_findings LEFT JOIN users AS reviewer ON reviewer.id = review_findings.owner_id`,
        joined: joinedBy(sql`review_findings`),
        on: dayOf(sql`review_findings.created_at`),
        groups: { reviewer: sql`reviewer.name`, result: sql`review_findings.state` },
        value: count,
      };
    case 'templateUse':
      return { ...plain, from: contracts, where: sql`template_version_id IS NOT NULL`, on: dayOf(sql`contracts.created_at`), value: count };
    case 'obligations':
    case 'fulfilmentRate':
      return {
        ...plain,
        from: sql`obligations`,
        joined: joinedBy(sql`obligations`),
        // Within its days of grace it is open whether it will be in time.
        where: measure === 'obligations' ? binds(sql`obligations.contract_id`) : sql`${binds(sql`obligations.contract_id`)} AND obligations.due_on <= ${facts.today} AND obligations.status NOT IN ('cancelled', 'waived') AND (obligations.status = 'met' OR obligations.overdue_from <= ${facts.today})`,
        on: sql`obligations.due_on`,
        groups: { obligationType: sql`obligations.type`, obligor: sql`obligations.obligor` },
        value: measure === 'obligations' ? count : sql`avg(obligations.status = 'met' AND obligations.met_on < obligations.overdue_from)`,
        tables: ['obligations'],
      };
    case 'problems':
      return {
        ...plain,
        from: sql`problems`,
        joined: joinedBy(sql`problems`),
        on: sql`problems.opened_on`,
        groups: { problemKind: sql`problems.kind` },
        value: count,
        tables: ['problems'],
      };
    case 'paymentsDue':
    case 'paymentsLate':
      return {
        ...plain,
        from: sql`payment_dues JOIN finance.payment_plans ON payment_id = payment_dues.id`,
        joined: joinedBy(sql`payment_dues`),
        where:
          measure === 'paymentsDue'
            ? sql`payment_dues.due_on IS NOT NULL AND ${binds(sql`payment_dues.contract_id`)}`
            : // Nobody waits for what is open under a contract that was put away.
              sql`payment_dues.is_open = 1 AND payment_dues.due_on < ${facts.today} AND ${binds(sql`payment_dues.contract_id`)}
                AND payment_dues.contract_id NOT IN (SELECT id FROM contracts WHERE archived_at IS NOT NULL)`,
        on: sql`payment_dues.due_on`,
        groups: { direction: sql`payment_dues.direction`, payState: sql`payment_plans.status` },
        value: measure === 'paymentsDue' ? sql`sum(payment_plans.minor)` : sql`sum(${stillToPay})`,
        currency: sql`payment_plans.currency`,
        tables: ['payment_dues'],
      };
    case 'riskScore':
      return {
        ...plain,
        from: sql`risks`,
        joined: sql`LEFT JOIN ${contracts} ON contracts.id = risks.contract_id`,
        on: dayOf(sql`risks.created_at`),
        groups: { riskLevel: sql`CASE WHEN likelihood * impact >= ${levelFrom.high} THEN 'high' WHEN likelihood * impact >= ${levelFrom.medium} THEN 'medium' ELSE 'low' END` },
        value: sql`avg(likelihood * impact)`,
        tables: ['risks'],
      };
  }
}

/** What a row is grouped by: the source's own groups, else those of its contract and its day. */
export function groupOf(dimension: Dimension, { groups, on }: Source): Sql {
  const own = groups[dimension];
  if (own !== undefined) return own;
  switch (dimension) {
    case 'type':
      return sql`contracts.contract_type`;
    case 'stage':
      return sql`contracts.stage`;
    case 'owner':
      return sql`nullif(contracts.owner_name, '')`;
    case 'department':
      return sql`nullif(contracts.department, '')`;
    case 'kind':
      return sql`contracts.record_kind`;
    case 'direction':
      return sql`contracts.direction`;
    case 'party':
      return sql`report_party.name_zh`;
    case 'template':
      return sql`report_template.title_zh`;
    case 'endMonth':
      return sql`nullif(substr(report_dates.term_end_on, 1, 7), '')`;
    case 'month':
      return sql`substr(${on}, 1, 7)`;
    case 'quarter':
      return sql`substr(${on}, 1, 4) || '-Q' || ((CAST(substr(${on}, 6, 2) AS INTEGER) + 2) / 3)`;
    case 'year':
      return sql`substr(${on}, 1, 4)`;
    default:
      return sql`NULL`;
  }
}

const ofContracts: readonly Dimension[] = ['type', 'stage', 'owner', 'department', 'kind', 'direction', 'party', 'template', 'endMonth'];

/** Whether a report asks for what a contract has; else its rows are counted without looking at a contract. */
export function readsContracts({ groupBy, splitBy, filter }: Pick<Definition, 'groupBy' | 'splitBy' | 'filter'>, { groups }: Source): boolean {
  const isGrouped = [groupBy, splitBy].some((dimension) => dimension !== null && ofContracts.includes(dimension) && groups[dimension] === undefined);
  return isGrouped || filter.types.length > 0 || filter.stages.length > 0 || filter.ownerName !== '';
}

/** The tables that a group needs beside the source's. A contract with several parties counts with each of them. */
export function joinOf(dimensions: readonly (Dimension | null)[]): Sql {
  const party = dimensions.includes('party') ? sql` LEFT JOIN contract_parties AS report_side ON report_side.contract_id = contracts.id LEFT JOIN parties AS report_party ON report_party.id = report_side.party_id` : sql``;
  const template = dimensions.includes('template') ? sql` LEFT JOIN template_versions AS report_template ON report_template.id = contracts.template_version_id` : sql``;
  const dates = dimensions.includes('endMonth') ? sql` LEFT JOIN contract_dates AS report_dates ON report_dates.contract_id = contracts.id` : sql``;
  return sql`${party}${template}${dates}`;
}

/** The bands of days, as 1, 3, 7 … for “up to”, and more than the last. */
function bandOf(days: Sql): Sql {
  const cases = cycleBands.map((most) => sql`WHEN ${days} <= ${most} THEN ${String(most).padStart(3, '0')}`).reduce((all, next) => sql`${all} ${next}`);
  return sql`CASE ${cases} ELSE '999' END`;
}
