import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { Archive } from '../imports/reading/archive.ts';
import { createWordNumbering, type ParagraphPlace, type ParagraphProperties } from './word-numbering.ts';
import { attributeOf, escaped, numberOf, tagsOf, type Tag } from './word-tags.ts';

const textParts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'] as const;

/**
 * The file as the library can read all of it: what simple fields show (a date, a reference, a merged value) stands
 * there as plain words, and each paragraph bears its place in lists and outline as a bookmark, for `placeIn`.
 */
export async function layOpen(archive: Archive): Promise<Buffer> {
  const textOf = async (name: string) => (archive.names.has(name) ? (await wholeOf(archive, name)).toString('utf8') : '');
  const placeOf = createWordNumbering(await textOf('word/numbering.xml'), await textOf('word/styles.xml'));
  const opened = new Map<string, string>();
  for (const name of textParts) if (archive.names.has(name)) opened.set(name, laidOpen(await textOf(name), placeOf));
  const zip = new ZipFile();
  for (const name of archive.names) {
    // Pictures and the like hold no words.
    if (!isText(name)) continue;
    const text = opened.get(name);
    zip.addBuffer(text === undefined ? await wholeOf(archive, name) : Buffer.from(text), name, { compress: false });
  }
  zip.end();
  return buffer(zip.outputStream);
}

/** Whether a part of the file may hold text. */
export function isText(name: string): boolean {
  return /\.(?:xml|rels)$/iu.test(name);
}

async function wholeOf(archive: Archive, name: string): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of archive.read(name)) pieces.push(piece);
  return Buffer.concat(pieces);
}

interface OpenParagraph {
  readonly startsAt: number;
  properties: ParagraphProperties;
  isInProperties: boolean;
  isPlaced: boolean;
  /** Its end was deleted or it moved away, so that what is left of it joins the next paragraph, whose number shows. */
  isGone: boolean;
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const plain: ParagraphProperties = { styleId: null, numId: null, level: null, outline: null };
// What a tracked change keeps of how things were.
const formerTags: ReadonlySet<string> = new Set(['w:pPrChange', 'w:rPrChange', 'w:numberingChange', 'w:sectPrChange']);

function laidOpen(xml: string, placeOf: (paragraph: ParagraphProperties) => ParagraphPlace): string {
  const edits: Edit[] = [];
  const paragraphs: OpenParagraph[] = [];
  let former = 0;
  const place = (paragraph: OpenParagraph, at: number) => {
    paragraph.isPlaced = true;
    if (!paragraph.isGone) edits.push({ from: at, to: at, text: bookmarkOf(placeOf(paragraph.properties)) });
  };
  for (const tag of tagsOf(xml)) {
    const paragraph = paragraphs.at(-1);
    if (tag.name === 'w:fldSimple' || tag.name === 'w:bookmarkStart') edits.push({ from: tag.from, to: tag.to, text: '' });
    else if (formerTags.has(tag.name)) former += tag.kind === 'opening' ? 1 : tag.kind === 'closing' ? -1 : 0;
    else if (former > 0) continue;
    else if (tag.name === 'w:p' && tag.kind === 'opening') {
      paragraphs.push({ startsAt: tag.to, properties: plain, isInProperties: false, isPlaced: false, isGone: false });
    } else if (paragraph === undefined) continue;
    else if (tag.name === 'w:p' && tag.kind === 'closing') {
      if (!paragraph.isPlaced) place(paragraph, paragraph.startsAt);
      paragraphs.pop();
    } else if (tag.name === 'w:pPr') {
      paragraph.isInProperties = tag.kind === 'opening';
      if (!paragraph.isInProperties && !paragraph.isPlaced) place(paragraph, tag.to);
    } else if (paragraph.isInProperties) readPropertyTag(paragraph, tag);
  }
  return withEdits(xml, edits);
}

function readPropertyTag(paragraph: OpenParagraph, tag: Tag): void {
  const { properties } = paragraph;
  const value = attributeOf(tag, 'w:val');
  if (tag.kind === 'closing') return;
  if (tag.name === 'w:pStyle') paragraph.properties = { ...properties, styleId: value };
  else if (tag.name === 'w:numId') paragraph.properties = { ...properties, numId: value };
  else if (tag.name === 'w:ilvl') paragraph.properties = { ...properties, level: numberOf(tag, 'w:val') };
  else if (tag.name === 'w:outlineLvl') paragraph.properties = { ...properties, outline: numberOf(tag, 'w:val') };
  else if (tag.name === 'w:del' || tag.name === 'w:moveFrom') paragraph.isGone = true;
}

function withEdits(xml: string, edits: Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, text } of edits.sort((one, other) => one.from - other.from || one.to - other.to)) {
    pieces.push(xml.slice(at, from), text);
    at = to;
  }
  return pieces.join('') + xml.slice(at);
}

// Bookmarks of the file's own are taken out, so that none passes for one of these.
function bookmarkOf({ number, outline }: ParagraphPlace): string {
  if (number === null && outline === null) return '';
  return `<w:bookmarkStart w:name="${escaped(`place:${outline ?? ''}${number === null ? '' : `:${number}`}`)}"/>`;
}

/** The place that a paragraph's bookmark tells; undefined for a bookmark that tells none. */
export function placeIn(bookmark: string): ParagraphPlace | undefined {
  const found = /^place:(\d?)(?::([\s\S]*))?$/u.exec(bookmark);
  if (found === null) return undefined;
  return { outline: found[1] === '' ? null : Number(found[1]), number: found[2] ?? null };
}
