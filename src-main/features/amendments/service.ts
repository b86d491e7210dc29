import type { Amendment, AmendmentDraft, AmendmentId, AmendedTerms, Terms, TermsField } from '#shared/features/amendments/model.ts';
import { amendedFields, changedFields, checkAmendment, overlaid, runningEnd, termsAsOf, termsOf, type AmendedHistory, type AmendmentRefusal } from '#shared/features/amendments/rules.ts';
import type { Contract, ContractId } from '#shared/features/contracts/model.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { termFactsOfContract } from '#shared/features/contracts/term-facts.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld, withheld, type Withheld } from '#shared/kernel/withheld.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import type { Job } from '../../scheduler/scheduler.ts';
import { findOriginalAmount, findOriginalTerms, insertAmendment, listAmendments, listDue, listPartyNames, markApplied, nextDue, saveOriginalTerms, voidAmendment, type Held } from './queries.ts';

export interface AmendmentParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly readContract: (call: Pick<Call, 'session' | 'db'>, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** Writes terms, and the sum where it is given, into a contract's record; the dates that lists go by follow. */
  readonly writeTerms: (db: Writable, id: ContractId, terms: Terms, amount: RecordAmount | null | undefined) => void;
}

type RecordingError = AmendmentRefusal | 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'DOCUMENT_NOT_FOUND' | 'PARTY_NOT_FOUND' | 'WITHHELD_AMOUNT' | 'WITHHELD_TEXT';
type VoidError = 'NOT_FOUND' | 'ALREADY_VOIDED' | 'REASON_MISSING' | 'WITHHELD_AMOUNT';

/**
 * What changes a signed contract. Its record always says what holds today; the terms as signed and each amendment are
 * kept, so that the terms of any day can be told, and a record is always their replay.
 */
export function createAmendmentService({ clock, ids, readContract, writeTerms }: AmendmentParts) {
  function list(call: Pick<Call, 'session' | 'db'>, contractId: ContractId): Result<AmendedTerms, 'NOT_FOUND'> {
    const contract = readContract(call, contractId);
    if (!contract.ok) return contract;
    const history = amendedHistory(call.session, call.db, contract.value);
    const everybody = [...history.original.parties, ...contract.value.record.parties, ...history.amendments.flatMap(({ terms }) => terms.parties ?? [])];
    return succeed({ ...history, partyNames: listPartyNames(call.db, everybody.map(({ partyId }) => partyId)) });
  }

  function record(call: Call, contractId: ContractId, revision: number, draft: AmendmentDraft): Result<AmendedTerms, RecordingError> {
    const { session, db: readable } = call;
    const contract = readContract(call, contractId);
    if (!contract.ok) return contract;
    if (contract.value.revision !== revision) return fail('CHANGED_MEANWHILE');
    if (draft.amount !== null && !session.holds('finance')) return fail('WITHHELD_AMOUNT');
    if ((draft.clauses.length > 0 || draft.rationale !== '') && !session.holds('clauses')) return fail('WITHHELD_TEXT');
    if (draft.documentId !== null && !readContract(call, draft.documentId).ok) return fail('DOCUMENT_NOT_FOUND');
    const named = draft.terms.parties ?? [];
    if (listPartyNames(readable, named.map(({ partyId }) => partyId)).length < new Set(named.map(({ partyId }) => partyId)).size) return fail('PARTY_NOT_FOUND');
    const present = amendedHistory(session, readable, contract.value);
    const before = termsAsOf(present, draft.effectiveOn);
    const { summary, record: standing } = contract.value;
    const allowed = checkAmendment(draft, {
      stage: summary.stage,
      isArchived: summary.archivedAt !== null,
      record: standing,
      before: before.terms,
      amountBefore: isWithheld(before.amount) ? null : before.amount,
      runningEnd: runningEnd(termFactsOfContract(contract.value), draft.effectiveOn, workingCalendar(readable), today()),
    });
    if (!allowed.ok) return allowed;
    const id = ids.create<'amendment'>();
    const written = call.write<null, never>((db, note) => {
      insertAmendment(db, { id, contractId, draft, at: clock.now(), by: session.user.id }, present.original, present.originalAmount, held(session));
      apply(session, db, contractId, today());
      note('contract', contractId, { amendment: id, effectiveOn: draft.effectiveOn });
      return succeed(null);
    });
    return written.ok ? list(call, contractId) : written;
  }

  function withdraw(call: Call, contractId: ContractId, amendmentId: AmendmentId, reason: string): Result<AmendedTerms, VoidError> {
    const present = list(call, contractId);
    if (!present.ok) return present;
    const amendment = present.value.amendments.find(({ id }) => id === amendmentId);
    if (amendment === undefined) return fail('NOT_FOUND');
    const refusal = voidRefusal(call.session, amendment, reason);
    if (refusal !== null) return fail(refusal);
    const voided = call.write<null, never>((db, note) => {
      voidAmendment(db, amendmentId, reason, clock.now(), call.session.user.id);
      apply(call.session, db, contractId, today());
      note('contract', contractId, { amendment: amendmentId, voided: true });
      return succeed(null);
    });
    return voided.ok ? list(call, contractId) : voided;
  }

  /**
   * Enters what took effect since somebody last looked. It only follows from what was recorded, so it leaves no audit event. What
   * can't be entered of one contract keeps no other waiting, and is thrown at the end. `onEntered` is told where anything was due.
   */
  function applyDue(session: Session, onEntered?: () => void): void {
    const day = today();
    const due = listDue(session.whole, day, held(session));
    if (due.length === 0) return;
    const enter = (some: readonly ContractId[]) => session.derive((db) => some.forEach((contractId) => apply(session, db, contractId, day)));
    try {
      enter(due);
    } catch (error) {
      if (due.length > 1) for (const contractId of due) quietly(() => enter([contractId]));
      throw error;
    } finally {
      onEntered?.();
    }
  }

  function apply(session: Session, db: Writable, contractId: ContractId, day: Day): void {
    const contract = readContract({ session, db }, contractId);
    if (!contract.ok) return;
    const amended = amendedHistory(session, db, contract.value);
    const { terms, amount } = termsAsOf(amended, day);
    const isSumAmended = session.holds('finance') && findOriginalAmount(db, contractId) !== undefined;
    writeTerms(db, contractId, terms, isWithheld(amount) || !isSumAmended ? undefined : amount);
    markApplied(db, contractId, day, held(session));
  }

  /** Enters amendments on their day while the vault stays open over it. */
  function job(onChanged: (features: readonly string[]) => void): Job {
    return {
      name: 'amendments',
      nextAt: (session) => (session === null ? null : startOf(nextDue(session.whole))),
      run: (session) => {
        if (session !== null) applyDue(session, () => onChanged(['amendments', 'contracts']));
      },
    };
  }

  /** The first moment of a day on the laptop's own calendar, epoch ms. */
  function startOf(day: Day | null): number | null {
    return day === null ? null : Date.parse(day) - clock.offsetMinutes(Date.parse(day)) * 60_000;
  }

  /** The first of the terms that a correction of the record would change, though an amendment keeps it: only another amendment changes it. */
  function keptTerm(db: Readable, contractId: ContractId, before: Terms, after: Terms): TermsField | null {
    const amended = amendedFields(listAmendments(db, contractId, { clauses: false, finance: false }), today());
    return changedFields(before, after).find((field) => amended.includes(field)) ?? null;
  }

  /** Corrects the terms as signed by what is corrected in the record. */
  function correctOriginal(db: Writable, contractId: ContractId, before: Terms, after: Terms): void {
    const original = findOriginalTerms(db, contractId);
    const corrected = changedFields(before, after).map((field) => [field, after[field]] as const);
    if (original !== null && corrected.length > 0) saveOriginalTerms(db, contractId, overlaid(original, Object.fromEntries(corrected)));
  }

  function today(): Day {
    return dayOn(clock);
  }

  return { list, record, withdraw, applyDue, job, keptTerm, correctOriginal };
}

/** What throws here has thrown before, and is told of then. */
function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // The others go on.
  }
}

export type AmendmentService = ReturnType<typeof createAmendmentService>;

function amendedHistory(session: Session, db: Readable, { summary: { id }, record, amount }: Contract): AmendedHistory {
  return {
    original: findOriginalTerms(db, id) ?? termsOf(record),
    originalAmount: originalAmount(session, db, id, amount),
    amendments: listAmendments(db, id, held(session)),
  };
}

function originalAmount(session: Session, db: Readable, id: ContractId, present: RecordAmount | null | Withheld): RecordAmount | null | Withheld {
  if (!session.holds('finance')) return withheld;
  const original = findOriginalAmount(db, id);
  return original === undefined ? present : original;
}

function voidRefusal(session: Session, { voidedAt, changesAmount }: Amendment, reason: string): Exclude<VoidError, 'NOT_FOUND'> | null {
  if (voidedAt !== null) return 'ALREADY_VOIDED';
  if (reason === '') return 'REASON_MISSING';
  return changesAmount && !session.holds('finance') ? 'WITHHELD_AMOUNT' : null;
}

function held(session: Session): Held {
  return { clauses: session.holds('clauses'), finance: session.holds('finance') };
}
