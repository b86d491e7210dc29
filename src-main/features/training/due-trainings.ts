import type { Language } from '#shared/features/settings/model.ts';
import type { CourseId } from '#shared/features/training/model.ts';
import { isMet } from '#shared/features/training/rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable } from '../../db/connection.ts';
import { listed, sql } from '../../db/sql.ts';
import type { DueSource } from '../../scheduler/due-source.ts';
import { membersOf } from '../../vault/members.ts';
import type { Session } from '../../vault/session.ts';
import { listCourses } from './course-queries.ts';
import { listAssignments, listCertificates } from './progress-queries.ts';

interface TrainingDeadlineParts {
  /** In which this laptop shows titles. */
  readonly language: () => Language;
  readonly session: () => Session | null;
}

/** Trainings as a source of reminders, listed under their course. */
export function trainingDeadlines({ language, session }: TrainingDeadlineParts): DueSource {
  return {
    kind: 'training',
    compartment: 'core',
    affected: (db, subjectKind, ids) => {
      if (subjectKind === 'course') return ids;
      // Whose duties rest from now on, or come back.
      if (subjectKind === 'user') return coursesAfter(db, '', -1);
      return subjectKind === 'certificate' ? coursesOf(db, ids) : [];
    },
    targetsOf: (db, ids) => {
      const open = session();
      if (open === null) return [];
      return listDueTrainings(open, db)
        .filter(({ entityId }) => ids.includes(entityId))
        // One duty for each person: the course alone would let one person's day take another's place.
        .map(({ entityId: courseId, title, ...due }) => ({ ...due, subjectId: courseId, entityId: `${courseId} ${due.ownerId}`, title: language() === 'en' ? title.en : title.zh }));
    },
    subjectsAfter: coursesAfter,
  };
}

/** A training that has a day by which it is to be done. */
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

/**
 * Every training that is due at some day: assignments not yet met, and certificates that will run out. The duties of
 * somebody who has no key rest, and come back with them.
 */
export function listDueTrainings(session: Session, db: Readable): readonly DueTraining[] {
  const present = new Set(membersOf({ session, db }).map(({ id }) => id));
  const titles = new Map(listCourses(db).map(({ id, content }) => [id, content.title]));
  const latest = new Map(listCertificates(db, null).toReversed().map((certificate) => [`${certificate.userId} ${certificate.courseId}`, certificate]));
  const asked = listAssignments(db, null)
    .filter((assignment) => !isMet(assignment, latest.get(`${assignment.userId} ${assignment.courseId}`) ?? null))
    .map(({ courseId, userId, dueOn }) => ({ courseId, userId, targetOn: dueOn, event: 'training_due' as const }));
  const isAsked = new Set(asked.map(({ courseId, userId }) => `${userId} ${courseId}`));
  const refreshers = [...latest].flatMap(([place, { courseId, userId, validUntilOn }]) => (validUntilOn === null || isAsked.has(place) ? [] : [{ courseId, userId, targetOn: validUntilOn, event: 'refresher_due' as const }]));
  return [...asked, ...refreshers].flatMap(({ courseId, userId, targetOn, event }) => {
    const title = titles.get(courseId);
    return title === undefined || !present.has(userId) ? [] : [{ kind: 'training' as const, entityId: courseId, contractId: null, event, targetOn, ownerId: userId, title }];
  });
}

/** The next courses by id; a `limit` of -1: all of them. */
function coursesAfter(db: Readable, after: string, limit: number): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT DISTINCT id FROM training_courses WHERE id > ${after} ORDER BY id LIMIT ${limit}`).map(({ id }) => id);
}

function coursesOf(db: Readable, certificateIds: readonly string[]): readonly string[] {
  return db.all<{ id: string }>(sql`SELECT DISTINCT course_id AS id FROM training_certificates WHERE id IN ${listed(certificateIds)}`).map(({ id }) => id);
}
