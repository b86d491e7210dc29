import Link from '@mui/material/Link';
import Paper from '@mui/material/Paper';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import type { InboxTask } from '#shared/features/approvals/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';

const columns = ['contract', 'step', 'submittedBy', 'due', 'state'] as const;

/** Approval tasks, a row each; the contract's page is where they are decided. */
export function TaskTable({ tasks, total }: { readonly tasks: readonly InboxTask[]; readonly total: number }) {
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
          <TableBody>
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
                <TableCell>{task.insteadOfName === null ? task.stepName : translate('approvals.stepInstead', { step: task.stepName, name: task.insteadOfName })}</TableCell>
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

function Due({ at }: { readonly at: number | null }) {
  const translate = useTranslate();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  if (at === null) return translate('approvals.noDeadline');
  if (at >= now) return format.dateTime(at);
  return <StatusChip label={translate('approvals.lateSince', { time: format.dateTime(at) })} tone="danger" />;
}
