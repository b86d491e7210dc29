import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, type FormEvent } from 'react';
import { z } from 'zod';
import type { PackId, SheetObligation } from '#shared/features/exchange/model.ts';
import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { needsReason } from '#shared/features/fulfilment/rules.ts';
import { daySchema, type Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface StepDialogProps {
  readonly packId: PackId;
  readonly obligation: SheetObligation;
  readonly from: ObligationStatus;
  readonly to: ObligationStatus;
  readonly today: Day;
  readonly onClose: () => void;
}

interface StepTyped {
  readonly on: string;
  readonly reason: string;
}

const fields: FieldsOf<StepTyped> = { on: typedDay, reason: z.string() };

/** On which day a step was taken, and why where that has to be said; kept until it is taken or given up. */
export function StepDialog({ onClose, ...step }: StepDialogProps) {
  const titleId = useId();
  const { packId, obligation, to, today } = step;
  return (
    <KeptDialog of={{ contractId: null, dialog: 'packStep', about: `${packId} ${obligation.id} ${to}` }} fields={fields} fresh={() => ({ on: today, reason: '' })} isOpen onClose={onClose} maxWidth="xs" titleId={titleId}>
      {(kept) => <StepForm {...step} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface StepFormProps extends Omit<StepDialogProps, 'onClose'> {
  readonly titleId: string;
  readonly kept: KeptForm<StepTyped>;
}

function StepForm({ packId, obligation, from, to, today, titleId, kept }: StepFormProps) {
  const translate = useTranslate();
  const dayId = useId();
  const step = useCommand('exchange.step');
  const { on, reason } = kept.typed;
  const day = daySchema.safeParse(on);
  const mustExplain = needsReason(from, to);
  const isLater = day.success && day.data > today;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!day.success) return;
    const reply = await step.run({ packId, obligationId: obligation.id, to, on: day.data, reason });
    if (reply.ok) kept.close();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <DialogTitle id={titleId}>{translate('exchange.sheet.step', { title: obligation.title, status: translate(`fulfilment.status.${to}`) })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <DateField id={dayId} label={translate('fulfilment.moveOn')} value={on} onChange={(day) => kept.change({ on: day })} required problem={isLater ? translate('fulfilment.moveLater') : null} />
          <TextField autoFocus multiline minRows={2} required={mustExplain} label={translate(mustExplain ? 'fulfilment.reason' : 'fulfilment.remark')} value={reason} onChange={(event) => kept.change({ reason: event.target.value })} helperText={translate('fulfilment.reasonHint')} slotProps={{ htmlInput: { maxLength: 1000 } }} />
          <ErrorMessage error={step.error} operation="exchange.step" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('fulfilment.confirm')} isDisabled={!day.success || isLater || (mustExplain && reason.trim() === '')} isRunning={step.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
