import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { itemKinds, type ItemLine } from '#shared/features/improvement/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useReportStore } from '../store.ts';

/** Takes in a problem or an idea on any page; it stays where one is. */
export function ReportDialog() {
  const { origin, close } = useReportStore();
  const titleId = useId();
  return (
    <Dialog open={origin !== null} onClose={close} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <ReportForm titleId={titleId} />
    </Dialog>
  );
}

/** Mounted with the dialog, so that it opens empty each time. */
function ReportForm({ titleId }: { readonly titleId: string }) {
  const translate = useTranslate();
  const toast = useToast();
  const { origin, close } = useReportStore();
  const report = useCommand('improvement.report');
  const [kind, setKind] = useState<ItemLine['kind']>('problem');
  const [title, setTitle] = useState('');
  const [description, setDescription] = useState('');
  const send = async () => {
    const reply = await report.run({ kind, origin: origin?.kind ?? 'page', originRef: origin?.ref === undefined || origin.ref === '' ? location.hash.slice(0, 200) : origin.ref, title: title.trim(), description: description.trim() });
    if (!reply.ok) return;
    close();
    const { id } = reply.value;
    toast.success(translate('improvement.report.done'), { label: translate('improvement.report.show'), run: () => void (location.hash = `#/improvement/${id}`) });
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') void send();
      }}
    >
      <DialogTitle id={titleId}>{translate('improvement.report.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {report.error !== null && <ErrorMessage error={report.error} />}
          <TextField select label={translate('improvement.report.kind')} value={kind} onChange={(event) => setKind(itemKinds.find((each) => each === event.target.value) ?? kind)}>
            {itemKinds.map((each) => (
              <MenuItem key={each} value={each}>
                {translate(`improvement.kind.${each}`)}
              </MenuItem>
            ))}
          </TextField>
          <TextField autoFocus required label={translate('improvement.report.what')} value={title} onChange={(event) => setTitle(event.target.value)} slotProps={{ htmlInput: { maxLength: 120 } }} />
          <TextField multiline minRows={3} label={translate('improvement.report.more')} value={description} onChange={(event) => setDescription(event.target.value)} slotProps={{ htmlInput: { maxLength: 4000 } }} />
          <Typography variant="body2" color="textSecondary">
            {translate('improvement.report.hint')}
          </Typography>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('improvement.report.send')} isDisabled={title.trim() === ''} isRunning={report.isRunning} onCancel={close} />
    </form>
  );
}
