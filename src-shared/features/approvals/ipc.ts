import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { contractTypeSchema } from '../templates/model.ts';
import { userIdSchema } from '../vault/model.ts';
import { absenceSchema, approvalRoundSchema, decisions, flowDraftSchema, flowIdSchema, flowSchema, memberSchema, mostQuotes, quoteSchema, roundIdSchema, stepModes, taskIdSchema, taskStates } from './model.ts';

/** A step as it would be cast now. */
export const plannedTaskSchema = z
  .object({ step: z.int(), order: z.int(), mode: z.enum(stepModes), stepName: z.string(), assigneeName: z.string(), insteadOfName: z.string().nullable() })
  .readonly();
export type ShownPlan = z.infer<typeof plannedTaskSchema>;

const planErrors = ['NO_ONE_FOR_STEP', 'DELEGATION_CYCLE', 'NO_SECOND_REVIEWER'] as const;

/** A task as it lies in somebody's inbox. */
export const inboxTaskSchema = z
  .object({
    id: taskIdSchema,
    contractId: contractIdSchema,
    number: z.string(),
    title: z.string(),
    contractType: contractTypeSchema,
    stepName: z.string(),
    insteadOfName: z.string().nullable(),
    isEscalated: z.boolean(),
    submittedByName: z.string(),
    submittedAt: z.int(),
    state: z.enum(taskStates),
    dueAt: z.int().nullable(),
    decidedAt: z.int().nullable(),
  })
  .readonly();
export type InboxTask = z.infer<typeof inboxTaskSchema>;

/** Durations in milliseconds; counts of rounds that ended in the month. `firstPass`: approved without an earlier round of the same contract. */
export const figureSchema = z
  .object({
    contractType: contractTypeSchema,
    /** YYYY-MM, of the day on which the rounds ended. */
    month: z.string(),
    ended: z.int(),
    approved: z.int(),
    firstPass: z.int(),
    sentBack: z.int(),
    medianMs: z.int(),
    longestMs: z.int(),
  })
  .readonly();
export type ApprovalFigure = z.infer<typeof figureSchema>;

export const waitingSchema = z.object({ userName: z.string(), open: z.int(), overdue: z.int(), decided: z.int(), medianMs: z.int().nullable() }).readonly();

export const stepFigureSchema = z
  .object({
    contractType: contractTypeSchema,
    stepName: z.string(),
    /** Rounds that got past the step. */
    passed: z.int(),
    /** From the step's opening to its last decision; null while none got past it. */
    medianMs: z.int().nullable(),
    longestMs: z.int().nullable(),
    /** Rounds that stand at the step now, and how long the oldest of them has. */
    open: z.int(),
    oldestMs: z.int().nullable(),
    /** Of all the time that rounds of this type spent in steps, 0 to 1. */
    share: z.number(),
  })
  .readonly();
export type StepFigure = z.infer<typeof stepFigureSchema>;

const comment = plainText(2000);

export const approvalsOperations = {
  flows: query({ input: nothing, output: z.array(flowSchema).readonly(), errors: [], access: 'contracts.read' }),
  members: query({ input: nothing, output: z.array(memberSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Saves a flow as its next version; rounds that run keep theirs. */
  saveFlow: command({
    input: z.object({ id: flowIdSchema.nullable(), version: z.int().nonnegative(), draft: flowDraftSchema }).readonly(),
    output: flowSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'FLOW_TYPE_TAKEN'],
    access: 'approvals.configure',
    changes: ['approvals', 'contracts'],
  }),
  /** Adds the shipped flows for the types that have none, under these names (`shippedFlowKeys`, `shippedStepKeys`). */
  addShipped: command({
    input: z.object({ names: z.record(z.string().max(40), z.string().trim().min(1).max(60)).readonly() }).readonly(),
    /** `off`: those that were added switched off, because nobody holds one of their roles. */
    output: z.object({ added: z.int(), off: z.int() }).readonly(),
    errors: [],
    access: 'approvals.configure',
    changes: ['approvals', 'contracts'],
  }),
  removeFlow: command({ input: z.object({ id: flowIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'approvals.configure', changes: ['approvals', 'contracts'] }),
  /** Which way a contract with these facts would go, by a flow that need not be saved. */
  tryFlow: query({
    input: z.object({ draft: flowDraftSchema, drafterId: userIdSchema, contractType: contractTypeSchema, amountMinor: z.int().nonnegative().nullable(), isForeignPaper: z.boolean(), openFindings: z.int().nonnegative().nullable(), nonStandardClauses: z.int().nonnegative().nullable(), riskLevel: z.enum(['low', 'medium', 'high']).nullable(), counterpartyGrade: z.enum(['A', 'B', 'C', 'D', 'blacklisted']).nullable() }).readonly(),
    output: z.array(plannedTaskSchema).readonly(),
    errors: planErrors,
    access: 'approvals.configure',
  }),
  /** The way that a contract would go now; null where no flow is on for its type. */
  route: query({
    input: z.object({ contractId: contractIdSchema }).readonly(),
    output: z.object({ flowName: z.string(), tasks: z.array(plannedTaskSchema).readonly() }).readonly().nullable(),
    errors: ['NOT_FOUND', ...planErrors],
    access: 'contracts.read',
  }),
  ofContract: query({ input: z.object({ contractId: contractIdSchema }).readonly(), output: z.array(approvalRoundSchema).readonly(), errors: ['NOT_FOUND'], access: 'contracts.read' }),
  submit: command({
    input: z.object({ contractId: contractIdSchema, revision: z.int().positive(), note: comment }).readonly(),
    output: approvalRoundSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NO_FLOW', 'NO_TEXT', 'NO_SUCH_MOVE', 'ARCHIVED', ...planErrors],
    access: 'contracts.write',
    changes: ['approvals', 'contracts'],
  }),
  /** Decides a task. The hash is the one that the person looked at: a text that changed meanwhile is not decided on. */
  decide: command({
    input: z.object({ taskId: taskIdSchema, contentHash: z.string().max(128), decision: z.enum(decisions), comment, quotes: z.array(quoteSchema).max(mostQuotes).readonly().optional() }).readonly(),
    output: approvalRoundSchema,
    errors: ['NOT_FOUND', 'NOT_YOURS', 'TASK_NOT_OPEN', 'CONTENT_CHANGED', 'MOVED_ON', 'REASON_MISSING', 'ONLY_REVIEWER', 'QUOTE_NOT_FOUND', 'WITHHELD'],
    access: 'approvals.decide',
    changes: ['approvals', 'contracts'],
  }),
  recall: command({
    input: z.object({ roundId: roundIdSchema, reason: comment }).readonly(),
    output: approvalRoundSchema,
    errors: ['NOT_FOUND', 'NOT_YOURS', 'ROUND_CLOSED', 'REASON_MISSING'],
    access: 'contracts.write',
    changes: ['approvals', 'contracts'],
  }),
  /** One's own tasks: those that wait, the earliest due first; or the latest two hundred that were decided. */
  inbox: query({
    input: z.object({ show: z.enum(['open', 'decided']) }).readonly(),
    output: z.object({ tasks: z.array(inboxTaskSchema).readonly(), total: z.int() }).readonly(),
    errors: [],
    access: 'approvals.decide',
  }),
  absences: query({ input: nothing, output: z.array(absenceSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** One's own absence; dates null: back again, and with it what others have not decided yet. On its first day tasks that wait move to the delegate. */
  setAbsence: command({
    input: z.object({ absence: absenceSchema.unwrap().omit({ userId: true }).readonly().nullable() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'END_BEFORE_START', 'DELEGATE_MAY_NOT_DECIDE', 'DELEGATION_CYCLE'],
    access: 'approvals.decide',
    changes: ['approvals'],
  }),
  figures: query({
    input: nothing,
    output: z.object({ months: z.array(figureSchema).readonly(), steps: z.array(stepFigureSchema).readonly(), waiting: z.array(waitingSchema).readonly() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
};
