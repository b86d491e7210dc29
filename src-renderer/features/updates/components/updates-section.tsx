import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { UpdateDialog, type OpenedUpdate } from './update-dialog.tsx';

/** Brings a newer Deedbox from a signed file, without a network. */
export function UpdatesSection() {
  const translate = useTranslate();
  const status = useOperation('updates.status', undefined);
  const opening = useCommand('updates.open');
  const [update, setUpdate] = useState<OpenedUpdate | null>(null);
  const [path, setPath] = useState<string | null>(null);
  const open = async () => {
    setPath(null);
    const reply = await opening.run(undefined);
    if (reply.ok && reply.value !== null) setUpdate(reply.value);
  };
  return (
    <SectionCard title={translate('updates.title')} subtitle={translate('updates.lead')}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        <Typography variant="body2">{translate('updates.checks')}</Typography>
        {status.data?.canCheck === false && <Alert severity="info">{translate('updates.noKey')}</Alert>}
        {status.data?.canCheck === true && (
          <Button variant="outlined" loading={opening.isRunning} onClick={() => void open()}>
            {translate('updates.open')}
          </Button>
        )}
        <ErrorMessage error={opening.error} operation="updates.open" />
        {path !== null && (
          <Alert severity="success" sx={{ overflowWrap: 'anywhere' }}>
            {translate('updates.opened', { path })}
          </Alert>
        )}
      </Stack>
      {update !== null && (
        <UpdateDialog
          update={update}
          onClose={() => setUpdate(null)}
          onOpened={(placed) => {
            setUpdate(null);
            setPath(placed);
          }}
        />
      )}
    </SectionCard>
  );
}
