import type { CourseContent, CourseId } from '#shared/features/training/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface StoredCourse {
  readonly id: CourseId;
  readonly version: number;
  readonly content: CourseContent;
  /** The shipped text's own number; null for a version that people of this vault wrote. */
  readonly shippedRevision: number | null;
}

interface CourseRow extends Omit<StoredCourse, 'content'> {
  readonly content: string;
}

/** The courses as they stand, in the order of their ids. */
export function listCourses(db: Readable): readonly StoredCourse[] {
  return db
    .all<CourseRow>(sql`SELECT id, version, content, shipped_revision AS shippedRevision FROM training_courses WHERE is_current = 1 ORDER BY id`)
    .map(courseOf);
}

/** A course in one version, or as it stands (`version` null). */
export function findCourse(db: Readable, id: CourseId, version: number | null = null): StoredCourse | undefined {
  const row = db.get<CourseRow>(sql`
    SELECT id, version, content, shipped_revision AS shippedRevision FROM training_courses
    WHERE id = ${id} AND (version = ${version} OR (${version} IS NULL AND is_current = 1))`);
  return row === undefined ? undefined : courseOf(row);
}

export interface CourseVersion {
  readonly version: number;
  readonly isShipped: boolean;
  readonly publishedAt: number;
  readonly publishedByName: string | null;
}

/** Every version of a course, the latest first. */
export function listCourseVersions(db: Readable, id: CourseId): readonly CourseVersion[] {
  return db
    .all<Omit<CourseVersion, 'isShipped'> & { readonly isShipped: number }>(sql`
      SELECT version, shipped_revision IS NOT NULL AS isShipped, published_at AS publishedAt, users.name AS publishedByName
      FROM training_courses LEFT JOIN users ON users.id = published_by WHERE training_courses.id = ${id} ORDER BY version DESC`)
    .map((row) => ({ ...row, isShipped: row.isShipped === 1 }));
}

export interface NewCourseVersion extends StoredCourse {
  readonly at: number;
  readonly by: UserId | null;
}

/** Publishes a version; the earlier ones stay for the quizzes that were drawn from them. */
export function insertCourseVersion(db: Writable, { id, version, content, shippedRevision, at, by }: NewCourseVersion): void {
  db.run(sql`UPDATE training_courses SET is_current = 0 WHERE id = ${id}`);
  db.run(sql`
    INSERT INTO training_courses (id, version, content, shipped_revision, is_current, published_at, published_by)
    VALUES (${id}, ${version}, ${JSON.stringify(content)}, ${shippedRevision}, 1, ${at}, ${by})`);
}

function courseOf({ content, ...row }: CourseRow): StoredCourse {
  return { ...row, content: JSON.parse(content) as CourseContent };
}
