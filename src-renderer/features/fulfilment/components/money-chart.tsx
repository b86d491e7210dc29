import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { Payment, PaymentMoney } from '#shared/features/fulfilment/model.ts';
import { moneyByMonth } from '#shared/features/fulfilment/money-rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { minorDigits, type Currency } from '#shared/kernel/money.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { FigureChart } from '../../../ui/figure-chart.tsx';

interface MoneyChartProps {
  readonly direction: Payment['direction'];
  readonly currency: Currency;
  readonly lines: readonly { readonly dueOn: Day | null; readonly money: Pick<PaymentMoney, 'amount' | 'records'> }[];
}

/** Planned and actual money as running totals, month by month. */
export function MoneyChart({ direction, currency, lines }: MoneyChartProps) {
  const translate = useTranslate();
  const format = useFormat();
  const months = moneyByMonth(lines);
  if (months.length < 2) return null;
  const unit = 10 ** minorDigits(currency);
  const title = translate(`fulfilment.chart.title.${direction}`, { currency });
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Typography component="figcaption" variant="subtitle2">
        {title}
      </Typography>
      <FigureChart
        label={title}
        kind="line"
        height={220}
        groupHeading={translate('fulfilment.chart.month')}
        groups={months.map(({ month }) => month)}
        series={[
          { label: translate('fulfilment.chart.planned'), values: months.map(({ planned }) => planned / unit) },
          { label: translate('fulfilment.chart.actual'), values: months.map(({ actual }) => actual / unit) },
        ]}
        formatValue={(value) => format.number(value)}
      />
    </Box>
  );
}
