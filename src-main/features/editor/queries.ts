import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface CopyRow {
  readonly copy: string;
  readonly suggestions: number;
  readonly comments: number;
  readonly saved_at: number;
  readonly saved_by_name: string;
}

export function findCopy(db: Readable, contractId: ContractId): CopyRow | undefined {
  return db.get<CopyRow>(sql`
    SELECT copy, suggestions, comments, saved_at, users.name AS saved_by_name
    FROM clauses.working_copies JOIN users ON users.id = saved_by WHERE contract_id = ${contractId}`);
}

export interface NewCopy {
  readonly copy: string;
  readonly suggestions: number;
  readonly comments: number;
  readonly at: number;
  readonly by: UserId;
}

export function saveCopy(db: Writable, contractId: ContractId, { copy, suggestions, comments, at, by }: NewCopy): void {
  db.run(sql`
    INSERT OR REPLACE INTO clauses.working_copies (contract_id, copy, suggestions, comments, saved_at, saved_by)
    VALUES (${contractId}, ${copy}, ${suggestions}, ${comments}, ${at}, ${by})`);
}

/** Gives how many there were, 0 or 1. */
export function deleteCopy(db: Writable, contractId: ContractId): number {
  return db.run(sql`DELETE FROM clauses.working_copies WHERE contract_id = ${contractId}`);
}
