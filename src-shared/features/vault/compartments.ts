import { z } from 'zod';

/** The three encrypted files of a vault, each with a key of its own. */
export const compartments = ['core', 'clauses', 'finance'] as const;
export const compartmentSchema = z.enum(compartments);
export type Compartment = z.infer<typeof compartmentSchema>;
