import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState, type ReactNode } from 'react';
import { isEditable } from '#shared/features/contracts/lifecycle.ts';
import type { Contract, ContractVersion } from '#shared/features/contracts/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { useConfirm } from '../../../ui/confirm-store.ts';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { useVersionName } from '../use-version-name.ts';
import type { ChosenVersions } from '../use-chosen-versions.ts';
import { LabelDialog } from './label-dialog.tsx';

const wholeWords = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const;

interface VersionColumnProps {
  readonly contract: Contract;
  /** What comes of another text, said before it is restored. */
  readonly notice: ReactNode;
  readonly chosen: ChosenVersions;
}

/** Which two versions are compared, and every version with what can be done with it. */
export function VersionColumn({ contract, notice, chosen }: VersionColumnProps) {
  const translate = useTranslate();
  const nameOf = useVersionName();
  const [named, setNamed] = useState<ContractVersion | null>(null);
  const versions = contract.versions.toSorted((one, other) => other.versionNumber - one.versionNumber);
  return (
    <Stack spacing={2} sx={{ position: { md: 'sticky' }, top: 16, maxHeight: { md: 'calc(100vh - 140px)' }, overflowY: { md: 'auto' } }}>
      {chosen.left !== null && (
        <SectionCard>
          <Stack spacing={1.5}>
            {(['left', 'right'] as const).map((side) => (
              <TextField
                key={side}
                select
                size="small"
                label={translate(`versions.${side}`)}
                value={chosen[side]?.versionNumber ?? ''}
                onChange={(event) => chosen.choose(side, Number(event.target.value))}
                // A name is read whole, however narrow the column.
                sx={{ '& .MuiSelect-select.MuiInputBase-input': wholeWords }}
                slotProps={{ select: { MenuProps: { slotProps: { paper: { sx: { maxWidth: 480 } } } } } }}
              >
                {versions.map((version) => (
                  <MenuItem key={version.id} value={version.versionNumber} sx={wholeWords}>
                    {nameOf(version)}
                  </MenuItem>
                ))}
              </TextField>
            ))}
            <Button size="small" onClick={chosen.swap}>
              {translate('versions.swap')}
            </Button>
          </Stack>
        </SectionCard>
      )}
      <SectionCard title={translate('versions.list')}>
        <Stack component="ol" spacing={2} sx={{ listStyle: 'none', m: 0, p: 0 }}>
          {versions.map((version, index) => (
            <VersionItem key={version.id} contract={contract} notice={notice} version={version} isCurrent={index === 0} onName={setNamed} onRestored={chosen.followNewest} />
          ))}
        </Stack>
      </SectionCard>
      {named !== null && <LabelDialog contractId={contract.summary.id} version={named} onClose={() => setNamed(null)} />}
    </Stack>
  );
}

interface VersionItemProps extends Pick<VersionColumnProps, 'contract' | 'notice'> {
  readonly version: ContractVersion;
  readonly isCurrent: boolean;
  readonly onName: (version: ContractVersion) => void;
  readonly onRestored: () => void;
}

function VersionItem({ contract, notice, version, isCurrent, onName, onRestored }: VersionItemProps) {
  const translate = useTranslate();
  const format = useFormat();
  const nameOf = useVersionName();
  const mayWrite = usePermission('contracts.write');
  const restore = useRestore(contract, version.versionNumber, notice, onRestored);
  return (
    <li>
      <Typography variant="subtitle2" component="h3" sx={{ overflowWrap: 'anywhere' }}>
        {nameOf(version)}
      </Typography>
      <Stack direction="row" spacing={0.75} useFlexGap sx={{ flexWrap: 'wrap', my: 0.5 }}>
        <StatusChip tone={version.roundFrom === 'us' ? 'info' : 'warning'} label={translate(`versions.${version.roundFrom}`)} />
        {isCurrent && <StatusChip tone="success" label={translate('versions.current')} />}
        {version.source === 'restored' && <StatusChip label={translate('versions.restored')} />}
        {version.source === 'file' && <StatusChip label={translate('versions.fromFile')} />}
      </Stack>
      <Typography variant="body2" color="textSecondary">
        {version.createdByName}
        <Box component="span" sx={{ display: 'block', whiteSpace: 'nowrap' }}>
          {format.dateTime(version.createdAt)}
        </Box>
      </Typography>
      <Typography variant="caption" color="textSecondary" component="div" title={version.contentHash}>
        {translate('versions.hash', { hash: version.contentHash.slice(0, 12) })}
      </Typography>
      {mayWrite && (
        <Box sx={{ ml: -0.75, '& > button': { minWidth: 0 } }}>
          <Button size="small" onClick={() => onName(version)} aria-label={translate('versions.editTitle', { version: version.versionNumber })}>
            {translate('versions.edit')}
          </Button>
          {!isCurrent && isEditable(contract.summary.stage) && (
            <Button size="small" disabled={restore.isRunning} onClick={() => void restore.ask()}>
              {translate('versions.restore')}
            </Button>
          )}
        </Box>
      )}
    </li>
  );
}

function useRestore({ summary, revision }: Contract, version: number, notice: ReactNode, onRestored: () => void) {
  const translate = useTranslate();
  const confirm = useConfirm();
  const toast = useToast();
  const restoring = useCommand('versions.restore');
  async function ask(): Promise<void> {
    const agreed = await confirm({
      title: translate('versions.restoreTitle', { version }),
      body: translate('versions.restoreBody', { version }),
      notice,
      confirmLabel: translate('versions.restore'),
    });
    if (!agreed) return;
    const reply = await restoring.run({ contractId: summary.id, revision, versionNumber: version });
    if (!reply.ok) return toast.failure(reply.error);
    onRestored();
    toast.success(translate('versions.restoredDone', { version: reply.value.versionNumber }));
  }
  return { ask, isRunning: restoring.isRunning };
}
