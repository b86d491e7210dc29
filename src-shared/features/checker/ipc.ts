import { z } from 'zod';
import { command, nothing, query } from '../../ipc/contract.ts';
import { plainText } from '../../kernel/plain-text.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { clauseKinds, problemKinds, severitySchema, textLanguages } from './model.ts';

const ruleIdSchema = z.string().regex(/^[A-Z]\d{2}$/);
const fingerprintSchema = z.string().min(1).max(200);

const waiverSchema = z.object({ reason: z.string(), byName: z.string(), at: z.int() }).readonly();

/** A finding with its place and, where somebody set it aside, why. */
export const checkedFindingSchema = z
  .object({
    ruleId: ruleIdSchema,
    kind: z.enum(problemKinds),
    severity: severitySchema,
    clause: z.int().min(0),
    start: z.int().min(0),
    end: z.int().min(0),
    quote: z.string(),
    fingerprint: fingerprintSchema,
    parameters: z.record(z.string(), z.union([z.string(), z.number()])).readonly(),
    fix: z.object({ kind: z.enum(['replace', 'insertAfter']), wording: z.string() }).readonly().nullable(),
    waiver: waiverSchema.nullable(),
  })
  .readonly();
export type CheckedFinding = z.infer<typeof checkedFindingSchema>;

const scoreSchema = z.object({ total: z.int(), byKind: z.record(z.enum(problemKinds), z.int()).readonly() }).readonly();

/** A text's clauses as the checker cut them, and what it found in them. Waived findings don't lower the score. */
export const checkReportSchema = z
  .object({
    language: z.enum(textLanguages),
    versionNumber: z.int(),
    characters: z.int(),
    clauses: z
      .array(z.object({ kind: z.enum(clauseKinds), number: z.string().nullable(), heading: z.string(), text: z.string() }).readonly())
      .readonly(),
    findings: z.array(checkedFindingSchema).readonly(),
    score: scoreSchema,
    ruleSetVersion: z.string(),
  })
  .readonly();
export type CheckReport = z.infer<typeof checkReportSchema>;

const words = z.array(z.string().trim().min(1).max(40)).max(200).readonly();

/** How a rule was changed from what is shipped; `severity` null leaves it as it is. */
export const ruleTuningSchema = z
  .object({ ruleId: ruleIdSchema, severity: severitySchema.nullable(), isOff: z.boolean(), addedWords: words, silencedWords: words })
  .readonly();
export type RuleTuning = z.infer<typeof ruleTuningSchema>;

export const ruleSchema = z
  .object({
    id: ruleIdSchema,
    kind: z.enum(problemKinds),
    /** As shipped. */
    severity: severitySchema,
    bases: z.array(z.string()).readonly(),
    tuning: ruleTuningSchema.nullable(),
    /** Of the tuning, growing with each change of it; 0 where it was never tuned. */
    revision: z.int(),
    changedAt: z.int().nullable(),
    changedByName: z.string().nullable(),
  })
  .readonly();

const ofFinding = z.object({ contractId: contractIdSchema, ruleId: ruleIdSchema, fingerprint: fingerprintSchema });

export const checkerOperations = {
  /** Checks the current version of a contract, with what its record says. */
  check: query({
    input: z.object({ contractId: contractIdSchema }).readonly(),
    output: checkReportSchema,
    errors: ['NOT_FOUND', 'NO_TEXT'],
    access: 'contracts.read',
    compartments: ['clauses'],
    discloses: { subject: 'contract', named: 'contractId' },
  }),
  /** Sets a finding aside, with the reason; it holds as long as the words stay. */
  waive: command({
    input: ofFinding.extend({ reason: plainText(500).min(2) }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'NO_TEXT', 'FINDING_GONE'],
    access: 'contracts.write',
    compartments: ['clauses'],
    changes: ['checker'],
  }),
  withdrawWaiver: command({
    input: ofFinding.readonly(),
    output: z.null(),
    errors: ['NOT_FOUND'],
    access: 'contracts.write',
    compartments: ['clauses'],
    changes: ['checker'],
  }),
  /** Every rule with its tuning, and the version of the whole set. */
  rules: query({
    input: nothing,
    output: z.object({ version: z.string(), rules: z.array(ruleSchema).readonly() }).readonly(),
    errors: [],
    access: 'contracts.read',
  }),
  /** Changes a rule for everybody who uses the vault; all as shipped takes the change back. `revision`: of the tuning that is changed. */
  tune: command({
    input: ruleTuningSchema.unwrap().extend({ revision: z.int().nonnegative() }).readonly(),
    output: z.null(),
    errors: ['NOT_FOUND', 'CHANGED_MEANWHILE'],
    access: 'checker.tune',
    changes: ['checker'],
  }),
};
