import { z } from 'zod';

/** The stored stages of a contract (domain.md, "Contract stage"); what time makes of them is derived, never stored. */
export const stages = [
  'draft',
  'in_review',
  'in_negotiation',
  'pending_approval',
  'approved',
  'pending_signature',
  'signed',
  'completed',
  'terminated',
  'superseded',
  'cancelled',
] as const;
export const stageSchema = z.enum(stages);
export type Stage = z.infer<typeof stageSchema>;
