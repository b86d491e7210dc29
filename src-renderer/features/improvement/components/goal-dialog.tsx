import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { metrics, unitOf, type ItemId, type Metric } from '#shared/features/improvement/model.ts';
import { baselineOf, targetFrom } from '#shared/features/improvement/rules.ts';
import { addDays, addMonths, isDay, type Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useMetricValue } from '../words.ts';

/** Binds a goal to a metric: the baseline is measured, the target chosen, in the unit or as a share of the baseline. */
export function GoalDialog({ itemId, onClose }: { readonly itemId: ItemId; readonly onClose: () => void }) {
  const translate = useTranslate();
  const say = useMetricValue();
  const titleId = useId();
  const save = useCommand('improvement.saveGoal');
  const series = useOperation('improvement.metrics', undefined).data ?? [];
  const [metric, setMetric] = useState<Metric>('approval_hours');
  const [horizon, setHorizon] = useState<'short' | 'long'>('short');
  const [target, setTarget] = useState('');
  const [fromOn, setFromOn] = useState<string>(firstOfMonth);
  const [untilOn, setUntilOn] = useState<string>(() => addDays(addMonths(firstOfMonth(), 3), -1));
  const own = series.find((each) => each.metric === metric);
  const baseline = own === undefined || !isDay(fromOn) ? null : baselineOf(own.points, fromOn);
  const missing = own?.missing ?? null;
  const isShare = unitOf[metric] === 'share';
  const value = target.trim() === '' || !Number.isFinite(Number(target)) ? null : isShare ? Number(target) / 100 : Number(target);
  const suggest = (share: number) => {
    if (baseline !== null) setTarget(String(Math.round(targetFrom(metric, baseline, share) * (isShare ? 1000 : 10)) / 10));
  };
  const run = async () => {
    if (value === null || !isDay(fromOn) || !isDay(untilOn)) return;
    const reply = await save.run({ itemId, goal: { id: null, horizon, metric, target: value, fromOn, untilOn } });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('improvement.goal.add')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {save.error !== null && <ErrorMessage error={save.error} />}
          <TextField select label={translate('improvement.goal.metric')} value={metric} onChange={(event) => setMetric(metrics.find((each) => each === event.target.value) ?? metric)} helperText={translate(`improvement.metricHint.${metric}`)}>
            {metrics.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.metric.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select label={translate('improvement.goal.horizon')} value={horizon} onChange={(event) => setHorizon(event.target.value === 'long' ? 'long' : 'short')}>
            {(['short', 'long'] as const).map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.horizon.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <Stack direction="row" spacing={1.5}>
            <DateField required id={`${titleId}-from`} label={translate('improvement.goal.from')} value={fromOn} onChange={setFromOn} />
            <DateField required id={`${titleId}-until`} label={translate('improvement.goal.until')} value={untilOn} onChange={setUntilOn} />
          </Stack>
          <Typography variant="body2">
            {missing !== null ? translate(`improvement.missing.${missing}`) : baseline === null ? translate('improvement.noBaseline') : translate('improvement.goal.measured', { value: say(metric, baseline) })}
          </Typography>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <TextField required type="number" label={translate(`improvement.goal.targetIn.${unitOf[metric]}`)} value={target} onChange={(event) => setTarget(event.target.value)} slotProps={{ htmlInput: { step: 'any', min: 0 } }} />
            {[0.1, 0.2].map((share) => (
              <Button key={share} size="small" disabled={baseline === null} onClick={() => suggest(share)}>
                {translate('improvement.goal.better', { share: Math.round(share * 100) })}
              </Button>
            ))}
          </Stack>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('improvement.goal.save')} isDisabled={value === null || !isDay(fromOn) || !isDay(untilOn)} isRunning={save.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}

function firstOfMonth(): Day {
  const now = new Date();
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-01` as Day;
}
