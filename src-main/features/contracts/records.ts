import type { Terms, TermsField } from '#shared/features/amendments/model.ts';
import { termsOf } from '#shared/features/amendments/rules.ts';
import { checkCorrection, checkMove, checkStep, isEditable, signingEndBy, type LifecycleFacts, type MoveDetails, type MoveRefusal } from '#shared/features/contracts/lifecycle.ts';
import { noDuties, type Contract, type ContractId, type ContractLanguage } from '#shared/features/contracts/model.ts';
import type { ContractRecord, RecordAmount } from '#shared/features/contracts/record.ts';
import { checkParent, headProblems, recordProblems } from '#shared/features/contracts/record-rules.ts';
import type { Stage } from '#shared/features/contracts/stage.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import { lastDayOf } from '#shared/features/terms/rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { workingCalendar } from '../../calendar/working-calendar.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { changeMany, type BulkChange } from './change-many.ts';
import { correctionFacts } from './correction-facts.ts';
import { findContract, isNumberTaken, listVersions, type ContractRow } from './queries.ts';
import {
  findAmount,
  findParent,
  findRecordParties,
  insertAmount,
  insertRecord,
  insertStageEvent,
  replaceRecordParties,
  replaceTags,
  saveAmount,
  setStage,
  setSuccessor,
  updatePartyRoles,
  updateRecord,
} from './record-queries.ts';
import { createNoticeService } from './notices.ts';
import { returnToReview, type ContentGuards } from './return-to-review.ts';
import { datesOfNew, planOf, reckonDates, recordOf, termEventsOf, termOfOver, type RecordChanged } from './term-facts.ts';

/** A record as a person enters or changes it. */
export interface RecordEntry {
  readonly title: string;
  readonly contractType: ContractType;
  readonly record: ContractRecord;
  /** Null: not known. Undefined: not touched, as from someone who doesn't see it. */
  readonly amount?: RecordAmount | null | undefined;
}

export interface RegisterEntry extends RecordEntry {
  /** Empty: the next of the vault's own series. */
  readonly number: string;
  readonly language: ContractLanguage;
  readonly stage: Stage;
}

/** A record as it is to be, with the revision that the change is based on. */
export interface RecordToSave {
  readonly id: ContractId;
  readonly revision: number;
  readonly entry: RecordEntry;
}

export type RecordError = 'RECORD_INVALID' | 'PARTY_NOT_FOUND' | 'PARENT_NOT_FOUND' | 'PARENT_CYCLE' | 'WITHHELD_AMOUNT';
export type SaveError = RecordError | 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'SIGNED_IS_FIXED';
export type MoveError = MoveRefusal | 'FINDINGS_BLOCK' | 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'APPROVAL_NEEDED' | 'APPROVAL_RUNNING';

/** What stands between a contract and its signature: given by those features. */
export interface MoveGuards extends ContentGuards {
  /** Whether contracts of a type are approved by a flow, so that nobody takes that step by hand. */
  readonly isUnderFlow: (db: Readable, type: ContractType, id: ContractId) => boolean;
  /** Whether people decide on the contract now, whatever flows there are by now. */
  readonly isBeingApproved: (db: Readable, id: ContractId) => boolean;
  readonly isApproved: (db: Readable, id: ContractId, contentHash: string | null) => boolean;
  /** The first term that differs and that an amendment keeps, so that no correction of the record may change it. */
  readonly keptTerm: (db: Readable, id: ContractId, before: Terms, after: Terms) => TermsField | null;
  /** Corrects the terms as signed, where amendments replay them, by what is corrected in the record. */
  readonly correctOriginal: (db: Writable, id: ContractId, before: Terms, after: Terms) => void;
}

export interface RecordServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly takeNumber: (db: Writable, type: ContractType, day: Day) => string;
  readonly partyExists: (db: Readable, id: PartyId) => boolean;
  /** Findings of the clause checker that stand in the way of signing. */
  readonly countBlockingFindings: (call: Call, id: ContractId) => number;
  readonly read: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  readonly guards: MoveGuards;
  readonly recordChanged: RecordChanged;
}

export type RecordService = ReturnType<typeof createRecordService>;

/** What is known of each contract beside its text, and where it stands. */
export function createRecordService(parts: RecordServiceParts) {
  const { clock, ids } = parts;

  function register(call: Call, entry: RegisterEntry): Result<Contract, RecordError | 'NUMBER_TAKEN'> {
    const added = call.write<ContractId, RecordError | 'NUMBER_TAKEN'>((db, note) => add(call.session, db, note, entry));
    return added.ok ? (parts.read(call, added.value) as Result<Contract, never>) : added;
  }

  /** Adds a contract that was made elsewhere, inside a transaction that is already under way. */
  function add(session: Session, db: Writable, note: RecordChange, entry: RegisterEntry): Result<ContractId, RecordError | 'NUMBER_TAKEN'> {
    const number = entry.number.trim();
    if (number !== '' && isNumberTaken(db, number)) return fail('NUMBER_TAKEN', { number });
    const checked = check(session, db, null, entry);
    if (!checked.ok) return checked;
    const id = ids.create<'contract'>();
    const { title, contractType, language, stage, record, amount } = entry;
    insertRecord(db, {
      ...{ id, title, contractType, language, stage, record, at: clock.now(), ownerId: session.user.id },
      number: number === '' ? parts.takeNumber(db, contractType, today()) : number,
      dates: datesOfNew(stage, record, today(), workingCalendar(db)),
    });
    if (amount !== undefined && amount !== null && session.holds('finance')) insertAmount(db, id, amount);
    note('contract', id, { stage: entry.stage });
    return succeed(id);
  }

  function save(call: Call, id: ContractId, revision: number, entry: RecordEntry): Result<Contract, SaveError> {
    const saved = call.write<null, SaveError>((db, note) => saveWithin(call.session, db, note, { id, revision, entry }));
    return saved.ok ? parts.read(call, id) : saved;
  }

  /** Changes a record inside a transaction that is already under way. */
  function saveWithin(session: Session, db: Writable, note: RecordChange, { id, revision, entry }: RecordToSave): Result<null, SaveError> {
    const row = findContract(db, id);
    if (row === undefined) return fail('NOT_FOUND');
    if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
    const standing = recordOf(db, row);
    const [before, after] = [termsOf(standing), termsOf(entry.record)];
    const fixed = isEditable(row.stage) ? null : (changesContent(session, db, row, entry) ?? parts.guards.keptTerm(db, id, before, after));
    if (fixed !== null) return fail('SIGNED_IS_FIXED', { field: fixed });
    const checked = check(session, db, id, entry);
    if (!checked.ok) return checked;
    if (changesHead(row, entry) || changesContent(session, db, row, entry) !== null) returnToReview({ clock, ids, ...parts.guards }, db, note, row, session.user.id);
    if (row.template_version_id === null) replaceRecordParties(db, id, entry.record.parties);
    else updatePartyRoles(db, id, entry.record.parties);
    const term = termOfOver(db, row);
    parts.guards.correctOriginal(db, id, before, after);
    write(session, db, id, entry, term);
    note('contract', id, { revision: revision + 1, ...(isEditable(row.stage) ? null : correctionFacts(standing, entry.record)) });
    return succeed(null);
  }

  function move(call: Call, id: ContractId, revision: number, to: Stage, details: MoveDetails): Result<Contract, MoveError> {
    const blocking = to === 'pending_signature' ? parts.countBlockingFindings(call, id) : 0;
    if (blocking > 0) return fail('FINDINGS_BLOCK', { count: blocking });
    const moved = call.write<null, MoveError>((db, note) => {
      const row = findContract(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
      const held = heldByApproval(db, row, to);
      if (held !== null) return fail(held);
      if (to === 'in_review' || to === 'cancelled') parts.guards.voidApproval(db, note, id);
      return take(db, note, row, to, details, call.session.user.id, (facts, stage, said) => checkMove(facts, stage, said, today()));
    });
    return moved.ok ? parts.read(call, id) : moved;
  }

  /** Lets another contract take a signed one's place: the successor is noted and the stage follows, or neither. */
  function supersede(call: Call, id: ContractId, revision: number, successorId: ContractId, reason: string): Result<Contract, SupersedeError> {
    const done = call.write<null, SupersedeError>((db, note) => {
      const row = findContract(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
      const successor = findContract(db, successorId);
      if (successor === undefined) return fail('SUCCESSOR_NOT_FOUND');
      // Nobody would watch over either of them.
      if (successor.stage === 'cancelled') return fail('SUCCESSOR_CANCELLED');
      if (leadsTo(db, successorId, id)) return fail('SUCCESSOR_CYCLE');
      setSuccessor(db, id, successorId);
      return take(db, note, { ...row, superseded_by: successorId }, 'superseded', { reason, basis: '', notice: '', effectiveOn: null, signedOn: null }, call.session.user.id);
    });
    return done.ok ? parts.read(call, id) : done;
  }

  /**
   * Corrects what was recorded of a termination, such as its day. The corrected one is recorded after the other, which stays in
   * the history; dates, and what falls due by them, go by the latest.
   */
  function correctTermination(call: Call, id: ContractId, revision: number, correction: string, details: MoveDetails): Result<Contract, CorrectionError> {
    const done = call.write<null, CorrectionError>((db, note) => {
      const row = findContract(db, id);
      if (row === undefined) return fail('NOT_FOUND');
      if (row.revision !== revision) return fail('CHANGED_MEANWHILE');
      const allowed = checkCorrection(lifecycleFacts(db, row, today()), details, correction, today());
      if (!allowed.ok) return allowed;
      const at = clock.now();
      const { reason, basis, notice, effectiveOn } = details;
      setStage(db, id, row.stage, row.signed_on, at);
      insertStageEvent(db, {
        ...{ id: ids.create<'stageEvent'>(), contractId: id, from: row.stage, to: row.stage, reason, at, by: call.session.user.id },
        details: { basis, notice, effectiveOn, endedSigning: null, correction },
      });
      refresh(db, id);
      note('contract', id, { corrected: true, effectiveOn });
      return succeed(null);
    });
    return done.ok ? parts.read(call, id) : done;
  }

  /**
   * A step that another feature takes in its own transaction, such as the last approval. What others have on their desk comes to
   * its end there also where the contract was put into the archive meanwhile.
   */
  function moveWithin(db: Writable, note: RecordChange, { id, to, reason, by, signedOn = null }: MoveWithin): Result<null, MoveRefusal | 'NOT_FOUND'> {
    const row = findContract(db, id);
    if (row === undefined) return fail('NOT_FOUND');
    const isWithOthers = row.stage === 'pending_approval' || row.stage === 'pending_signature';
    const checkStart = (facts: LifecycleFacts, stage: Stage, said: MoveDetails) => checkStep({ ...facts, isArchived: facts.isArchived && !isWithOthers }, stage, said);
    return take(db, note, row, to, { reason, basis: '', notice: '', effectiveOn: null, signedOn }, by, checkStart);
  }

  /** Takes a step that `check` allows; a refusal undoes what was done before it in the transaction. */
  function take(db: Writable, note: RecordChange, row: ContractRow, to: Stage, details: MoveDetails, by: UserId, check = checkStep): Result<null, MoveRefusal> {
    const allowed = check(lifecycleFacts(db, row, today()), to, details);
    if (!allowed.ok) return allowed;
    const at = clock.now();
    const { reason, basis, notice, effectiveOn } = details;
    const endedSigning = row.stage === 'pending_signature' ? parts.guards.endSigning(db, note, row.id, signingEndBy(to)) : null;
    setStage(db, row.id, to, to === 'signed' ? (details.signedOn ?? row.signed_on) : row.signed_on, at);
    insertStageEvent(db, {
      id: ids.create<'stageEvent'>(),
      contractId: row.id,
      from: row.stage,
      to,
      reason,
      details: { basis, notice, effectiveOn, endedSigning, correction: '' },
      at,
      by,
    });
    refresh(db, row.id);
    note('contract', row.id, { from: row.stage, to });
    return succeed(null);
  }

  /**
   * While people decide, only they take the contract on, whatever flows there are by now. Under a flow, only the flow approves;
   * and what is signed is the text that it approved.
   */
  function heldByApproval(db: Readable, row: ContractRow, to: Stage): 'APPROVAL_NEEDED' | 'APPROVAL_RUNNING' | null {
    if (decidedByRound.includes(to) && parts.guards.isBeingApproved(db, row.id)) return 'APPROVAL_RUNNING';
    if (!parts.guards.isUnderFlow(db, row.contract_type, row.id)) return null;
    if (to === 'pending_approval' || to === 'approved') return 'APPROVAL_NEEDED';
    if ((to === 'pending_signature' || (to === 'signed' && row.version_number > 0)) && !parts.guards.isApproved(db, row.id, currentHash(db, row.id))) return 'APPROVAL_NEEDED';
    return null;
  }

  function check(session: Session, db: Readable, id: ContractId | null, { title, number = '', record, amount }: RecordEntry & { readonly number?: string }): Result<null, RecordError> {
    const problem = [...headProblems({ title, number }), ...recordProblems(record, amount ?? null)].find(({ isNote }) => !isNote);
    if (problem !== undefined) return fail('RECORD_INVALID', { field: problem.field, problem: problem.code });
    if (amount !== null && amount !== undefined && !session.holds('finance')) return fail('WITHHELD_AMOUNT');
    if (record.parties.some(({ partyId }) => !parts.partyExists(db, partyId))) return fail('PARTY_NOT_FOUND');
    if (record.parentId === null) return succeed(null);
    if (findContract(db, record.parentId) === undefined) return fail('PARENT_NOT_FOUND');
    return id === null ? succeed(null) : checkParent(id, record.parentId, (child) => findParent(db, child));
  }

  function write(session: Session, db: Writable, id: ContractId, { title, contractType, record, amount }: RecordEntry, term: number | null): void {
    updateRecord(db, id, record, { title, contractType, at: clock.now() });
    replaceTags(db, id, record.tags);
    if (amount !== undefined && session.holds('finance')) saveAmount(db, id, amount);
    refresh(db, id, term);
  }

  function refresh(db: Writable, id: ContractId, term: number | null = null): void {
    reckonDates(parts.recordChanged, db, id, today(), workingCalendar(db), term);
  }

  function today(): Day {
    return dayOn(clock);
  }

  return { register, add, save, saveWithin, move, supersede, correctTermination, moveWithin, changeMany: (call: Call, ids: readonly ContractId[], change: BulkChange) => changeMany(call, clock, ids, change), ...createNoticeService({ ...parts, refresh }) };
}

type CorrectionError = MoveRefusal | 'NOT_FOUND' | 'CHANGED_MEANWHILE';
type SupersedeError = MoveRefusal | 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'SUCCESSOR_NOT_FOUND' | 'SUCCESSOR_CANCELLED' | 'SUCCESSOR_CYCLE';

/** Whether the successors of a contract, itself included, come to another. */
function leadsTo(db: Readable, from: ContractId, to: ContractId): boolean {
  let at: ContractId | null = from;
  for (let steps = 0; at !== null && steps < 100; steps += 1) {
    if (at === to) return true;
    at = findContract(db, at)?.superseded_by ?? null;
  }
  return false;
}

/** Where a contract goes by what people decide on it, and on from there: meanwhile nobody takes it there by hand. It may be cancelled, which ends their round. */
const decidedByRound: readonly Stage[] = ['approved', 'pending_signature', 'signed', 'in_review'];

export interface MoveWithin {
  readonly id: ContractId;
  readonly to: Stage;
  readonly reason: string;
  readonly by: UserId;
  /** The signing date, for a contract that is signed by the step. */
  readonly signedOn?: Day | null;
}

/** The hash of the present version; null for a contract without text. */
function currentHash(db: Readable, id: ContractId): string | null {
  return listVersions(db, id)[0]?.content_hash ?? null;
}

/** What decides where a contract may go on a day. */
export function lifecycleFacts(db: Readable, row: ContractRow, today: Day): LifecycleFacts {
  const events = termEventsOf(db, [row.id]);
  const duties = events.duties.get(row.id) ?? noDuties;
  const calendar = workingCalendar(db);
  const { plan } = planOf(row, events, today, calendar);
  return {
    stage: row.stage,
    hasText: row.version_number > 0,
    record: recordOf(db, row),
    lastDay: lastDayOf(plan, calendar),
    isSuperseded: row.superseded_by !== null,
    openObligations: duties.openObligations,
    openPayments: duties.openPayments,
    isArchived: row.archived_at !== null,
  };
}

/** What a signed contract forbids to change and what voids an approval (domain.md: text, parties, amounts), its head apart; the field, or null. */
function changesContent(session: Session, db: Readable, row: ContractRow, entry: RecordEntry): string | null {
  if (canonicalJson(partiesOf(findRecordParties(db, row.id))) !== canonicalJson(partiesOf(entry.record.parties))) return 'parties';
  const isSeen = session.holds('finance') && entry.amount !== undefined;
  if (isSeen && canonicalJson(amountOf(findAmount(db, row.id))) !== canonicalJson(amountOf(entry.amount ?? null))) return 'amount';
  return recordOf(db, row).direction === entry.record.direction ? null : 'direction';
}

/** What others decide on as well while the contract is on its way to its signature; a signed one may be corrected in it. */
function changesHead(row: ContractRow, { title, contractType }: RecordEntry): boolean {
  return row.title !== title || row.contract_type !== contractType;
}

function partiesOf(parties: ContractRecord['parties']): readonly string[] {
  return parties.map(({ partyId, role }) => `${partyId} ${role}`);
}

function amountOf(amount: RecordAmount | null): string {
  return amount === null ? '' : [amount.inclusive.minor, amount.inclusive.currency, amount.exclusiveMinor, amount.taxBasisPoints].join(' ');
}
