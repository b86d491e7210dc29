import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState, type KeyboardEvent } from 'react';
import { Link as RouterLink } from 'react-router';
import type { InboxTask } from '#shared/features/approvals/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

const columns = ['contract', 'step', 'submittedBy', 'due', 'state', 'action'] as const;

interface TaskTableProps {
  readonly tasks: readonly InboxTask[];
  readonly total: number;
  /** Opens a contract to be decided on. */
  readonly onReview: (task: InboxTask) => void;
}

/** Approval tasks, a row each. The arrow keys go from one that waits to the next. */
export function TaskTable({ tasks, total, onReview }: TaskTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <>
      <TableContainer component={Paper} variant="outlined">
        <Table size="small">
          <TableHead>
            <TableRow>
              {columns.map((column) => (
                <TableCell key={column}>{translate(`approvals.column.${column}`)}</TableCell>
              ))}
            </TableRow>
          </TableHead>
          <TableBody onKeyDown={step}>
            {tasks.map((task) => (
              <TableRow key={task.id} hover>
                <TableCell>
                  <Link component={RouterLink} to={`/contracts/${task.contractId}`} underline="hover">
                    {task.title}
                  </Link>
                  <Typography variant="caption" color="textSecondary" component="p">
                    {task.number}
                  </Typography>
                </TableCell>
                <TableCell>{task.insteadOfName === null ? task.stepName : translate('approvals.stepInstead', { step: task.stepName, name: task.insteadOfName })} {task.isEscalated && <StatusChip label={translate('approvals.escalated')} tone="warning" />}</TableCell>
                <TableCell>
                  {task.submittedByName}
                  <Typography variant="caption" color="textSecondary" component="p">
                    {format.dateTime(task.submittedAt)}
                  </Typography>
                </TableCell>
                <TableCell>
                  {task.state === 'pending' ? <Due at={task.dueAt} /> : task.decidedAt !== null && format.dateTime(task.decidedAt)}
                </TableCell>
                <TableCell>
                  <StatusChip label={translate(`approvals.state.${task.state}`)} tone={task.state === 'approved' ? 'success' : task.state === 'pending' ? 'info' : 'neutral'} />
                </TableCell>
                <TableCell>
                  {task.state === 'pending' && (
                    <Button size="small" data-review onClick={() => onReview(task)} aria-label={translate('approvals.review.one', { title: task.title, step: task.stepName })}>
                      {translate('approvals.review.start')}
                    </Button>
                  )}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableContainer>
      {total > tasks.length && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {translate('approvals.ofTotal', { shown: tasks.length, total })}
        </Typography>
      )}
    </>
  );
}

/** Up and down go between the buttons that open a task. */
function step(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-review]')];
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  const at = buttons.findIndex((button) => row?.contains(button));
  const next = buttons[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
}

function Due({ at }: { readonly at: number | null }) {
  const translate = useTranslate();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  if (at === null) return translate('approvals.noDeadline');
  if (at >= now) return format.dateTime(at);
  return <StatusChip label={translate('approvals.lateSince', { time: format.dateTime(at) })} tone="danger" />;
}
