import * as fontkit from '@cantoo/fontkit';
import { readFileSync } from 'node:fs';
import { PDFDocument, PDFString, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Printer } from '../../src-main/ports.ts';

const font = readFileSync(new URL('../../node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', import.meta.url));

/**
 * Prints the words of a page and its signature boxes, where no Chromium is at hand: plain lines, and for every
 * `<a id="signature-…">` a link to itself, as Chromium writes it. `pages` keeps the HTML that was printed.
 */
export function boxPrinter(pages: string[] = []): Printer {
  return {
    printToPdf: async (html) => {
      pages.push(html);
      const document = await PDFDocument.create();
      document.registerFontkit(fontkit);
      const face = await document.embedFont(font, { subset: true });
      const sheet = new Sheet(document, face);
      const body = html.slice(html.indexOf('<body'));
      for (const piece of body.split(/(?=<a [^>]*id=")|<\/(?:p|h\d|li|tr|div|section)>|<br\s*\/?>/)) {
        const anchor = /^<a [^>]*id="([^"]+)"/.exec(piece)?.[1];
        const text = piece.replace(/<[^>]+>/g, '').replace(/&#160;|&nbsp;/g, ' ').replace(/&amp;/g, '&').replace(/&quot;/g, '"').replace(/&#39;/g, "'").trim();
        if (anchor !== undefined) sheet.box(anchor);
        if (text !== '') sheet.write(text);
      }
      return document.save({ useObjectStreams: false });
    },
  };
}

class Sheet {
  readonly #document: PDFDocument;
  readonly #face: PDFFont;
  #page: PDFPage;
  #y = 780;

  constructor(document: PDFDocument, face: PDFFont) {
    this.#document = document;
    this.#face = face;
    this.#page = document.addPage([595, 842]);
  }

  write(text: string): void {
    for (const line of text.match(/.{1,50}/gu) ?? []) {
      this.#down(14);
      this.#page.drawText(line, { x: 50, y: this.#y, size: 9, font: this.#face });
    }
  }

  box(anchor: string): void {
    this.#down(90);
    const { context } = this.#document;
    const link = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [50, this.#y, 320, this.#y + 80], Border: [0, 0, 0], Dest: PDFString.of(anchor) }));
    this.#page.node.addAnnot(link);
  }

  #down(height: number): void {
    if (this.#y - height < 50) {
      this.#page = this.#document.addPage([595, 842]);
      this.#y = 800;
    }
    this.#y -= height;
  }
}
