import Button from '@mui/material/Button';
import { useState } from 'react';
import type { RoundId } from '#shared/features/approvals/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Takes a contract back from those who were asked, with a reason. */
export function RecallButton({ roundId }: { readonly roundId: RoundId }) {
  const translate = useTranslate();
  const toast = useToast();
  const recall = useCommand('approvals.recall');
  const [isOpen, setOpen] = useState(false);
  const run = async (reason: string) => {
    setOpen(false);
    const reply = await recall.run({ roundId, reason });
    if (reply.ok) toast.success(translate('approvals.recalled'));
    else toast.failure(reply.error);
  };
  return (
    <>
      <Button variant="outlined" size="small" loading={recall.isRunning} onClick={() => setOpen(true)} sx={{ alignSelf: 'flex-start' }}>
        {translate('approvals.recall')}
      </Button>
      <NameDialog isOpen={isOpen} title={translate('approvals.recall')} label={translate('approvals.recallReason')} submitLabel={translate('approvals.recall')} maxLength={2000} onSubmit={(reason) => void run(reason)} onClose={() => setOpen(false)} />
    </>
  );
}
