import type { Day } from '../../kernel/day.ts';
import { usccProblem } from '../parties/rules.ts';
import type { FailureParams } from '../../kernel/result.ts';
import type { PracticeTask } from './model.ts';

/** A contract as an exercise looks at it. Times are epoch ms. */
export interface PractisedContract {
  readonly id: string;
  readonly contractType: string;
  readonly createdAt: number;
  readonly hasText: boolean;
  /** Findings of the clause checker that hold back signing; null where there is no text to check. */
  readonly blockingFindings: number | null;
  /** When each version of the text was made, the first among them. */
  readonly versionsAt: readonly number[];
  /** When it came to each stage. */
  readonly stages: readonly { readonly to: string; readonly at: number }[];
  /** `arrivesOn`: when it was received or, as long as that is not known, is reckoned to be. */
  readonly notices: readonly { readonly kind: string; readonly sentOn: Day; readonly arrivesOn: Day }[];
  /** The last day on which a notice of non-renewal may arrive; null without renewal. */
  readonly noticeDeadlineOn: Day | null;
}

/** What the application knows of the sandbox since the exercise was begun. */
export interface PracticeFacts {
  readonly beganAt: number;
  readonly today: Day;
  /** The contract that was laid out for the exercise; null for exercises that need none. */
  readonly exerciseId: string | null;
  readonly parties: readonly { readonly createdAt: number; readonly uscc: string }[];
  readonly contracts: readonly PractisedContract[];
}

/** What is still missing, as a code with its facts. */
export const practiceHints = [
  'NO_NEW_PARTY',
  'PARTY_WITHOUT_CODE',
  'NO_SALES_CONTRACT',
  'SALES_CONTRACT_BLOCKED',
  'EXERCISE_GONE',
  'NO_NOTICE',
  'NOTICE_OF_OTHER_KIND',
  'NOTICE_TOO_LATE',
  'NOTICE_IN_FUTURE',
  'NOTHING_SUBMITTED',
  'NOT_YET_APPROVED',
  'NO_SECOND_VERSION',
] as const;
export type PracticeHint = (typeof practiceHints)[number];

export type PracticeOutcome = { readonly isDone: true } | { readonly isDone: false; readonly hint: PracticeHint; readonly params: FailureParams };

/** Whether an exercise is done, by what really stands in the sandbox; else what to do next. */
export function checkPractice(task: PracticeTask, facts: PracticeFacts): PracticeOutcome {
  return checks[task](facts);
}

const checks: Readonly<Record<PracticeTask, (facts: PracticeFacts) => PracticeOutcome>> = {
  valid_party: ({ parties, beganAt }) => {
    const made = parties.filter(({ createdAt }) => createdAt >= beganAt);
    if (made.length === 0) return missing('NO_NEW_PARTY');
    return made.some(({ uscc }) => uscc !== '' && usccProblem(uscc) === null) ? done : missing('PARTY_WITHOUT_CODE');
  },
  clean_sales_contract: ({ contracts, beganAt }) => {
    const drafted = contracts.filter(({ contractType, createdAt, hasText }) => contractType === 'sales' && createdAt >= beganAt && hasText);
    if (drafted.length === 0) return missing('NO_SALES_CONTRACT');
    if (drafted.some(({ blockingFindings }) => blockingFindings === 0)) return done;
    return missing('SALES_CONTRACT_BLOCKED', { count: Math.min(...drafted.map(({ blockingFindings }) => blockingFindings ?? 1)) });
  },
  timely_notice: ({ contracts, exerciseId, today }) => {
    const exercise = contracts.find(({ id }) => id === exerciseId);
    const deadline = exercise?.noticeDeadlineOn ?? null;
    if (exercise === undefined || deadline === null) return missing('EXERCISE_GONE');
    if (exercise.notices.length === 0) return missing('NO_NOTICE', { deadline });
    const fitting = exercise.notices.filter(({ kind }) => kind === 'non_renewal');
    if (fitting.length === 0) return missing('NOTICE_OF_OTHER_KIND', { deadline });
    const past = fitting.filter(({ sentOn }) => sentOn <= today);
    if (past.length === 0) return missing('NOTICE_IN_FUTURE', { deadline });
    // A notice counts by its arrival (domain.md, rule 6).
    return past.some(({ arrivesOn }) => arrivesOn <= deadline) ? done : missing('NOTICE_TOO_LATE', { deadline });
  },
  approved_contract: ({ contracts, beganAt }) => {
    const moves = contracts.flatMap(({ stages }) => stages.filter(({ at }) => at >= beganAt));
    if (moves.some(({ to }) => to === 'approved')) return done;
    return missing(moves.length === 0 ? 'NOTHING_SUBMITTED' : 'NOT_YET_APPROVED');
  },
  second_round: ({ contracts, beganAt }) =>
    contracts.some(({ versionsAt }) => versionsAt.toSorted((one, other) => one - other).slice(1).some((at) => at >= beganAt)) ? done : missing('NO_SECOND_VERSION'),
};

const done: PracticeOutcome = { isDone: true };

function missing(hint: PracticeHint, params: FailureParams = {}): PracticeOutcome {
  return { isDone: false, hint, params };
}
