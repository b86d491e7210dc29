import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useCountdown } from '../use-countdown.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { PassphraseField } from './passphrase-field.tsx';

/** A button and the dialog behind it. The sample vault's passphrase is the application's own and stays. */
export function ChangePassphrase() {
  const translate = useTranslate();
  const status = useVaultStatus();
  const [isOpen, setOpen] = useState(false);
  const isSample = status?.state === 'unlocked' && status.vault.sample;
  return (
    <>
      <Button variant="outlined" disabled={isSample} onClick={() => setOpen(true)}>
        {translate(isSample ? 'vault.change.sample' : 'vault.change.open')}
      </Button>
      {isOpen && <ChangeDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function ChangeDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const status = useVaultStatus();
  const change = useCommand('vault.changePassphrase');
  const wait = useCountdown(0);
  const [current, setCurrent] = useState('');
  const [entry, setEntry] = useState({ passphrase: '', repeated: '' });
  const [isFit, setFit] = useState(false);
  const isReady = current !== '' && isFit && !change.isRunning && wait.seconds === 0;

  const submit = async () => {
    if (!isReady) return;
    const reply = await change.run({ current, next: entry.passphrase });
    if (reply.ok) {
      toast.success(translate('vault.change.done'));
      onClose();
      return;
    }
    wait.startAfter(reply.error);
  };

  return (
    <Dialog open fullWidth maxWidth="xs" onClose={(_, reason) => reason === 'escapeKeyDown' && onClose()} aria-labelledby="change-title">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle id="change-title">{translate('vault.change.title')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <PassphraseField
              id="change-current"
              autoFocus
              label={translate('vault.change.current')}
              value={current}
              onChange={setCurrent}
            />
            <NewPassphrase
              idPrefix="change"
              entry={entry}
              userName={status?.state === 'unlocked' ? status.user.name : ''}
              onChange={setEntry}
              onJudged={setFit}
            />
            <ErrorMessage error={change.error} operation="vault.changePassphrase" />
          </Stack>
        </DialogContent>
        <DialogButtons label={wait.seconds > 0 ? translate('vault.unlock.wait', { seconds: wait.seconds }) : translate('vault.change.submit')} isDisabled={!isReady} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
