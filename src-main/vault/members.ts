import type { UserId } from '#shared/features/vault/model.ts';
import { authorityOf, type CustomRoleId } from '#shared/features/vault/custom-roles.ts';
import type { Compartment } from '#shared/features/vault/compartments.ts';
import type { Permission, Role } from '#shared/features/vault/roles.ts';
import type { Readable } from '../db/connection.ts';
import { sql } from '../db/sql.ts';
import { readHeader } from './header.ts';
import type { Session } from './session.ts';

export interface VaultMember {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly customRoles: readonly CustomRoleId[];
  readonly permissions: ReadonlySet<Permission>;
  readonly compartments: readonly Compartment[];
}

/** Whether it can be read now who can open the vault: while the header is being replaced, one knows only oneself. */
export function areMembersKnown({ folder }: Session): boolean {
  return readHeader(folder).ok;
}

/** Who can open the vault now: their roles stand in its header, their names in core. */
export function membersOf({ session, db }: { readonly session: Session; readonly db: Readable }): readonly VaultMember[] {
  const header = readHeader(session.folder);
  // A vault that is open has a header; if the file was taken away meanwhile, one still knows oneself.
  if (!header.ok) return [{ ...session.user, permissions: session.permissions, compartments: session.compartments }];
  const nameById = new Map(db.all<{ id: UserId; name: string }>(sql`SELECT id, name FROM users`).map(({ id, name }) => [id, name]));
  const { users, customRoles: defined } = header.value;
  return users.map((user) => ({ id: user.id, roles: user.roles, customRoles: user.customRoles ?? [], ...authorityOf(user, defined), name: nameById.get(user.id) ?? '' }));
}
