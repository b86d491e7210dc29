import { PDFArray, PDFDict, PDFName, PDFRawStream, type PDFDocument } from 'pdf-lib';
import { readTextMap, textMapOf, writeTextMap } from './text-maps.ts';

/**
 * Chromium names a glyph in a font's ToUnicode map by the character that the font has for it. What the font draws for a
 * character only where a feature asks for it, such as the narrow quotes of an English text, it names U+0000 there and
 * writes the characters beside each use (ActualText), which few viewers search or copy by. This names every glyph that
 * stands alone for some text by that text, and says how many it named.
 */
export function nameGlyphs(document: PDFDocument): number {
  const { context } = document;
  let named = 0;
  for (const page of document.getPages()) {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    const content = page.node.Contents();
    const streams = content instanceof PDFArray ? content.asArray().map((part) => context.lookup(part)) : [content];
    const uses = streams.flatMap((stream) => (stream instanceof PDFRawStream && fonts !== undefined ? usesIn(readTextMap(stream)) : []));
    for (const [name, texts] of byFont(uses)) {
      const font = fonts?.lookupMaybe(PDFName.of(name), PDFDict);
      const map = font === undefined ? null : textMapOf(context, font);
      if (map === null) continue;
      const { text, entries } = withNames(readTextMap(map), texts);
      if (entries > 0) writeTextMap(map, text);
      named += entries;
    }
  }
  return named;
}

interface Use {
  readonly font: string;
  /** The code of the glyph and the text that it stands for, both in hexadecimal digits. */
  readonly code: string;
  readonly text: string;
}

/** Every glyph of a page's content that stands alone for a text of its own, in the order of the page. */
export function usesIn(content: string): readonly Use[] {
  const uses: Use[] = [];
  let font = '';
  for (const [, chosen, text, shown] of content.matchAll(/\/(\S+)\s+[\d.]+\s+Tf\b|\/ActualText\s*<FEFF((?:[\dA-F]{4})+)>\s*>>\s*BDC\b(.*?)\bEMC\b/gis)) {
    if (chosen !== undefined) font = chosen;
    const codes = [...(shown ?? '').matchAll(/<([\dA-F]+)>/gi)].map(([, code = '']) => code);
    const [code] = codes;
    if (text !== undefined && code?.length === 4 && codes.length === 1) uses.push({ font, code: code.toUpperCase(), text: text.toUpperCase() });
  }
  return uses;
}

function byFont(uses: readonly Use[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const fonts = new Map<string, Map<string, string>>();
  for (const { font, code, text } of uses) fonts.set(font, (fonts.get(font) ?? new Map<string, string>()).set(code, text));
  return fonts;
}

/** A map in which glyphs without a name have those of `texts`. */
function withNames(map: string, texts: ReadonlyMap<string, string>): { readonly text: string; readonly entries: number } {
  let entries = 0;
  const text = map.replace(/<([\dA-F]{4})>(\s*)<0000>/gi, (entry, code: string, gap: string) => {
    const name = texts.get(code.toUpperCase());
    if (name === undefined) return entry;
    entries += 1;
    return `<${code}>${gap}<${name}>`;
  });
  return { text, entries };
}
