import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { DueRule, ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { Obligation, ObligationEntry, ObligationStatus, SeriesId } from '#shared/features/fulfilment/model.ts';
import { horizonOf, mostOccurrences, occurrences } from '#shared/features/fulfilment/recurrence.ts';
import { checkObligationMove, edgesOf, forecast, movesFrom, wouldCircle, type ObligationRefusal } from '#shared/features/fulfilment/rules.ts';
import type { ProblemId } from '#shared/features/problems/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { firstOfMonth, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { areMembersKnown } from '../../vault/members.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { dueIn, factsOf, findContractFacts, refreshDueDays, type ContractFacts } from './due-dates.ts';
import { listMetrics, listMilestones } from './part-queries.ts';
import { listPayments } from './payment-queries.ts';
import {
  areOfContract,
  assemble,
  countEvidence,
  countOpenDependencies,
  endSeries,
  findObligation,
  findSeries,
  insertObligation,
  insertSeries,
  listEdges,
  listOfContract,
  listSeries,
  listSeriesBehind,
  saveTexts,
  setLaidUntil,
  setStatus,
  stateBeforeBlock,
  updateObligation,
  type ObligationRow,
  type SeriesEntry,
  type SeriesRow,
} from './queries.ts';

export interface ObligationParts {
  /** Told in the same transaction of a contract under which something is due on other days than before. */
  readonly daysMoved: (db: Writable, contractId: ContractId) => void;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly workingCalendar: (db: Readable) => WorkingCalendar;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId }[];
}

export type SaveError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'DEPENDENCY_CIRCLE' | 'WITHHELD_TEXT' | 'NO_OCCURRENCE' | 'NO_SUCH_MEMBER';

export interface ObligationToSave {
  readonly contractId: ContractId;
  readonly id: ObligationId | null;
  readonly revision: number;
  readonly entry: ObligationEntry;
}

export interface ObligationMove {
  readonly id: ObligationId;
  readonly revision: number;
  readonly to: ObligationStatus;
  readonly on: Day;
  readonly reason: string;
}

export type ObligationService = ReturnType<typeof createObligationService>;

/** What each side owes, and how it goes. */
export function createObligationService({ clock, ids, workingCalendar, members, daysMoved }: ObligationParts) {
  const today = () => dayOn(clock);

  function ofContract({ session, db }: Call, contractId: ContractId): Result<OutputOf<'fulfilment.ofContract'>, 'NOT_FOUND'> {
    const contract = findContractFacts(db, contractId);
    if (contract === undefined) return fail('NOT_FOUND');
    const obligations = assemble(db, listOfContract(db, contractId), session.holds('clauses'));
    const forecasts = forecast(obligations, factsOf(db, contract), workingCalendar(db), today());
    return succeed({
      today: today(),
      obligations,
      series: listSeries(db, contractId).map(({ id, entry, ended_on }) => {
        const { title, due } = JSON.parse(entry) as SeriesEntry;
        return { id, title, recurrence: due, endedOn: ended_on };
      }),
      milestones: listMilestones(db, contractId, session.holds('finance')),
      payments: listPayments(db, contractId, session.holds('finance')),
      metrics: listMetrics(db, contractId, session.holds('finance')),
      forecasts: [...forecasts].map(([id, one]) => ({ id, ...one })),
    });
  }

  function get({ session, db }: Call, id: ObligationId): Result<{ today: Day; obligation: Obligation }, 'NOT_FOUND'> {
    const row = findObligation(db, id);
    const [obligation] = row === undefined ? [] : assemble(db, [row], session.holds('clauses'));
    return obligation === undefined ? fail('NOT_FOUND') : succeed({ today: today(), obligation });
  }

  function save(call: Call, request: ObligationToSave): Result<null, SaveError> {
    return call.write<null, SaveError>((db, note) => {
      const contract = findContractFacts(db, request.contractId);
      if (contract === undefined) return fail('NOT_FOUND');
      const saved = request.id === null ? addWithin(call.session, db, note, contract, request.entry) : change(call.session, db, note, contract, request.id, request);
      return saved.ok ? succeed(null) : saved;
    });
  }

  /** Adds an obligation, or a series with its first ones, inside a transaction that is under way; gives the first. */
  function addWithin(session: Session, db: Writable, note: RecordChange, contract: ContractFacts, entry: ObligationEntry): Result<ObligationId, SaveError> {
    const checked = check(session, db, contract.id, null, entry);
    if (!checked.ok) return checked;
    const { texts, due, ...rest } = entry;
    const at = clock.now();
    if (due.kind === 'recurring') {
      const seriesId = ids.create<'obligationSeries'>();
      insertSeries(db, { id: seriesId, contractId: contract.id, entry: { ...rest, due }, at, by: session.user.id });
      const series = findSeries(db, seriesId);
      const laid = series === undefined ? [] : layOut(db, series, presentIn(session, db));
      const first = laid[0];
      if (first === undefined) return fail('NO_OCCURRENCE');
      // Kept once for the whole series: what is laid out later has the same words.
      if (texts !== undefined) saveTexts(db, seriesId, texts);
      note('contract', contract.id, { series: seriesId, laidOut: laid.length });
      return succeed(first);
    }
    const id = ids.create<'obligation'>();
    insertObligation(db, { id, contractId: contract.id, seriesId: null, entry: rest, rule: due, due: dueIn(db, contract, due, workingCalendar(db)), at });
    if (texts !== undefined) saveTexts(db, id, texts);
    note('contract', contract.id, { obligation: id });
    return succeed(id);
  }

  function change(session: Session, db: Writable, note: RecordChange, contract: ContractFacts, id: ObligationId, { revision, entry }: Pick<ObligationToSave, 'revision' | 'entry'>): Result<ObligationId, SaveError> {
    const row = findObligation(db, id);
    if (row === undefined || row.contract_id !== contract.id) return fail('NOT_FOUND');
    if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
    const { texts, due, ...rest } = entry;
    // One of a series is changed by itself; what it was laid out by stays with the series.
    if (due.kind === 'recurring') return fail('NO_OCCURRENCE');
    const checked = check(session, db, contract.id, row, entry);
    if (!checked.ok) return checked;
    updateObligation(db, { id, entry: rest, rule: due, due: dueIn(db, contract, due, workingCalendar(db)), at: clock.now() });
    if (texts !== undefined) saveTexts(db, id, texts);
    note('contract', contract.id, { obligation: id, revision: revision + 1 });
    return succeed(id);
  }

  function check(session: Session, db: Readable, contractId: ContractId, present: ObligationRow | null, entry: ObligationEntry): Result<null, SaveError> {
    if (entry.texts !== undefined && !session.holds('clauses')) return fail('WITHHELD_TEXT');
    // Who left the vault stays named until somebody else is chosen.
    if (entry.ownerId !== null && entry.ownerId !== present?.owner_id && !members({ session, db }).some((member) => member.id === entry.ownerId)) return fail('NO_SUCH_MEMBER');
    const next = entry.due.kind === 'recurring' ? entry.dependsOn : edgesOf({ dependsOn: entry.dependsOn, due: entry.due });
    if (!areOfContract(db, next, contractId)) return fail('NOT_FOUND');
    if (entry.milestoneId !== null && !listMilestones(db, contractId, false).some((one) => one.id === entry.milestoneId)) return fail('NOT_FOUND');
    return present !== null && wouldCircle(present.id, next, (one) => listEdges(db, one)) ? fail('DEPENDENCY_CIRCLE') : succeed(null);
  }

  function move(call: Call, { id, revision, to, on, reason }: ObligationMove): Result<null, ObligationRefusal | 'NOT_FOUND' | 'CHANGED_MEANWHILE'> {
    return call.write<null, ObligationRefusal | 'NOT_FOUND' | 'CHANGED_MEANWHILE'>((db, note) => {
      const row = findObligation(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
      return moveWithin(call.session, db, note, { id, to, on, reason });
    });
  }

  /** Whether an obligation may take a step now; `moreEvidence`: proofs that come with the step. */
  function checkMove(db: Readable, { id, to, on, reason }: Omit<ObligationMove, 'revision'>, moreEvidence = 0): Result<null, ObligationRefusal | 'NOT_FOUND'> {
    const row = findObligation(db, id);
    if (row === undefined) return fail('NOT_FOUND');
    const facts = { status: row.status, evidenceRequired: row.evidence_required === 1, evidenceCount: countEvidence(db, id) + moreEvidence, openDependencies: countOpenDependencies(db, id) };
    return checkObligationMove(facts, to, { on, reason, today: today() });
  }

  /** Takes an obligation a step on inside a transaction that is under way. */
  function moveWithin(session: Session, db: Writable, note: RecordChange, step: Omit<ObligationMove, 'revision'>): Result<null, ObligationRefusal | 'NOT_FOUND'> {
    const { id, to, on, reason } = step;
    const allowed = checkMove(db, step);
    if (!allowed.ok) return allowed;
    const row = findObligation(db, id);
    if (row === undefined) return fail('NOT_FOUND');
    setStatus(db, { id, from: row.status, to, on, metOn: to === 'met' || to === 'partially_met' ? on : null, reason, at: clock.now(), by: session.user.id });
    // Days that are counted from this one are known from now on, or not any more.
    refreshDueDays(db, row.contract_id, workingCalendar(db));
    note('contract', row.contract_id, { obligation: id, from: row.status, to });
    return succeed(null);
  }

  /** Lets a problem hold an obligation inside a transaction that is under way, where its state knows that step. */
  function blockWithin(call: Call, db: Writable, note: RecordChange, id: ObligationId, { problemId, reason }: { readonly problemId: ProblemId; readonly reason: string }): void {
    const row = findObligation(db, id);
    if (row === undefined || !movesFrom(row.status).includes('blocked')) return;
    setStatus(db, { id, from: row.status, to: 'blocked', on: today(), metOn: null, reason, at: clock.now(), by: call.session.user.id, problemId });
    note('contract', row.contract_id, { obligation: id, from: row.status, to: 'blocked' });
  }

  /** Takes an obligation that a problem holds back to the state in which it was, inside a transaction that is under way. */
  function releaseWithin(call: Call, db: Writable, note: RecordChange, id: ObligationId, reason: string): void {
    const row = findObligation(db, id);
    const before = stateBeforeBlock(db, id);
    if (row?.status !== 'blocked' || before === undefined) return;
    setStatus(db, { id, from: 'blocked', to: before, on: today(), metOn: null, reason, at: clock.now(), by: call.session.user.id });
    note('contract', row.contract_id, { obligation: id, from: 'blocked', to: before });
  }

  function end(call: Call, id: SeriesId, on: Day): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const series = findSeries(db, id);
      if (series === undefined) return fail('NOT_FOUND');
      note('contract', series.contract_id, { series: id, takenAway: endSeries(db, id, on) });
      return succeed(null);
    });
  }

  /** Who can be given something; null where that can't be read now. */
  function presentIn(session: Session, db: Readable): ReadonlySet<UserId> | null {
    return areMembersKnown(session) ? new Set(members({ session, db }).map(({ id }) => id)) : null;
  }

  /** Lays out the next obligations of a series, no further than the horizon and never more than a handful dozen at once. */
  function layOut(db: Writable, series: SeriesRow, present: ReadonlySet<UserId> | null): readonly ObligationId[] {
    const { due, ownerId: named, ...entry } = JSON.parse(series.entry) as SeriesEntry;
    // Nothing new is given to somebody who left the vault since the series was entered.
    const ownerId = named === null || present?.has(named) === false ? null : named;
    const horizon = horizonOf(today());
    const days = occurrences(due, { after: series.laid_until === '' ? null : series.laid_until, to: horizon });
    const laid = days.map((on) => {
      const id = ids.create<'obligation'>();
      const rule: DueRule = { kind: 'fixed', on };
      insertObligation(db, { id, contractId: series.contract_id, seriesId: series.id, entry: { ...entry, ownerId, dependsOn: [] }, rule, due: { on, missing: null }, at: clock.now() });
      return id;
    });
    setLaidUntil(db, series.id, days.length === mostOccurrences ? (days.at(-1) ?? horizon) : horizon);
    return laid;
  }

  /** Lays out what came into sight since the vault was last open: it follows from the series and says nothing new. */
  function layOutAhead(session: Session): void {
    // A month at a time, not a day at every opening.
    const behind = listSeriesBehind(session.whole, firstOfMonth(horizonOf(today())), mostSeries);
    if (behind.length === 0) return;
    session.derive((db) => {
      const present = presentIn(session, db);
      for (const series of behind) if (layOut(db, series, present).length > 0) daysMoved(db, series.contract_id);
    });
  }

  return { ofContract, get, save, addWithin, move, checkMove, moveWithin, blockWithin, releaseWithin, end, layOutAhead };
}

// More than these wait for the next opening, so that one never takes long.
const mostSeries = 500;
