import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import type { CourseContent, PracticeTask, Standing } from './model.ts';

/** How far a person is with a course. */
export interface Progress {
  readonly readKeys: ReadonlySet<string>;
  readonly doneTasks: ReadonlySet<PracticeTask>;
  readonly hasAttempt: boolean;
  /** The latest certificate; `validUntilOn` is its inclusive last day, null where it never ends. */
  readonly certificate: { readonly issuedAt: number; readonly validUntilOn: Day | null } | null;
  /** That somebody asks for it by a day, and since when. */
  readonly assignment: { readonly dueOn: Day; readonly assignedAt: number } | null;
}

/** Whether everything but the quiz is done: every lesson of this version read, every exercise done. */
export function isPrepared({ lessons, practice }: Pick<CourseContent, 'lessons' | 'practice'>, { readKeys, doneTasks }: Pick<Progress, 'readKeys' | 'doneTasks'>): boolean {
  return lessons.every(({ key }) => readKeys.has(key)) && practice.every((task) => doneTasks.has(task));
}

/** Whether what was asked of a person is done: a certificate meets what was asked before it, what is asked later wants another. */
export function isMet({ assignedAt }: NonNullable<Progress['assignment']>, certificate: Pick<NonNullable<Progress['certificate']>, 'issuedAt'> | null): boolean {
  return certificate !== null && certificate.issuedAt >= assignedAt;
}

/** Where a person stands today. What is asked of them and not met counts with its own day; a certificate that ran out is due again. */
export function standingOf({ readKeys, doneTasks, hasAttempt, certificate, assignment }: Progress, today: Day): Standing {
  const dueOn = assignment === null || isMet(assignment, certificate) ? null : assignment.dueOn;
  if (certificate !== null && dueOn === null) {
    const { validUntilOn } = certificate;
    const ranOut = validUntilOn !== null && validUntilOn < today;
    return { state: ranOut ? 'refresh_due' : 'completed', dueOn: validUntilOn, isOverdue: ranOut };
  }
  const begun = readKeys.size > 0 || doneTasks.size > 0 || hasAttempt;
  return { state: certificate !== null ? 'refresh_due' : begun ? 'under_way' : 'new', dueOn, isOverdue: dueOn !== null && dueOn < today };
}

/** The inclusive last day of a certificate of this day: the one before the same day so many months later (domain.md, rule 2). */
export function validUntil(issuedOn: Day, refreshMonths: number | null): Day | null {
  return refreshMonths === null ? null : addDays(addMonths(issuedOn, refreshMonths), -1);
}

/** Minutes that a lesson takes to read: 350 Chinese characters or 200 English words a minute, one at least. */
export function readingMinutes(text: string): number {
  const characters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.match(/[A-Za-z]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(characters / 350 + words / 200));
}
