import { asksFor, cadenceOf, extraReviews, followingReview, mostFrequent, movedDay, nextOccurrence, type ExtraReview } from '#shared/features/reviews/cadence.ts';
import { defaultPolicy, type ReviewPolicy, type ValueBand } from '#shared/features/reviews/policy.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ReviewReason } from '#shared/features/reviews/model.ts';
import { addDays, dayAt, dayParts, type Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { createBackgroundSteps } from '../../scheduler/background-steps.ts';
import type { Session } from '../../vault/session.ts';
import { amendmentsOf, deleteReview, findReviewed, findTotal, insertReview, listClosedPeriodic, markPending, openReviewsOf, setCadence, setDueOn, settlePending, takePending, type ReviewedContract } from './queries.ts';
import { findPolicy, listBands } from './register-queries.ts';

export interface SchedulingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly session: () => Session | null;
  readonly onChanged: (features: readonly string[]) => void;
  /** How grave the open risks of a contract are; null without any. */
  readonly riskOf: (db: Readable, id: ContractId) => 'high' | 'medium' | 'low' | null;
  /** How many obligations of a contract are overdue on a day. */
  readonly countOverdue: (db: Readable, id: ContractId, today: Day) => number;
  /** The contracts that have overdue obligations on a day. */
  readonly contractsWithOverdue: (db: Readable, today: Day) => readonly ContractId[];
  /** Told of a contract whose reviews were planned, moved or given to somebody, in the transaction that did so. */
  readonly reviewsMoved: (db: Writable, id: ContractId) => void;
}

/** Plans what changes of the law and of the rules ask for; gives how many reviews that were. */
export type LookAtUpdates = (session: Session) => number;

export type Scheduling = ReturnType<typeof createScheduling>;

const step = { contracts: 60, pauseMs: 15 } as const;
/** After a person's own changes the dates are there at once; after an import they come as the background gets on. */
const atOnce = 400;

/** Keeps the planned reviews in step with the contracts' dates and the policy: they follow from those and from nothing else. */
export function createScheduling(parts: SchedulingParts, lookAtUpdates: LookAtUpdates) {
  let looked: { readonly session: Session; readonly day: Day } | null = null;
  const { wake } = createBackgroundSteps({ session: parts.session, pauseMs: step.pauseMs, step: work });

  /** Time alone makes things overdue: a vault was opened, or stays open over midnight. */
  function lookAtOverdue(session: Session): void {
    const today = dayOn(parts.clock);
    if (looked?.session === session && looked.day === today) return;
    const overdue = parts.contractsWithOverdue(session.whole, today);
    if (overdue.length > 0) session.derive((db) => overdue.forEach((id) => markPending(db, id)));
    looked = { session, day: today };
  }

  function work(session: Session): boolean {
    lookAtOverdue(session);
    const done = bringUp(session, step.contracts) + lookAtUpdates(session);
    if (done > 0 && done < step.contracts) parts.onChanged(['reviews', 'home']);
    return done >= step.contracts;
  }

  function catchUp(session: Session): void {
    // While the keys are changed the reviews stand as they did.
    if (session.isBusy) return;
    lookAtOverdue(session);
    lookAtUpdates(session);
    if (bringUp(session, atOnce) === atOnce) wake();
  }

  function bringUp(session: Session, limit: number): number {
    const waiting = takePending(session.whole, limit);
    if (waiting.length === 0) return 0;
    session.derive((db) => {
      const rules = rulesOf(session, db);
      for (const id of waiting) {
        const contract = findReviewed(db, id);
        if (contract !== undefined) {
          reschedule(db, contract, rules);
          parts.reviewsMoved(db, id);
          // An amendment's review is its parent's.
          if (contract.recordKind === 'amendment' && contract.parentId !== null) parts.reviewsMoved(db, contract.parentId);
        }
        settlePending(db, id);
      }
    });
    return waiting.length;
  }

  function rulesOf(session: Session, db: Readable): Rules {
    const stored = findPolicy(db);
    const seesMoney = session.holds('finance');
    return { policy: stored?.policy ?? defaultPolicy, bands: seesMoney ? listBands(db) : [], seesMoney, hasBands: stored?.hasBands ?? false };
  }

  function reschedule(db: Writable, contract: ReviewedContract, rules: Rules): void {
    const today = dayOn(parts.clock);
    const open = openReviewsOf(db, contract.id);
    const planned = open.filter(({ state }) => state === 'scheduled');
    // An amendment is looked at as a part of what it amends.
    if (contract.recordKind === 'amendment' && contract.parentId !== null) {
      const parent = findReviewed(db, contract.parentId);
      if (parent !== undefined) addExtra(db, parent, rules, today);
    }
    if (!isUnderReview(contract)) return planned.filter(({ reason }) => reason !== 'manual').forEach(({ id }) => deleteReview(db, id));
    const running = open.find(({ reason, state }) => reason === 'cadence' && state === 'in_progress');
    const present = planned.find(({ reason }) => reason === 'cadence');
    const reckoned = cadenceOf(rules.policy, rules.bands, factsOf(db, contract, rules));
    // Who may not see sums doesn't make a review rarer that a sum may have made frequent.
    const cadence = rules.hasBands && !rules.seesMoney ? mostFrequent([reckoned, present?.cadence ?? null]) : reckoned;
    const anchor = contract.effectiveOn ?? contract.signedOn ?? dayAt(contract.createdAt, parts.clock.offsetMinutes(contract.createdAt));
    const closed = listClosedPeriodic(db, contract.id);
    const [last] = closed;
    const entered = dayAt(contract.createdAt, parts.clock.offsetMinutes(contract.createdAt));
    const dueOn = cadence === null ? null : last === undefined ? nextOccurrence(anchor, cadence, addDays(entered, -1)).on : followingReview(anchor, cadence, last, closed.map((one) => one.dueOn));
    if (present !== undefined && present.dueOn !== dueOn) deleteReview(db, present.id);
    if (cadence !== null && dueOn !== null && running === undefined) {
      if (present?.dueOn === dueOn) setCadence(db, present.id, cadence, anchor);
      else {
        const reviewerId = present?.reviewerId ?? contract.ownerId;
        insertReview(db, { id: parts.ids.create<'review'>(), contractId: contract.id, reason: 'cadence', triggerKey: `cadence:${dueOn}`, cadence, anchorOn: anchor, dueOn, reviewerId });
      }
    }
    // A notice date that moved asks for its review on another day.
    for (const review of planned) if (review.reason === 'safe_send' && review.triggerKey !== `safe_send:${contract.safeSendOn ?? ''}`) deleteReview(db, review.id);
    // An amendment that was voided asks for none.
    const amending = new Set(amendmentsOf(db, contract.id).map(({ id }) => `amendment:${id}`));
    for (const review of planned) if (review.reason === 'amendment' && !amending.has(review.triggerKey)) deleteReview(db, review.id);
    // What the policy asks for no more.
    for (const review of planned) if (isExtra(review.reason) && !asksFor(rules.policy, review.reason)) deleteReview(db, review.id);
    addExtra(db, contract, rules, today);
  }

  function addExtra(db: Writable, contract: ReviewedContract, { policy }: Rules, today: Day): void {
    if (!isUnderReview(contract)) return;
    const safeSendOn = contract.safeSendOn === '' || contract.safeSendOn === null ? null : contract.safeSendOn;
    const facts = { safeSendOn, amendments: amendmentsOf(db, contract.id), overdueObligations: parts.countOverdue(db, contract.id, today) };
    const open = openReviewsOf(db, contract.id);
    for (const extra of extraReviews(policy, facts, today)) {
      const { reason, key, dueOn } = extra;
      const waiting = open.find(({ triggerKey }) => triggerKey === key);
      const moved = waiting?.state === 'scheduled' ? movedDay(extra, waiting.dueOn, today) : null;
      if (waiting !== undefined && moved !== null) setDueOn(db, waiting.id, moved);
      // What is overdue still in another month is looked at in the review that waits.
      if (waiting !== undefined || (reason === 'overdue' && open.some((one) => one.reason === 'overdue'))) continue;
      insertReview(db, { id: parts.ids.create<'review'>(), contractId: contract.id, reason, triggerKey: key, cadence: null, anchorOn: null, dueOn, reviewerId: contract.ownerId });
    }
  }

  function factsOf(db: Readable, contract: ReviewedContract, { seesMoney, bands }: Rules) {
    return {
      contractType: contract.contractType,
      recordKind: contract.recordKind,
      termMonths: lengthOf(contract),
      risk: parts.riskOf(db, contract.id),
      amount: seesMoney && bands.length > 0 ? (findTotal(db, contract.id) ?? null) : null,
    };
  }

  return { wake, catchUp };
}

interface Rules {
  readonly policy: ReviewPolicy;
  readonly bands: readonly ValueBand[];
  readonly seesMoney: boolean;
  readonly hasBands: boolean;
}

function isExtra(reason: ReviewReason): reason is ExtraReview['reason'] {
  return reason === 'safe_send' || reason === 'amendment' || reason === 'overdue';
}

/** Whether a contract is reviewed at all: it is in force, and no part of another. */
export function isUnderReview({ stage, isArchived, recordKind }: ReviewedContract): boolean {
  return stage === 'signed' && isArchived === 0 && recordKind !== 'amendment' && recordKind !== 'termination_agreement';
}

/**
 * How many months a contract runs. An end that is written down goes before a length (domain.md, rule 2), as where the
 * contract was extended since; a few days more or less than the length that is written beside it are still that length.
 */
function lengthOf({ effectiveOn, signedOn, expiresOn, initialTermMonths: agreed }: ReviewedContract): number | null {
  const spanned = monthsBetween(effectiveOn ?? signedOn, expiresOn);
  if (spanned === null || agreed === null) return spanned ?? agreed;
  return Math.abs(spanned - agreed) <= 1 ? agreed : spanned;
}

/** The length of a contract in whole months, its last day included; null where an end is missing. */
function monthsBetween(from: Day | null, lastDay: Day | null): number | null {
  if (from === null || lastDay === null) return null;
  const [start, end] = [dayParts(from), dayParts(addDays(lastDay, 1))];
  return Math.max(0, (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day ? 1 : 0));
}
