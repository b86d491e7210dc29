import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { z } from 'zod';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSightOnResume } from '../../../keeping/use-in-sight.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { ProgressLine } from '../../../ui/progress-line.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface ReplyTyped {
  readonly message: string;
}

const fields: FieldsOf<ReplyTyped> = { message: z.string() };

/** Sends back what was done, now and again as the work goes on; the words that go along are kept until they are sent. */
export function ReplyCard({ sheet }: { readonly sheet: Sheet }) {
  return (
    <KeptForm of={{ contractId: null, dialog: 'packReply', about: sheet.packId }} fields={fields} fresh={() => ({ message: '' })}>
      {(kept) => <ReplyForm sheet={sheet} kept={kept} />}
    </KeptForm>
  );
}

function ReplyForm({ sheet, kept }: { readonly sheet: Sheet; readonly kept: KeptFormOf<ReplyTyped> }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const task = useTask('exchange.reply', 'exchange.cancel');
  const form = useInSightOnResume<HTMLDivElement>('packReply');
  const { message } = kept.typed;
  const isRunning = task.state.kind === 'running';
  const reply = async () => {
    const written = await task.start({ packId: sheet.packId, message });
    if (written === null) return;
    kept.settle(null);
    toast.success(translate('exchange.send.done', { name: written.fileName }));
  };
  return (
    <SectionCard title={translate('exchange.reply.title')} subtitle={translate('exchange.reply.lead', { name: sheet.contactName })}>
      <Stack ref={form} spacing={1.5} sx={{ alignItems: 'flex-start' }}>
        {kept.notice}
        {sheet.answeredAt !== null && <Typography variant="body2">{translate('exchange.received.answered', { time: format.dateTime(sheet.answeredAt) })}</Typography>}
        <TextField fullWidth multiline minRows={2} label={translate('exchange.send.message')} value={message} onChange={(event) => kept.change({ message: event.target.value })} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        {isRunning && <ProgressLine label={translate('exchange.send.running')} fraction={null} onCancel={task.cancel} />}
        {task.state.kind === 'failed' && <ErrorMessage error={task.state.error} />}
        <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
          <Button variant="contained" disabled={isRunning} onClick={() => void reply()}>
            {translate('exchange.reply.write')}
          </Button>
          {kept.status}
        </Stack>
      </Stack>
    </SectionCard>
  );
}
