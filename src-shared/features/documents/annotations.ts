import { z } from 'zod';

/** Who suggested a change, and when (epoch milliseconds). Changes made in one go share an id. */
export interface SuggestionFacts {
  readonly id: string;
  readonly author: string;
  readonly at: number;
}

const place = { from: z.int().min(0), to: z.int().min(0) } as const;
const id = z.string().min(1).max(60);

/**
 * What stands beside a text that is being edited and is no part of it: a suggested insertion or deletion, or the words
 * that a comment is about. Places are ProseMirror positions in `documentToEditor` of the text. `from` equal to `to`: the
 * suggestion is about the block that begins there, or, where the block holds text, about its parting from the one before.
 */
export const annotationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['insertion', 'deletion']), id, author: z.string().max(200), at: z.int().min(0), ...place }).readonly(),
  z.object({ kind: z.literal('comment'), id, ...place }).readonly(),
]);
export type Annotation = z.infer<typeof annotationSchema>;
