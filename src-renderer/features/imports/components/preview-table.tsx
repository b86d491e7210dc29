import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useTranslate } from '../../../i18n/i18n.ts';
import type { Preview } from '../use-import-draft.ts';

const shownRows = 8;

/** The head of the file, so that a wrong sheet or encoding is seen at once. */
export function PreviewTable({ preview: { headings, rows } }: { readonly preview: Preview }) {
  const translate = useTranslate();
  return (
    <TableContainer tabIndex={0} role="region" aria-label={translate('imports.choose.preview')} sx={{ border: 1, borderColor: 'divider', borderRadius: 1 }}>
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{translate('imports.row')}</TableCell>
            {headings.map((heading) => (
              <TableCell key={heading} sx={{ whiteSpace: 'nowrap' }}>
                {heading}
              </TableCell>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.slice(0, shownRows).map(({ rowNumber, cells }) => (
            <TableRow key={rowNumber}>
              <TableCell sx={{ color: 'text.secondary' }}>{rowNumber}</TableCell>
              {headings.map((heading, at) => (
                <TableCell key={heading} sx={{ maxWidth: 240, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
                  {cells[at]}
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
