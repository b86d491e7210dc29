import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import { wholeReach } from '#shared/features/vault/reach.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { FirstPassphrase } from './first-passphrase.tsx';
import { ReachChoice } from './reach-choice.tsx';
import { RoleChoice } from './role-choice.tsx';
import { useAccessDraft } from './use-access-draft.ts';

/** Adds a person; their first passphrase is shown once, to be handed over in person. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }) {
  const translate = useTranslate();
  const titleId = useId();
  const invite = useCommand('users.invite');
  const [name, setName] = useState('');
  const { access, roles, reach } = useAccessDraft({ held: { roles: ['legal'] }, reach: wholeReach });
  const [passphrase, setPassphrase] = useState<string | null>(null);
  const run = async () => {
    if (access === null) return;
    const reply = await invite.run({ name: name.trim(), ...access });
    if (reply.ok) setPassphrase(reply.value.passphrase);
  };
  return (
    <Dialog open onClose={passphrase === null ? onClose : undefined} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('users.inviteTitle')}</DialogTitle>
      {passphrase === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <DialogContent>
            <Stack spacing={2} sx={{ pt: 1 }}>
              {invite.error !== null && <ErrorMessage error={invite.error} />}
              <TextField autoFocus required label={translate('users.name')} value={name} onChange={(event) => setName(event.target.value)} slotProps={{ htmlInput: { maxLength: 80 } }} />
              <RoleChoice {...roles} />
              <ReachChoice {...reach} />
            </Stack>
          </DialogContent>
          <DialogButtons label={translate('users.add')} isDisabled={name.trim() === '' || access === null} isRunning={invite.isRunning} onCancel={onClose} />
        </form>
      ) : (
        <FirstPassphrase name={name.trim()} passphrase={passphrase} onClose={onClose} />
      )}
    </Dialog>
  );
}
