import type { Contract, ContractId, ContractNotice, NoticeEntry } from '#shared/features/contracts/model.ts';
import { noticeDayError, type NoticeDayError } from '#shared/features/contracts/notices.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import { findContract } from './queries.ts';
import { insertNotice, listNotices, noteNews, setWithdrawn, updateNotice } from './record-queries.ts';
import { termEndOn } from './term-facts.ts';

interface NoticeServiceParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly read: (call: Call, id: ContractId) => Result<Contract, 'NOT_FOUND'>;
  /** Reckons the contract's dates anew, in the same transaction. */
  readonly refresh: (db: Writable, id: ContractId) => void;
}

type NoticeError = 'NOT_FOUND' | 'NOTICE_WITHDRAWN';

/** The notices that were sent under contracts: recorded, corrected and, where one was a mistake, taken back. */
export function createNoticeService({ clock, ids, read, refresh }: NoticeServiceParts) {
  function addNotice(call: Call, id: ContractId, notice: NoticeEntry): Result<Contract, 'NOT_FOUND' | NoticeDayError> {
    const wrong = noticeDayError(notice, dayOn(clock));
    if (wrong !== null) return fail(wrong);
    const added = call.write<null, 'NOT_FOUND'>((db, note) => {
      if (findContract(db, id) === undefined) return fail('NOT_FOUND');
      const noticeId = ids.create<'notice'>();
      insertNotice(db, id, { id: noticeId, ...notice, ...aboutOf(db, id, notice) }, clock.now());
      noteNews(db, id, clock.now());
      refresh(db, id);
      note('contract', id, { notice: noticeId });
      return succeed(null);
    });
    return added.ok ? read(call, id) : added;
  }

  function changeNotice(call: Call, id: ContractId, noticeId: ContractNotice['id'], notice: NoticeEntry): Result<null, NoticeError | NoticeDayError> {
    const wrong = noticeDayError(notice, dayOn(clock));
    if (wrong !== null) return fail(wrong);
    return onNotice(call, id, noticeId, (db, note, before) => {
      const isAsBefore = notice.kind === before.kind && notice.sentOn === before.sentOn;
      // A receipt that is added later doesn't make it one about the term that runs by what was agreed since.
      updateNotice(db, noticeId, { ...notice, ...(isAsBefore ? { termIndex: before.termIndex, termEndsOn: before.termEndsOn } : aboutOf(db, id, notice)) });
      note('contract', id, { notice: noticeId, before: { ...before }, after: { ...notice } });
    });
  }

  /** The term that a notice is about, as it was agreed when it was sent. */
  function aboutOf(db: Readable, id: ContractId, { termIndex, sentOn }: NoticeEntry): Pick<ContractNotice, 'termEndsOn'> {
    const row = termIndex === null ? undefined : findContract(db, id);
    return { termEndsOn: termIndex === null || row === undefined ? null : termEndOn(db, row, termIndex, sentOn) };
  }

  function withdrawNotice(call: Call, id: ContractId, noticeId: ContractNotice['id'], reason: string): Result<null, NoticeError> {
    return onNotice(call, id, noticeId, (db, note) => {
      setWithdrawn(db, noticeId, reason, clock.now());
      note('contract', id, { withdrawnNotice: noticeId });
    });
  }

  /** Does something to a notice that counts, and reckons its contract's dates anew. */
  function onNotice(call: Call, id: ContractId, noticeId: ContractNotice['id'], act: (db: Writable, note: RecordChange, before: ContractNotice) => void): Result<null, NoticeError> {
    return call.write<null, NoticeError>((db, note) => {
      const before = listNotices(db, id).find((notice) => notice.id === noticeId);
      if (before === undefined) return fail('NOT_FOUND');
      if (before.withdrawnAt !== null) return fail('NOTICE_WITHDRAWN');
      act(db, note, before);
      noteNews(db, id, clock.now());
      refresh(db, id);
      return succeed(null);
    });
  }

  return { addNotice, changeNotice, withdrawNotice };
}
