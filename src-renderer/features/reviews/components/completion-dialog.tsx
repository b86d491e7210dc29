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
import { z } from 'zod';
import type { Checklist } from '#shared/features/reviews/checklist.ts';
import { reviewResults, type KpiHistory, type Review, type ReviewResult } from '#shared/features/reviews/model.ts';
import { bestResult, checkCompletion, needingFollowUp } from '#shared/features/reviews/rules.ts';
import { userIdSchema, type UserId } from '#shared/features/vault/model.ts';
import { addDays, isDay } from '#shared/kernel/day.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useVaultStatus } from '../../../ipc/use-vault-status.ts';
import { KeptDialog } from '../../../keeping/kept-dialog.tsx';
import type { KeptForm } from '../../../keeping/kept-form.tsx';
import { typedDay, type FieldsOf } from '../../../keeping/restore-typed.ts';
import { DateField } from '../../../ui/date-field.tsx';
import { DialogButtons } from '../../../ui/dialog-buttons.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { presentDay } from '../../../ui/present-day.ts';
import { useToast } from '../../../ui/use-toast.ts';
import type { ReviewEntry } from '../use-autosave.ts';
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

/** The result as it is being said, with the tasks by the key of what they follow from. */
interface CompletionTyped {
  /** Null: the best that is allowed. */
  readonly result: ReviewResult | null;
  readonly tasks: Readonly<Record<string, TaskEntry>>;
}

const fields: FieldsOf<CompletionTyped> = { result: z.enum(reviewResults).nullable(), tasks: z.record(z.string(), z.object({ text: z.string(), ownerId: userIdSchema.nullable(), dueOn: typedDay })) };

/** The result of a review and the tasks that follow from what failed; kept until it is completed or given up. */
export function CompletionDialog({ onClose, ...about }: CompletionDialogProps) {
  const titleId = useId();
  const { id, contractId } = about.review.line;
  return (
    <KeptDialog of={{ contractId, dialog: 'completion', about: id }} fields={fields} fresh={() => ({ result: null, tasks: {} })} isOpen onClose={onClose} titleId={titleId}>
      {(kept) => <CompletionForm {...about} titleId={titleId} kept={kept} />}
    </KeptDialog>
  );
}

interface CompletionFormProps extends Omit<CompletionDialogProps, 'onClose'> {
  readonly titleId: string;
  readonly kept: KeptForm<CompletionTyped>;
}

function CompletionForm({ review, checklist, entry, kpis, settled, titleId, kept }: CompletionFormProps) {
  const translate = useTranslate();
  const language = useLanguage();
  const toast = useToast();
  const status = useVaultStatus();
  const me = status?.state === 'unlocked' ? userIdSchema.parse(status.user.id) : null;
  const complete = useCommand('reviews.complete');
  const outcome = { checklist, answers: entry.answers, kpis, kpiValues: entry.kpiValues, carried: review.findings.filter(({ reviewId }) => reviewId !== review.line.id) };
  const best = bestResult(outcome);
  const chosen = kept.typed.result ?? best;
  // What was answered since may allow less.
  const result = reviewResults.indexOf(chosen) < reviewResults.indexOf(best) ? best : chosen;
  const needing = needingFollowUp(outcome);
  const [inAMonth] = useState(() => addDays(presentDay(), 30));
  const taskOf = (key: string): TaskEntry => kept.typed.tasks[key] ?? { text: entry.answers[key]?.note ?? '', ownerId: me, dueOn: inAMonth };
  const change = (key: string, part: Partial<TaskEntry>) => kept.change({ tasks: { ...kept.typed.tasks, [key]: { ...taskOf(key), ...part } } });
  const followUps = needing.flatMap(({ key }) => {
    const task = taskOf(key);
    return task.ownerId === null || !isDay(task.dueOn) || task.text.trim() === '' ? [] : [{ itemKey: key, text: task.text.trim(), ownerId: task.ownerId, dueOn: task.dueOn }];
  });
  const allowed = checkCompletion(outcome, result, followUps);
  const run = async () => {
    const revision = await settled();
    const reply = await complete.run({ id: review.line.id, revision, ...entry, result, followUps, language: language === 'en' ? 'en' : 'zh' });
    if (!reply.ok) return;
    toast.success(translate('reviews.complete.done'));
    kept.close();
  };
  return (
    <>
      <DialogTitle id={titleId}>{translate('reviews.complete.title')}</DialogTitle>
      <DialogContent>
        <Stack spacing={2}>
          {kept.notice}
          {complete.error !== null && <ErrorMessage error={complete.error} />}
          <RadioGroup row aria-label={translate('reviews.complete.result')} value={result} onChange={(_, value) => kept.change({ result: reviewResults.find((each) => each === value) ?? best })}>
            {reviewResults.map((each) => (
              <FormControlLabel key={each} value={each} control={<Radio />} label={translate(`reviews.result.${each}`)} disabled={reviewResults.indexOf(each) < reviewResults.indexOf(best)} />
            ))}
          </RadioGroup>
          {best !== 'pass' && <Alert severity="info">{translate(`reviews.complete.why.${best}`)}</Alert>}
          {needing.map((item) => {
            const task = taskOf(item.key);
            return (
              <Paper key={item.key} variant="outlined" sx={{ p: 2 }} data-followup={item.key}>
                <Stack spacing={1.5}>
                  <Typography variant="subtitle2">{language === 'en' ? item.en : item.zh}</Typography>
                  <TextField required multiline label={translate('reviews.complete.task')} value={task.text} onChange={(event) => change(item.key, { text: event.target.value })} slotProps={{ htmlInput: { maxLength: 1000 } }} />
                  <Stack direction="row" spacing={1.5}>
                    <MemberField label={translate('reviews.findings.owner')} value={task.ownerId} recorded={null} onChange={(ownerId) => change(item.key, { ownerId })} />
                    <DateField required id={`${titleId}-${item.key}`} label={translate('reviews.findings.until')} value={task.dueOn} onChange={(dueOn) => change(item.key, { dueOn })} />
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
      <DialogButtons label={translate('reviews.complete.go')} isDisabled={!allowed.ok} isRunning={complete.isRunning} onGo={run} onCancel={kept.close} status={kept.status} />
    </>
  );
}
