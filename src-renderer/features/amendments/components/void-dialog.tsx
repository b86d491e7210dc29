import type { AmendmentId } from '#shared/features/amendments/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ReasonDialog } from '../../../keeping/reason-dialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface VoidDialogProps {
  readonly contractId: ContractId;
  readonly amendmentId: AmendmentId;
  readonly onClose: () => void;
}

/** Voids an amendment that was recorded by mistake, with the reason for it. */
export function VoidDialog({ contractId, amendmentId, onClose }: VoidDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const voiding = useCommand('amendments.void');
  const withdraw = async (reason: string) => {
    const reply = await voiding.run({ contractId, amendmentId, reason });
    if (reply.ok) toast.success(translate('amendments.void.done'));
    return reply.ok;
  };
  return (
    <ReasonDialog
      of={{ contractId, dialog: 'voiding', about: amendmentId }}
      isOpen
      title={translate('amendments.void.title')}
      effect={translate('amendments.void.effect')}
      label={translate('amendments.void.reason')}
      submitLabel={translate('amendments.void.action')}
      maxLength={1000}
      error={voiding.error}
      isRunning={voiding.isRunning}
      operation="amendments.void"
      onSubmit={withdraw}
      onClose={onClose}
    />
  );
}
