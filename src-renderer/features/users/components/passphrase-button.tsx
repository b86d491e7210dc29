import Button from '@mui/material/Button';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import type { VaultUser } from '#shared/features/users/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { FirstPassphrase } from './first-passphrase.tsx';

/** For somebody who never opened the vault: another first passphrase in place of one that was not told, or lost. */
export function PassphraseButton({ user }: { readonly user: VaultUser }) {
  const translate = useTranslate();
  const toast = useToast();
  const confirm = useConfirm();
  const titleId = useId();
  const renew = useCommand('users.renewPassphrase');
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const { name } = user;
  const run = async () => {
    if (!(await confirm({ title: translate('users.renewTitle', { name }), body: translate('users.renewBody'), confirmLabel: translate('users.renew') }))) return;
    const reply = await renew.run({ id: user.id });
    if (reply.ok) setPassphrase(reply.value.passphrase);
    else toast.failure(reply.error);
  };
  return (
    <>
      <Button size="small" color="inherit" loading={renew.isRunning} onClick={() => void run()} aria-label={translate('users.renewOne', { name })}>
        {translate('users.renew')}
      </Button>
      {passphrase !== null && (
        <Dialog open fullWidth maxWidth="sm" aria-labelledby={titleId}>
          <DialogTitle id={titleId}>{translate('users.renewed', { name })}</DialogTitle>
          <FirstPassphrase name={name} passphrase={passphrase} onClose={() => setPassphrase(null)} />
        </Dialog>
      )}
    </>
  );
}
