import { assigneeSchema, type ApprovalTask, type Assignee, type RoundId, type TaskId } from '#shared/features/approvals/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

const escalating = sql`approval_tasks.state = 'pending' AND escalate_to IS NOT NULL AND escalated_at IS NULL`;

/** When the next task that is to be escalated becomes late (epoch ms), or null. */
export function nextEscalation(db: Readable): number | null {
  return db.get<{ at: number | null }>(sql`SELECT MIN(due_at) AS at FROM approval_tasks WHERE ${escalating}`)?.at ?? null;
}

export interface LateTask {
  readonly id: TaskId;
  readonly roundId: RoundId;
  readonly step: number;
  readonly order: number;
  readonly mode: ApprovalTask['mode'];
  readonly stepName: string;
  readonly dueAt: number;
  readonly escalateTo: Assignee;
}

/** Tasks whose deadline passed and that nobody was told of yet. */
export function listLate(db: Readable, now: number): readonly LateTask[] {
  return db
    .all<Omit<LateTask, 'escalateTo'> & { readonly escalateTo: string }>(sql`
      SELECT approval_tasks.id, round_id AS roundId, step, step_order AS "order", mode, step_name AS stepName,
        due_at AS dueAt, escalate_to AS escalateTo
      FROM approval_tasks WHERE ${escalating} AND due_at <= ${now}`)
    .map((row) => ({ ...row, escalateTo: assigneeSchema.parse(JSON.parse(row.escalateTo)) }));
}

export function markEscalated(db: Writable, id: TaskId, at: number): void {
  db.run(sql`UPDATE approval_tasks SET escalated_at = ${at} WHERE id = ${id}`);
}

/** Who wrote a version of a contract; null for an unknown one. */
export function authorOf(db: Readable, contractId: ContractId, contentHash: string): UserId | null {
  return db.get<{ by: UserId }>(sql`SELECT created_by AS by FROM contract_versions WHERE contract_id = ${contractId} AND content_hash = ${contentHash} ORDER BY version_number DESC LIMIT 1`)?.by ?? null;
}

/** Who may not decide in a round, by the flow's version that it runs by: whoever submitted it and whoever wrote its text. */
export function barredFrom(db: Readable, roundId: RoundId): readonly UserId[] {
  const round = db.get<{ contractId: ContractId; contentHash: string; by: UserId; drafterMay: number | null }>(sql`
    SELECT contract_id AS contractId, content_hash AS contentHash, submitted_by AS "by", json_extract(draft, '$.drafterMayApprove') AS drafterMay
    FROM approval_rounds JOIN approval_flows ON approval_flows.id = flow_id AND version = flow_version WHERE approval_rounds.id = ${roundId}`);
  if (round === undefined || round.drafterMay === 1) return [];
  const author = authorOf(db, round.contractId, round.contentHash);
  return [round.by, ...(author === null ? [] : [author])];
}
