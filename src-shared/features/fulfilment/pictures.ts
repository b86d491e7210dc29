/** What a picture is, told by its first bytes. */
export function pictureType(bytes: Uint8Array): 'image/jpeg' | 'image/png' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return 'image/jpeg';
  return pngMagic.every((byte, index) => bytes[index] === byte) ? 'image/png' : null;
}

/**
 * The picture without what it says of itself beside its pixels: place, time, device, comments, thumbnails. Only the
 * parts that a viewer needs are kept. Null for what is neither a whole JPEG nor a PNG.
 */
export function withoutMetadata(bytes: Uint8Array): Uint8Array | null {
  const type = pictureType(bytes);
  if (type === null) return null;
  return type === 'image/png' ? barePng(bytes) : bareJpeg(bytes);
}

export interface PictureFacts {
  /** As the camera's clock had it, `YYYY-MM-DDTHH:MM:SS` without a zone; null where it isn't said. */
  readonly takenAt: string | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

/** When and where a JPEG says that it was taken (Exif 2.3). What can't be read counts as not said. */
export function pictureFacts(bytes: Uint8Array): PictureFacts {
  try {
    return exifFacts(bytes) ?? nothingSaid;
  } catch {
    // A broken directory points outside the file; the picture itself is none the worse.
    return nothingSaid;
  }
}

const nothingSaid: PictureFacts = { takenAt: null, place: null };
const pngMagic = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const keptChunks: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND', 'sRGB', 'gAMA']);

function barePng(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return null;
    if (keptChunks.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return joined(kept);
    at = end;
  }
  return null;
}

// APP0 tells the shape of pixels and APP14 how colours are meant; Exif, XMP, ICC and the makers' own lie in the others.
const isDropped = (marker: number) => marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);

function bareJpeg(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept: Uint8Array[] = [bytes.subarray(0, 2)];
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    // From the scan on there is nothing but pixels; what trails behind the end is not the picture's.
    if (marker === 0xda) {
      const end = endOfJpeg(bytes, at);
      return end === null ? null : joined([...kept, bytes.subarray(at, end)]);
    }
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    if (!isDropped(marker)) kept.push(bytes.subarray(at, end));
    at = end;
  }
  return null;
}

function endOfJpeg(bytes: Uint8Array, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 1) if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return at + 2;
  return null;
}

function exifFacts(bytes: Uint8Array): PictureFacts | null {
  const view = viewOf(bytes);
  for (let at = 2; at + 10 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; at += 2 + view.getUint16(at + 2)) {
    if (bytes[at + 1] === 0xe1 && String.fromCharCode(...bytes.subarray(at + 4, at + 8)) === 'Exif') return readTiff(bytes.subarray(at + 10));
  }
  return null;
}

function readTiff(tiff: Uint8Array): PictureFacts {
  const view = viewOf(tiff);
  const little = view.getUint16(0) === 0x4949;
  const first = entriesAt(view, view.getUint32(4, little), little);
  const exif = first.get(0x8769);
  const gps = first.get(0x8825);
  const inExif = exif === undefined ? new Map<number, number>() : entriesAt(view, view.getUint32(exif + 8, little), little);
  const inGps = gps === undefined ? new Map<number, number>() : entriesAt(view, view.getUint32(gps + 8, little), little);
  const taken = inExif.get(0x9003) ?? inExif.get(0x9004);
  const [latitude, longitude] = [degrees(view, inGps, 1, little), degrees(view, inGps, 3, little)];
  const isOnEarth = latitude !== null && longitude !== null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return { takenAt: taken === undefined ? null : momentOf(view, taken, little), place: isOnEarth ? { latitude, longitude } : null };
}

/** Where the entry of each tag lies in a directory. */
function entriesAt(view: DataView, at: number, little: boolean): ReadonlyMap<number, number> {
  const count = Math.min(view.getUint16(at, little), 512);
  return new Map(Array.from({ length: count }, (_, index) => [view.getUint16(at + 2 + index * 12, little), at + 2 + index * 12]));
}

/** `2026:11:25 09:30:00` → `2026-11-25T09:30:00`. */
function momentOf(view: DataView, entry: number, little: boolean): string | null {
  const from = view.getUint32(entry + 8, little);
  const text = Array.from({ length: 19 }, (_, index) => String.fromCharCode(view.getUint8(from + index))).join('');
  const found = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text);
  return found === null ? null : `${found[1]}-${found[2]}-${found[3]}T${found[4]}`;
}

/** Degrees from the three fractions of tag + 1, their side of the equator or of Greenwich from tag. */
function degrees(view: DataView, gps: ReadonlyMap<number, number>, tag: number, little: boolean): number | null {
  const [side, value] = [gps.get(tag), gps.get(tag + 1)];
  if (side === undefined || value === undefined) return null;
  const from = view.getUint32(value + 8, little);
  const part = (index: number) => view.getUint32(from + index * 8, little) / view.getUint32(from + index * 8 + 4, little);
  const size = part(0) + part(1) / 60 + part(2) / 3600;
  if (!Number.isFinite(size)) return null;
  const isNegative = ['S', 'W'].includes(String.fromCharCode(view.getUint8(side + 8)));
  return Math.round((isNegative ? -size : size) * 1e6) / 1e6;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const result = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    result.set(part, at);
    at += part.length;
  }
  return result;
}
