import { z } from 'zod';

/** Stands for a value that lies in a compartment which the person's keys do not open. */
export const withheldSchema = z.object({ withheld: z.literal(true) }).readonly();

export type Withheld = z.infer<typeof withheldSchema>;

export const withheld: Withheld = { withheld: true };

/** The schema of a value that may arrive withheld. */
export function orWithheld<Schema extends z.ZodType>(schema: Schema) {
  return z.union([withheldSchema, schema]);
}

/** True for the mark itself, false for the value it would hide. */
export function isWithheld(value: unknown): value is Withheld {
  return typeof value === 'object' && value !== null && 'withheld' in value && value.withheld === true;
}
