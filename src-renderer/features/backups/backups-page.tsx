import type { ReactNode } from 'react';
import BackupOutlinedIcon from '@mui/icons-material/BackupOutlined';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { isStringKey, useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { useTask } from '../../ipc/use-task.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { ProgressLine } from '../../ui/progress-line.tsx';
import { BackupTable } from './components/backup-table.tsx';
import { DrillCard } from './components/drill-card.tsx';
import { PlaceCard } from './components/place-card.tsx';

/** Where backups go, what there is, and whether a restore was rehearsed. */
export function BackupsPage({ takeout }: { readonly takeout: ReactNode }) {
  const translate = useTranslate();
  const overview = useOperation('backups.overview', undefined, { liesOutside: true });
  const mayConfigure = usePermission('vault.configure');
  const { state, start, cancel } = useTask('backups.run', 'backups.cancel');
  const { data } = overview;
  return (
    <Page
      title={translate('backups.title')}
      subtitle={translate('backups.subtitle')}
      maxWidth={1080}
      actions={
        <Button variant="contained" startIcon={<BackupOutlinedIcon />} disabled={state.kind === 'running' || data?.isFolderThere !== true} onClick={() => void start({})}>
          {translate('backups.run')}
        </Button>
      }
    >
      <div aria-live="polite">
        {state.kind === 'running' && <ProgressLine label={translate('backups.running')} fraction={null} onCancel={cancel} />}
        {state.kind === 'failed' && <ErrorMessage error={state.error} operation="backups.run" />}
        {state.kind === 'done' && <Alert severity="success">{translate('backups.done')}</Alert>}
        {state.kind === 'cancelled' && <Alert severity="info">{translate('errors.CANCELLED')}</Alert>}
      </div>
      {data === undefined && (overview.error === null ? <LoadingState /> : <ErrorMessage error={overview.error} onRetry={overview.refetch} />)}
      {data !== undefined && (
        <>
          {/* Whether the folder is there now, the card says. */}
          {data.lastFailure !== null && data.lastFailure.code !== 'BACKUP_FOLDER_MISSING' && <FailureAlert code={data.lastFailure.code} />}
          <PlaceCard {...data} mayConfigure={mayConfigure} />
          {(data.folder === '' || data.isFolderThere) && <BackupTable backups={data.backups} mayConfigure={mayConfigure} />}
          <DrillCard drills={data.drills} isOverdue={data.isDrillOverdue} hasBackup={data.backups.length > 0} />
        </>
      )}
      {takeout}
    </Page>
  );
}

function FailureAlert({ code }: { readonly code: string }) {
  const translate = useTranslate();
  const key = `errors.${code}`;
  return <Alert severity="warning">{translate('backups.failed', { why: isStringKey(key) ? translate(key) : code })}</Alert>;
}
