import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import { z } from 'zod';
import type { Contract } from '#shared/features/contracts/model.ts';
import type { Envelope } from '#shared/features/signing/envelope-model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
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

/** A draft as it is being written; its password is kept nowhere. */
interface MailTyped {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly isProtected: boolean;
}

const fields: FieldsOf<MailTyped> = { to: z.string(), subject: z.string(), text: z.string(), isProtected: z.boolean() };

/** A mail draft with the signed PDF attached, which the system's mail program opens. Nothing is sent from here; kept until it is written or given up. */
export function MailDialog({ envelope, contract, onClose }: MailDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const { id, number, title } = contract.summary;
  const fresh = (): MailTyped => ({
    to: '',
    subject: translate('signing.package.mailSubject', { number, title }),
    text: translate('signing.package.mailText', { number, title, sha256: envelope.pdfSha256 ?? '' }),
    isProtected: false,
  });
  return (
    <KeptDialog of={{ contractId: id, dialog: 'mail', about: envelope.id }} fields={fields} fresh={fresh} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <MailForm envelopeId={envelope.id} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface MailFormProps {
  readonly envelopeId: Envelope['id'];
  readonly titleId: string;
  readonly kept: KeptForm<MailTyped>;
}

function MailForm({ envelopeId, titleId, kept }: MailFormProps) {
  const translate = useTranslate();
  const toast = useToast();
  const draft = useCommand('signing.draftMail');
  const { to, subject, text, isProtected } = kept.typed;
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const isReady = !isProtected || (passwordProblem(password) === null && password === repeated);
  const run = async () => {
    const reply = await draft.run({ envelopeId, to: to.trim(), subject, text, password: isProtected ? password : null, taskId: newTaskId() });
    if (!reply.ok || reply.value === null) return;
    toast.success(translate('signing.package.mailSaved', { file: reply.value.fileName }));
    kept.close();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <DialogTitle id={titleId}>{translate('signing.package.mailTitle')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} sx={{ pt: 1 }}>
          {kept.notice}
          <TextField autoFocus type="email" label={translate('signing.package.to')} value={to} onChange={(event) => kept.change({ to: event.target.value })} />
          <PlainTextField label={translate('signing.package.subject')} value={subject} onChange={(event) => kept.change({ subject: event.target.value })} slotProps={{ htmlInput: { maxLength: 200 } }} />
          <PlainTextField multiline minRows={5} label={translate('signing.package.text')} value={text} onChange={(event) => kept.change({ text: event.target.value })} slotProps={{ htmlInput: { maxLength: 5000 } }} />
          <FormControlLabel control={<Checkbox checked={isProtected} onChange={(_, checked) => kept.change({ isProtected: checked })} />} label={translate('signing.package.mailProtect')} />
          {isProtected && <PasswordFields {...{ password, repeated, setPassword, setRepeated }} />}
          <Typography variant="body2" color="textSecondary">
            {translate('signing.package.mailHint')}
          </Typography>
          {draft.error !== null && <ErrorMessage error={draft.error} operation="signing.draftMail" />}
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('signing.package.mailSubmit')} isDisabled={!isReady} isRunning={draft.isRunning} onCancel={kept.close} status={kept.status} />
    </form>
  );
}
