import { addDays, addMonths, type Day } from '../../kernel/day.ts';
import type { CourseContent, PracticeTask, Standing } from './model.ts';

/** How far a person is with a course. */
export interface Progress {
  readonly readKeys: ReadonlySet<string>;
  readonly doneTasks: ReadonlySet<PracticeTask>;
  readonly hasAttempt: boolean;
  /** The latest certificate; `validUntilOn` is its inclusive last day, null where it never ends. */
  readonly certificate: { readonly validUntilOn: Day | null } | null;
  /** The earliest day by which somebody asked for it. */
  readonly assignedUntilOn: Day | null;
}

/** Whether everything but the quiz is done: every lesson of this version read, every exercise done. */
export function isPrepared({ lessons, practice }: Pick<CourseContent, 'lessons' | 'practice'>, { readKeys, doneTasks }: Pick<Progress, 'readKeys' | 'doneTasks'>): boolean {
  return lessons.every(({ key }) => readKeys.has(key)) && practice.every((task) => doneTasks.has(task));
}

/** Where a person stands today. A certificate that is still valid meets an assignment; one that ran out is due again. */
export function standingOf({ readKeys, doneTasks, hasAttempt, certificate, assignedUntilOn }: Progress, today: Day): Standing {
  if (certificate !== null) {
    const { validUntilOn } = certificate;
    const ranOut = validUntilOn !== null && validUntilOn < today;
    return { state: ranOut ? 'refresh_due' : 'completed', dueOn: validUntilOn, isOverdue: ranOut };
  }
  const begun = readKeys.size > 0 || doneTasks.size > 0 || hasAttempt;
  return { state: begun ? 'under_way' : 'new', dueOn: assignedUntilOn, isOverdue: assignedUntilOn !== null && assignedUntilOn < today };
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
