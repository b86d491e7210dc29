import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import type { VaultUser } from '#shared/features/users/ipc.ts';
import type { HeldRoles } from '#shared/features/vault/custom-roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { RoleChoice } from './role-choice.tsx';

/** Gives a person other roles, and with them other keys. */
export function RolesDialog({ user, onClose }: { readonly user: VaultUser; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const change = useCommand('users.changeRoles');
  const [held, setHeld] = useState<HeldRoles>({ roles: user.roles, customRoles: user.customRoles });
  const isNone = held.roles.length + (held.customRoles ?? []).length === 0;
  const run = async () => {
    const reply = await change.run({ id: user.id, ...held });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('users.changeOne', { name: user.name })}</DialogTitle>
      <DialogContent>
        {change.error !== null && <ErrorMessage error={change.error} />}
        <RoleChoice chosen={held} onChange={setHeld} />
      </DialogContent>
      <DialogButtons label={translate('users.saveRoles')} isDisabled={isNone} isRunning={change.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
