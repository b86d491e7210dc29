import type { FileHandle } from 'node:fs/promises';
import type { SniffedFormat } from './sniff-format.ts';

const namesByStream: readonly (readonly [string, string])[] = [
  ['Workbook', 'xls'],
  ['Book', 'xls'],
  ['WordDocument', 'doc'],
  ['PowerPoint Document', 'ppt'],
  ['__properties_version1.0', 'msg'],
];

/**
 * Tells what a compound file (OLE2) holds by the names in its directory: a workbook with a password is one with an
 * EncryptedPackage ([MS-OFFCRYPTO] 2.3), old Office files have their own streams ([MS-CFB] 2.2 and 2.6 for the layout).
 */
export async function describeOle2(file: FileHandle, head: Buffer): Promise<SniffedFormat> {
  if (head.length < 512) return { kind: 'other', found: 'ole2' };
  const sectorSize = head.readUInt16LE(30) === 12 ? 4096 : 512;
  const directory = Buffer.alloc(16 * 1024);
  const start = (head.readUInt32LE(48) + 1) * sectorSize;
  const { bytesRead } = await file.read(directory, 0, directory.length, start);
  const names = new Set<string>();
  for (let at = 0; at + 128 <= bytesRead; at += 128) {
    const length = directory.readUInt16LE(at + 64);
    if (length >= 4 && length <= 64) names.add(directory.toString('utf16le', at, at + length - 2));
  }
  if (names.has('EncryptedPackage')) return { kind: 'encrypted' };
  const known = namesByStream.find(([stream]) => names.has(stream));
  return { kind: 'other', found: known?.[1] ?? 'ole2' };
}
