import { unitOf, type ItemState, type Metric, type Verdict } from '#shared/features/improvement/model.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import type { StatusTone } from '../../ui/status-chip.tsx';

export const toneOfState: Readonly<Record<ItemState, StatusTone>> = { new: 'info', analysing: 'info', acting: 'warning', closed: 'success', declined: 'neutral' };
export const toneOfVerdict: Readonly<Record<Verdict, StatusTone>> = { met: 'success', met_within_noise: 'warning', met_untested: 'warning', not_met: 'danger', running: 'info', no_data: 'neutral' };

/** Says a metric's value with its unit. */
export function useMetricValue(): (metric: Metric, value: number) => string {
  const format = useFormat();
  const translate = useTranslate();
  return (metric, value) => {
    const rounded = format.number(Math.round(value * 10) / 10);
    switch (unitOf[metric]) {
      case 'share':
        return format.percent(value);
      case 'hours':
        return translate('improvement.unit.hours', { value: rounded });
      case 'days':
        return translate('improvement.unit.days', { value: rounded });
      case 'number':
        return rounded;
    }
  };
}
