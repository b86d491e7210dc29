import Button from '@mui/material/Button';
import type { VaultUser } from '#shared/features/users/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** Takes a person's keys away for the time being, or gives them back. `onKeysDue`: what they held is to be changed now. */
export function EnableButton({ user, onKeysDue }: { readonly user: VaultUser; readonly onKeysDue: () => void }) {
  const translate = useTranslate();
  const toast = useToast();
  const confirm = useConfirm();
  const disable = useCommand('users.disable');
  const enable = useCommand('users.enable');
  const run = async () => {
    const ask = { title: translate('users.disableTitle', { name: user.name }), body: translate('users.disableBody'), confirmLabel: translate('users.disable'), destructive: true };
    if (!user.isDisabled && !(await confirm(ask))) return;
    const reply = await (user.isDisabled ? enable : disable).run({ id: user.id });
    if (!reply.ok) toast.failure(reply.error);
    else if (user.isDisabled) toast.success(translate('users.enabled', { name: user.name }));
    else onKeysDue();
  };
  return (
    <Button size="small" color="inherit" onClick={() => void run()} aria-label={translate(user.isDisabled ? 'users.enableOne' : 'users.disableOne', { name: user.name })}>
      {translate(user.isDisabled ? 'users.enable' : 'users.disable')}
    </Button>
  );
}
