import { useCallback } from 'react';
import type { DueLine } from '#shared/features/fulfilment/portfolio.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

/** What a line across contracts is called: an obligation by its title, a payment by its place in the plan. */
export function useLineTitle(): (line: DueLine) => string {
  const translate = useTranslate();
  return useCallback((line) => (line.kind === 'payment' ? translate(`fulfilment.paymentOf.${line.obligor === 'us' ? 'pay' : 'receive'}`, { sequence: line.sequence ?? 1 }) : line.title), [translate]);
}

/** Where a line leads: to the contract's own page about it. */
export function pathOf({ contractId }: Pick<DueLine, 'contractId'>): string {
  return `/contracts/${contractId}?tab=fulfilment`;
}
