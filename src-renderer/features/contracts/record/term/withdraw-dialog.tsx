import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { z } from 'zod';
import type { ContractId, ContractNotice } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import { KeptDialog, type FormInDialog } from '../../../../keeping/kept-dialog.tsx';
import type { FieldsOf } from '../../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../../ui/error-message.tsx';
import { focusWrongField } from '../../../../ui/focus-wrong-field.ts';
import { PlainTextField } from '../../../../ui/plain-text-field.tsx';
import { useToast } from '../../../../ui/use-toast.ts';

interface WithdrawDialogProps {
  readonly id: ContractId;
  readonly notice: ContractNotice;
  readonly onClose: () => void;
}

interface WithdrawalTyped {
  readonly reason: string;
}

const fields: FieldsOf<WithdrawalTyped> = { reason: z.string() };

/** Takes back a notice that was recorded by mistake, with the reason for it. */
export function WithdrawDialog({ id, notice, onClose }: WithdrawDialogProps) {
  const titleId = useId();
  return (
    <KeptDialog of={{ contractId: id, dialog: 'withdrawal', about: notice.id }} fields={fields} fresh={() => ({ reason: '' })} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <WithdrawalForm id={id} notice={notice} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface WithdrawalFormProps extends Omit<WithdrawDialogProps, 'onClose'> {
  readonly titleId: string;
  readonly kept: FormInDialog<WithdrawalTyped>;
}

function WithdrawalForm({ id, notice, titleId, kept }: WithdrawalFormProps) {
  const translate = useTranslate();
  const toast = useToast();
  const withdrawing = useCommand('contracts.withdrawNotice');
  const { reason } = kept.typed;
  const submit = async () => {
    const reply = await withdrawing.run({ id, noticeId: notice.id, reason });
    if (!reply.ok) return;
    toast.success(translate('contracts.term.notice.withdrawn'));
    kept.close();
  };
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!focusWrongField(event.currentTarget)) void submit();
      }}
    >
      <DialogTitle id={titleId}>{translate('contracts.term.notice.withdrawTitle')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <Typography variant="body2">{translate('contracts.term.notice.withdrawEffect')}</Typography>
          <PlainTextField
            required
            autoFocus
            multiline
            minRows={2}
            label={translate('contracts.term.notice.withdrawReason')}
            value={reason}
                        onChange={(event) => kept.change({ reason: event.target.value })}
            slotProps={{ htmlInput: { maxLength: 500 } }}
          />
          <ErrorMessage error={withdrawing.error} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('contracts.term.notice.withdraw')} isDisabled={reason.trim() === '' || withdrawing.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
