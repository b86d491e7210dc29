import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { stageSchema } from '../contracts/stage.ts';

export const restorationIdSchema = idSchema<'restoration'>();
export type RestorationId = z.infer<typeof restorationIdSchema>;

/** What of a contract is brought back by itself. The wording comes back as a new version. */
export const contractParts = ['record', 'text', 'obligations', 'payments', 'files'] as const;
export const contractPartSchema = z.enum(contractParts);
export type ContractPart = z.infer<typeof contractPartSchema>;

/** A contract as a backup holds it. */
export const backedUpContractSchema = z
  .object({ id: contractIdSchema, number: z.string(), title: z.string(), stage: stageSchema, updatedAt: z.int(), isHere: z.boolean() })
  .readonly();

/** How a part of the backup stands to what is here now. What came later is never touched. */
export const partDifferenceSchema = z
  .object({
    part: contractPartSchema,
    /** Entries of the backup that are gone here, and those that read otherwise here. */
    missing: z.int(),
    changed: z.int(),
    /** Names of the first of them, for the eye. */
    names: z.array(z.string()).max(20).readonly(),
    /** Signed text and record can't be changed any more, only copied. */
    isFixed: z.boolean(),
  })
  .readonly();
export type PartDifference = z.infer<typeof partDifferenceSchema>;

export const comparedContractSchema = z
  .object({
    id: contractIdSchema,
    number: z.string(),
    title: z.string(),
    stage: stageSchema,
    updatedAt: z.int(),
    versionNumber: z.int(),
    obligations: z.int(),
    payments: z.int(),
    files: z.int(),
    /** Null: the contract is not in the vault any more. */
    differences: z.array(partDifferenceSchema).readonly().nullable(),
  })
  .readonly();
export type ComparedContract = z.infer<typeof comparedContractSchema>;

export const restorationSchema = z
  .object({
    id: restorationIdSchema,
    contractId: contractIdSchema,
    number: z.string(),
    title: z.string(),
    backupTakenAt: z.int(),
    kind: z.enum(['copy', 'parts']),
    parts: z.array(contractPartSchema).readonly(),
    restoredAt: z.int(),
    restoredByName: z.string(),
    undoneAt: z.int().nullable(),
  })
  .readonly();
export type Restoration = z.infer<typeof restorationSchema>;
