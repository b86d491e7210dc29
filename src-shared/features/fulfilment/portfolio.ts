import { z } from 'zod';
import { daySchema } from '../../kernel/day.ts';
import { contractIdSchema } from '../contracts/model.ts';
import { obligationTypeSchema } from '../templates/defaults.ts';
import { obligationIdSchema } from './due-rules.ts';
import { obligationStatusSchema, obligorSchema, paymentIdSchema } from './model.ts';

/** Ready-made questions: everything open, past its grace, within a fortnight, closed, or all. */
export const dueShows = ['open', 'overdue', 'soon', 'closed', 'all'] as const;
export const dueShowSchema = z.enum(dueShows);
export type DueShow = z.infer<typeof dueShowSchema>;

export const dueFilterSchema = z
  .object({
    show: dueShowSchema,
    /** Only what the asking person answers for. */
    mine: z.boolean(),
    obligor: obligorSchema.optional(),
    type: obligationTypeSchema.optional(),
    from: daySchema.optional(),
    to: daySchema.optional(),
    /** Words in the title, or in the contract's title or number; a payment has none of its own. */
    search: z.string().trim().max(100).optional(),
  })
  .readonly();
export const dueSorts = ['due', 'title', 'contract', 'status', 'owner'] as const;
export type DueSort = (typeof dueSorts)[number];
/** How the list is ordered; without it by due day, closed ones from the latest. */
export const dueSortSchema = z.object({ by: z.enum(dueSorts), descending: z.boolean() }).readonly();

export type DueFilter = z.infer<typeof dueFilterSchema>;

/**
 * A line across contracts: an obligation, or a payment without any of its money. A payment that we make counts as ours,
 * one that we await as theirs; it has no title and no status beside being open.
 */
export const dueLineSchema = z
  .object({
    id: z.union([obligationIdSchema, paymentIdSchema]),
    kind: z.enum(['obligation', 'payment']),
    contractId: contractIdSchema,
    contractNumber: z.string(),
    contractTitle: z.string(),
    title: z.string(),
    obligor: obligorSchema,
    type: obligationTypeSchema,
    /** The place of a payment in its plan. */
    sequence: z.int().nullable(),
    dueOn: daySchema.nullable(),
    graceDays: z.int(),
    status: obligationStatusSchema,
    metOn: daySchema.nullable(),
    ownerName: z.string(),
    evidenceRequired: z.boolean(),
    revision: z.int(),
  })
  .readonly();
export type DueLine = z.infer<typeof dueLineSchema>;

/** A state of the board is counted up to this many. */
export const mostOnBoard = 500;

export const duePageSchema = z.object({ lines: z.array(dueLineSchema).readonly(), nextCursor: z.string().nullable() }).readonly();
