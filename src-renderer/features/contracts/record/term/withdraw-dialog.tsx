import type { ContractId, ContractNotice } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../../i18n/i18n.ts';
import { useCommand } from '../../../../ipc/use-command.ts';
import { ReasonDialog } from '../../../../keeping/reason-dialog.tsx';
import { useToast } from '../../../../ui/use-toast.ts';

interface WithdrawDialogProps {
  readonly id: ContractId;
  readonly notice: ContractNotice;
  readonly onClose: () => void;
}

/** Takes back a notice that was recorded by mistake, with the reason for it. */
export function WithdrawDialog({ id, notice, onClose }: WithdrawDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const withdrawing = useCommand('contracts.withdrawNotice');
  const withdraw = async (reason: string) => {
    const reply = await withdrawing.run({ id, noticeId: notice.id, reason });
    if (reply.ok) toast.success(translate('contracts.term.notice.withdrawn'));
    return reply.ok;
  };
  return (
    <ReasonDialog
      of={{ contractId: id, dialog: 'withdrawal', about: notice.id }}
      isOpen
      title={translate('contracts.term.notice.withdrawTitle')}
      effect={translate('contracts.term.notice.withdrawEffect')}
      label={translate('contracts.term.notice.withdrawReason')}
      submitLabel={translate('contracts.term.notice.withdraw')}
      maxLength={500}
      error={withdrawing.error}
      isRunning={withdrawing.isRunning}
      operation="contracts.withdrawNotice"
      onSubmit={withdraw}
      onClose={onClose}
    />
  );
}
