import { sumFields } from '#shared/features/amendments/amended-sum.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { isWithheld, type Withheld as WithheldMark } from '#shared/kernel/withheld.ts';
import { Withheld } from '../../ui/withheld.tsx';
import type { ChangeRow } from './components/change-table.tsx';
import { useSumText } from './use-sum-text.ts';

type Sum = RecordAmount | null | WithheldMark;

/** A sum before and after, a row for each part that is known or changes; the one with tax always stands first. */
export function useSumRows(): (before: Sum, after: Sum) => readonly ChangeRow[] {
  const { labelOf, valueOf } = useSumText();
  return (before, after) => {
    if (isWithheld(before) || isWithheld(after)) return [{ key: 'inclusive', label: labelOf('inclusive'), before: <Withheld />, after: <Withheld />, isChanged: false }];
    return sumFields
      .map((field) => ({ key: field, label: labelOf(field), before: valueOf(field, before), after: valueOf(field, after) }))
      .filter((row) => row.key === 'inclusive' || row.before !== '—' || row.after !== '—')
      .map((row) => ({ ...row, isChanged: row.before !== row.after }));
  };
}
