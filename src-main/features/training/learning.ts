import { readBank, type BankQuestion } from '#shared/features/training/bank.ts';
import type { CourseCard, ShownCourse } from '#shared/features/training/ipc.ts';
import type { Answer, Attempt, AttemptId, CourseId, CourseLanguage, PracticeTask } from '#shared/features/training/model.ts';
import { askedFace, correctAnswer, drawQuiz, hoursToRetake, isAnswer, isRight, scorePercent } from '#shared/features/training/quiz.ts';
import { isPrepared, readingMinutes, standingOf, validUntil, type Progress } from '#shared/features/training/rules.ts';
import type { UserId } from '#shared/features/vault/model.ts';
import type { Role } from '#shared/features/vault/roles.ts';
import { assert } from '#shared/kernel/assert.ts';
import { dayAt, type Day } from '#shared/kernel/day.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { Readable, Writable } from '../../db/connection.ts';
import type { Call } from '../../ipc/handlers.ts';
import { dayOn, type Clock, type Ids } from '../../ports.ts';
import { membersOf } from '../../vault/members.ts';
import type { RecordChange, Session } from '../../vault/session.ts';
import { findAttempt, finishAttempt, insertAnswer, insertAttempt, listAnswers, listAttempts, listPassedUncertified, type StoredAttempt } from './attempt-queries.ts';
import { findCourse, listCourses, type StoredCourse } from './course-queries.ts';
import { hasCertificate, insertCertificate, insertRead, listAssignments, listCertificates, listFeedback, listPractice, listReads, saveFeedback, savePractice, type StoredPractice } from './progress-queries.ts';

export interface LearningParts {
  readonly clock: Clock;
  readonly ids: Ids;
  /** The open vault is the sample vault. */
  readonly isSandbox: () => boolean;
}

export type Learning = ReturnType<typeof createLearning>;

/** What a person does with courses: reads, answers, and gets a certificate for it. */
export function createLearning({ clock, ids, isSandbox }: LearningParts) {
  function courses({ db, session }: Call): readonly CourseCard[] {
    const known = knownOf(db, session.user.id);
    return listCourses(db).map((course) => cardOf(course, known, session.user.roles, dayOn(clock)));
  }

  /** Asked by the first page: what a course teaches isn't read for it. */
  function due({ db, session }: Call): { readonly count: number; readonly lateCount: number } {
    const [certificates, assignments] = [listCertificates(db, session.user.id), listAssignments(db, session.user.id)];
    const open = [...new Set([...certificates, ...assignments].map(({ courseId }) => courseId))]
      .map((id) => standingOf({ ...nothingDone, certificate: certificates.find(({ courseId }) => courseId === id) ?? null, assignment: assignments.find(({ courseId }) => courseId === id) ?? null }, dayOn(clock)))
      .filter(({ dueOn, state }) => dueOn !== null && state !== 'completed');
    return { count: open.length, lateCount: open.filter(({ isOverdue }) => isOverdue).length };
  }

  function course({ db, session }: Call, courseId: CourseId): Result<ShownCourse, 'NOT_FOUND'> {
    const stored = findCourse(db, courseId);
    if (stored === undefined) return fail('NOT_FOUND');
    const { lessons, practice, drawCount, passPercent, retakeHours, refreshMonths } = stored.content;
    const known = knownOf(db, session.user.id);
    const attempts = known.attempts.filter((attempt) => attempt.courseId === courseId);
    const begun = new Map(known.practice.filter((one) => one.courseId === courseId).map((one) => [one.task, one]));
    return succeed({
      ...cardOf(stored, known, session.user.roles, dayOn(clock)),
      version: stored.version,
      ...{ lessons, drawCount, passPercent, retakeHours, refreshMonths },
      readKeys: lessons.map(({ key }) => key).filter((key) => known.reads.some((read) => read.courseId === courseId && read.lessonKey === key)),
      waitHours: hoursToRetake(failedAt(attempts), retakeHours, clock.now()),
      attempts: attempts.map(({ id, startedAt, finishedAt, isPassed, rightCount, draw }) => ({ id, startedAt, finishedAt, isPassed, percent: finishedAt === null ? null : scorePercent(rightCount, draw.length) })),
      practice: practice.map((task) => stateOf(task, begun.get(task))),
      isSandbox: isSandbox(),
      myRatings: listFeedback(db, courseId).filter(({ userId }) => userId === session.user.id).map(({ lessonKey, rating, comment }) => ({ lessonKey, rating, comment })),
    });
  }

  function markRead(call: Call, courseId: CourseId, lessonKey: string): Result<null, 'NOT_FOUND'> {
    const stored = findCourse(call.db, courseId);
    if (!stored?.content.lessons.some(({ key }) => key === lessonKey)) return fail('NOT_FOUND');
    if (listReads(call.db, call.session.user.id).some((read) => read.courseId === courseId && read.lessonKey === lessonKey)) return succeed(null);
    return call.write((db, note) => {
      insertRead(db, call.session.user.id, courseId, lessonKey, stored.version, clock.now());
      note('course', courseId, { read: lessonKey });
      conclude(db, note, stored, call.session.user.id);
      return succeed(null);
    });
  }

  function startQuiz(call: Call, courseId: CourseId): Result<Attempt, 'NOT_FOUND' | 'QUIZ_TOO_SOON'> {
    const stored = findCourse(call.db, courseId);
    if (stored === undefined) return fail('NOT_FOUND');
    const attempts = listAttempts(call.db, call.session.user.id, courseId);
    const open = attempts.find(({ finishedAt }) => finishedAt === null);
    if (open !== undefined) return succeed(shown(call.db, open));
    const hours = hoursToRetake(failedAt(attempts), stored.content.retakeHours, clock.now());
    if (hours > 0) return fail('QUIZ_TOO_SOON', { hours });
    return call.write((db, note) => {
      const id = ids.create<'trainingAttempt'>();
      const draw = drawQuiz(bankOf(stored), stored.content.drawCount, id, new Set(attempts[0]?.draw.map(({ key }) => key)));
      insertAttempt(db, { id, courseId, courseVersion: stored.version, userId: call.session.user.id, draw, startedAt: clock.now() });
      note('course', courseId, { quizStarted: true });
      return succeed(shownById(db, id));
    });
  }

  function attempt({ db, session }: Call, id: AttemptId): Result<Attempt, 'NOT_FOUND'> {
    const stored = findAttempt(db, id);
    return stored?.userId === session.user.id ? succeed(shown(db, stored)) : fail('NOT_FOUND');
  }

  function answer(call: Call, given: { readonly attemptId: AttemptId; readonly position: number; readonly language: CourseLanguage; readonly answer: Answer }): Result<Attempt, 'NOT_FOUND' | 'ALREADY_ANSWERED' | 'ANSWER_UNFIT'> {
    const stored = findAttempt(call.db, given.attemptId);
    const drawn = stored?.draw[given.position];
    if (stored?.userId !== call.session.user.id || drawn === undefined) return fail('NOT_FOUND');
    const course = takenCourse(call.db, stored);
    const question = questionOf(bankOf(course), drawn.key);
    const face = question[given.language];
    if (!isAnswer(face, question.kind, given.answer)) return fail('ANSWER_UNFIT');
    return call.write<Attempt, 'ALREADY_ANSWERED'>((db, note) => {
      const before = listAnswers(db, stored.id);
      if (before.some(({ position }) => position === given.position)) return fail('ALREADY_ANSWERED');
      const right = isRight(face, question.kind, drawn, given.answer);
      insertAnswer(db, stored.id, { position: given.position, language: given.language, answer: given.answer, isRight: right }, clock.now());
      note('course', stored.courseId, { answered: given.position });
      if (before.length + 1 === stored.draw.length) {
        const rightCount = before.filter((one) => one.isRight).length + (right ? 1 : 0);
        const isPassed = scorePercent(rightCount, stored.draw.length) >= course.content.passPercent;
        finishAttempt(db, stored.id, rightCount, isPassed, clock.now());
        note('course', stored.courseId, { passed: isPassed });
        const current = findCourse(db, stored.courseId);
        if (current !== undefined) conclude(db, note, current, stored.userId);
      }
      return succeed(shownById(db, stored.id));
    });
  }

  /** Notes that an exercise is done, within a transaction. */
  function practised(db: Writable, note: RecordChange, userId: UserId, practice: StoredPractice): void {
    savePractice(db, userId, practice);
    note('course', practice.courseId, { practised: practice.task });
    const stored = findCourse(db, practice.courseId);
    if (stored !== undefined) conclude(db, note, stored, userId);
  }

  function giveFeedback(call: Call, given: { readonly courseId: CourseId; readonly lessonKey: string | null; readonly rating: number; readonly comment: string }): Result<null, 'NOT_FOUND'> {
    const stored = findCourse(call.db, given.courseId);
    if (stored === undefined || (given.lessonKey !== null && !stored.content.lessons.some(({ key }) => key === given.lessonKey))) return fail('NOT_FOUND');
    return call.write((db, note) => {
      saveFeedback(db, { ...given, userId: call.session.user.id, courseVersion: stored.version }, clock.now());
      note('course', given.courseId, { rated: given.lessonKey ?? true });
      return succeed(null);
    });
  }

  /**
   * Issues a certificate once all of a course is done and the latest passed quiz has none yet; gives whether it did. It is
   * for the course as it is taught now: that is what the person was prepared by, whichever version the quiz was drawn from.
   */
  function conclude(db: Writable, note: RecordChange, stored: StoredCourse, userId: UserId): boolean {
    const passed = listAttempts(db, userId, stored.id).find(({ isPassed }) => isPassed === true);
    if (passed === undefined || hasCertificate(db, passed.id)) return false;
    if (!isPrepared(stored.content, progressOf(stored, knownOf(db, userId)))) return false;
    const [id, at] = [ids.create<'certificate'>(), clock.now()];
    const validUntilOn = validUntil(dayAt(at, clock.offsetMinutes(at)), stored.content.refreshMonths);
    const percent = scorePercent(passed.rightCount, passed.draw.length);
    insertCertificate(db, { id, courseId: stored.id, courseVersion: stored.version, userId, attemptId: passed.id, scorePercent: percent, issuedAt: at, validUntilOn });
    note('certificate', id, { course: stored.id });
    return true;
  }

  /** A course asks less than before: whoever is there still and has done all that is left gets the certificate. Gives how many did. */
  function concludeAll(session: Session, db: Writable, note: RecordChange, stored: StoredCourse): number {
    const present = new Set(membersOf({ session, db }).map(({ id }) => id));
    return listPassedUncertified(db, stored.id).filter((userId) => present.has(userId) && conclude(db, note, stored, userId)).length;
  }

  function shownById(db: Readable, id: AttemptId): Attempt {
    const stored = findAttempt(db, id);
    assert(stored !== undefined, 'an attempt vanished within a transaction');
    return shown(db, stored);
  }

  return { courses, due, course, markRead, startQuiz, attempt, answer, practised, concludeAll, giveFeedback };
}

/** All that the vault knows of one person's learning. */
export interface Known {
  readonly reads: ReturnType<typeof listReads>;
  readonly practice: readonly StoredPractice[];
  readonly attempts: readonly StoredAttempt[];
  readonly certificates: ReturnType<typeof listCertificates>;
  readonly assignments: ReturnType<typeof listAssignments>;
}

export function knownOf(db: Readable, userId: UserId): Known {
  return { reads: listReads(db, userId), practice: listPractice(db, userId), attempts: listAttempts(db, userId, null), certificates: listCertificates(db, userId), assignments: listAssignments(db, userId) };
}

const nothingDone = { readKeys: new Set<string>(), doneTasks: new Set<PracticeTask>(), hasAttempt: false };

/** A person's progress with one course, without what they read or did of lessons and exercises that it no longer has. */
export function progressOf({ id, content }: StoredCourse, known: Known): Progress {
  const lessons = new Set(content.lessons.map(({ key }) => key));
  return {
    readKeys: new Set(known.reads.filter(({ courseId, lessonKey }) => courseId === id && lessons.has(lessonKey)).map(({ lessonKey }) => lessonKey)),
    doneTasks: new Set(known.practice.filter(({ courseId, task, doneAt }) => courseId === id && doneAt !== null && content.practice.includes(task)).map(({ task }) => task)),
    hasAttempt: known.attempts.some(({ courseId }) => courseId === id),
    certificate: known.certificates.find(({ courseId }) => courseId === id) ?? null,
    assignment: known.assignments.find(({ courseId }) => courseId === id) ?? null,
  };
}

/** The best finished score of a course, in percent. */
export function bestPercent(known: Known, courseId: CourseId): number | null {
  const scores = known.attempts.flatMap((attempt) => (attempt.courseId === courseId && attempt.finishedAt !== null ? [scorePercent(attempt.rightCount, attempt.draw.length)] : []));
  return scores.length === 0 ? null : Math.max(...scores);
}

/** Whether a course is meant for somebody with these roles. */
export function isMeantFor({ content }: StoredCourse, held: readonly Role[]): boolean {
  return content.roles.length === 0 || content.roles.some((role) => held.includes(role));
}

export function stateOf(task: PracticeTask, stored: StoredPractice | undefined) {
  return { task, beganAt: stored?.beganAt ?? null, doneAt: stored?.doneAt ?? null, exerciseId: stored?.exerciseId ?? null };
}

function cardOf(stored: StoredCourse, known: Known, roles: readonly Role[], today: Day): CourseCard {
  const { id, content } = stored;
  const progress = progressOf(stored, known);
  const minutes = (language: CourseLanguage) => content.lessons.reduce((sum, { body }) => sum + readingMinutes(body[language]), 0);
  return {
    id,
    title: content.title,
    summary: content.summary,
    roles: content.roles,
    isForMe: isMeantFor(stored, roles),
    lessonCount: content.lessons.length,
    readCount: progress.readKeys.size,
    minutes: { zh: minutes('zh'), en: minutes('en') },
    taskCount: content.practice.length,
    doneCount: progress.doneTasks.size,
    bestPercent: bestPercent(known, id),
    standing: standingOf(progress, today),
    certificate: known.certificates.find(({ courseId }) => courseId === id) ?? null,
  };
}

/** When the latest finished attempt failed; null when it did not. */
function failedAt(attempts: readonly StoredAttempt[]): number | null {
  const latest = attempts.find(({ finishedAt }) => finishedAt !== null);
  return latest?.isPassed === false ? latest.finishedAt : null;
}

/** The attempt as its taker sees it, by the version of the course that it was drawn from. */
function shown(db: Readable, stored: StoredAttempt): Attempt {
  const course = takenCourse(db, stored);
  const bank = bankOf(course);
  const answers = new Map(listAnswers(db, stored.id).map((given) => [given.position, given]));
  const { id, courseId, courseVersion, startedAt, finishedAt, isPassed } = stored;
  return {
    ...{ id, courseId, courseVersion, startedAt, finishedAt, isPassed },
    courseTitle: course.content.title,
    passPercent: course.content.passPercent,
    rightCount: [...answers.values()].filter((given) => given.isRight).length,
    questions: stored.draw.map((drawn, position) => {
      const { kind, zh, en } = questionOf(bank, drawn.key);
      const given = answers.get(position);
      const face = given?.language === 'en' ? en : zh;
      return {
        kind,
        zh: askedFace(zh, kind, drawn),
        en: askedFace(en, kind, drawn),
        answered: given === undefined ? null : { language: given.language, answer: given.answer, isRight: given.isRight, correct: correctAnswer(face, kind, drawn), explanation: face.explanation },
      };
    }),
  };
}

function takenCourse(db: Readable, { courseId, courseVersion }: StoredAttempt): StoredCourse {
  const course = findCourse(db, courseId, courseVersion);
  assert(course !== undefined, 'the version of a course that a quiz was drawn from is kept');
  return course;
}

function bankOf({ content }: StoredCourse): readonly BankQuestion[] {
  const bank = readBank(content.bank);
  assert(bank.ok, 'a course was published with a bank that cannot be read');
  return bank.value;
}

function questionOf(bank: readonly BankQuestion[], key: string): BankQuestion {
  const question = bank.find((one) => one.key === key);
  assert(question !== undefined, 'a drawn question is in the bank that it was drawn from');
  return question;
}
