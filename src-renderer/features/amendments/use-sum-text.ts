import { useMemo } from 'react';
import type { SumField } from '#shared/features/amendments/amended-sum.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';

export interface SumText {
  readonly labelOf: (field: SumField) => string;
  /** What a sum says of it; null where it says nothing. */
  readonly saidOf: (field: SumField, amount: RecordAmount | null) => string | null;
  /** The same for a table, with a dash for nothing. */
  readonly valueOf: (field: SumField, amount: RecordAmount | null) => string;
}

/** A sum in words, as the record shows it: with tax, without it, and the rate. */
export function useSumText(): SumText {
  const translate = useTranslate();
  const format = useFormat();
  return useMemo(
    () => {
      const saidOf: SumText['saidOf'] = (field, amount) => {
        if (amount === null) return null;
        const { inclusive, exclusiveMinor, taxBasisPoints } = amount;
        switch (field) {
          case 'inclusive':
            return format.money(inclusive);
          case 'exclusive':
            return exclusiveMinor === null ? null : format.money({ minor: exclusiveMinor, currency: inclusive.currency });
          case 'taxRate':
            return taxBasisPoints === null ? null : format.percent(taxBasisPoints / 10_000);
        }
      };
      return { labelOf: (field) => translate(`contracts.record.field.${field}`), saidOf, valueOf: (field, amount) => saidOf(field, amount) ?? '—' };
    },
    [translate, format],
  );
}
