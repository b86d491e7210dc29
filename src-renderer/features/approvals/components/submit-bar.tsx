import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Contract } from '#shared/features/contracts/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import type { useOperation } from '../../../ipc/use-query.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { PlanList } from './plan-list.tsx';

interface SubmitBarProps {
  readonly contract: Contract;
  readonly route: ReturnType<typeof useOperation<'approvals.route'>>;
}

/** Shows the way that the contract would go, and sends it there. */
export function SubmitBar({ contract, route }: SubmitBarProps) {
  const translate = useTranslate();
  const toast = useToast();
  const submit = useCommand('approvals.submit');
  const [note, setNote] = useState('');
  if (route.error !== null) return <ErrorMessage error={route.error} onRetry={route.refetch} />;
  if (route.data === undefined || route.data === null) return null;
  const send = async () => {
    const reply = await submit.run({ contractId: contract.summary.id, revision: contract.revision, note: note.trim() });
    if (!reply.ok) return;
    setNote('');
    toast.success(translate('approvals.submitted'));
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Stack spacing={1.25}>
        <Typography variant="body2" color="textSecondary">
          {translate('approvals.way', { flow: route.data.flowName })}
        </Typography>
        <PlanList tasks={route.data.tasks} />
        <PlainTextField size="small" multiline maxRows={4} label={translate('approvals.note')} value={note} onChange={(event) => setNote(event.target.value)} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        {submit.error !== null && <ErrorMessage error={submit.error} />}
        <Button type="submit" variant="contained" loading={submit.isRunning} sx={{ alignSelf: 'flex-start' }}>
          {translate('approvals.submit')}
        </Button>
      </Stack>
    </form>
  );
}
