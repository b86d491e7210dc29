import type { SignatureProblem } from '#shared/features/verification/model.ts';
import type { SignatureField } from './signature-fields.ts';
import { isKind, type PdfValue } from './reading/pdf-values.ts';

/** What a signature claims to cover, after checking that the claim can be believed. */
export interface SignedRange {
  /** Where the signed revision ends: the bytes up to there were the whole file when it was signed. */
  readonly end: number;
  readonly signed: readonly [Buffer, Buffer];
  /** The CMS without its padding. */
  readonly cms: Buffer;
}

export type RangeCheck =
  | { readonly range: SignedRange; readonly problems: readonly SignatureProblem[] }
  | { readonly range: null; readonly problems: readonly SignatureProblem[] };

/**
 * Checks a ByteRange against the known attacks. The signed bytes must be the whole revision but for one hole, and the
 * hole must be exactly this signature's own Contents.
 */
export function checkSignedRange(bytes: Buffer, field: SignatureField): RangeCheck {
  const numbers = fourNumbers(field.signature.entries.get('ByteRange'));
  if (numbers === null) return unusable('BYTE_RANGE_MALFORMED');
  const [start, before, after, rest] = numbers;
  if (start !== 0) return unusable('BYTE_RANGE_WRONG_START');
  if (after <= before) return unusable('BYTE_RANGE_OVERLAPS');
  const end = after + rest;
  if (end > bytes.length) return unusable('BYTE_RANGE_OUT_OF_FILE');
  const hole = bytes.toString('latin1', before, after);
  if (!/^<[\dA-Fa-f\s]*>$/.test(hole)) return unusable('GAP_NOT_ONE_HEX_STRING');

  const contents = field.signature.entries.get('Contents');
  const decoded = Buffer.from(hole.slice(1, -1).replace(/\s/g, ''), 'hex');
  const [objectStart, objectEnd] = field.extent ?? [Infinity, -Infinity];
  if (objectStart >= before || objectEnd < after || !isKind(contents, 'string') || !contents.bytes.equals(decoded)) {
    return unusable('CONTENTS_ELSEWHERE');
  }
  if (objectEnd > end) return unusable('BYTE_RANGE_NOT_SIGNED');
  const length = derLength(decoded);
  if (length === null || length > decoded.length) return unusable('CMS_UNREADABLE');

  const problems: SignatureProblem[] = [];
  if (decoded.subarray(length).some((byte) => byte !== 0)) problems.push('BYTES_AFTER_CMS');
  if (!/%%EOF\s*$/.test(bytes.toString('latin1', Math.max(0, end - 12), end))) problems.push('NOT_A_REVISION');
  return {
    range: { end, signed: [bytes.subarray(0, before), bytes.subarray(after, end)], cms: decoded.subarray(0, length) },
    problems,
  };
}

function unusable(problem: SignatureProblem): RangeCheck {
  return { range: null, problems: [problem] };
}

function fourNumbers(value: PdfValue | undefined): readonly [number, number, number, number] | null {
  if (!isKind(value, 'array') || value.items.length !== 4) return null;
  const [a, b, c, d] = value.items;
  return [a, b, c, d].every((item) => typeof item === 'number' && Number.isSafeInteger(item) && item >= 0)
    ? [Number(a), Number(b), Number(c), Number(d)]
    : null;
}

/** Length of the outermost DER or BER value; an indefinite length counts up to the last non-zero byte's end marker. */
function derLength(bytes: Buffer): number | null {
  if (bytes[0] !== 0x30) return null;
  const first = bytes[1] ?? 0;
  if (first < 0x80) return 2 + first;
  if (first === 0x80) {
    let end = bytes.length;
    while (end > 2 && bytes[end - 1] === 0) end -= 1;
    // The end markers are zeros themselves: keep all of them, the parser stops at the right one.
    return bytes.length - end > 2 ? bytes.length : null;
  }
  const count = first & 0x7f;
  return count > 4 || bytes.length < 2 + count ? null : 2 + count + bytes.readUIntBE(2, count);
}
