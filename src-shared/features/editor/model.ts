import { z } from 'zod';
import { annotationSchema } from '../documents/annotations.ts';
import { documentSchema } from '../documents/model.ts';

const said = { author: z.string().max(200), at: z.int().min(0), text: z.string().trim().min(1).max(5_000) } as const;

/** What somebody says about words of the text; which words, an annotation of the same id tells. */
export const commentSchema = z
  .object({ id: z.string().min(1).max(60), ...said, replies: z.array(z.object(said).readonly()).max(200).readonly(), resolvedAt: z.int().nullable() })
  .readonly();
export type Comment = z.infer<typeof commentSchema>;


const bodySchema = z.object({ document: documentSchema, annotations: z.array(annotationSchema).max(20_000).readonly() }).readonly();

/**
 * A contract's text while it is being edited: both languages, suggestions and comments. One for each contract, so that
 * what one person suggests another decides. `baseVersion` is the version that it was begun from.
 */
export const workingCopySchema = z
  .object({ baseVersion: z.int().min(1), zh: bodySchema, en: bodySchema, comments: z.array(commentSchema).max(2_000).readonly() })
  .readonly();
export type WorkingCopy = z.infer<typeof workingCopySchema>;
