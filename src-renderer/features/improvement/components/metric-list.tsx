import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { MetricSeries } from '#shared/features/improvement/ipc.ts';
import { controlLimits } from '#shared/features/improvement/control-chart.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useMetricValue } from '../words.ts';
import { ProgressChart } from './progress-chart.tsx';

/** What Deedbox measures of the work by itself, each with its usual variation. */
export function MetricList() {
  const translate = useTranslate();
  const series = useOperation('improvement.metrics', undefined);
  if (series.data === undefined) return series.error === null ? <LoadingState /> : <ErrorMessage error={series.error} onRetry={series.refetch} />;
  return (
    <Stack spacing={2} sx={{ pt: 2 }}>
      <Typography color="textSecondary">{translate('improvement.measuredOver', { what: translate('improvement.wholeBook') })}</Typography>
      {series.data.map((metric) => (
        <MetricCard key={metric.metric} series={metric} />
      ))}
    </Stack>
  );
}

function MetricCard({ series }: { readonly series: MetricSeries }) {
  const translate = useTranslate();
  const say = useMetricValue();
  const { metric, points, baseline, missing } = series;
  const limits = controlLimits(points.flatMap(({ value }) => (value === null ? [] : [value])));
  return (
    <SectionCard title={translate(`improvement.metric.${metric}`)} subtitle={translate(`improvement.metricHint.${metric}`)}>
      {missing !== null ? (
        <Typography color="textSecondary">{translate(`improvement.missing.${missing}`)}</Typography>
      ) : (
        <>
          <Typography variant="body2">{baseline === null ? translate('improvement.noBaseline') : translate('improvement.lastYear', { value: say(metric, baseline) })}</Typography>
          <ProgressChart metric={metric} points={points} limits={limits} target={null} />
        </>
      )}
    </SectionCard>
  );
}
