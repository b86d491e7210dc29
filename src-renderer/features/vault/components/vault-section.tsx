import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { compartments } from '#shared/features/vault/compartments.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useRoleNames } from '../../../ipc/use-role-names.ts';
import { usePermission, useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { RecoveryRenewal } from './recovery-renewal.tsx';
import { RecentVaults } from './recent-vaults.tsx';
import { useOpenFolder } from '../use-open-folder.ts';
import { useVaultName } from '../use-vault-name.ts';

/** The open vault: where it lies and what this person's keys open; and the way to another. */
export function VaultSection() {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useVaultName();
  const namesOf = useRoleNames();
  const status = useVaultStatus();
  const lock = useCommand('vault.lock');
  const opening = useOpenFolder();
  const mayConfigure = usePermission('vault.configure');
  const [isRenewing, setRenewing] = useState(false);
  if (status?.state !== 'unlocked') return null;
  const held = compartments.filter((compartment) => status.compartments.includes(compartment));
  // The code opens every compartment, so only who holds them all can make one.
  const mayRenew = mayConfigure && !status.vault.sample && held.length === compartments.length;
  return (
    <SectionCard title={translate('vault.info.title')}>
      <DefinitionList
        items={[
          { label: translate('vault.info.name'), value: nameOf(status.vault) },
          { label: translate('vault.info.folder'), value: status.vault.folder },
          { label: translate('vault.info.user'), value: status.user.name },
          {
            label: translate('vault.info.roles'),
            value: format.list(namesOf(status.user)),
          },
          {
            label: translate('vault.info.compartments'),
            value: format.list(held.map((compartment) => translate(`vault.info.compartment.${compartment}`))),
          },
        ]}
      />
      <Stack direction="row" spacing={1} sx={{ mt: 2 }}>
        <Button variant="outlined" disabled={lock.isRunning} onClick={() => void lock.run(undefined)}>
          {translate('vault.info.lock')}
        </Button>
        <Button variant="outlined" disabled={opening.isRunning} onClick={() => void opening.open()}>
          {translate('vault.others.open')}
        </Button>
        {mayRenew && (
          <Button variant="outlined" onClick={() => setRenewing(true)}>
            {translate('vault.renewal.button')}
          </Button>
        )}
      </Stack>
      {isRenewing && <RecoveryRenewal onClose={() => setRenewing(false)} />}
      <ErrorMessage error={opening.error} operation="vault.select" />
      <RecentVaults currentId={status.vault.id} />
    </SectionCard>
  );
}
