import Alert from '@mui/material/Alert';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import FormControlLabel from '@mui/material/FormControlLabel';
import Paper from '@mui/material/Paper';
import Radio from '@mui/material/Radio';
import RadioGroup from '@mui/material/RadioGroup';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId, useState } from 'react';
import type { Checklist } from '#shared/features/reviews/checklist.ts';
import { reviewResults, type KpiHistory, type Review, type ReviewResult } from '#shared/features/reviews/model.ts';
import { bestResult, checkCompletion, needingFollowUp } from '#shared/features/reviews/rules.ts';
import { userIdSchema, type UserId } from '#shared/features/vault/model.ts';
import { addDays, isDay, type Day } from '#shared/kernel/day.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import type { ReviewEntry } from '../use-autosave.ts';
import { todayHere } from '../words.ts';
import { MemberField } from './member-field.tsx';

interface CompletionDialogProps {
  readonly review: Review;
  readonly checklist: Checklist;
  readonly entry: ReviewEntry;
  readonly kpis: readonly KpiHistory[];
  readonly settled: () => Promise<number>;
  readonly onClose: () => void;
}

interface TaskEntry {
  readonly text: string;
  readonly ownerId: UserId | null;
  readonly dueOn: string;
}

/** The result of a review and the tasks that follow from what failed. */
export function CompletionDialog({ review, checklist, entry, kpis, settled, onClose }: CompletionDialogProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const titleId = useId();
  const status = useVaultStatus();
  const me = status?.state === 'unlocked' ? userIdSchema.parse(status.user.id) : null;
  const complete = useCommand('reviews.complete');
  const outcome = { checklist, answers: entry.answers, kpis, kpiValues: entry.kpiValues, carried: review.findings.filter(({ reviewId }) => reviewId !== review.line.id) };
  const best = bestResult(outcome);
  const [result, setResult] = useState<ReviewResult>(best);
  const needing = needingFollowUp(outcome);
  const [tasks, setTasks] = useState<Readonly<Record<string, TaskEntry>>>(() => Object.fromEntries(needing.map(({ key }) => [key, { text: entry.answers[key]?.note ?? '', ownerId: me, dueOn: addDays(todayHere() as Day, 30) }])));
  const change = (key: string, part: Partial<TaskEntry>) => setTasks({ ...tasks, [key]: { ...(tasks[key] ?? { text: '', ownerId: me, dueOn: '' }), ...part } });
  const followUps = needing.flatMap(({ key }) => {
    const task = tasks[key];
    return task === undefined || task.ownerId === null || !isDay(task.dueOn) || task.text.trim() === '' ? [] : [{ itemKey: key, text: task.text.trim(), ownerId: task.ownerId, dueOn: task.dueOn }];
  });
  const allowed = checkCompletion(outcome, result, followUps);
  const run = async () => {
    const revision = await settled();
    const reply = await complete.run({ id: review.line.id, revision, ...entry, result, followUps, language: language === 'en' ? 'en' : 'zh' });
    if (!reply.ok) return;
    toast.success(translate('reviews.complete.done'));
    onClose();
  };
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{translate('reviews.complete.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {complete.error !== null && <ErrorMessage error={complete.error} />}
          <RadioGroup row aria-label={translate('reviews.complete.result')} value={result} onChange={(_, value) => setResult(reviewResults.find((each) => each === value) ?? best)}>
            {reviewResults.map((each) => (
              <FormControlLabel key={each} value={each} control={<Radio />} label={translate(`reviews.result.${each}`)} disabled={reviewResults.indexOf(each) < reviewResults.indexOf(best)} />
            ))}
          </RadioGroup>
          {best !== 'pass' && <Alert severity="info">{translate(`reviews.complete.why.${best}`)}</Alert>}
          {needing.map((item) => {
            const task = tasks[item.key];
            return (
              <Paper key={item.key} variant="outlined" sx={{ p: 2 }} data-followup={item.key}>
                <Stack spacing={1.5}>
                  <Typography variant="subtitle2">{language === 'en' ? item.en : item.zh}</Typography>
                  <TextField required multiline label={translate('reviews.complete.task')} value={task?.text ?? ''} onChange={(event) => change(item.key, { text: event.target.value })} slotProps={{ htmlInput: { maxLength: 1000 } }} />
                  <Stack direction="row" spacing={1.5}>
                    <MemberField label={translate('reviews.findings.owner')} value={task?.ownerId ?? null} onChange={(ownerId) => change(item.key, { ownerId })} />
                    <DateField required id={`${titleId}-${item.key}`} label={translate('reviews.findings.until')} value={task?.dueOn ?? ''} onChange={(dueOn) => change(item.key, { dueOn })} />
                  </Stack>
                </Stack>
              </Paper>
            );
          })}
          <Typography variant="body2" color="textSecondary">
            {translate('reviews.complete.report')}
          </Typography>
        </Stack>
      </DialogContent>
      <DialogButtons label={translate('reviews.complete.go')} isDisabled={!allowed.ok} isRunning={complete.isRunning} onGo={run} onCancel={onClose} />
    </Dialog>
  );
}
