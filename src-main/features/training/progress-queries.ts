import type { ContractId } from '#shared/features/contracts/model.ts';
import type { AssignmentId, AttemptId, Certificate, CertificateId, CourseId, PracticeTask } from '#shared/features/training/model.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

/** What a person read, in all courses. */
export function listReads(db: Readable, userId: UserId): readonly { readonly courseId: CourseId; readonly lessonKey: string }[] {
  return db.all(sql`SELECT course_id AS courseId, lesson_key AS lessonKey FROM training_reads WHERE user_id = ${userId}`);
}

/** Notes that a lesson was read; gives 0 when that was known. */
export function insertRead(db: Writable, userId: UserId, courseId: CourseId, lessonKey: string, courseVersion: number, at: number): number {
  return db.run(sql`
    INSERT INTO training_reads (user_id, course_id, lesson_key, course_version, read_at)
    VALUES (${userId}, ${courseId}, ${lessonKey}, ${courseVersion}, ${at}) ON CONFLICT DO NOTHING`);
}

export interface StoredPractice {
  readonly courseId: CourseId;
  readonly task: PracticeTask;
  readonly beganAt: number;
  readonly exerciseId: ContractId | null;
  readonly doneAt: number | null;
}

export function listPractice(db: Readable, userId: UserId): readonly StoredPractice[] {
  return db.all(sql`
    SELECT course_id AS courseId, task, began_at AS beganAt, exercise_id AS exerciseId, done_at AS doneAt FROM training_practice WHERE user_id = ${userId}`);
}

/** Begins an exercise, or begins it anew; one that is done stays done. */
export function savePractice(db: Writable, userId: UserId, { courseId, task, beganAt, exerciseId, doneAt }: StoredPractice): void {
  db.run(sql`
    INSERT INTO training_practice (user_id, course_id, task, began_at, exercise_id, done_at)
    VALUES (${userId}, ${courseId}, ${task}, ${beganAt}, ${exerciseId}, ${doneAt})
    ON CONFLICT (user_id, course_id, task) DO UPDATE
    SET began_at = excluded.began_at, exercise_id = excluded.exercise_id, done_at = COALESCE(training_practice.done_at, excluded.done_at)`);
}

/** Forgets that an exercise was begun or done. */
export function dropPractice(db: Writable, userId: UserId, { courseId, task }: Pick<StoredPractice, 'courseId' | 'task'>): void {
  db.run(sql`DELETE FROM training_practice WHERE user_id = ${userId} AND course_id = ${courseId} AND task = ${task}`);
}

interface IssuedCertificate extends Certificate {
  readonly userName: string;
}

const certificateColumns = sql`training_certificates.id, course_id AS courseId, course_version AS courseVersion, user_id AS userId,
  score_percent AS scorePercent, issued_at AS issuedAt, valid_until_on AS validUntilOn`;

/** Certificates of a person, or of everybody; the latest first. */
export function listCertificates(db: Readable, userId: UserId | null): readonly Certificate[] {
  return db.all(sql`SELECT ${certificateColumns} FROM training_certificates WHERE user_id = ${userId} OR ${userId} IS NULL ORDER BY issued_at DESC`);
}

export function findCertificate(db: Readable, id: CertificateId): IssuedCertificate | undefined {
  return db.get(sql`SELECT ${certificateColumns}, name AS userName FROM training_certificates JOIN users ON users.id = user_id WHERE training_certificates.id = ${id}`);
}

export function hasCertificate(db: Readable, attemptId: AttemptId): boolean {
  return db.get(sql`SELECT 1 AS found FROM training_certificates WHERE attempt_id = ${attemptId}`) !== undefined;
}

export function insertCertificate(db: Writable, { id, courseId, courseVersion, userId, scorePercent, issuedAt, validUntilOn, attemptId }: Certificate & { readonly attemptId: AttemptId }): void {
  db.run(sql`
    INSERT INTO training_certificates (id, course_id, course_version, user_id, attempt_id, score_percent, issued_at, valid_until_on)
    VALUES (${id}, ${courseId}, ${courseVersion}, ${userId}, ${attemptId}, ${scorePercent}, ${issuedAt}, ${validUntilOn})`);
}

export interface StoredAssignment {
  readonly id: AssignmentId;
  readonly courseId: CourseId;
  readonly userId: UserId;
  readonly dueOn: Day;
  readonly assignedAt: number;
}

/** What stands asked of a person, or of everybody. */
export function listAssignments(db: Readable, userId: UserId | null): readonly StoredAssignment[] {
  return db.all(sql`
    SELECT id, course_id AS courseId, user_id AS userId, due_on AS dueOn, assigned_at AS assignedAt FROM training_assignments
    WHERE withdrawn_at IS NULL AND (user_id = ${userId} OR ${userId} IS NULL)`);
}

/** Asks a person for a course by a day. What stands asked of them is asked anew: by the new day, and from now on. */
export function saveAssignment(db: Writable, { id, courseId, userId, dueOn, assignedAt }: StoredAssignment, by: UserId): void {
  db.run(sql`
    INSERT INTO training_assignments (id, course_id, user_id, due_on, assigned_at, assigned_by)
    VALUES (${id}, ${courseId}, ${userId}, ${dueOn}, ${assignedAt}, ${by})
    ON CONFLICT (course_id, user_id) WHERE withdrawn_at IS NULL DO UPDATE
    SET due_on = excluded.due_on, assigned_at = excluded.assigned_at, assigned_by = excluded.assigned_by`);
}

/** Lets a withdrawn assignment stand again, unless another took its place; gives its course, or undefined where none was withdrawn. */
export function reinstateAssignment(db: Writable, id: AssignmentId): CourseId | undefined {
  const withdrawn = db.get<{ courseId: CourseId }>(sql`
    SELECT course_id AS courseId FROM training_assignments AS gone WHERE id = ${id} AND withdrawn_at IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM training_assignments WHERE course_id = gone.course_id AND user_id = gone.user_id AND withdrawn_at IS NULL)`);
  if (withdrawn !== undefined) db.run(sql`UPDATE training_assignments SET withdrawn_at = NULL WHERE id = ${id}`);
  return withdrawn?.courseId;
}

/** Gives how many stood, 0 or 1. */
export function withdrawAssignment(db: Writable, id: AssignmentId, at: number): number {
  return db.run(sql`UPDATE training_assignments SET withdrawn_at = ${at} WHERE id = ${id} AND withdrawn_at IS NULL`);
}

export interface StoredFeedback {
  readonly lessonKey: string | null;
  readonly rating: number;
  readonly comment: string;
  readonly userId: UserId;
  readonly userName: string;
  readonly givenAt: number;
  readonly courseVersion: number;
}

/** What people said of a course, the latest first. */
export function listFeedback(db: Readable, courseId: CourseId): readonly StoredFeedback[] {
  return db.all(sql`
    SELECT NULLIF(lesson_key, '') AS lessonKey, rating, comment, user_id AS userId, name AS userName, given_at AS givenAt, course_version AS courseVersion
    FROM training_feedback JOIN users ON users.id = user_id WHERE course_id = ${courseId} ORDER BY given_at DESC`);
}

export interface NewFeedback extends Pick<StoredFeedback, 'lessonKey' | 'rating' | 'comment' | 'courseVersion'> {
  readonly courseId: CourseId;
  readonly userId: UserId;
}

export function saveFeedback(db: Writable, { userId, courseId, lessonKey, courseVersion, rating, comment }: NewFeedback, at: number): void {
  db.run(sql`
    INSERT INTO training_feedback (user_id, course_id, lesson_key, course_version, rating, comment, given_at)
    VALUES (${userId}, ${courseId}, ${lessonKey ?? ''}, ${courseVersion}, ${rating}, ${comment}, ${at})
    ON CONFLICT (user_id, course_id, lesson_key) DO UPDATE
    SET course_version = excluded.course_version, rating = excluded.rating, comment = excluded.comment, given_at = excluded.given_at`);
}
