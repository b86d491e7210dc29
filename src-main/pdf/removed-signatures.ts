import { PdfFile } from './reading/pdf-file.ts';
import { PdfStructureError } from './reading/pdf-values.ts';
import { checkSignedRange } from './signed-ranges.ts';
import { findSignatureFields } from './signature-fields.ts';

/** More than any contract has; keeps a forged file from costing minutes. */
const mostCandidates = 50;

/** Names of the fields that an earlier revision shows as signed while the last revision no longer has that signature. */
export function findRemovedSignatures(bytes: Buffer, presentEnds: readonly number[]): readonly string[] {
  const candidates = new Set(
    [...bytes.toString('latin1').matchAll(/\/ByteRange\s*\[\s*0\s+\d{1,10}\s+(\d{1,10})\s+(\d{1,10})\s*\]/g)]
      .map(([, after, rest]) => Number(after) + Number(rest))
      .filter((end) => end <= bytes.length && !presentEnds.includes(end)),
  );
  return [...candidates].slice(0, mostCandidates).flatMap((end) => signedAt(bytes.subarray(0, end), end));
}

function signedAt(revision: Buffer, end: number): readonly string[] {
  try {
    return findSignatureFields(new PdfFile(revision))
      .filter((field) => checkSignedRange(revision, field).range?.end === end)
      .map((field) => field.name);
  } catch (error) {
    if (error instanceof PdfStructureError) return [];
    throw error;
  }
}
