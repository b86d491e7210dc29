import { partyKey } from '../../src-main/db/name-keys.ts';
import { nameKey, ownNameKey } from '../../src-main/db/name-order.ts';
import type { Readable } from '../../src-main/db/connection.ts';
import { sql } from '../../src-main/db/sql.ts';

/** The rows, as `contracts 轴承采购`, whose keys aren't what their names are sorted by: somebody wrote one without the other. */
export function rowsOfOtherKeys(db: Readable, most = -1): readonly string[] {
  const wrong: string[] = [];
  const compare = (table: string, name: string, kept: readonly (string | null)[], keys: readonly string[]) => {
    if (keys.some((key, at) => kept[at] !== key)) wrong.push(`${table} ${name}`);
  };
  for (const one of db.all<Record<'title' | 'owner' | 'department', string> & Record<'titleKey' | 'ownerKey' | 'departmentKey', string | null>>(sql`
    SELECT title, title_key AS titleKey, owner_name AS owner, owner_key AS ownerKey, department, department_key AS departmentKey FROM contracts LIMIT ${most}`)) {
    compare('contracts', one.title, [one.titleKey, one.ownerKey, one.departmentKey], [nameKey(one.title), ownNameKey(one.owner), ownNameKey(one.department)]);
  }
  for (const one of db.all<{ nameZh: string; nameEn: string; key: string | null }>(sql`SELECT name_zh AS nameZh, name_en AS nameEn, name_key AS "key" FROM parties LIMIT ${most}`)) {
    compare('parties', one.nameZh, [one.key], [partyKey(one)]);
  }
  for (const one of db.all<{ title: string; key: string | null }>(sql`SELECT title, title_key AS "key" FROM obligations LIMIT ${most}`)) compare('obligations', one.title, [one.key], [nameKey(one.title)]);
  for (const one of db.all<{ name: string; key: string | null }>(sql`SELECT name, name_key AS "key" FROM users LIMIT ${most}`)) compare('users', one.name, [one.key], [nameKey(one.name)]);
  return wrong;
}
