import * as fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont, PDFRef } from 'pdf-lib';
import { toOrdinaryCharacters } from './text-maps.ts';

export interface AppearanceSize {
  readonly width: number;
  readonly height: number;
}

const largestText = 9;
const smallestText = 4;
const lineSpacing = 1.4;
const padding = 6;

/** Draws the visible block: a thin frame with the lines, as large as they fit, from a subset of the given TrueType font. */
export async function drawAppearance(
  document: PDFDocument,
  lines: readonly string[],
  fontBytes: Uint8Array,
  { width, height }: AppearanceSize,
): Promise<PDFRef> {
  document.registerFontkit(fontkit);
  const font = await document.embedFont(fontBytes, { subset: true });
  const texts = lines.map((line) => toOrdinaryCharacters(line.normalize('NFC')));
  const size = fittingSize(font, texts, { width, height });
  const leading = size * lineSpacing;
  const top = (height + texts.length * leading) / 2 - size;
  const operators = [
    `q 0.1 0.2 0.42 RG 0.75 w 0.5 0.5 ${round(width - 1)} ${round(height - 1)} re S Q`,
    `BT /F0 ${round(size)} Tf 0 g ${round(leading)} TL ${padding} ${round(top)} Td`,
    ...texts.map((text) => `${font.encodeText(text).toString()} Tj T*`),
    'ET',
  ];
  const { context } = document;
  return context.register(
    context.flateStream(operators.join('\n'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(width), round(height)],
      Resources: { Font: { F0: font.ref } },
    }),
  );
}

function fittingSize(font: PDFFont, texts: readonly string[], { width, height }: AppearanceSize): number {
  const widest = Math.max(1, ...texts.map((text) => font.widthOfTextAtSize(text, 1)));
  const byWidth = (width - 2 * padding) / widest;
  const byHeight = (height - padding) / (Math.max(1, texts.length) * lineSpacing);
  return Math.max(smallestText, Math.min(largestText, byWidth, byHeight));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
