import type { UserId } from '#shared/features/vault/model.ts';
import { accessReviewDueAt } from '#shared/features/users/rules.ts';
import { dayAt, type Day } from '#shared/kernel/day.ts';
import type { Clock } from '../../ports.ts';
import type { DueSource } from '../../scheduler/due-source.ts';
import { readHeader } from '../../vault/header.ts';
import type { Session } from '../../vault/session.ts';
import { listAccessReviews } from './queries.ts';

/** There is one list of people to look at, so one subject. */
const subject = 'access';

/** The quarterly access review as a source of reminders: one for each administrator, until a review is finished. */
export function accessReviewDeadline({ clock, session }: { readonly clock: Clock; readonly session: () => Session | null }): DueSource {
  const administrators = (): { readonly ids: readonly UserId[]; readonly createdAt: number } => {
    const open = session();
    const header = open === null ? null : readHeader(open.folder);
    if (header?.ok !== true) return { ids: [], createdAt: 0 };
    return { ids: header.value.users.filter(({ roles }) => roles.includes('administrator')).map(({ id }) => id), createdAt: header.value.createdAt };
  };
  return {
    kind: 'access',
    compartment: 'core',
    affected: (_, subjectKind) => (subjectKind === 'accessReview' || subjectKind === 'user' ? [subject] : []),
    targetsOf: (db, subjects) => {
      if (!subjects.includes(subject)) return [];
      const { ids, createdAt } = administrators();
      const finishedAt = listAccessReviews(db, 2).find((review) => review.finishedAt !== null)?.finishedAt ?? null;
      const dueAt = accessReviewDueAt(finishedAt, createdAt);
      const targetOn: Day = dayAt(dueAt, clock.offsetMinutes(dueAt));
      return ids.map((ownerId) => ({ kind: 'access', subjectId: subject, entityId: `${subject} ${ownerId}`, event: 'access_review', contractId: null, targetOn, ownerId, title: '' }));
    },
    subjectsAfter: (_, after) => (after < subject ? [subject] : []),
  };
}
