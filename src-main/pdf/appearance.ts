import * as fontkit from '@cantoo/fontkit';
import type { PDFDocument, PDFFont, PDFRef } from 'pdf-lib';
import { drawingOperators, type Area, type Mark } from './marks.ts';
import { toOrdinaryCharacters } from './text-maps.ts';

export interface AppearanceSize {
  readonly width: number;
  readonly height: number;
}

const largestText = 9;
const smallestText = 4;
const lineSpacing = 1.4;
const padding = 6;
/** How much of a block's width a drawn signature or a seal takes; the words stand beside it. */
const markShare = 0.46;

/**
 * Draws the visible block: a thin frame with the lines, as large as they fit, from a subset of the given TrueType font,
 * and on their left what was drawn or stamped.
 */
export async function drawAppearance(
  document: PDFDocument,
  lines: readonly string[],
  fontBytes: Uint8Array,
  { width, height }: AppearanceSize,
  mark: Mark | null = null,
): Promise<PDFRef> {
  document.registerFontkit(fontkit);
  const font = await document.embedFont(fontBytes, { subset: true });
  const texts = lines.map((line) => toOrdinaryCharacters(line.normalize('NFC')));
  const left = mark === null ? 0 : width * markShare;
  const size = fittingSize(font, texts, { width: width - left, height });
  const leading = size * lineSpacing;
  const top = (height + texts.length * leading) / 2 - size;
  const { context } = document;
  const drawn = mark === null ? nothingDrawn : await drawMark(document, mark, { x: padding, y: padding, width: left - padding, height: height - 2 * padding });
  const operators = [
    `q 0.1 0.2 0.42 RG 0.75 w 0.5 0.5 ${round(width - 1)} ${round(height - 1)} re S Q`,
    ...drawn.operators,
    `BT /F0 ${round(size)} Tf 0 g ${round(leading)} TL ${round(left + padding)} ${round(top)} Td`,
    ...texts.map((text) => `${font.encodeText(text).toString()} Tj T*`),
    'ET',
  ];
  return context.register(
    context.flateStream(operators.join('\n'), {
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [0, 0, round(width), round(height)],
      Resources: { Font: { F0: font.ref }, ...(drawn.picture === null ? {} : { XObject: { M0: drawn.picture } }) },
    }),
  );
}

interface DrawnMark {
  readonly operators: readonly string[];
  readonly picture: PDFRef | null;
}

const nothingDrawn: DrawnMark = { operators: [], picture: null };

async function drawMark(document: PDFDocument, mark: Mark, area: Area): Promise<DrawnMark> {
  if (mark.kind === 'drawing') return { operators: drawingOperators(mark.drawing, area), picture: null };
  const image = await document.embedPng(mark.png);
  const scale = Math.min(mark.widthPoints / image.width, area.width / image.width, area.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const [x, y] = [area.x + (area.width - width) / 2, area.y + (area.height - height) / 2];
  return { operators: [`q ${round(width)} 0 0 ${round(height)} ${round(x)} ${round(y)} cm /M0 Do Q`], picture: image.ref };
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
