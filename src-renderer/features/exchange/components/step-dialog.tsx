import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState, type FormEvent } from 'react';
import type { PackId, SheetObligation } from '#shared/features/exchange/model.ts';
import type { ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { needsReason } from '#shared/features/fulfilment/rules.ts';
import { daySchema, type Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface StepDialogProps {
  readonly packId: PackId;
  readonly obligation: SheetObligation;
  readonly from: ObligationStatus;
  readonly to: ObligationStatus;
  readonly today: Day;
  readonly onClose: () => void;
}

/** On which day a step was taken, and why where that has to be said. */
export function StepDialog({ packId, obligation, from, to, today, onClose }: StepDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const dayId = useId();
  const step = useCommand('exchange.step');
  const [on, setOn] = useState<string>(today);
  const [reason, setReason] = useState('');
  const day = daySchema.safeParse(on);
  const mustExplain = needsReason(from, to);
  const isLater = day.success && day.data > today;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!day.success) return;
    const reply = await step.run({ packId, obligationId: obligation.id, to, on: day.data, reason });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{translate('exchange.sheet.step', { title: obligation.title, status: translate(`fulfilment.status.${to}`) })}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <DateField id={dayId} label={translate('fulfilment.moveOn')} value={on} onChange={setOn} required problem={isLater ? translate('fulfilment.moveLater') : null} />
            <TextField multiline minRows={2} required={mustExplain} label={translate(mustExplain ? 'fulfilment.reason' : 'fulfilment.remark')} value={reason} onChange={(event) => setReason(event.target.value)} helperText={translate('fulfilment.reasonHint')} slotProps={{ htmlInput: { maxLength: 1000 } }} />
            <ErrorMessage error={step.error} operation="exchange.step" />
          </Stack>
        </DialogContent>
        <DialogButtons label={translate('fulfilment.confirm')} isDisabled={!day.success || isLater || (mustExplain && reason.trim() === '')} isRunning={step.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
