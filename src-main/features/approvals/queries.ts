import type { InboxTask } from '#shared/features/approvals/ipc.ts';
import { flowDraftSchema, type ApprovalRound, type ApprovalTask, type Assignee, type Flow, type FlowDraft, type FlowId, type RoundId, type RoundState, type TaskId, type TaskState } from '#shared/features/approvals/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';
import { listQuotes } from './quote-queries.ts';

interface FlowRow {
  readonly id: FlowId;
  readonly version: number;
  readonly draft: string;
  readonly changed_at: number;
  readonly changed_by_name: string;
}

/** The flows as they stand, by name. */
export function listFlows(db: Readable): readonly Flow[] {
  return db
    .all<FlowRow>(sql`
      SELECT approval_flows.id, version, draft, changed_at, name AS changed_by_name
      FROM approval_flows JOIN users ON users.id = changed_by WHERE is_current = 1`)
    .map(({ id, version, draft, changed_at, changed_by_name }) => ({ ...flowDraftSchema.parse(JSON.parse(draft)), id, version, changedAt: changed_at, changedByName: changed_by_name }))
    .toSorted((one, other) => byName(one.name, other.name));
}

/** Writes the next version of a flow; the earlier ones stay for the rounds that ran by them. */
export function insertFlow(db: Writable, { id, version, draft, at, by }: { readonly id: FlowId; readonly version: number; readonly draft: FlowDraft; readonly at: number; readonly by: UserId }): void {
  retireFlow(db, id);
  db.run(sql`
    INSERT INTO approval_flows (id, version, draft, is_current, changed_at, changed_by)
    VALUES (${id}, ${version}, ${JSON.stringify(draft)}, 1, ${at}, ${by})`);
}

/** Takes a flow out of use; gives how many there were, 0 or 1. */
export function retireFlow(db: Writable, id: FlowId): number {
  return db.run(sql`UPDATE approval_flows SET is_current = 0 WHERE id = ${id} AND is_current = 1`);
}

export interface NewRound {
  readonly id: RoundId;
  readonly contractId: ContractId;
  readonly flow: Pick<Flow, 'id' | 'version' | 'name' | 'needsSecondReviewer'>;
  readonly contractType: ContractType;
  readonly versionNumber: number;
  readonly contentHash: string;
  readonly note: string;
  readonly at: number;
  readonly by: UserId;
}

export function insertRound(db: Writable, { id, contractId, flow, contractType, versionNumber, contentHash, note, at, by }: NewRound): void {
  db.run(sql`
    INSERT INTO approval_rounds (id, contract_id, flow_id, flow_version, flow_name, contract_type, version_number, content_hash, state, note, submitted_at, submitted_by, needs_second_reviewer)
    VALUES (${id}, ${contractId}, ${flow.id}, ${flow.version}, ${flow.name}, ${contractType}, ${versionNumber}, ${contentHash}, 'pending', ${note}, ${at}, ${by}, ${flow.needsSecondReviewer ? 1 : 0})`);
}

export interface NewTask {
  readonly id: TaskId;
  readonly roundId: RoundId;
  readonly step: number;
  readonly order: number;
  readonly mode: ApprovalTask['mode'];
  readonly stepName: string;
  readonly deadlineHours: number | null;
  readonly assigneeId: UserId;
  readonly insteadOfId: UserId | null;
  readonly escalateTo: Assignee | null;
  readonly escalatedFromId: TaskId | null;
  readonly state: TaskState;
}

export function insertTask(db: Writable, { id, roundId, step, order, mode, stepName, deadlineHours, assigneeId, insteadOfId, escalateTo, escalatedFromId, state }: NewTask): void {
  const to = escalateTo === null ? null : JSON.stringify(escalateTo);
  db.run(sql`
    INSERT INTO approval_tasks (id, round_id, step, step_order, mode, step_name, deadline_hours, assignee_id, instead_of_id, escalate_to, escalated_from_id, state, comment)
    VALUES (${id}, ${roundId}, ${step}, ${order}, ${mode}, ${stepName}, ${deadlineHours}, ${assigneeId}, ${insteadOfId}, ${to}, ${escalatedFromId}, ${state}, '')`);
}

/** Opens a task that waited. */
export function openTask(db: Writable, id: TaskId, openedAt: number, dueAt: number | null): void {
  db.run(sql`UPDATE approval_tasks SET state = 'pending', opened_at = ${openedAt}, due_at = ${dueAt} WHERE id = ${id}`);
}

export function setTaskState(db: Writable, id: TaskId, state: TaskState): void {
  db.run(sql`UPDATE approval_tasks SET state = ${state} WHERE id = ${id}`);
}

export function decideTask(db: Writable, id: TaskId, state: TaskState, comment: string, at: number): void {
  db.run(sql`UPDATE approval_tasks SET state = ${state}, comment = ${comment}, decided_at = ${at} WHERE id = ${id}`);
}

export function closeRound(db: Writable, id: RoundId, state: RoundState, at: number): void {
  db.run(sql`UPDATE approval_rounds SET state = ${state}, closed_at = ${at} WHERE id = ${id}`);
}

/** Ends every open task of a round with one state. */
export function closeTasks(db: Writable, id: RoundId, state: TaskState): void {
  db.run(sql`UPDATE approval_tasks SET state = ${state} WHERE round_id = ${id} AND state IN ('pending', 'waiting')`);
}

interface RoundRow extends Omit<ApprovalRound, 'tasks'> {
  readonly contractId: ContractId;
}

/** The rounds of a contract, the latest first, with their tasks in order. By the order in which they came: a clock may be set back. */
export function listRounds(db: Readable, contractId: ContractId, holdsClauses: boolean): readonly ApprovalRound[] {
  return db
    .all<RoundRow>(sql`
      SELECT approval_rounds.id, contract_id AS contractId, flow_name AS flowName, version_number AS versionNumber, content_hash AS contentHash, state,
        submitted_at AS submittedAt, submitted_by AS submittedById, users.name AS submittedByName, note, closed_at AS closedAt
      FROM approval_rounds JOIN users ON users.id = submitted_by WHERE contract_id = ${contractId}
      ORDER BY approval_rounds.rowid DESC`)
    .map(({ contractId: _, ...round }) => ({ ...round, tasks: listTasks(db, round.id).map((task) => ({ ...task, quotes: holdsClauses ? listQuotes(db, task.id) : withheld })) }));
}

/** The tasks of a round without the comments at the words, which lie in another compartment. */
export function listTasks(db: Readable, roundId: RoundId): readonly Omit<ApprovalTask, 'quotes'>[] {
  return db.all<Omit<ApprovalTask, 'quotes'>>(sql`
    SELECT approval_tasks.id, step, step_order AS "order", mode, step_name AS stepName, assignee_id AS assigneeId, assignee.name AS assigneeName,
      absent.name AS insteadOfName, escalated_from_id AS escalatedFromId, state, due_at AS dueAt, opened_at AS openedAt, decided_at AS decidedAt, comment
    FROM approval_tasks JOIN users AS assignee ON assignee.id = assignee_id LEFT JOIN users AS absent ON absent.id = instead_of_id
    WHERE round_id = ${roundId} ORDER BY step_order, step, approval_tasks.rowid`);
}

export interface FoundTask {
  readonly roundId: RoundId;
  readonly contractId: ContractId;
  readonly contentHash: string;
  readonly assigneeId: UserId;
  readonly openedAt: number | null;
  readonly needsSecondReviewer: 0 | 1;
}

export function findTask(db: Readable, id: TaskId): FoundTask | undefined {
  return db.get<FoundTask>(sql`
    SELECT round_id AS roundId, contract_id AS contractId, content_hash AS contentHash, assignee_id AS assigneeId, opened_at AS openedAt, needs_second_reviewer AS needsSecondReviewer
    FROM approval_tasks JOIN approval_rounds ON approval_rounds.id = round_id WHERE approval_tasks.id = ${id}`);
}

/** How many working hours each task of a round was given. */
export function deadlinesOf(db: Readable, roundId: RoundId): ReadonlyMap<TaskId, number | null> {
  return new Map(db.all<{ id: TaskId; hours: number | null }>(sql`SELECT id, deadline_hours AS hours FROM approval_tasks WHERE round_id = ${roundId}`).map(({ id, hours }) => [id, hours]));
}

export function findRound(db: Readable, id: RoundId): { readonly contractId: ContractId; readonly state: RoundState; readonly submittedById: UserId } | undefined {
  return db.get(sql`SELECT contract_id AS contractId, state, submitted_by AS submittedById FROM approval_rounds WHERE id = ${id}`);
}

/** The latest round of a contract that runs or was approved; null when none stands. */
export function standingRound(db: Readable, contractId: ContractId): { readonly id: RoundId; readonly state: 'pending' | 'approved'; readonly contentHash: string } | null {
  return (
    db.get<{ id: RoundId; state: 'pending' | 'approved'; contentHash: string }>(sql`
      SELECT id, state, content_hash AS contentHash FROM approval_rounds
      WHERE contract_id = ${contractId} AND state IN ('pending', 'approved') ORDER BY rowid DESC LIMIT 1`) ?? null
  );
}

/** Who approved the text that stands approved, in the order of the decisions; nobody where none stands. */
export function approvedSteps(db: Readable, contractId: ContractId): readonly { readonly step: string; readonly name: string; readonly insteadOf: string | null; readonly at: number }[] {
  const standing = standingRound(db, contractId);
  if (standing?.state !== 'approved') return [];
  return listTasks(db, standing.id)
    .flatMap(({ stepName, assigneeName, insteadOfName, state, decidedAt }) => (state === 'approved' && decidedAt !== null ? [{ step: stepName, name: assigneeName, insteadOf: insteadOfName, at: decidedAt }] : []))
    .toSorted((one, other) => one.at - other.at);
}

/** The flow by which a contract stands approved although nobody was asked, because none of its steps applied; else null. */
export function sparingFlow(db: Readable, contractId: ContractId): string | null {
  const standing = standingRound(db, contractId);
  if (standing?.state !== 'approved') return null;
  const row = db.get<{ name: string }>(sql`
    SELECT flow_name AS name FROM approval_rounds WHERE id = ${standing.id} AND NOT EXISTS (SELECT 1 FROM approval_tasks WHERE round_id = ${standing.id})`);
  return row?.name ?? null;
}

/** A person's tasks that wait for them, the earliest due first, at most 500; and how many there are in all. */
export function openTasksOf(db: Readable, userId: UserId): { readonly tasks: readonly InboxTask[]; readonly total: number } {
  const tasks = db.all<InboxRow>(sql`
    SELECT approval_tasks.id, contract_id AS contractId, number, title, contracts.contract_type AS contractType, step_name AS stepName, absent.name AS insteadOfName, escalated_from_id IS NOT NULL AS isEscalated,
      submitter.name AS submittedByName, submitted_at AS submittedAt, approval_tasks.state, due_at AS dueAt, decided_at AS decidedAt
    FROM approval_tasks JOIN approval_rounds ON approval_rounds.id = round_id JOIN contracts ON contracts.id = contract_id
      JOIN users AS submitter ON submitter.id = submitted_by LEFT JOIN users AS absent ON absent.id = instead_of_id
    WHERE assignee_id = ${userId} AND approval_tasks.state = 'pending' ORDER BY due_at IS NULL, due_at, submitted_at LIMIT 500`);
  const counted = db.get<{ total: number }>(sql`SELECT COUNT(*) AS total FROM approval_tasks WHERE assignee_id = ${userId} AND state = 'pending'`);
  return { tasks: tasks.map(inboxTask), total: counted?.total ?? 0 };
}

/** The tasks that a person decided, the latest first, at most 200; and how many there are in all. */
export function decidedTasksOf(db: Readable, userId: UserId): { readonly tasks: readonly InboxTask[]; readonly total: number } {
  const tasks = db.all<InboxRow>(sql`
    SELECT approval_tasks.id, contract_id AS contractId, number, title, contracts.contract_type AS contractType, step_name AS stepName, absent.name AS insteadOfName, escalated_from_id IS NOT NULL AS isEscalated,
      submitter.name AS submittedByName, submitted_at AS submittedAt, approval_tasks.state, due_at AS dueAt, decided_at AS decidedAt
    FROM approval_tasks JOIN approval_rounds ON approval_rounds.id = round_id JOIN contracts ON contracts.id = contract_id
      JOIN users AS submitter ON submitter.id = submitted_by LEFT JOIN users AS absent ON absent.id = instead_of_id
    WHERE assignee_id = ${userId} AND decided_at IS NOT NULL ORDER BY decided_at DESC LIMIT 200`);
  const counted = db.get<{ total: number }>(sql`SELECT COUNT(*) AS total FROM approval_tasks WHERE assignee_id = ${userId} AND decided_at IS NOT NULL`);
  return { tasks: tasks.map(inboxTask), total: counted?.total ?? 0 };
}

type InboxRow = Omit<InboxTask, 'isEscalated'> & { readonly isEscalated: 0 | 1 };

function inboxTask(row: InboxRow): InboxTask {
  return { ...row, isEscalated: row.isEscalated === 1 };
}

/** A task that waits for its decision, with what whoever decides elsewhere has to know of it. */
export interface OpenTask {
  readonly taskId: TaskId;
  readonly contractId: ContractId;
  readonly number: string;
  readonly title: string;
  readonly stepName: string;
  readonly assigneeId: UserId;
  readonly assigneeName: string;
  readonly submittedByName: string;
  readonly versionNumber: number;
  readonly contentHash: string;
}

/** Everybody's open tasks, the longest waiting first, at most 500. */
export function listOpenTasks(db: Readable): readonly OpenTask[] {
  return db.all<OpenTask>(sql`
    SELECT approval_tasks.id AS taskId, contract_id AS contractId, number, title, step_name AS stepName, assignee_id AS assigneeId, assignee.name AS assigneeName,
      submitter.name AS submittedByName, approval_rounds.version_number AS versionNumber, content_hash AS contentHash
    FROM approval_tasks JOIN approval_rounds ON approval_rounds.id = round_id JOIN contracts ON contracts.id = contract_id
      JOIN users AS assignee ON assignee.id = assignee_id JOIN users AS submitter ON submitter.id = submitted_by
    WHERE approval_tasks.state = 'pending' ORDER BY opened_at LIMIT 500`);
}
