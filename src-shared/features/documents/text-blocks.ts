import { renderDocument, type DocumentToRender } from '../documents/render.ts';
import type { NumberedBlock } from '../reading/model.ts';

/**
 * How a document reads, block by block in the order of the text. It goes through `renderDocument`, so that what is
 * compared is what is printed: values filled in, hidden parts gone, clauses numbered, withheld amounts as ****.
 */
export function documentBlocks(document: Omit<DocumentToRender, 'mode' | 'number'>): readonly NumberedBlock[] {
  const html = renderDocument({ ...document, number: null, mode: 'preview' });
  return [...html.matchAll(blockPattern)].flatMap(([, tag = '', inner = '']) => toBlocks(tag, inner));
}

/** Takes the clause number off the beginning of a text, whether Deedbox set it or somebody typed it. */
export function splitNumber(text: string): Pick<NumberedBlock, 'number' | 'text'> {
  const found = numberPattern.exec(text);
  if (found === null) return { number: null, text };
  const number = found[1] ?? '';
  return { number: number.replace(/\s+/g, ' '), text: text.slice(found[0].length) };
}

// The only blocks that `renderDocument` makes; a paragraph within a cell or an item belongs to it.
const blockPattern = /<(h[1-4]|tr|li|p)\b[^>]*>([\s\S]*?)<\/\1>/g;
const numberPattern = /^(第[零〇一二三四五六七八九十百千\d.]+[条款]|Article\s\d+(?:\.\d+)*|\d+(?:\.\d+)+|[一二三四五六七八九十百]+、|\d+[.、])[\s\u3000:：]*/u;

function toBlocks(tag: string, inner: string): readonly NumberedBlock[] {
  if (tag === 'tr') {
    const cells = inner.split(/<\/t[hd]>/).slice(0, -1).map(textOf);
    return [{ kind: 'tableRow', level: 0, number: null, text: cells.join(' | '), cells }];
  }
  const text = textOf(inner);
  if (text === '') return [];
  if (tag === 'h1') return [{ kind: 'title', level: 0, number: null, text, cells: null }];
  const level = tag.startsWith('h') ? Number(tag.slice(1)) - 1 : 0;
  const kind = level > 0 ? 'heading' : tag === 'li' ? 'listItem' : 'paragraph';
  return [{ kind, level, ...splitNumber(text), cells: null }];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };

function textOf(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/p>/g, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/ *\n\s*/g, '\n')
    .trim();
}
