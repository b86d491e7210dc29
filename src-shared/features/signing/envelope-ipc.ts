import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { daySchema } from '../../kernel/day.ts';
import { idSchema } from '../../kernel/ids.ts';
import { isPlain, plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { pickIdSchema, userIdSchema } from '../vault/model.ts';
import { envelopeDraftSchema, envelopeIdSchema, envelopeSchema, envelopeSummarySchema, idCheckSchema, possibleSignerSchema, returnedReportSchema, sealDraftSchema, sealIdSchema, sealSchema, sealUseSchema, signerIdSchema } from './envelope-model.ts';
import { orderProblems } from './envelope-rules.ts';
import { pkcs12Errors } from './model.ts';
import { drawingSchema } from './strokes.ts';

const taskId = idSchema<'task'>();
const reason = plainText(500).min(1);
const written = z.object({ fileName: z.string() }).readonly().nullable();
const whole = ['clauses', 'finance'] as const;
const signing = { access: 'signing.sign', compartments: whole, changes: ['signing', 'contracts'] } as const;
/** Of every act that signs: somebody else was faster, it is another's turn, the time has run out, the text is another. */
const actErrors = ['NOT_FOUND', 'NOT_THEIR_TURN', 'WRONG_METHOD', 'ENVELOPE_CLOSED', 'TEXT_CHANGED', 'APPROVAL_NEEDED', 'CHANGED_MEANWHILE', 'NO_TEXT', 'DAMAGED_FILE'] as const;
const sealingErrors = ['NO_IDENTITY', 'CERTIFICATE_EXPIRED'] as const;
const password = z.string().min(8).max(64).nullable();

export const envelopeOperations = {
  /** The envelopes of a contract, the latest first. */
  envelopes: query({ input: z.object({ contractId: contractIdSchema }).readonly(), output: z.array(envelopeSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** All envelopes that wait, the oldest first; or the latest five hundred that are over. */
  allEnvelopes: query({ input: z.object({ show: z.enum(['running', 'completed', 'closed']) }).readonly(), output: z.array(envelopeSummarySchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Sends a text out for signature; the contract waits for it then. */
  startEnvelope: command({
    input: z.object({ contractId: contractIdSchema, revision: z.int().positive(), draft: envelopeDraftSchema }).readonly(),
    output: envelopeSchema,
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE', 'NO_TEXT', 'FINDINGS_BLOCK', 'APPROVAL_NEEDED', 'APPROVAL_RUNNING', 'ENVELOPE_RUNNING', 'NO_SUCH_MOVE', 'ARCHIVED', 'DATE_PAST', 'NOT_A_SIGNER', ...orderProblems],
    ...signing,
  }),
  /** Our people who can sign with a certificate now. */
  possibleSigners: query({ input: nothing, output: z.array(possibleSignerSchema).readonly(), errors: [], access: 'contracts.read' }),
  /** Has a colleague sign with their certificate in a place of ours that waits. */
  giveSeat: command({
    input: z.object({ signerId: signerIdSchema, userId: userIdSchema, title: plainText(80) }).readonly(),
    output: envelopeSchema,
    errors: ['NOT_FOUND', 'ENVELOPE_CLOSED', 'WRONG_METHOD', 'CHANGED_MEANWHILE', 'NOT_A_SIGNER'],
    ...signing,
  }),
  /** With the person's own certificate in the vault, or with a .p12 file that is read for this once and not kept. */
  signWithCertificate: command({
    input: z
      .object({
        signerId: signerIdSchema,
        source: z.discriminatedUnion('kind', [z.object({ kind: z.literal('identity') }), z.object({ kind: z.literal('pkcs12'), pickId: pickIdSchema, password: z.string().max(256) })]),
        taskId,
      })
      .readonly(),
    output: envelopeSchema,
    errors: [...actErrors, 'NO_IDENTITY', 'NOT_YOUR_SIGNATURE', 'THEIR_CERTIFICATE_NEEDED', 'PICK_EXPIRED', ...pkcs12Errors],
    ...signing,
  }),
  signByHand: command({
    input: z.object({ signerId: signerIdSchema, drawing: drawingSchema, idCheck: idCheckSchema, consent: z.string().max(4000), taskId }).readonly(),
    output: envelopeSchema,
    errors: [...actErrors, ...sealingErrors, 'NOT_DRAWN', 'CONSENT_DIFFERS'],
    ...signing,
  }),
  stampSeal: command({
    input: z.object({ signerId: signerIdSchema, sealId: sealIdSchema, taskId }).readonly(),
    output: envelopeSchema,
    errors: [...actErrors, ...sealingErrors, 'SEAL_RETIRED'],
    ...signing,
    access: 'signing.seal',
  }),
  /** Writes the PDF to sign on paper, or with another program, where the person picks; null when cancelled. */
  handOut: command({ input: z.object({ signerId: signerIdSchema, taskId }).readonly(), output: written, errors: [...actErrors, 'TARGET_MISSING'], ...signing }),
  pickReturned: command({ input: nothing, output: z.object({ pickId: pickIdSchema, fileName: z.string() }).readonly().nullable(), errors: [], access: 'signing.sign' }),
  /** Looks at a file that came back; changes nothing. */
  checkReturned: command({
    input: z.object({ signerId: signerIdSchema, pickId: pickIdSchema }).readonly(),
    output: returnedReportSchema,
    errors: [...actErrors, 'PICK_EXPIRED', 'FILE_TOO_LARGE', 'NOT_A_PDF', 'PDF_UNREADABLE', 'PDF_ENCRYPTED'],
    access: 'signing.sign',
    compartments: whole,
  }),
  /** `signedOn`: the day on the paper, where the ink ends the signing; null: the one that `usualInkDay` gives. */
  acceptReturned: command({
    input: z.object({ signerId: signerIdSchema, pickId: pickIdSchema, reason: plainText(500), signedOn: daySchema.nullable(), taskId }).readonly(),
    output: envelopeSchema,
    errors: [...actErrors, ...sealingErrors, 'PICK_EXPIRED', 'FILE_TOO_LARGE', 'NOT_A_PDF', 'PDF_UNREADABLE', 'PDF_ENCRYPTED', 'REASON_MISSING', 'SIGNATURE_BROKEN', 'SIGNATURES_LOST', 'NO_SIGNATURE', 'SIGNED_IN_FUTURE'],
    ...signing,
  }),
  declineEnvelope: command({ input: z.object({ signerId: signerIdSchema, reason }).readonly(), output: envelopeSchema, errors: ['NOT_FOUND', 'ENVELOPE_CLOSED', 'NOT_THEIR_TURN'], ...signing }),
  voidEnvelope: command({ input: z.object({ envelopeId: envelopeIdSchema, reason }).readonly(), output: envelopeSchema, errors: ['NOT_FOUND', 'ENVELOPE_CLOSED'], ...signing }),
  /** Writes the signed PDF where the person picks; with a password, wrapped in an encrypted one. Null when cancelled. */
  saveSigned: command({
    input: z.object({ envelopeId: envelopeIdSchema, password, taskId }).readonly(),
    output: written,
    errors: ['NOT_FOUND', 'NO_SIGNATURE', 'DAMAGED_FILE', 'TARGET_MISSING', 'PASSWORD_NOT_ASCII'],
    access: 'contracts.read',
    compartments: whole,
    changes: ['contracts'],
  }),
  /** Writes a mail with the signed PDF attached as an .eml file and opens it in the system's mail program. */
  draftMail: command({
    input: z
      .object({ envelopeId: envelopeIdSchema, to: z.union([z.literal(''), z.email()]), subject: plainText(200), text: z.string().max(5000).refine(isPlain, 'INVISIBLE_CHARACTERS'), password, taskId })
      .readonly(),
    output: written,
    errors: ['NOT_FOUND', 'NO_SIGNATURE', 'DAMAGED_FILE', 'TARGET_MISSING', 'PASSWORD_NOT_ASCII'],
    access: 'contracts.read',
    compartments: whole,
    changes: ['contracts'],
  }),
  /** The signed PDFs of many contracts into a folder that the person picks; null when cancelled. Those without one are named. */
  exportMany: command({
    input: z.object({ envelopeIds: z.array(envelopeIdSchema).min(1).max(1000).readonly(), taskId }).readonly(),
    output: z.object({ folder: z.string(), written: z.int(), skipped: z.array(z.string()).readonly(), isCancelled: z.boolean() }).readonly().nullable(),
    errors: [],
    access: 'contracts.read',
    compartments: whole,
    changes: ['contracts'],
  }),
  seals: query({ input: nothing, output: z.array(sealSchema).readonly(), errors: [], access: 'contracts.read' }),
  sealUses: query({ input: nothing, output: z.array(sealUseSchema).readonly(), errors: [], access: 'contracts.read' }),
  sealImage: query({ input: z.object({ id: sealIdSchema }).readonly(), output: z.object({ bytes: z.instanceof(Uint8Array) }).readonly(), errors: ['NOT_FOUND', 'DAMAGED_FILE'], access: 'signing.seal', compartments: ['clauses'] }),
  pickSealImage: command({ input: nothing, output: z.object({ pickId: pickIdSchema, fileName: z.string() }).readonly().nullable(), errors: [], access: 'signing.seal' }),
  addSeal: command({
    input: z.object({ pickId: pickIdSchema, draft: sealDraftSchema }).readonly(),
    output: sealSchema,
    errors: ['PICK_EXPIRED', 'NOT_A_PNG', 'FILE_TOO_LARGE'],
    access: 'signing.seal',
    compartments: ['clauses'],
    changes: ['signing'],
  }),
  retireSeal: command({ input: z.object({ id: sealIdSchema }).readonly(), output: z.null(), errors: ['NOT_FOUND'], access: 'signing.seal', changes: ['signing'] }),
  /** The address of the time-stamp server; empty: none is asked. How many signatures wait for their stamp, and how many more whose file is out to be signed. */
  timestamps: query({ input: nothing, output: z.object({ url: z.string(), queued: z.int(), out: z.int() }).readonly(), errors: [], access: 'contracts.read' }),
  setTimestampServer: command({
    input: z.object({ url: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]) }).readonly(),
    output: z.null(),
    errors: [],
    access: 'signing.sign',
    changes: ['signing'],
  }),
  /** Files that were stamped, that can't be any more, and for which the server's stamp is too large; whether it was away; and the signatures that wait on. */
  stampQueued: command({
    input: nothing,
    output: z.object({ stamped: z.int(), unstampable: z.int(), tooLarge: z.int(), isAway: z.boolean(), left: z.int() }).readonly(),
    errors: [],
    access: 'signing.sign',
    compartments: whole,
    changes: ['signing'],
  }),
} as const;
