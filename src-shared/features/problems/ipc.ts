import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { daySchema } from '../../kernel/day.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { partyIdSchema } from '../parties/model.ts';
import { pickIdSchema, userIdSchema } from '../vault/model.ts';
import {
  checkItemEntrySchema,
  checkSheetSchema,
  communicationKinds,
  communicationSchema,
  communicationTextSchema,
  letterKinds,
  partyCommunicationSchema,
  problemEntrySchema,
  problemIdSchema,
  problemSchema,
  problemStatusSchema,
  sheetIdSchema,
  taskItemIdSchema,
  taskItemSchema,
} from './model.ts';

const ofContract = z.object({ contractId: contractIdSchema }).readonly();
const writing = { access: 'problems.write', changes: ['problems', 'fulfilment', 'contracts'] } as const;

export const problemsOperations = {
  ofContract: query({
    input: ofContract,
    output: z
      .object({ problems: z.array(problemSchema).readonly(), communications: z.array(communicationSchema).readonly(), tasks: z.array(taskItemSchema).readonly(), sheets: z.array(checkSheetSchema).readonly() })
      .readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  /** What was said with a counterparty under all contracts, the latest first, at most two hundred. */
  ofParty: query({ input: z.object({ partyId: partyIdSchema }).readonly(), output: z.array(partyCommunicationSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** What colleagues ask of the person, the earliest due first, at most a hundred. */
  myTasks: query({ input: nothing, output: z.array(taskItemSchema).readonly(), errors: [], access: 'contracts.read' }),
  save: command({
    input: z.object({ contractId: contractIdSchema, id: problemIdSchema.nullable(), revision: z.int(), entry: problemEntrySchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'WITHHELD_TEXT', 'NO_SUCH_MEMBER'],
    ...writing,
  }),
  move: command({
    input: z.object({ id: problemIdSchema, revision: z.int(), to: problemStatusSchema, reason: plainText(1000) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NO_SUCH_MOVE', 'REASON_MISSING'],
    ...writing,
  }),
  /** Prints a letter to a file that the person picks and notes it as sent; null when cancelled. */
  sendLetter: command({
    input: z
      .object({
        contractId: contractIdSchema,
        kind: z.enum(letterKinds),
        language: z.enum(['zh', 'en']),
        subject: plainText(120).min(1),
        body: plainText(8000).min(1),
        partyName: plainText(200),
        sentOn: daySchema,
        method: plainText(40),
        trackingNumber: plainText(80),
        /** Who writes: a party of the contract. Not given: the person. */
        senderName: plainText(200).optional(),
        /** Which term a notice of non-renewal ends. */
        termIndex: z.int().min(0).nullable().optional(),
      })
      .readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'TARGET_MISSING', 'LETTER_UNFINISHED', 'SENT_IN_FUTURE'],
    access: 'problems.write',
    compartments: ['clauses'],
    changes: ['problems', 'contracts'],
  }),
  /** Reads a picked or dropped e-mail, so that it can be looked at before it is kept; null when cancelled. */
  readEmail: command({
    input: z.object({ pickId: pickIdSchema.nullable() }).readonly(),
    output: z.object({ subject: z.string(), correspondent: z.string(), body: z.string(), sentOn: daySchema.nullable() }).readonly().nullable(),
    errors: ['PICK_EXPIRED', 'FILE_TOO_LARGE', 'NOT_AN_EMAIL'],
    access: 'problems.write',
  }),
  addCommunication: command({
    input: z.object({ contractId: contractIdSchema, kind: z.enum(communicationKinds), partyId: partyIdSchema.nullable(), happenedOn: daySchema, text: communicationTextSchema }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    compartments: ['clauses'],
    ...writing,
  }),
  addTask: command({
    input: z.object({ contractId: contractIdSchema, title: plainText(200).min(1), assigneeId: userIdSchema, dueOn: daySchema.nullable() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NO_SUCH_MEMBER'],
    ...writing,
  }),
  setTaskDone: command({ input: z.object({ id: taskItemIdSchema, isDone: z.boolean() }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'contracts.read', changes: ['problems'] }),
  addSheet: command({
    input: z.object({ contractId: contractIdSchema, name: plainText(80).min(1), items: z.array(checkItemEntrySchema).min(1).max(50).readonly() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    ...writing,
  }),
  /** Keeps what was measured; a failed item opens a problem of quality with that title. */
  runSheet: command({
    input: z.object({ id: sheetIdSchema, measured: z.array(z.number().nullable()).max(50).readonly(), problemTitle: plainText(120).min(1) }).readonly(),
    output: z.object({ failed: z.int() }).readonly(),
    errors: ['NOT_FOUND'],
    ...writing,
  }),
} as const;
