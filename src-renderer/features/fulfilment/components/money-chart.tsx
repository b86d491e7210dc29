import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { LineChart } from '@mui/x-charts/LineChart';
import { useId, useState } from 'react';
import Button from '@mui/material/Button';
import type { PaymentMoney } from '#shared/features/fulfilment/model.ts';
import { moneyByMonth } from '#shared/features/fulfilment/money-rules.ts';
import type { Day } from '#shared/kernel/day.ts';
import { minorDigits, type Currency } from '#shared/kernel/money.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';

interface MoneyChartProps {
  readonly currency: Currency;
  readonly lines: readonly { readonly dueOn: Day | null; readonly money: Pick<PaymentMoney, 'amount' | 'records'> }[];
}

/** Planned and actual money as running totals; the same figures as a table for whoever doesn't see the lines. */
export function MoneyChart({ currency, lines }: MoneyChartProps) {
  const translate = useTranslate();
  const format = useFormat();
  const tableId = useId();
  const [isTable, setTable] = useState(false);
  const months = moneyByMonth(lines);
  if (months.length < 2) return null;
  const unit = 10 ** minorDigits(currency);
  const money = (minor: number) => format.money({ minor, currency });
  return (
    <Box component="figure" sx={{ m: 0 }}>
      <Typography component="figcaption" variant="subtitle2">
        {translate('fulfilment.chart.title', { currency })}
      </Typography>
      <Box aria-hidden>
        <LineChart
          height={220}
          skipAnimation
          disableKeyboardNavigation
          xAxis={[{ scaleType: 'point', data: months.map(({ month }) => month) }]}
          yAxis={[{ width: 84, valueFormatter: (value: number) => format.number(value) }]}
          series={[
            { data: months.map(({ planned }) => planned / unit), label: translate('fulfilment.chart.planned'), curve: 'stepAfter', showMark: false },
            { data: months.map(({ actual }) => actual / unit), label: translate('fulfilment.chart.actual'), curve: 'stepAfter', showMark: false },
          ]}
        />
      </Box>
      <Button size="small" aria-expanded={isTable} aria-controls={tableId} onClick={() => setTable(!isTable)}>
        {translate('fulfilment.chart.table')}
      </Button>
      <Box id={tableId} hidden={!isTable}>
        <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', '& th, & td': { py: 0.5, borderBottom: 1, borderColor: 'divider', typography: 'body2', textAlign: 'right' }, '& th:first-of-type, & td:first-of-type': { textAlign: 'left' } }}>
          <thead>
            <tr>
              <th scope="col">{translate('fulfilment.chart.month')}</th>
              <th scope="col">{translate('fulfilment.chart.planned')}</th>
              <th scope="col">{translate('fulfilment.chart.actual')}</th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, planned, actual }) => (
              <tr key={month}>
                <td>{month}</td>
                <td>{money(planned)}</td>
                <td>{money(actual)}</td>
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
    </Box>
  );
}
