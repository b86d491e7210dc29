import FileIcon from '@mui/icons-material/InsertDriveFileOutlined';
import HideIcon from '@mui/icons-material/VisibilityOffOutlined';
import ShowIcon from '@mui/icons-material/VisibilityOutlined';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import InputAdornment from '@mui/material/InputAdornment';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Identity } from '#shared/features/signing/model.ts';
import type { PickId } from '#shared/features/vault/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';

interface PickedFile {
  readonly pickId: PickId;
  readonly fileName: string;
}

interface Pkcs12FormProps {
  readonly onImported: (identity: Identity) => void;
  readonly confirm?: () => Promise<boolean>;
}

/** Imports a certificate with its key: choose the file, then give its password. */
export function Pkcs12Form({ onImported, confirm }: Pkcs12FormProps) {
  const translate = useTranslate();
  const pick = useCommand('signing.pickPkcs12');
  const load = useCommand('signing.importPkcs12');
  const [file, setFile] = useState<PickedFile | null>(null);

  async function choose(): Promise<void> {
    load.reset();
    const reply = await pick.run(undefined);
    if (reply.ok && reply.value !== null) setFile(reply.value);
  }

  async function importWith(password: string): Promise<void> {
    if (file === null || (confirm !== undefined && !(await confirm()))) return;
    const reply = await load.run({ pickId: file.pickId, password });
    if (reply.ok) return onImported(reply.value);
    if (reply.error.code === 'PICK_EXPIRED') setFile(null);
  }

  return (
    <Stack spacing={2}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'center', flexWrap: 'wrap' }} useFlexGap>
        <Button variant="outlined" startIcon={<FileIcon />} disabled={pick.isRunning} onClick={() => void choose()}>
          {translate(file === null ? 'signing.import.pick' : 'signing.import.pickAgain')}
        </Button>
        {file !== null && <Typography sx={{ overflowWrap: 'anywhere' }}>{file.fileName}</Typography>}
      </Stack>
      {file !== null && <PasswordStep key={file.pickId} isRunning={load.isRunning} onSubmit={(password) => void importWith(password)} />}
      {pick.error !== null && <ErrorMessage error={pick.error} />}
      {load.error !== null && <ErrorMessage error={load.error} />}
    </Stack>
  );
}

interface PasswordStepProps {
  readonly isRunning: boolean;
  readonly onSubmit: (password: string) => void;
}

function PasswordStep({ isRunning, onSubmit }: PasswordStepProps) {
  const translate = useTranslate();
  const [password, setPassword] = useState('');
  const [isShown, setShown] = useState(false);
  const toggle = (
    <IconButton
      edge="end"
      aria-label={translate(isShown ? 'signing.import.hidePassword' : 'signing.import.showPassword')}
      onClick={() => setShown(!isShown)}
    >
      {isShown ? <HideIcon fontSize="small" /> : <ShowIcon fontSize="small" />}
    </IconButton>
  );
  return (
    <Stack
      component="form"
      direction="row"
      spacing={2}
      sx={{ alignItems: 'center' }}
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit(password);
      }}
    >
      <TextField
        autoFocus
        id="pkcs12-password"
        label={translate('signing.field.password')}
        type={isShown ? 'text' : 'password'}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        sx={{ width: 320 }}
        slotProps={{
          htmlInput: { maxLength: 256, autoComplete: 'off', spellCheck: false },
          input: { endAdornment: <InputAdornment position="end">{toggle}</InputAdornment> },
        }}
      />
      <Button type="submit" variant="contained" disabled={isRunning}>
        {translate('signing.import.submit')}
      </Button>
    </Stack>
  );
}
