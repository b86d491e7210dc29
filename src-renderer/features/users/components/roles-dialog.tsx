import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId } from 'react';
import type { VaultUser } from '#shared/features/users/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ReachChoice } from './reach-choice.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useAccessDraft } from './use-access-draft.ts';

interface RolesDialogProps {
  readonly user: VaultUser;
  /** The person lost keys, which are to be changed now. */
  readonly onKeysDue: () => void;
  readonly onClose: () => void;
}

/** Gives a person other roles, and with them other keys, and says which contracts they see. */
export function RolesDialog({ user, onKeysDue, onClose }: RolesDialogProps) {
  const translate = useTranslate();
  const titleId = useId();
  const change = useCommand('users.changeRoles');
  const { access, roles, reach } = useAccessDraft({ held: { roles: user.roles, customRoles: user.customRoles }, reach: user.reach });
  const run = async () => {
    if (access === null) return;
    const reply = await change.run({ id: user.id, ...access });
    if (!reply.ok) return;
    onClose();
    if (reply.value.keysDue.length > 0) onKeysDue();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('users.changeOne', { name: user.name })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {change.error !== null && <ErrorMessage error={change.error} />}
          <RoleChoice {...roles} />
          <ReachChoice {...reach} />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('users.saveRoles')} isDisabled={access === null} isRunning={change.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
