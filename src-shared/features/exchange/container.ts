import { z } from 'zod';
import { fingerprintSchema, packIdSchema, packKindSchema, publicKeysSchema } from './model.ts';

/** The format that is written, and the oldest that is still read (docs/deedpack.md). */
export const formatVersion = 1;
export const oldestFormatVersion = 1;

/** What stands before the sealed part, readable by anybody: nothing but who may open it and who answers for it. */
export const packHeaderSchema = z
  .object({ packId: packIdSchema, createdAt: z.int(), senderKey: publicKeysSchema.unwrap().shape.signingKey, recipient: fingerprintSchema })
  .strict()
  .readonly();
export type PackHeader = z.infer<typeof packHeaderSchema>;

const partName = z.string().regex(/^(content\.json|amounts\.json|files\/\d{1,4}|evidence\/[0-9a-f-]{36})$/);

/** The list of contents, sealed with them. It says again who sends what to whom, so that nobody can sign another's words as theirs. */
export const packManifestSchema = z
  .object({
    format: z.literal('deedbox-exchange'),
    packId: packIdSchema,
    kind: packKindSchema,
    createdAt: z.int(),
    sender: fingerprintSchema,
    recipient: fingerprintSchema,
    /** The pack that this one answers; null for a first one. */
    replyTo: packIdSchema.nullable(),
    /** Counts the answers to one pack from 1; 0 for a first one. */
    sequence: z.int().min(0),
    parts: z.array(z.object({ name: partName, bytes: z.int().min(0), sha256: z.string().length(64) }).strict().readonly()).max(700).readonly(),
  })
  .strict()
  .readonly();
export type PackManifest = z.infer<typeof packManifestSchema>;

/** Why a pack is refused; each is a sentence on the screen, and nothing was changed. */
export const packRefusals = [
  'PACK_BROKEN',
  'PACK_OLDER',
  'PACK_NEWER',
  'PACK_TAMPERED',
  'PACK_SENDER_UNKNOWN',
  'PACK_SENDER_UNCONFIRMED',
  'PACK_NOT_FOR_YOU',
  'PACK_BOMB',
  'PACK_TOO_LARGE',
  'PACK_OF_TEMPLATES',
] as const;
export type PackRefusal = (typeof packRefusals)[number];

/** Bounds that hold before a byte is unpacked. */
export const packLimits = {
  fileBytes: 160 * 1024 ** 2,
  headerBytes: 4096,
  /** All parts together. */
  unpackedBytes: 256 * 1024 ** 2,
  jsonBytes: 48 * 1024 ** 2,
  entries: 702,
  ratio: 250,
  ratioFromBytes: 8 * 1024 ** 2,
} as const;

/** What the sender may put in: a pack of files near the bound would be read by nobody. */
export const mostPackedBytes = 128 * 1024 ** 2;
