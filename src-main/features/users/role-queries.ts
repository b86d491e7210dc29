import type { CustomRoleId } from '#shared/features/vault/custom-roles.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface RoleName {
  readonly id: CustomRoleId;
  readonly nameZh: string;
  readonly nameEn: string;
}

/** The names of the vault's own roles, the retired ones too, in the order in which they were made. */
export function listCustomRoles(db: Readable): readonly RoleName[] {
  return db.all<RoleName>(sql`SELECT id, name_zh AS nameZh, name_en AS nameEn FROM custom_roles ORDER BY created_at, id`);
}

export function saveCustomRoleName(db: Writable, { id, nameZh, nameEn }: RoleName, at: number): void {
  db.run(sql`INSERT INTO custom_roles (id, name_zh, name_en, created_at) VALUES (${id}, ${nameZh}, ${nameEn}, ${at})
    ON CONFLICT (id) DO UPDATE SET name_zh = excluded.name_zh, name_en = excluded.name_en`);
}

export function retireCustomRole(db: Writable, id: CustomRoleId, at: number): void {
  db.run(sql`UPDATE custom_roles SET retired_at = ${at} WHERE id = ${id}`);
}
