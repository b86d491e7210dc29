import { z } from 'zod';
import { idSchema } from '../../kernel/ids.ts';

/** A file as a contract holds it; the same bytes under two names are two of these and one stored file. */
export const contractAttachmentIdSchema = idSchema<'contractAttachment'>();
export type ContractAttachmentId = z.infer<typeof contractAttachmentIdSchema>;

/** 200 MiB; a larger file is refused by name. */
export const largestAttachmentBytes = 200 * 1024 * 1024;
/** More bytes than these are not drawn in the window. */
export const largestPreviewBytes = 32 * 1024 * 1024;
/** Files that one call adds. */
export const mostAtOnce = 100;
/** Files of more bytes are kept, but their text isn't read. */
export const largestReadBytes = 64 * 1024 * 1024;
/** How many characters of a text can be searched: a longer one would keep the window waiting while it is indexed. */
export const longestSearched = 1_000_000;
/** How long a removed file can be had back; afterwards its bytes may be swept. */
export const undoMilliseconds = 60_000;

/** What came of reading a file's text: `none` for a scan, an image or a kind without text. */
export const textStates = ['pending', 'running', 'done', 'none', 'failed'] as const;
export const textStateSchema = z.enum(textStates);
export type TextState = z.infer<typeof textStateSchema>;

/** Why a file's text is not there to be searched, or, for `CUT`, only its beginning. `STOPPED`: somebody stopped the reading. */
export const textNotes = ['CUT', 'STOPPED', 'FILE_TOO_LARGE', 'ENCRYPTED_FILE', 'DAMAGED_FILE'] as const;
export const textNoteSchema = z.enum(textNotes);
export type TextNote = z.infer<typeof textNoteSchema>;

export const attachmentNameSchema = z.string().trim().min(1).max(255).refine((name) => !hasForbidden(name));

export const contractAttachmentSchema = z
  .object({
    id: contractAttachmentIdSchema,
    name: z.string(),
    byteLength: z.int().min(0),
    addedAt: z.int(),
    addedBy: z.string(),
    textState: textStateSchema,
    textNote: textNoteSchema.nullable(),
    /** While its text is read: the task that tells how far that is, and how far it is now, from 0 to 1, where the file's parts are known. */
    reading: z.object({ taskId: idSchema<'task'>(), fraction: z.number().nullable() }).readonly().nullable(),
  })
  .readonly();
export type ContractAttachment = z.infer<typeof contractAttachmentSchema>;

/** Why one file of several was not added. */
export const addFailures = ['FILE_TOO_LARGE', 'PICK_EXPIRED'] as const;

/** What a preview shows; `bytes` stay whole, `text` is cut. */
export const attachmentPreviewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pdf'), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('image'), type: z.string(), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('text'), text: z.string(), isCut: z.boolean() }),
  z.object({ kind: z.literal('none') }),
]);
export type AttachmentPreview = z.infer<typeof attachmentPreviewSchema>;

/** A path's separators and control characters would not survive being saved as a file. */
function hasForbidden(name: string): boolean {
  return [...name].some((character) => character < ' ' || character === '/' || character === '\\');
}
