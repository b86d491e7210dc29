import ArrowBackIcon from '@mui/icons-material/ArrowBack';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import type { LockedStatus } from '../../../ipc/use-vault-status.ts';
import { monospaced } from '../../../theme/theme.ts';
import { isCompleteRecoveryCode, recoveryGroupsOf } from '../recovery-code.ts';
import { useCountdown } from '../use-countdown.ts';
import { NewPassphrase } from './new-passphrase.tsx';
import { OpenProblem } from './open-problem.tsx';
import { VaultHeading } from './vault-heading.tsx';

interface RecoverFormProps {
  readonly status: LockedStatus;
  readonly onBack: () => void;
}

/** A new passphrase by means of the recovery code. */
export function RecoverForm({ status, onBack }: RecoverFormProps) {
  const translate = useTranslate();
  const recover = useCommand('vault.recover');
  const wait = useCountdown(status.retryAfterMs);
  const [userName, setUserName] = useState(status.vault.lastUserName ?? '');
  const [code, setCode] = useState('');
  const [entry, setEntry] = useState({ passphrase: '', repeated: '' });
  const [isFit, setFit] = useState(false);
  const isWaiting = wait.seconds > 0;
  const isReady = userName.trim() !== '' && isCompleteRecoveryCode(code) && isFit && !isWaiting && !recover.isRunning;

  const submit = async () => {
    if (!isReady) return;
    const reply = await recover.run({ userName, recoveryCode: code, passphrase: entry.passphrase });
    if (!reply.ok) wait.startAfter(reply.error);
  };

  return (
    <Stack
      component="form"
      spacing={2}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Button size="small" color="inherit" startIcon={<ArrowBackIcon />} onClick={onBack} sx={{ alignSelf: 'flex-start' }}>
        {translate('vault.back')}
      </Button>
      <VaultHeading title={translate('vault.recover.title')} vault={status.vault} />
      <Typography sx={{ color: 'text.secondary' }}>{translate('vault.recover.text')}</Typography>
      <TextField
        id="recover-name"
        label={translate('vault.userName.label')}
        value={userName}
        onChange={(event) => setUserName(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 80, spellCheck: false } }}
      />
      <TextField
        id="recover-code"
        autoFocus
        multiline
        minRows={2}
        label={translate('vault.recover.code')}
        helperText={translate('vault.recover.codeHint', { count: recoveryGroupsOf(code).filter((group) => group.length === 4).length })}
        value={code}
        onChange={(event) => setCode(event.target.value)}
        onBlur={() => setCode((typed) => recoveryGroupsOf(typed).join('-'))}
        sx={{ '& textarea': { fontFamily: monospaced, letterSpacing: '0.04em' } }}
        slotProps={{ htmlInput: { maxLength: 100, spellCheck: false, autoCapitalize: 'characters' } }}
      />
      <NewPassphrase idPrefix="recover" entry={entry} userName={userName} onChange={setEntry} onJudged={setFit} />
      <Alert severity="info">{translate('vault.recover.identityNote')}</Alert>
      <OpenProblem error={recover.error} operation="vault.recover" />
      <Button type="submit" variant="contained" size="large" disabled={!isReady}>
        {isWaiting ? translate('vault.unlock.wait', { seconds: wait.seconds }) : translate('vault.recover.submit')}
      </Button>
      {recover.isRunning && <LinearProgress aria-label={translate('vault.unlock.running')} />}
    </Stack>
  );
}
