import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { ObligationEntry } from '#shared/features/fulfilment/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { addDays, type Day } from '#shared/kernel/day.ts';
import type { Writable } from '../../db/connection.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { findContractFacts } from './due-dates.ts';
import type { createMoneyService } from './money.ts';
import type { ObligationService } from './obligations.ts';
import { setStatus } from './queries.ts';

export interface SampleParts {
  readonly obligations: Pick<ObligationService, 'addWithin'>;
  readonly money: Pick<ReturnType<typeof createMoneyService>, 'addWithin'>;
}

/** Gives a signed contract of the sample what its pages live on: something done, overdue, due and to be paid. Gives the overdue obligation. */
export function fillSampleFulfilment(session: Session, db: Writable, note: RecordChange, contractId: ContractId, today: Day, { obligations, money }: SampleParts): ObligationId {
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
  const share = (sharePercent: number, minor: number, due: Day, condition: string) =>
    money.addWithin(db, note, contract, { direction: 'pay', due: { kind: 'fixed', on: due }, ownerId, condition, shareBasisPoints: sharePercent * 100, amount: { minor, currency: 'CNY' } });
  share(30, 36_000_00, addDays(today, -10), '签订后 10 日内 Within 10 days of signing');
  share(60, 72_000_00, addDays(today, 30), '验收合格后 30 日内 Within 30 days of acceptance');
  share(10, 12_000_00, addDays(today, 360), '质保期满 End of warranty');
  return delivery;
}
