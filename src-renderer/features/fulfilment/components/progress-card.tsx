import Box from '@mui/material/Box';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { isFinal, progressOf } from '#shared/features/fulfilment/rules.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { Gantt } from './gantt.tsx';

const mostDrawn = 24;

/** How far a contract is, against where it should be; and what lies ahead on a line of time. */
export function ProgressCard({ fulfilment, actions }: { readonly fulfilment: Fulfilment; readonly actions: React.ReactNode }) {
  const translate = useTranslate();
  const format = useFormat();
  const { obligations, today, forecasts } = fulfilment;
  if (obligations.length === 0) return null;
  const progress = progressOf(obligations, today);
  const open = obligations.filter(({ status }) => !isFinal(status));
  const forecastOf = (id: string) => forecasts.find((one) => one.id === id)?.on ?? null;
  const last = open.map(({ id }) => forecastOf(id)).filter((day) => day !== null).toSorted().at(-1);
  const delay = Math.max(0, ...forecasts.filter(({ id }) => open.some((one) => one.id === id)).map((one) => one.delay));
  const facts = [
    translate('fulfilment.progress.done', { done: progress.done, total: progress.total }),
    ...(progress.overdue > 0 ? [translate('fulfilment.progress.overdue', { count: progress.overdue })] : []),
    ...(last === undefined ? [] : [translate('fulfilment.progress.ends', { day: format.date(last) })]),
    ...(delay > 0 ? [translate('fulfilment.progress.delay', { count: delay })] : []),
  ];
  const drawn = [...open.filter(({ dueOn }) => dueOn !== null), ...obligations.filter(({ status, dueOn }) => status === 'met' && dueOn !== null).slice(-6)].slice(0, mostDrawn).toSorted((one, other) => ((one.dueOn ?? '') < (other.dueOn ?? '') ? -1 : 1));
  return (
    <SectionCard title={translate('fulfilment.progress.title')} subtitle={facts.join(' · ')} actions={actions}>
      <Stack spacing={1.5}>
        {(['share', 'planned'] as const).map((kind) => (
          <Box key={kind} sx={{ display: 'grid', gridTemplateColumns: '110px 1fr 56px', gap: 1.5, alignItems: 'center' }}>
            <Typography variant="body2" id={`progress-${kind}`}>
              {translate(`fulfilment.progress.${kind}`)}
            </Typography>
            <LinearProgress role="meter" variant="determinate" color={kind === 'planned' ? 'inherit' : progress.share + 0.001 < progress.planned ? 'warning' : 'success'} value={progress[kind] * 100} aria-labelledby={`progress-${kind}`} sx={{ height: 8, borderRadius: 4 }} />
            <Typography variant="body2" sx={{ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }}>
              {format.percent(progress[kind])}
            </Typography>
          </Box>
        ))}
        <Gantt label={translate('fulfilment.timeline')} today={today} lines={drawn.map((one) => ({ ...one, forecastOn: isFinal(one.status) ? null : forecastOf(one.id) }))} />
      </Stack>
    </SectionCard>
  );
}
