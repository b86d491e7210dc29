import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { ObligationEntry, PaymentEntry } from '#shared/features/fulfilment/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Writable } from '../../db/connection.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { findContractFacts } from './due-dates.ts';
import type { createMoneyService } from './money.ts';
import type { ObligationService } from './obligations.ts';
import { setStatus } from './queries.ts';

/** A payment of a sample contract, in whole yuan, and what came of it. */
export interface SamplePayment {
  readonly direction: PaymentEntry['direction'];
  readonly dueOn: Day;
  readonly yuan: number;
  readonly sharePercent?: number;
  readonly condition: string;
  readonly paid?: { readonly on: Day; readonly yuan: number };
}

/** Gives a signed contract of the sample its payments. */
export function paySample(session: Session, db: Writable, note: RecordChange, contractId: ContractId, payments: readonly SamplePayment[], money: Pick<ReturnType<typeof createMoneyService>, 'addWithin' | 'recordWithin'>): void {
  const contract = findContractFacts(db, contractId);
  assert(contract !== undefined, 'the sample contract is missing');
  for (const { direction, dueOn, yuan, sharePercent, condition, paid } of payments) {
    const shareBasisPoints = sharePercent === undefined ? null : sharePercent * 100;
    const id = money.addWithin(db, note, contract, { direction, due: { kind: 'fixed', on: dueOn }, ownerId: session.user.id, condition, shareBasisPoints, amount: { minor: yuan * 100, currency: 'CNY' } });
    if (paid !== undefined) money.recordWithin(db, id, { paidOn: paid.on, minor: paid.yuan * 100, reference: '' }, { by: session.user.id, isBadDebt: false });
  }
}

/** Gives a signed contract of the sample what its pages live on: something done, overdue and due. Gives the overdue obligation. */
export function fillSampleFulfilment(session: Session, db: Writable, note: RecordChange, contractId: ContractId, today: Day, obligations: Pick<ObligationService, 'addWithin'>): ObligationId {
  const contract = findContractFacts(db, contractId);
  assert(contract !== undefined, 'the sample contract is missing');
  const ownerId = session.user.id;
  const add = (title: string, over: Partial<ObligationEntry>): ObligationId => {
    const base: ObligationEntry = { title, obligor: 'them', type: 'delivery', due: { kind: 'none' }, graceDays: 0, ownerId, evidenceRequired: false, dependsOn: [], milestoneId: null };
    const added = obligations.addWithin(session, db, note, contract, { ...base, ...over });
    assert(added.ok, 'a sample obligation is not valid');
    return added.value;
  };
  const plan = add('提交施工方案 Method statement', { type: 'report', due: { kind: 'fixed', on: addDays(today, -20) } });
  setStatus(db, { id: plan, from: 'planned', to: 'met', on: addDays(today, -21), metOn: addDays(today, -21), reason: '', at: Date.parse(today), by: ownerId });
  const delivery = add('交付首批浮标 Deliver first buoys', { due: { kind: 'fixed', on: addDays(today, -4) }, dependsOn: [plan] });
  const acceptance = add('现场验收 Site acceptance', { type: 'acceptance', obligor: 'us', due: { kind: 'fixed', on: addDays(today, 5) }, dependsOn: [delivery], evidenceRequired: true });
  add('移交技术资料 Hand over documents', { type: 'other', due: { kind: 'offset', from: 'obligation', obligationId: acceptance, amount: 10, unit: 'workingDay' } });
  add('季度巡检 Quarterly inspection', { type: 'sla', due: { kind: 'recurring', rule: 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=15', from: `${addDays(today, 20).slice(0, 8)}15` as Day, until: null } });
  return delivery;
}
