import type { InputOf, OutputOf } from '#shared/ipc/registry.ts';
import type { StoredChecklist } from '#shared/features/reviews/ipc.ts';
import { defaultPolicy, type ReviewPolicy } from '#shared/features/reviews/policy.ts';
import { shippedChecklists } from '#shared/features/reviews/seed-checklists.ts';
import type { ChecklistId } from '#shared/features/reviews/model.ts';
import { assert } from '#shared/kernel/assert.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import { withheld } from '#shared/kernel/withheld.ts';
import type { Readable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import { countPending, markAllPending } from './queries.ts';
import { findPolicy, insertChecklist, insertPolicy, listBands, listOwnChecklists, replaceBands } from './register-queries.ts';

export type ReviewSettings = ReturnType<typeof createReviewSettings>;

/** How reviews are held in this vault: the policy and the checklists. */
export function createReviewSettings({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }) {
  function policy(db: Readable): { readonly policy: ReviewPolicy; readonly version: number } {
    return findPolicy(db) ?? { policy: defaultPolicy, version: 0 };
  }

  function shownPolicy({ session, db }: Call): OutputOf<'reviews.policy'> {
    return { ...policy(db), bands: session.holds('finance') ? listBands(db) : withheld, waiting: countPending(db) };
  }

  function savePolicy(call: Call, input: InputOf<'reviews.savePolicy'>): Result<null, 'CHANGED_MEANWHILE' | 'NOT_FOUND' | 'WITHHELD_AMOUNT'> {
    const { bands } = input;
    if (bands !== undefined && !call.session.holds('finance')) return fail('WITHHELD_AMOUNT');
    return call.write<null, 'CHANGED_MEANWHILE' | 'NOT_FOUND'>((db, note) => {
      const stored = findPolicy(db);
      if ((stored?.version ?? 0) !== input.version) return fail('CHANGED_MEANWHILE');
      if (!checklists(db).some(({ id }) => id === input.policy.checklistId)) return fail('NOT_FOUND');
      if (bands !== undefined) replaceBands(db, bands);
      const hasBands = bands === undefined ? (stored?.hasBands ?? false) : bands.length > 0;
      insertPolicy(db, { version: input.version + 1, policy: input.policy, hasBands }, clock.now(), call.session.user.id);
      markAllPending(db);
      note('review-policy', String(input.version + 1), { version: input.version + 1 });
      return succeed(null);
    });
  }

  /** The shipped checklists as they stand in this vault, then its own. */
  function checklists(db: Readable): readonly StoredChecklist[] {
    const own = listOwnChecklists(db);
    const shipped = shippedChecklists.map(({ id, checklist }): StoredChecklist => {
      const changed = own.find((one) => one.id === id);
      return changed === undefined ? { id, version: 0, isShipped: true, checklist, changedAt: null, changedByName: null } : { ...changed, isShipped: true };
    });
    return [...shipped, ...own.filter(({ id }) => !shippedChecklists.some((one) => one.id === id)).map((one) => ({ ...one, isShipped: false }))];
  }

  /** A checklist by its id; the first of the vault where it is gone. */
  function checklistFor(db: Readable, id: ChecklistId): StoredChecklist {
    const all = checklists(db);
    const found = all.find((one) => one.id === id) ?? all[0];
    assert(found !== undefined, 'a vault has no checklist');
    return found;
  }

  function saveChecklist(call: Call, input: InputOf<'reviews.saveChecklist'>): Result<StoredChecklist, 'CHANGED_MEANWHILE' | 'NOT_FOUND'> {
    return call.write<StoredChecklist, 'CHANGED_MEANWHILE' | 'NOT_FOUND'>((db, note) => {
      const present = checklists(db).find(({ id }) => id === input.id);
      if (input.id !== null && present === undefined) return fail('NOT_FOUND');
      if ((present?.version ?? 0) !== input.version) return fail('CHANGED_MEANWHILE');
      const id = input.id ?? ids.create<'checklist'>();
      insertChecklist(db, id, input.version + 1, input.checklist, clock.now(), call.session.user.id);
      note('checklist', id, { version: input.version + 1, items: input.checklist.items.length });
      return succeed(checklistFor(db, id));
    });
  }

  return { policy, shownPolicy, savePolicy, checklists, checklistFor, saveChecklist };
}
