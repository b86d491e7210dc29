import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ContractId, ContractNotice } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import { DialogButtons } from '../../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../../ui/error-message.tsx';
import { useToast } from '../../../../ui/use-toast.ts';

interface WithdrawDialogProps {
  readonly id: ContractId;
  readonly notice: ContractNotice;
  readonly onClose: () => void;
}

/** Takes back a notice that was recorded by mistake, with the reason for it. */
export function WithdrawDialog({ id, notice, onClose }: WithdrawDialogProps) {
  const titleId = useId();
  const translate = useTranslate();
  const toast = useToast();
  const withdrawing = useCommand('contracts.withdrawNotice');
  const [reason, setReason] = useState('');
  const submit = async () => {
    const reply = await withdrawing.run({ id, noticeId: notice.id, reason });
    if (!reply.ok) return;
    toast.success(translate('contracts.term.notice.withdrawn'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle id={titleId}>{translate('contracts.term.notice.withdrawTitle')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <Typography variant="body2">{translate('contracts.term.notice.withdrawEffect')}</Typography>
            <TextField required autoFocus multiline minRows={2} label={translate('contracts.term.notice.withdrawReason')} value={reason} onChange={(event) => setReason(event.target.value)} slotProps={{ htmlInput: { maxLength: 500 } }} />
            <ErrorMessage error={withdrawing.error} />
          </Stack>
        </DialogContent>
        <DialogButtons label={translate('contracts.term.notice.withdraw')} isDisabled={reason.trim() === '' || withdrawing.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
