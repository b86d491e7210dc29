import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { isKpiMissed } from '#shared/features/reviews/rules.ts';
import type { KpiHistory, KpiValues } from '#shared/features/reviews/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { NumberField } from '../../../ui/number-field.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { Sparkline } from '../../../ui/sparkline.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';

interface KpiFieldsProps {
  readonly kpis: readonly KpiHistory[];
  readonly values: KpiValues;
  readonly onChange: (values: KpiValues) => void;
}

/** What is measured of the contract, against its target and what was measured before. */
export function KpiFields({ kpis, values, onChange }: KpiFieldsProps) {
  const translate = useTranslate();
  return (
    <SectionCard title={translate('reviews.kpi.title')}>
      <Stack spacing={2}>
        {kpis.map((kpi) => {
          const value = values[kpi.id] ?? null;
          return (
            <Stack key={kpi.id} direction="row" spacing={2} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
              <Box sx={{ flex: '1 1 220px' }}>
                <Typography variant="subtitle2">{kpi.name}</Typography>
                <KpiTarget kpi={kpi} />
              </Box>
              <KpiSparkline kpi={kpi} />
              <NumberField label={translate('reviews.kpi.now')} value={value} onChange={(typed) => onChange({ ...values, [kpi.id]: typed })} sx={{ width: 140 }} htmlInput={{ 'aria-label': `${kpi.name} ${translate('reviews.kpi.now')}` }} />
              <Box sx={{ width: 90 }}>{value !== null && <StatusChip label={translate(isKpiMissed(kpi, value) ? 'reviews.kpi.missed' : 'reviews.kpi.met')} tone={isKpiMissed(kpi, value) ? 'danger' : 'success'} />}</Box>
            </Stack>
          );
        })}
      </Stack>
    </SectionCard>
  );
}

export function KpiTarget({ kpi }: { readonly kpi: KpiHistory }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Typography variant="body2" color="textSecondary">
      {translate(`reviews.kpi.${kpi.direction}`, { target: format.number(kpi.target), unit: kpi.unit })}
    </Typography>
  );
}

export function KpiSparkline({ kpi }: { readonly kpi: KpiHistory }) {
  const format = useFormat();
  const said = kpi.history.map(({ on, value }) => `${format.date(on)} ${format.number(value)}`);
  return <Sparkline label={`${kpi.name}: ${format.list(said)}`} values={kpi.history.map(({ value }) => value)} target={kpi.target} />;
}
