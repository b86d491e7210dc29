import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { z } from 'zod';
import type { Contract } from '#shared/features/contracts/model.ts';
import { slaComparisons, slaPeriods, type Metric } from '#shared/features/fulfilment/model.ts';
import { moneyToFigures, parseMoney, type Money } from '#shared/kernel/money.ts';
import { typedNumber } from '#shared/kernel/typed-number.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useHolds } from '../../../ipc/use-vault-status.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSight } from '../../../keeping/use-in-sight.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FormButtons } from '../../../ui/form-buttons.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';

/** A service level as it is being entered. */
interface MetricTyped extends Pick<Metric, 'name' | 'comparison' | 'unit' | 'period'> {
  readonly target: string;
  readonly credit: string;
}

const fields: FieldsOf<MetricTyped> = { name: z.string(), comparison: z.enum(slaComparisons), target: z.string(), unit: z.string(), period: z.enum(slaPeriods), credit: z.string() };

interface MetricFormProps {
  readonly contract: Contract;
  /** Null for a new one. */
  readonly metric: Metric | null;
  readonly onClose: () => void;
}

/** Enters or changes a service level, kept until it is saved or given up; the credit only for those who see sums. */
export function MetricForm(props: MetricFormProps) {
  const { contract, metric } = props;
  const known = creditOf(metric);
  const fresh = (): MetricTyped => ({
    name: metric?.name ?? '',
    comparison: metric?.comparison ?? 'atLeast',
    target: metric === null ? '' : String(metric.target),
    unit: metric?.unit ?? '',
    period: metric?.period ?? 'month',
    credit: known === null ? '' : moneyToFigures(known),
  });
  return (
    <KeptForm of={{ contractId: contract.summary.id, dialog: 'metric', about: metric?.id ?? '' }} revision={metric?.revision ?? null} fields={fields} fresh={fresh} onClose={props.onClose}>
      {(kept) => <Fields {...props} kept={kept} />}
    </KeptForm>
  );
}

function creditOf(metric: Metric | null): Money | null {
  return metric === null || isWithheld(metric.credit) ? null : metric.credit;
}

function Fields({ contract, metric, kept }: MetricFormProps & { readonly kept: KeptFormOf<MetricTyped> }) {
  const translate = useTranslate();
  const save = useCommand('fulfilment.saveMetric');
  const holdsFinance = useHolds('finance');
  const form = useInSight<HTMLDivElement>(kept.notice);
  const { typed: draft, change: set, close } = kept;
  const currency = creditOf(metric)?.currency ?? (isWithheld(contract.amount) ? 'CNY' : (contract.amount?.inclusive.currency ?? 'CNY'));
  const credit = draft.credit.trim() === '' ? null : parseMoney(draft.credit, currency);
  const aim = typedNumber(draft.target);
  const isRight = draft.name.trim() !== '' && aim !== null && (credit === null || credit.ok);
  const send = async () => {
    const { credit: _, target: __, ...entry } = draft;
    if (aim === null) return;
    const reply = await save.run({ contractId: contract.summary.id, id: metric?.id ?? null, revision: kept.revision ?? metric?.revision ?? 0, entry: { ...entry, target: aim, ...(holdsFinance ? { credit: credit?.ok === true ? credit.value : null } : {}) } });
    if (reply.ok) close();
  };
  return (
    <Stack ref={form} spacing={1.5}>
      {kept.notice}
      <PlainTextField autoFocus required label={translate('fulfilment.metricName')} value={draft.name} onChange={(event) => set({ name: event.target.value })} slotProps={{ htmlInput: { maxLength: 80 } }} />
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <TextField select label={translate('fulfilment.comparisonLabel')} value={draft.comparison} onChange={(event) => set({ comparison: slaComparisons.find((one) => one === event.target.value) ?? 'atLeast' })} sx={{ width: 120 }}>
          {slaComparisons.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`fulfilment.comparisons.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField required label={translate('fulfilment.target')} value={draft.target} error={draft.target.trim() !== '' && aim === null} onChange={(event) => set({ target: event.target.value })} sx={{ width: 110 }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 12 } }} />
        <PlainTextField label={translate('fulfilment.unitLabel')} value={draft.unit} onChange={(event) => set({ unit: event.target.value })} sx={{ width: 90 }} slotProps={{ htmlInput: { maxLength: 20 } }} />
        <TextField select label={translate('fulfilment.periodLabel')} value={draft.period} onChange={(event) => set({ period: slaPeriods.find((one) => one === event.target.value) ?? 'month' })} sx={{ width: 120 }}>
          {slaPeriods.map((one) => (
            <MenuItem key={one} value={one}>
              {translate(`fulfilment.period.${one}`)}
            </MenuItem>
          ))}
        </TextField>
        {holdsFinance && <TextField label={translate('fulfilment.creditLabel', { currency })} value={draft.credit} error={credit !== null && !credit.ok} onChange={(event) => set({ credit: event.target.value })} sx={{ flex: '1 1 260px' }} slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 40 } }} />}
      </Stack>
      <ErrorMessage error={save.error} />
      <FormButtons label={translate('fulfilment.save')} isDisabled={!isRight} isRunning={save.isRunning} onSave={send} onCancel={close} status={kept.status} />
    </Stack>
  );
}
