import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link } from 'react-router';
import type { VaultUser } from '#shared/features/users/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useReachWords } from '../../../ipc/use-reach.ts';
import { useRoleNames } from '../../../ipc/use-role-names.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { EnableButton } from './enable-button.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { KeysLine } from './keys-line.tsx';
import { PassphraseButton } from './passphrase-button.tsx';
import { RolesDialog } from './roles-dialog.tsx';

/** Who can open the vault, and with which keys. */
export function PeopleSection() {
  const translate = useTranslate();
  const users = useOperation('users.list', undefined);
  const rotation = useTask('users.rotateKeys', 'users.cancelRotation');
  const [isInviting, setInviting] = useState(false);
  const [changing, setChanging] = useState<VaultUser | null>(null);
  return (
    <SectionCard
      title={translate('users.title')}
      subtitle={translate('users.subtitle')}
      actions={
        <Stack direction="row" spacing={1}>
          <Button size="small" component={Link} to="/access">
            {translate('access.title')}
          </Button>
          <Button size="small" component={Link} to="/permissions">
            {translate('matrix.title')}
          </Button>
          <Button size="small" onClick={() => setInviting(true)}>
            {translate('users.invite')}
          </Button>
        </Stack>
      }
    >
      {users.data === undefined && (users.error === null ? <LoadingState /> : <ErrorMessage error={users.error} onRetry={users.refetch} />)}
      <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {users.data?.map((user) => (
          <Person key={user.id} user={user} onChange={() => setChanging(user)} onKeysDue={() => void rotation.start({})} />
        ))}
      </Stack>
      <KeysLine rotation={rotation} />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
      {changing !== null && <RolesDialog user={changing} onKeysDue={() => void rotation.start({})} onClose={() => setChanging(null)} />}
    </SectionCard>
  );
}

function Person({ user, onChange, onKeysDue }: { readonly user: VaultUser; readonly onChange: () => void; readonly onKeysDue: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const confirm = useConfirm();
  const namesOf = useRoleNames();
  const reachWords = useReachWords();
  const remove = useCommand('users.remove');
  const status = useVaultStatus();
  const isSelf = status?.state === 'unlocked' && status.user.id === user.id;
  const isNew = !isSelf && !user.hasOpened && !user.isDisabled;
  const ask = async () => {
    const isSure = await confirm({ title: translate('users.removeTitle', { name: user.name }), body: translate('users.removeBody'), confirmLabel: translate('users.remove'), destructive: true });
    if (!isSure) return;
    const reply = await remove.run({ id: user.id });
    if (!reply.ok) toast.failure(reply.error);
    // A disabled person's keys were changed when they were disabled.
    else if (!user.isDisabled) onKeysDue();
  };
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {isSelf ? translate('users.self', { name: user.name }) : user.name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {format.list(namesOf(user))}
        </Typography>
        {user.reach.scope !== 'all' && (
          <Typography variant="body2" color="textSecondary">
            {translate('users.reach.sees', { what: reachWords(user.reach) })}
          </Typography>
        )}
        <Typography variant="caption" color="textSecondary">
          {isNew && `${translate('users.neverOpened')} `}
          {user.isDisabled ? translate('users.disabled') : translate('users.opens', { what: format.list(user.compartments.map((compartment) => translate(`vault.info.compartment.${compartment}`))) })}
        </Typography>
      </Box>
      {!isSelf && (
        <Stack direction="row" spacing={1}>
          {!user.isDisabled && (
            <Button size="small" onClick={onChange} aria-label={translate('users.changeOne', { name: user.name })}>
              {translate('users.change')}
            </Button>
          )}
          {isNew && <PassphraseButton user={user} />}
          <EnableButton user={user} onKeysDue={onKeysDue} />
          <Button size="small" color="inherit" onClick={() => void ask()} aria-label={translate('users.removeOne', { name: user.name })}>
            {translate('users.remove')}
          </Button>
        </Stack>
      )}
    </Box>
  );
}
