import type { CheckReport } from '#shared/features/checker/ipc.ts';
import { mayRecall, submittableStages } from '#shared/features/approvals/rules.ts';
import type { RoundId, TaskId } from '#shared/features/approvals/model.ts';
import type { LibraryClauseId } from '#shared/features/clauses/model.ts';
import { aboutCorrection, type KeptDialogOf, type KeptObstacle } from '#shared/features/contracts/kept-dialogs.ts';
import { aboutEnding, endableTerm } from '#shared/features/contracts/ending.ts';
import { isEditable, movesFrom } from '#shared/features/contracts/lifecycle.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { stages, type Stage } from '#shared/features/contracts/stage.ts';
import type { PackId, SheetState } from '#shared/features/exchange/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import type { PaymentId } from '#shared/features/fulfilment/model.ts';
import type { ItemId } from '#shared/features/improvement/model.ts';
import { shippedLaws } from '#shared/features/laws/shipped-laws.ts';
import type { PartyId } from '#shared/features/parties/model.ts';
import type { ProblemId, SheetId } from '#shared/features/problems/model.ts';
import { movesFrom as obligationMovesFrom } from '#shared/features/fulfilment/rules.ts';
import { problemMoves } from '#shared/features/problems/rules.ts';
import type { FindingId, ReviewId } from '#shared/features/reviews/model.ts';
import { shippedChecklists } from '#shared/features/reviews/seed-checklists.ts';
import type { RiskId } from '#shared/features/risks/model.ts';
import type { EnvelopeId, SignerId } from '#shared/features/signing/envelope-model.ts';
import { isRunning, nextSigner, stateOn } from '#shared/features/signing/envelope-rules.ts';
import type { TemplateVersionId } from '#shared/features/templates/model.ts';
import type { CourseId } from '#shared/features/training/model.ts';
import type { Day } from '#shared/kernel/day.ts';
import type { Result } from '#shared/kernel/result.ts';
import { workingCalendar } from './calendar/working-calendar.ts';
import type { Readable } from './db/connection.ts';
import { presentParty } from './db/merged-parties.ts';
import { listAmendments } from './features/amendments/queries.ts';
import { approvalMembers } from './features/approvals/members.ts';
import { findRound, findTask, listFlows, listTasks } from './features/approvals/queries.ts';
import { findClause } from './features/clauses/queries.ts';
import { mayFillIn } from './features/contracts/kept-records.ts';
import { findContract, type ContractRow } from './features/contracts/queries.ts';
import { listNotices } from './features/contracts/record-queries.ts';
import { lifecycleFacts } from './features/contracts/records.ts';
import { planOf, termEventsOf } from './features/contracts/term-facts.ts';
import { findReceived, findTexts } from './features/exchange/pack-queries.ts';
import { listMetrics, listMilestones } from './features/fulfilment/part-queries.ts';
import { findPayment } from './features/fulfilment/payment-queries.ts';
import { findObligation } from './features/fulfilment/queries.ts';
import { findItem } from './features/improvement/queries.ts';
import { findParty } from './features/parties/queries.ts';
import { findProblem, findSheet } from './features/problems/queries.ts';
import { findFinding } from './features/reviews/finding-queries.ts';
import { findReview } from './features/reviews/queries.ts';
import { listOwnChecklists, listOwnLaws } from './features/reviews/register-queries.ts';
import { findRisk } from './features/risks/queries.ts';
import { listRules } from './features/risks/rule-queries.ts';
import { maySeeRule } from './features/risks/warning-service.ts';
import { findEnvelope, findEnvelopeOf, hasRunningEnvelope, listSignerRows } from './features/signing/envelope-queries.ts';
import { findVersionRecord } from './features/templates/record-queries.ts';
import { findCourse } from './features/training/course-queries.ts';
import type { Call } from './ipc/handlers.ts';
import { dayOn, type Clock } from './ports.ts';

interface ObstacleParts {
  readonly clock: Clock;
  /** What the checker finds in a contract's text. */
  readonly check: (call: Call, id: ContractId) => Result<CheckReport, string>;
}

/** What hinders a person from going on with a form that they left unfinished, as every feature has it now; null: nothing. */
export function obstaclesOn(parts: ObstacleParts) {
  return (call: Call, of: KeptDialogOf): KeptObstacle | null => {
    if (!mayFillIn(call, of.dialog)) return 'NO_PERMISSION';
    if (of.contractId === null) return withoutContract(call, of);
    const contract = findContract(call.db, of.contractId);
    return contract === undefined ? 'GONE' : onContract(call, contract, of, parts);
  };
}

function withoutContract(call: Call, { dialog, about }: KeptDialogOf): KeptObstacle | null {
  const { session, db } = call;
  if (about === '') return null;
  switch (dialog) {
    case 'risk':
      return findRisk(db, about as RiskId) === undefined ? 'GONE' : null;
    case 'template':
    case 'changeNote':
      return unless(findVersionRecord(db, about as TemplateVersionId), ({ summary }) => summary.status === 'draft');
    case 'templateStep':
      return unless(findVersionRecord(db, about.split(' ')[0] as TemplateVersionId), ({ summary }) => summary.status === 'in_review');
    case 'clause':
      return unless(findClause(db, about as LibraryClauseId), ({ retiredAt }) => retiredAt === null);
    case 'course':
      return unless(findCourse(db, about.split(' ')[0] as CourseId), () => true);
    case 'rating': {
      const [courseId = '', lessonKey] = about.split(' ');
      const lessons = findCourse(db, courseId)?.content.lessons;
      return lessons !== undefined && (lessonKey === undefined || lessons.some(({ key }) => key === lessonKey)) ? null : 'GONE';
    }
    case 'party':
      return unless(findParty(db, about as PartyId), ({ id }) => presentParty(db, id) === id);
    case 'improvement':
    case 'improvementResult':
    case 'improvementGoal':
      return unless(findItem(db, about as ItemId), ({ line: { state } }) => state !== 'closed' && state !== 'declined');
    case 'flow':
      return isAmong(listFlows(db), about);
    case 'checklist':
      return isAmong([...shippedChecklists, ...listOwnChecklists(db)], about);
    case 'law':
      return isAmong([...shippedLaws, ...listOwnLaws(db)], about);
    case 'packReply':
    case 'packAnswer':
    case 'packNote':
      return ofReceivedPack(call, about.split(' ')[0] ?? '');
    case 'packStep': {
      const [packId = '', obligationId = '', step = ''] = about.split(' ');
      const states = JSON.parse(findTexts(db, packId as PackId)?.states ?? '[]') as readonly SheetState[];
      return ofReceivedPack(call, packId) ?? unless(states.find(({ id }) => id === obligationId), ({ status }) => obligationMovesFrom(status).some((to) => to === step));
    }
    case 'warningRule': {
      const rule = listRules(db).find(({ id }) => id === about);
      if (rule === undefined) return 'GONE';
      return maySeeRule(session, rule.draft.trigger) ? null : 'NO_PERMISSION';
    }
    default:
      return null;
  }
}

/** A pack is worked on by whoever took it in. */
function ofReceivedPack({ session, db }: Call, id: string): KeptObstacle | null {
  return findReceived(db, id as PackId, session.user.id) === undefined ? 'GONE' : null;
}

function isAmong(things: readonly { readonly id: string }[], about: string): KeptObstacle | null {
  return things.some(({ id }) => id === about) ? null : 'GONE';
}

/** What hinders a form about something that is there while it `isOpen`. */
function unless<Found>(found: Found | undefined, isOpen: (found: Found) => boolean): KeptObstacle | null {
  if (found === undefined) return 'GONE';
  return isOpen(found) ? null : 'MOVED_ON';
}

function onContract(call: Call, contract: ContractRow, of: KeptDialogOf, { clock, check }: ObstacleParts): KeptObstacle | null {
  const { db } = call;
  const { dialog, about } = of;
  switch (dialog) {
    case 'revision':
      return contract.stage === 'draft' ? null : 'MOVED_ON';
    case 'amendment':
      if (contract.stage !== 'signed') return beyond(contract.stage);
      return contract.archived_at === null ? null : 'ARCHIVED';
    case 'comment':
      return isEditable(contract.stage) ? null : 'MOVED_ON';
    case 'voiding':
      return ofAmendment(db, contract.id, about);
    case 'notice':
    case 'withdrawal':
      return ofNotice(db, contract, about);
    case 'stage': {
      if (about === aboutCorrection) return ofCorrection(contract);
      const move = movesFrom(lifecycleFacts(db, contract, dayOn(clock))).find(({ to }) => to === about);
      return move === undefined ? 'MOVED_ON' : move.refusal;
    }
    case 'endingLetter':
      return ofEndingLetter(db, contract, about, dayOn(clock));
    case 'recall':
      return ofRecall(call, about as RoundId);
    case 'decision':
      return ofTask(call, about as TaskId);
    case 'problemStep':
      return ofProblemStep(db, about);
    case 'obligationStep': {
      const [id = '', step = ''] = about.split(' ');
      return unless(findObligation(db, id as ObligationId), ({ status }) => obligationMovesFrom(status).some((to) => to === step));
    }
    case 'refusal': {
      const envelope = findEnvelopeOf(db, about as SignerId);
      return unless(envelope, ({ id, state, expiresOn }) => isRunning(stateOn(state, expiresOn, dayOn(clock))) && nextSigner(listSignerRows(db, id))?.id === about);
    }
    case 'envelopeVoiding':
      return unless(findEnvelope(db, about as EnvelopeId), ({ state }) => isRunning(state));
    case 'submission':
      return submittableStages.includes(contract.stage) ? null : 'MOVED_ON';
    case 'signing':
      return isEditable(contract.stage) && contract.stage !== 'cancelled' && !hasRunningEnvelope(db, contract.id, dayOn(clock)) ? null : 'MOVED_ON';
    case 'mail':
      return unless(findEnvelope(db, about as EnvelopeId), ({ state }) => state === 'completed');
    case 'waiver': {
      const report = check(call, contract.id);
      return unless(report.ok ? report.value.findings.find(({ fingerprint }) => fingerprint === about) : undefined, ({ waiver }) => waiver === null);
    }
    case 'reviewSkip':
      return unless(findReview(db, about as ReviewId), ({ state }) => state === 'scheduled');
    case 'completion':
      return unless(findReview(db, about as ReviewId), ({ state }) => state === 'in_progress');
    case 'checkRun':
      return unless(findSheet(db, about as SheetId), () => true);
    case 'milestone':
      return about === '' ? null : isAmong(listMilestones(db, contract.id, false), about);
    case 'metric':
      return about === '' ? null : isAmong(listMetrics(db, contract.id, false), about);
    case 'finding':
      return unless(findFinding(db, false, about as FindingId), () => true);
    case 'communication':
    case 'template':
    case 'clause':
    case 'course':
    case 'improvement':
    case 'improvementReport':
    case 'improvementResult':
    case 'improvementGoal':
    case 'party':
    case 'proposals':
    case 'kpis':
    case 'checkSheet':
    case 'task':
    case 'tuning':
    case 'workingYear':
    case 'pack':
    case 'packReply':
    case 'packAnswer':
    case 'packStep':
    case 'packNote':
    case 'flow':
    case 'checklist':
    case 'law':
    case 'warningRule':
    case 'rating':
    case 'templateStep':
    case 'changeNote':
    case 'packMerge':
    case 'reminderPolicy':
    case 'reviewPolicy':
      return null;
    case 'letter':
    case 'problem':
    case 'obligation':
    case 'obligationNote':
    case 'deliverable':
    case 'siteSignature':
    case 'payment':
    case 'moneyLine':
    case 'risk':
      return about === '' || isThere(db, dialog, about) ? null : 'GONE';
  }
}

/** Why nothing is recorded any more on a contract that is not signed, or not signed yet. */
function beyond(stage: Stage): KeptObstacle {
  return stages.indexOf(stage) < stages.indexOf('signed') || stage === 'cancelled' ? 'NOT_SIGNED' : 'CLOSED';
}

function ofCorrection({ stage, archived_at: archivedAt }: ContractRow): KeptObstacle | null {
  if (stage !== 'terminated') return 'MOVED_ON';
  return archivedAt === null ? null : 'ARCHIVED';
}

function ofRecall({ session, db }: Call, id: RoundId): KeptObstacle | null {
  const round = findRound(db, id);
  if (round === undefined) return 'GONE';
  if (round.state !== 'pending') return 'DECIDED';
  return mayRecall(session.user.id, round.submittedById, approvalMembers({ session, db })) ? null : 'NO_PERMISSION';
}

function ofAmendment(db: Readable, contractId: ContractId, about: string): KeptObstacle | null {
  const amendment = listAmendments(db, contractId, { clauses: false, finance: false }).find(({ id }) => id === about);
  if (amendment === undefined) return 'GONE';
  return amendment.voidedAt === null ? null : 'VOIDED';
}

/** A notice is recorded while the contract runs, and corrected until it is closed; after an early end its notices still count. */
function ofNotice(db: Readable, { id: contractId, stage }: ContractRow, about: string): KeptObstacle | null {
  if (stage !== 'signed' && (about === '' || stage !== 'terminated')) return beyond(stage);
  if (about === '') return null;
  const notice = listNotices(db, contractId).find(({ id }) => id === about);
  if (notice === undefined) return 'GONE';
  return notice.withdrawnAt === null ? null : 'TAKEN_BACK';
}

/** A letter goes on while the term that it is about can still be ended by it. */
function ofEndingLetter(db: Readable, contract: ContractRow, about: string, today: Day): KeptObstacle | null {
  if (contract.stage !== 'terminated' && contract.stage !== 'signed') return beyond(contract.stage);
  const { plan } = planOf(contract, termEventsOf(db, [contract.id]), today, workingCalendar(db));
  return aboutEnding(endableTerm(contract.stage, plan)) === about ? null : 'MOVED_ON';
}

function ofTask({ session, db }: Call, id: TaskId): KeptObstacle | null {
  const task = findTask(db, id);
  if (task === undefined) return 'GONE';
  const state = listTasks(db, task.roundId).find((one) => one.id === id)?.state;
  return state === 'pending' && task.assigneeId === session.user.id && findRound(db, task.roundId)?.state === 'pending' ? null : 'DECIDED';
}

function ofProblemStep(db: Readable, about: string): KeptObstacle | null {
  const [id = '', step = ''] = about.split(' ');
  return unless(findProblem(db, id as ProblemId), ({ status }) => problemMoves(status).some((to) => to === step));
}

function isThere(db: Readable, dialog: 'letter' | 'problem' | 'obligation' | 'obligationNote' | 'deliverable' | 'siteSignature' | 'payment' | 'moneyLine' | 'risk', about: string): boolean {
  const [id = ''] = about.split(' ');
  switch (dialog) {
    case 'letter':
    case 'problem':
      return findProblem(db, id as ProblemId) !== undefined;
    case 'obligation':
    case 'obligationNote':
    case 'deliverable':
    case 'siteSignature':
      return findObligation(db, id as ObligationId) !== undefined;
    case 'payment':
    case 'moneyLine':
      return findPayment(db, id as PaymentId, false) !== undefined;
    case 'risk':
      return findRisk(db, id as RiskId) !== undefined;
  }
}
