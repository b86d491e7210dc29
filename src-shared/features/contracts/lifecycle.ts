import type { Day } from '../../kernel/day.ts';
import { fail, succeed, type Result } from '../../kernel/result.ts';
import type { ContractRecord } from './record.ts';
import { recordProblems } from './record-rules.ts';
import { stages, type Stage } from './stage.ts';

/** What the guards ask of a contract (domain.md, "Contract stage"). */
export interface LifecycleFacts {
  readonly stage: Stage;
  /** Whether the vault holds a text of the contract; one that was made elsewhere may have none. */
  readonly hasText: boolean;
  readonly record: ContractRecord;
  /** The last day on which the contract can still be ended early; null when there is none, or nobody can tell. */
  readonly lastDay: Day | null;
  readonly isSuperseded: boolean;
  /** Obligations and payments that are neither done nor given up. */
  readonly openObligations: number;
  readonly openPayments: number;
  readonly isArchived: boolean;
}

/** What a person says about a move. Termination needs all four (domain.md). */
export interface MoveDetails {
  readonly reason: string;
  readonly basis: string;
  readonly notice: string;
  readonly effectiveOn: Day | null;
  readonly signedOn: Day | null;
}

export const moveRefusals = [
  'NO_SUCH_MOVE',
  'ARCHIVED',
  'NO_TEXT',
  'SIGNING_DATE_MISSING',
  'OBLIGATIONS_OPEN',
  'PAYMENTS_OPEN',
  'SUCCESSOR_MISSING',
  'REASON_MISSING',
  'TERMINATION_INCOMPLETE',
  'SIGNED_IN_FUTURE',
  'SIGNED_AFTER_END',
  'ENDS_BEFORE_START',
  'ENDS_AFTER_TERM',
] as const;
export type MoveRefusal = (typeof moveRefusals)[number];

/** Why a stage does not lead to another, in the words of what has to come first. */
export const distances = ['NO_SUCH_MOVE', 'IS_CLOSED', 'IS_CANCELLED', 'IS_SIGNED', 'NOT_SIGNED', 'NOT_REVIEWED', 'NOT_SUBMITTED', 'NOT_APPROVED', 'NOT_SENT'] as const;
export type Distance = (typeof distances)[number];

const movesByStage: Readonly<Record<Stage, readonly Stage[]>> = {
  draft: ['in_review', 'in_negotiation', 'signed', 'cancelled'],
  in_review: ['in_negotiation', 'pending_approval', 'draft', 'cancelled'],
  in_negotiation: ['in_review', 'pending_approval', 'draft', 'cancelled'],
  pending_approval: ['approved', 'in_review', 'cancelled'],
  approved: ['pending_signature', 'in_review', 'cancelled'],
  pending_signature: ['signed', 'in_review', 'cancelled'],
  signed: ['completed', 'terminated', 'superseded'],
  completed: [],
  terminated: [],
  superseded: [],
  cancelled: ['draft'],
};

export interface Move {
  readonly to: Stage;
  /** Why it can't be done now; null when it can. */
  readonly refusal: MoveRefusal | Distance | null;
}

/**
 * Where a contract can go, each with what stands against it now, input of the person apart; after that the other stages,
 * each with why the present one does not lead there.
 */
export function movesFrom(facts: LifecycleFacts): readonly Move[] {
  const known = movesByStage[facts.stage];
  const others = stages.filter((stage) => stage !== facts.stage && !known.includes(stage));
  return [...known.map((to) => ({ to, refusal: obstacle(facts, to) })), ...others.map((to) => ({ to, refusal: distance(facts.stage, to) }))];
}

/** Whether a person may take a contract to a stage: the guards of the step, and the days that were entered for it. */
export function checkMove(facts: LifecycleFacts, to: Stage, details: MoveDetails, today: Day): Result<null, MoveRefusal> {
  const step = checkStep(facts, to, details);
  return step.ok ? checkDays(facts, to, details, today) : step;
}

/**
 * Whether what was recorded of a termination may be corrected to this: why must be said, and the termination as corrected must
 * be one that could have been recorded.
 */
export function checkCorrection(facts: LifecycleFacts, details: MoveDetails, correction: string, today: Day): Result<null, MoveRefusal> {
  if (facts.stage !== 'terminated') return fail('NO_SUCH_MOVE');
  if (correction.trim() === '') return fail('REASON_MISSING');
  return checkMove({ ...facts, stage: 'signed' }, 'terminated', details, today);
}

/**
 * Whether a contract may go to a stage, with what is said about it. Guards: a text before review; a signing date for
 * signed; every obligation and payment closed for completed; a successor for superseded; a reason for cancelled and for
 * going back; reason, basis, notice and day for terminated.
 */
export function checkStep(facts: LifecycleFacts, to: Stage, details: MoveDetails): Result<null, MoveRefusal> {
  if (!movesByStage[facts.stage].includes(to)) return fail('NO_SUCH_MOVE');
  const standing = obstacle(facts, to);
  if (standing !== null) return fail(standing);
  if (to === 'superseded' && !facts.isSuperseded) return fail('SUCCESSOR_MISSING');
  if (to === 'signed' && (details.signedOn ?? facts.record.signedOn) === null) return fail('SIGNING_DATE_MISSING');
  if (needsReason(facts.stage, to) && details.reason.trim() === '') return fail('REASON_MISSING');
  const { basis, notice, effectiveOn } = details;
  if (to === 'terminated' && (basis.trim() === '' || notice.trim() === '' || effectiveOn === null)) {
    return fail('TERMINATION_INCOMPLETE');
  }
  return succeed(null);
}

/**
 * Whether the days of a move can be: nothing is signed in the future, nor, by the record's own rules, after its end; and
 * a termination is early, so that it falls neither before the signature nor after the last term.
 */
export function checkDays({ record, lastDay }: Pick<LifecycleFacts, 'record' | 'lastDay'>, to: Stage, details: MoveDetails, today: Day): Result<null, DayRefusal> {
  const signedOn = details.signedOn ?? record.signedOn;
  if (to === 'signed' && signedOn !== null) {
    if (signedOn > today) return fail('SIGNED_IN_FUTURE');
    const endsBefore = recordProblems({ ...record, signedOn }, null).some(({ code }) => code === 'END_BEFORE_START');
    if (endsBefore) return fail('SIGNED_AFTER_END', { day: record.expiresOn ?? '' });
  }
  const { effectiveOn } = details;
  if (to === 'terminated' && effectiveOn !== null) {
    const first = record.signedOn ?? record.effectiveOn;
    if (first !== null && effectiveOn < first) return fail('ENDS_BEFORE_START', { day: first });
    if (lastDay !== null && effectiveOn > lastDay) return fail('ENDS_AFTER_TERM', { day: lastDay });
  }
  return succeed(null);
}
export type DayRefusal = Extract<MoveRefusal, 'SIGNED_IN_FUTURE' | 'SIGNED_AFTER_END' | 'ENDS_BEFORE_START' | 'ENDS_AFTER_TERM'>;

/** Whether a move must be explained: giving up, ending early, and every step back. */
export function needsReason(from: Stage, to: Stage): boolean {
  return to === 'cancelled' || to === 'terminated' || stages.indexOf(to) < stages.indexOf(from);
}

/** Whether text, parties and amounts may still be changed; later only an amendment changes them. */
export function isEditable(stage: Stage): boolean {
  return stages.indexOf(stage) < stages.indexOf('signed');
}

/** The reason that stands in the history where a change of the content took a contract back; shown as a sentence. */
export const contentChangedReason = 'CONTENT_CHANGED';

/** The same where somebody who had to decide left the vault. */
export const approverLeftReason = 'APPROVER_LEFT';

/** The same where somebody who had to decide may do so no more. */
export const approverMayNotDecideReason = 'APPROVER_MAY_NOT_DECIDE';

/** No step of the flow applied to the contract, so that nobody had to decide. */
export const noStepReason = 'NO_STEP_APPLIED';

/** An approver commented on words of the text and said nothing beyond that. */
export const commentedReason = 'COMMENTED';

/** Why a signing that was under way ended with a step of its contract. */
export const signingEnds = ['cancelled', 'sent_back', 'content_changed', 'signed_otherwise'] as const;
export type SigningEnd = (typeof signingEnds)[number];

/** Why a signing ends where somebody takes its contract from waiting for signature to a stage. */
export function signingEndBy(to: Stage): SigningEnd {
  if (to === 'cancelled') return 'cancelled';
  return to === 'signed' ? 'signed_otherwise' : 'sent_back';
}

/** Whether others are deciding, or have decided, on exactly this content. */
export function isDecidedOn(stage: Stage): boolean {
  return stage === 'pending_approval' || stage === 'approved' || stage === 'pending_signature';
}

/** Why a stage does not lead to another. */
function distance(from: Stage, to: Stage): Distance {
  if (movesByStage[from].length === 0) return 'IS_CLOSED';
  if (from === 'cancelled') return 'IS_CANCELLED';
  if (from === 'signed') return 'IS_SIGNED';
  switch (to) {
    case 'completed':
    case 'terminated':
    case 'superseded':
      return 'NOT_SIGNED';
    case 'pending_approval':
      return from === 'draft' ? 'NOT_REVIEWED' : 'NO_SUCH_MOVE';
    case 'approved':
      return from === 'pending_signature' ? 'NO_SUCH_MOVE' : 'NOT_SUBMITTED';
    case 'pending_signature':
      return 'NOT_APPROVED';
    case 'signed':
      return 'NOT_SENT';
    default:
      return 'NO_SUCH_MOVE';
  }
}

function obstacle(facts: LifecycleFacts, to: Stage): MoveRefusal | null {
  if (facts.isArchived) return 'ARCHIVED';
  if (!facts.hasText && (to === 'in_review' || to === 'pending_approval')) return 'NO_TEXT';
  if (to === 'completed' && facts.openObligations > 0) return 'OBLIGATIONS_OPEN';
  if (to === 'completed' && facts.openPayments > 0) return 'PAYMENTS_OPEN';
  return null;
}
