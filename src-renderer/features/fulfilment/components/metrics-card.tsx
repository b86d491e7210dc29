import AddIcon from '@mui/icons-material/Add';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { slaComparisons, slaPeriods, type Metric } from '#shared/features/fulfilment/model.ts';
import { keepsTarget, slaResult } from '#shared/features/fulfilment/money-rules.ts';
import { isDay } from '#shared/kernel/day.ts';
import { parseMoney } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import type { Fulfilment } from '../use-fulfilment.ts';

/** Service levels with what was measured, and what missed periods cost. */
export function MetricsCard({ contract, fulfilment }: { readonly contract: Contract; readonly fulfilment: Fulfilment }) {
  const translate = useTranslate();
  const mayWrite = usePermission('fulfilment.write');
  const [isAdding, setAdding] = useState(false);
  if (fulfilment.metrics.length === 0 && !mayWrite) return null;
  return (
    <SectionCard
      title={translate('fulfilment.metrics')}
      actions={
        mayWrite && !isAdding && (
          <Button size="small" startIcon={<AddIcon />} onClick={() => setAdding(true)}>
            {translate('fulfilment.addMetric')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        {fulfilment.metrics.length === 0 && !isAdding && <Typography sx={{ color: 'text.secondary' }}>{translate('fulfilment.noMetrics')}</Typography>}
        {fulfilment.metrics.map((metric) => (
          <MetricLine key={metric.id} metric={metric} />
        ))}
        {isAdding && <MetricForm contract={contract} onClose={() => setAdding(false)} />}
      </Stack>
    </SectionCard>
  );
}

function MetricLine({ metric }: { readonly metric: Metric }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayTick = usePermission('fulfilment.tick');
  const measure = useCommand('fulfilment.measure');
  const [isOpen, setOpen] = useState(false);
  const [on, setOn] = useState('');
  const [value, setValue] = useState('');
  const result = slaResult(metric, isWithheld(metric.credit) ? null : metric.credit);
  const save = async () => {
    if (!isDay(on)) return;
    const reply = await measure.run({ id: metric.id, periodStart: on, value: Number(value) });
    if (!reply.ok) return;
    setOpen(false);
    setValue('');
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
      </Stack>
      <Typography component="ul" variant="body2" sx={{ m: 0, pl: 2.5, color: 'text.secondary' }}>
        {metric.measurements.map((one) => (
          <li key={one.periodStart}>
            {translate('fulfilment.measured', { day: format.date(one.periodStart), value: format.number(one.value), unit: metric.unit })} · {translate(keepsTarget(metric, one.value) ? 'fulfilment.kept' : 'fulfilment.notKept')}
          </li>
        ))}
      </Typography>
      {isOpen ? (
        <Stack direction="row" spacing={1} useFlexGap sx={{ mt: 1, flexWrap: 'wrap', alignItems: 'flex-start' }}>
          <DateField id={`measured-${metric.id}`} label={translate('fulfilment.periodStart')} required value={on} onChange={setOn} />
          <TextField required label={translate('fulfilment.measuredValue')} value={value} onChange={(event) => setValue(event.target.value)} sx={{ width: 120 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 12 } }} />
          <Button variant="contained" disabled={!isDay(on) || value.trim() === '' || !Number.isFinite(Number(value))} loading={measure.isRunning} onClick={() => void save()}>
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
      <ErrorMessage error={measure.error} />
    </div>
  );
}

function MetricForm({ contract, onClose }: { readonly contract: Contract; readonly onClose: () => void }) {
  const translate = useTranslate();
  const status = useVaultStatus();
  const save = useCommand('fulfilment.saveMetric');
  const holdsFinance = status?.state === 'unlocked' && status.compartments.includes('finance');
  const currency = isWithheld(contract.amount) ? 'CNY' : (contract.amount?.inclusive.currency ?? 'CNY');
  const [draft, setDraft] = useState({ name: '', comparison: 'atLeast' as (typeof slaComparisons)[number], target: '', unit: '', period: 'month' as (typeof slaPeriods)[number], credit: '' });
  const credit = draft.credit.trim() === '' ? null : parseMoney(draft.credit, currency);
  const isRight = draft.name.trim() !== '' && draft.target.trim() !== '' && Number.isFinite(Number(draft.target)) && (credit === null || credit.ok);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const send = async () => {
    const { credit: _, target, ...entry } = draft;
    const reply = await save.run({ contractId: contract.summary.id, id: null, entry: { ...entry, target: Number(target), ...(holdsFinance ? { credit: credit?.ok === true ? credit.value : null } : {}) } });
    if (reply.ok) onClose();
  };
  return (
    <Stack spacing={1.5}>
      <TextField autoFocus required label={translate('fulfilment.metricName')} value={draft.name} onChange={(event) => set({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <TextField select label={translate('fulfilment.comparisonLabel')} value={draft.comparison} onChange={(event) => set({ comparison: slaComparisons.find((one) => one === event.target.value) ?? 'atLeast' })} sx={{ width: 120 }}>
          {slaComparisons.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`fulfilment.comparisons.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField required label={translate('fulfilment.target')} value={draft.target} onChange={(event) => set({ target: event.target.value })} sx={{ width: 110 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 12 } }} />
        <TextField label={translate('fulfilment.unitLabel')} value={draft.unit} onChange={(event) => set({ unit: event.target.value })} sx={{ width: 90 }} slotProps={{ htmlInput: { maxLength: 20 } }} />
        <TextField select label={translate('fulfilment.periodLabel')} value={draft.period} onChange={(event) => set({ period: slaPeriods.find((one) => one === event.target.value) ?? 'month' })} sx={{ width: 120 }}>
          {slaPeriods.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`fulfilment.period.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {holdsFinance && <TextField label={translate('fulfilment.creditLabel', { currency })} value={draft.credit} error={credit !== null && !credit.ok} onChange={(event) => set({ credit: event.target.value })} sx={{ width: 180 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 40 } }} />}
      </Stack>
      <ErrorMessage error={save.error} />
      <Stack direction="row" spacing={1}>
        <Button variant="contained" disabled={!isRight} loading={save.isRunning} onClick={() => void send()}>
          {translate('fulfilment.save')}
        </Button>
        <Button color="inherit" onClick={onClose}>
          {translate('ui.cancel')}
        </Button>
      </Stack>
    </Stack>
  );
}
