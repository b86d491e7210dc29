import { basename } from 'node:path';
import { accessReport } from '#shared/features/users/access-report.ts';
import type { AccessReview, AccessReviewId, GrantDecision, ReviewedGrant } from '#shared/features/users/model.ts';
import { accessReviewDueAt, isSameGrant } from '#shared/features/users/rules.ts';
import texts from '#shared/features/users/texts.json' with { type: 'json' };
import type { UserId } from '#shared/features/vault/model.ts';
import { dayAt } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Report } from '#shared/features/reports/model.ts';
import { writeFileAtomically } from '../../files/atomic-file.ts';
import { refusedTarget } from '../../files/target-folder.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type FilePicker, type Ids } from '../../ports.ts';
import { readHeader } from '../../vault/header.ts';
import { closeAccessReview, decideReviewedGrant, insertAccessReview, listAccessReviews, putReviewedGrant, type ReviewedPerson } from './queries.ts';
import { listCustomRoles } from './role-queries.ts';
import type { UserService } from './service.ts';

export interface AccessReviewParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly picker: FilePicker;
  readonly users: UserService;
  readonly printReport: (report: Report, author: string, signal: AbortSignal) => Promise<Uint8Array>;
}

const shownReviews = 12;

/** The quarterly look at who may open the vault: each person's roles are confirmed, or withdrawn at once. */
export function createAccessReviews({ clock, ids, picker, users, printReport }: AccessReviewParts) {
  function overview({ session, db }: Call): Result<{ current: AccessReview | null; past: readonly AccessReview[]; dueAt: number; isDue: boolean }, 'DAMAGED_HEADER'> {
    const header = readHeader(session.folder);
    if (!header.ok) return fail('DAMAGED_HEADER');
    const reviews = listAccessReviews(db, shownReviews);
    const past = reviews.filter(({ finishedAt }) => finishedAt !== null);
    const dueAt = accessReviewDueAt(past[0]?.finishedAt ?? null, header.value.createdAt);
    return succeed({ current: openOne(reviews), past, dueAt, isDue: clock.now() >= dueAt });
  }

  function start(call: Call): Result<null, 'REVIEW_RUNNING'> {
    if (openOne(listAccessReviews(call.db, shownReviews)) !== null) return fail('REVIEW_RUNNING');
    const id = ids.create<'accessReview'>();
    const people = holders(call);
    return call.write<null, never>((db, note) => {
      insertAccessReview(db, { id, at: clock.now(), by: call.session.user.id, people });
      note('accessReview', id, { people: people.length });
      return succeed(null);
    });
  }

  function holders(call: Call): readonly ReviewedPerson[] {
    return users.list(call).filter(({ isDisabled }) => !isDisabled);
  }

  /**
   * Withdrawing takes the person's keys away in the same step; one's own roles somebody else has to withdraw. Decided is
   * what is held at that moment: if it isn't what the review shows, it is shown from now on and has to be looked at first.
   */
  function decide(call: Call, id: AccessReviewId, userId: UserId, decision: GrantDecision): Result<null, 'NOT_FOUND' | 'GRANT_CHANGED' | 'LAST_ADMINISTRATOR' | 'NOT_ONESELF' | 'DAMAGED_HEADER'> {
    const review = listAccessReviews(call.db, shownReviews).find((one) => one.id === id && one.finishedAt === null);
    const grant = review?.grants.find((one) => one.userId === userId);
    if (grant === undefined || grant.decision === 'withdrawn') return fail('NOT_FOUND');
    const present = holders(call).find((one) => one.id === userId);
    if (!isSameGrant(grant, present ?? nothingHeld(grant))) {
      takeIn(call, id, [present ?? nothingHeld(grant)]);
      return fail('GRANT_CHANGED', { name: grant.userName });
    }
    return call.write<null, 'NOT_FOUND' | 'LAST_ADMINISTRATOR' | 'NOT_ONESELF' | 'DAMAGED_HEADER'>((db, note) => {
      decideReviewedGrant(db, id, userId, decision, clock.now(), call.session.user.id);
      note('accessReview', id, { user: userId, decision });
      // Who was removed or disabled since the review began has nothing left to lose.
      return decision === 'withdrawn' && present !== undefined ? users.disableWithin(call, db, note, userId) : succeed(null);
    });
  }

  /** Ends the review, unless somebody came or was given something else since they were looked at: they have to be decided on as well. */
  function finish(call: Call, id: AccessReviewId): Result<null, 'NOT_FOUND' | 'GRANTS_OPEN'> {
    const review = listAccessReviews(call.db, shownReviews).find((one) => one.id === id && one.finishedAt === null);
    if (review === undefined) return fail('NOT_FOUND');
    const changed = holders(call).filter((person) => {
      const grant = review.grants.find(({ userId }) => userId === person.id);
      // Whoever was enabled again holds something, whatever was decided before.
      return grant === undefined || grant.decision === 'withdrawn' || !isSameGrant(grant, person);
    });
    if (changed.length > 0) takeIn(call, id, changed);
    const isChanged = new Set<string>(changed.map((person) => person.id));
    const open = review.grants.filter(({ userId, decision }) => decision === null && !isChanged.has(userId)).length + changed.length;
    if (open > 0) return fail('GRANTS_OPEN', { count: open });
    return call.write<null, never>((db, note) => {
      closeAccessReview(db, id, clock.now(), call.session.user.id);
      note('accessReview', id, { finished: true });
      return succeed(null);
    });
  }

  function takeIn(call: Call, id: AccessReviewId, people: readonly ReviewedPerson[]): void {
    call.write<null, never>((db, note) => {
      for (const person of people) {
        putReviewedGrant(db, id, person);
        note('accessReview', id, { user: person.id, roles: person.roles });
      }
      return succeed(null);
    });
  }

  async function saveReport(call: Call, id: AccessReviewId, language: Report['language']): Promise<Result<{ fileName: string } | null, 'NOT_FOUND' | 'TARGET_MISSING'>> {
    const review = listAccessReviews(call.db, shownReviews).find((one) => one.id === id);
    if (review === undefined) return fail('NOT_FOUND');
    const target = await picker.chooseTarget(`${texts.title[language]} ${dayOn(clock)}.pdf`, { name: 'PDF', extensions: ['pdf'] });
    if (target === null) return succeed(null);
    const refused = refusedTarget(target);
    if (refused !== null) return refused;
    const timeText = (at: number): string => {
      const offset = clock.offsetMinutes(at);
      return `${dayAt(at, offset)} ${new Date(at + offset * 60_000).toISOString().slice(11, 16)}`;
    };
    writeFileAtomically(target, await printReport(accessReport(review, listCustomRoles(call.db), language, timeText), call.session.user.name, new AbortController().signal));
    return call.write<{ fileName: string }, never>((_db, note) => {
      note('accessReview', id, { report: true });
      return succeed({ fileName: basename(target) });
    });
  }

  return { overview, start, decide, finish, saveReport };
}

/** What is left to somebody whose keys were taken away since the review began. */
function nothingHeld({ userId, reach }: ReviewedGrant): ReviewedPerson {
  return { id: userId, roles: [], customRoles: [], compartments: [], reach };
}

function openOne(reviews: readonly AccessReview[]): AccessReview | null {
  return reviews.find(({ finishedAt }) => finishedAt === null) ?? null;
}
