import type { TimedTask } from '#shared/features/approvals/figures.ts';
import type { Absence, ApprovalTask, RoundId, TaskId } from '#shared/features/approvals/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ContractType } from '#shared/features/templates/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { endedRounds, wasAsked } from '../../db/ended-rounds.ts';
import { listed, sql, type Sql } from '../../db/sql.ts';

export function listAbsences(db: Readable): readonly Absence[] {
  return db.all<Absence>(sql`SELECT user_id AS userId, from_on AS fromOn, until_on AS untilOn, delegate_id AS delegateId FROM absences ORDER BY user_id`);
}

/** Writes a person's absence in place of the one before; null: they are back. What begins after `today` is handed on later. */
export function replaceAbsence(db: Writable, userId: UserId, absence: Omit<Absence, 'userId'> | null, today: Day): void {
  db.run(sql`DELETE FROM absences WHERE user_id = ${userId}`);
  if (absence === null) return;
  db.run(sql`
    INSERT INTO absences (user_id, from_on, until_on, delegate_id, is_handed_on)
    VALUES (${userId}, ${absence.fromOn}, ${absence.untilOn}, ${absence.delegateId}, ${absence.fromOn <= today ? 1 : 0})`);
}

/** The next day on which an absence begins whose tasks were not handed on yet, or one is over; null: there is none. */
export function nextTurn(db: Readable): Day | null {
  return db.get<{ day: Day | null }>(sql`
    SELECT MIN(day) AS day FROM (SELECT from_on AS day FROM absences WHERE is_handed_on = 0 UNION ALL SELECT date(until_on, '+1 day') FROM absences)`)?.day ?? null;
}

/** Whose absence was over before a day. */
export function listOver(db: Readable, today: Day): readonly UserId[] {
  return db.all<{ id: UserId }>(sql`SELECT user_id AS id FROM absences WHERE until_on < ${today} ORDER BY until_on, user_id`).map(({ id }) => id);
}

/** Whose absence has begun by a day and was not handed on yet. */
export function listBegun(db: Readable, today: Day): readonly UserId[] {
  return db.all<{ id: UserId }>(sql`SELECT user_id AS id FROM absences WHERE is_handed_on = 0 AND from_on <= ${today} ORDER BY from_on, user_id`).map(({ id }) => id);
}

export function markHandedOn(db: Writable, userId: UserId): void {
  db.run(sql`UPDATE absences SET is_handed_on = 1 WHERE user_id = ${userId}`);
}

/**
 * Gives a person's open tasks to another, who decides in their stead; not those on what the other submitted or wrote, unless
 * the flow lets its drafter decide, and not where two must review and the other would be left alone. Where the other is asked
 * in the same step anyway, one decision is enough: the absent person's task is not needed.
 */
export function handOver(db: Writable, from: UserId, to: UserId): void {
  const rounds = listed(roundsToHandOver(db, from, to));
  db.run(sql`
    UPDATE approval_tasks SET state = 'not_required'
    WHERE assignee_id = ${from} AND state IN ('pending', 'waiting') AND round_id IN ${rounds} AND EXISTS (
      SELECT 1 FROM approval_tasks AS other
      WHERE other.round_id = approval_tasks.round_id AND other.step = approval_tasks.step AND other.assignee_id = ${to} AND other.state IN ('pending', 'waiting'))`);
  db.run(sql`
    UPDATE approval_tasks SET assignee_id = ${to}, instead_of_id = COALESCE(instead_of_id, ${from})
    WHERE assignee_id = ${from} AND state IN ('pending', 'waiting') AND round_id IN ${rounds}`);
}

/** Puts a task to whoever stands in for the one whom it was put to. */
export function assignInStead(db: Writable, id: TaskId, to: UserId, insteadOf: UserId): void {
  db.run(sql`UPDATE approval_tasks SET assignee_id = ${to}, instead_of_id = COALESCE(instead_of_id, ${insteadOf}) WHERE id = ${id}`);
}

/**
 * Gives a person back what others were to decide in their stead and have not, where they may decide it themselves. Where they
 * were asked meanwhile, and one decision is enough for both tasks, the one that was given away is not needed.
 */
export function takeBack(db: Writable, userId: UserId): void {
  db.run(sql`
    UPDATE approval_tasks SET state = 'not_required'
    WHERE instead_of_id = ${userId} AND assignee_id <> ${userId} AND state IN ('pending', 'waiting') AND round_id IN (SELECT round.id FROM ${roundsOpenTo(userId)}) AND EXISTS (
      SELECT 1 FROM approval_tasks AS other
      WHERE other.assignee_id = ${userId} AND ${isInPlace(sql`other`, sql`approval_tasks`)})`);
  db.run(sql`
    UPDATE approval_tasks SET assignee_id = ${userId}, instead_of_id = NULL
    WHERE instead_of_id = ${userId} AND state IN ('pending', 'waiting') AND round_id IN (SELECT round.id FROM ${roundsOpenTo(userId)})`);
}

/** The rounds in which one person's open tasks go to another: all but those that would be left with too few to decide. */
function roundsToHandOver(db: Readable, from: UserId, to: UserId): readonly string[] {
  return db
    .all<{ id: string }>(sql`
      SELECT round.id FROM ${roundsOpenTo(to)} AND EXISTS (
        SELECT 1 FROM approval_tasks AS task WHERE task.round_id = round.id AND task.assignee_id = ${from} AND task.state IN ('pending', 'waiting'))
      AND (needs_second_reviewer = 0 OR EXISTS (
        SELECT 1 FROM approval_tasks AS other WHERE other.round_id = round.id AND other.assignee_id <> ${to} AND (
          other.state = 'approved' OR (other.state IN ('pending', 'waiting') AND other.assignee_id <> ${from}))))`)
    .map(({ id }) => id);
}

/** Rounds that run and that a person may decide in: by the flow's version that each runs by, and by who wrote the text. */
function roundsOpenTo(userId: UserId): Sql {
  return sql`
    approval_rounds AS round JOIN approval_flows AS flow ON flow.id = round.flow_id AND flow.version = round.flow_version
    WHERE round.state = 'pending' AND (json_extract(draft, '$.drafterMayApprove') IS 1 OR ${userId} NOT IN (round.submitted_by, COALESCE((
      SELECT created_by FROM contract_versions
      WHERE contract_versions.contract_id = round.contract_id AND contract_versions.content_hash = round.content_hash
      ORDER BY contract_versions.version_number DESC LIMIT 1), '')))`;
}

/** Whether an open task may be decided in place of one: both of a step that any may decide, or both of the same late task. */
function isInPlace(other: Sql, task: Sql): Sql {
  return sql`(
    ${other}.round_id = ${task}.round_id AND ${other}.step = ${task}.step AND ${other}.id <> ${task}.id AND ${other}.state IN ('pending', 'waiting')
    AND (${task}.mode = 'any' OR COALESCE(${other}.escalated_from_id, ${other}.id) = COALESCE(${task}.escalated_from_id, ${task}.id)))`;
}

/** The tasks that wait for a person now or later, with their contract and how many tasks of others may be decided in their place. */
export function openTasksAnywhere(db: Readable, userId: UserId): readonly { readonly id: TaskId; readonly roundId: RoundId; readonly contractId: ContractId; readonly others: number }[] {
  return db.all(sql`
    SELECT task.id, round_id AS roundId, contract_id AS contractId,
      (SELECT COUNT(*) FROM approval_tasks AS other WHERE other.assignee_id <> task.assignee_id AND ${isInPlace(sql`other`, sql`task`)}) AS others
    FROM approval_tasks AS task JOIN approval_rounds ON approval_rounds.id = round_id
    WHERE assignee_id = ${userId} AND task.state IN ('pending', 'waiting')`);
}

export interface EndedRound {
  readonly contractType: ContractType;
  readonly contractId: string;
  readonly submittedAt: number;
  readonly closedAt: number;
  readonly state: 'approved' | 'rejected' | 'returned' | 'withdrawn' | 'voided';
  /** Which attempt of its contract it was, from 1. */
  readonly attempt: number;
}

/** Every round that ended since a moment, as figures count them. */
export function listEnded(db: Readable, since: number): readonly EndedRound[] {
  return db.all<EndedRound>(sql`
    SELECT contract_type AS contractType, contract_id AS contractId, submitted_at AS submittedAt, closed_at AS closedAt, state,
      (SELECT COUNT(*) FROM approval_rounds AS earlier WHERE earlier.contract_id = ended.contract_id AND earlier.rowid <= nth AND ${wasAsked(sql`earlier`)}) AS attempt
    FROM ${endedRounds(since)} AS ended`);
}

export interface PersonTask {
  readonly userId: UserId;
  readonly userName: string;
  readonly state: ApprovalTask['state'];
  readonly openedAt: number;
  readonly dueAt: number | null;
  readonly decidedAt: number | null;
  readonly id: TaskId;
}

/** Every task that was opened since a moment, and those that still wait. */
export function listPersonTasks(db: Readable, since: number): readonly PersonTask[] {
  return db.all<PersonTask>(sql`
    SELECT approval_tasks.id, assignee_id AS userId, name AS userName, state, opened_at AS openedAt, due_at AS dueAt, decided_at AS decidedAt
    FROM approval_tasks JOIN users ON users.id = assignee_id WHERE opened_at IS NOT NULL AND (opened_at >= ${since} OR state = 'pending')`);
}

/** The same tasks with their rounds and steps, for the time that each step takes. */
export function listTimedTasks(db: Readable, since: number): readonly TimedTask[] {
  return db.all<TimedTask>(sql`
    SELECT round_id AS roundId, contract_type AS contractType, step, step_name AS stepName, approval_tasks.state, opened_at AS openedAt, decided_at AS decidedAt
    FROM approval_tasks JOIN approval_rounds ON approval_rounds.id = round_id WHERE opened_at IS NOT NULL AND (opened_at >= ${since} OR approval_tasks.state = 'pending')`);
}
