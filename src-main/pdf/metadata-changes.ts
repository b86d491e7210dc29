import { differingKeys, type Report, type Revisions } from './comparison.ts';
import { isKind } from './reading/pdf-values.ts';
import type { PdfFile } from './reading/pdf-file.ts';
import { unpackStream } from './reading/stream-data.ts';

/** What a viewer shows as the document's title, author and subject must stay; dates and the program's name may move on. */
export function compareMetadata({ before, after }: Revisions, report: Report): void {
  const [old, current] = [before, after].map((file) => file.resolve(file.trailer.entries.get('Info')));
  for (const key of differingKeys(old ?? null, current ?? null)) {
    const isHousekeeping = ['ModDate', 'Producer'].includes(key);
    report(isHousekeeping ? 'HOUSEKEEPING' : 'METADATA_CHANGED', null, key);
  }
  const [oldPacket, packet] = [before, after].map(packetOf);
  // A signer's program may add the packet that an older file lacks.
  if (oldPacket === undefined || oldPacket === '' || oldPacket === packet) return;
  for (const name of ['title', 'creator', 'description', 'subject', 'identifier', 'Keywords']) {
    if (textIn(oldPacket, name) !== textIn(packet ?? '', name)) report('METADATA_CHANGED', null, `XMP ${name}`);
  }
}

function packetOf(file: PdfFile): string {
  const stream = file.get(file.catalog, 'Metadata');
  const bytes = isKind(stream, 'stream') ? unpackStream(stream, (value) => file.resolve(value)) : null;
  return bytes?.toString('utf8') ?? '';
}

/** The words inside an element, whatever its prefix and however they are wrapped in lists. */
function textIn(packet: string, name: string): string {
  const elements = packet.matchAll(new RegExp(`<(?:[\\w-]+:)?${name}(?:\\s[^>]*)?>([^]*?)</(?:[\\w-]+:)?${name}\\s*>`, 'g'));
  return [...elements].map(([, inner = '']) => inner.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()).join('\n');
}
