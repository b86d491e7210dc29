import Box from '@mui/material/Box';
import { Fragment } from 'react';
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
      <Breakable text={format.money(amount)} />
    </Box>
  );
}

/**
 * Where there is no room for it in one line, a sum breaks after its currency, then between its groups of digits: a sign or
 * a digit that is cut off would make another sum of it.
 */
function Breakable({ text }: { readonly text: string }) {
  const [figures = '', currency] = text.split('\u00a0').toReversed();
  const groups = figures.split(/(?<=,)/);
  return (
    <>
      {currency !== undefined && `${currency} `}
      <Box component="span" sx={{ display: 'inline-block' }}>
        {groups.map((group, index) => (
          <Fragment key={index}>
            {index > 0 && <wbr />}
            {group}
          </Fragment>
        ))}
      </Box>
    </>
  );
}
