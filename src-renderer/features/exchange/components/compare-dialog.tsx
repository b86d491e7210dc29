import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState, type FormEvent } from 'react';
import type { Contact } from '#shared/features/exchange/model.ts';
import { fingerprintGroups } from '#shared/features/exchange/rules.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

/** Compares a fingerprint by voice: the last two groups are hidden here and typed as the other side reads them out. */
export function CompareDialog({ contact, onClose }: { readonly contact: Contact; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const confirm = useCommand('exchange.confirmContact');
  const [spoken, setSpoken] = useState('');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const reply = await confirm.run({ id: contact.id, spoken });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} maxWidth="xs" fullWidth aria-labelledby={titleId}>
      <form onSubmit={(event) => void submit(event)}>
        <DialogTitle id={titleId}>{translate('exchange.compare.title', { name: contact.name })}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography>{translate('exchange.compare.how', { name: contact.name })}</Typography>
            <Typography component="p" sx={{ fontFamily: 'monospace', fontSize: 16 }}>
              {`${fingerprintGroups(contact.fingerprint).slice(0, 8).join(' ')} ···· ····`}
            </Typography>
            <TextField autoFocus label={translate('exchange.compare.spoken')} value={spoken} onChange={(event) => setSpoken(event.target.value)} slotProps={{ htmlInput: { maxLength: 20, autoComplete: 'off', spellCheck: false, style: { fontFamily: 'monospace' } } }} />
            <ErrorMessage error={confirm.error} />
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {translate('exchange.compare.later')}
          </Button>
          <Button type="submit" variant="contained" disabled={spoken.trim() === ''} loading={confirm.isRunning}>
            {translate('exchange.compare.confirm')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
