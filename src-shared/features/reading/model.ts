import { z } from 'zod';

/** The kinds of file whose text Deedbox reads. */
export const readableKinds = ['docx', 'pdf', 'text', 'markdown'] as const;
export const readableKindSchema = z.enum(readableKinds);
export type ReadableKind = z.infer<typeof readableKindSchema>;

/** What a block of a read text is; a title stands alone at the top, a table arrives row by row. */
export const textBlockKinds = ['title', 'heading', 'paragraph', 'listItem', 'tableRow'] as const;

/** `level` is 1 to 6 for headings and list items, 0 for the rest. `cells` are a table row's texts, else null. */
export const textBlockSchema = z
  .object({
    kind: z.enum(textBlockKinds),
    level: z.int().min(0).max(6),
    text: z.string(),
    cells: z.array(z.string()).readonly().nullable(),
  })
  .readonly();
export type TextBlock = z.infer<typeof textBlockSchema>;

/**
 * A block of a contract's own text as a reader sees it. `number` is its clause number as printed (第三条, 3.1), null
 * without one; `text` goes without it.
 */
export const numberedBlockSchema = textBlockSchema.unwrap().extend({ number: z.string().nullable() }).readonly();
export type NumberedBlock = z.infer<typeof numberedBlockSchema>;

/** A comment that somebody wrote beside the text, with the beginning of the paragraph that it stands at, if any. */
const fileCommentSchema = z.object({ author: z.string(), about: z.string(), text: z.string() }).readonly();
export type FileComment = z.infer<typeof fileCommentSchema>;

/** What a file says beside its text: the different headers and footers, and comments; the first of very many. */
export const textAsidesSchema = z
  .object({
    headers: z.array(z.string()).readonly(),
    footers: z.array(z.string()).readonly(),
    comments: z.array(fileCommentSchema).readonly(),
    commentCount: z.int().nonnegative(),
  })
  .readonly();
export type TextAsides = z.infer<typeof textAsidesSchema>;

/** The text of a file, in reading order. `text` of a block has no line break unless the author broke the line there. */
export interface ReadText {
  readonly kind: ReadableKind;
  readonly blocks: readonly TextBlock[];
  /** Of a Word file that has any; other kinds tell none. */
  readonly asides?: TextAsides;
}

/** Why no text could be had of a file. NO_TEXT_IN_FILE: it is empty or a scan. */
export const readFailures = ['UNSUPPORTED_FILE', 'DAMAGED_FILE', 'ENCRYPTED_FILE', 'NO_TEXT_IN_FILE', 'FILE_TOO_LARGE'] as const;
export type ReadFailure = (typeof readFailures)[number];
