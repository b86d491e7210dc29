import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { MonthlyMoney } from '#shared/features/home/ipc.ts';
import { minorDigits, type Currency } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FigureChart } from '../../../ui/figure-chart.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { Withheld } from '../../../ui/withheld.tsx';

/** What the contracts of the last twelve months bring in and cost, by the month of signature. */
export function MoneyCard() {
  const translate = useTranslate();
  const money = useOperation('home.money', undefined);
  if (money.data === undefined) return money.error === null ? <LoadingState /> : <ErrorMessage error={money.error} onRetry={money.refetch} />;
  if (isWithheld(money.data)) return <Withheld />;
  if (money.data.length === 0) return <Typography color="textSecondary">{translate('home.money.none')}</Typography>;
  return <MoneyChart money={money.data} />;
}

function MoneyChart({ money }: { readonly money: readonly MonthlyMoney[] }) {
  const translate = useTranslate();
  const language = useLanguage();
  const currencies = [...new Set(money.map(({ currency }) => currency))];
  const [chosen, setChosen] = useState<Currency | null>(null);
  const currency = chosen ?? currencies.find((each) => each === 'CNY') ?? currencies[0] ?? 'CNY';
  const own = money.filter((line) => line.currency === currency);
  const months = [...new Set(own.map(({ month }) => month))].toSorted();
  const compact = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const sumOf = (month: string, direction: string) => own.filter((line) => line.month === month && line.direction === direction).reduce((sum, { minor }) => sum + minor, 0) / 10 ** minorDigits(currency);
  return (
    <>
      {currencies.length > 1 && (
        <TextField select label={translate('home.money.currency')} value={currency} onChange={(event) => setChosen(currencies.find((each) => each === event.target.value) ?? null)} sx={{ minWidth: 110 }}>
          {currencies.map((each) => (
            <MenuItem key={each} value={each}>
              {each}
            </MenuItem>
          ))}
        </TextField>
      )}
      <FigureChart
        label={translate('home.card.money')}
        kind="bar"
        groupHeading={translate('home.money.month')}
        groups={months}
        series={(['receive', 'pay'] as const).map((direction) => ({ label: `${translate(`home.money.${direction}`)} (${currency})`, values: months.map((month) => sumOf(month, direction)) }))}
        formatValue={(value) => compact.format(value)}
      />
    </>
  );
}
