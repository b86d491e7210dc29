import type { WorkingCalendar } from '#shared/features/calendar/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { Payment, PaymentEntry, PaymentId } from '#shared/features/fulfilment/model.ts';
import { isPaymentClosed, paymentStatusOf } from '#shared/features/fulfilment/money-rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import { dueIn, findContractFacts, refreshDueDays, type ContractFacts } from './due-dates.ts';
import { areOfContract } from './queries.ts';
import { findPayment, insertInvoice, insertPayment, insertPaymentRecord, removeMoneyLine, removePayment, setPaymentStatus, updatePayment } from './payment-queries.ts';

export interface MoneyParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly workingCalendar: (db: Readable) => WorkingCalendar;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly { readonly id: UserId }[];
}

export type SavePaymentError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'OTHER_CURRENCY_PAID' | 'NO_SUCH_MEMBER';

/** The plan of payments and receipts, its invoices and what was paid. All of it needs the finance compartment. */
export function createMoneyService({ clock, ids, workingCalendar, members }: MoneyParts) {
  function save(call: Call, { contractId, id, revision, entry }: { readonly contractId: ContractId; readonly id: PaymentId | null; readonly revision: number; readonly entry: PaymentEntry }): Result<null, SavePaymentError> {
    return call.write<null, SavePaymentError>((db, note) => {
      const contract = findContractFacts(db, contractId);
      if (contract === undefined) return fail('NOT_FOUND');
      if (id === null) {
        const checked = check(call, db, contractId, null, entry);
        if (!checked.ok) return checked;
        addWithin(db, note, contract, entry);
        return succeed(null);
      }
      const payment = findPayment(db, id, true);
      if (payment === undefined || payment.contractId !== contractId || isWithheld(payment.money)) return fail('NOT_FOUND');
      if (payment.revision !== revision) return fail('CHANGED_MEANWHILE');
      const checked = check(call, db, contractId, payment, entry);
      if (!checked.ok) return checked;
      const { amount, records, invoices } = payment.money;
      if (amount.currency !== entry.amount.currency && records.length + invoices.length > 0) return fail('OTHER_CURRENCY_PAID');
      updatePayment(db, { id, contractId, entry, due: dueIn(db, contract, entry.due, workingCalendar(db)) });
      settle(db, id, payment.money.status === 'bad_debt');
      note('contract', contractId, { payment: id });
      return succeed(null);
    });
  }

  function check({ session }: Call, db: Readable, contractId: ContractId, present: Payment | null, { ownerId, due }: PaymentEntry): Result<null, 'NOT_FOUND' | 'NO_SUCH_MEMBER'> {
    // Who left the vault stays named until somebody else is chosen.
    if (ownerId !== null && ownerId !== present?.ownerId && !members({ session, db }).some(({ id }) => id === ownerId)) return fail('NO_SUCH_MEMBER');
    const anchor = due.kind === 'offset' ? due.obligationId : null;
    return anchor === null || areOfContract(db, [anchor], contractId) ? succeed(null) : fail('NOT_FOUND');
  }

  /** Adds a line to the plan inside a transaction that is under way. */
  function addWithin(db: Writable, note: RecordChange, contract: ContractFacts, entry: PaymentEntry): PaymentId {
    const id = ids.create<'payment'>();
    insertPayment(db, { id, contractId: contract.id, entry, due: dueIn(db, contract, entry.due, workingCalendar(db)) });
    note('contract', contract.id, { payment: id });
    return id;
  }

  function remove(call: Call, id: PaymentId): Result<null, 'NOT_FOUND' | 'PAYMENT_IN_USE'> {
    return change<'PAYMENT_IN_USE'>(call, id, (db, { money }) => {
      if (!isWithheld(money) && money.records.length + money.invoices.length > 0) return fail('PAYMENT_IN_USE');
      removePayment(db, id);
      return succeed(null);
    });
  }

  function addInvoice(call: Call, { id, entry }: InputOf<'fulfilment.addInvoice'>): Result<null, 'NOT_FOUND'> {
    return change<never>(call, id, (db, payment) => {
      insertInvoice(db, id, { ...entry, id: ids.create<'invoice'>() }, { at: clock.now(), by: call.session.user.id });
      settle(db, id, isBadDebt(payment));
      return succeed(null);
    });
  }

  function addRecord(call: Call, { id, entry }: InputOf<'fulfilment.addPaymentRecord'>): Result<null, 'NOT_FOUND' | 'DAY_IN_FUTURE'> {
    // Entered ahead, it would close what nobody has paid yet.
    if (entry.paidOn > dayOn(clock)) return fail('DAY_IN_FUTURE');
    return change<never>(call, id, (db, payment) => {
      recordWithin(db, id, entry, { by: call.session.user.id, isBadDebt: isBadDebt(payment) });
      return succeed(null);
    });
  }

  /** Notes inside a transaction that is under way what was paid. */
  function recordWithin(db: Writable, id: PaymentId, entry: InputOf<'fulfilment.addPaymentRecord'>['entry'], { by, isBadDebt: badDebt }: { readonly by: UserId; readonly isBadDebt: boolean }): void {
    insertPaymentRecord(db, id, { ...entry, id: ids.create<'paymentRecord'>() }, { at: clock.now(), by });
    settle(db, id, badDebt);
  }

  function removeLine(call: Call, { kind, id }: InputOf<'fulfilment.removeMoneyLine'>): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const paymentId = removeMoneyLine(db, kind, id);
      const payment = paymentId === undefined ? undefined : findPayment(db, paymentId, true);
      if (payment === undefined) return fail('NOT_FOUND');
      settle(db, payment.id, isBadDebt(payment));
      note('contract', payment.contractId, { payment: payment.id, removed: kind });
      return succeed(null);
    });
  }

  function setBadDebt(call: Call, { id, isBadDebt: given }: InputOf<'fulfilment.setBadDebt'>): Result<null, 'NOT_FOUND'> {
    return change<never>(call, id, (db) => {
      settle(db, id, given);
      return succeed(null);
    });
  }

  /** Writes the status that follows from what was invoiced and paid. What is open again is due by what its day is counted from now. */
  function settle(db: Writable, id: PaymentId, badDebt: boolean): void {
    const payment = findPayment(db, id, true);
    if (payment === undefined || isWithheld(payment.money)) return;
    const status = paymentStatusOf(payment.money, badDebt);
    setPaymentStatus(db, id, status, !isPaymentClosed(status));
    if (isPaymentClosed(payment.money.status) && !isPaymentClosed(status)) refreshDueDays(db, payment.contractId, workingCalendar(db));
  }

  return { save, addWithin, remove, addInvoice, addRecord, recordWithin, removeLine, setBadDebt };
}

function change<Code extends string>(call: Call, id: PaymentId, work: (db: Writable, payment: Payment) => Result<null, Code>): Result<null, Code | 'NOT_FOUND'> {
  return call.write<null, Code | 'NOT_FOUND'>((db, note) => {
    const payment = findPayment(db, id, true);
    if (payment === undefined) return fail('NOT_FOUND');
    const done = work(db, payment);
    if (done.ok) note('contract', payment.contractId, { payment: id });
    return done;
  });
}

function isBadDebt({ money }: Payment): boolean {
  return !isWithheld(money) && money.status === 'bad_debt';
}
