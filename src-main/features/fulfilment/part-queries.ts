import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { DeliverableEntry, DeliverableId, EvidenceId, Metric, MetricEntry, MetricId, Milestone, MilestoneId } from '#shared/features/fulfilment/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Currency, Money } from '#shared/kernel/money.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { AttachmentId } from '../../attachments/attachment-store.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** Milestones, deliverables, evidence and measured service levels: what hangs on a contract's obligations. */

export function listMilestones(db: Readable, contractId: ContractId, holdsFinance: boolean): readonly Milestone[] {
  const worths = new Map(holdsFinance ? db.all<{ id: MilestoneId; minor: number | null; currency: Currency | null; share: number | null }>(sql`
    SELECT milestone_id AS id, minor, currency, share_basis_points AS share FROM finance.milestone_worths
    WHERE milestone_id IN (SELECT id FROM main.milestones WHERE contract_id = ${contractId})`).map((row) => [row.id, row] as const) : []);
  return db
    .all<Omit<Milestone, 'worth'>>(sql`SELECT id, name, due_on AS dueOn, revision FROM milestones WHERE contract_id = ${contractId} AND removed_at IS NULL ORDER BY due_on IS NULL, due_on, rowid`)
    .map((one) => {
      const worth = worths.get(one.id);
      const value = worth === undefined || worth.minor === null || worth.currency === null ? null : { minor: worth.minor, currency: worth.currency };
      return { ...one, worth: holdsFinance ? { value, shareBasisPoints: worth?.share ?? null } : withheld };
    });
}

export function findMilestone(db: Readable, id: MilestoneId): { readonly contractId: ContractId; readonly revision: number } | undefined {
  return db.get(sql`SELECT contract_id AS contractId, revision FROM milestones WHERE id = ${id}`);
}

export function saveMilestone(db: Writable, { id, contractId, name, dueOn }: { readonly id: MilestoneId; readonly contractId: ContractId; readonly name: string; readonly dueOn: Day | null }): void {
  db.run(sql`
    INSERT INTO milestones (id, contract_id, name, due_on, revision) VALUES (${id}, ${contractId}, ${name}, ${dueOn}, 1)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, due_on = excluded.due_on, revision = revision + 1`);
}

export function saveWorth(db: Writable, id: MilestoneId, value: Money | null, shareBasisPoints: number | null): void {
  db.run(sql`
    INSERT INTO finance.milestone_worths (milestone_id, minor, currency, share_basis_points) VALUES (${id}, ${value?.minor ?? null}, ${value?.currency ?? null}, ${shareBasisPoints})
    ON CONFLICT (milestone_id) DO UPDATE SET minor = excluded.minor, currency = excluded.currency, share_basis_points = excluded.share_basis_points`);
}

/** Takes a milestone away, or with null puts it back; its obligations stay, without one meanwhile. */
export function setMilestoneRemoved(db: Writable, id: MilestoneId, at: number | null): void {
  db.run(sql`UPDATE milestones SET removed_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export function insertDeliverable(db: Writable, id: DeliverableId, obligationId: ObligationId, { name, unit, quantity }: DeliverableEntry): void {
  db.run(sql`
    INSERT INTO deliverables (id, obligation_id, name, unit, quantity, delivered_quantity, accepted_quantity)
    VALUES (${id}, ${obligationId}, ${name}, ${unit}, ${quantity}, 0, 0)`);
}

export function saveSpec(db: Writable, id: DeliverableId, spec: string): void {
  db.run(sql`
    INSERT INTO clauses.deliverable_specs (deliverable_id, spec) VALUES (${id}, ${spec}) ON CONFLICT (deliverable_id) DO UPDATE SET spec = excluded.spec`);
}

export function findDeliverable(db: Readable, id: DeliverableId): { readonly obligationId: ObligationId; readonly delivered: number; readonly accepted: number } | undefined {
  return db.get(sql`SELECT obligation_id AS obligationId, delivered_quantity AS delivered, accepted_quantity AS accepted FROM deliverables WHERE id = ${id}`);
}

export function countDelivered(db: Writable, id: DeliverableId, delivered: number, accepted: number, acceptedOn: Day | null): void {
  db.run(sql`UPDATE deliverables SET delivered_quantity = ${delivered}, accepted_quantity = ${accepted}, accepted_on = ${acceptedOn} WHERE id = ${id}`);
}

export function removeDeliverable(db: Writable, id: DeliverableId): void {
  db.run(sql`DELETE FROM deliverables WHERE id = ${id}`);
}

export interface NewEvidence {
  readonly id: EvidenceId;
  readonly obligationId: ObligationId;
  readonly kind: 'photo' | 'signature' | 'note' | 'file';
  readonly words: string;
  readonly byteLength: number;
  readonly takenAt: number | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly at: number;
  readonly by: UserId;
}

export function insertEvidence(db: Writable, one: NewEvidence): void {
  db.run(sql`
    INSERT INTO obligation_evidence (id, obligation_id, kind, words, byte_length, taken_at, latitude, longitude, added_at, added_by)
    VALUES (${one.id}, ${one.obligationId}, ${one.kind}, ${one.words}, ${one.byteLength}, ${one.takenAt}, ${one.place?.latitude ?? null}, ${one.place?.longitude ?? null}, ${one.at}, ${one.by})`);
}

export function insertEvidenceFile(db: Writable, id: EvidenceId, name: string, attachmentId: AttachmentId): void {
  db.run(sql`INSERT INTO clauses.evidence_files (evidence_id, name, attachment_id) VALUES (${id}, ${name}, ${attachmentId})`);
}

/** The stored file behind a proof; the clauses compartment must be attached. */
export function findEvidenceFile(db: Readable, id: EvidenceId): { readonly name: string; readonly attachmentId: AttachmentId } | undefined {
  return db.get(sql`SELECT name, attachment_id AS attachmentId FROM clauses.evidence_files WHERE evidence_id = ${id}`);
}

export function listMetrics(db: Readable, contractId: ContractId, holdsFinance: boolean): readonly Metric[] {
  const credits = new Map(holdsFinance ? db.all<Money & { readonly id: MetricId }>(sql`
    SELECT metric_id AS id, minor, currency FROM finance.sla_credits
    WHERE metric_id IN (SELECT id FROM main.sla_metrics WHERE contract_id = ${contractId})`).map(({ id, ...credit }) => [id, credit] as const) : []);
  const measured = Map.groupBy(
    db.all<Metric['measurements'][number] & { readonly id: MetricId }>(sql`
      SELECT metric_id AS id, period_start_on AS periodStart, value, coalesce(sla_measurements.period, sla_metrics.period) AS period FROM sla_metrics JOIN sla_measurements ON metric_id = sla_metrics.id
      WHERE contract_id = ${contractId} ORDER BY period_start_on`),
    ({ id }) => id,
  );
  return db
    .all<Omit<Metric, 'credit' | 'measurements'>>(sql`SELECT id, name, comparison, target, unit, period, revision FROM sla_metrics WHERE contract_id = ${contractId} AND removed_at IS NULL ORDER BY rowid`)
    .map((one) => ({ ...one, credit: holdsFinance ? (credits.get(one.id) ?? null) : withheld, measurements: measured.get(one.id)?.map(({ id: _, ...value }) => value) ?? [] }));
}

export function findMetric(db: Readable, id: MetricId): { readonly contractId: ContractId; readonly revision: number } | undefined {
  return db.get(sql`SELECT contract_id AS contractId, revision FROM sla_metrics WHERE id = ${id}`);
}

/** What was measured before keeps the period that it was measured for. */
export function saveMetric(db: Writable, id: MetricId, contractId: ContractId, { name, comparison, target, unit, period }: MetricEntry): void {
  db.run(sql`
    UPDATE sla_measurements SET period = former.period FROM sla_metrics AS former
    WHERE former.id = ${id} AND metric_id = ${id} AND former.period <> ${period} AND sla_measurements.period IS NULL`);
  db.run(sql`
    INSERT INTO sla_metrics (id, contract_id, name, comparison, target, unit, period) VALUES (${id}, ${contractId}, ${name}, ${comparison}, ${target}, ${unit}, ${period})
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, comparison = excluded.comparison, target = excluded.target, unit = excluded.unit, period = excluded.period, revision = revision + 1`);
}

/** Takes a service level away with what was measured, or with null puts it back. */
export function setMetricRemoved(db: Writable, id: MetricId, at: number | null): void {
  db.run(sql`UPDATE sla_metrics SET removed_at = ${at}, revision = revision + 1 WHERE id = ${id}`);
}

export function saveCredit(db: Writable, id: MetricId, credit: Money | null): void {
  db.run(sql`DELETE FROM finance.sla_credits WHERE metric_id = ${id}`);
  if (credit !== null) db.run(sql`INSERT INTO finance.sla_credits (metric_id, minor, currency) VALUES (${id}, ${credit.minor}, ${credit.currency})`);
}

/**
 * Writes what was measured in a period; a null value takes the measurement back. `period`: how long it is, null for as long as the
 * service level says; one that is corrected keeps its own.
 */
export function saveMeasurement(db: Writable, id: MetricId, { periodStart, value, period }: { readonly periodStart: Day; readonly value: number | null; readonly period: Metric['period'] | null }, { at, by }: { readonly at: number; readonly by: UserId }): void {
  if (value === null) {
    db.run(sql`DELETE FROM sla_measurements WHERE metric_id = ${id} AND period_start_on = ${periodStart}`);
    return;
  }
  db.run(sql`
    INSERT INTO sla_measurements (metric_id, period_start_on, value, measured_at, measured_by, period) VALUES (${id}, ${periodStart}, ${value}, ${at}, ${by}, ${period})
    ON CONFLICT (metric_id, period_start_on) DO UPDATE SET value = excluded.value, measured_at = excluded.measured_at, measured_by = excluded.measured_by`);
}
