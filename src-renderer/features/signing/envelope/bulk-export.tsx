import FolderIcon from '@mui/icons-material/FolderOpenOutlined';
import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import { useEffect, useState } from 'react';
import type { EnvelopeId } from '#shared/features/signing/envelope-model.ts';
import type { Id } from '#shared/kernel/ids.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { call, onEvent } from '../../../ipc/client.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { newTaskId } from '../use-export.ts';

/** Writes the chosen signed PDFs into a folder, says how far it is, and stops when asked. */
export function BulkExport({ envelopeIds }: { readonly envelopeIds: readonly EnvelopeId[] }) {
  const translate = useTranslate();
  const write = useCommand('signing.exportMany');
  const [taskId, setTaskId] = useState<Id<'task'> | null>(null);
  const [at, setAt] = useState<{ readonly step: number; readonly steps: number } | null>(null);
  const [done, setDone] = useState<string | null>(null);
  useEffect(() => {
    if (taskId === null) return;
    return onEvent('progress', (progress) => {
      if (progress.taskId === taskId) setAt(progress);
    });
  }, [taskId]);
  const run = async () => {
    const task = newTaskId();
    setTaskId(task);
    setDone(null);
    const reply = await write.run({ envelopeIds: [...envelopeIds], taskId: task });
    setTaskId(null);
    setAt(null);
    if (!reply.ok || reply.value === null) return;
    const { written, folder, skipped, isCancelled } = reply.value;
    const said = translate(isCancelled ? 'signing.page.exportStopped' : 'signing.page.exported', { count: written, folder });
    setDone(skipped.length === 0 ? said : `${said} ${translate('signing.page.exportSkipped', { numbers: skipped.join(', ') })}`);
  };
  return (
    <>
      <Button variant="outlined" startIcon={<FolderIcon />} disabled={envelopeIds.length === 0 || taskId !== null} onClick={() => void run()}>
        {translate('signing.page.export', { count: envelopeIds.length })}
      </Button>
      {taskId !== null && at !== null && (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, minWidth: 280 }}>
          <LinearProgress variant="determinate" value={(at.step / at.steps) * 100} aria-label={translate('signing.page.exporting')} sx={{ flex: 1 }} />
          {translate('signing.page.progressValue', { signed: at.step, all: at.steps })}
          <Button size="small" onClick={() => void call('signing.cancelExport', { taskId })}>
            {translate('ui.cancel')}
          </Button>
        </Box>
      )}
      {done !== null && <Alert severity="success">{done}</Alert>}
      {write.error !== null && <ErrorMessage error={write.error} operation="signing.exportMany" />}
    </>
  );
}
