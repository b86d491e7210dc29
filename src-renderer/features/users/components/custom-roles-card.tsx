import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { CustomRole } from '#shared/features/vault/custom-roles.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useCustomRoleName } from '../../../ipc/use-role-names.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { CustomRoleDialog } from './custom-role-dialog.tsx';
import { RotationProgress } from './rotation-progress.tsx';

/** The vault's own roles, for administrators: made, changed and retired here. */
export function CustomRolesCard() {
  const translate = useTranslate();
  const toast = useToast();
  const format = useFormat();
  const { data, error, refetch } = useOperation('users.customRoles', undefined);
  const rotation = useTask('users.rotateKeys', 'users.cancelRotation');
  const [shown, setShown] = useState<CustomRole | 'new' | null>(null);
  const inForce = data?.filter(({ isRetired }) => !isRetired);
  const saved = async (withdrawn: readonly ('core' | 'clauses' | 'finance')[]) => {
    setShown(null);
    if (withdrawn.length === 0) return toast.success(translate('users.own.saved'));
    toast.success(translate('users.own.withdrawn', { what: format.list(withdrawn.map((name) => translate(`ui.compartment.${name}`))) }));
    await rotation.start({});
  };
  return (
    <SectionCard
      title={translate('users.own.title')}
      subtitle={translate('users.own.lead')}
      actions={
        <Button size="small" variant="outlined" onClick={() => setShown('new')}>
          {translate('users.own.add')}
        </Button>
      }
    >
      {inForce === undefined && (error === null ? <LoadingState /> : <ErrorMessage error={error} onRetry={refetch} />)}
      {inForce?.length === 0 && <Typography color="textSecondary">{translate('users.own.none')}</Typography>}
      {inForce !== undefined && inForce.length > 0 && (
        <Stack component="ul" spacing={1.5} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {inForce.map((role) => (
            <RoleLine key={role.id} role={role} onEdit={() => setShown(role)} />
          ))}
        </Stack>
      )}
      <RotationProgress rotation={rotation} />
      {shown !== null && <CustomRoleDialog role={shown === 'new' ? null : shown} onSaved={(withdrawn) => void saved(withdrawn)} onClose={() => setShown(null)} />}
    </SectionCard>
  );
}

function RoleLine({ role, onEdit }: { readonly role: CustomRole; readonly onEdit: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const confirm = useConfirm();
  const nameOf = useCustomRoleName();
  const retiring = useCommand('users.retireCustomRole');
  const name = nameOf(role);
  const retire = async () => {
    const isSure = await confirm({ title: translate('users.own.retireTitle', { name }), body: translate('users.own.retireBody'), confirmLabel: translate('users.own.retire'), destructive: true });
    if (!isSure) return;
    const reply = await retiring.run({ id: role.id });
    if (!reply.ok) toast.failure(reply.error);
  };
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'flex-start' }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2" component="p" sx={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {translate('users.own.summary', { count: role.holders, permissions: format.number(role.permissions.length) })}
        </Typography>
        <Typography variant="caption" color="textSecondary">
          {translate('users.opens', { what: format.list(role.compartments.map((compartment) => translate(`vault.info.compartment.${compartment}`))) })}
        </Typography>
      </Box>
      <Stack direction="row" spacing={1}>
        <Button size="small" onClick={onEdit} aria-label={translate('users.own.editOne', { name })}>
          {translate('users.own.edit')}
        </Button>
        <Button size="small" color="inherit" disabled={retiring.isRunning} onClick={() => void retire()} aria-label={translate('users.own.retireOne', { name })}>
          {translate('users.own.retire')}
        </Button>
      </Stack>
    </Box>
  );
}
