import Typography from '@mui/material/Typography';
import type { ControlLimits } from '#shared/features/improvement/control-chart.ts';
import { unitOf, type Metric, type MetricPoint } from '#shared/features/improvement/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { FigureChart } from '../../../ui/figure-chart.tsx';
import { useMetricValue } from '../words.ts';

interface ProgressChartProps {
  readonly metric: Metric;
  readonly points: readonly MetricPoint[];
  readonly limits: ControlLimits | null;
  readonly target: number | null;
}

/** A metric month by month, between the limits of its usual variation, and the target. */
export function ProgressChart({ metric, points, limits, target }: ProgressChartProps) {
  const translate = useTranslate();
  const say = useMetricValue();
  const level = (value: number) => points.map(() => value);
  const isShare = unitOf[metric] === 'share';
  // Below nothing, and above all of it, there is nothing to draw.
  const lower = limits === null ? 0 : Math.max(0, limits.lower);
  const upper = limits === null ? 0 : isShare ? Math.min(1, limits.upper) : limits.upper;
  return (
    <>
      <FigureChart
        label={translate(`improvement.metric.${metric}`)}
        kind="line"
        groupHeading={translate('improvement.month')}
        groups={points.map(({ month }) => month)}
        series={[
          { label: translate('improvement.chart.value'), values: points.map(({ value }) => value) },
          ...(limits === null ? [] : [{ label: translate('improvement.chart.mean'), values: level(limits.mean) }, { label: translate('improvement.chart.upper'), values: level(upper) }, { label: translate('improvement.chart.lower'), values: level(lower) }]),
          ...(target === null ? [] : [{ label: translate('improvement.chart.target'), values: level(target) }]),
        ]}
        formatValue={(value) => say(metric, value)}
      />
      <Typography variant="caption" color="textSecondary" component="p">
        {translate(limits === null ? 'improvement.chart.tooFew' : 'improvement.chart.source')}
      </Typography>
    </>
  );
}
