import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Arrival } from '#shared/features/imports/watch.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

const tones = { imported: 'success', partly: 'warning', failed: 'danger' } as const;

/** What came of the files in the watched folder, the latest first. */
export function ArrivalTable({ arrivals }: { readonly arrivals: readonly Arrival[] }) {
  const translate = useTranslate();
  const format = useFormat();
  const told = ({ failure, added, skipped, bad }: Arrival): string =>
    failure === null
      ? translate('imports.watch.figures', { added: format.number(added), skipped: format.number(skipped), bad: format.number(bad) })
      : translate(`imports.watch.failure.${failure}`);
  return (
    <TableContainer sx={{ maxHeight: 320 }}>
      <Table size="small" stickyHeader aria-label={translate('imports.watch.arrivals')}>
        <TableHead>
          <TableRow>
            {(['file', 'when', 'outcome', 'what'] as const).map((column) => (
              <TableCell key={column}>{translate(`imports.watch.column.${column}`)}</TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {arrivals.map((arrival) => (
            <TableRow key={arrival.id}>
              <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>{arrival.fileName}</TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(arrival.at)}</TableCell>
              <TableCell>
                <StatusChip label={translate(`imports.watch.outcome.${arrival.outcome}`)} tone={tones[arrival.outcome]} />
              </TableCell>
              <TableCell>{told(arrival)}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
