import { z } from 'zod';
import { userIdSchema } from '../vault/model.ts';

/** What can have been done to the chain of events, each found at its place. */
export const auditBreakKinds = ['changed', 'missing', 'moved', 'rewritten', 'added', 'cut_off', 'end_forged'] as const;

/** Events `from` to `to`, by their running numbers. */
export const auditBreakSchema = z.object({ kind: z.enum(auditBreakKinds), from: z.int(), to: z.int() }).readonly();
export type AuditBreak = z.infer<typeof auditBreakSchema>;

export const auditEventSchema = z
  .object({
    sequence: z.int(),
    at: z.int(),
    actorId: z.string(),
    /** Empty for someone whose name is no longer known. */
    actorName: z.string(),
    /** As `contracts.revise`; work in the background has names of its own. */
    operation: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    /** What people call the thing, where the person may know it. */
    subjectName: z.string().nullable(),
    /** Ids, hashes and counts as canonical JSON. */
    facts: z.string(),
    hash: z.string(),
  })
  .readonly();
export type AuditEvent = z.infer<typeof auditEventSchema>;

export const auditFilterSchema = z
  .object({
    actorId: userIdSchema.optional(),
    /** The feature before the dot, as `contracts`. */
    feature: z.string().max(60).optional(),
    /** Instants (epoch ms), the second exclusive. */
    from: z.int().optional(),
    until: z.int().optional(),
    subjectKind: z.string().max(60).optional(),
    subjectId: z.string().max(100).optional(),
  })
  .readonly();
export type AuditFilter = z.infer<typeof auditFilterSchema>;

export const auditColumns = ['sequence', 'time', 'actor', 'operation', 'subject', 'facts', 'hash'] as const;
