import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { roleSchema } from '../vault/roles.ts';
import { userIdSchema } from '../vault/model.ts';

/** Names a course in addresses: `contract-basics`. */
export const courseIdSchema = z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/u);
export type CourseId = z.infer<typeof courseIdSchema>;
export const attemptIdSchema = idSchema<'trainingAttempt'>();
export type AttemptId = z.infer<typeof attemptIdSchema>;
export const certificateIdSchema = idSchema<'certificate'>();
export type CertificateId = z.infer<typeof certificateIdSchema>;
export const assignmentIdSchema = idSchema<'trainingAssignment'>();
export type AssignmentId = z.infer<typeof assignmentIdSchema>;

export const courseLanguages = ['zh', 'en'] as const;
export const courseLanguageSchema = z.enum(courseLanguages);
export type CourseLanguage = z.infer<typeof courseLanguageSchema>;

const inBoth = (maximum: number) =>
  z.object({ zh: z.string().trim().min(1).max(maximum), en: z.string().trim().min(1).max(maximum) }).readonly();
/** The same in both languages. */
export type InBoth = z.infer<ReturnType<typeof inBoth>>;

export const lessonKeySchema = z.string().regex(/^[a-z0-9-]{1,40}$/u);

export const lessonSchema = z
  .object({
    key: lessonKeySchema,
    title: inBoth(120),
    /** Markdown. */
    body: inBoth(20_000),
  })
  .readonly();

/** What is done in the sample vault, and what the application looks at there to say that it was done. */
export const practiceTasks = ['valid_party', 'clean_sales_contract', 'timely_notice', 'approved_contract', 'second_round'] as const;
export const practiceTaskSchema = z.enum(practiceTasks);
export type PracticeTask = z.infer<typeof practiceTaskSchema>;

/** All of a course as it is edited, kept in versions and shipped. */
export const courseContentSchema = z
  .object({
    title: inBoth(120),
    summary: inBoth(600),
    /** For whom the course is meant; empty: for everybody. */
    roles: z.array(roleSchema).max(20).readonly(),
    lessons: z.array(lessonSchema).min(1).max(40).readonly(),
    /** The question bank, in the notation of `readBank`. */
    bank: inBoth(60_000),
    /** How many questions a quiz draws. */
    drawCount: z.int().min(1).max(50),
    /** Share of right answers from which a quiz is passed. */
    passPercent: z.int().min(1).max(100),
    /** Hours until a failed quiz may be taken again. */
    retakeHours: z.int().min(0).max(720),
    /** Months until the course has to be taken again; null: never. */
    refreshMonths: z.int().min(1).max(120).nullable(),
    practice: z.array(practiceTaskSchema).max(practiceTasks.length).readonly(),
  })
  .readonly();
export type CourseContent = z.infer<typeof courseContentSchema>;

export const questionKinds = ['single', 'multiple', 'match', 'defect'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** A question as it is asked, in one language. */
export const questionFaceSchema = z
  .object({
    text: z.string(),
    /** Choices; the left side of pairs; or the pieces of a clause, in its order. */
    options: z.array(z.string()).readonly(),
    /** The right side of pairs; empty for other kinds. */
    rights: z.array(z.string()).readonly(),
  })
  .readonly();
export type QuestionFace = z.infer<typeof questionFaceSchema>;

/** What was answered, as places of `options`; for pairs, the place in `rights` for each option in turn. */
export const answerSchema = z.array(z.int().min(0).max(200)).max(200).readonly();
export type Answer = z.infer<typeof answerSchema>;

/** What a person learns once they have answered. */
export const answeredSchema = z
  .object({
    language: courseLanguageSchema,
    answer: answerSchema,
    isRight: z.boolean(),
    /** The right answer and why, in the language of the answer. */
    correct: answerSchema,
    explanation: z.string(),
  })
  .readonly();

export const askedQuestionSchema = z
  .object({ kind: z.enum(questionKinds), zh: questionFaceSchema, en: questionFaceSchema, answered: answeredSchema.nullable() })
  .readonly();

export const attemptSchema = z
  .object({
    id: attemptIdSchema,
    courseId: courseIdSchema,
    courseVersion: z.int().positive(),
    courseTitle: inBoth(120),
    passPercent: z.int(),
    startedAt: z.int(),
    finishedAt: z.int().nullable(),
    /** Null until it is finished. */
    isPassed: z.boolean().nullable(),
    rightCount: z.int(),
    questions: z.array(askedQuestionSchema).readonly(),
  })
  .readonly();
export type Attempt = z.infer<typeof attemptSchema>;

/** Where a person stands with a course. */
export const standings = ['new', 'under_way', 'completed', 'refresh_due'] as const;
export const standingSchema = z
  .object({
    state: z.enum(standings),
    /** By when it is to be done, or done again; null: no day was set. */
    dueOn: daySchema.nullable(),
    isOverdue: z.boolean(),
  })
  .readonly();
export type Standing = z.infer<typeof standingSchema>;

export const certificateSchema = z
  .object({
    id: certificateIdSchema,
    courseId: courseIdSchema,
    courseVersion: z.int().positive(),
    userId: userIdSchema,
    scorePercent: z.int(),
    issuedAt: z.int(),
    validUntilOn: daySchema.nullable(),
  })
  .readonly();
export type Certificate = z.infer<typeof certificateSchema>;

export const ratingSchema = z.int().min(1).max(5);
