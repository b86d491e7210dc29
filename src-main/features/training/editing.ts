import { readBank } from '#shared/features/training/bank.ts';
import { shippedCourses } from '#shared/features/training/courses/shipped-courses.ts';
import type { CourseContent, CourseId } from '#shared/features/training/model.ts';
import type { ErrorOf } from '#shared/ipc/registry.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Call } from '../../ipc/handlers.ts';
import type { Clock, Ids } from '../../ports.ts';
import type { Session } from '../../vault/session.ts';
import { listPassedUncertified } from './attempt-queries.ts';
import { findCourse, insertCourseVersion, listCourses, listCourseVersions, type CourseVersion } from './course-queries.ts';
import type { Learning } from './learning.ts';

type SaveError = Extract<ErrorOf<'training.saveCourse'>, 'NOT_FOUND' | 'CHANGED_MEANWHILE' | 'LESSON_KEY_TWICE' | 'DRAW_OVER_BANK' | `BANK_${string}`>;

export interface EditingParts {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly learning: Pick<Learning, 'concludeAll'>;
}

/** Courses as those who may edit them see them: in versions, of which the latest is taught. */
export function createEditing({ clock, ids, learning }: EditingParts) {
  function source({ db }: Call, courseId: CourseId, version: number | null): Result<{ version: number; content: CourseContent }, 'NOT_FOUND'> {
    const stored = findCourse(db, courseId, version);
    return stored === undefined ? fail('NOT_FOUND') : succeed({ version: stored.version, content: stored.content });
  }

  function versions({ db }: Call, courseId: CourseId): Result<readonly CourseVersion[], 'NOT_FOUND'> {
    const found = listCourseVersions(db, courseId);
    return found.length === 0 ? fail('NOT_FOUND') : succeed(found);
  }

  function save(call: Call, courseId: CourseId | null, version: number, content: CourseContent): Result<{ courseId: CourseId; version: number }, SaveError> {
    const keys = content.lessons.map(({ key }) => key);
    const twice = keys.find((key, index) => keys.indexOf(key) !== index);
    if (twice !== undefined) return fail('LESSON_KEY_TWICE', { key: twice });
    const bank = readBank(content.bank);
    if (!bank.ok) return bank;
    if (content.drawCount > bank.value.length) return fail('DRAW_OVER_BANK', { count: bank.value.length });
    return call.write<{ courseId: CourseId; version: number }, SaveError>((db, note) => {
      const stored = courseId === null ? { version: 0 } : findCourse(db, courseId);
      if (stored === undefined) return fail('NOT_FOUND');
      if (stored.version !== version) return fail('CHANGED_MEANWHILE');
      const id = courseId ?? `course-${ids.create()}`;
      const published = { id, version: version + 1, content, shippedRevision: null };
      insertCourseVersion(db, { ...published, at: clock.now(), by: call.session.user.id });
      note('course', id, { version: version + 1 });
      learning.concludeAll(call.session, db, note, published);
      return succeed({ courseId: id, version: version + 1 });
    });
  }

  /**
   * Puts the shipped courses into a vault that lacks them, or has an older shipped text. A course that people of the
   * vault edited stays theirs. What is shipped says nothing that anybody entered, so it leaves no audit event.
   */
  function publishShipped(session: Session): boolean {
    const present = new Map(listCourses(session.db).map((course) => [course.id, course]));
    const due = shippedCourses.filter(({ id, revision }) => {
      const stored = present.get(id);
      return stored === undefined || (stored.shippedRevision !== null && stored.shippedRevision < revision);
    });
    if (due.length === 0) return false;
    session.derive((db) => {
      for (const { id, revision, content } of due) insertCourseVersion(db, { id, version: (present.get(id)?.version ?? 0) + 1, content, shippedRevision: revision, at: clock.now(), by: null });
    });
    return true;
  }

  /** Gives the certificates that the courses as they stand now owe to people of the vault. Gives whether there were any. */
  function settle(session: Session): boolean {
    const awaited = listCourses(session.db).filter(({ id }) => listPassedUncertified(session.db, id).length > 0);
    if (awaited.length === 0) return false;
    return session.write<null, 'NOTHING_OWED'>('training.saveCourse', (db, note) => {
      const given = awaited.map((course) => learning.concludeAll(session, db, note, course));
      return given.some((count) => count > 0) ? succeed(null) : fail('NOTHING_OWED');
    }).ok;
  }

  return { source, versions, save, publishShipped, settle };
}
