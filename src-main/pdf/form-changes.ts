import { differingKeys, type Report, type Revisions } from './comparison.ts';
import { findDrawnAreas, overlap, type Area } from './drawn-areas.ts';
import { canonicalText, isKind, nameOf, textOf, type PdfDictionary, type PdfValue } from './reading/pdf-values.ts';
import { deepestTree, type PdfFile, type PdfPage } from './reading/pdf-file.ts';

/** The form may gain signatures that hold, and nothing else. */
export function compareFields(revisions: Revisions, report: Report): void {
  const { before, after } = revisions;
  const [old, current] = [before, after].map((file) => {
    const form = file.get(file.catalog, 'AcroForm');
    return isKind(form, 'dictionary') ? form : null;
  });
  for (const key of differingKeys(old ?? null, current ?? null)) {
    // DR and DA serve fields that a viewer would draw anew; signatures bring their own appearance.
    if (!['Fields', 'SigFlags', 'DR', 'DA'].includes(key)) report('FORM_CHANGED', null, key);
  }
  const oldFields = new Set(before.array(old?.entries.get('Fields')).map(canonicalText));
  const currentFields = after.array(current?.entries.get('Fields'));
  for (const field of currentFields) {
    if (oldFields.delete(canonicalText(field))) continue;
    const name = fieldNameOf(after, field);
    report(isVerifiedSignature(after.resolve(field), revisions) ? 'SIGNATURE_ADDED' : 'FIELD_ADDED', null, name);
  }
  for (const _missing of oldFields) report('FIELD_REMOVED', null, null);
}

interface PagePair {
  readonly page: PdfPage;
  readonly now: PdfPage;
  readonly pageNumber: number;
}

/** A page may gain the widgets of signatures that hold, where they cover nothing. */
export function compareAnnotations({ before, after, verified }: Revisions, pair: PagePair, report: Report): void {
  const { page, now, pageNumber } = pair;
  const old = new Set(before.array(page.dictionary.entries.get('Annots')).map(canonicalText));
  const added = after.array(now.dictionary.entries.get('Annots')).filter((item) => !old.delete(canonicalText(item)));
  for (const _missing of old) report('ANNOTATION_REMOVED', pageNumber, null);
  let taken: readonly Area[] | undefined;
  for (const item of added) {
    const annotation = after.resolve(item);
    if (!isKind(annotation, 'dictionary')) continue;
    const subtype = nameOf(after.get(annotation, 'Subtype'));
    if (subtype !== 'Widget' || !isVerifiedSignature(annotation, { before, after, verified })) {
      report('ANNOTATION_ADDED', pageNumber, subtype);
      continue;
    }
    if (annotation.entries.has('A') || annotation.entries.has('AA')) report('ACTION_ADDED', pageNumber, fieldNameOf(after, annotation));
    const area = areaOf(after, annotation);
    taken ??= [...findDrawnAreas(before, page), ...shownAnnotationAreas(before, page)];
    if (area !== null && taken.some((one) => overlap(one, area))) {
      report('WIDGET_COVERS_CONTENT', pageNumber, fieldNameOf(after, annotation));
    }
  }
}

/** Whether an empty signature field got a signature that holds, and changed in nothing else. */
export function isFilledSignature(old: PdfValue, current: PdfValue, revisions: Revisions): boolean {
  if (!isKind(old, 'dictionary') || old.entries.has('V')) return false;
  const onlySigned = differingKeys(old, current).every((key) => ['V', 'AP', 'AS', 'M', 'MK', 'DA'].includes(key));
  return onlySigned && isVerifiedSignature(current, revisions);
}

/** A field's own name, for the reader of the report. */
export function fieldNameOf(file: PdfFile, value: PdfValue): string | null {
  let field = file.resolve(value);
  for (let depth = 0; depth <= deepestTree && isKind(field, 'dictionary'); depth += 1) {
    const name = textOf(file.get(field, 'T'));
    if (name !== null) return name;
    field = file.get(field, 'Parent');
  }
  return null;
}

function isVerifiedSignature(field: PdfValue, { after, verified }: Revisions): boolean {
  if (!isKind(field, 'dictionary')) return false;
  const parent = after.get(field, 'Parent');
  const holders = [field, ...(isKind(parent, 'dictionary') ? [parent] : [])];
  return (
    holders.some((holder) => nameOf(after.get(holder, 'FT')) === 'Sig') &&
    holders.some((holder) => {
      const signature = holder.entries.get('V');
      return isKind(signature, 'reference') && verified.has(signature.number);
    })
  );
}

/** Signatures, filled fields, stamps and notes. A signature field that still waits shows nothing to cover. */
function shownAnnotationAreas(file: PdfFile, page: PdfPage): readonly Area[] {
  return file.array(page.dictionary.entries.get('Annots')).flatMap((item) => {
    const annotation = file.resolve(item);
    if (!isKind(annotation, 'dictionary')) return [];
    const isWaiting = nameOf(file.get(annotation, 'FT')) === 'Sig' && !annotation.entries.has('V');
    if (isWaiting || !(annotation.entries.has('V') || annotation.entries.has('AP'))) return [];
    const area = areaOf(file, annotation);
    return area === null ? [] : [area];
  });
}

function areaOf(file: PdfFile, annotation: PdfDictionary): Area | null {
  const sides = file.array(annotation.entries.get('Rect')).map((side) => file.resolve(side));
  const [a, b, c, d] = sides.filter((side) => typeof side === 'number');
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}
