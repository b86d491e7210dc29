import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Envelope } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { newTaskId } from '../use-export.ts';
import { PasswordFields, passwordProblem } from './password-dialog.tsx';

interface MailDialogProps {
  readonly envelope: Envelope;
  readonly contract: Contract;
  readonly onClose: () => void;
}

/** A mail draft with the signed PDF attached, which the system's mail program opens. Nothing is sent from here. */
export function MailDialog({ envelope, contract, onClose }: MailDialogProps) {
  const translate = useTranslate();
  const toast = useToast();
  const titleId = useId();
  const draft = useCommand('signing.draftMail');
  const { number, title } = contract.summary;
  const [to, setTo] = useState('');
  const [subject, setSubject] = useState(() => translate('signing.package.mailSubject', { number, title }));
  const [text, setText] = useState(() => translate('signing.package.mailText', { number, title, sha256: envelope.pdfSha256 ?? '' }));
  const [isProtected, setProtected] = useState(false);
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const isReady = !isProtected || (passwordProblem(password) === null && password === repeated);
  const run = async () => {
    const reply = await draft.run({ envelopeId: envelope.id, to: to.trim(), subject, text, password: isProtected ? password : null, taskId: newTaskId() });
    if (!reply.ok || reply.value === null) return;
    toast.success(translate('signing.package.mailSaved', { file: reply.value.fileName }));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void run();
        }}
      >
        <DialogTitle id={titleId}>{translate('signing.package.mailTitle')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2} sx={{ pt: 1 }}>
            <TextField type="email" label={translate('signing.package.to')} value={to} onChange={(event) => setTo(event.target.value)} />
            <PlainTextField label={translate('signing.package.subject')} value={subject} onChange={(event) => setSubject(event.target.value)} slotProps={{ htmlInput: { maxLength: 200 } }} />
            <PlainTextField multiline minRows={5} label={translate('signing.package.text')} value={text} onChange={(event) => setText(event.target.value)} slotProps={{ htmlInput: { maxLength: 5000 } }} />
            <FormControlLabel control={<Checkbox checked={isProtected} onChange={(_, checked) => setProtected(checked)} />} label={translate('signing.package.mailProtect')} />
            {isProtected && <PasswordFields {...{ password, repeated, setPassword, setRepeated }} />}
            <Typography variant="body2" color="textSecondary">
              {translate('signing.package.mailHint')}
            </Typography>
            {draft.error !== null && <ErrorMessage error={draft.error} operation="signing.draftMail" />}
          </Stack>
        </DialogContent>
        <DialogButtons label={translate('signing.package.mailSubmit')} isDisabled={!isReady} isRunning={draft.isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
