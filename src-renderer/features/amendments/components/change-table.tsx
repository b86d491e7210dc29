import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { ReactNode } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';

export interface ChangeRow {
  readonly key: string;
  readonly label: string;
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly isChanged: boolean;
}

interface ChangeTableProps {
  readonly label: string;
  readonly beforeHeading: string;
  readonly afterHeading: string;
  readonly rows: readonly ChangeRow[];
}

/** Terms before and after, a line each; what changed stands out by weight and by a mark, not by colour alone. */
export function ChangeTable({ label, beforeHeading, afterHeading, rows }: ChangeTableProps) {
  const translate = useTranslate();
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell sx={{ width: '28%' }}>{translate('amendments.term')}</TableCell>
          <TableCell sx={{ width: '36%' }}>{beforeHeading}</TableCell>
          <TableCell>{afterHeading}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ key, label: name, before, after, isChanged }) => (
          <TableRow key={key} data-changed={isChanged} sx={isChanged ? { bgcolor: 'action.hover' } : {}}>
            <TableCell component="th" scope="row" sx={{ color: 'text.secondary' }}>
              {name}
            </TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line', ...(isChanged ? { textDecoration: 'line-through', color: 'text.secondary' } : {}) }}>{before}</TableCell>
            <TableCell sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line', ...(isChanged ? { fontWeight: 600 } : {}) }}>{after}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
