/** PDF objects as plain data. A reader of our own: the check must not share the writer's leniency. */
export type PdfValue = null | boolean | number | PdfName | PdfString | PdfReference | PdfDictionary | PdfStream | PdfArray;

export interface PdfName {
  readonly kind: 'name';
  readonly value: string;
}
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: Buffer;
}
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}
export interface PdfStream {
  readonly kind: 'stream';
  readonly dictionary: PdfDictionary;
  readonly bytes: Buffer;
}
export interface PdfArray {
  readonly kind: 'array';
  readonly items: readonly PdfValue[];
}

/** The file's structure doesn't hold: the reader gives up instead of guessing. */
export class PdfStructureError extends Error {
  override readonly name = 'PdfStructureError';
  readonly isTruncated: boolean;

  constructor(message: string, isTruncated = false) {
    super(message);
    this.isTruncated = isTruncated;
  }
}

type Kind = Exclude<PdfValue, null | boolean | number>['kind'];

export function isKind<Wanted extends Kind>(
  value: PdfValue | undefined,
  kind: Wanted,
): value is Extract<PdfValue, { readonly kind: Wanted }> {
  return typeof value === 'object' && value !== null && value.kind === kind;
}

export function nameOf(value: PdfValue | undefined): string | null {
  return isKind(value, 'name') ? value.value : null;
}

/** A text string: UTF-16 or UTF-8 with a mark, otherwise taken as Latin-1. */
export function textOf(value: PdfValue | undefined): string | null {
  if (!isKind(value, 'string')) return null;
  const { bytes } = value;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) {
    return Buffer.from(bytes.subarray(2, bytes.length - (bytes.length % 2))).swap16().toString('utf16le');
  }
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.subarray(3).toString('utf8');
  return bytes.toString('latin1');
}

/** The same text for the same value, whatever the order of keys. A stream's length is left out: its bytes count. */
export function canonicalText(value: PdfValue): string {
  if (value === null || typeof value !== 'object') return String(value);
  switch (value.kind) {
    case 'name':
      return `/${JSON.stringify(value.value)}`;
    case 'string':
      return `<${value.bytes.toString('hex')}>`;
    case 'reference':
      return `${value.number} ${value.generation} R`;
    case 'array':
      return `[${value.items.map(canonicalText).join(' ')}]`;
    case 'dictionary':
      return `<<${[...value.entries].sort(byKey).map(([key, item]) => `${JSON.stringify(key)} ${canonicalText(item)}`).join(' ')}>>`;
    case 'stream': {
      const entries = new Map([...value.dictionary.entries].filter(([key]) => key !== 'Length'));
      return `${canonicalText({ kind: 'dictionary', entries })}${value.bytes.toString('latin1')}`;
    }
  }
}

function byKey([left]: readonly [string, PdfValue], [right]: readonly [string, PdfValue]): number {
  return left < right ? -1 : 1;
}
