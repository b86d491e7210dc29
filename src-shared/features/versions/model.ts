import { z } from 'zod';
import { textBlockKinds } from '../reading/model.ts';

/**
 * A block of a version as a reader sees it. `number` is its clause number as printed (第三条, 3.1), null without one;
 * `text` goes without it. `cells` are a table row's texts. `level` is 1 to 3 for headings, else 0.
 */
export const versionBlockSchema = z
  .object({
    kind: z.enum(textBlockKinds),
    level: z.int().min(0).max(6),
    number: z.string().nullable(),
    text: z.string(),
    cells: z.array(z.string()).readonly().nullable(),
  })
  .readonly();
export type VersionBlock = z.infer<typeof versionBlockSchema>;

/** What a version can be written as: the text alone as PDF or Word, or what changed between two versions as PDF. */
export const exportFormats = ['pdf', 'docx', 'redline'] as const;
export type ExportFormat = (typeof exportFormats)[number];
