import type { CourseId } from '#shared/features/training/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { listCourses } from './course-queries.ts';
import { listAssignments, listCertificates } from './progress-queries.ts';

/** A training that has a day by which it is to be done: the source of its reminders. */
export interface DueTraining {
  readonly kind: 'training';
  /** The course; with `ownerId` it names one person's duty. */
  readonly entityId: CourseId;
  readonly contractId: null;
  /** Asked for by somebody, or to be taken again because the certificate runs out. */
  readonly event: 'training_due' | 'refresher_due';
  readonly targetOn: Day;
  readonly ownerId: UserId;
  readonly title: { readonly zh: string; readonly en: string };
}

/** Every training that is due at some day: assignments not yet met, and certificates that will run out. */
export function listDueTrainings(db: Readable): readonly DueTraining[] {
  const titles = new Map(listCourses(db).map(({ id, content }) => [id, content.title]));
  const latest = new Map(listCertificates(db, null).toReversed().map((certificate) => [`${certificate.userId} ${certificate.courseId}`, certificate]));
  const refreshers = [...latest.values()].flatMap(({ courseId, userId, validUntilOn }) => (validUntilOn === null ? [] : [{ courseId, userId, targetOn: validUntilOn, event: 'refresher_due' as const }]));
  const asked = listAssignments(db, null)
    .filter(({ courseId, userId }) => !latest.has(`${userId} ${courseId}`))
    .map(({ courseId, userId, dueOn }) => ({ courseId, userId, targetOn: dueOn, event: 'training_due' as const }));
  return [...asked, ...refreshers].flatMap(({ courseId, userId, targetOn, event }) => {
    const title = titles.get(courseId);
    return title === undefined ? [] : [{ kind: 'training' as const, entityId: courseId, contractId: null, event, targetOn, ownerId: userId, title }];
  });
}
