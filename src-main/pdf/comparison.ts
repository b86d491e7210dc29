import type { RevisionChangeCode } from '#shared/features/verification/model.ts';
import { canonicalText, isKind, type PdfDictionary, type PdfValue } from './reading/pdf-values.ts';
import type { PdfFile } from './reading/pdf-file.ts';

/** The signed revision, the whole file, and what may differ between them. */
export interface Revisions {
  readonly before: PdfFile;
  readonly after: PdfFile;
  /** Object numbers of the signatures that hold: only these may add to a signed file. */
  readonly verified: ReadonlySet<number>;
}

export type Report = (code: RevisionChangeCode, page: number | null, detail: string | null) => void;

/** Keys whose values read differently. Not a dictionary counts as an empty one. */
export function differingKeys(old: PdfValue, current: PdfValue): readonly string[] {
  const entriesOf = (value: PdfValue): PdfDictionary['entries'] => (isKind(value, 'dictionary') ? value.entries : new Map());
  const [left, right] = [entriesOf(old), entriesOf(current)];
  return [...new Set([...left.keys(), ...right.keys()])].filter(
    (key) => canonicalText(left.get(key) ?? null) !== canonicalText(right.get(key) ?? null),
  );
}
