import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { ReplyError } from '#shared/ipc/registry.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface PasswordDialogProps {
  readonly isRunning: boolean;
  /** Why no copy was written. */
  readonly error: ReplyError | null;
  readonly onSubmit: (password: string) => void;
  readonly onClose: () => void;
}

/** Asks for the password of an encrypted copy, twice: nobody can open it without. */
export function PasswordDialog({ isRunning, error, onSubmit, onClose }: PasswordDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const [password, setPassword] = useState('');
  const [repeated, setRepeated] = useState('');
  const problem = passwordProblem(password);
  const isReady = password !== '' && problem === null && repeated === password;
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) onSubmit(password);
        }}
      >
        <DialogTitle id={titleId}>{translate('signing.package.protectTitle')}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            <Typography color="textSecondary">{translate('signing.package.protectHint')}</Typography>
            <PasswordFields {...{ password, repeated, setPassword, setRepeated }} />
            <ErrorMessage error={error} operation="signing.saveSigned" />
          </Stack>
        </DialogContent>
        <DialogButtons label={translate('signing.package.protectSubmit')} isDisabled={!isReady} isRunning={isRunning} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface PasswordFieldsProps {
  readonly password: string;
  readonly repeated: string;
  readonly setPassword: (password: string) => void;
  readonly setRepeated: (password: string) => void;
}

/** The password of an encrypted copy and its repetition. */
export function PasswordFields({ password, repeated, setPassword, setRepeated }: PasswordFieldsProps) {
  const translate = useTranslate();
  const problem = password === '' ? null : passwordProblem(password);
  const differs = repeated !== '' && repeated !== password;
  const settings = { htmlInput: { maxLength: 64, autoComplete: 'new-password' } };
  return (
    <>
      <TextField type="password" label={translate('signing.package.password')} value={password} error={problem !== null} helperText={translate(problem === null ? 'signing.package.passwordHint' : `signing.package.${problem}`)} onChange={(event) => setPassword(event.target.value)} slotProps={settings} />
      <TextField type="password" label={translate('signing.package.repeat')} value={repeated} error={differs} helperText={differs ? translate('signing.package.differs') : ' '} onChange={(event) => setRepeated(event.target.value)} slotProps={settings} />
    </>
  );
}

/** What is wrong with a password; readers open copies only with ASCII ones. */
export function passwordProblem(password: string): 'short' | 'notAscii' | null {
  if (!/^[\x20-\x7e]*$/.test(password)) return 'notAscii';
  return password.length < 8 ? 'short' : null;
}
