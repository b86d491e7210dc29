import { z } from 'zod';

/** A random id (UUID) that the compiler does not let stand in for the id of another thing. */
export type Id<Thing extends string> = string & { readonly [thing in Thing as `${thing}Id`]: true };

/** The schema of an id of one kind of thing. */
export function idSchema<const Thing extends string>(): z.ZodType<Id<Thing>, Id<Thing>> {
  return z.uuid() as unknown as z.ZodType<Id<Thing>, Id<Thing>>;
}
