import { verifyPdf } from '../../src-main/pdf/verify.ts';
import { PdfFile } from '../../src-main/pdf/reading/pdf-file.ts';
import { isKind } from '../../src-main/pdf/reading/pdf-values.ts';
import { moment } from './pdf-documents.ts';

/** Increments written byte by byte, as an attacker writes them whom no PDF library holds back. */

export interface Entry {
  readonly number: number;
  readonly offset: number;
  readonly generation: number;
}

/** Appends objects and a cross-reference table that lists what `entries` says; `start` is where the objects begin. */
export function appendRaw(pdf: Uint8Array, objects: string, entries: (start: number) => readonly Entry[]): Buffer {
  const start = pdf.length + 1;
  const rows = entries(start).map(
    ({ number, offset, generation }) => `${number} 1\n${String(offset).padStart(10, '0')} ${String(generation).padStart(5, '0')} n \n`,
  );
  const { trailer } = new PdfFile(Buffer.from(pdf));
  const reference = (key: string): string => {
    const value = trailer.entries.get(key);
    return isKind(value, 'reference') ? `/${key} ${value.number} ${value.generation} R` : '';
  };
  const dictionary = `<< /Size ${freeNumber(pdf) + 30_000} ${reference('Root')} ${reference('Info')} /Prev ${lastCrossReference(pdf)} >>`;
  const table = `xref\n${rows.join('')}trailer\n${dictionary}\nstartxref\n${start + objects.length}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(`\n${objects}${table}`, 'latin1')]);
}

/** Appends a cross-reference stream with these entries and this data. */
export function appendSection(pdf: Uint8Array, settings: string, data: Buffer): Buffer {
  const start = pdf.length + 1;
  const number = freeNumber(pdf);
  const { rootNumber } = new PdfFile(Buffer.from(pdf));
  const dictionary = `<< /Type /XRef /Size ${number + 1} /Root ${rootNumber} 0 R /Prev ${lastCrossReference(pdf)} /Length ${data.length} ${settings} >>`;
  const head = Buffer.from(`\n${number} 0 obj\n${dictionary}\nstream\n`);
  return Buffer.concat([pdf, head, data, Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`)]);
}

export function streamObject(number: number, data: string, entries = ''): string {
  return `${number} 0 obj\n<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream\nendobj\n`;
}

/** A number that no object of the file has. */
export function freeNumber(pdf: Uint8Array): number {
  return Math.max(...new PdfFile(Buffer.from(pdf)).numbers) + 10;
}

export function lastCrossReference(pdf: Uint8Array): number {
  const text = Buffer.from(pdf).toString('latin1');
  return Number(/startxref\s+(\d+)/.exec(text.slice(text.lastIndexOf('startxref')))?.[1]);
}

/** Number and place of the first page's content. */
export function contentsOf(pdf: Uint8Array): { readonly number: number; readonly offset: number } {
  const file = new PdfFile(Buffer.from(pdf));
  const contents = file.pages()[0]?.dictionary.entries.get('Contents');
  if (!isKind(contents, 'reference')) throw new Error('no content');
  const location = file.locationOf(contents.number);
  if (location === null || !('offset' in location)) throw new Error('no place');
  return { number: contents.number, offset: location.offset };
}

/** The verdict, or the code of what makes a check impossible. Throws only where the check itself crashes. */
export function outcomeOf(pdf: Uint8Array): string {
  const result = verifyPdf({ pdf, trustedCertificatesPem: [], now: moment });
  return result.ok ? result.value.verdict : result.error.code;
}
