import Typography from '@mui/material/Typography';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FigureChart } from '../../../ui/figure-chart.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';

/** Days from draft to signature, month by month. */
export function CycleCard() {
  const translate = useTranslate();
  const format = useFormat();
  const times = useOperation('home.cycleTimes', undefined);
  if (times.data === undefined) return times.error === null ? <LoadingState /> : <ErrorMessage error={times.error} onRetry={times.refetch} />;
  if (times.data.length === 0) return <Typography color="textSecondary">{translate('home.cycle.none')}</Typography>;
  return (
    <FigureChart
      label={translate('home.card.cycle')}
      kind="line"
      groupHeading={translate('home.money.month')}
      groups={times.data.map(({ month }) => month)}
      series={[{ label: translate('home.cycle.median'), values: times.data.map(({ medianDays }) => medianDays) }]}
      formatValue={(value) => format.number(Math.round(value * 10) / 10)}
    />
  );
}
