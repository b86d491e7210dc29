import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import { metrics, unitOf, type ItemId, type Metric } from '#shared/features/improvement/model.ts';
import { baselineOf, targetFrom, wholeMonths } from '#shared/features/improvement/rules.ts';
import { addMonths, firstOfMonth, isDay, lastOfMonth } from '#shared/kernel/day.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { useMetricValue } from '../words.ts';

const horizons = ['short', 'long'] as const;

interface GoalTyped {
  readonly metric: Metric;
  readonly horizon: (typeof horizons)[number];
  readonly target: string;
  readonly fromOn: string;
  readonly untilOn: string;
}

const fields: FieldsOf<GoalTyped> = { metric: z.enum(metrics), horizon: z.enum(horizons), target: z.string(), fromOn: typedDay, untilOn: typedDay };

function freshGoal(): GoalTyped {
  const fromOn = firstOfMonth(presentDay());
  return { metric: 'approval_hours', horizon: 'short', target: '', fromOn, untilOn: lastOfMonth(addMonths(fromOn, 2)) };
}

/** Binds a goal to a metric: the baseline is measured, the target chosen, in the unit or as a share of the baseline. Kept until it is set or given up. */
export function GoalDialog({ itemId, onClose }: { readonly itemId: ItemId; readonly onClose: () => void }) {
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId: null, dialog: 'improvementGoal', about: itemId }} fields={fields} fresh={freshGoal} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <GoalForm itemId={itemId} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

function GoalForm({ itemId, titleId, kept }: { readonly itemId: ItemId; readonly titleId: string; readonly kept: KeptForm<GoalTyped> }) {
  const translate = useTranslate();
  const say = useMetricValue();
  const save = useCommand('improvement.saveGoal');
  const series = useOperation('improvement.metrics', undefined).data ?? [];
  const { metric, horizon, target, fromOn, untilOn } = kept.typed;
  const own = series.find((each) => each.metric === metric);
  const baseline = own === undefined || !isDay(fromOn) ? null : baselineOf(own.points, fromOn);
  const missing = own?.missing ?? null;
  const isShare = unitOf[metric] === 'share';
  const typed = typedNumber(target);
  const value = typed === null || typed < 0 ? null : isShare ? typed / 100 : typed;
  const suggest = (share: number) => {
    if (baseline !== null) kept.change({ target: String(Math.round(targetFrom(metric, baseline, share) * (isShare ? 1000 : 10)) / 10) });
  };
  const run = async () => {
    if (value === null || !isDay(fromOn) || !isDay(untilOn)) return;
    const reply = await save.run({ itemId, goal: { id: null, horizon, metric, target: value, ...wholeMonths({ fromOn, untilOn }) } });
    if (reply.ok) kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate('improvement.goal.add')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          {save.error !== null && <ErrorMessage error={save.error} />}
          <TextField select label={translate('improvement.goal.metric')} value={metric} onChange={(event) => kept.change({ metric: metrics.find((each) => each === event.target.value) ?? metric })} helperText={translate(`improvement.metricHint.${metric}`)}>
            {metrics.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.metric.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField select label={translate('improvement.goal.horizon')} value={horizon} onChange={(event) => kept.change({ horizon: event.target.value === 'long' ? 'long' : 'short' })}>
            {horizons.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.horizon.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <Stack direction="row" spacing={1.5}>
            <DateField required unit="month" id={`${titleId}-from`} label={translate('improvement.goal.from')} value={fromOn} onChange={(day) => kept.change({ fromOn: day })} />
            <DateField required unit="month" id={`${titleId}-until`} label={translate('improvement.goal.until')} value={untilOn} onChange={(day) => kept.change({ untilOn: day })} />
          </Stack>
          <Typography variant="body2">
            {missing !== null ? translate(`improvement.missing.${missing}`) : baseline === null ? translate('improvement.noBaseline') : translate('improvement.goal.measured', { value: say(metric, baseline) })}
          </Typography>
          <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
            <TextField required label={translate(`improvement.goal.targetIn.${unitOf[metric]}`)} value={target} onChange={(event) => kept.change({ target: event.target.value })} error={target.trim() !== '' && value === null} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 26 } }} />
            {[0.1, 0.2].map((share) => (
              <Button key={share} size="small" disabled={baseline === null} onClick={() => suggest(share)}>
                {translate('improvement.goal.better', { share: Math.round(share * 100) })}
              </Button>
            ))}
          </Stack>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('improvement.goal.save')} isDisabled={value === null || !isDay(fromOn) || !isDay(untilOn)} isRunning={save.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}
