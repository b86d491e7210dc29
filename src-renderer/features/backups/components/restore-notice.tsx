import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import type { Restore } from '../use-restore.ts';

/** How far a restore is and where it went; the restored vault is opened from here, which locks the present one. */
export function RestoreNotice({ restore }: { readonly restore: Restore }) {
  const translate = useTranslate();
  const select = useCommand('vault.select');
  const { state, pickId } = restore;
  return (
    <div aria-live="polite">
      {restore.pickError !== null && <ErrorMessage error={restore.pickError} operation="backups.pickRestoreFolder" />}
      {state.kind === 'running' && <ProgressLine label={translate('backups.restoring')} fraction={null} onCancel={restore.cancel} />}
      {state.kind === 'failed' && <ErrorMessage error={state.error} operation="backups.restore" />}
      {state.kind === 'done' && (
        <Alert
          severity="success"
          action={
            pickId !== null && (
              <Button color="inherit" size="small" onClick={() => void select.run({ pickId })}>
                {translate('backups.openRestored')}
              </Button>
            )
          }
        >
          {translate('backups.restored', { folder: state.value.folder, count: state.value.files })}
        </Alert>
      )}
    </div>
  );
}
