import ArrowDropDownIcon from '@mui/icons-material/ArrowDropDown';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import type { ContractId } from '#shared/features/contracts/model.ts';
import type { ExportFormat } from '#shared/features/versions/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { useCancellable } from '../use-cancellable.ts';
import type { ChosenVersions } from '../use-chosen-versions.ts';
import { useVersionName } from '../use-version-name.ts';

interface ExportMenuProps {
  readonly contractId: ContractId;
  readonly chosen: Pick<ChosenVersions, 'left' | 'right'>;
}

/** Writes the later of the compared versions, or what changed in it, to a file. */
export function ExportMenu({ contractId, chosen: { left, right } }: ExportMenuProps) {
  const translate = useTranslate();
  const nameOf = useVersionName();
  const toast = useToast();
  const exporting = useCommand('versions.exportFile');
  const task = useCancellable();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  async function start(format: ExportFormat): Promise<void> {
    setAnchor(null);
    if (right === null) return;
    const heading = left === null ? '' : translate('versions.redlineHeading', { left: nameOf(left), right: nameOf(right) });
    const since = left?.versionNumber ?? null;
    const reply = await task.run((taskId) =>
      exporting.run({ contractId, versionNumber: right.versionNumber, format, since, heading, taskId }),
    );
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('versions.exported', { name: reply.value.fileName }));
  }
  if (task.isRunning) {
    return (
      <Button variant="outlined" onClick={task.cancel}>
        {translate('versions.exporting')} {translate('versions.cancel')}
      </Button>
    );
  }
  return (
    <>
      <Button
        variant="outlined"
        endIcon={<ArrowDropDownIcon />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('versions.export')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => void start('pdf')}>{translate('versions.exportPdf')}</MenuItem>
        <MenuItem onClick={() => void start('docx')}>{translate('versions.exportDocx')}</MenuItem>
        <MenuItem disabled={left === null} onClick={() => void start('redline')}>
          {translate('versions.exportRedline')}
        </MenuItem>
      </Menu>
    </>
  );
}
