import type { UserId } from '#shared/features/vault/model.ts';
import type { Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** Writes a person's name; what they did stays under it after they leave. */
export function insertUser(db: Writable, id: UserId, name: string, at: number): void {
  db.run(sql`INSERT INTO users (id, name, created_at) VALUES (${id}, ${name}, ${at})`);
}
