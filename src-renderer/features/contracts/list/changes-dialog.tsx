import DialogContent from '@mui/material/DialogContent';
import DialogContentText from '@mui/material/DialogContentText';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId, useState } from 'react';
import { addDays, isDay } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** Writes what changed since a day for another system, such as the CRM. */
export function ChangesDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const exporting = useCommand('contracts.exportChanges');
  const [since, setSince] = useState<string>(() => addDays(presentDay(), -7));
  const run = async () => {
    if (!isDay(since)) return;
    const reply = await exporting.run({ since, fileName: translate('contracts.export.changesFile', { day: since }) });
    if (!reply.ok) return toast.failure(reply.error);
    if (reply.value === null) return;
    toast.success(translate('contracts.export.done', { ...reply.value, count: reply.value.rows }));
    onClose();
  };
  return (
    <Dialog open={isOpen} onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('contracts.export.changes')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          <DialogContentText>{translate('contracts.export.changesLead')}</DialogContentText>
          <DateField id="changes-since" required label={translate('contracts.export.since')} value={since} onChange={setSince} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('contracts.export.write')} isDisabled={!isDay(since)} isRunning={exporting.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
