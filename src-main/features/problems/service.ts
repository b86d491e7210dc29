import { basename } from 'node:path';
import type { ContractId, ContractNotice, NoticeEntry } from '#shared/features/contracts/model.ts';
import type { NoticeDayError } from '#shared/features/contracts/notices.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { letterReport, openPlaces } from '#shared/features/problems/letters.ts';
import type { LetterKind, Problem, ProblemEntry, ProblemId } from '#shared/features/problems/model.ts';
import { failedItems, heldBy, problemMoves, problemNeedsReason } from '#shared/features/problems/rules.ts';
import type { Report } from '#shared/features/reports/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Writable } from '../../db/connection.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import type { AskMentioned } from './mentions.ts';
import {
  findContractHead,
  findPartyNamed,
  findProblem,
  findSheet,
  hasObligation,
  insertCommunication,
  insertProblem,
  insertRun,
  insertSheet,
  insertTask,
  isHeldByProblem,
  isPartyOf,
  saveDescription,
  setProblemStatus,
  setTaskDone,
  updateProblem,
} from './queries.ts';

export interface ProblemParts {
  /** Asks colleagues who are mentioned in what was written. */
  readonly askMentioned: AskMentioned;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  /** Those who have a key to the vault now. */
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId }[];
  readonly print: (report: Report, author: string, signal: AbortSignal) => Promise<Uint8Array>;
  /** Notes on the contract's record that a notice was sent. */
  readonly addNotice: (call: Call, id: ContractId, notice: NoticeEntry) => Result<unknown, 'NOT_FOUND' | NoticeDayError>;
  /** Holds an obligation that can't go on; nothing happens to one that is final or held already. */
  readonly blockObligation: (call: Call, db: Writable, note: RecordChange, id: ObligationId, by: { readonly problemId: ProblemId; readonly reason: string }) => void;
  /** Lets an obligation go on that a problem held; nothing happens to one that a person holds. */
  readonly releaseObligation: (call: Call, db: Writable, note: RecordChange, id: ObligationId, reason: string) => void;
}

type SaveError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'WITHHELD_TEXT' | 'NO_SUCH_MEMBER';

type Holding = Pick<Problem, 'status' | 'effect' | 'obligationId'>;

/** What becomes of a problem, from one state to the next. */
interface Turn {
  /** Null: it is opened. */
  readonly from: Holding | null;
  readonly to: Holding;
  readonly title: string;
  readonly reason: string;
}

const noticeKindByLetter: Readonly<Record<LetterKind, ContractNotice['kind']>> = { notice: 'breach', claim: 'claim', extension: 'other', non_renewal: 'non_renewal', termination: 'termination' };

/** What goes wrong, what is done about it, and what was said. */
export function createProblemService({ clock, ids, picker, members, print, addNotice, blockObligation, releaseObligation, askMentioned }: ProblemParts) {
  const stamp = (call: Call) => ({ at: clock.now(), by: call.session.user.id, today: dayOn(clock) });
  const isMember = (call: Call, id: UserId) => members(call).some((member) => member.id === id);

  function save(call: Call, { contractId, id, revision, entry }: InputOf<'problems.save'>): Result<null, SaveError> {
    if (entry.description !== undefined && !call.session.holds('clauses')) return fail('WITHHELD_TEXT');
    return call.write<null, SaveError>((db, note) => {
      if (findContractHead(db, contractId) === undefined) return fail('NOT_FOUND');
      if (entry.obligationId !== null && !hasObligation(db, entry.obligationId, contractId)) return fail('NOT_FOUND');
      const found = id === null ? undefined : findProblem(db, id);
      if (id !== null && found?.contractId !== contractId) return fail('NOT_FOUND');
      if (found !== undefined && found.revision !== revision) return fail('CHANGED_MEANWHILE');
      // Who left the vault stays named until somebody else is chosen.
      if (entry.ownerId !== null && entry.ownerId !== found?.ownerId && !isMember(call, entry.ownerId)) return fail('NO_SUCH_MEMBER');
      if (id !== null && found !== undefined) {
        updateProblem(db, id, entry);
        hold(call, db, note, id, { from: found, to: { ...entry, status: found.status }, title: entry.title, reason: entry.title });
        if (entry.description !== undefined) saveDescription(db, id, entry.description);
        note('contract', contractId, { problem: id, mentioned: mention(call, db, contractId, id, entry) });
      } else open(call, db, note, contractId, entry);
      return succeed(null);
    });
  }

  function open(call: Call, db: Writable, note: RecordChange, contractId: ContractId, entry: ProblemEntry): ProblemId {
    const id = ids.create<'problem'>();
    insertProblem(db, id, contractId, entry, stamp(call));
    if (entry.description !== undefined) saveDescription(db, id, entry.description);
    hold(call, db, note, id, { from: null, to: { ...entry, status: 'open' }, title: entry.title, reason: entry.title });
    note('contract', contractId, { problem: id, kind: entry.kind, severity: entry.severity, mentioned: mention(call, db, contractId, id, entry) });
    return id;
  }

  /** Holds the obligation that a problem blocks from now on, and lets go the one that nothing blocks any more, for a reason. */
  function hold(call: Call, db: Writable, note: RecordChange, problemId: ProblemId, { from, to, title, reason }: Turn): void {
    const [before, now] = [from === null ? null : heldBy(from), heldBy(to)];
    if (before === now) return;
    if (before !== null && !isHeldByProblem(db, before)) releaseObligation(call, db, note, before, reason);
    if (now !== null) blockObligation(call, db, note, now, { problemId, reason: title });
  }

  function mention(call: Call, db: Writable, contractId: ContractId, id: ProblemId, { title, action, description = '' }: ProblemEntry): number {
    return askMentioned(call, db, { contractId, origin: 'problem', originId: id, texts: [title, action, description], isNew: false });
  }

  function move(call: Call, { id, revision, to, reason }: InputOf<'problems.move'>): Result<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'NO_SUCH_MOVE' | 'REASON_MISSING'> {
    return call.write<null, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'NO_SUCH_MOVE' | 'REASON_MISSING'>((db, note) => {
      const found = findProblem(db, id);
      if (found === undefined) return fail('NOT_FOUND');
      if (found.revision !== revision) return fail('CHANGED_MEANWHILE');
      if (!problemMoves(found.status).includes(to)) return fail('NO_SUCH_MOVE');
      if (problemNeedsReason(to) && reason === '') return fail('REASON_MISSING');
      setProblemStatus(db, id, found.status, to, reason, stamp(call));
      hold(call, db, note, id, { from: found, to: { ...found, status: to }, title: found.title, reason });
      const mentioned = askMentioned(call, db, { contractId: found.contractId, origin: 'problem', originId: id, texts: [reason], isNew: true });
      note('contract', found.contractId, { problem: id, from: found.status, to, mentioned });
      return succeed(null);
    });
  }

  async function sendLetter(call: Call, letter: InputOf<'problems.sendLetter'>): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'TARGET_MISSING' | 'LETTER_UNFINISHED' | 'SENT_IN_FUTURE'>> {
    const { contractId, kind, language, subject, body, partyName, sentOn, method, trackingNumber, senderName = '', termIndex = null } = letter;
    const contract = findContractHead(call.db, contractId);
    if (contract === undefined) return fail('NOT_FOUND');
    if (openPlaces(body).length > 0) return fail('LETTER_UNFINISHED');
    if (sentOn > dayOn(clock)) return fail('SENT_IN_FUTURE');
    const target = await picker.chooseTarget(`${contract.number} ${subject}.pdf`, { name: 'PDF', extensions: ['pdf'] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    const author = call.session.user.name;
    const report = letterReport({ language, subject, body, party: partyName, contractTitle: contract.title, contractNumber: contract.number, sender: senderName === '' ? author : senderName, day: sentOn });
    const pdf = await print(report, author, new AbortController().signal);
    // The letter and what is noted of it, both or neither: the file comes last.
    return call.write<{ fileName: string }, 'NOT_FOUND' | 'SENT_IN_FUTURE'>((db, note) => {
      const noticed = addNotice(call, contractId, { kind: noticeKindByLetter[kind], termIndex: kind === 'non_renewal' ? termIndex : null, sentOn, method, trackingNumber, receivedOn: null });
      if (!noticed.ok) return fail(noticed.error.code === 'NOT_FOUND' ? 'NOT_FOUND' : 'SENT_IN_FUTURE');
      const id = ids.create<'communication'>();
      insertCommunication(db, { id, contractId, kind: 'letter', partyId: findPartyNamed(db, contractId, partyName), happenedOn: sentOn, text: { subject, body, correspondent: partyName } }, stamp(call));
      note('contract', contractId, { communication: id, letter: kind });
      writeFileAtomically(target, pdf);
      return succeed({ fileName: basename(target) });
    });
  }

  function addCommunication(call: Call, given: InputOf<'problems.addCommunication'>): Result<null, 'NOT_FOUND'> {
    const { contractId, partyId, text } = given;
    if (partyId !== null && !isPartyOf(call.db, partyId, contractId)) return fail('NOT_FOUND');
    return onContract(call, contractId, (db) => {
      const id = ids.create<'communication'>();
      insertCommunication(db, { ...given, id }, stamp(call));
      return { communication: id, kind: given.kind, mentioned: askMentioned(call, db, { contractId, origin: 'communication', originId: id, texts: [text.subject, text.body], isNew: true }) };
    });
  }

  function addTask(call: Call, given: InputOf<'problems.addTask'>): Result<null, 'NOT_FOUND' | 'NO_SUCH_MEMBER'> {
    if (!isMember(call, given.assigneeId)) return fail('NO_SUCH_MEMBER');
    return onContract(call, given.contractId, (db) => {
      const id = ids.create<'taskItem'>();
      insertTask(db, { ...given, id }, stamp(call));
      return { task: id };
    });
  }

  function tickTask(call: Call, { id, isDone }: InputOf<'problems.setTaskDone'>): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const contractId = setTaskDone(db, id, isDone ? clock.now() : null);
      if (contractId === undefined) return fail('NOT_FOUND');
      note('contract', contractId, { task: id, isDone });
      return succeed(null);
    });
  }

  function addSheet(call: Call, given: InputOf<'problems.addSheet'>): Result<null, 'NOT_FOUND'> {
    return onContract(call, given.contractId, (db) => {
      const id = ids.create<'checkSheet'>();
      insertSheet(db, { ...given, id }, clock.now());
      return { sheet: id };
    });
  }

  function runSheet(call: Call, { id, measured, problemTitle }: InputOf<'problems.runSheet'>): Result<{ failed: number }, 'NOT_FOUND'> {
    return call.write<{ failed: number }, 'NOT_FOUND'>((db, note) => {
      const sheet = findSheet(db, id);
      if (sheet === undefined) return fail('NOT_FOUND');
      const failed = failedItems(sheet.items, measured);
      const entry: ProblemEntry = { obligationId: null, kind: 'quality', severity: 'high', title: problemTitle, action: '', effect: 'none', ownerId: call.session.user.id, dueOn: null };
      const problemId = failed.length === 0 ? null : open(call, db, note, sheet.contractId, entry);
      insertRun(db, { id: ids.create<'checkRun'>(), sheetId: id, measured: sheet.items.map((_, index) => measured[index] ?? null), failed: failed.length, problemId }, stamp(call));
      note('contract', sheet.contractId, { sheet: id, failed: failed.length });
      return succeed({ failed: failed.length });
    });
  }

  return { save, move, sendLetter, addCommunication, addTask, tickTask, addSheet, runSheet };
}

function onContract(call: Call, contractId: ContractId, work: (db: Writable) => Parameters<RecordChange>[2]): Result<null, 'NOT_FOUND'> {
  return call.write<null, 'NOT_FOUND'>((db, note) => {
    if (findContractHead(db, contractId) === undefined) return fail('NOT_FOUND');
    note('contract', contractId, work(db) ?? {});
    return succeed(null);
  });
}
