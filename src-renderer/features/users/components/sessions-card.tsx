import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import { useState } from 'react';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';

const pageSize = 25;

/** Who opened and locked the vault, the latest first, a page at a time. */
export function SessionsCard() {
  const translate = useTranslate();
  const format = useFormat();
  const [pages, setPages] = useState<readonly (number | null)[]>([null]);
  const { data, error, isPrevious, refetch } = useOperation('users.sessions', { before: pages.at(-1) ?? null, limit: pageSize }, { keepPrevious: true });
  const last = data?.at(-1);
  return (
    <SectionCard title={translate('access.sessions.title')} subtitle={translate('access.sessions.lead')}>
      {data === undefined && (error === null ? <LoadingState /> : <ErrorMessage error={error} onRetry={refetch} />)}
      {data !== undefined && (
        <Stack spacing={1.5}>
          <TableContainer>
            <Table size="small" aria-label={translate('access.sessions.title')}>
              <TableHead>
                <TableRow>
                  {(['time', 'person', 'what', 'failures'] as const).map((column) => (
                    <TableCell key={column}>{translate(`access.column.${column}`)}</TableCell>
                  ))}
                </TableRow>
              </TableHead>
              <TableBody>
                {data.map((event) => (
                  <TableRow key={event.sequence} hover>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(event.at)}</TableCell>
                    <TableCell sx={{ whiteSpace: 'nowrap' }}>{event.userName}</TableCell>
                    <TableCell>{translate(`access.sessions.${event.kind}`)}</TableCell>
                    <TableCell>{event.failures === 0 ? '' : format.number(event.failures)}</TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableContainer>
          <Stack direction="row" spacing={1} sx={{ justifyContent: 'flex-end' }}>
            <Button size="small" disabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>
              {translate('audit.newer')}
            </Button>
            <Button size="small" disabled={last === undefined || isPrevious || data.length < pageSize} onClick={() => last !== undefined && setPages([...pages, last.sequence])}>
              {translate('audit.older')}
            </Button>
          </Stack>
        </Stack>
      )}
    </SectionCard>
  );
}
