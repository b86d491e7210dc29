import { savedViewSchema, type SavedView } from '#shared/features/contracts/list.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { byName } from '#shared/kernel/name-order.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable } from '../../db/connection.ts';
import { withPresentParties } from '../../db/merged-parties.ts';
import { sql } from '../../db/sql.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';

const mostViews = 50;

/** The views that a person has kept, by name. */
export function listViews(db: Readable, userId: UserId): readonly SavedView[] {
  return db
    .all<{ id: string; name: string; view: string }>(sql`
      SELECT id, name, view FROM saved_views WHERE user_id = ${userId}`)
    .map(({ id, name, view }) => savedViewSchema.parse({ id, name, ...(JSON.parse(withPresentParties(db, view)) as object) }))
    .toSorted((one, other) => byName(one.name, other.name));
}

/** Keeps a view under its name for the person who calls; one of the same name is replaced. */
export function saveView(
  call: Call,
  { name, selection, hiddenColumns }: Omit<SavedView, 'id'>,
  { clock, ids }: { readonly clock: Clock; readonly ids: Ids },
): Result<SavedView, 'TOO_MANY_VIEWS'> {
  const userId = call.session.user.id;
  return call.write<SavedView, 'TOO_MANY_VIEWS'>((db, note) => {
    db.run(sql`DELETE FROM saved_views WHERE user_id = ${userId} AND name = ${name}`);
    if (listViews(db, userId).length >= mostViews) return fail('TOO_MANY_VIEWS', { maximum: mostViews });
    const id = ids.create<'view'>();
    db.run(sql`
      INSERT INTO saved_views (id, user_id, name, view, created_at)
      VALUES (${id}, ${userId}, ${name}, ${JSON.stringify({ selection, hiddenColumns })}, ${clock.now()})`);
    note('view', id);
    return succeed({ id, name, selection, hiddenColumns });
  });
}

/** Forgets a view of the person who calls. */
export function deleteView(call: Call, id: Id<'view'>): Result<null, 'NOT_FOUND'> {
  return call.write<null, 'NOT_FOUND'>((db, note) => {
    const deleted = db.run(sql`DELETE FROM saved_views WHERE id = ${id} AND user_id = ${call.session.user.id}`);
    note('view', id);
    return deleted === 0 ? fail('NOT_FOUND') : succeed(null);
  });
}
