import FileDownloadOutlinedIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { partyExportColumns, partyKinds, type PartyExportColumn, type PartySelection } from '#shared/features/parties/model.ts';
import { useTranslate, type Translate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useToast } from '../../../ui/use-toast.ts';

/** Writes all that a selection holds, whatever page is shown, for a spreadsheet. */
export function ExportButton({ selection }: { readonly selection: PartySelection }) {
  const translate = useTranslate();
  const toast = useToast();
  const exporting = useCommand('parties.exportList');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const run = async (format: 'csv' | 'xlsx') => {
    setAnchor(null);
    const reply = await exporting.run({
      selection,
      format,
      fileName: translate('parties.export.fileName'),
      headings: partyExportColumns.map((column) => headingOf(column, translate)),
      words: Object.fromEntries([['yes', translate('parties.export.yes')], ...partyKinds.map((kind) => [`kind.${kind}`, translate(`parties.kind.${kind}`)])]) as Readonly<Record<string, string>>,
    });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('parties.export.done', { ...reply.value, count: reply.value.rows }));
  };
  return (
    <>
      <Button startIcon={<FileDownloadOutlinedIcon />} aria-haspopup="menu" loading={exporting.isRunning} loadingPosition="start" onClick={(event) => setAnchor(event.currentTarget)}>
        {translate('parties.export.menu')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        {(['xlsx', 'csv'] as const).map((format) => (
          <MenuItem key={format} dense onClick={() => void run(format)}>
            {translate(`parties.export.${format}`)}
          </MenuItem>
        ))}
      </Menu>
    </>
  );
}

function headingOf(column: PartyExportColumn, translate: Translate): string {
  return column === 'contractCount' ? translate('parties.column.contractCount') : translate(`parties.field.${column}`);
}
