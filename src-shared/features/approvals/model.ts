import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { contractTypeSchema } from '../templates/model.ts';
import { userIdSchema } from '../vault/model.ts';
import { roleSchema } from '../vault/roles.ts';

export const flowIdSchema = idSchema<'approvalFlow'>();
export type FlowId = z.infer<typeof flowIdSchema>;
export const roundIdSchema = idSchema<'approvalRound'>();
export type RoundId = z.infer<typeof roundIdSchema>;
export const taskIdSchema = idSchema<'approvalTask'>();
export type TaskId = z.infer<typeof taskIdSchema>;

/** Who decides: a person, or everybody who holds a role. */
export const assigneeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('user'), userId: userIdSchema }).readonly(),
  z.object({ kind: z.literal('role'), role: roleSchema }).readonly(),
]);
export type Assignee = z.infer<typeof assigneeSchema>;

/** When a step is taken at all. Every condition that is given must hold; none given: always. */
export const stepConditionSchema = z
  .object({
    /** Minor units of the contract's own currency; the step is taken from this sum on, and when the sum isn't known. */
    amountFromMinor: z.int().nonnegative().nullable(),
    /** The text came from the other side, or no template stands behind it. */
    onlyForeignPaper: z.boolean(),
    /** Findings of severity high or above stand open in the text. */
    onlyWithFindings: z.boolean(),
    /** The text leaves the library's preferred wording somewhere, or lacks a required clause. Flows kept before have no such condition. */
    onlyWithNonStandardClauses: z.boolean().default(false),
    /** From this level of the contract's risk on. */
    riskFrom: z.enum(['medium', 'high']).nullable().default(null),
    /** Where the worst graded counterparty has this grade or a worse one. */
    gradeFrom: z.enum(['B', 'C', 'D', 'blacklisted']).nullable().default(null),
  })
  .readonly();
export type StepCondition = z.infer<typeof stepConditionSchema>;

/** `all`: everybody assigned must approve; `any`: the first decision counts for all. */
export const stepModes = ['all', 'any'] as const;

export const flowStepSchema = z
  .object({
    name: z.string().trim().min(1).max(60),
    /** Steps of the same order run side by side; the next order begins when all of them are approved. */
    order: z.int().min(1).max(20),
    mode: z.enum(stepModes),
    assignees: z.array(assigneeSchema).min(1).max(20).readonly(),
    condition: stepConditionSchema,
    /** Working hours (eight to a working day) until a decision is due; null: none. */
    deadlineHours: z.int().min(1).max(800).nullable(),
    /** Who may decide as well once the deadline has passed; null: nobody, the late ones are only reminded. */
    escalateTo: assigneeSchema.nullable().default(null),
  })
  .readonly();
export type FlowStep = z.infer<typeof flowStepSchema>;

/** What a flow is, apart from its name in the vault. */
export const flowDraftSchema = z
  .object({
    name: z.string().trim().min(1).max(80),
    /** The types that go this way; empty: every type that has no flow of its own. */
    contractTypes: z.array(contractTypeSchema).max(50).readonly(),
    steps: z.array(flowStepSchema).min(1).max(20).readonly(),
    /** Only a flow that is on holds contracts; approval by hand remains possible where none is. */
    isOn: z.boolean(),
    /** Segregation of duties: who wrote or submitted the contract does not decide on it. */
    drafterMayApprove: z.boolean(),
    /** Segregation of duties: who approves last must not be the only one who approved. */
    needsSecondReviewer: z.boolean().default(false),
  })
  .readonly();
export type FlowDraft = z.infer<typeof flowDraftSchema>;

export const flowSchema = flowDraftSchema
  .unwrap()
  .extend({ id: flowIdSchema, version: z.int().positive(), changedAt: z.int(), changedByName: z.string() })
  .readonly();
export type Flow = z.infer<typeof flowSchema>;

/** domain.md, "Approval task". */
export const taskStates = ['not_required', 'waiting', 'pending', 'approved', 'rejected', 'returned', 'withdrawn', 'voided'] as const;
export type TaskState = (typeof taskStates)[number];
export const roundStates = ['pending', 'approved', 'rejected', 'returned', 'withdrawn', 'voided'] as const;
export type RoundState = (typeof roundStates)[number];
export const decisions = ['approved', 'rejected', 'returned'] as const;
export type Decision = (typeof decisions)[number];

/** A comment at the words that it is about, quoted as they stand in the text. Amounts are not quoted: they belong to finance. */
export const quoteSchema = z.object({ quote: z.string().trim().min(1).max(500), comment: z.string().trim().min(1).max(1000) }).readonly();
export type Quote = z.infer<typeof quoteSchema>;
export const mostQuotes = 50;

export const approvalTaskSchema = z
  .object({
    id: taskIdSchema,
    step: z.int().nonnegative(),
    order: z.int(),
    mode: z.enum(stepModes),
    stepName: z.string(),
    assigneeId: userIdSchema,
    assigneeName: z.string(),
    /** In whose stead the assignee decides; null when in their own name. */
    insteadOfName: z.string().nullable(),
    /** The task whose deadline passed, for one that came about by that; null otherwise. */
    escalatedFromId: taskIdSchema.nullable(),
    state: z.enum(taskStates),
    dueAt: z.int().nullable(),
    openedAt: z.int().nullable(),
    decidedAt: z.int().nullable(),
    comment: z.string(),
    /** Kept with the clauses: withheld from who has no key to them, whether there are any or not. */
    quotes: orWithheld(z.array(quoteSchema).readonly()),
  })
  .readonly();
export type ApprovalTask = z.infer<typeof approvalTaskSchema>;

/** One attempt to have one version approved. */
export const approvalRoundSchema = z
  .object({
    id: roundIdSchema,
    flowName: z.string(),
    versionNumber: z.int(),
    contentHash: z.string(),
    state: z.enum(roundStates),
    submittedAt: z.int(),
    submittedById: userIdSchema,
    submittedByName: z.string(),
    note: z.string(),
    closedAt: z.int().nullable(),
    tasks: z.array(approvalTaskSchema).readonly(),
  })
  .readonly();
export type ApprovalRound = z.infer<typeof approvalRoundSchema>;

/** Who decides for somebody who is away, from the first to the last day inclusive. */
export const absenceSchema = z
  .object({ userId: userIdSchema, fromOn: z.iso.date(), untilOn: z.iso.date(), delegateId: userIdSchema.nullable() })
  .readonly();
export type Absence = z.infer<typeof absenceSchema>;

/** A person of the vault as flows see them. */
export const memberSchema = z
  .object({
    id: userIdSchema,
    name: z.string(),
    roles: z.array(roleSchema).readonly(),
    /** Whether a task may be put to them. */
    mayDecide: z.boolean(),
    /** Whether they may submit contracts, and take them back. */
    maySubmit: z.boolean(),
  })
  .readonly();
export type Member = z.infer<typeof memberSchema>;
