import MailIcon from '@mui/icons-material/MailOutlined';
import LockIcon from '@mui/icons-material/LockOutlined';
import SaveIcon from '@mui/icons-material/SaveAltOutlined';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Envelope } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { monospaced } from '../../../theme/theme.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useResume } from '../../../keeping/use-resume.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { newTaskId } from '../use-export.ts';
import { MailDialog } from './mail-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';

/** What to do with the signed PDF: keep a copy, protect one with a password, send it. */
export function PackageActions({ envelope, contract }: { readonly envelope: Envelope; readonly contract: Contract }) {
  const translate = useTranslate();
  const toast = useToast();
  const save = useCommand('signing.saveSigned');
  const [asked, setAsked] = useState<'password' | 'mail' | null>(null);
  useResume('mail', (about) => setAsked(about === envelope.id ? 'mail' : null));
  const write = async (password: string | null) => {
    const reply = await save.run({ envelopeId: envelope.id, password, taskId: newTaskId() });
    // A dialog whose target was not chosen stays open with what was typed.
    if (!reply.ok || reply.value === null) return;
    toast.success(translate('signing.package.saved', { file: reply.value.fileName }));
    setAsked(null);
  };
  const ask = (next: typeof asked) => {
    save.reset();
    setAsked(next);
  };
  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button variant="contained" startIcon={<SaveIcon />} loading={save.isRunning && asked === null} onClick={() => void write(null)}>
          {translate('signing.package.save')}
        </Button>
        <Button startIcon={<LockIcon />} onClick={() => ask('password')}>
          {translate('signing.package.protect')}
        </Button>
        <Button startIcon={<MailIcon />} onClick={() => ask('mail')}>
          {translate('signing.package.mail')}
        </Button>
      </Stack>
      {save.error !== null && asked === null && <ErrorMessage error={save.error} operation="signing.saveSigned" />}
      {envelope.pdfSha256 !== null && (
        <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <Typography variant="caption" color="textSecondary" sx={{ fontFamily: monospaced, overflowWrap: 'anywhere' }}>
            {envelope.pdfSha256}
          </Typography>
          <CopyButton text={envelope.pdfSha256} label={translate('signing.export.copySha')} />
        </Stack>
      )}
      {asked === 'password' && <PasswordDialog isRunning={save.isRunning} error={save.error} onSubmit={(password) => void write(password)} onClose={() => ask(null)} />}
      {asked === 'mail' && <MailDialog envelope={envelope} contract={contract} onClose={() => setAsked(null)} />}
    </Stack>
  );
}
