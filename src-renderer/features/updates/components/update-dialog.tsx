import Alert from '@mui/material/Alert';
import Checkbox from '@mui/material/Checkbox';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { OutputOf } from '#shared/ipc/registry.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { usePermission } from '../../../ipc/use-vault-status.ts';
import { DefinitionList } from '../../../ui/definition-list.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';

export type OpenedUpdate = NonNullable<OutputOf<'updates.open'>>;

interface UpdateDialogProps {
  readonly update: OpenedUpdate;
  readonly onClose: () => void;
  /** The installer lies at this path, and the system was asked to open it. */
  readonly onOpened: (path: string) => void;
}

/** What a checked update brings, and the last step: a backup if wanted, a folder, the installer. */
export function UpdateDialog({ update, onClose, onOpened }: UpdateDialogProps) {
  const translate = useTranslate();
  const format = useFormat();
  const isEnglish = useLanguage() === 'en';
  const titleId = useId();
  const mayBackUp = usePermission('backups.make');
  const backup = useTask('backups.run', 'backups.cancel');
  const install = useCommand('updates.install');
  const [isBackupWanted, setBackupWanted] = useState(true);
  const isBackingUp = backup.state.kind === 'running';
  const isRunning = isBackingUp || install.isRunning;
  const notes = isEnglish ? update.notes.en : update.notes.zh;
  const go = async () => {
    // A backup that failed or was stopped is told; nothing goes on by itself without it.
    if (mayBackUp && isBackupWanted && backup.state.kind !== 'done' && (await backup.start({})) === null) return;
    const reply = await install.run({ updateId: update.updateId });
    if (reply.ok && reply.value !== null) onOpened(reply.value.path);
  };
  return (
    <Dialog open fullWidth maxWidth="sm" onClose={isRunning ? undefined : onClose} aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('updates.dialog.title', { version: update.version })}</DialogTitle>
      <DialogContent>
        <Stack spacing={2} aria-live="polite">
          <Alert severity="success">{translate('updates.dialog.genuine')}</Alert>
          <DefinitionList
            items={[
              { label: translate('updates.dialog.releasedOn'), value: format.date(update.releasedOn) },
              { label: translate('updates.dialog.file'), value: translate('updates.dialog.fileOf', { name: update.fileName, size: format.bytes(update.bytes) }) },
            ]}
          />
          {notes !== '' && (
            <div>
              <Typography variant="subtitle2" component="h3" gutterBottom>
                {translate('updates.dialog.notes')}
              </Typography>
              <Typography variant="body2" sx={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
                {notes}
              </Typography>
            </div>
          )}
          <Typography variant="body2" color="textSecondary">
            {translate('updates.dialog.next')}
          </Typography>
          {mayBackUp && (
            <FormControlLabel
              control={<Checkbox checked={isBackupWanted} disabled={isRunning} onChange={(_, isOn) => setBackupWanted(isOn)} />}
              label={translate('updates.dialog.backup')}
            />
          )}
          {isBackingUp && <ProgressLine label={translate('updates.dialog.backingUp')} fraction={null} onCancel={backup.cancel} />}
          {backup.state.kind === 'failed' && <ErrorMessage error={backup.state.error} operation="backups.run" />}
          {backup.state.kind === 'cancelled' && <Alert severity="info">{translate('errors.CANCELLED')}</Alert>}
          {backup.state.kind === 'done' && <Alert severity="success">{translate('updates.dialog.backedUp')}</Alert>}
          <ErrorMessage error={install.error} operation="updates.install" />
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('updates.dialog.go')} isRunning={isRunning} onGo={go} onCancel={onClose} />
    </Dialog>
  );
}
