import { differingFields, fieldsOf, type MergedField, type MergedFields } from '#shared/features/parties/merging.ts';
import type { Party } from '#shared/features/parties/model.ts';

/** A line of the comparison: one field, or the bank account, which is chosen whole. */
export interface MergeRow {
  readonly name: Exclude<MergedField, 'bankName' | 'bankAccount'> | 'account';
  readonly fields: readonly MergedField[];
  readonly differs: boolean;
}

/** The lines in which at least one of the records says something, in the order of the form. */
export function mergeRows(kept: Party, merged: Party): readonly MergeRow[] {
  const [own, other] = [fieldsOf(kept), fieldsOf(merged)];
  const differing = differingFields(own, other);
  const rows = (Object.keys(own) as MergedField[]).flatMap((field): readonly Omit<MergeRow, 'differs'>[] => {
    if (field === 'bankAccount') return [];
    return field === 'bankName' ? [{ name: 'account', fields: ['bankName', 'bankAccount'] }] : [{ name: field, fields: [field] }];
  });
  const isSaid = (of: MergedFields, field: MergedField): boolean => of[field] !== '' && of[field] !== false;
  return rows
    .filter(({ fields }) => fields.some((field) => isSaid(own, field) || isSaid(other, field)))
    .map((row) => ({ ...row, differs: row.fields.some((field) => differing.includes(field)) }));
}
