import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useCountdown } from '../use-countdown.ts';
import { PassphraseField } from './passphrase-field.tsx';

/** Whether the system's login opens this vault on this laptop: what that protects from, what not, and where it can't be had. */
export function SystemUnlockSection() {
  const translate = useTranslate();
  const toast = useToast();
  const status = useVaultStatus();
  const { data } = useOperation('vault.systemUnlock', undefined);
  const disabling = useCommand('vault.disableSystemUnlock');
  const [isAsking, setAsking] = useState(false);
  if (data === undefined || status?.state !== 'unlocked' || status.vault.sample) return null;
  const switchOff = async () => {
    const reply = await disabling.run(undefined);
    if (reply.ok) toast.success(translate('vault.system.gone'));
    else toast.failure(reply.error);
  };
  return (
    <SectionCard title={translate('vault.system.title')} subtitle={translate('vault.system.lead')}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        {!data.isAvailable && <Alert severity="info">{translate('vault.system.unavailable')}</Alert>}
        {data.isAvailable && (
          <>
            <Typography variant="body2">{translate('vault.system.protects')}</Typography>
            <Typography variant="body2" color="textSecondary">
              {translate('vault.system.ends')} {translate(data.asksForFinger ? 'vault.system.finger' : 'vault.system.noFinger')}
            </Typography>
          </>
        )}
        {data.isOwn && <Alert severity="success">{translate('vault.system.isOn')}</Alert>}
        {data.isOn && !data.isOwn && <Alert severity="info">{translate('vault.system.other')}</Alert>}
        <Stack direction="row" spacing={1}>
          {data.isAvailable && !data.isOwn && (
            <Button variant="outlined" onClick={() => setAsking(true)}>
              {translate('vault.system.on')}
            </Button>
          )}
          {data.isOn && (
            <Button variant="outlined" loading={disabling.isRunning} onClick={() => void switchOff()}>
              {translate('vault.system.off')}
            </Button>
          )}
        </Stack>
      </Stack>
      {isAsking && <EnableDialog onClose={() => setAsking(false)} />}
    </SectionCard>
  );
}

function EnableDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const enabling = useCommand('vault.enableSystemUnlock');
  const wait = useCountdown(0);
  const [passphrase, setPassphrase] = useState('');
  const isReady = passphrase !== '' && !enabling.isRunning && wait.seconds === 0;
  const submit = async () => {
    if (!isReady) return;
    const reply = await enabling.run({ passphrase });
    if (reply.ok) {
      toast.success(translate('vault.system.done'));
      onClose();
      return;
    }
    wait.startAfter(reply.error);
  };
  return (
    <Dialog open fullWidth maxWidth="xs" onClose={onClose} aria-labelledby={titleId}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <DialogTitle id={titleId}>{translate('vault.system.dialogTitle')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <Typography color="textSecondary">{translate('vault.system.protects')}</Typography>
            <PassphraseField id="system-unlock-passphrase" autoFocus label={translate('vault.system.passphrase')} value={passphrase} onChange={setPassphrase} />
            <ErrorMessage error={enabling.error} operation="vault.enableSystemUnlock" />
          </Stack>
        </DialogContent>
        <DialogButtons label={wait.seconds > 0 ? translate('vault.unlock.wait', { seconds: wait.seconds }) : translate('vault.system.submit')} isDisabled={!isReady} isRunning={enabling.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
