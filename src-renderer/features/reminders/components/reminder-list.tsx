import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
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
import { useNavigate } from 'react-router';
import type { Reminder, ReminderId } from '#shared/features/reminders/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { mostShown, type ReminderFilter } from '../reminder-filter.ts';
import { useReminderActions } from '../use-reminder-actions.ts';
import { DueDay } from './due-day.tsx';
import { onRowKey } from './row-keys.ts';
import { SnoozeButton } from './snooze-button.tsx';
import { SubjectCell } from './subject-cell.tsx';

interface ReminderListProps {
  readonly view: 'now' | 'snoozed' | 'history';
  readonly filter: ReminderFilter;
}

/** Reminders that came, a row each; those that wait can be ticked and dealt with together. */
export function ReminderList({ view, filter }: ReminderListProps) {
  const translate = useTranslate();
  const reminders = useOperation('reminders.list', { ...filter, view, contractId: null, limit: mostShown }, { keepPrevious: true });
  const actions = useReminderActions();
  const [ticked, setTicked] = useState<readonly ReminderId[]>([]);
  if (reminders.data === undefined) return reminders.error === null ? <LoadingState /> : <ErrorMessage error={reminders.error} onRetry={reminders.refetch} />;
  if (reminders.data.length === 0) return <EmptyState title={translate(`reminders.empty.${view}.title`)} body={translate(`reminders.empty.${view}.body`)} />;
  const rows = reminders.data;
  const canTick = view !== 'history';
  const chosen = ticked.filter((id) => rows.some((row) => row.id === id));
  const toggle = (id: ReminderId) => setTicked(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <>
      {canTick && (
        <Stack direction="row" spacing={1} useFlexGap sx={{ mb: 1, alignItems: 'center', flexWrap: 'wrap' }}>
          <Button size="small" variant="outlined" disabled={chosen.length === 0} onClick={() => void actions.acknowledge(chosen)}>
            {translate('reminders.acknowledgeChosen', { count: chosen.length })}
          </Button>
          <SnoozeButton ids={chosen} label={translate('reminders.snoozeChosen')} onSnooze={actions.snooze} />
          <Typography variant="caption" color="textSecondary">
            {translate('reminders.keys')}
          </Typography>
        </Stack>
      )}
      <TableContainer component={Paper} variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              {canTick && (
                <TableCell padding="checkbox">
                  <Checkbox
                    checked={chosen.length === rows.length}
                    indeterminate={chosen.length > 0 && chosen.length < rows.length}
                    onChange={() => setTicked(chosen.length === rows.length ? [] : rows.map(({ id }) => id))}
                    slotProps={{ input: { 'aria-label': translate('reminders.tickAll') } }}
                  />
                </TableCell>
              )}
              <TableCell>{translate('reminders.column.due')}</TableCell>
              <TableCell>{translate('reminders.column.event')}</TableCell>
              <TableCell>{translate('reminders.column.subject')}</TableCell>
              <TableCell>{translate('reminders.column.owner')}</TableCell>
              <TableCell>{translate(`reminders.column.${view}`)}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {rows.map((reminder) => (
              <Row key={reminder.id} reminder={reminder} view={view} isTicked={chosen.includes(reminder.id)} {...(canTick ? { onTick: () => toggle(reminder.id) } : {})} actions={actions} />
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {rows.length === mostShown && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {translate('reminders.more', { count: mostShown })}
        </Typography>
      )}
    </>
  );
}

interface RowProps {
  readonly reminder: Reminder;
  readonly view: ReminderListProps['view'];
  readonly isTicked: boolean;
  readonly onTick?: () => void;
  readonly actions: ReturnType<typeof useReminderActions>;
}

function Row({ reminder, view, isTicked, onTick, actions }: RowProps) {
  const translate = useTranslate();
  const navigate = useNavigate();
  const { id, contractId, event, title, contractTitle } = reminder;
  const name = title === '' ? (contractTitle ?? '') : title;
  const keys = {
    ...(onTick === undefined ? {} : { ' ': onTick, a: () => void actions.acknowledge([id]) }),
    ...(contractId === null ? {} : { Enter: () => void navigate(`/contracts/${contractId}`) }),
  };
  return (
    <TableRow hover tabIndex={0} data-reminder={event} onKeyDown={(pressed) => onRowKey(pressed, keys)}>
      {onTick !== undefined && (
        <TableCell padding="checkbox">
          <Checkbox checked={isTicked} onChange={onTick} slotProps={{ input: { 'aria-label': translate('reminders.tick', { name }) } }} />
        </TableCell>
      )}
      <TableCell>
        <DueDay day={reminder.targetOn} />
      </TableCell>
      <TableCell sx={{ wordBreak: 'keep-all' }}>
        {translate(`reminders.event.${event}`)}
        {reminder.isEscalated && <StatusChip label={translate('reminders.escalated')} tone="danger" />}
      </TableCell>
      <TableCell>
        <SubjectCell item={reminder} />
      </TableCell>
      <TableCell sx={{ wordBreak: 'keep-all' }}>{reminder.ownerName ?? translate('reminders.all')}</TableCell>
      <TableCell>
        {view === 'history' ? (
          <Outcome reminder={reminder} onWithdraw={() => void actions.withdraw([id])} />
        ) : (
          <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
            {reminder.snoozedUntil !== null && view === 'snoozed' && <Until at={reminder.snoozedUntil} />}
            <Button size="small" onClick={() => void actions.acknowledge([id])} aria-label={translate('reminders.acknowledgeOne', { name })}>
              {translate('reminders.acknowledge')}
            </Button>
            <SnoozeButton ids={[id]} label={translate('reminders.snooze')} name={name} onSnooze={actions.snooze} />
          </Stack>
        )}
      </TableCell>
    </TableRow>
  );
}

function Until({ at }: { readonly at: number }) {
  const format = useFormat();
  return <Typography variant="body2">{format.dateTime(at)}</Typography>;
}

function Outcome({ reminder: { acknowledgedAt, acknowledgedByName, shownAt, dueOn }, onWithdraw }: { readonly reminder: Reminder; readonly onWithdraw: () => void }) {
  const translate = useTranslate();
  const format = useFormat();
  const told = shownAt === null ? translate(acknowledgedAt === null ? 'reminders.notShown' : 'reminders.dueOn', { day: format.date(dueOn) }) : translate('reminders.shown', { time: format.dateTime(shownAt) });
  const closed = acknowledgedAt === null ? translate('reminders.open') : acknowledgedByName === null ? translate('reminders.overtaken') : translate('reminders.acknowledgedBy', { name: acknowledgedByName, time: format.dateTime(acknowledgedAt) });
  return (
    <>
      <Typography variant="body2">{told}</Typography>
      <Typography variant="caption" color="textSecondary" component="p">
        {closed}
      </Typography>
      {acknowledgedByName !== null && (
        <Button size="small" onClick={onWithdraw}>
          {translate('reminders.withdraw')}
        </Button>
      )}
    </>
  );
}
