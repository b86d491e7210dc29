import type { UserId } from '#shared/features/vault/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { Readable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { readHeader } from './header.ts';
import type { Session } from './session.ts';

export interface VaultMember {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** Who can open the vault now: their roles stand in its header, their names in core. */
export function membersOf({ session, db }: { readonly session: Session; readonly db: Readable }): readonly VaultMember[] {
  const header = readHeader(session.folder);
  // A vault that is open has a header; if the file was taken away meanwhile, one still knows oneself.
  if (!header.ok) return [session.user];
  const nameById = new Map(db.all<{ id: UserId; name: string }>(sql`SELECT id, name FROM users`).map(({ id, name }) => [id, name]));
  return header.value.users.map(({ id, roles }) => ({ id, roles, name: nameById.get(id) ?? '' }));
}
