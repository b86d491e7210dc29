import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { documentSchema } from '#shared/features/documents/model.ts';
import type { ReadFailure, ReadText } from '#shared/features/reading/model.ts';
import { placeholdersIn, type FoundTemplate } from '#shared/features/templates/found-template.ts';
import { documentFromText } from '#shared/features/versions/document-from-text.ts';
import { fail, succeed, type Result } from '#shared/kernel/result.ts';
import type { FilePicker } from '../../ports.ts';

export interface FileReadingParts {
  readonly picker: FilePicker;
  readonly reading: { readonly read: (file: { readonly name: string; readonly bytes: Uint8Array }) => Promise<Result<ReadText, ReadFailure>> };
}

const largestBytes = 64 * 1024 * 1024;

/** Lets the person pick a Word file, a PDF or a text, and reads it as a template with its blanks; null when none was picked. */
export async function readTemplateFile({ picker, reading }: FileReadingParts): Promise<Result<FoundTemplate | null, ReadFailure>> {
  const path = await picker.chooseFile({ name: 'Word, PDF, TXT, Markdown', extensions: ['docx', 'pdf', 'txt', 'md'] });
  if (path === null) return succeed(null);
  if ((await stat(path)).size > largestBytes) return fail('FILE_TOO_LARGE');
  const read = await reading.read({ name: basename(path), bytes: new Uint8Array(await readFile(path)) });
  if (!read.ok) return read;
  const body = documentSchema.safeParse(documentFromText(read.value.blocks));
  if (!body.success) return fail('FILE_TOO_LARGE');
  if (body.data.content.length === 0) return fail('NO_TEXT_IN_FILE');
  const text = read.value.blocks.map((block) => block.text).join('');
  const title = read.value.blocks.find(({ kind }) => kind === 'title')?.text ?? read.value.blocks[0]?.text ?? '';
  return succeed({
    fileName: basename(path),
    title: title.slice(0, 200),
    language: (text.match(/\p{Script=Han}/gu)?.length ?? 0) > text.length / 10 ? 'zh' : 'en',
    body: body.data,
    placeholders: placeholdersIn(body.data),
  });
}
