import type { Metric } from '#shared/features/fulfilment/model.ts';
import { slaResult } from '#shared/features/fulfilment/money-rules.ts';
import { checkCompletion, failedItems, missedTwice, type CompletionError } from '#shared/features/reviews/rules.ts';
import type { Answers, Checklist } from '#shared/features/reviews/checklist.ts';
import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import { reviewReport } from '#shared/features/reviews/review-report.ts';
import { quickChecklistId, renewalChecklistId } from '#shared/features/reviews/seed-checklists.ts';
import { occurrencesWithin } from '#shared/features/reviews/cadence.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ChecklistId, Review, ReviewId, ReviewLine } from '#shared/features/reviews/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { addDays, dayOf, dayParts, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { findContent, insertContent, insertKpiValue, listKpis, saveContent, type ReviewContent } from './content-queries.ts';
import { findingsFor, insertFinding } from './finding-queries.ts';
import { assignReviewer, findLine, findReview, findReviewed, heldByMonth, insertReview, listRhythms, markClosed, markPending, markStarted, pageOf, raiseRevision, type ReviewRow } from './queries.ts';
import { findReport } from './register-queries.ts';
import type { KeptReports } from './reports.ts';
import type { ReviewSettings } from './settings.ts';
import type { Scheduling } from './scheduling.ts';

export interface ReviewServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly scheduling: Scheduling;
  readonly reviewsMoved: (db: Writable, id: ContractId) => void;
  readonly settings: ReviewSettings;
  readonly reports: KeptReports;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId; readonly name: string }[];
  /** The service levels of a contract with what was measured; credits for those who hold that key. */
  readonly serviceLevelsOf: (call: Pick<Call, 'session'>, db: Readable, id: ContractId) => readonly Metric[];
}

type SaveError = 'NOT_FOUND' | 'REVIEW_CLOSED' | 'CHANGED_MEANWHILE' | 'UNKNOWN_ITEM';

/** Holding reviews: from the plan over the answers to the report. */
export function createReviewService(parts: ReviewServiceParts) {
  const { clock, ids, scheduling, settings } = parts;

  function list(call: Call, { show, mine, search, offset, limit }: InputOf<'reviews.list'>): OutputOf<'reviews.list'> {
    scheduling.catchUp(call.session);
    const today = dayOn(clock);
    const leadUntil = addDays(today, settings.policy(call.db).policy.leadDays);
    return pageOf(call.db, { show, mine: mine ? call.session.user.id : null, search: search.trim(), today, leadUntil }, limit, offset);
  }

  function plan(call: Call, year: number): OutputOf<'reviews.plan'> {
    scheduling.catchUp(call.session);
    const [from, to] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
    // Who left is named where something is still theirs.
    const nameById = new Map<UserId | null, string | null>();
    const load = new Map<UserId | null, number[]>();
    const addTo = (reviewerId: UserId | null, on: Day, count: number) => {
      const months = load.get(reviewerId) ?? Array.from({ length: 12 }, () => 0);
      const month = dayParts(on).month - 1;
      load.set(reviewerId, months.with(month, (months[month] ?? 0) + count));
    };
    const today = dayOn(clock);
    for (const { reviewerId, reviewerName, cadence, anchorOn, dueOn, count } of listRhythms(call.db, to)) {
      nameById.set(reviewerId, reviewerName);
      // What is overdue is work of this month, not of the one that it was meant for.
      const first = dueOn < today ? today : dueOn;
      if (first >= from && first <= to) addTo(reviewerId, first, count);
      if (cadence === null || anchorOn === null) continue;
      for (const on of occurrencesWithin(anchorOn, cadence, dueOn, from, to)) if (on > first) addTo(reviewerId, on, count);
    }
    const held = heldByMonth(call.db, from, to);
    return {
      planned: [...load]
        .map(([reviewerId, months]) => ({ reviewerId, reviewerName: nameById.get(reviewerId) ?? null, months, total: months.reduce((sum, count) => sum + count, 0) }))
        .toSorted((one, other) => other.total - one.total),
      held: Array.from({ length: 12 }, (_, index) => held.find(({ month }) => month === `${year}-${String(index + 1).padStart(2, '0')}`)?.count ?? 0),
    };
  }

  function get(call: Call, id: ReviewId): Result<Review, 'NOT_FOUND'> {
    const review = reviewOf(call, call.db, id);
    return review === undefined ? fail('NOT_FOUND') : succeed(review);
  }

  function start(call: Call, id: ReviewId): Result<Review, 'NOT_FOUND' | 'REVIEW_CLOSED'> {
    return call.write<Review, 'NOT_FOUND' | 'REVIEW_CLOSED'>((db, note) => {
      const row = findReview(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      if (isClosed(row)) return fail('REVIEW_CLOSED');
      if (row.state === 'scheduled') {
        const stored = settings.checklistFor(db, checklistIdFor(db, row));
        insertContent(db, id, row.contractId, stored.checklist);
        markStarted(db, id, stored.id, stored.version, call.session.user.id, clock.now());
        note('review', id, { started: true, checklist: stored.id, version: stored.version });
      } else note('review', id, { opened: true });
      return succeed(present(reviewOf(call, db, id)));
    });
  }

  function save(call: Call, input: InputOf<'reviews.save'>): Result<{ revision: number }, SaveError> {
    const { id } = input;
    return call.write<{ revision: number }, SaveError>((db, note) => {
      const running = runningOf(db, id, input.revision, input.answers);
      if (!running.ok) return running;
      saveContent(db, id, input);
      raiseRevision(db, id);
      note('review', id, { answered: Object.keys(input.answers).length });
      return succeed({ revision: input.revision + 1 });
    });
  }

  async function complete(call: Call, input: InputOf<'reviews.complete'>): Promise<Result<Review, SaveError | CompletionError | 'NO_SUCH_MEMBER'>> {
    const { id, answers, kpiValues, summary, result, followUps, language } = input;
    const before = runningOf(call.db, id, input.revision, answers);
    if (!before.ok) return before;
    const { row, content } = before.value;
    const people = parts.members(call);
    if (!followUps.every(({ ownerId }) => people.some((person) => person.id === ownerId))) return fail('NO_SUCH_MEMBER');
    const kpis = listKpis(call.db, row.contractId);
    const levels = parts.serviceLevelsOf(call, call.db, row.contractId);
    const carried = findingsFor(call.db, true, row.contractId, id);
    const checked = checkCompletion({ checklist: content.checklist, answers, kpis, kpiValues, carried }, result, followUps);
    if (!checked.ok) return checked;
    const heldOn = dayOn(clock);
    const line = present(findLine(call.db, id));
    const reviewerName = call.session.user.name;
    const fresh = followUps.map(({ text, ownerId, dueOn }) => ({ text, state: 'open' as const, ownerName: people.find((person) => person.id === ownerId)?.name ?? null, dueOn, resolution: '' }));
    const report = reviewReport(
      { ...{ line, result, heldOn, reviewerName, checklist: content.checklist, checklistVersion: row.checklistVersion ?? 0, answers, kpis, kpiValues, levels, summary }, findings: [...carried, ...fresh] },
      language,
    );
    // Printed before anything is written: a review is not closed without its report.
    const pdf = await parts.reports.print(call, report);
    return call.write<Review, SaveError>((db, note) => {
      const still = runningOf(db, id, input.revision, answers);
      if (!still.ok) return still;
      saveContent(db, id, input);
      const at = clock.now();
      for (const followUp of followUps) insertFinding(db, { ...followUp, id: ids.create<'reviewFinding'>(), contractId: row.contractId, reviewId: id, at });
      for (const kpi of kpis) {
        const value = kpiValues[kpi.id] ?? null;
        if (value !== null) insertKpiValue(db, id, kpi.id, heldOn, value);
      }
      const failedCount = failedItems(content.checklist, answers).length;
      markClosed(db, id, { state: 'completed', result, failedItems: failedCount, at, on: heldOn, by: call.session.user.id });
      if (missedTwice(kpis, kpiValues).length > 0 || levels.some((level) => slaResult(level, null).missedInARow >= 2)) {
        insertReview(db, { id: ids.create<'review'>(), contractId: row.contractId, reason: 'kpi', triggerKey: `kpi:${id}`, cadence: null, anchorOn: null, dueOn: addDays(heldOn, kpiDays), reviewerId: row.reviewerId });
      }
      const sha256 = parts.reports.keep(call, db, { reviewId: id, period: '', line, language, pdf });
      markPending(db, row.contractId);
      note('review', id, { result, failed: failedCount, followUps: followUps.length, sha256 });
      return succeed(present(reviewOf(call, db, id)));
    });
  }

  function skip(call: Call, id: ReviewId, reason: string): Result<null, 'NOT_FOUND' | 'REVIEW_CLOSED' | 'REASON_MISSING'> {
    return call.write<null, 'NOT_FOUND' | 'REVIEW_CLOSED' | 'REASON_MISSING'>((db, note) => {
      const row = findReview(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      if (isClosed(row)) return fail('REVIEW_CLOSED');
      if (reason === '') return fail('REASON_MISSING');
      insertContent(db, id, row.contractId, null, reason);
      markClosed(db, id, { state: 'skipped', result: null, failedItems: 0, at: clock.now(), on: dayOn(clock), by: call.session.user.id });
      markPending(db, row.contractId);
      note('review', id, { skipped: true });
      return succeed(null);
    });
  }

  function assign(call: Call, reviewIds: readonly ReviewId[], reviewerId: UserId | null): Result<{ changed: number }, 'NO_SUCH_MEMBER'> {
    if (reviewerId !== null && !parts.members(call).some(({ id }) => id === reviewerId)) return fail('NO_SUCH_MEMBER');
    return call.write<{ changed: number }, 'NO_SUCH_MEMBER'>((db, note) => {
      const given = reviewIds.filter((id) => assignReviewer(db, id, reviewerId) > 0);
      for (const contractId of new Set(given.flatMap((id) => findReview(db, id)?.contractId ?? []))) parts.reviewsMoved(db, contractId);
      const changed = given.length;
      note('reviews', reviewIds[0] ?? '', { assigned: changed, to: reviewerId });
      return succeed({ changed });
    });
  }

  function add(call: Call, { contractId, dueOn }: InputOf<'reviews.add'>): Result<ReviewLine, 'NOT_FOUND'> {
    return call.write<ReviewLine, 'NOT_FOUND'>((db, note) => {
      if (findReviewed(db, contractId) === undefined) return fail('NOT_FOUND');
      const id = ids.create<'review'>();
      insertReview(db, { id, contractId, reason: 'manual', triggerKey: `manual:${id}`, cadence: null, anchorOn: null, dueOn, reviewerId: call.session.user.id });
      note('review', id, { contractId });
      return succeed(present(findLine(db, id)));
    });
  }

  function reviewOf({ session }: Pick<Call, 'session'>, db: Readable, id: ReviewId): Review | undefined {
    const [line, row] = [findLine(db, id), findReview(db, id)];
    if (line === undefined || row === undefined) return undefined;
    const isHeld = session.holds('clauses');
    const content = isHeld ? findContent(db, id) : undefined;
    const report = findReport(db, { reviewId: id });
    return {
      line,
      revision: row.revision,
      content: !isHeld ? withheld : content === undefined || row.checklistVersion === null ? null : { checklist: content.checklist, checklistVersion: row.checklistVersion, answers: content.answers, kpiValues: content.kpiValues, summary: content.summary },
      skipReason: isHeld ? (content?.skipReason ?? '') : withheld,
      kpis: isHeld ? listKpis(db, row.contractId) : withheld,
      serviceLevels: parts.serviceLevelsOf({ session }, db, row.contractId).map((level) => ({ ...level, measurements: level.measurements.filter(({ periodStart }) => line.closedOn === null || periodStart <= line.closedOn) })),
      findings: findingsFor(db, isHeld, row.contractId, id),
      report: report === undefined ? null : { sha256: report.sha256, byteLength: report.byteLength, createdAt: report.createdAt },
    };
  }

  /** The checklist that suits why a review is held. */
  function checklistIdFor(db: Readable, { reason, cadence }: ReviewRow): ChecklistId {
    if (reason === 'safe_send') return renewalChecklistId;
    return cadence === 'monthly' ? quickChecklistId : (settings.policy(db).policy.checklistId as ChecklistId);
  }

  return { list, plan, get, start, save, complete, skip, assign, add };
}

const kpiDays = 30;

function isClosed({ state }: ReviewRow): boolean {
  return state === 'completed' || state === 'skipped';
}

/** A review that is being held, as the person knew it: nobody changed it meanwhile, and the answers are to its questions. */
function runningOf(db: Readable, id: ReviewId, revision: number, answers: Answers): Result<{ readonly row: ReviewRow; readonly content: ReviewContent }, SaveError> {
  const row = findReview(db, id);
  const content = row === undefined ? undefined : findContent(db, id);
  if (row === undefined || (row.state === 'in_progress' && content === undefined)) return fail('NOT_FOUND');
  if (row.state !== 'in_progress' || content === undefined) return isClosed(row) ? fail('REVIEW_CLOSED') : fail('NOT_FOUND');
  if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
  return Object.keys(answers).every((key) => hasItem(content.checklist, key)) ? succeed({ row, content }) : fail('UNKNOWN_ITEM');
}

function hasItem({ items }: Checklist, key: string): boolean {
  return items.some((item) => item.key === key);
}

function present<Thing>(thing: Thing | undefined): Thing {
  assert(thing !== undefined, 'a review vanished within a call');
  return thing;
}
