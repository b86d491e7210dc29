import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { slaComparisons, slaPeriods, type Metric } from '#shared/features/fulfilment/model.ts';
import { moneyToFigures, parseMoney } from '#shared/kernel/money.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

/** Enters or changes a service level; the credit only for those who see sums. */
export function MetricForm({ contract, metric, onClose }: { readonly contract: Contract; readonly metric: Metric | null; readonly onClose: () => void }) {
  const translate = useTranslate();
  const save = useCommand('fulfilment.saveMetric');
  const holdsFinance = useHolds('finance');
  const known = metric === null || isWithheld(metric.credit) ? null : metric.credit;
  const currency = known?.currency ?? (isWithheld(contract.amount) ? 'CNY' : (contract.amount?.inclusive.currency ?? 'CNY'));
  const [draft, setDraft] = useState({
    name: metric?.name ?? '',
    comparison: metric?.comparison ?? ('atLeast' as const),
    target: metric === null ? '' : String(metric.target),
    unit: metric?.unit ?? '',
    period: metric?.period ?? ('month' as const),
    credit: known === null ? '' : moneyToFigures(known),
  });
  const credit = draft.credit.trim() === '' ? null : parseMoney(draft.credit, currency);
  const isRight = draft.name.trim() !== '' && draft.target.trim() !== '' && Number.isFinite(Number(draft.target)) && (credit === null || credit.ok);
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change });
  const send = async () => {
    const { credit: _, target, ...entry } = draft;
    const reply = await save.run({ contractId: contract.summary.id, id: metric?.id ?? null, entry: { ...entry, target: Number(target), ...(holdsFinance ? { credit: credit?.ok === true ? credit.value : null } : {}) } });
    if (reply.ok) onClose();
  };
  return (
    <Stack spacing={1.5}>
      <PlainTextField autoFocus required label={translate('fulfilment.metricName')} value={draft.name} onChange={(event) => set({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <TextField select label={translate('fulfilment.comparisonLabel')} value={draft.comparison} onChange={(event) => set({ comparison: slaComparisons.find((one) => one === event.target.value) ?? 'atLeast' })} sx={{ width: 120 }}>
          {slaComparisons.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`fulfilment.comparisons.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField required label={translate('fulfilment.target')} value={draft.target} onChange={(event) => set({ target: event.target.value })} sx={{ width: 110 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 12 } }} />
        <PlainTextField label={translate('fulfilment.unitLabel')} value={draft.unit} onChange={(event) => set({ unit: event.target.value })} sx={{ width: 90 }} slotProps={{ htmlInput: { maxLength: 20 } }} />
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
      <FormButtons label={translate('fulfilment.save')} isDisabled={!isRight} isRunning={save.isRunning} onSave={send} onCancel={onClose} />
    </Stack>
  );
}
