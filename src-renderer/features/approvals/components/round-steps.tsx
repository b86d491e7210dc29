import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ApprovalRound, ApprovalTask, TaskState } from '#shared/features/approvals/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { StatusChip } from '../../../ui/status-chip.tsx';
import { QuoteList } from './quote-list.tsx';

const tones = {
  not_required: 'neutral', waiting: 'neutral', pending: 'info', approved: 'success', rejected: 'danger', returned: 'warning', withdrawn: 'neutral', voided: 'warning',
} as const satisfies Readonly<Record<TaskState, string>>;

/** Who decided, who is asked now and who comes after, in the order of the flow. */
export function RoundSteps({ round }: { readonly round: ApprovalRound }) {
  const translate = useTranslate();
  const format = useFormat();
  return (
    <Stack spacing={1.5}>
      <Box>
        <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
          <Typography variant="subtitle2" component="span">
            {round.flowName}
          </Typography>
          <StatusChip label={translate(`approvals.state.${round.state}`)} tone={tones[round.state]} />
        </Stack>
        <Typography variant="body2" color="textSecondary">
          {translate('approvals.submittedBy', { name: round.submittedByName, time: format.dateTime(round.submittedAt), version: round.versionNumber })}
        </Typography>
        {round.note !== '' && (
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {round.note}
          </Typography>
        )}
      </Box>
      {round.tasks.length === 0 && <Typography variant="body2">{translate('contracts.lifecycle.noStep')}</Typography>}
      <Stack component="ol" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {round.tasks.map((task) => (
          <TaskLine key={task.id} task={task} />
        ))}
      </Stack>
    </Stack>
  );
}

function TaskLine({ task }: { readonly task: ApprovalTask }) {
  const translate = useTranslate();
  const format = useFormat();
  const [now] = useState(() => Date.now());
  const isLate = task.state === 'pending' && task.dueAt !== null && task.dueAt < now;
  return (
    <Box component="li" data-task={task.state} sx={{ borderLeft: 3, borderColor: task.state === 'pending' ? 'primary.main' : 'divider', pl: 1.25 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
        <Typography variant="body2" component="span">
          {translate('approvals.stepOf', { step: task.stepName, name: task.assigneeName })}
        </Typography>
        <StatusChip label={translate(`approvals.state.${task.state}`)} tone={tones[task.state]} />
        {isLate && <StatusChip label={translate('approvals.late')} tone="danger" />}
        {task.escalatedFromId !== null && <StatusChip label={translate('approvals.escalated')} tone="warning" />}
      </Stack>
      {task.insteadOfName !== null && (
        <Typography variant="caption" color="textSecondary" component="p">
          {translate('approvals.insteadOf', { name: task.insteadOfName })}
        </Typography>
      )}
      {task.decidedAt !== null && (
        <Typography variant="caption" color="textSecondary" component="p">
          {format.dateTime(task.decidedAt)}
        </Typography>
      )}
      {task.state === 'pending' && task.dueAt !== null && (
        <Typography variant="caption" color="textSecondary" component="p">
          {translate('approvals.dueAt', { time: format.dateTime(task.dueAt) })}
        </Typography>
      )}
      {task.comment !== '' && (
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere', whiteSpace: 'pre-line' }}>
          {task.comment}
        </Typography>
      )}
      {!isWithheld(task.quotes) && <QuoteList quotes={task.quotes} />}
    </Box>
  );
}
