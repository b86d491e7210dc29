import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import { dayAt } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';
import type { Clock } from '../../ports.ts';
import type { DueSource } from '../../scheduler/due-source.ts';

interface OpenTask {
  readonly id: string;
  readonly roundId: string;
  readonly contractId: ContractId;
  readonly assigneeId: UserId;
  readonly stepName: string;
  readonly dueAt: number;
}

/** The deadlines of approval tasks that wait, for those who are asked. */
export function approvalDeadlines(clock: Clock): DueSource {
  return {
    kind: 'approval',
    compartment: 'core',
    affected: (db, subjectKind, ids) => {
      if (subjectKind === 'approval') return ids;
      // Who goes away or leaves hands tasks over.
      return subjectKind === 'absence' || subjectKind === 'user' ? openRounds(db) : [];
    },
    targetsOf: (db, ids) =>
      db
        .all<OpenTask>(sql`
          SELECT approval_tasks.id, round_id AS roundId, contract_id AS contractId, assignee_id AS assigneeId, step_name AS stepName, due_at AS dueAt
          FROM approval_tasks JOIN approval_rounds ON approval_rounds.id = round_id
          WHERE round_id IN ${listed(ids)} AND approval_tasks.state = 'pending' AND due_at IS NOT NULL`)
        .map(({ id, roundId, contractId, assigneeId, stepName, dueAt }) => ({
          kind: 'approval',
          subjectId: roundId,
          entityId: id,
          event: 'approval_due',
          contractId,
          targetOn: dayAt(dueAt, clock.offsetMinutes(dueAt)),
          ownerId: assigneeId,
          title: stepName,
        })),
    subjectsAfter: (db, after, limit) =>
      db.all<{ id: string }>(sql`SELECT id FROM approval_rounds WHERE id > ${after} ORDER BY id LIMIT ${limit}`).map(({ id }) => id),
  };
}

function openRounds(db: Readable): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT id FROM approval_rounds WHERE state = 'pending'`).map(({ id }) => id);
}
