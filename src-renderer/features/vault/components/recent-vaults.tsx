import CloseIcon from '@mui/icons-material/Close';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { VaultSummary } from '#shared/features/vault/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useVaultName } from '../use-vault-name.ts';
import { OpenProblem } from './open-problem.tsx';

interface RecentVaultsProps {
  /** The vault on the screen, which the list marks. */
  readonly currentId?: string;
  readonly onSelected?: () => void;
}

/** The vaults opened on this laptop before. */
export function RecentVaults({ currentId, onSelected }: RecentVaultsProps) {
  const translate = useTranslate();
  const nameOf = useVaultName();
  const confirm = useConfirm();
  const recent = useOperation('vault.recent', undefined);
  const select = useCommand('vault.select');
  const forget = useCommand('vault.forget');
  const vaults = recent.data ?? [];
  if (vaults.length === 0) return null;

  const open = async (vault: VaultSummary) => {
    const reply = await select.run({ vaultId: vault.id });
    if (reply.ok) onSelected?.();
  };
  const askToForget = async (vault: VaultSummary) => {
    const isSure = await confirm({
      title: translate('vault.recent.forgetTitle', { name: nameOf(vault) }),
      body: translate('vault.recent.forgetText', { folder: vault.folder }),
      confirmLabel: translate('vault.recent.forget'),
    });
    if (!isSure) return;
    await forget.run({ vaultId: vault.id });
    recent.refetch();
  };

  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="subtitle2" component="h2" sx={{ mb: 0.5, color: 'text.secondary' }}>
        {translate('vault.recent.title')}
      </Typography>
      <List disablePadding sx={{ mx: -1 }}>
        {vaults.map((vault) => (
          <RecentVault
            key={vault.id}
            vault={vault}
            isCurrent={vault.id === currentId}
            onOpen={() => void open(vault)}
            onForget={() => void askToForget(vault)}
          />
        ))}
      </List>
      <Box sx={{ mt: 1 }}>
        <OpenProblem error={select.error} operation="vault.select" onChosen={onSelected} />
      </Box>
    </Box>
  );
}

interface RecentVaultProps {
  readonly vault: VaultSummary;
  readonly isCurrent: boolean;
  readonly onOpen: () => void;
  readonly onForget: () => void;
}

function RecentVault({ vault, isCurrent, onOpen, onForget }: RecentVaultProps) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useVaultName();
  const forgetLabel = translate('vault.recent.forgetLabel', { name: nameOf(vault) });
  return (
    <ListItem
      disablePadding
      secondaryAction={
        <Tooltip title={forgetLabel}>
          <IconButton size="small" edge="end" aria-label={forgetLabel} onClick={onForget} sx={{ mr: 0 }}>
            <CloseIcon fontSize="small" />
          </IconButton>
        </Tooltip>
      }
    >
      <ListItemButton selected={isCurrent} onClick={onOpen} sx={{ borderRadius: 1, px: 1 }}>
        <ListItemText
          primary={
            <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
              <Box component="span" sx={ellipsis}>
                {nameOf(vault)}
              </Box>
              {vault.sample && <StatusChip label={translate('vault.sampleMark')} tone="warning" />}
            </Box>
          }
          secondary={
            <>
              <Box component="span" title={vault.folder} sx={{ ...ellipsis, display: 'block' }}>
                {vault.folder}
              </Box>
              {vault.lastOpenedAt !== null && translate('vault.recent.openedAt', { time: format.relative(vault.lastOpenedAt) })}
            </>
          }
          slotProps={{ secondary: { component: 'div', variant: 'body2' } }}
        />
      </ListItemButton>
    </ListItem>
  );
}

const ellipsis = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
