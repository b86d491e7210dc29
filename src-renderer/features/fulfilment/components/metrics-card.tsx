import AddIcon from '@mui/icons-material/Add';
import CloseIcon from '@mui/icons-material/Close';
import DeleteOutlineIcon from '@mui/icons-material/DeleteOutlined';
import EditIcon from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Metric } from '#shared/features/fulfilment/model.ts';
import { keepsTarget, slaResult } from '#shared/features/fulfilment/money-rules.ts';
import { isDay } from '#shared/kernel/day.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useUndo } from '../../../ui/use-undo.ts';
import { Withheld } from '../../../ui/withheld.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';
import { MetricForm } from './metric-form.tsx';

/** Service levels with what was measured, and what missed periods cost. */
export function MetricsCard({ contract, fulfilment }: { readonly contract: Contract; readonly fulfilment: Fulfilment }) {
  const translate = useTranslate();
  const mayWrite = usePermission('fulfilment.write');
  // The one whose form is open, or a new one.
  const [edited, setEdited] = useState<string | null>(null);
  useResume('metric', (about) => setEdited(about === '' ? 'new' : about));
  const isAdding = edited === 'new';
  const close = () => setEdited(null);
  if (fulfilment.metrics.length === 0 && !mayWrite) return null;
  return (
    <SectionCard
      title={translate('fulfilment.metrics')}
      actions={
        mayWrite && !isAdding && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setEdited('new')}>
            {translate('fulfilment.addMetric')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        {fulfilment.metrics.length === 0 && !isAdding && <Typography sx={{ color: 'text.secondary' }}>{translate('fulfilment.noMetrics')}</Typography>}
        {fulfilment.metrics.map((metric) =>
          edited === metric.id ? (
            <MetricForm key={metric.id} contract={contract} metric={metric} onClose={close} />
          ) : (
            <MetricLine key={metric.id} metric={metric} onEdit={() => setEdited(metric.id)} />
          ),
        )}
        {isAdding && <MetricForm contract={contract} metric={null} onClose={close} />}
      </Stack>
    </SectionCard>
  );
}

function MetricLine({ metric, onEdit }: { readonly metric: Metric; readonly onEdit: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const undo = useUndo();
  const mayWrite = usePermission('fulfilment.write');
  const mayTick = usePermission('fulfilment.tick');
  const remove = useCommand('fulfilment.removeMetric');
  const restore = useCommand('fulfilment.restoreMetric');
  const measure = useCommand('fulfilment.measure');
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState('');
  const [value, setValue] = useState('');
  const measured = typedNumber(value);
  const result = slaResult(metric, isWithheld(metric.credit) ? null : metric.credit);
  const save = async () => {
    if (!isDay(on) || measured === null) return;
    const reply = await measure.run({ id: metric.id, periodStart: on, value: measured });
    if (!reply.ok) return;
    setOpen(false);
    setValue('');
  };
  const { id, name } = metric;
  const takeAway = async () => {
    const reply = await remove.run({ id });
    if (reply.ok) toast.success(translate('fulfilment.removed', { name }), undo(() => restore.run({ id })));
  };
  const takeBack = async ({ periodStart, value: taken, period }: Metric['measurements'][number]) => {
    const reply = await measure.run({ id, periodStart, value: null });
    if (reply.ok) toast.success(translate('fulfilment.removed', { name: format.date(periodStart) }), undo(() => measure.run({ id, periodStart, value: taken, period })));
  };
  return (
    <div>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography sx={{ fontWeight: 600 }}>{metric.name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {translate(`fulfilment.comparison.${metric.comparison}`, { target: format.number(metric.target), unit: metric.unit })} · {translate(`fulfilment.period.${metric.period}`)}
        </Typography>
        {result.missed > 0 && <StatusChip label={translate('fulfilment.missed', { missed: result.missed, measured: result.measured })} tone={result.missedInARow > 1 ? 'danger' : 'warning'} />}
        {result.credit !== null && result.credit.minor > 0 && <Typography variant="body2">{translate('fulfilment.credit', { sum: format.money(result.credit) })}</Typography>}
        {isWithheld(metric.credit) && <Withheld />}
        {mayWrite && (
          <Box sx={{ ml: 'auto' }}>
            <IconButton size="small" aria-label={translate('fulfilment.editOf', { title: name })} onClick={onEdit}>
              <EditIcon fontSize="small" />
            </IconButton>
            <IconButton size="small" aria-label={translate('fulfilment.removeOf', { title: name })} disabled={remove.isRunning} onClick={() => void takeAway()}>
              <DeleteOutlineIcon fontSize="small" />
            </IconButton>
          </Box>
        )}
      </Stack>
      <Typography component="ul" variant="body2" sx={{ m: 0, pl: 2.5, color: 'text.secondary' }}>
        {metric.measurements.map((one) => (
          <li key={one.periodStart}>
            {translate('fulfilment.measured', { day: format.date(one.periodStart), value: format.number(one.value), unit: metric.unit })} · {translate(keepsTarget(metric, one.value) ? 'fulfilment.kept' : 'fulfilment.notKept')}
            {mayTick && (
              <IconButton size="small" aria-label={translate('fulfilment.removeOf', { title: `${name} ${format.date(one.periodStart)}` })} onClick={() => void takeBack(one)} sx={{ ml: 0.5 }}>
                <CloseIcon sx={{ fontSize: 14 }} />
              </IconButton>
            )}
          </li>
        ))}
      </Typography>
      {isOpen ? (
        <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
          <DateField id={`measured-${metric.id}`} label={translate('fulfilment.periodStart')} required value={on} onChange={setOn} />
          <TextField required label={translate('fulfilment.measuredValue')} value={value} error={value.trim() !== '' && measured === null} onChange={(event) => setValue(event.target.value)} sx={{ width: 120 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 12 } }} />
          <Button variant="contained" disabled={!isDay(on) || measured === null} loading={measure.isRunning} onClick={() => void save()}>
            {translate('fulfilment.save')}
          </Button>
          <Button color="inherit" onClick={() => setOpen(false)}>
            {translate('ui.cancel')}
          </Button>
        </Stack>
      ) : (
        mayTick && (
          <Button size="small" onClick={() => setOpen(true)}>
            {translate('fulfilment.measure')}
          </Button>
        )
      )}
      <ErrorMessage error={measure.error ?? remove.error} />
    </div>
  );
}
