import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Sends back what was done, now and again as the work goes on. */
export function ReplyCard({ sheet }: { readonly sheet: Sheet }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const task = useTask('exchange.reply', 'exchange.cancel');
  const [message, setMessage] = useState('');
  const isRunning = task.state.kind === 'running';
  const reply = async () => {
    const written = await task.start({ packId: sheet.packId, message });
    if (written !== null) toast.success(translate('exchange.send.done', { name: written.fileName }));
  };
  return (
    <SectionCard title={translate('exchange.reply.title')} subtitle={translate('exchange.reply.lead', { name: sheet.contactName })}>
      <Stack spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        {sheet.answeredAt !== null && <Typography variant="body2">{translate('exchange.received.answered', { time: format.dateTime(sheet.answeredAt) })}</Typography>}
        <TextField fullWidth multiline minRows={2} label={translate('exchange.send.message')} value={message} onChange={(event) => setMessage(event.target.value)} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        {isRunning && <ProgressLine label={translate('exchange.send.running')} fraction={null} onCancel={task.cancel} />}
        {task.state.kind === 'failed' && <ErrorMessage error={task.state.error} />}
        <Button variant="contained" disabled={isRunning} onClick={() => void reply()}>
          {translate('exchange.reply.write')}
        </Button>
      </Stack>
    </SectionCard>
  );
}
