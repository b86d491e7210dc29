import type { Report, Revisions } from './comparison.ts';
import { isKind } from './reading/pdf-values.ts';
import type { PdfFile } from './reading/pdf-file.ts';

const space = String.raw`(?:[\0\t\n\f\r ]|%[^\r\n]*[\r\n])+`;

/**
 * Viewers that stumble over a cross-reference give it up and search the whole file for objects: the last one of each
 * number counts, listed or not. So behind the signed revision every object must be listed where it stands, the last of
 * its number must be the one that counts, and every trailer must be one that the cross-references lead to. Otherwise
 * a page could show what this check never saw.
 */
export function reportUnlistedObjects({ before, after }: Revisions, report: Report): void {
  const from = before.bytes.length;
  const added = after.bytes.toString('latin1', from);
  const listed = listedObjects(after);
  const lastByNumber = new Map<number, number>();
  for (const { index, groups } of added.matchAll(new RegExp(`(?<!\\d)(?<number>\\d+)${space}(?<generation>\\d+)${space}obj(?![A-Za-z])`, 'g'))) {
    const number = Number(groups?.['number']);
    const start = from + index;
    if (!listed.has(`${number} ${Number(groups?.['generation'])} ${start}`) && !isOwnSection(after, before, number, start)) {
      report('OBJECT_CHANGED', null, String(number));
    }
    lastByNumber.set(number, start);
  }
  for (const [number, start] of lastByNumber) {
    if (before.locationOf(number) !== null && !isNewest(after, number, start)) report('OBJECT_CHANGED', null, String(number));
  }

  const sections = after.sections.filter((section) => section.start >= from);
  const tables = sections.filter((section) => section.isTable);
  if ((added.match(/(?<![A-Za-z])trailer(?![A-Za-z])/g) ?? []).length !== tables.length) report('BYTES_AFTER_END', null, null);
  for (const { trailer } of sections) {
    const root = trailer.entries.get('Root');
    if (isKind(root, 'reference') && root.number !== before.rootNumber) report('CATALOG_REPLACED', null, null);
  }
}

/** `number generation offset` of every object that some section lists; offsets are moved behind white space. */
function listedObjects(file: PdfFile): ReadonlySet<string> {
  const listed = new Set<string>();
  for (const { locations } of file.sections) {
    for (const [number, location] of locations) {
      if (location === null || !('offset' in location)) continue;
      listed.add(`${number} ${location.generation} ${behindSpace(file.bytes, location.offset)}`);
    }
  }
  return listed;
}

/** A cross-reference stream needn't list itself; its number must then be a new one. */
function isOwnSection(after: PdfFile, before: PdfFile, number: number, start: number): boolean {
  const isSection = after.sections.some((section) => !section.isTable && section.start === start);
  return isSection && before.locationOf(number) === null;
}

function isNewest(file: PdfFile, number: number, start: number): boolean {
  const location = file.locationOf(number);
  if (location === null) return false;
  if ('offset' in location) return behindSpace(file.bytes, location.offset) === start;
  const container = file.locationOf(location.stream);
  return container !== null && 'offset' in container && container.offset > start;
}

function behindSpace(bytes: Buffer, offset: number): number {
  let at = offset;
  while (at < bytes.length && [0, 9, 10, 12, 13, 32].includes(bytes[at] ?? -1)) at += 1;
  return at;
}
