import type { Quote, TaskId } from '#shared/features/approvals/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** Keeps an approver's comments at their words; the clauses compartment must be attached. */
export function insertQuotes(db: Writable, taskId: TaskId, quotes: readonly Quote[]): void {
  for (const [position, { quote, comment }] of quotes.entries()) {
    db.run(sql`INSERT INTO clauses.approval_quotes (task_id, position, quote, comment) VALUES (${taskId}, ${position}, ${quote}, ${comment})`);
  }
}

export function listQuotes(db: Readable, taskId: TaskId): readonly Quote[] {
  return db.all<Quote>(sql`SELECT quote, comment FROM clauses.approval_quotes WHERE task_id = ${taskId} ORDER BY position`);
}
