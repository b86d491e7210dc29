import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { endingKinds } from '../contracts/ending.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { obligationIdSchema } from '../fulfilment/due-rules.ts';
import { partyIdSchema } from '../parties/model.ts';
import { userIdSchema } from '../vault/model.ts';

export const problemIdSchema = idSchema<'problem'>();
export type ProblemId = z.infer<typeof problemIdSchema>;
export const sheetIdSchema = idSchema<'checkSheet'>();
export type SheetId = z.infer<typeof sheetIdSchema>;
export const taskItemIdSchema = idSchema<'taskItem'>();

/** 进度滞后, 质量不达标, 沟通不畅, 其他. */
export const problemKinds = ['late', 'quality', 'communication', 'other'] as const;
export const problemSeverities = ['low', 'medium', 'high', 'critical'] as const;
export const problemStatuses = ['open', 'acting', 'resolved', 'escalated', 'disputed'] as const;
export const problemStatusSchema = z.enum(problemStatuses);
export type ProblemStatus = z.infer<typeof problemStatusSchema>;
/** What it does to the obligation that it is about: nothing, it will be late, or it can't go on at all. */
export const problemEffects = ['none', 'delays', 'blocks'] as const;

const line = (most: number) => z.string().trim().max(most);

/** A problem as a person enters it. Title and action lie in core with those who act; the description is of the content. */
export const problemEntrySchema = z
  .object({
    obligationId: obligationIdSchema.nullable(),
    kind: z.enum(problemKinds),
    severity: z.enum(problemSeverities),
    title: plainText(120).min(1),
    action: plainText(500),
    effect: z.enum(problemEffects),
    ownerId: userIdSchema.nullable(),
    dueOn: daySchema.nullable(),
    description: plainText(4000).optional(),
  })
  .readonly();
export type ProblemEntry = z.infer<typeof problemEntrySchema>;

export const problemSchema = z
  .object({
    id: problemIdSchema,
    obligationId: obligationIdSchema.nullable(),
    obligationTitle: z.string(),
    kind: z.enum(problemKinds),
    severity: z.enum(problemSeverities),
    title: z.string(),
    action: z.string(),
    effect: z.enum(problemEffects),
    ownerId: userIdSchema.nullable(),
    ownerName: z.string(),
    dueOn: daySchema.nullable(),
    status: problemStatusSchema,
    openedOn: daySchema,
    resolvedOn: daySchema.nullable(),
    description: orWithheld(z.string()),
    events: z.array(z.object({ from: problemStatusSchema, to: problemStatusSchema, reason: z.string(), at: z.int(), byName: z.string() }).readonly()).readonly(),
    revision: z.int(),
  })
  .readonly();
export type Problem = z.infer<typeof problemSchema>;

export const communicationKinds = ['call', 'meeting', 'email', 'letter', 'note'] as const;
export const communicationTextSchema = z.object({ subject: line(300), body: line(20_000), correspondent: line(300) }).readonly();
export const communicationSchema = z
  .object({
    id: idSchema<'communication'>(),
    kind: z.enum(communicationKinds),
    partyId: partyIdSchema.nullable(),
    partyName: z.string(),
    happenedOn: daySchema,
    addedByName: z.string(),
    text: orWithheld(communicationTextSchema),
  })
  .readonly();
export type Communication = z.infer<typeof communicationSchema>;

/** An entry as a counterparty's own log shows it: with the contract that it was about. */
export const partyCommunicationSchema = z.object({ ...communicationSchema.unwrap().shape, contractId: contractIdSchema, contractTitle: z.string(), contractNumber: z.string() }).readonly();
export type PartyCommunication = z.infer<typeof partyCommunicationSchema>;

/** Where somebody was mentioned, which asks them to look: in a problem, in the log, or in a note on an obligation. */
export const taskOrigins = ['problem', 'communication', 'note'] as const;
export type TaskOrigin = (typeof taskOrigins)[number];

/** Something that a colleague is asked to do; the title is read by everybody. That of a mention is empty: its text lies elsewhere. */
export const taskItemSchema = z
  .object({ id: taskItemIdSchema, contractId: contractIdSchema, contractTitle: z.string(), title: z.string(), assigneeId: userIdSchema, assigneeName: z.string(), dueOn: daySchema.nullable(),
    /** Of a mention: where, with the title of the problem or obligation that everybody reads; empty for the log. */
    origin: z.object({ kind: z.enum(taskOrigins), title: z.string() }).readonly().nullable(), doneAt: z.int().nullable(), createdByName: z.string() })
  .readonly();
export type TaskItem = z.infer<typeof taskItemSchema>;

const bound = z.number().nullable();
/** One thing to be measured; without bounds it only has to be there. */
export const checkItemSchema = z
  .object({ name: line(80).pipe(z.string().min(1)), unit: line(20), minimum: bound, maximum: bound })
  .readonly();
export type CheckItem = z.infer<typeof checkItemSchema>;
export const checkItemEntrySchema = checkItemSchema.unwrap().extend({ name: plainText(80).min(1), unit: plainText(20) }).readonly();
export const checkSheetSchema = z
  .object({
    id: sheetIdSchema,
    name: z.string(),
    items: z.array(checkItemSchema).readonly(),
    runs: z.array(z.object({ id: idSchema<'checkRun'>(), doneOn: daySchema, measured: z.array(bound).readonly(), failed: z.int(), problemId: problemIdSchema.nullable(), byName: z.string() }).readonly()).readonly(),
  })
  .readonly();
export type CheckSheet = z.infer<typeof checkSheetSchema>;

/** Letters about a problem, and those that end a contract. */
export const problemLetterKinds = ['notice', 'claim', 'extension'] as const;
export type ProblemLetterKind = (typeof problemLetterKinds)[number];
export const letterKinds = [...problemLetterKinds, ...endingKinds] as const;
export type LetterKind = (typeof letterKinds)[number];
