import FileDownloadOutlinedIcon from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useCallback, useState } from 'react';
import { exportColumns, type ContractSelection, type ExportColumn } from '#shared/features/contracts/list.ts';
import type { ContractId } from '#shared/features/contracts/model.ts';
import { stages } from '#shared/features/contracts/stage.ts';
import { contractTypes } from '#shared/features/templates/model.ts';
import { statusNames } from '#shared/features/terms/status.ts';
import { useTranslate, type Translate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useToast } from '../../../ui/use-toast.ts';
import { ChangesDialog } from './changes-dialog.tsx';
import { gatherPrinted, type Printed } from './gather-printed.ts';
import { PrintedList } from './printed-list.tsx';

interface ExportMenuProps {
  readonly selection: ContractSelection;
  /** Given: only these; else all that the selection holds. */
  readonly ids?: readonly ContractId[];
  readonly size?: 'small' | 'medium';
}

/** Writes the list out for a spreadsheet or another system, or prints it. */
export function ExportMenu({ selection, ids, size = 'medium' }: ExportMenuProps) {
  const translate = useTranslate();
  const toast = useToast();
  const exporting = useCommand('contracts.exportList');
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [asksSince, setAsksSince] = useState(false);
  const [isGathering, setGathering] = useState(false);
  const [printed, setPrinted] = useState<Printed | null>(null);
  const endPrinting = useCallback(() => setPrinted(null), []);
  const print = async () => {
    setPrinted(null);
    setGathering(true);
    const gathered = await gatherPrinted(selection, ids);
    setGathering(false);
    if (gathered.ok) setPrinted(gathered.value);
    else toast.failure(gathered.error);
  };
  const run = async (format: 'csv' | 'xlsx') => {
    setAnchor(null);
    const reply = await exporting.run({
      selection,
      format,
      fileName: translate('contracts.export.fileName'),
      columns: exportColumns.map((column) => ({ column, heading: headingOf(column, translate) })),
      words: wordsFor(translate),
      ...(ids === undefined ? {} : { ids }),
    });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('contracts.export.done', { ...reply.value, count: reply.value.rows }));
  };
  return (
    <>
      <Button
        size={size}
        color="inherit"
        startIcon={<FileDownloadOutlinedIcon />}
        aria-haspopup="menu"
        loading={exporting.isRunning || isGathering}
        loadingPosition="start"
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {translate('contracts.export.menu')}
      </Button>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <MenuItem dense onClick={() => void run('xlsx')}>
          {translate('contracts.export.xlsx')}
        </MenuItem>
        <MenuItem dense onClick={() => void run('csv')}>
          {translate('contracts.export.csv')}
        </MenuItem>
        {ids === undefined && (
          <MenuItem
            dense
            onClick={() => {
              setAnchor(null);
              setAsksSince(true);
            }}
          >
            {translate('contracts.export.changes')}
          </MenuItem>
        )}
        <MenuItem
          dense
          onClick={() => {
            setAnchor(null);
            void print();
          }}
        >
          {translate('contracts.export.print')}
        </MenuItem>
      </Menu>
      {printed !== null && <PrintedList printed={printed} onDone={endPrinting} />}
      <ChangesDialog isOpen={asksSince} onClose={() => setAsksSince(false)} />
    </>
  );
}

function headingOf(column: ExportColumn, translate: Translate): string {
  return translate(`contracts.export.column.${column}`);
}

function wordsFor(translate: Translate): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ...stages.map((stage) => [`stage.${stage}`, translate(`contracts.stage.${stage}`)]),
    ...contractTypes.map((type) => [`type.${type}`, translate(`contracts.type.${type}`)]),
    ...statusNames.map((status) => [`status.${status}`, translate(`contracts.status.${status}`)]),
  ]) as Readonly<Record<string, string>>;
}
