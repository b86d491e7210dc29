import { PdfStructureError, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-values.ts';

const deepest = 200;
const whitespace = new Set([0, 9, 10, 12, 13, 32]);
const delimiters = new Set([...'()<>[]{}/%'].map((character) => character.charCodeAt(0)));

/** Says how long a stream is when its Length is a reference. */
export type LengthOf = (value: PdfValue) => number | null;

/** Reads PDF values one after the other from a position in the bytes. */
export class ValueParser {
  readonly bytes: Buffer;
  position: number;
  #depth = 0;

  constructor(bytes: Buffer, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  get isAtEnd(): boolean {
    this.skipSpace();
    return this.position >= this.bytes.length;
  }

  /** A value, or the keyword or operator that stands there instead. */
  next(): { readonly value: PdfValue } | { readonly keyword: string } {
    this.skipSpace();
    const byte = this.bytes[this.position];
    if (byte === undefined) throw new PdfStructureError('the file ends inside a value', true);
    if (byte === 0x2f) return { value: { kind: 'name', value: this.#name() } };
    if (byte === 0x28) return { value: { kind: 'string', bytes: this.#literalString() } };
    if (byte === 0x5b) return { value: this.#nested(() => this.#array()) };
    if (byte === 0x3c) {
      if (this.bytes[this.position + 1] === 0x3c) return { value: this.#nested(() => this.#dictionary()) };
      return { value: { kind: 'string', bytes: this.#hexString() } };
    }
    const word = this.#word();
    if (word === '') throw new PdfStructureError(`unexpected byte ${byte}`);
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return { value: this.#numberOrReference(word) };
    if (word === 'true' || word === 'false') return { value: word === 'true' };
    return word === 'null' ? { value: null } : { keyword: word };
  }

  value(): PdfValue {
    const found = this.next();
    if ('keyword' in found) throw new PdfStructureError(`a value expected, not ${found.keyword.slice(0, 20)}`);
    return found.value;
  }

  /** `12 0 obj <value>`: gives the number and the value; the position is then behind the value. */
  indirectObject(lengthOf: LengthOf): { readonly number: number; readonly value: PdfValue } {
    const number = this.integer();
    this.integer();
    this.keyword('obj');
    const value = this.value();
    if (typeof value !== 'object' || value?.kind !== 'dictionary') return { number, value };
    const before = this.position;
    this.skipSpace();
    if (this.#word() !== 'stream') {
      this.position = before;
      return { number, value };
    }
    return { number, value: this.#stream(value, lengthOf) };
  }

  integer(): number {
    this.skipSpace();
    const word = this.#word();
    if (!/^\d{1,15}$/.test(word)) throw new PdfStructureError('a number expected');
    return Number(word);
  }

  keyword(expected: string): void {
    this.skipSpace();
    if (this.#word() !== expected) throw new PdfStructureError(`${expected} expected`);
  }

  /** Moves behind white space and comments. */
  skipSpace(): void {
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) return;
      if (byte === 0x25) this.#skipComment();
      else if (whitespace.has(byte)) this.position += 1;
      else return;
    }
  }

  #skipComment(): void {
    while (this.position < this.bytes.length && !isLineEnd(this.bytes[this.position])) this.position += 1;
  }

  #nested<Value>(read: () => Value): Value {
    this.#depth += 1;
    if (this.#depth > deepest) throw new PdfStructureError('nested too deeply');
    const value = read();
    this.#depth -= 1;
    return value;
  }

  #word(): string {
    const start = this.position;
    while (this.position < this.bytes.length) {
      const byte = this.bytes[this.position] ?? 0;
      if (whitespace.has(byte) || delimiters.has(byte)) break;
      this.position += 1;
    }
    return this.bytes.toString('latin1', start, this.position);
  }

  #name(): string {
    this.position += 1;
    return this.#word().replace(/#([\dA-Fa-f]{2})/g, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  }

  #numberOrReference(word: string): PdfValue {
    if (!/^\d+$/.test(word)) return Number(word);
    const after = this.position;
    const match = /^[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/.exec(
      this.bytes.toString('latin1', after, after + 24),
    );
    if (match === null) return Number(word);
    this.position = after + match[0].length;
    return { kind: 'reference', number: Number(word), generation: Number(match[1]) };
  }

  #array(): PdfValue {
    this.position += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x5d) {
        this.position += 1;
        return { kind: 'array', items };
      }
      items.push(this.value());
    }
  }

  #dictionary(): PdfDictionary {
    this.position += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.bytes[this.position] === 0x3e && this.bytes[this.position + 1] === 0x3e) {
        this.position += 2;
        return { kind: 'dictionary', entries };
      }
      if (this.bytes[this.position] !== 0x2f) throw new PdfStructureError('a key expected', this.isAtEnd);
      const key = this.#name();
      // Which of two equal keys counts differs between viewers: refuse instead of choosing.
      if (entries.has(key)) throw new PdfStructureError(`the key ${key} occurs twice`);
      entries.set(key, this.value());
    }
  }

  #hexString(): Buffer {
    const end = this.bytes.indexOf(0x3e, this.position);
    if (end < 0) throw new PdfStructureError('a string without end', true);
    const digits = this.bytes.toString('latin1', this.position + 1, end).replace(/[\0\t\n\f\r ]/g, '');
    if (!/^[\dA-Fa-f]*$/.test(digits)) throw new PdfStructureError('not a hexadecimal string');
    this.position = end + 1;
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
  }

  #literalString(): Buffer {
    const out: number[] = [];
    let open = 0;
    for (;;) {
      const byte = this.bytes[this.position];
      if (byte === undefined) throw new PdfStructureError('a string without end', true);
      this.position += 1;
      if (byte === 0x5c) this.#escape(out);
      else {
        if (byte === 0x28) open += 1;
        if (byte === 0x29) open -= 1;
        if (open === 0) return Buffer.from(out.slice(1));
        out.push(byte);
      }
    }
  }

  #escape(out: number[]): void {
    const octal = /^[0-7]{1,3}/.exec(this.bytes.toString('latin1', this.position, this.position + 3));
    if (octal !== null) {
      this.position += octal[0].length;
      out.push(parseInt(octal[0], 8) & 0xff);
      return;
    }
    const byte = this.bytes[this.position] ?? 0;
    this.position += 1;
    if (byte === 13 && this.bytes[this.position] === 10) this.position += 1;
    if (byte !== 10 && byte !== 13) out.push(escapes.get(byte) ?? byte);
  }

  #stream(dictionary: PdfDictionary, lengthOf: LengthOf): PdfStream {
    if (this.bytes[this.position] === 13) this.position += 1;
    if (this.bytes[this.position] === 10) this.position += 1;
    const start = this.position;
    const length = lengthOf(dictionary.entries.get('Length') ?? null);
    if (length === null || start + length > this.bytes.length) {
      throw new PdfStructureError('a stream without its length', length !== null);
    }
    this.position = start + length;
    this.keyword('endstream');
    return { kind: 'stream', dictionary, bytes: this.bytes.subarray(start, start + length) };
  }
}

const escapes: ReadonlyMap<number, number> = new Map(
  (
    [
      ['n', 10],
      ['r', 13],
      ['t', 9],
      ['b', 8],
      ['f', 12],
    ] as const
  ).map(([letter, code]) => [letter.charCodeAt(0), code]),
);

function isLineEnd(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}
