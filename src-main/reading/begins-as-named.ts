import type { FileToRead } from './read-text.ts';

/**
 * Whether a file begins as files of the kind that its name says do; one that doesn't was damaged, or never was what it is
 * called. True where a name says no kind, or one of which nobody looks at the beginning.
 */
export function beginsAsNamed({ name, bytes }: FileToRead): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).toString('latin1');
  const kind = /\.([a-z]{3,4})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';
  if (kind === 'pdf') return head.includes('%PDF-');
  return !offices.has(kind) || officeBeginnings.some((beginning) => head.startsWith(beginning));
}

const offices: ReadonlySet<string> = new Set(['doc', 'docx', 'docm', 'xls', 'xlsx', 'xlsm', 'ppt', 'pptx', 'odt', 'ods']);

/** An archive; a compound file, as the old kinds and those with a password are; what programs write under an old name: RTF, a page of HTML or XML. */
const officeBeginnings = ['PK\x03\x04', '\xd0\xcf\x11\xe0', '{\\rtf', '<', '\xef\xbb\xbf<'];
