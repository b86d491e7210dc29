import { isKind, nameOf, PdfStructureError, textOf, type PdfDictionary, type PdfValue } from './reading/pdf-values.ts';
import { deepestTree, type PdfFile } from './reading/pdf-file.ts';

/** A form field that holds a signature. */
export interface SignatureField {
  readonly name: string;
  /** The signature dictionary's own object number; 0 where it isn't an indirect object. */
  readonly signatureNumber: number;
  readonly signature: PdfDictionary;
  /** Where the dictionary stands in the file; null inside an object stream. */
  readonly extent: readonly [number, number] | null;
}

/** The signed fields of a revision, in the form's order. Empty signature fields are left out. */
export function findSignatureFields(file: PdfFile): readonly SignatureField[] {
  const form = file.get(file.catalog, 'AcroForm');
  if (!isKind(form, 'dictionary')) return [];
  return file.array(form.entries.get('Fields')).flatMap((field) => signaturesIn(file, field, '', null, new Set(), 0));
}

function signaturesIn(
  file: PdfFile,
  node: PdfValue,
  parentName: string,
  inheritedType: string | null,
  seen: Set<PdfDictionary>,
  depth: number,
): readonly SignatureField[] {
  const field = file.resolve(node);
  if (!isKind(field, 'dictionary') || seen.has(field)) return [];
  seen.add(field);
  if (depth > deepestTree) throw new PdfStructureError('a form too deep');
  const ownName = textOf(file.get(field, 'T'));
  const name = [parentName, ownName].filter((part) => part !== null && part !== '').join('.');
  const type = nameOf(file.get(field, 'FT')) ?? inheritedType;
  const kids = file.array(field.entries.get('Kids')).flatMap((kid) => signaturesIn(file, kid, name, type, seen, depth + 1));
  const reference = field.entries.get('V');
  const signature = file.resolve(reference);
  if (type !== 'Sig' || !isKind(signature, 'dictionary')) return kids;
  const number = isKind(reference, 'reference') ? reference.number : 0;
  const extent = number === 0 ? null : (file.object({ number })?.extent ?? null);
  return [{ name, signatureNumber: number, signature, extent }, ...kids];
}
