import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { userIdSchema } from '../vault/model.ts';
import { roleSchema } from '../vault/roles.ts';
import {
  answerSchema,
  assignmentIdSchema,
  attemptIdSchema,
  attemptSchema,
  certificateIdSchema,
  certificateSchema,
  courseContentSchema,
  courseIdSchema,
  courseLanguageSchema,
  lessonKeySchema,
  lessonSchema,
  practiceTaskSchema,
  ratingSchema,
  standingSchema,
} from './model.ts';
import { practiceHints } from './practice.ts';

const inBoth = z.object({ zh: z.string(), en: z.string() }).readonly();

/** A course as the list shows it, with the asking person's own progress. */
export const courseCardSchema = z
  .object({
    id: courseIdSchema,
    title: inBoth,
    summary: inBoth,
    roles: z.array(roleSchema).readonly(),
    /** The asking person holds one of the course's roles, or the course is for everybody. */
    isForMe: z.boolean(),
    lessonCount: z.int(),
    readCount: z.int(),
    minutes: z.object({ zh: z.int(), en: z.int() }).readonly(),
    taskCount: z.int(),
    doneCount: z.int(),
    bestPercent: z.int().nullable(),
    standing: standingSchema,
    certificate: certificateSchema.nullable(),
  })
  .readonly();
export type CourseCard = z.infer<typeof courseCardSchema>;

export const practiceStateSchema = z
  .object({
    task: practiceTaskSchema,
    /** When it was begun in the vault that is open, or from it; null: not yet. */
    beganAt: z.int().nullable(),
    doneAt: z.int().nullable(),
    /** The contract that was laid out for the exercise, in the sandbox only. */
    exerciseId: idSchema<'contract'>().nullable(),
  })
  .readonly();
export type PracticeState = z.infer<typeof practiceStateSchema>;

export const attemptSummarySchema = z
  .object({ id: attemptIdSchema, startedAt: z.int(), finishedAt: z.int().nullable(), percent: z.int().nullable(), isPassed: z.boolean().nullable() })
  .readonly();

export const shownCourseSchema = courseCardSchema
  .unwrap()
  .extend({
    version: z.int().positive(),
    lessons: z.array(lessonSchema).readonly(),
    readKeys: z.array(lessonKeySchema).readonly(),
    drawCount: z.int(),
    passPercent: z.int(),
    retakeHours: z.int(),
    refreshMonths: z.int().nullable(),
    /** Hours until the quiz may be taken again; 0: now. */
    waitHours: z.int(),
    attempts: z.array(attemptSummarySchema).readonly(),
    practice: z.array(practiceStateSchema).readonly(),
    /** The open vault is the sample vault, where exercises are done. */
    isSandbox: z.boolean(),
    myRatings: z.array(z.object({ lessonKey: lessonKeySchema.nullable(), rating: ratingSchema, comment: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type ShownCourse = z.infer<typeof shownCourseSchema>;

export const matrixCellSchema = z
  .object({
    userId: userIdSchema,
    courseId: courseIdSchema,
    isMeant: z.boolean(),
    standing: standingSchema,
    /** Share of what has to be done that is done, 0 to 100. */
    progressPercent: z.int(),
    bestPercent: z.int().nullable(),
    completedAt: z.int().nullable(),
    assignmentId: assignmentIdSchema.nullable(),
  })
  .readonly();
export type MatrixCell = z.infer<typeof matrixCellSchema>;

const ratingSummarySchema = z
  .object({ lessonKey: lessonKeySchema.nullable(), count: z.int(), average: z.number().nullable(), spread: z.tuple([z.int(), z.int(), z.int(), z.int(), z.int()]).readonly() })
  .readonly();
const commentSchema = z
  .object({ lessonKey: lessonKeySchema.nullable(), rating: ratingSchema, comment: z.string(), userName: z.string(), givenAt: z.int(), courseVersion: z.int() })
  .readonly();

const ofCourse = z.object({ courseId: courseIdSchema }).readonly();
const bankErrors = ['BANK_LINE', 'BANK_HEADING', 'BANK_KEY_TWICE', 'BANK_INCOMPLETE', 'BANK_NOT_PARALLEL', 'BANK_EMPTY'] as const;

export const trainingOperations = {
  courses: query({ input: nothing, output: z.array(courseCardSchema).readonly(), errors: [], access: 'vault.use' }),
  /** How many courses the asking person has to complete by a day, and how many of them are late. */
  due: query({ input: nothing, output: z.object({ count: z.int(), lateCount: z.int() }).readonly(), errors: [], access: 'vault.use' }),
  course: query({ input: ofCourse, output: shownCourseSchema, errors: ['NOT_FOUND'], access: 'vault.use' }),
  markRead: command({
    input: z.object({ courseId: courseIdSchema, lessonKey: lessonKeySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    access: 'vault.use',
    changes: ['training', 'reminders'],
  }),
  /** Draws a quiz from the current version of the course; one that is under way is taken up again instead. */
  startQuiz: command({ input: ofCourse, output: attemptSchema, errors: ['NOT_FOUND', 'QUIZ_TOO_SOON'], access: 'vault.use', changes: ['training'] }),
  attempt: query({ input: z.object({ attemptId: attemptIdSchema }).readonly(), output: attemptSchema, errors: ['NOT_FOUND'], access: 'vault.use' }),
  /** Answers one question of one's own attempt, for good; the last answer ends the attempt. */
  answer: command({
    input: z.object({ attemptId: attemptIdSchema, position: z.int().nonnegative().max(100), language: courseLanguageSchema, answer: answerSchema }).readonly(),
    output: attemptSchema,
    errors: ['NOT_FOUND', 'ALREADY_ANSWERED', 'ANSWER_UNFIT'],
    access: 'vault.use',
    changes: ['training', 'reminders'],
  }),
  /** Begins an exercise: in the sandbox itself, or from one's own vault, which then takes over the result. */
  beginPractice: command({
    input: z.object({ courseId: courseIdSchema, task: practiceTaskSchema, language: courseLanguageSchema }).readonly(),
    output: practiceStateSchema,
    errors: ['NOT_FOUND', 'EXERCISE_NOT_LAID_OUT'],
    access: 'vault.use',
    changes: ['training', 'contracts'],
  }),
  /** Looks in the sandbox whether an exercise is done. `hint` null: it is. */
  checkPractice: command({
    input: z.object({ courseId: courseIdSchema, task: practiceTaskSchema }).readonly(),
    output: z.object({ hint: z.enum(practiceHints).nullable(), params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])) }).readonly(),
    errors: ['NOT_FOUND', 'NOT_IN_SANDBOX', 'PRACTICE_NOT_BEGUN'],
    access: 'vault.use',
    changes: ['training', 'reminders'],
  }),
  /** Prints a certificate of one's own (or anybody's, for those who manage training) to a PDF that the person picks. */
  saveCertificate: command({
    input: z.object({ certificateId: certificateIdSchema, language: courseLanguageSchema }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'TARGET_MISSING'],
    access: 'vault.use',
  }),
  giveFeedback: command({
    input: z.object({ courseId: courseIdSchema, lessonKey: lessonKeySchema.nullable(), rating: ratingSchema, comment: z.string().trim().max(1000) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    access: 'vault.use',
    changes: ['training'],
  }),
  feedback: query({
    input: ofCourse,
    output: z.object({ ratings: z.array(ratingSummarySchema).readonly(), comments: z.array(commentSchema).readonly() }).readonly(),
    errors: ['NOT_FOUND'],
    access: 'training.manage',
  }),
  matrix: query({
    input: nothing,
    output: z
      .object({
        people: z.array(z.object({ id: userIdSchema, name: z.string(), roles: z.array(roleSchema).readonly() }).readonly()).readonly(),
        courses: z.array(z.object({ id: courseIdSchema, title: inBoth }).readonly()).readonly(),
        cells: z.array(matrixCellSchema).readonly(),
      })
      .readonly(),
    errors: [],
    access: 'training.manage',
  }),
  /** Writes the matrix to a PDF or a table that the person picks. */
  exportMatrix: command({
    input: z.object({ format: z.enum(['pdf', 'xlsx', 'csv']), language: courseLanguageSchema }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['TARGET_MISSING'],
    access: 'training.manage',
  }),
  /** Asks people to complete a course by a day; an assignment that stands gets the new day. */
  assign: command({
    input: z.object({ courseId: courseIdSchema, userIds: z.array(userIdSchema).min(1).max(500).readonly(), dueOn: daySchema }).readonly(),
    output: z.object({ assigned: z.int() }).readonly(),
    errors: ['NOT_FOUND', 'DUE_IN_PAST'],
    access: 'training.manage',
    changes: ['training', 'reminders'],
  }),
  withdraw: command({ input: z.object({ assignmentId: assignmentIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'training.manage', changes: ['training', 'reminders'] }),
  /** Takes a withdrawal back; not where the person was asked anew meanwhile. */
  reinstate: command({ input: z.object({ assignmentId: assignmentIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'training.manage', changes: ['training', 'reminders'] }),
  /** A course for its editor: the current version, or an earlier one. */
  source: query({
    input: z.object({ courseId: courseIdSchema, version: z.int().positive().nullable() }).readonly(),
    output: z.object({ version: z.int(), content: courseContentSchema }).readonly(),
    errors: ['NOT_FOUND'],
    access: 'training.edit',
  }),
  versions: query({
    input: ofCourse,
    output: z
      .array(z.object({ version: z.int(), isShipped: z.boolean(), publishedAt: z.int(), publishedByName: z.string().nullable() }).readonly())
      .readonly(),
    errors: ['NOT_FOUND'],
    access: 'training.edit',
  }),
  /**
   * Publishes a course's next version, or the first of a new course (`courseId` null, `version` 0). `version` is the one
   * that was edited; quizzes under way keep theirs. Whoever has done all that it asks now gets the certificate.
   */
  saveCourse: command({
    input: z.object({ courseId: courseIdSchema.nullable(), version: z.int().nonnegative(), content: courseContentSchema }).readonly(),
    output: z.object({ courseId: courseIdSchema, version: z.int() }).readonly(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'LESSON_KEY_TWICE', 'DRAW_OVER_BANK', ...bankErrors],
    access: 'training.edit',
    changes: ['training', 'reminders'],
  }),
};
