import type { Answer, AttemptId, CourseId, CourseLanguage } from '#shared/features/training/model.ts';
import type { DrawnQuestion } from '#shared/features/training/quiz.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import { sql } from '../../db/sql.ts';

export interface StoredAttempt {
  readonly id: AttemptId;
  readonly courseId: CourseId;
  readonly courseVersion: number;
  readonly userId: UserId;
  readonly draw: readonly DrawnQuestion[];
  readonly startedAt: number;
  readonly finishedAt: number | null;
  readonly rightCount: number;
  readonly isPassed: boolean | null;
}

interface AttemptRow extends Omit<StoredAttempt, 'draw' | 'isPassed'> {
  readonly draw: string;
  readonly isPassed: number | null;
}

const columns = sql`id, course_id AS courseId, course_version AS courseVersion, user_id AS userId, draw, started_at AS startedAt,
  finished_at AS finishedAt, right_count AS rightCount, is_passed AS isPassed`;

export function findAttempt(db: Readable, id: AttemptId): StoredAttempt | undefined {
  const row = db.get<AttemptRow>(sql`SELECT ${columns} FROM training_attempts WHERE id = ${id}`);
  return row === undefined ? undefined : attemptOf(row);
}

/** A person's attempts, of one course or of all, the latest first. */
export function listAttempts(db: Readable, userId: UserId, courseId: CourseId | null): readonly StoredAttempt[] {
  return db
    .all<AttemptRow>(sql`
      SELECT ${columns} FROM training_attempts WHERE user_id = ${userId} AND (course_id = ${courseId} OR ${courseId} IS NULL)
      ORDER BY started_at DESC, rowid DESC`)
    .map(attemptOf);
}

/** Who passed a course's quiz at some time without a certificate for it. */
export function listPassedUncertified(db: Readable, courseId: CourseId): readonly UserId[] {
  return db
    .all<{ userId: UserId }>(sql`
      SELECT DISTINCT user_id AS userId FROM training_attempts
      WHERE course_id = ${courseId} AND is_passed = 1 AND NOT EXISTS (SELECT 1 FROM training_certificates WHERE attempt_id = training_attempts.id)`)
    .map(({ userId }) => userId);
}

export function insertAttempt(db: Writable, { id, courseId, courseVersion, userId, draw, startedAt }: Omit<StoredAttempt, 'finishedAt' | 'rightCount' | 'isPassed'>): void {
  db.run(sql`
    INSERT INTO training_attempts (id, course_id, course_version, user_id, draw, question_count, started_at)
    VALUES (${id}, ${courseId}, ${courseVersion}, ${userId}, ${JSON.stringify(draw)}, ${draw.length}, ${startedAt})`);
}

export function finishAttempt(db: Writable, id: AttemptId, rightCount: number, isPassed: boolean, at: number): void {
  db.run(sql`UPDATE training_attempts SET finished_at = ${at}, right_count = ${rightCount}, is_passed = ${isPassed ? 1 : 0} WHERE id = ${id}`);
}

export interface StoredAnswer {
  readonly position: number;
  readonly language: CourseLanguage;
  readonly answer: Answer;
  readonly isRight: boolean;
}

export function listAnswers(db: Readable, id: AttemptId): readonly StoredAnswer[] {
  return db
    .all<{ position: number; language: CourseLanguage; answer: string; isRight: number }>(sql`
      SELECT position, language, answer, is_right AS isRight FROM training_answers WHERE attempt_id = ${id} ORDER BY position`)
    .map(({ answer, isRight, ...row }) => ({ ...row, answer: JSON.parse(answer) as Answer, isRight: isRight === 1 }));
}

export function insertAnswer(db: Writable, id: AttemptId, { position, language, answer, isRight }: StoredAnswer, at: number): void {
  db.run(sql`
    INSERT INTO training_answers (attempt_id, position, language, answer, is_right, answered_at)
    VALUES (${id}, ${position}, ${language}, ${JSON.stringify(answer)}, ${isRight ? 1 : 0}, ${at})`);
}

function attemptOf({ draw, isPassed, ...row }: AttemptRow): StoredAttempt {
  return { ...row, draw: JSON.parse(draw) as readonly DrawnQuestion[], isPassed: isPassed === null ? null : isPassed === 1 };
}
