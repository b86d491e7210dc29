import { describe, expect, it } from 'vitest';
import { canonicalText, PdfStructureError } from '../../../src-main/pdf/reading/pdf-values.ts';
import { ValueParser } from '../../../src-main/pdf/reading/value-parser.ts';

function read(text: string): string {
  return canonicalText(new ValueParser(Buffer.from(text, 'latin1')).value());
}

describe('the PDF reader', () => {
  it('reads names, numbers, strings, references and dictionaries', () => {
    expect(read('<< /A#42 1.5 /C [ 12 0 R 7 (x\\051\\n) <4a4> ] /D true >>')).toBe('<<"AB" 1.5 "C" [12 0 R 7 <78290a> <4a40>] "D" true>>');
  });

  it('tells a reference from two numbers', () => {
    expect(read('[1 2 R]')).toBe('[1 2 R]');
    expect(read('[1 2 3]')).toBe('[1 2 3]');
  });

  it('refuses a key that occurs twice', () => {
    expect(() => read('<< /Contents <00> /Contents <01> >>')).toThrow(PdfStructureError);
  });

  it('refuses values that are nested without end', () => {
    expect(() => read('['.repeat(100_000))).toThrow(PdfStructureError);
  });

  it('knows when a value is cut off', () => {
    for (const text of ['<< /A', '[1 2', '(abc', '<41']) expect(() => read(text)).toThrow(PdfStructureError);
  });
});
