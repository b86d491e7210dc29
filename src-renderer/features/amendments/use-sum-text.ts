import { useMemo } from 'react';
import type { SumField } from '#shared/features/amendments/amended-sum.ts';
import type { RecordAmount } from '#shared/features/contracts/record.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';

export interface SumText {
  readonly labelOf: (field: SumField) => string;
  /** What a sum says of it; a dash where it says nothing. */
  readonly valueOf: (field: SumField, amount: RecordAmount | null) => string;
}

/** A sum in words, as the record shows it: with tax, without it, and the rate. */
export function useSumText(): SumText {
  const translate = useTranslate();
  const format = useFormat();
  return useMemo(
    () => ({
      labelOf: (field) => translate(`contracts.record.field.${field}`),
      valueOf: (field, amount) => {
        if (amount === null) return '—';
        const { inclusive, exclusiveMinor, taxBasisPoints } = amount;
        switch (field) {
          case 'inclusive':
            return format.money(inclusive);
          case 'exclusive':
            return exclusiveMinor === null ? '—' : format.money({ minor: exclusiveMinor, currency: inclusive.currency });
          case 'taxRate':
            return taxBasisPoints === null ? '—' : format.percent(taxBasisPoints / 10_000);
        }
      },
    }),
    [translate, format],
  );
}
