import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFInvalidObject,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFObject,
  type PDFRef,
} from 'pdf-lib';
import { drawAppearance } from './appearance.ts';
import { openSignature, signaturePlaceholders } from './byte-range.ts';
import { cmsSpace, createCms, type SigningMaterial } from './cms.ts';
import { pdfDate } from './dates.ts';
import type { Mark } from './marks.ts';
import { hasAnchor, placeBlock, type Placement } from './placement.ts';

export interface SignRequest {
  readonly pdf: Uint8Array;
  readonly identity: SigningMaterial;
  readonly appearance: {
    readonly placement: Placement;
    /** Already worded: name, time, reason, in both languages. */
    readonly lines: readonly string[];
    /** A static TrueType font. */
    readonly fontBytes: Uint8Array;
    /** What was drawn or stamped, beside the lines. */
    readonly mark?: Mark | null;
  };
  readonly signerName: string;
  readonly reason: string;
  readonly location: string | null;
  /** Epoch milliseconds by this laptop's clock, and how far its local time is ahead of UTC. */
  readonly signedAt: number;
  readonly timeZoneOffsetMinutes: number;
  readonly fieldName: string;
  /** Keeps room for a time-stamp token, which is added once the signature is known. */
  readonly hasTimestampRoom?: boolean;
}

const timestampRoom = 8192;

/**
 * Adds a visible PAdES B-B signature. A file that is signed already is only appended to, so that the earlier
 * signatures stay valid.
 */
export async function signPdf(request: SignRequest): Promise<Uint8Array> {
  const document = await PDFDocument.load(request.pdf, {
    updateMetadata: false,
    parseSpeed: Infinity,
    forIncrementalUpdate: true,
  });
  const isFirst = !hasSignature(document);
  await addSignatureField(document, request);
  const saved = await document.save({
    rewrite: isFirst,
    useObjectStreams: true,
    updateFieldAppearances: false,
    addDefaultPage: false,
    objectsPerTick: Infinity,
  });
  return fillSignature(saved, request.identity);
}

/**
 * Adds field, widget and an empty signature; `fillSignature` completes it once the file is written. A signature field
 * of that name that waits empty is filled where it is.
 */
export async function addSignatureField(document: PDFDocument, request: Omit<SignRequest, 'pdf'>): Promise<void> {
  const { context } = document;
  const { lines, fontBytes, mark = null } = request.appearance;
  const waiting = fieldsOf(document).find((field) => isWaiting(field) && nameOf(field) === request.fieldName);
  if (waiting !== undefined) {
    const { width, height } = waiting.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
    waiting.set(PDFName.of('AP'), context.obj({ N: await drawAppearance(document, lines, fontBytes, { width, height }, mark) }));
    waiting.set(PDFName.of('V'), context.register(signatureDictionary(request)));
    markForSave(document, waiting);
    return;
  }
  const { page, rectangle } = placeBlock(document, placementIn(document, request.appearance.placement));
  const [left, bottom, right, top] = rectangle;
  const isShown = right > left;
  const appearance = isShown ? { AP: { N: await drawAppearance(document, lines, fontBytes, { width: right - left, height: top - bottom }, mark) } } : {};
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFHexString.fromText(freeFieldName(document, request.fieldName)),
      V: context.register(signatureDictionary(request)),
      Rect: [...rectangle],
      // Print, locked.
      F: 132,
      P: page.ref,
      ...appearance,
    }),
  );
  append(document, page.node, 'Annots', widget);
  const form = formOf(document);
  append(document, form, 'Fields', widget);
  // Signatures exist; append only.
  form.set(PDFName.of('SigFlags'), PDFNumber.of(3));
  markForSave(document, form);
}

/** A file that came from elsewhere may have no box for us; then the signature shows in the viewer's list only. */
function placementIn(document: PDFDocument, placement: Placement): Placement {
  const isMissing = 'anchor' in placement && placement.isOptional === true && !hasAnchor(document, placement.anchor);
  return isMissing ? { page: 'last', x: 0, y: 0, width: 0, height: 0 } : placement;
}

/** Signs the written file. */
export function fillSignature(saved: Uint8Array, identity: SigningMaterial): Uint8Array {
  const file = Buffer.from(saved.buffer, saved.byteOffset, saved.byteLength);
  const { signed, fill } = openSignature(file);
  fill(createCms(signed, identity));
  return saved;
}

/** Written as text: the placeholders must reach the file as they are, and outside any object stream. */
function signatureDictionary(request: Omit<SignRequest, 'pdf'>): PDFInvalidObject {
  const text = (key: string, value: string) => `/${key} ${PDFHexString.fromText(value).toString()}`;
  const entries = [
    '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    signaturePlaceholders(cmsSpace(request.identity) + (request.hasTimestampRoom === true ? timestampRoom : 0)),
    `/M (${pdfDate(request.signedAt, request.timeZoneOffsetMinutes)})`,
    text('Name', request.signerName),
    text('Reason', request.reason),
    ...(request.location === null ? [] : [text('Location', request.location)]),
  ];
  return PDFInvalidObject.of(Buffer.from(`<< ${entries.join('\n')} >>`, 'latin1'));
}

function hasSignature(document: PDFDocument): boolean {
  return fieldsOf(document).some((field) => {
    const value = field.lookup(PDFName.of('V'));
    // The field's type may be inherited; its value never is a dictionary in any other field.
    return value instanceof PDFDict && value.has(PDFName.of('ByteRange'));
  });
}

function freeFieldName(document: PDFDocument, wanted: string): string {
  const taken = new Set(fieldsOf(document).map(nameOf));
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted} ${number}`;
  return name;
}

function isWaiting(field: PDFDict): boolean {
  return field.get(PDFName.of('FT')) === PDFName.of('Sig') && !field.has(PDFName.of('V')) && field.has(PDFName.of('Rect'));
}

function nameOf(field: PDFDict): string {
  const name = field.lookup(PDFName.of('T'));
  return name instanceof PDFString || name instanceof PDFHexString ? name.decodeText() : '';
}

/** All fields, those inside others as well: a signature that is overlooked there would be destroyed. */
function fieldsOf(document: PDFDocument): readonly PDFDict[] {
  const form = document.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict);
  const found = new Set<PDFDict>();
  const collect = (list: PDFObject | undefined): void => {
    if (!(list instanceof PDFArray)) return;
    for (let index = 0; index < list.size(); index += 1) {
      const field = list.lookup(index);
      if (!(field instanceof PDFDict) || found.has(field)) continue;
      found.add(field);
      collect(field.lookup(PDFName.of('Kids')));
    }
  };
  collect(form?.lookup(PDFName.of('Fields')));
  return [...found];
}

function formOf(document: PDFDocument): PDFDict {
  const key = PDFName.of('AcroForm');
  const present = document.catalog.lookupMaybe(key, PDFDict);
  if (present !== undefined) return present;
  const form = document.context.obj({ Fields: [] });
  document.catalog.set(key, document.context.register(form));
  markForSave(document, document.catalog);
  return form;
}

function append(document: PDFDocument, owner: PDFDict, key: string, item: PDFRef): void {
  const present = owner.lookupMaybe(PDFName.of(key), PDFArray);
  if (present !== undefined) present.push(item);
  else owner.set(PDFName.of(key), document.context.obj([item]));
  if (owner.get(PDFName.of(key)) === present || present === undefined) markForSave(document, owner);
  else markForSave(document, present);
}

/** An increment writes marked objects only. A form that lies directly in the catalog is saved with it. */
function markForSave(document: PDFDocument, object: PDFObject): void {
  const { snapshot } = document.context;
  if (snapshot === undefined) return;
  if (document.context.getRef(object) === undefined) snapshot.markObjForSave(document.catalog);
  else snapshot.markObjForSave(object);
}
