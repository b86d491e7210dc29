import { constants, inflateSync } from 'node:zlib';
import { isKind, nameOf, PdfStructureError, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-values.ts';

/** A few kilobytes can unpack to gigabytes: no page of a contract needs more than this. */
const largestUnpacked = 128 * 1024 * 1024;

/** A stream's bytes without compression; null where it uses a filter other than Flate (images). */
export function unpackStream(stream: PdfStream, resolve: (value: PdfValue) => PdfValue): Buffer | null {
  const { entries } = stream.dictionary;
  const filters = listOf(resolve(entries.get('Filter') ?? null)).map(resolve);
  const parameters = listOf(resolve(entries.get('DecodeParms') ?? null)).map(resolve);
  let bytes = stream.bytes;
  for (const [index, filter] of filters.entries()) {
    if (nameOf(filter) !== 'FlateDecode') return null;
    bytes = inflate(bytes);
    const parameter = parameters[index];
    if (isKind(parameter, 'dictionary')) bytes = undoPredictor(bytes, parameter);
  }
  return bytes;
}

function listOf(value: PdfValue): readonly PdfValue[] {
  if (value === null) return [];
  return isKind(value, 'array') ? value.items : [value];
}

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: largestUnpacked, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    throw new PdfStructureError('a compressed stream is damaged');
  }
}

/** PNG predictors, which cross-reference streams use. */
function undoPredictor(bytes: Buffer, parameters: PdfDictionary): Buffer {
  const setting = (key: string, otherwise: number): number => {
    const value = parameters.entries.get(key);
    return typeof value === 'number' ? value : otherwise;
  };
  const predictor = setting('Predictor', 1);
  if (predictor === 1) return bytes;
  if (predictor < 10) throw new PdfStructureError('a TIFF predictor');
  const sample = Math.max(1, (setting('Colors', 1) * setting('BitsPerComponent', 8)) >> 3);
  const width = setting('Columns', 1) * sample;
  const rows = Math.floor(bytes.length / (width + 1));
  const out = Buffer.alloc(rows * width);
  for (let row = 0; row < rows; row += 1) {
    const type = bytes[row * (width + 1)] ?? 0;
    for (let column = 0; column < width; column += 1) {
      const at = row * width + column;
      const left = column >= sample ? (out[at - sample] ?? 0) : 0;
      const above = row > 0 ? (out[at - width] ?? 0) : 0;
      const corner = row > 0 && column >= sample ? (out[at - width - sample] ?? 0) : 0;
      out[at] = (bytes[row * (width + 1) + 1 + column] ?? 0) + predict(type, left, above, corner);
    }
  }
  return out;
}

function predict(type: number, left: number, above: number, corner: number): number {
  if (type === 1) return left;
  if (type === 2) return above;
  if (type === 3) return (left + above) >> 1;
  if (type !== 4) return 0;
  const estimate = left + above - corner;
  const [a, b, c] = [Math.abs(estimate - left), Math.abs(estimate - above), Math.abs(estimate - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? above : corner;
}
