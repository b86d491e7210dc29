import { describe, expect, test } from 'vitest';
import { pictureFacts, pictureType, withoutMetadata } from '#shared/features/fulfilment/pictures.ts';

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0));
const be16 = (value: number) => [value >> 8, value & 255];
const be32 = (value: number) => [0, 0, value >> 8, value & 255];

/** A JPEG of a few markers with an Exif part that says where and when, as a phone writes it. */
function jpegWithExif(): Uint8Array {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [...be16(tag), ...be16(type), ...be32(count), ...value];
  // Offsets within the TIFF part: the first directory at 8, Exif at 38, GPS at 56, data behind.
  const [exifAt, gpsAt, textAt, latitudeAt, longitudeAt] = [38, 56, 110, 130, 154];
  const fractions = (degrees: number, minutes: number, seconds: number) => [degrees, minutes, seconds].flatMap((value) => [...be32(value), ...be32(1)]);
  const tiff = [
    ...ascii('MM'), ...be16(42), ...be32(8),
    ...be16(2), ...entry(0x8769, 4, 1, be32(exifAt)), ...entry(0x8825, 4, 1, be32(gpsAt)), ...be32(0),
    ...be16(1), ...entry(0x9003, 2, 20, be32(textAt)), ...be32(0),
    ...be16(4), ...entry(1, 2, 2, [...ascii('N'), 0, 0, 0]), ...entry(2, 5, 3, be32(latitudeAt)), ...entry(3, 2, 2, [...ascii('W'), 0, 0, 0]), ...entry(4, 5, 3, be32(longitudeAt)), ...be32(0),
    ...ascii('2026:11:25 09:30:00'), 0,
    ...fractions(31, 14, 24), ...fractions(121, 28, 12),
  ];
  const exif = [...ascii('Exif'), 0, 0, ...tiff];
  return Uint8Array.from([
    0xff, 0xd8, 0xff, 0xe0, ...be16(7), ...ascii('JFIF'), 0, 0xff, 0xe1, ...be16(exif.length + 2), ...exif, 0xff, 0xfe, ...be16(8), ...ascii('secret'),
    0xff, 0xdb, ...be16(4), 1, 2, 0xff, 0xda, ...be16(4), 3, 4, 9, 9, 9, 0xff, 0xd9, ...ascii('trailing thumbnail'),
  ]);
}

describe('a photo', () => {
  test('says when and where it was taken', () => {
    expect(pictureFacts(jpegWithExif())).toEqual({ takenAt: '2026-11-25T09:30:00', place: { latitude: 31.24, longitude: -121.47 } });
  });

  test('keeps its pixels and loses everything that it says of itself', () => {
    const bare = withoutMetadata(jpegWithExif());
    const text = Buffer.from(bare ?? []).toString('latin1');
    expect(bare).not.toBeNull();
    for (const word of ['Exif', '2026:11:25', 'secret', 'thumbnail']) expect(text).not.toContain(word);
    expect([...(bare ?? [])].slice(-7)).toEqual([3, 4, 9, 9, 9, 0xff, 0xd9]);
    expect(pictureType(bare ?? new Uint8Array())).toBe('image/jpeg');
  });

  test('that is broken or none at all gives nothing, and never throws', () => {
    const whole = jpegWithExif();
    expect(withoutMetadata(Uint8Array.from(ascii('%PDF-1.7')))).toBeNull();
    for (let length = 0; length < whole.length; length += 1) {
      const cut = whole.subarray(0, length);
      expect(() => [pictureFacts(cut), withoutMetadata(cut)], String(length)).not.toThrow();
    }
  });
});
