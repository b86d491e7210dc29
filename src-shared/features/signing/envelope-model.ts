import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { orWithheld } from '../../kernel/withheld.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { signingEnds } from '../contracts/lifecycle.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { stageSchema } from '../contracts/stage.ts';
import { userIdSchema } from '../vault/model.ts';
import { verificationReportSchema } from '../verification/model.ts';

export const envelopeIdSchema = idSchema<'envelope'>();
export type EnvelopeId = z.infer<typeof envelopeIdSchema>;
export const signerIdSchema = idSchema<'envelopeSigner'>();
export type SignerId = z.infer<typeof signerIdSchema>;
export const sealIdSchema = idSchema<'companySeal'>();
export type SealId = z.infer<typeof sealIdSchema>;

/** domain.md, "Signature envelope". `expired` follows from the last day and is never stored. */
export const envelopeStates = ['draft', 'pending', 'partially_signed', 'completed', 'declined', 'voided', 'expired'] as const;
export const envelopeStateSchema = z.enum(envelopeStates);
export type EnvelopeState = z.infer<typeof envelopeStateSchema>;

/**
 * How somebody signs: with a certificate; by hand on this screen; with the company's seal (公章); on paper that is
 * scanned back in; with a program of their own, in a file that comes back.
 */
export const signingMethods = ['certificate', 'drawn', 'seal', 'wet_ink', 'external'] as const;
export const signingMethodSchema = z.enum(signingMethods);
export type SigningMethod = z.infer<typeof signingMethodSchema>;

export const signerSides = ['us', 'them'] as const;
export const signerStates = ['waiting', 'signed', 'declined'] as const;

const line = (longest: number) => z.string().trim().max(longest);

/** One who signs, as entered. */
export const signerDraftSchema = z
  .object({
    side: z.enum(signerSides),
    name: plainText(80).min(1),
    /** 职务: what lets them sign. */
    title: plainText(80),
    partyName: plainText(200),
    method: signingMethodSchema,
    /** Our own people sign with the certificate of their name in the vault; null: whoever is at the keyboard. */
    userId: userIdSchema.nullable(),
  })
  .readonly();
export type SignerDraft = z.infer<typeof signerDraftSchema>;

/** One of our people who may sign with a certificate. */
export const possibleSignerSchema = z.object({ id: userIdSchema, name: z.string() }).readonly();
export type PossibleSigner = z.infer<typeof possibleSignerSchema>;

export const envelopeDraftSchema = z
  .object({
    /** In the order in which they sign. */
    signers: z.array(signerDraftSchema).min(1).max(10).readonly(),
    /** The last day on which it can be signed; null: none. */
    expiresOn: daySchema.nullable(),
  })
  .readonly();
export type EnvelopeDraft = z.infer<typeof envelopeDraftSchema>;

/** How the one who signs by hand was identified (身份核验). */
export const idChecks = ['id_card', 'passport', 'business_licence', 'known_in_person'] as const;
export const idCheckSchema = z.object({ kind: z.enum(idChecks), note: line(200) }).readonly();
export type IdCheck = z.infer<typeof idCheckSchema>;

/** What came of holding a file's words against the approved text. */
export const comparisonSchema = z
  .object({
    outcome: z.enum(['same', 'differs', 'no_text']),
    /** Up to twenty places where the words differ. */
    places: z.array(z.object({ before: z.string(), after: z.string() }).readonly()).readonly(),
    count: z.int(),
  })
  .readonly();
export type Comparison = z.infer<typeof comparisonSchema>;

/** What was kept of an act of signing beside the file. Lies in clauses. */
export const evidenceSchema = z
  .object({
    idCheck: idCheckSchema.nullable(),
    /** The consent that was shown, word for word; empty where none was. */
    consent: z.string(),
    strokes: z.int(),
    points: z.int(),
    milliseconds: z.int(),
    hasPressure: z.boolean(),
    comparison: comparisonSchema.nullable(),
    /** Why a file was taken although something about it was not as expected. */
    reason: z.string(),
  })
  .readonly();
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * What a signature has of a trusted time: none was wanted; a stamp that waits for its server; a stamp of its own; the
 * stamp of a later signature, which signs the earlier ones too; or none, and its place in the file is closed.
 */
export const timestampStates = ['none', 'queued', 'stamped', 'covered', 'unstampable'] as const;
export type TimestampState = (typeof timestampStates)[number];

export const signerSchema = signerDraftSchema
  .unwrap()
  .extend({
    name: z.string(),
    title: z.string(),
    partyName: z.string(),
    id: signerIdSchema,
    state: z.enum(signerStates),
    signedAt: z.int().nullable(),
    /** Who sat at the keyboard. */
    recordedByName: z.string().nullable(),
    certificateSubject: z.string().nullable(),
    certificateFingerprint: z.string().nullable(),
    sealName: z.string().nullable(),
    timestampState: z.enum(timestampStates),
    evidence: orWithheld(evidenceSchema.nullable()),
  })
  .readonly();
export type Signer = z.infer<typeof signerSchema>;

export const envelopeSchema = z
  .object({
    id: envelopeIdSchema,
    contractId: contractIdSchema,
    versionNumber: z.int().positive(),
    contentHash: z.string(),
    state: envelopeStateSchema,
    expiresOn: daySchema.nullable(),
    createdAt: z.int(),
    createdByName: z.string(),
    closedAt: z.int().nullable(),
    /** Of the file as it stands; null until the first certificate, or the end. */
    pdfSha256: z.string().nullable(),
    pageCount: z.int().nullable(),
    /** Why it was declined or voided, in somebody's words; empty where it ended otherwise. */
    closingReason: orWithheld(z.string()),
    /** The step of the contract with which it ended; null where it ended otherwise, or hasn't. */
    endedBy: z.enum(signingEnds).nullable(),
    signers: z.array(signerSchema).readonly(),
  })
  .readonly();
export type Envelope = z.infer<typeof envelopeSchema>;

/** An envelope as it stands in the list of all of them. */
export const envelopeSummarySchema = z
  .object({
    id: envelopeIdSchema,
    contractId: contractIdSchema,
    number: z.string(),
    title: z.string(),
    stage: stageSchema,
    state: envelopeStateSchema,
    signedCount: z.int(),
    signerCount: z.int(),
    /** Whose turn it is; null when nobody's. */
    nextName: z.string().nullable(),
    nextMethod: signingMethodSchema.nullable(),
    expiresOn: daySchema.nullable(),
    createdAt: z.int(),
    closedAt: z.int().nullable(),
    queuedTimestamps: z.int(),
  })
  .readonly();
export type EnvelopeSummary = z.infer<typeof envelopeSummarySchema>;

/** What is known of a file before it is taken as a signed one. */
export const returnedReportSchema = z
  .object({
    fileName: z.string(),
    pageCount: z.int(),
    verification: verificationReportSchema.nullable(),
    /** The file begins with the bytes of the envelope's file; a scan, with those that were handed out. */
    continuesOurs: z.boolean(),
    /** Those that the envelope's file does not have yet. */
    newSignatures: z.int(),
    /** Who signed already and would lose their signature if this file were taken; then it can't be. */
    lostSignatures: z.array(z.string()).readonly(),
    comparison: comparisonSchema,
    /** It can be taken without a word; otherwise a reason must be given. */
    needsReason: z.boolean(),
  })
  .readonly();
export type ReturnedReport = z.infer<typeof returnedReportSchema>;

/** 公章, 合同专用章, 财务专用章, 法定代表人名章. */
export const sealKinds = ['official', 'contract', 'finance', 'representative'] as const;
export const sealDraftSchema = z
  .object({ name: line(60).min(1), kind: z.enum(sealKinds), /** Its width on paper; 公章 are 38 to 50 mm. */ widthMillimetres: z.int().min(10).max(60) })
  .readonly();
export const sealSchema = sealDraftSchema
  .unwrap()
  .extend({ id: sealIdSchema, createdAt: z.int(), createdByName: z.string(), retiredAt: z.int().nullable(), uses: z.int(), lastUsedAt: z.int().nullable() })
  .readonly();
export type Seal = z.infer<typeof sealSchema>;

export const sealUseSchema = z
  .object({ usedAt: z.int(), usedByName: z.string(), sealName: z.string(), contractId: contractIdSchema, contractNumber: z.string(), contractTitle: z.string() })
  .readonly();
export type SealUse = z.infer<typeof sealUseSchema>;
