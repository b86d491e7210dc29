import Box from '@mui/material/Box';
import { isWithheld } from '#shared/kernel/withheld.ts';
import type { ContractSummary } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { Withheld } from '../../../ui/withheld.tsx';

/** The contract's amount, or why there is none to show: it was never entered, or no money flows. */
export function Amount({ summary: { amount, direction } }: { readonly summary: Pick<ContractSummary, 'amount' | 'direction'> }) {
  const translate = useTranslate();
  const format = useFormat();
  if (isWithheld(amount)) return <Withheld />;
  if (amount === null) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {translate(direction === 'none' ? 'contracts.noAmount' : 'contracts.amountNotEntered')}
      </Box>
    );
  }
  return (
    <Box component="span" sx={{ fontVariantNumeric: 'tabular-nums' }}>
      {format.money(amount)}
    </Box>
  );
}
