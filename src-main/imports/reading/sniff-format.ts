import { open } from 'node:fs/promises';
import { describeOle2 } from './ole2.ts';

/** What a file is by its content: a format that is read here, or a name for what it is instead. */
export type SniffedFormat =
  | { readonly kind: 'zip' | 'text' | 'json' | 'vcard' | 'encrypted' | 'empty' }
  | { readonly kind: 'other'; readonly found: string };

const signatures: readonly (readonly [string, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['gzip', [0x1f, 0x8b]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]],
  ['program', [0x4d, 0x5a, 0x90, 0x00]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
];

/** Judges a file by its first bytes, never by its name. Throws the system's error when it can't be opened. */
export async function sniffFormat(path: string): Promise<SniffedFormat> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(4096);
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    const head = buffer.subarray(0, bytesRead);
    if (bytesRead === 0) return { kind: 'empty' };
    if (startsWith(head, [0x50, 0x4b, 0x03, 0x04]) || startsWith(head, [0x50, 0x4b, 0x05, 0x06])) return { kind: 'zip' };
    if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])) return await describeOle2(file, head);
    if (head.subarray(0, 1024).includes('%PDF-')) return { kind: 'other', found: 'pdf' };
    const known = signatures.find(([, bytes]) => startsWith(head, bytes));
    return known === undefined ? sniffText(head) : { kind: 'other', found: known[0] };
  } finally {
    await file.close();
  }
}

function sniffText(head: Buffer): SniffedFormat {
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return { kind: 'text' };
  // No text has a NUL; the encodings that would are told by their mark above.
  if (head.includes(0)) return { kind: 'other', found: 'binary' };
  const text = head.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '').trimStart();
  if (text === '') return head.length < 4096 ? { kind: 'empty' } : { kind: 'text' };
  if (/^BEGIN:VCARD\s/i.test(text)) return { kind: 'vcard' };
  if (/^\[\s*([[{\]\"]|[\d.-]+\s*,)/.test(text) || /^\{\s*["}]/.test(text)) return { kind: 'json' };
  if (text.startsWith('{\\rtf')) return { kind: 'other', found: 'rtf' };
  if (/^<(!doctype html|html|head|table|meta)/i.test(text)) return { kind: 'other', found: 'html' };
  if (/^<(\?xml|[a-z]+[ >:])/i.test(text)) return { kind: 'other', found: /urn:schemas-microsoft-com:office:spreadsheet/.test(text) ? 'xml spreadsheet' : 'xml' };
  return { kind: 'text' };
}

function startsWith(head: Buffer, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte);
}
