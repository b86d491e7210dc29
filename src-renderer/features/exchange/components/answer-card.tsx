import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { z } from 'zod';
import type { Decision } from '#shared/features/approvals/model.ts';
import type { Sheet } from '#shared/features/exchange/ipc.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

const choices: readonly { readonly decision: Decision; readonly label: 'approvals.approve' | 'approvals.return' | 'approvals.reject' }[] = [
  { decision: 'approved', label: 'approvals.approve' },
  { decision: 'returned', label: 'approvals.return' },
  { decision: 'rejected', label: 'approvals.reject' },
];

interface AnswerTyped {
  readonly comment: string;
}

const fields: FieldsOf<AnswerTyped> = { comment: z.string() };

/** Decides on a contract of another vault: the decision is signed, and holds for exactly this text. What is said of it is kept until then. */
export function AnswerCard({ sheet }: { readonly sheet: Sheet }) {
  return (
    <KeptForm of={{ contractId: null, dialog: 'packAnswer', about: sheet.packId }} fields={fields} fresh={() => ({ comment: '' })}>
      {(kept) => <AnswerForm sheet={sheet} kept={kept} />}
    </KeptForm>
  );
}

function AnswerForm({ sheet, kept }: { readonly sheet: Sheet; readonly kept: KeptFormOf<AnswerTyped> }) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const task = useTask('exchange.answer', 'exchange.cancel');
  const { comment } = kept.typed;
  const [lacksReason, setLacksReason] = useState(false);
  const { approval } = sheet;
  const decide = async (decision: Decision) => {
    const lacks = decision !== 'approved' && comment.trim() === '';
    setLacksReason(lacks);
    if (lacks) return;
    const written = await task.start({ packId: sheet.packId, decision, comment });
    if (written === null) return;
    kept.settle(null);
    toast.success(translate('exchange.send.done', { name: written.fileName }));
  };
  return (
    <SectionCard title={translate('exchange.decide.title')} subtitle={translate('exchange.decide.lead', { name: sheet.contactName })}>
      <Stack spacing={1.5}>
        {kept.notice}
        {approval !== null && <Typography>{translate('exchange.decide.about', { step: approval.stepName, name: approval.submittedByName, version: approval.versionNumber })}</Typography>}
        {sheet.answeredAt !== null && <Alert severity="info">{translate('exchange.received.answered', { time: format.dateTime(sheet.answeredAt) })}</Alert>}
        <TextField multiline minRows={2} label={translate('approvals.comment')} value={comment} onChange={(event) => kept.change({ comment: event.target.value })} error={lacksReason} helperText={lacksReason ? translate('approvals.reasonNeeded') : undefined} slotProps={{ htmlInput: { maxLength: 2000 } }} />
        {task.state.kind === 'failed' && <ErrorMessage error={task.state.error} />}
        <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          {choices.map(({ decision, label }) => (
            <Button key={decision} variant={decision === 'approved' ? 'contained' : 'outlined'} color={decision === 'rejected' ? 'error' : 'primary'} disabled={task.state.kind === 'running'} onClick={() => void decide(decision)}>
              {translate(label)}
            </Button>
          ))}
          {kept.status}
        </Stack>
      </Stack>
    </SectionCard>
  );
}
