import Button from '@mui/material/Button';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useNavigate } from 'react-router';
import type { DueItem } from '#shared/features/reminders/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { mostShown, type ReminderFilter } from '../reminder-filter.ts';
import { DueDay } from './due-day.tsx';
import { onRowKey } from './row-keys.ts';
import { SubjectCell } from './subject-cell.tsx';

const comingDays = 120;
const columns = ['due', 'event', 'subject', 'owner'] as const;

/** What is still to come, or is past and open: each thing once. */
export function DueList({ view, filter }: { readonly view: 'coming' | 'overdue'; readonly filter: ReminderFilter }) {
  const translate = useTranslate();
  const items = useOperation('reminders.due', { ...filter, view, days: comingDays, contractId: null, limit: mostShown }, { keepPrevious: true });
  if (items.data === undefined) return items.error === null ? <LoadingState /> : <ErrorMessage error={items.error} onRetry={items.refetch} />;
  if (items.data.length === 0) return <EmptyState title={translate(`reminders.empty.${view}.title`)} body={translate(`reminders.empty.${view}.body`, { days: comingDays })} />;
  return (
    <>
      <TableContainer component={Paper} variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column}>{translate(`reminders.column.${column}`)}</TableCell>
              ))}
              <TableCell>{translate(view === 'coming' ? 'reminders.column.next' : 'reminders.column.now')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {items.data.map((item) => (
              <Row key={`${item.event} ${item.entityId}`} item={item} view={view} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {items.data.length === mostShown && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {translate('reminders.more', { count: mostShown })}
        </Typography>
      )}
    </>
  );
}

function Row({ item, view }: { readonly item: DueItem; readonly view: 'coming' | 'overdue' }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const navigate = useNavigate();
  const settling = useCommand('reminders.settle');
  const { kind, entityId, event, contractId } = item;
  const settle = async (settled: boolean) => {
    const reply = await settling.run({ kind, entityId, event, settled });
    if (!reply.ok) toast.failure(reply.error);
    else if (settled) toast.success(translate('reminders.settled'), { label: translate('ui.undo'), run: () => void settle(false) });
  };
  const name = item.title === '' ? (item.contractTitle ?? '') : item.title;
  return (
    <TableRow
      hover
      tabIndex={0}
      data-due={event}
      onKeyDown={(pressed) => onRowKey(pressed, { ...(contractId === null ? {} : { Enter: () => void navigate(`/contracts/${contractId}`) }), d: () => void settle(true) })}
    >
      <TableCell>
        <DueDay day={item.targetOn} />
      </TableCell>
      <TableCell sx={{ wordBreak: 'keep-all' }}>{translate(`reminders.event.${event}`)}</TableCell>
      <TableCell>
        <SubjectCell item={item} />
      </TableCell>
      <TableCell sx={{ wordBreak: 'keep-all' }}>{item.ownerName ?? translate('reminders.all')}</TableCell>
      <TableCell sx={{ whiteSpace: 'nowrap' }}>
        {view === 'coming' ? (
          item.nextOn === null ? translate('reminders.noMore') : format.date(item.nextOn)
        ) : (
          <Button size="small" onClick={() => void settle(true)} aria-label={translate('reminders.settleOne', { name })}>
            {translate('reminders.settle')}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
