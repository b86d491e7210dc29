import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { compartmentSchema } from '../vault/compartments.ts';
import { userIdSchema, vaultIdSchema } from '../vault/model.ts';

export const backupIdSchema = idSchema<'backup'>();
export type BackupId = z.infer<typeof backupIdSchema>;

export const backupReasons = ['manual', 'daily', 'lock'] as const;
export type BackupReason = (typeof backupReasons)[number];

/** What lies in a backup's folder beside the vault's own files. It holds no name and no text. */
export const manifestSchema = z
  .object({
    format: z.literal('deedbox-backup'),
    formatVersion: z.literal(1),
    id: backupIdSchema,
    vaultId: vaultIdSchema,
    takenAt: z.int(),
    takenBy: userIdSchema,
    reason: z.enum(backupReasons),
    /** Compartments whose key was at hand: written anew and read back. The others are copied byte for byte. */
    checkedCompartments: z.array(compartmentSchema).readonly(),
    files: z.array(z.object({ name: z.string().max(200), bytes: z.int(), sha256: z.string().length(64) }).readonly()).readonly(),
    /** Rows of each table of the checked compartments, as `core.contracts`. */
    counts: z.record(z.string(), z.int()),
    /** Where the audit chain ended. */
    audit: z.object({ sequence: z.int(), hash: z.string().length(64) }).readonly(),
    /** HMAC-SHA-256 over the canonical JSON of all the rest, with a key that the header's key gives. */
    mac: z.string().length(64),
  })
  .readonly();
export type Manifest = z.infer<typeof manifestSchema>;

export const backupSummarySchema = z
  .object({
    id: backupIdSchema,
    takenAt: z.int(),
    reason: z.enum(backupReasons),
    bytes: z.int(),
    files: z.int(),
    checkedCompartments: z.array(compartmentSchema).readonly(),
    auditSequence: z.int(),
    auditHash: z.string(),
  })
  .readonly();
export type BackupSummary = z.infer<typeof backupSummarySchema>;

/** What a rehearsed restore looks at, in this order. */
export const drillSteps = ['files', 'open', 'integrity', 'counts', 'attachments', 'audit'] as const;
export type DrillStep = (typeof drillSteps)[number];

export const drillCheckSchema = z
  .object({
    step: z.enum(drillSteps),
    passed: z.boolean(),
    /** How many files, tables, rows or events were looked at. */
    looked: z.int(),
  })
  .readonly();
export type DrillCheck = z.infer<typeof drillCheckSchema>;

export const drillSchema = z
  .object({
    id: idSchema<'drill'>(),
    at: z.int(),
    byName: z.string(),
    backupTakenAt: z.int(),
    milliseconds: z.int(),
    passed: z.boolean(),
    checks: z.array(drillCheckSchema).readonly(),
  })
  .readonly();
export type Drill = z.infer<typeof drillSchema>;
