import { constants, inflateSync } from 'node:zlib';
import { isKind, nameOf, PdfStructureError, type PdfDictionary, type PdfStream, type PdfValue } from './pdf-values.ts';

/** A few kilobytes can unpack to gigabytes: no page of a contract needs more than this. */
const largestUnpacked = 128 * 1024 * 1024;

/** A stream's bytes without compression and ASCII armour; null where it uses another filter (images, LZW). */
export function unpackStream(stream: PdfStream, resolve: (value: PdfValue) => PdfValue): Buffer | null {
  const { entries } = stream.dictionary;
  const filters = listOf(resolve(entries.get('Filter') ?? null)).map(resolve);
  const parameters = listOf(resolve(entries.get('DecodeParms') ?? null)).map(resolve);
  let bytes = stream.bytes;
  for (const [index, filter] of filters.entries()) {
    const decode = decoders[nameOf(filter) ?? ''];
    if (decode === undefined) return null;
    bytes = decode(bytes);
    const parameter = parameters[index];
    if (isKind(parameter, 'dictionary')) bytes = undoPredictor(bytes, parameter);
  }
  return bytes;
}

function listOf(value: PdfValue): readonly PdfValue[] {
  if (value === null) return [];
  return isKind(value, 'array') ? value.items : [value];
}

const decoders: Readonly<Record<string, (bytes: Buffer) => Buffer>> = {
  FlateDecode: inflate,
  ASCIIHexDecode: decodeHex,
  ASCII85Decode: decodeBase85,
};

function inflate(bytes: Buffer): Buffer {
  try {
    return inflateSync(bytes, { maxOutputLength: largestUnpacked, finishFlush: constants.Z_SYNC_FLUSH });
  } catch {
    throw new PdfStructureError('a compressed stream is damaged');
  }
}

function decodeHex(bytes: Buffer): Buffer {
  const digits = (bytes.toString('latin1').split('>', 1)[0] ?? '').replace(/[\0\s]/g, '');
  return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex');
}

/** Five characters for four bytes, `z` for four zeros; a shorter last group is one byte shorter than its characters. */
function decodeBase85(bytes: Buffer): Buffer {
  const text = (bytes.toString('latin1').split('~>', 1)[0] ?? '').replace(/[\0\s]/g, '').replaceAll('z', '!!!!!');
  const out = Buffer.alloc(Math.ceil(text.length / 5) * 4);
  for (let at = 0; at < text.length; at += 5) {
    const group = [...text.slice(at, at + 5).padEnd(5, 'u')];
    const value = group.reduce((sum, character) => sum * 85 + (character.charCodeAt(0) - 33), 0);
    if (value < 0 || value > 0xffff_ffff) throw new PdfStructureError('a base-85 stream is damaged');
    out.writeUInt32BE(value, (at / 5) * 4);
  }
  const missing = (5 - (text.length % 5)) % 5;
  return out.subarray(0, Math.max(0, out.length - missing));
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
  if (!Number.isSafeInteger(width) || width < 1) throw new PdfStructureError('bad predictor settings');
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
