import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { AuditEvent, AuditFilter } from '#shared/features/audit/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { isStringKey, useTranslate } from '../../../i18n/i18n.ts';
import { useFeatureName, useOperationName } from '../../../i18n/operation-name.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useFactWords } from './fact-words.ts';
import { shortId } from './short-id.ts';

const pageSize = 100;
const shownColumns = ['sequence', 'time', 'actor', 'operation', 'subject', 'facts'] as const;

/** So that short columns don't stand in a pile beside a long one. */
const leastWidths: Readonly<Partial<Record<(typeof shownColumns)[number], number>>> = { actor: 104, operation: 150, subject: 150, facts: 260 };

// An upright tablet has no room for a column of its own: what an event tells stands below what was done.
const whereWide = { display: { xs: 'none', md: 'table-cell' } } as const;
const whereNarrow = { display: { xs: 'block', md: 'none' } } as const;

interface EventTableProps {
  readonly filter: AuditFilter;
  readonly onFilter: (filter: AuditFilter) => void;
}

/** The events that the filter finds, the newest first, a page at a time. */
export function EventTable({ filter, onFilter }: EventTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  const [pages, setPages] = useState<readonly (number | null)[]>([null]);
  const before = pages.at(-1) ?? null;
  const found = useOperation('audit.list', { filter, before, limit: pageSize }, { keepPrevious: true });
  if (found.data === undefined) return found.error === null ? <LoadingState /> : <ErrorMessage error={found.error} onRetry={found.refetch} />;
  const { events, total } = found.data;
  if (total === 0) return <EmptyState title={translate('audit.empty.title')} body={translate('audit.empty.body')} />;
  const first = (pages.length - 1) * pageSize;
  const last = events.at(-1);
  return (
    <Stack spacing={1.5}>
      <TableContainer component={Paper} variant="outlined">
        <Table size="small" aria-label={translate('audit.title')}>
          <TableHead>
            <TableRow>
              {shownColumns.map((column) => (
                <TableCell key={column} sx={{ whiteSpace: 'nowrap', minWidth: leastWidths[column], ...(column === 'facts' ? whereWide : {}) }}>{translate(`audit.column.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody>
            {events.map((event) => (
              <EventLine key={event.sequence} event={event} onFilter={() => onFilter({ subjectKind: event.subjectKind, subjectId: event.subjectId })} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center', justifyContent: 'flex-end' }}>
        <Typography variant="body2" color="textSecondary">
          {translate('audit.shown', { first: format.number(first + 1), last: format.number(first + events.length), total: format.number(total) })}
        </Typography>
        <Button size="small" disabled={pages.length === 1} onClick={() => setPages(pages.slice(0, -1))}>
          {translate('audit.newer')}
        </Button>
        <Button size="small" disabled={last === undefined || found.isPrevious || first + events.length >= total} onClick={() => last !== undefined && setPages([...pages, last.sequence])}>
          {translate('audit.older')}
        </Button>
      </Stack>
    </Stack>
  );
}

function EventLine({ event, onFilter }: { readonly event: AuditEvent; readonly onFilter: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const operationName = useOperationName();
  const featureName = useFeatureName();
  const factWords = useFactWords();
  const kindKey = `audit.kind.${event.subjectKind}`;
  const kind = isStringKey(kindKey) ? translate(kindKey) : event.subjectKind;
  const facts = factWords(event.facts);
  const name = event.subjectName ?? shortId(event.subjectId);
  return (
    <TableRow hover>
      <TableCell sx={{ fontVariantNumeric: 'tabular-nums' }}>{event.sequence}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{format.dateTime(event.at)}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>{event.actorName === '' ? shortId(event.actorId) : event.actorName}</TableCell>
      <TableCell>
        {translate('audit.what', { feature: featureName(event.operation.split('.')[0] ?? ''), operation: operationName(event.operation) })}
        <Typography variant="caption" color="textSecondary" component="p" sx={{ overflowWrap: 'anywhere', ...whereNarrow }}>
          {facts}
        </Typography>
      </TableCell>
      <TableCell>
        <Link component="button" type="button" underline="hover" onClick={onFilter} aria-label={translate('audit.onlyThis', { thing: `${kind} ${name}` })} sx={{ textAlign: 'left', verticalAlign: 'baseline' }}>
          {event.subjectId === 'list' ? kind : translate('audit.subject', { kind, name })}
        </Link>
      </TableCell>
      <TableCell sx={whereWide}>
        <Typography variant="caption" color="textSecondary" sx={{ overflowWrap: 'anywhere' }}>
          {facts}
        </Typography>
      </TableCell>
    </TableRow>
  );
}
