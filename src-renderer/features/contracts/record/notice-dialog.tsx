import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { noticeKinds, type ContractId } from '#shared/features/contracts/model.ts';
import { isDay, type Day } from '#shared/kernel/day.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { DateWords } from '../components/date-words.tsx';
import { DateEntryField } from '../components/fields/date-entry-field.tsx';

interface NoticeDialogProps {
  readonly contractId: ContractId;
  /** The running term, which a notice of non-renewal ends. */
  readonly termIndex: number;
  readonly today: Day;
  readonly onClose: () => void;
}

/** Writes down a notice that was sent to the other side. */
export function NoticeDialog({ contractId, termIndex, today, onClose }: NoticeDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const add = useCommand('contracts.addNotice');
  const [kind, setKind] = useState<(typeof noticeKinds)[number]>('non_renewal');
  const [sentOn, setSentOn] = useState<string>(today);
  const [method, setMethod] = useState('');
  const [trackingNumber, setTracking] = useState('');
  const submit = async () => {
    if (!isDay(sentOn)) return;
    const notice = { kind, sentOn, method, trackingNumber, receivedOn: null, termIndex: kind === 'non_renewal' ? termIndex : null };
    const reply = await add.run({ id: contractId, notice });
    if (!reply.ok) return;
    toast.success(translate('contracts.notice.added'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="xs" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle id={titleId}>{translate('contracts.notice.title')}</DialogTitle>
        <DialogContent>
          <DateWords>
            <Stack spacing={2} sx={{ pt: 1 }}>
              <ErrorMessage error={add.error} />
              <TextField select label={translate('contracts.notice.kindLabel')} value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
                {noticeKinds.map((each) => (
                  <MenuItem key={each} value={each}>
                    {translate(`contracts.notice.kind.${each}`)}
                  </MenuItem>
                ))}
              </TextField>
              <DateEntryField
                id="notice-sent"
                label={translate('contracts.notice.sentOn')}
                variable={{ required: true }}
                entry={sentOn}
                onChange={setSentOn}
                onBlur={() => undefined}
                hasProblem={!isDay(sentOn)}
                helperText={isDay(sentOn) ? undefined : translate('contracts.record.problem.NOT_A_DAY')}
              />
              <TextField label={translate('contracts.notice.method')} value={method} onChange={(event) => setMethod(event.target.value)} slotProps={{ htmlInput: { maxLength: 60 } }} />
              <TextField label={translate('contracts.notice.tracking')} value={trackingNumber} onChange={(event) => setTracking(event.target.value)} slotProps={{ htmlInput: { maxLength: 60 } }} />
            </Stack>
          </DateWords>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {translate('ui.cancel')}
          </Button>
          <Button type="submit" variant="contained" loading={add.isRunning} disabled={!isDay(sentOn)}>
            {translate('contracts.notice.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
