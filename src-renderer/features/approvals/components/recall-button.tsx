import Button from '@mui/material/Button';
import { useState } from 'react';
import type { RoundId } from '#shared/features/approvals/model.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ReasonDialog } from '../../../keeping/reason-dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** Takes a contract back from those who were asked, with a reason. */
export function RecallButton({ contractId, roundId }: { readonly contractId: ContractId; readonly roundId: RoundId }) {
  const translate = useTranslate();
  const toast = useToast();
  const recall = useCommand('approvals.recall');
  const [isOpen, setOpen] = useState(false);
  useResume('recall', () => setOpen(true));
  const run = async (reason: string) => {
    const reply = await recall.run({ roundId, reason });
    if (reply.ok) toast.success(translate('approvals.recalled'));
    return reply.ok;
  };
  return (
    <>
      <Button variant="outlined" size="small" onClick={() => setOpen(true)} sx={{ alignSelf: 'flex-start' }}>
        {translate('approvals.recall')}
      </Button>
      <ReasonDialog
        of={{ contractId, dialog: 'recall', about: roundId }}
        isOpen={isOpen}
        title={translate('approvals.recall')}
        label={translate('approvals.recallReason')}
        submitLabel={translate('approvals.recall')}
        maxLength={2000}
        error={recall.error}
        operation="approvals.recall"
        isRunning={recall.isRunning}
        onSubmit={run}
        onClose={() => setOpen(false)}
      />
    </>
  );
}
