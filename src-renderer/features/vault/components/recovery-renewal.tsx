import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { RecoveryGroups } from './recovery-groups.tsx';

/** Another recovery code: asked for with the passphrase, shown once, in force when two of its groups were retyped. */
export function RecoveryRenewal({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const begin = useCommand('vault.beginRecoveryRenewal');
  const finish = useCommand('vault.finishRecoveryRenewal');
  const [passphrase, setPassphrase] = useState('');
  const [begun, setBegun] = useState<{ readonly recoveryCode: string; readonly askedGroups: readonly [number, number] } | null>(null);
  const [typed, setTyped] = useState<readonly [string, string]>(['', '']);
  const [isDone, setDone] = useState(false);
  const make = async () => {
    const reply = await begin.run({ passphrase });
    if (reply.ok) setBegun(reply.value);
  };
  const confirm = async () => {
    if (begun === null) return;
    const reply = await finish.run({ confirmations: begun.askedGroups.map((group, index) => ({ group, text: typed[index] ?? '' })) });
    if (reply.ok) setDone(true);
  };
  return (
    <Dialog open onClose={begun === null || isDone ? onClose : undefined} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('vault.renewal.title')}</DialogTitle>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void (begun === null ? make() : confirm());
        }}
      >
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            {begin.error !== null && <ErrorMessage error={begin.error} operation="vault.beginRecoveryRenewal" />}
            {finish.error !== null && <ErrorMessage error={finish.error} operation="vault.finishRecoveryRenewal" />}
            {isDone && <Alert severity="success">{translate('vault.renewal.done')}</Alert>}
            {begun === null && (
              <>
                <Typography color="textSecondary">{translate('vault.renewal.lead')}</Typography>
                <PassphraseField id="renewal-passphrase" autoFocus label={translate('vault.renewal.passphrase')} value={passphrase} onChange={setPassphrase} />
              </>
            )}
            {begun !== null && !isDone && (
              <>
                <Typography color="textSecondary">{translate('vault.create.recovery.text')}</Typography>
                <RecoveryGroups code={begun.recoveryCode} />
                <CopyButton labelled text={begun.recoveryCode} label={translate('vault.create.recovery.copy')} />
                <Typography color="textSecondary">{translate('vault.create.confirm.text')}</Typography>
                <Stack direction="row" spacing={2}>
                  {begun.askedGroups.map((group, index) => (
                    <TextField
                      key={group}
                      fullWidth
                      label={translate('vault.create.confirm.group', { number: group + 1 })}
                      value={typed[index] ?? ''}
                      onChange={(event) => setTyped(index === 0 ? [event.target.value, typed[1]] : [typed[0], event.target.value])}
                      autoComplete="off"
                      slotProps={{ htmlInput: { maxLength: 20, spellCheck: false } }}
                    />
                  ))}
                </Stack>
              </>
            )}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {translate(isDone ? 'ui.close' : 'ui.cancel')}
          </Button>
          {!isDone && (
            <Button type="submit" variant="contained" loading={begin.isRunning || finish.isRunning} disabled={begun === null ? passphrase === '' : typed.includes('')}>
              {translate(begun === null ? 'vault.renewal.make' : 'vault.renewal.button')}
            </Button>
          )}
        </DialogActions>
      </form>
    </Dialog>
  );
}
