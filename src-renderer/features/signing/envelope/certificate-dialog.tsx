import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { PickId } from '#shared/features/vault/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { IdentityForm } from '../components/identity-form.tsx';
import { newTaskId } from '../use-export.ts';
import type { ActProps } from './act-button.tsx';
import { LegalNote } from './legal-note.tsx';

/** Signs with the person's own certificate, or with a .p12 file that is used this once; the other side only with such a file. */
export function CertificateDialog({ signer, onClose }: ActProps & { readonly onClose: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const status = useVaultStatus();
  const identity = useOperation('signing.identity', undefined);
  const pick = useCommand('signing.pickPkcs12');
  const sign = useCommand('signing.signWithCertificate');
  // The other side signs with a certificate of its own only.
  const isOurs = signer.side === 'us';
  const [source, setSource] = useState<'identity' | 'pkcs12'>(isOurs ? 'identity' : 'pkcs12');
  const [file, setFile] = useState<{ readonly pickId: PickId; readonly fileName: string } | null>(null);
  const [password, setPassword] = useState('');
  const lacksIdentity = source === 'identity' && identity.data === null;
  const name = identity.data?.commonName;
  const choose = async () => {
    const reply = await pick.run(undefined);
    if (reply.ok && reply.value !== null) setFile(reply.value);
  };
  const run = async () => {
    const from = source === 'identity' ? { kind: 'identity' as const } : file === null ? null : { kind: 'pkcs12' as const, pickId: file.pickId, password };
    if (from === null) return;
    const reply = await sign.run({ signerId: signer.id, source: from, taskId: newTaskId() });
    if (!reply.ok) return;
    toast.success(translate('signing.act.done', { name: signer.name }));
    onClose();
  };
  return (
    <Dialog open onClose={sign.isRunning ? undefined : onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('signing.act.certificate', { name: signer.name })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {isOurs ? (
            <RadioGroup aria-label={translate('signing.certificate.source')} value={source} onChange={(_, value) => setSource(value === 'pkcs12' ? 'pkcs12' : 'identity')}>
              <FormControlLabel value="identity" control={<Radio />} label={name === undefined ? translate('signing.certificate.identityToMake') : translate('signing.certificate.identity', { name })} />
              <FormControlLabel value="pkcs12" control={<Radio />} label={translate('signing.certificate.pkcs12')} />
            </RadioGroup>
          ) : (
            <Typography color="textSecondary">{translate('signing.certificate.theirs', { name: signer.name })}</Typography>
          )}
          {lacksIdentity && (
            <>
              <Alert severity="info">{translate('signing.certificate.none')}</Alert>
              <IdentityForm defaultName={status?.state === 'unlocked' ? status.user.name : ''} submitLabel={translate('signing.create.submit')} isQuiet onCreated={() => undefined} />
            </>
          )}
          {source === 'pkcs12' && (
            <>
              <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
                <Button variant="outlined" onClick={() => void choose()}>
                  {translate(file === null ? 'signing.import.pick' : 'signing.import.pickAgain')}
                </Button>
                {file !== null && <Typography sx={{ overflowWrap: 'anywhere' }}>{file.fileName}</Typography>}
              </Stack>
              <TextField label={translate('signing.field.password')} type="password" value={password} onChange={(event) => setPassword(event.target.value)} slotProps={{ htmlInput: { maxLength: 256, autoComplete: 'off' } }} />
              <Typography variant="body2" color="textSecondary">
                {translate('signing.certificate.notKept')}
              </Typography>
            </>
          )}
          <LegalNote method="certificate" />
          {pick.error !== null && <ErrorMessage error={pick.error} />}
          {sign.error !== null && <ErrorMessage error={sign.error} operation="signing.signWithCertificate" />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button color="inherit" onClick={onClose} disabled={sign.isRunning}>
          {translate('ui.cancel')}
        </Button>
        <Button variant="contained" loading={sign.isRunning} disabled={lacksIdentity || (source === 'pkcs12' && file === null)} onClick={() => void run()}>
          {translate('signing.act.submit')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
