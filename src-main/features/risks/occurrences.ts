import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ReminderEvent } from '#shared/features/reminders/model.ts';
import type { CounterpartyGrade } from '#shared/features/risks/score.ts';
import type { Trigger } from '#shared/features/risks/warnings.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { dayOn, type Clock } from '../../ports.ts';
import { localMoment } from '../../scheduler/local-moment.ts';
import type { Session } from '../../vault/session.ts';

/** Something that a rule warns of. `key` stays the same for the same happening. */
export interface Occurrence {
  readonly key: string;
  readonly contractId: ContractId | null;
  /** When it came to be (epoch ms). */
  readonly at: number;
}

/** A date of a contract, as the reminders know it. */
export interface DatedThing {
  readonly entityId: string;
  readonly contractId: ContractId | null;
  readonly targetOn: Day;
}

/** An obligation that became overdue on a day, and when it was done with (epoch ms); null: it is open. */
export interface OverdueThing extends DatedThing {
  readonly since: Day;
  readonly endedAt: number | null;
}

export interface LatePayment extends DatedThing {
  readonly amountMinor: number;
}

export interface OccurrenceParts {
  readonly clock: Clock;
  /** What falls or fell due of an event between two days, open or in the history. */
  readonly datesBetween: (db: Readable, event: ReminderEvent, from: Day, until: Day) => readonly DatedThing[];
  /** What was overdue by a day in the contracts in which something became so from another on, the first to become so first; with `onlyOpen` where that is open still. */
  readonly overdueHistory: (db: Readable, of: { readonly from: Day; readonly until: Day; readonly least: number; readonly onlyOpen: boolean }) => readonly OverdueThing[];
  /** Payments that were due before a day and are open; for those who hold the key. */
  readonly openPayments: (session: Session, before: Day) => readonly LatePayment[];
  readonly gradesOf: (db: Readable) => readonly { readonly partyId: string; readonly grade: CounterpartyGrade; readonly since: number }[];
  readonly scored: (session: Session, from: number) => readonly { readonly contractId: ContractId; readonly score: number }[];
}

/** Triggers that can only be asked about the present: nobody kept how it was before. */
export const presentOnly: ReadonlySet<Trigger['kind']> = new Set(['score_reached', 'template_retired', 'grade_fell']);

/** Between which moments (epoch ms, the first not included) one looks; with `onlyPresent` what is over by now is left out. */
interface Span {
  readonly from: number;
  readonly until: number;
  readonly onlyPresent: boolean;
}

/** What a trigger would have warned of in a span of time, the latest first. */
export function occurrencesOf(session: Session, trigger: Trigger, span: Span, parts: OccurrenceParts): readonly Occurrence[] {
  const { from, until } = span;
  const all = find(session, trigger, span, parts);
  return all.filter(({ at }) => at > from && at <= until).toSorted((one, other) => other.at - one.at);
}

function find(session: Session, trigger: Trigger, { from, until, onlyPresent }: Span, parts: OccurrenceParts): readonly Occurrence[] {
  const { db } = session;
  const { clock } = parts;
  const days = { from: dayOn({ ...clock, now: () => from }), until: dayOn({ ...clock, now: () => until }) };
  const onDay = (thing: DatedThing, offset: number): Occurrence => ({ key: `${thing.entityId} ${thing.targetOn}`, contractId: thing.contractId, at: localMoment(clock, addDays(thing.targetOn, offset), 0) });
  switch (trigger.kind) {
    case 'text_changed':
      return textChanges(db, from, until);
    case 'notice_near':
    case 'expiry_near': {
      const event = trigger.kind === 'notice_near' ? 'notice_deadline' : 'expiry';
      return parts.datesBetween(db, event, addDays(days.from, trigger.days), addDays(days.until, trigger.days)).map((thing) => onDay(thing, -trigger.days));
    }
    case 'obligations_overdue':
      return timesReached(parts.overdueHistory(db, { ...days, least: trigger.count, onlyOpen: onlyPresent }), trigger.count, onlyPresent, (day) => localMoment(clock, day, 0));
    case 'payment_late':
      return parts
        .openPayments(session, days.until)
        .filter(({ amountMinor }) => amountMinor > trigger.amountMinor)
        .map((payment) => onDay(payment, trigger.days));
    case 'approval_late':
      return lateApprovals(db, trigger.days * 86_400_000, from, until);
    case 'stage_stays':
      return staysIn(db, trigger.stage, trigger.days * 86_400_000, from, until);
    case 'grade_fell': {
      const bad = grades.slice(grades.indexOf(trigger.grade));
      return parts.gradesOf(db).flatMap(({ partyId, grade, since }) => (bad.includes(grade) ? [{ key: `${partyId} ${grade} ${since}`, contractId: null, at: since }] : []));
    }
    case 'template_retired':
      return draftsOfRetired(db, until);
    case 'score_reached':
      return parts.scored(session, trigger.score).map(({ contractId }) => ({ key: contractId, contractId, at: until }));
  }
}

const grades: readonly CounterpartyGrade[] = ['A', 'B', 'C', 'D', 'blacklisted'];

function textChanges(db: Readable, from: number, until: number): readonly Occurrence[] {
  return db.all<Occurrence>(sql`
    SELECT id AS key, contract_id AS contractId, at FROM stage_events
    WHERE at > ${from} AND at <= ${until} AND reason = 'CONTENT_CHANGED' AND from_stage IN ('pending_approval', 'approved', 'pending_signature')`);
}

/** Of each contract the obligations with which the number of those overdue at a time was reached; with `onlyPresent` the last, where it still is. */
function timesReached(things: readonly OverdueThing[], count: number, onlyPresent: boolean, momentOf: (day: Day) => number): readonly Occurrence[] {
  return [...Map.groupBy(things, ({ contractId }) => contractId).values()].flatMap((some) => {
    if (onlyPresent && some.filter(({ endedAt }) => endedAt === null).length < count) return [];
    const reached = some.flatMap(({ entityId, contractId, targetOn, since, endedAt }, index) => {
      const at = momentOf(since);
      const isOverdueThen = (ended: number | null): boolean => ended === null || ended > at;
      const before = some.slice(0, index).filter((one) => isOverdueThen(one.endedAt)).length;
      return isOverdueThen(endedAt) && before === count - 1 ? [{ key: `${entityId} ${targetOn}`, contractId, at }] : [];
    });
    return onlyPresent ? reached.slice(-1) : reached;
  });
}

function lateApprovals(db: Readable, lateMs: number, from: number, until: number): readonly Occurrence[] {
  return db.all<Occurrence>(sql`
    SELECT approval_tasks.id AS key, contract_id AS contractId, due_at + ${lateMs} AS at
    FROM approval_tasks JOIN approval_rounds ON approval_rounds.id = round_id
    WHERE due_at IS NOT NULL AND due_at + ${lateMs} > ${from} AND due_at + ${lateMs} <= ${until}
      AND (approval_tasks.state = 'pending' OR decided_at > due_at + ${lateMs})`);
}

/** Contracts that came into a stage, or were made in it, and were still there after the time. What corrects a step is none. */
function staysIn(db: Readable, stage: string, stayMs: number, from: number, until: number): readonly Occurrence[] {
  const [earliest, latest] = [from - stayMs, until - stayMs];
  const entered = db.all<Occurrence>(sql`
    SELECT id AS key, contract_id AS contractId, at + ${stayMs} AS at FROM stage_events AS came
    WHERE at > ${earliest} AND at <= ${latest} AND to_stage = ${stage} AND from_stage <> to_stage
      AND NOT EXISTS (SELECT 1 FROM stage_events AS left WHERE left.contract_id = came.contract_id AND left.from_stage <> left.to_stage AND left.at > came.at AND left.at < came.at + ${stayMs})`);
  if (stage !== 'draft') return entered;
  const made = db.all<Occurrence>(sql`
    SELECT 'made ' || id AS key, id AS contractId, created_at + ${stayMs} AS at FROM contracts
    WHERE created_at > ${earliest} AND created_at <= ${latest}
      AND NOT EXISTS (SELECT 1 FROM stage_events WHERE contract_id = contracts.id AND at < contracts.created_at + ${stayMs})
      AND (stage = 'draft' OR EXISTS (SELECT 1 FROM stage_events WHERE contract_id = contracts.id))`);
  return [...entered, ...made];
}

function draftsOfRetired(db: Readable, until: number): readonly Occurrence[] {
  return db
    .all<{ id: ContractId; version: string }>(sql`
      SELECT contracts.id, template_version_id AS version FROM contracts JOIN template_versions ON template_versions.id = template_version_id
      WHERE template_versions.status = 'retired' AND stage IN ('draft', 'in_review', 'in_negotiation', 'pending_approval', 'approved', 'pending_signature')`)
    .map(({ id, version }) => ({ key: `${id} ${version}`, contractId: id, at: until }));
}
