import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableContainer from '@mui/material/TableContainer';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ImportBatch } from '#shared/features/imports/plan.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { useTask } from '../../../ipc/use-task.ts';
import { useUndo } from '../use-undo.ts';
import { TaskProgress } from './task-progress.tsx';

const tones = { running: 'info', stopped: 'warning', done: 'success', undone: 'neutral' } as const;

/** What was imported before, with the ways to go on with a batch or to undo it. */
export function BatchHistory() {
  const translate = useTranslate();
  const batches = useOperation('imports.batches', undefined);
  const resuming = useTask('imports.resume', 'imports.cancel');
  const undo = useUndo();
  const { state } = resuming;
  return (
    <SectionCard title={translate('imports.history.title')} subtitle={translate('imports.history.lead')}>
      <Stack spacing={2} aria-live="polite">
        <ErrorMessage error={batches.error} onRetry={batches.refetch} />
        <ErrorMessage error={undo.error} operation="imports.undo" />
        {state.kind === 'failed' && <ErrorMessage error={state.error} operation="imports.resume" />}
        {state.kind === 'running' && <TaskProgress label={translate('imports.run.working')} progress={state.progress} onCancel={resuming.cancel} />}
        {undo.isRunning && <TaskProgress label={translate('imports.undo.working')} progress={undo.progress} onCancel={undo.cancel} />}
        {state.kind === 'done' && state.value.state === 'done' && <Alert severity="success">{translate('imports.history.resumed')}</Alert>}
        {batches.isPending && <LoadingState />}
        {batches.data?.length === 0 && <Typography color="textSecondary">{translate('imports.history.empty')}</Typography>}
        {batches.data !== undefined && batches.data.length > 0 && (
          <BatchTable
            batches={batches.data}
            isBusy={state.kind === 'running' || undo.isRunning}
            onResume={({ id }) => void resuming.start({ batchId: id })}
            onUndo={({ id }) => void undo.run(id)}
          />
        )}
      </Stack>
    </SectionCard>
  );
}

interface BatchTableProps {
  readonly batches: readonly ImportBatch[];
  readonly isBusy: boolean;
  readonly onResume: (batch: ImportBatch) => void;
  readonly onUndo: (batch: ImportBatch) => void;
}

function BatchTable({ batches, isBusy, onResume, onUndo }: BatchTableProps) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <TableContainer>
      <Table size="small" aria-label={translate('imports.history.title')}>
        <TableHead>
          <TableRow>
            {(['file', 'kind', 'when', 'state', 'rows'] as const).map((column) => (
              <TableCell key={column}>{translate(`imports.history.column.${column}`)}</TableCell>
            ))}
            <TableCell />
          </TableRow>
        </TableHead>
        <TableBody>
          {batches.map((batch) => (
            <TableRow key={batch.id}>
              <TableCell sx={{ minWidth: 160, overflowWrap: 'anywhere' }}>{batch.fileName}</TableCell>
              <TableCell>{translate(`imports.kind.${batch.kind}`)}</TableCell>
              <TableCell>{translate('imports.history.whenBy', { when: format.dateTime(batch.at), name: batch.byName })}</TableCell>
              <TableCell>
                <StatusChip label={translate(`imports.history.state.${batch.state}`)} tone={tones[batch.state]} />
              </TableCell>
              <TableCell>
                {translate('imports.history.rows', { added: format.number(batch.added), done: format.number(batch.rowsDone), rows: format.number(batch.rows) })}
              </TableCell>
              <TableCell sx={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
                {batch.state === 'stopped' && (
                  <Button size="small" disabled={isBusy} onClick={() => onResume(batch)}>
                    {translate('imports.history.resume')}
                  </Button>
                )}
                {(batch.state === 'done' || batch.state === 'stopped') && (
                  <Button size="small" color="error" disabled={isBusy} onClick={() => onUndo(batch)}>
                    {translate('imports.undo.short')}
                  </Button>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  );
}
