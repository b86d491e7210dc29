import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { z } from 'zod';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ObligationId } from '#shared/features/fulfilment/due-rules.ts';
import { obligationStatuses, type ObligationStatus } from '#shared/features/fulfilment/model.ts';
import { needsReason } from '#shared/features/fulfilment/rules.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';

export interface Movable {
  readonly id: ObligationId;
  readonly contractId: ContractId;
  readonly title: string;
  readonly status: ObligationStatus;
  readonly revision: number;
}

interface MoveTyped {
  readonly on: string;
  readonly reason: string;
}

const fields: FieldsOf<MoveTyped> = { on: typedDay, reason: z.string() };

/** Which step a form that was left unfinished takes, of which obligation. */
export function stepLeft(about: string): { readonly id: string; readonly to: ObligationStatus | null } {
  const [id = '', step] = about.split(' ');
  return { id, to: obligationStatuses.find((status) => status === step) ?? null };
}

interface MoveDialogProps {
  readonly obligation: Movable;
  readonly to: ObligationStatus;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Takes one step of an obligation: on which day, and where it must be explained, why. Kept until it is taken or given up. */
export function MoveDialog({ obligation, to, today, onClose }: MoveDialogProps) {
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId: obligation.contractId, dialog: 'obligationStep', about: `${obligation.id} ${to}` }} fields={fields} fresh={() => ({ on: today, reason: '' })} isOpen maxWidth="xs" onClose={onClose} titleId={titleId}>
      {(kept) => <MoveForm titleId={titleId} obligation={obligation} to={to} today={today} kept={kept} />}
    </KeptDialog>
  );
}

interface MoveFormProps extends Omit<MoveDialogProps, 'onClose'> {
  readonly titleId: string;
  readonly kept: KeptForm<MoveTyped>;
}

function MoveForm({ titleId, obligation, to, today, kept }: MoveFormProps) {
  const translate = useTranslate();
  const toast = useToast();
  const move = useCommand('fulfilment.move');
  const { on, reason } = kept.typed;
  const [isTried, setTried] = useState(false);
  const mustExplain = needsReason(obligation.status, to);
  const lacksReason = mustExplain && reason.trim() === '';
  const isLater = isDay(on) && on > today;
  const send = async () => {
    setTried(true);
    if (lacksReason || !isDay(on) || isLater) return;
    const reply = await move.run({ id: obligation.id, revision: obligation.revision, to, on, reason: reason.trim() });
    if (!reply.ok) return;
    toast.success(translate('fulfilment.moved', { title: obligation.title, status: translate(`fulfilment.status.${to}`) }));
    kept.close();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <DialogTitle id={titleId}>{translate(`fulfilment.to.${to}`)}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <Typography>{obligation.title}</Typography>
          <DateField id="move-on" label={translate('fulfilment.moveOn')} value={on} onChange={(day) => kept.change({ on: day })} required problem={isLater ? translate('fulfilment.moveLater') : null} />
          <PlainTextField
            label={translate(mustExplain ? 'fulfilment.reason' : 'fulfilment.remark')}
            required={mustExplain}
            multiline
            minRows={2}
            maxRows={6}
            value={reason}
            onChange={(event) => kept.change({ reason: event.target.value })}
            error={isTried && lacksReason}
            helperText={translate(isTried && lacksReason ? 'fulfilment.reasonNeeded' : 'fulfilment.reasonHint')}
            slotProps={{ htmlInput: { maxLength: 1000 } }}
          />
          <ErrorMessage error={move.error} operation="fulfilment.move" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('fulfilment.confirm')} isRunning={move.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
