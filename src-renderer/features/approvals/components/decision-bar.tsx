import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import type { ApprovalTask, Decision } from '#shared/features/approvals/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { PlainTextField } from '../../../ui/plain-text-field.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { quotesToSend, type DecisionTyped } from '../decision-typed.ts';

interface DecisionBarProps {
  readonly task: ApprovalTask;
  readonly contentHash: string;
  readonly kept: KeptForm<DecisionTyped>;
  /** Leads to a comment that was written and stands at no words: it would be lost with the decision. Null: the person can't read the text. */
  readonly onStrayRemark: (() => void) | null;
  readonly onDone?: () => void;
}

/** Approve, send back or reject; the last two only with a reason. What is decided on is the text with this hash. */
export function DecisionBar({ task, contentHash, kept, onStrayRemark, onDone }: DecisionBarProps) {
  const translate = useTranslate();
  const toast = useToast();
  const decide = useCommand('approvals.decide');
  const { comment } = kept.typed;
  const [lacksReason, setLacksReason] = useState(false);
  const run = async (decision: Decision) => {
    const quotes = quotesToSend(kept.typed, onStrayRemark !== null);
    if (quotes === null) {
      setLacksReason(false);
      onStrayRemark?.();
      return;
    }
    if (decision !== 'approved' && comment.trim() === '' && quotes.length === 0) {
      setLacksReason(true);
      return;
    }
    const reply = await decide.run({ taskId: task.id, contentHash, decision, comment: comment.trim(), quotes });
    if (!reply.ok) return;
    kept.forget();
    toast.success(translate(`approvals.done.${decision}`));
    onDone?.();
  };
  return (
    <Stack spacing={1.25}>
      {kept.notice}
      <PlainTextField
        size="small"
        multiline
        minRows={2}
        maxRows={8}
        label={translate('approvals.comment')}
        value={comment}
        error={lacksReason}
        helperText={translate(lacksReason ? 'approvals.reasonNeeded' : 'approvals.commentHint')}
        onChange={(event) => {
          kept.change({ comment: event.target.value });
          setLacksReason(false);
        }}
        slotProps={{ htmlInput: { maxLength: 2000 } }}
      />
      {decide.error !== null && <ErrorMessage error={decide.error} />}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <Button variant="contained" loading={decide.isRunning} onClick={() => void run('approved')}>
          {translate('approvals.approve')}
        </Button>
        <Button variant="outlined" disabled={decide.isRunning} onClick={() => void run('returned')}>
          {translate('approvals.return')}
        </Button>
        <Button variant="outlined" color="error" disabled={decide.isRunning} onClick={() => void run('rejected')}>
          {translate('approvals.reject')}
        </Button>
      </Stack>
      {kept.status}
    </Stack>
  );
}
