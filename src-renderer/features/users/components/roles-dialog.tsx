import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId, useState } from 'react';
import type { VaultUser } from '#shared/features/users/ipc.ts';
import type { HeldRoles } from '#shared/features/vault/custom-roles.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ReachChoice, draftOfReach, reachOfDraft } from './reach-choice.tsx';
import { RoleChoice } from './role-choice.tsx';

/** Gives a person other roles, and with them other keys, and says which contracts they see. */
export function RolesDialog({ user, onClose }: { readonly user: VaultUser; readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const change = useCommand('users.changeRoles');
  const [held, setHeld] = useState<HeldRoles>({ roles: user.roles, customRoles: user.customRoles });
  const [draft, setDraft] = useState(draftOfReach(user.reach));
  const isNone = held.roles.length + (held.customRoles ?? []).length === 0;
  const isAdministrator = held.roles.includes('administrator');
  const reach = reachOfDraft(draft, isAdministrator);
  const run = async () => {
    if (reach === null) return;
    const reply = await change.run({ id: user.id, ...held, reach });
    if (reply.ok) onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('users.changeOne', { name: user.name })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {change.error !== null && <ErrorMessage error={change.error} />}
          <RoleChoice chosen={held} onChange={setHeld} />
          <ReachChoice chosen={draft} onChange={setDraft} isAdministrator={isAdministrator} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('users.saveRoles')} isDisabled={isNone || reach === null} isRunning={change.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
