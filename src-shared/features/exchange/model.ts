import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { decisions as approvalDecisions, taskIdSchema } from '../approvals/model.ts';
import { contractBodySchema, contractIdSchema, contractLanguageSchema } from '../contracts/model.ts';
import { recordAmountSchema, recordDetailsSchema } from '../contracts/record.ts';
import { stageSchema } from '../contracts/stage.ts';
import { amountsSchema, variableValuesSchema } from '../documents/variables.ts';
import { obligationIdSchema } from '../fulfilment/due-rules.ts';
import { deliverableIdSchema, obligationStatusSchema, obligationTextsSchema, obligorSchema } from '../fulfilment/model.ts';
import { obligationTypeSchema } from '../templates/defaults.ts';
import { contractTypeSchema, templateContentSchema } from '../templates/model.ts';
import { userIdSchema } from '../vault/model.ts';

export const packIdSchema = idSchema<'pack'>();
export type PackId = z.infer<typeof packIdSchema>;
export const contactIdSchema = idSchema<'contact'>();
export type ContactId = z.infer<typeof contactIdSchema>;
export const sheetEvidenceIdSchema = idSchema<'sheetEvidence'>();
export type SheetEvidenceId = z.infer<typeof sheetEvidenceIdSchema>;

/** What a pack is for. The answers go back to who sent the first two. */
export const packKinds = ['work', 'workReturn', 'approval', 'approvalAnswer', 'templates'] as const;
export const packKindSchema = z.enum(packKinds);
export type PackKind = z.infer<typeof packKindSchema>;

/** The public half of somebody's identity: an Ed25519 key (base64url of 32 bytes) and an age recipient. */
export const publicKeysSchema = z
  .object({ signingKey: z.string().regex(/^[A-Za-z0-9_-]{43}$/), ageRecipient: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/) })
  .readonly();
export type PublicKeys = z.infer<typeof publicKeysSchema>;

export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** The file that people hand one another before they exchange packs; signed with its own key, so that it is whole. */
export const contactCardSchema = z
  .object({
    format: z.literal('deedbox-contact'),
    version: z.literal(1),
    name: z.string().trim().min(1).max(80),
    keys: publicKeysSchema,
    /** Base64url, by the signing key, over the canonical JSON of all the rest. */
    signature: z.string().max(100),
  })
  .readonly();
export type ContactCard = z.infer<typeof contactCardSchema>;

export const ownIdentitySchema = z.object({ name: z.string(), fingerprint: fingerprintSchema, keys: publicKeysSchema, createdAt: z.int() }).readonly();
export type OwnIdentity = z.infer<typeof ownIdentitySchema>;

export const contactSchema = z
  .object({
    id: contactIdSchema,
    name: z.string(),
    fingerprint: fingerprintSchema,
    /** The member of this vault who said that this is them on another laptop; null for anybody else. */
    memberId: userIdSchema.nullable(),
    memberName: z.string(),
    addedAt: z.int(),
    addedByName: z.string(),
    /** When somebody compared the fingerprint by another channel; null: not yet, and nothing is exchanged before. */
    confirmedAt: z.int().nullable(),
    confirmedByName: z.string(),
  })
  .readonly();
export type Contact = z.infer<typeof contactSchema>;

/** A file of a contract inside a pack: its bytes are the part of that name. */
export const packedFileSchema = z.object({ part: z.string().regex(/^files\/\d{1,4}$/), name: z.string().min(1).max(255), byteLength: z.int().min(0) }).readonly();
export type PackedFile = z.infer<typeof packedFileSchema>;

const quantity = z.number().min(0).max(1e12);

export const sheetDeliverableSchema = z
  .object({
    id: deliverableIdSchema,
    name: z.string().max(200),
    unit: z.string().max(40),
    quantity,
    spec: z.string().max(2000),
    delivered: quantity,
    accepted: quantity,
    acceptedOn: daySchema.nullable(),
  })
  .readonly();
export type SheetDeliverable = z.infer<typeof sheetDeliverableSchema>;

/** An obligation as it travels: what is to be done, and how far it was when it was packed. */
export const sheetObligationSchema = z
  .object({
    id: obligationIdSchema,
    title: z.string().max(200),
    obligor: obligorSchema,
    type: obligationTypeSchema,
    dueOn: daySchema.nullable(),
    graceDays: z.int(),
    evidenceRequired: z.boolean(),
    evidenceCount: z.int().min(0),
    texts: obligationTextsSchema,
    status: obligationStatusSchema,
    metOn: daySchema.nullable(),
    deliverables: z.array(sheetDeliverableSchema).max(200).readonly(),
  })
  .readonly();
export type SheetObligation = z.infer<typeof sheetObligationSchema>;

/** A contract as it travels, without money: that has a part of its own. */
export const packedContractSchema = z
  .object({
    id: contractIdSchema,
    number: z.string().max(120),
    title: z.string().max(400),
    contractType: contractTypeSchema,
    language: contractLanguageSchema,
    stage: stageSchema,
    partyNames: z.array(z.string().max(400)).max(40).readonly(),
    ownerName: z.string().max(200),
    department: z.string().max(200),
    signedOn: daySchema.nullable(),
    effectiveOn: daySchema.nullable(),
    endsOn: daySchema.nullable(),
    noticeDeadlineOn: daySchema.nullable(),
    details: recordDetailsSchema,
    /** Null: the vault holds no text of it. */
    text: z.object({ body: contractBodySchema, values: variableValuesSchema }).readonly().nullable(),
    obligations: z.array(sheetObligationSchema).max(1000).readonly(),
    files: z.array(packedFileSchema).max(200).readonly(),
  })
  .readonly();
export type PackedContract = z.infer<typeof packedContractSchema>;

/** The money of one contract: its sum, and the amounts and bank accounts of its text. */
export const packedAmountsSchema = z
  .array(z.object({ contractId: contractIdSchema, amount: recordAmountSchema.nullable(), values: amountsSchema }).readonly())
  .max(50)
  .readonly();
export type PackedAmounts = z.infer<typeof packedAmountsSchema>;

export const evidenceKindSchema = z.enum(['photo', 'signature', 'note', 'file']);

/** A proof that somebody added outside; its bytes, if any, are the part `evidence/ID`. */
export const sheetEvidenceSchema = z
  .object({
    id: sheetEvidenceIdSchema,
    obligationId: obligationIdSchema,
    kind: evidenceKindSchema,
    words: z.string().max(2000),
    name: z.string().max(255),
    byteLength: z.int().min(0),
    takenAt: z.int().nullable(),
    place: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).readonly().nullable(),
    addedAt: z.int(),
  })
  .readonly();
export type SheetEvidence = z.infer<typeof sheetEvidenceSchema>;

/** How far an obligation is for whoever works on it outside. */
export const sheetStateSchema = z
  .object({
    id: obligationIdSchema,
    status: obligationStatusSchema,
    /** The day of the latest step. */
    on: daySchema.nullable(),
    metOn: daySchema.nullable(),
    reason: z.string().max(1000),
    deliverables: z.array(z.object({ id: deliverableIdSchema, delivered: quantity, accepted: quantity, acceptedOn: daySchema.nullable() }).readonly()).max(200).readonly(),
  })
  .readonly();
export type SheetState = z.infer<typeof sheetStateSchema>;

const message = z.string().max(2000);
/** So many contracts go into one pack. */
export const mostContractsPacked = 50;

export const workContentSchema = z.object({ kind: z.literal('work'), message, contracts: z.array(packedContractSchema).min(1).max(mostContractsPacked).readonly() }).readonly();
export const workReturnContentSchema = z
  .object({ kind: z.literal('workReturn'), message, states: z.array(sheetStateSchema).max(5000).readonly(), evidence: z.array(sheetEvidenceSchema).max(400).readonly() })
  .readonly();
export const approvalContentSchema = z
  .object({
    kind: z.literal('approval'),
    message,
    taskId: taskIdSchema,
    stepName: z.string().max(200),
    submittedByName: z.string().max(200),
    versionNumber: z.int(),
    /** The hash that the vault keeps of the version; the answer is bound to it. */
    contentHash: z.string().length(64),
    contract: packedContractSchema,
  })
  .readonly();
export const approvalAnswerContentSchema = z
  .object({
    kind: z.literal('approvalAnswer'),
    taskId: taskIdSchema,
    contentHash: z.string().length(64),
    /** SHA-256 of the request's content as it was read and decided on. */
    requestSha256: z.string().length(64),
    decision: z.enum(approvalDecisions),
    comment: z.string().max(2000),
    decidedAt: z.int(),
  })
  .readonly();
export const templatesContentSchema = z.object({ kind: z.literal('templates'), message, templates: z.array(templateContentSchema).min(1).max(100).readonly() }).readonly();

/** The part `content.json` of a pack. */
export const packContentSchema = z.discriminatedUnion('kind', [
  workContentSchema.unwrap(),
  workReturnContentSchema.unwrap(),
  approvalContentSchema.unwrap(),
  approvalAnswerContentSchema.unwrap(),
  templatesContentSchema.unwrap(),
]);
export type PackContent = z.infer<typeof packContentSchema>;
export type WorkContent = z.infer<typeof workContentSchema>;
export type WorkReturnContent = z.infer<typeof workReturnContentSchema>;
export type ApprovalContent = z.infer<typeof approvalContentSchema>;
export type ApprovalAnswerContent = z.infer<typeof approvalAnswerContentSchema>;
