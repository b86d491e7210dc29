import type { ContractId } from '#shared/features/contracts/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** Whose words: a person's own, or those of a contract. */
export type Owner = { readonly userId: UserId } | { readonly contractId: ContractId };

export function isOn(db: Readable, userId: UserId): boolean {
  return db.get<{ is_on: number }>(sql`SELECT is_on FROM clauses.spelling_choices WHERE user_id = ${userId}`)?.is_on !== 0;
}

export function saveChoice(db: Writable, userId: UserId, wanted: boolean): void {
  db.run(sql`INSERT OR REPLACE INTO clauses.spelling_choices (user_id, is_on) VALUES (${userId}, ${wanted ? 1 : 0})`);
}

export function wordsOf(db: Readable, owner: Owner): readonly string[] {
  const rows =
    'userId' in owner
      ? db.all<{ word: string }>(sql`SELECT word FROM clauses.spelling_words WHERE user_id = ${owner.userId} ORDER BY word_key`)
      : db.all<{ word: string }>(sql`SELECT word FROM clauses.spelling_ignored WHERE contract_id = ${owner.contractId} ORDER BY word_key`);
  return rows.map(({ word }) => word);
}

export function countWords(db: Readable, owner: Owner): number {
  const row =
    'userId' in owner
      ? db.get<{ count: number }>(sql`SELECT count(*) AS count FROM clauses.spelling_words WHERE user_id = ${owner.userId}`)
      : db.get<{ count: number }>(sql`SELECT count(*) AS count FROM clauses.spelling_ignored WHERE contract_id = ${owner.contractId}`);
  return row?.count ?? 0;
}

export interface OwnWord {
  readonly key: string;
  readonly word: string;
  readonly by: UserId;
  readonly at: number;
}

/** Leaves a word that is there already as it is. */
export function insertWord(db: Writable, owner: Owner, { key, word, by, at }: OwnWord): void {
  if ('userId' in owner) db.run(sql`INSERT OR IGNORE INTO clauses.spelling_words (user_id, word_key, word, added_at) VALUES (${owner.userId}, ${key}, ${word}, ${at})`);
  else db.run(sql`INSERT OR IGNORE INTO clauses.spelling_ignored (contract_id, word_key, word, added_by, added_at) VALUES (${owner.contractId}, ${key}, ${word}, ${by}, ${at})`);
}

/** Gives how many there were, 0 or 1. */
export function deleteWord(db: Writable, owner: Owner, key: string): number {
  return 'userId' in owner
    ? db.run(sql`DELETE FROM clauses.spelling_words WHERE user_id = ${owner.userId} AND word_key = ${key}`)
    : db.run(sql`DELETE FROM clauses.spelling_ignored WHERE contract_id = ${owner.contractId} AND word_key = ${key}`);
}
