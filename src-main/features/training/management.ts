import { summariseRatings } from '#shared/features/training/feedback.ts';
import type { MatrixCell } from '#shared/features/training/ipc.ts';
import type { AssignmentId, CourseId } from '#shared/features/training/model.ts';
import { standingOf } from '#shared/features/training/rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import type { OutputOf } from '#shared/ipc/registry.ts';
import type { Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { findCourse, listCourses, type StoredCourse } from './course-queries.ts';
import { bestPercent, isMeantFor, knownOf, progressOf, type Known } from './learning.ts';
import { listAssignments, listFeedback, reinstateAssignment, saveAssignment, withdrawAssignment } from './progress-queries.ts';

export interface Person {
  readonly id: UserId;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface ManagementParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly members: (call: Pick<Call, 'session' | 'db'>) => readonly Person[];
}

/** Who has to learn what by when, where everybody stands, and what they say of it. */
export function createManagement({ clock, ids, members }: ManagementParts) {
  function matrix(call: Call): OutputOf<'training.matrix'> {
    const courses = listCourses(call.db);
    const people = members(call);
    const today = dayOn(clock);
    const cells = people.flatMap((person) => {
      const known = knownOf(call.db, person.id);
      return courses.map((course) => cellOf(course, person, known, today));
    });
    return { people, courses: courses.map(({ id, content }) => ({ id, title: content.title })), cells };
  }

  function assign(call: Call, courseId: CourseId, userIds: readonly UserId[], dueOn: Day): Result<{ assigned: number }, 'NOT_FOUND' | 'DUE_IN_PAST'> {
    if (dueOn < dayOn(clock)) return fail('DUE_IN_PAST');
    const present = new Set(members(call).map(({ id }) => id));
    if (findCourse(call.db, courseId) === undefined || userIds.some((id) => !present.has(id))) return fail('NOT_FOUND');
    return call.write((db, note) => {
      for (const userId of new Set(userIds)) saveAssignment(db, { id: ids.create<'trainingAssignment'>(), courseId, userId, dueOn, assignedAt: clock.now() }, call.session.user.id);
      note('course', courseId, { assigned: new Set(userIds).size, dueOn });
      return succeed({ assigned: new Set(userIds).size });
    });
  }

  function withdraw(call: Call, id: AssignmentId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const standing = listAssignments(db, null).find((one) => one.id === id);
      if (standing === undefined || withdrawAssignment(db, id, clock.now()) === 0) return fail('NOT_FOUND');
      note('course', standing.courseId, { withdrawn: true });
      return succeed(null);
    });
  }

  /** Takes a withdrawal back. */
  function reinstate(call: Call, id: AssignmentId): Result<null, 'NOT_FOUND'> {
    return call.write<null, 'NOT_FOUND'>((db, note) => {
      const courseId = reinstateAssignment(db, id);
      if (courseId === undefined) return fail('NOT_FOUND');
      note('course', courseId, { withdrawn: false });
      return succeed(null);
    });
  }

  function feedback({ db }: Call, courseId: CourseId): Result<OutputOf<'training.feedback'>, 'NOT_FOUND'> {
    const stored = findCourse(db, courseId);
    if (stored === undefined) return fail('NOT_FOUND');
    const given = listFeedback(db, courseId);
    const comments = given.filter(({ comment }) => comment !== '').map(({ lessonKey, rating, comment, userName, givenAt, courseVersion }) => ({ lessonKey, rating, comment, userName, givenAt, courseVersion }));
    return succeed({ ratings: summariseRatings(given, stored.content.lessons.map(({ key }) => key)), comments });
  }

  return { matrix, assign, withdraw, reinstate, feedback };
}

function cellOf(course: StoredCourse, person: Person, known: Known, today: Day): MatrixCell {
  const progress = progressOf(course, known);
  const standing = standingOf(progress, today);
  const { lessons, practice } = course.content;
  // Who has to take a course again has to pass its quiz again.
  const hasPassed = known.attempts.some(({ courseId, isPassed, finishedAt }) => courseId === course.id && isPassed === true && (finishedAt ?? 0) > (progress.certificate?.issuedAt ?? -1));
  const steps = lessons.length + practice.length + 1;
  const done = progress.readKeys.size + progress.doneTasks.size + (hasPassed ? 1 : 0);
  return {
    userId: person.id,
    courseId: course.id,
    isMeant: isMeantFor(course, person.roles),
    standing,
    progressPercent: standing.state === 'completed' ? 100 : Math.floor((done * 100) / steps),
    bestPercent: bestPercent(known, course.id),
    completedAt: known.certificates.find(({ courseId }) => courseId === course.id)?.issuedAt ?? null,
    assignmentId: known.assignments.find(({ courseId }) => courseId === course.id)?.id ?? null,
  };
}
