import type { ReadFailure, ReadText } from '#shared/features/reading/model.ts';
import { fail, type Result } from '#shared/kernel/result.ts';
import { readDocx } from './read-docx.ts';
import { readPdf, type TellPage } from './read-pdf.ts';
import { readPlain } from './read-plain.ts';

/** A file as it was chosen: its name tells .md from .txt, its bytes all else. */
export interface FileToRead {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More than that is no contract, and its text would fill the memory several times over. */
const largestBytes = 64 * 1024 * 1024;

/**
 * The text of a .docx, .pdf, .txt or .md file, in blocks. What it is, is told by its content: a program renamed to
 * .docx is UNSUPPORTED_FILE. Tracked changes in a .docx are read as accepted. NO_TEXT_IN_FILE for an empty file or a
 * scan; FILE_TOO_LARGE over 64 MiB or what unpacks to a flood. `tell` hears of each page of a PDF; other kinds come in one piece.
 */
export async function readText({ name, bytes }: FileToRead, tell?: TellPage): Promise<Result<ReadText, ReadFailure>> {
  if (bytes.length === 0) return fail('NO_TEXT_IN_FILE');
  if (bytes.length > largestBytes) return fail('FILE_TOO_LARGE', { bytes: bytes.length });
  const read = await byContent(name, bytes, tell);
  return read.ok && read.value.blocks.length === 0 ? fail('NO_TEXT_IN_FILE') : read;
}

async function byContent(name: string, bytes: Uint8Array, tell: TellPage | undefined): Promise<Result<ReadText, ReadFailure>> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return readPdf(bytes, tell);
  if (head.startsWith('PK\x03\x04')) return readDocx(bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0')) return fail(holdsEncryptedPackage(bytes) ? 'ENCRYPTED_FILE' : 'UNSUPPORTED_FILE');
  return readPlain(name, bytes);
}

/** A .docx with a password is a compound file with this stream ([MS-OFFCRYPTO] 2.3). */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from('EncryptedPackage', 'utf16le'));
}
