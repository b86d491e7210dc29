import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { isWithheld, type Withheld as WithheldMark } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { Withheld } from '../../../ui/withheld.tsx';

/** A sum with tax; a dash where none is known. */
export function SumText({ amount }: { readonly amount: RecordAmount | null | WithheldMark }) {
  const format = useFormat();
  if (isWithheld(amount)) return <Withheld />;
  return <>{amount === null ? '—' : format.money(amount.inclusive)}</>;
}
