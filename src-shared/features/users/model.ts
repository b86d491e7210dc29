import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';
import { userIdSchema } from '../vault/model.ts';
import { compartmentSchema } from '../vault/compartments.ts';
import { customRoleIdSchema } from '../vault/custom-roles.ts';
import { reachSchema } from '../vault/reach.ts';
import { roleSchema } from '../vault/roles.ts';

export const accessReviewIdSchema = idSchema<'accessReview'>();
export type AccessReviewId = z.infer<typeof accessReviewIdSchema>;

export const grantDecisions = ['confirmed', 'withdrawn'] as const;
export type GrantDecision = (typeof grantDecisions)[number];

/** One person's roles as the review shows them, and what was decided about them. */
export const reviewedGrantSchema = z
  .object({
    userId: userIdSchema,
    userName: z.string(),
    roles: z.array(roleSchema).readonly(),
    customRoles: z.array(customRoleIdSchema).readonly(),
    compartments: z.array(compartmentSchema).readonly(),
    reach: reachSchema,
    decision: z.enum(grantDecisions).nullable(),
    decidedAt: z.int().nullable(),
    decidedByName: z.string(),
  })
  .readonly();
export type ReviewedGrant = z.infer<typeof reviewedGrantSchema>;

export const accessReviewSchema = z
  .object({
    id: accessReviewIdSchema,
    startedAt: z.int(),
    startedByName: z.string(),
    finishedAt: z.int().nullable(),
    finishedByName: z.string(),
    grants: z.array(reviewedGrantSchema).readonly(),
  })
  .readonly();
export type AccessReview = z.infer<typeof accessReviewSchema>;

export const sessionEventKinds = ['unlocked', 'locked', 'recovered'] as const;

/** Somebody opened or locked the vault. `failures`: wrong tries on that laptop before. */
export const sessionEventSchema = z
  .object({ sequence: z.int(), at: z.int(), userName: z.string(), kind: z.enum(sessionEventKinds), failures: z.int() })
  .readonly();
export type SessionEvent = z.infer<typeof sessionEventSchema>;

export const rotationMonths = [3, 6, 12, 24] as const;
export type RotationMonths = (typeof rotationMonths)[number];
