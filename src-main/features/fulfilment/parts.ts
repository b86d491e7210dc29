import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { DeliverableId, MetricId, MilestoneId } from '#shared/features/fulfilment/model.ts';
import { overlappedPeriod } from '#shared/features/fulfilment/money-rules.ts';
import type { InputOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { RecordChange } from '../../vault/session.ts';
import { findContractFacts } from './due-dates.ts';
import {
  countDelivered,
  findDeliverable,
  findMetric,
  findMilestone,
  insertDeliverable,
  listMetrics,
  removeDeliverable,
  saveCredit,
  saveMeasurement,
  saveMetric,
  saveMilestone,
  saveSpec,
  saveWorth,
  setMetricRemoved,
  setMilestoneRemoved,
} from './part-queries.ts';
import { findObligation } from './queries.ts';

type SavePartError = 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'WITHHELD_AMOUNT';

/** Milestones, deliverables and service levels. */
export function createPartService({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }) {
  function milestone(call: Call, { contractId, id, revision, entry }: InputOf<'fulfilment.saveMilestone'>): Result<null, SavePartError> {
    if (entry.worth !== undefined && !call.session.holds('finance')) return fail('WITHHELD_AMOUNT');
    return call.write<null, SavePartError>((db, note) => {
      const refused = refusedSave(db, contractId, id === null ? null : findMilestone(db, id), revision);
      if (refused !== null) return refused;
      const milestoneId = id ?? ids.create<'milestone'>();
      saveMilestone(db, { id: milestoneId, contractId, name: entry.name, dueOn: entry.dueOn });
      if (entry.worth !== undefined) saveWorth(db, milestoneId, entry.worth.value, entry.worth.shareBasisPoints);
      note('contract', contractId, { milestone: milestoneId });
      return succeed(null);
    });
  }

  /** Takes a milestone away, or puts it back. */
  function keepMilestone(call: Call, id: MilestoneId, isKept: boolean): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const found = findMilestone(db, id);
      if (found === undefined) return fail('NOT_FOUND');
      setMilestoneRemoved(db, id, isKept ? null : clock.now());
      note('contract', found.contractId, { milestone: id, removed: !isKept });
      return succeed(null);
    });
  }

  function deliverable(call: Call, { obligationId, entry }: InputOf<'fulfilment.addDeliverable'>): Result<null, 'NOT_FOUND' | 'WITHHELD_TEXT'> {
    if (entry.spec !== undefined && !call.session.holds('clauses')) return fail('WITHHELD_TEXT');
    return ofObligation(call, obligationId, (db) => {
      const id = ids.create<'deliverable'>();
      insertDeliverable(db, id, obligationId, entry);
      if (entry.spec !== undefined && entry.spec !== '') saveSpec(db, id, entry.spec);
      return { deliverable: id };
    });
  }

  function dropDeliverable(call: Call, id: DeliverableId): Result<null, 'NOT_FOUND'> {
    const found = findDeliverable(call.db, id);
    if (found === undefined) return fail('NOT_FOUND');
    return ofObligation(call, found.obligationId, (db) => {
      removeDeliverable(db, id);
      return { deliverable: id, removed: true };
    });
  }

  function count(call: Call, { id, delivered, accepted, acceptedOn, before }: InputOf<'fulfilment.countDelivered'>): Result<null, 'NOT_FOUND' | 'MORE_ACCEPTED' | 'CHANGED_MEANWHILE'> {
    const found = findDeliverable(call.db, id);
    if (found === undefined) return fail('NOT_FOUND');
    if (accepted > delivered) return fail('MORE_ACCEPTED');
    if (found.delivered !== before.delivered || found.accepted !== before.accepted) return fail('CHANGED_MEANWHILE');
    return ofObligation(call, found.obligationId, (db) => {
      countDelivered(db, id, delivered, accepted, acceptedOn);
      return { deliverable: id, delivered, accepted };
    });
  }

  function metric(call: Call, { contractId, id, revision, entry }: InputOf<'fulfilment.saveMetric'>): Result<null, SavePartError> {
    if (entry.credit !== undefined && !call.session.holds('finance')) return fail('WITHHELD_AMOUNT');
    return call.write<null, SavePartError>((db, note) => {
      const refused = refusedSave(db, contractId, id === null ? null : findMetric(db, id), revision);
      if (refused !== null) return refused;
      const metricId = id ?? ids.create<'slaMetric'>();
      saveMetric(db, metricId, contractId, entry);
      if (entry.credit !== undefined) saveCredit(db, metricId, entry.credit);
      note('contract', contractId, { metric: metricId });
      return succeed(null);
    });
  }

  /** Takes a service level away, or puts it back. */
  function keepMetric(call: Call, id: MetricId, isKept: boolean): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const found = findMetric(db, id);
      if (found === undefined) return fail('NOT_FOUND');
      setMetricRemoved(db, id, isKept ? null : clock.now());
      note('contract', found.contractId, { metric: id, removed: !isKept });
      return succeed(null);
    });
  }

  function measure(call: Call, { id, periodStart, value, period }: InputOf<'fulfilment.measure'>): Result<null, 'NOT_FOUND' | 'PERIOD_MEASURED'> {
    return call.write<null, 'NOT_FOUND' | 'PERIOD_MEASURED'>((db, note) => {
      const found = findMetric(db, id);
      if (found === undefined) return fail('NOT_FOUND');
      const metric = listMetrics(db, found.contractId, false).find((one) => one.id === id);
      const overlapped = metric === undefined || value === null ? null : overlappedPeriod({ ...metric, period: period ?? metric.period }, periodStart);
      if (overlapped !== null) return fail('PERIOD_MEASURED', { day: overlapped });
      saveMeasurement(db, id, { periodStart, value, period: period === metric?.period ? null : (period ?? null) }, { at: clock.now(), by: call.session.user.id });
      note('contract', found.contractId, { metric: id, measured: periodStart });
      return succeed(null);
    });
  }

  return { milestone, keepMilestone, deliverable, dropDeliverable, count, metric, keepMetric, measure };
}

/** Why a milestone or a service level is not saved; `present`: as it stands, null for a new one. */
function refusedSave(db: Writable, contractId: ContractId, present: { readonly contractId: ContractId; readonly revision: number } | null | undefined, revision: number): Result<never, 'NOT_FOUND' | 'CHANGED_MEANWHILE'> | null {
  if (findContractFacts(db, contractId) === undefined || present === undefined) return fail('NOT_FOUND');
  if (present === null) return null;
  if (present.contractId !== contractId) return fail('NOT_FOUND');
  return present.revision === revision ? null : fail('CHANGED_MEANWHILE');
}

/** A change to something that belongs to an obligation, noted with its contract. */
export function ofObligation(call: Call, id: ObligationId, work: (db: Writable, contractId: ContractId) => Parameters<RecordChange>[2]): Result<null, 'NOT_FOUND'> {
  return call.write<null, 'NOT_FOUND'>((db, note) => {
    const row = findObligation(db, id);
    if (row === undefined) return fail('NOT_FOUND');
    note('contract', row.contract_id, { obligation: id, ...work(db, row.contract_id) });
    return succeed(null);
  });
}
