import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import type { LockedStatus } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { takeEarlyTyping, unlockFieldIds } from '../early-typing.ts';
import { useCountdown } from '../use-countdown.ts';
import { EntranceLinks } from './entrance-links.tsx';
import { OpenProblem } from './open-problem.tsx';
import { PassphraseField } from './passphrase-field.tsx';
import { VaultHeading } from './vault-heading.tsx';

interface UnlockFormProps {
  readonly status: LockedStatus;
  readonly onChooseOther: () => void;
  readonly onRecover: () => void;
}

/** Name and passphrase. It never says which of the two was wrong. */
export function UnlockForm({ status, onChooseOther, onRecover }: UnlockFormProps) {
  const translate = useTranslate();
  const confirm = useConfirm();
  const unlock = useCommand('vault.unlock');
  const system = useCommand('vault.unlockWithSystem');
  const { data: systemUnlock } = useOperation('vault.systemUnlock', undefined);
  const wait = useCountdown(status.retryAfterMs);
  const passphraseRef = useRef<HTMLInputElement>(null);
  const [userName, setUserName] = useState(status.vault.lastUserName ?? '');
  const [passphrase, setPassphrase] = useState('');
  const isWaiting = wait.seconds > 0;

  // In the very commit that replaces the prepared fields, so that no key falls between the two.
  useLayoutEffect(() => {
    takeEarlyTyping((early) => {
      setUserName(early.userName);
      setPassphrase(early.passphrase);
    });
  }, []);
  // A disabled field loses the focus; it gets it back for the next try.
  useEffect(() => {
    if (unlock.error?.code === 'WRONG_CREDENTIALS' && !unlock.isRunning && !isWaiting) passphraseRef.current?.focus();
  }, [unlock.error, unlock.isRunning, isWaiting]);

  const submit = async (takeOver: boolean) => {
    if (isWaiting || unlock.isRunning || userName.trim() === '' || passphrase === '') return;
    const reply = await unlock.run({ userName, passphrase, takeOver });
    if (reply.ok) return;
    wait.startAfter(reply.error);
    if (reply.error.code === 'WRONG_CREDENTIALS') setPassphrase('');
  };
  const takeOver = async (open: () => Promise<unknown>) => {
    const isSure = await confirm({
      title: translate('vault.problem.takeOverTitle'),
      body: translate('vault.problem.takeOverText'),
      confirmLabel: translate('vault.problem.takeOver'),
      destructive: true,
    });
    if (isSure) await open();
  };
  const shownError = unlock.error?.code === 'TOO_EARLY' && !isWaiting ? null : unlock.error;

  return (
    <Stack
      component="form"
      spacing={2}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit(false);
      }}
    >
      <VaultHeading title={translate('vault.unlock.title')} vault={status.vault} />
      <TextField
        id={unlockFieldIds.userName}
        fullWidth
        label={translate('vault.userName.label')}
        value={userName}
        onChange={(event) => setUserName(event.target.value)}
        autoFocus={userName === '' && status.vault.lastUserName === null}
        autoComplete="username"
        disabled={unlock.isRunning}
        slotProps={{ htmlInput: { maxLength: 80, spellCheck: false } }}
      />
      <PassphraseField
        id={unlockFieldIds.passphrase}
        label={translate('vault.passphrase.label')}
        value={passphrase}
        onChange={setPassphrase}
        autoFocus={status.vault.lastUserName !== null}
        disabled={unlock.isRunning}
        inputRef={passphraseRef}
      />
      <OpenProblem
        error={shownError}
        operation="vault.unlock"
        onTakeOver={() => void takeOver(() => submit(true))}
        onRetry={() => void submit(false)}
        onChooseOther={onChooseOther}
      />
      <Button
        type="submit"
        variant="contained"
        size="large"
        disabled={isWaiting || unlock.isRunning || userName.trim() === '' || passphrase === ''}
      >
        {isWaiting
          ? translate('vault.unlock.wait', { seconds: wait.seconds })
          : translate(unlock.isRunning ? 'vault.unlock.running' : 'vault.unlock.submit')}
      </Button>
      {systemUnlock?.isOn === true && systemUnlock.isAvailable && (
        <Button variant="outlined" disabled={unlock.isRunning} loading={system.isRunning} onClick={() => void system.run({ takeOver: false })}>
          {translate('vault.system.open')}
        </Button>
      )}
      <OpenProblem
        error={system.error}
        operation="vault.unlockWithSystem"
        onTakeOver={() => void takeOver(() => system.run({ takeOver: true }))}
        onRetry={() => void system.run({ takeOver: false })}
        onChooseOther={onChooseOther}
      />
      {unlock.isRunning && <LinearProgress aria-label={translate('vault.unlock.running')} />}
      <EntranceLinks onChooseOther={onChooseOther} onRecover={onRecover} />
    </Stack>
  );
}
