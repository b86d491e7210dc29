import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString, type PDFDocument, type PDFPage } from 'pdf-lib';

/** Where the visible block goes: a rectangle in PDF points (origin bottom left), or a box in the printed page. */
export type Placement =
  | {
      readonly page: number | 'last';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  /**
   * The box that the page printed as `<a id="signature-a" href="#signature-a">`: Chromium keeps such a link's exact
   * rectangle. (Its named destination is no use: Chromium 130 forgets the page margins in it.)
   */
  | { readonly anchor: string; readonly isOptional?: boolean };

export interface PlacedBlock {
  readonly page: PDFPage;
  /** Left, bottom, right, top. */
  readonly rectangle: readonly [number, number, number, number];
}

/** Finds page and rectangle. Throws when the page or the anchor doesn't exist: the caller printed the document. */
export function placeBlock(document: PDFDocument, placement: Placement): PlacedBlock {
  if ('anchor' in placement) return placeAtAnchor(document, placement.anchor);
  const pages = document.getPages();
  const page = pages[placement.page === 'last' ? pages.length - 1 : placement.page];
  if (page === undefined) throw new Error(`no page ${placement.page}`);
  const { x, y, width, height } = placement;
  return { page, rectangle: [x, y, x + width, y + height] };
}

/** Whether the box was printed. */
export function hasAnchor(document: PDFDocument, anchor: string): boolean {
  return linksTo(document, anchor).length > 0;
}

function placeAtAnchor(document: PDFDocument, anchor: string): PlacedBlock {
  // Chromium may write one link for the box and further ones for what stands inside: the box is the largest.
  const [largest] = linksTo(document, anchor).sort((left, right) => areaOf(right) - areaOf(left));
  if (largest === undefined) throw new Error(`no anchor ${anchor} in the printed page`);
  return largest;
}

function linksTo(document: PDFDocument, anchor: string): PlacedBlock[] {
  const found: PlacedBlock[] = [];
  for (const page of document.getPages()) {
    const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray);
    for (let index = 0; index < (annotations?.size() ?? 0); index += 1) {
      const annotation = annotations?.lookup(index);
      if (!(annotation instanceof PDFDict) || targetOf(annotation) !== anchor) continue;
      const [left, bottom, right, top] = annotation
        .lookup(PDFName.of('Rect'), PDFArray)
        .asArray()
        .map((side) => (side instanceof PDFNumber ? side.asNumber() : 0));
      found.push({ page, rectangle: [left ?? 0, bottom ?? 0, right ?? 0, top ?? 0] });
    }
  }
  return found;
}

function areaOf({ rectangle: [left, bottom, right, top] }: PlacedBlock): number {
  return (right - left) * (top - bottom);
}

/** A link's named destination, written directly or as a GoTo action. */
function targetOf(annotation: PDFDict): string | null {
  const action = annotation.lookup(PDFName.of('A'));
  const target = annotation.lookup(PDFName.of('Dest')) ?? (action instanceof PDFDict ? action.lookup(PDFName.of('D')) : undefined);
  if (target instanceof PDFName || target instanceof PDFString || target instanceof PDFHexString) return target.decodeText();
  return null;
}
