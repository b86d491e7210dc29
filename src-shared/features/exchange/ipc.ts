import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { decisions as approvalDecisions, taskIdSchema } from '../approvals/model.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { obligationIdSchema } from '../fulfilment/due-rules.ts';
import { deliverableIdSchema, obligationStatusSchema } from '../fulfilment/model.ts';
import { obligationRefusals } from '../fulfilment/rules.ts';
import { contractTypeSchema, templateVersionIdSchema } from '../templates/model.ts';
import { pickIdSchema } from '../vault/model.ts';
import { packRefusals } from './container.ts';
import {
  contactIdSchema,
  contactSchema,
  evidenceKindSchema,
  mostContractsPacked,
  ownIdentitySchema,
  packedAmountsSchema,
  packedContractSchema,
  packIdSchema,
  packKindSchema,
  sheetEvidenceIdSchema,
  sheetEvidenceSchema,
  sheetStateSchema,
} from './model.ts';
import { fieldValueSchema, sides, verdicts } from './rules.ts';

const changes = ['exchange'] as const;
const using = { access: 'exchange.use', changes } as const;
const working = { access: 'exchange.use', compartments: ['clauses'], changes } as const;
const sending = { access: 'exchange.send', compartments: ['clauses'], changes } as const;
const taskId = idSchema<'task'>();
const ofContact = z.object({ id: contactIdSchema }).readonly();
const ofPick = z.object({ pickId: pickIdSchema }).readonly();
const written = z.object({ fileName: z.string(), packId: packIdSchema }).readonly().nullable();
const picked = z.string().max(7_000_000).regex(/^[A-Za-z0-9+/]+={0,2}$/);
const opening = ['PICK_EXPIRED', 'PACK_MISSING', 'PACK_REPLAYED', 'PACK_NOT_ASKED_FOR', 'IDENTITY_LOST', ...packRefusals] as const;
const addressing = ['CONTACT_NOT_FOUND', 'CONTACT_UNCONFIRMED', 'IDENTITY_LOST', 'FOLDER_GONE', 'PACK_TOO_LARGE'] as const;

const fieldChangeSchema = z
  .object({
    key: z.string(),
    obligationId: obligationIdSchema,
    deliverableId: deliverableIdSchema.nullable(),
    /** What the field belongs to, in words. */
    contractNumber: z.string(),
    obligationTitle: z.string(),
    deliverableName: z.string(),
    base: fieldValueSchema,
    ours: fieldValueSchema,
    theirs: fieldValueSchema,
    /** Their words for a step that has to be explained. */
    reason: z.string(),
    verdict: z.enum(verdicts),
    /** Why the rules don't let us take theirs; null: they do. */
    refusal: z.enum([...obligationRefusals, 'MORE_ACCEPTED']).nullable(),
  })
  .readonly();
export type ShownChange = z.infer<typeof fieldChangeSchema>;

const ofSender = { packId: packIdSchema, contactName: z.string(), createdAt: z.int() } as const;

/** What an opened pack is about, before anything is taken from it. */
export const packPreviewSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('work'),
    ...ofSender,
    message: z.string(),
    hasAmounts: z.boolean(),
    contracts: z.array(z.object({ number: z.string(), title: z.string(), obligations: z.int(), files: z.int() }).readonly()).readonly(),
  }),
  z.object({
    kind: z.literal('workReturn'),
    ...ofSender,
    message: z.string(),
    /** Stands for all three states of every field: what is decided is taken only while it holds. */
    stamp: z.string().length(64),
    changes: z.array(fieldChangeSchema).readonly(),
    evidence: z.array(sheetEvidenceSchema.unwrap().extend({ obligationTitle: z.string(), isNew: z.boolean() }).readonly()).readonly(),
  }),
  z.object({ kind: z.literal('approval'), ...ofSender, message: z.string(), hasAmounts: z.boolean(), number: z.string(), title: z.string(), stepName: z.string() }),
  z.object({
    kind: z.literal('approvalAnswer'),
    ...ofSender,
    number: z.string(),
    title: z.string(),
    contractId: contractIdSchema.nullable(),
    stepName: z.string(),
    decision: z.enum(approvalDecisions),
    comment: z.string(),
    decidedAt: z.int(),
    /** Whether the text that was decided on is still the contract's. */
    isStillTheText: z.boolean(),
  }),
  z.object({
    kind: z.literal('templates'),
    ...ofSender,
    message: z.string(),
    templates: z.array(z.object({ titleZh: z.string(), titleEn: z.string(), contractType: contractTypeSchema, variables: z.int() }).readonly()).readonly(),
  }),
]);
export type PackPreview = z.infer<typeof packPreviewSchema>;

const sentSchema = z
  .object({
    id: packIdSchema,
    kind: packKindSchema,
    contactName: z.string(),
    sentAt: z.int(),
    sentByName: z.string(),
    hasAmounts: z.boolean(),
    contracts: z.array(z.object({ id: contractIdSchema, number: z.string(), title: z.string() }).readonly()).readonly(),
    answers: z.int(),
    answeredAt: z.int().nullable(),
  })
  .readonly();

const receivedSchema = z.object({ packId: packIdSchema, kind: packKindSchema, contactName: z.string(), receivedAt: z.int(), answeredAt: z.int().nullable() }).readonly();

const shownFileSchema = z.object({ part: z.string(), name: z.string(), byteLength: z.int() }).readonly();
const sheetSchema = z
  .object({
    packId: packIdSchema,
    kind: z.enum(['work', 'approval']),
    contactName: z.string(),
    receivedAt: z.int(),
    answeredAt: z.int().nullable(),
    today: daySchema,
    message: z.string(),
    contracts: z.array(packedContractSchema).readonly(),
    amounts: orWithheld(packedAmountsSchema.nullable()),
    states: z.array(sheetStateSchema).readonly(),
    evidence: z.array(sheetEvidenceSchema).readonly(),
    approval: z.object({ stepName: z.string(), submittedByName: z.string(), versionNumber: z.int() }).readonly().nullable(),
  })
  .readonly();
export type Sheet = z.infer<typeof sheetSchema>;

const ofSheet = { packId: packIdSchema, obligationId: obligationIdSchema } as const;

export const exchangeOperations = {
  /** The person's own identity without its private half; null: none was made yet. */
  identity: query({ input: nothing, output: ownIdentitySchema.nullable(), errors: [], access: 'exchange.use' }),
  /** Makes the person's identity if they have none, or one that their keys no longer open. */
  makeIdentity: command({ input: nothing, output: ownIdentitySchema, errors: [], ...using }),
  /** Writes the person's contact card where they choose; null when cancelled. */
  saveCard: command({ input: nothing, output: z.object({ fileName: z.string() }).readonly().nullable(), errors: ['IDENTITY_LOST', 'FOLDER_GONE'], access: 'exchange.use' }),
  contacts: query({ input: nothing, output: z.array(contactSchema).readonly(), errors: [], access: 'exchange.use' }),
  /** Reads a card that the person chooses or dropped, and adds it unconfirmed; null when cancelled. */
  addContact: command({
    input: z.object({ pickId: pickIdSchema.nullable() }).readonly(),
    output: contactSchema.nullable(),
    errors: ['PICK_EXPIRED', 'CARD_UNREADABLE', 'CARD_IS_OWN', 'CONTACT_KNOWN'],
    ...using,
  }),
  /** Confirms a contact by the last two groups of the fingerprint as the other side read them out. */
  confirmContact: command({ input: ofContact.unwrap().extend({ spoken: z.string().max(40) }).readonly(), output: z.null(), errors: ['CONTACT_NOT_FOUND', 'FINGERPRINT_DIFFERS'], ...using }),
  /** Says that a contact is the person who calls, on another laptop: decisions from there count as theirs. */
  linkContact: command({ input: ofContact.unwrap().extend({ isMe: z.boolean() }).readonly(), output: z.null(), errors: ['CONTACT_NOT_FOUND', 'CONTACT_UNCONFIRMED', 'NOT_YOUR_CONTACT'], ...using }),
  removeContact: command({ input: ofContact, output: z.null(), errors: ['CONTACT_NOT_FOUND'], ...using }),

  sent: query({ input: nothing, output: z.array(sentSchema).readonly(), errors: [], access: 'exchange.send' }),
  /** Writes contracts for somebody to work on; money only where the sender holds it and asks for it. Null when cancelled. */
  sendWork: command({
    input: z
      .object({ contactId: contactIdSchema, contractIds: z.array(contractIdSchema).min(1).max(mostContractsPacked).readonly(), withFiles: z.boolean(), withAmounts: z.boolean(), message: z.string().trim().max(2000), taskId })
      .readonly(),
    output: written,
    errors: ['NOT_FOUND', 'DAMAGED_FILE', ...addressing],
    ...sending,
    discloses: { subject: 'pack', named: 'contactId' },
  }),
  /** Writes one open approval task for the laptop of whoever it is assigned to. */
  sendApproval: command({
    input: z.object({ contactId: contactIdSchema, approvalTaskId: taskIdSchema, withFiles: z.boolean(), withAmounts: z.boolean(), message: z.string().trim().max(2000), taskId }).readonly(),
    output: written,
    errors: ['NOT_FOUND', 'NO_TEXT', 'DAMAGED_FILE', 'TASK_NOT_OPEN', 'NOT_THE_APPROVER', 'CONTENT_CHANGED', ...addressing],
    ...sending,
    discloses: { subject: 'pack', named: 'contactId' },
  }),
  sendTemplates: command({
    input: z.object({ contactId: contactIdSchema, versionIds: z.array(templateVersionIdSchema).min(1).max(100).readonly(), message: z.string().trim().max(2000), taskId }).readonly(),
    output: written,
    errors: ['NOT_FOUND', ...addressing],
    access: 'exchange.send',
    changes,
  }),
  /** Open approval tasks of people who named a confirmed contact as themselves. */
  approvalsToSend: query({
    input: nothing,
    output: z
      .array(z.object({ approvalTaskId: taskIdSchema, contactId: contactIdSchema, contactName: z.string(), number: z.string(), title: z.string(), stepName: z.string(), assigneeName: z.string() }).readonly())
      .readonly(),
    errors: [],
    access: 'exchange.send',
  }),
  cancel: command({ input: z.object({ taskId }).readonly(), output: z.null(), errors: [], access: 'exchange.use' }),

  pickPack: command({ input: nothing, output: ofPick.nullable(), errors: [], access: 'exchange.use' }),
  /** The pack that the system asked to open before or while the vault was locked; answered once. */
  takeOpened: command({ input: nothing, output: ofPick.nullable(), errors: [], access: 'exchange.use' }),
  /** Checks a pack and tells what it is about. Nothing is kept. */
  openPack: command({ input: ofPick, output: packPreviewSchema, errors: opening, access: 'exchange.use', compartments: ['clauses'] }),
  /** Keeps a pack of work or a request for an approval. */
  receive: command({ input: ofPick, output: z.object({ packId: packIdSchema }).readonly(), errors: opening, ...working }),
  /** Takes over what came back, as decided; all of it or nothing. */
  merge: command({
    input: ofPick.unwrap().extend({ stamp: z.string().length(64), decisions: z.record(z.string().max(80), z.enum(sides)) }).readonly(),
    output: z.object({ changes: z.int(), evidence: z.int() }).readonly(),
    errors: [...opening, 'CONFLICT_UNDECIDED', 'CHANGED_MEANWHILE', 'MERGE_REFUSED', 'TICKING_FORBIDDEN'],
    access: 'exchange.send',
    compartments: ['clauses'],
    changes: ['exchange', 'fulfilment', 'contracts'],
  }),
  /** Records a decision that was made on another laptop. */
  applyAnswer: command({
    input: ofPick,
    output: z.object({ contractId: contractIdSchema }).readonly(),
    errors: [...opening, 'NOT_FOUND', 'NOT_THE_APPROVER', 'TASK_NOT_OPEN', 'CONTENT_CHANGED', 'REASON_MISSING'],
    access: 'exchange.send',
    compartments: ['clauses'],
    changes: ['exchange', 'approvals', 'contracts'],
  }),
  /** Adds the chosen templates of a pack as drafts. */
  takeTemplates: command({
    input: ofPick.unwrap().extend({ chosen: z.array(z.int().min(0).max(99)).min(1).max(100).readonly() }).readonly(),
    output: z.object({ drafts: z.int() }).readonly(),
    errors: opening,
    access: 'templates.write',
    compartments: ['clauses'],
    changes: ['exchange', 'templates'],
  }),

  received: query({ input: nothing, output: z.array(receivedSchema).readonly(), errors: [], access: 'exchange.use' }),
  sheet: query({ input: z.object({ packId: packIdSchema }).readonly(), output: sheetSchema, errors: ['NOT_FOUND'], access: 'exchange.use', compartments: ['clauses'], discloses: { subject: 'pack', named: 'packId' } }),
  /** Takes an obligation of a received pack a step on. */
  step: command({
    input: z.object({ ...ofSheet, to: obligationStatusSchema, on: daySchema, reason: z.string().trim().max(1000) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', ...obligationRefusals],
    ...working,
  }),
  count: command({
    input: z.object({ ...ofSheet, deliverableId: deliverableIdSchema, delivered: z.number().min(0).max(1e12), accepted: z.number().min(0).max(1e12), acceptedOn: daySchema.nullable() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'MORE_ACCEPTED'],
    ...working,
  }),
  addNote: command({ input: z.object({ ...ofSheet, words: z.string().trim().min(1).max(2000) }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...working }),
  addPicture: command({
    input: z
      .object({ ...ofSheet, kind: evidenceKindSchema.extract(['photo', 'signature']), picture: picked, words: z.string().trim().max(200), takenAt: z.int().nullable(), place: sheetEvidenceSchema.unwrap().shape.place })
      .readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NOT_A_PICTURE'],
    ...working,
  }),
  /** Adds a file that the person chooses; null when cancelled. */
  addFile: command({ input: z.object(ofSheet).readonly(), output: z.object({ name: z.string() }).readonly().nullable(), errors: ['NOT_FOUND', 'FILE_TOO_LARGE', 'PICK_EXPIRED'], ...working }),
  removeEvidence: command({ input: z.object({ packId: packIdSchema, id: sheetEvidenceIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], ...working }),
  /** Writes a file of a received pack where the person chooses; null when cancelled. */
  saveFile: command({
    input: z.object({ packId: packIdSchema, part: shownFileSchema.unwrap().shape.part }).readonly(),
    output: z.object({ fileName: z.string() }).readonly().nullable(),
    errors: ['NOT_FOUND', 'DAMAGED_FILE', 'FOLDER_GONE'],
    access: 'exchange.use',
    compartments: ['clauses'],
    discloses: { subject: 'pack', named: 'packId' },
  }),
  /** Writes what was done on a received pack for who sent it; may be done again as the work goes on. Null when cancelled. */
  reply: command({
    input: z.object({ packId: packIdSchema, message: z.string().trim().max(2000), taskId }).readonly(),
    output: written,
    errors: ['NOT_FOUND', 'DAMAGED_FILE', ...addressing],
    ...working,
  }),
  /** Writes the decision on a received approval for who asked. */
  answer: command({
    input: z.object({ packId: packIdSchema, decision: z.enum(approvalDecisions), comment: z.string().trim().max(2000), taskId }).readonly(),
    output: written,
    errors: ['NOT_FOUND', 'REASON_MISSING', ...addressing],
    ...working,
  }),
} as const;
