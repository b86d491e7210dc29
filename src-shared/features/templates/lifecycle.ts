import type { Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { UserId } from '../vault/model.ts';
import type { TemplateStatus } from './model.ts';

/** What can be done to a version, from which states (domain.md, "Other machines"). */
const statesByStep = {
  save: ['draft'],
  discard: ['draft'],
  submit: ['draft'],
  sendBack: ['in_review'],
  publish: ['in_review'],
  retire: ['published'],
} as const satisfies Readonly<Record<string, readonly TemplateStatus[]>>;
export type TemplateStep = keyof typeof statesByStep;

/** Whether a step may be taken from a state at all, whoever takes it. */
export function isStepOpen(step: TemplateStep, status: TemplateStatus): boolean {
  const states: readonly TemplateStatus[] = statesByStep[step];
  return states.includes(status);
}

export interface PublishQuestion {
  readonly authorId: UserId | null;
  readonly submittedById: UserId | null;
  readonly by: UserId;
  /** Everybody in the vault who may publish, with whoever asks. */
  readonly publishers: readonly UserId[];
  readonly reason: string;
}

/** So much must be said for a publication that nobody else looked at. */
export const shortestReason = 10;

/**
 * Publishing needs a second person: neither the author nor who submitted. In a vault where nobody else may publish, one
 * person publishes alone with a reason that is kept. Errors: SECOND_PERSON_NEEDED, REASON_MISSING.
 */
export function mayPublish({ authorId, submittedById, by, publishers, reason }: PublishQuestion): Result<{ readonly isAlone: boolean }, 'SECOND_PERSON_NEEDED' | 'REASON_MISSING'> {
  if (by !== authorId && by !== submittedById) return succeed({ isAlone: false });
  if (publishers.some((id) => id !== authorId && id !== submittedById)) return fail('SECOND_PERSON_NEEDED');
  return reason.trim().length < shortestReason ? fail('REASON_MISSING') : succeed({ isAlone: true });
}

/** Whether a person keeps a template: of its group, or anybody who may write templates where no group names anybody. */
export function isMaintainer(maintainers: readonly UserId[], by: UserId): boolean {
  return maintainers.length === 0 || maintainers.includes(by);
}

/** Versions that are in use or in work: as long as a template has one, it is looked through again. */
export const reviewedStatuses = ['draft', 'in_review', 'published'] as const satisfies readonly TemplateStatus[];

interface Reviewed {
  readonly nextReviewOn: Day | null;
  readonly versions: readonly { readonly summary: { readonly status: TemplateStatus } }[];
}

/** Whether a template's review is due on a day; one that was taken out of use is looked through no more. */
export function isReviewDue({ nextReviewOn, versions }: Reviewed, today: Day): boolean {
  const reviewed: readonly TemplateStatus[] = reviewedStatuses;
  return nextReviewOn !== null && nextReviewOn <= today && versions.some(({ summary }) => reviewed.includes(summary.status));
}

/** Whether a template that was looked through may be looked through next on a day: a later one, or on none. */
export function mayReviewNext(nextReviewOn: Day | null, today: Day): boolean {
  return nextReviewOn === null || nextReviewOn > today;
}
