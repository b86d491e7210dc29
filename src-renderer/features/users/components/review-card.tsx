import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ComponentProps } from 'react';
import type { AccessReview } from '#shared/features/users/model.ts';
import { useFormat } from '../../../i18n/format.ts';
import { useLanguage, useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { useOperation } from '../../../ipc/use-query.ts';
import { useTask } from '../../../ipc/use-task.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { LoadingState } from '../../../ui/loading-state.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';
import { ReviewTable } from './review-table.tsx';
import { RotationProgress } from './rotation-progress.tsx';

/** The review that is going on, or when the next is due; those that are done, with their reports. */
export function ReviewCard() {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const starting = useCommand('users.startAccessReview');
  const rotation = useTask('users.rotateKeys', 'users.cancelRotation');
  const { data, error, refetch } = useOperation('users.accessReview', undefined);
  const start = async () => {
    const reply = await starting.run(undefined);
    if (!reply.ok) toast.failure(reply.error);
  };
  if (data === undefined) return error === null ? <LoadingState /> : <ErrorMessage error={error} onRetry={refetch} />;
  const { current, past, dueAt, isDue } = data;
  return (
    <SectionCard
      title={translate('access.review.title')}
      subtitle={translate('access.review.lead')}
      actions={
        current === null && (
          <Button variant={isDue ? 'contained' : 'outlined'} loading={starting.isRunning} onClick={() => void start()}>
            {translate('access.review.start')}
          </Button>
        )
      }
    >
      <Stack spacing={2}>
        {current === null && isDue && <Alert severity="warning">{translate('access.review.due', { day: format.date(dueAt) })}</Alert>}
        {current === null && !isDue && <Typography color="textSecondary">{translate('access.review.next', { day: format.date(dueAt) })}</Typography>}
        {current !== null && <Running review={current} onRefused={refetch} onKeysDue={() => void rotation.start({})} />}
        <RotationProgress rotation={rotation} />
        {rotation.state.kind === 'done' && <Alert severity="success">{translate('users.keys.done', { what: format.list(rotation.state.value.rotated.map((name) => translate(`ui.compartment.${name}`))), count: rotation.state.value.files })}</Alert>}
        {past.length > 0 && (
          <Stack component="ul" spacing={1} sx={{ listStyle: 'none', m: 0, p: 0 }}>
            {past.map((review) => (
              <Done key={review.id} review={review} />
            ))}
          </Stack>
        )}
      </Stack>
    </SectionCard>
  );
}

function Running({ review, onRefused, onKeysDue }: ComponentProps<typeof ReviewTable>) {
  const translate = useTranslate();
  const format = useFormat();
  const toast = useToast();
  const finishing = useCommand('users.finishAccessReview');
  const open = review.grants.filter(({ decision }) => decision === null).length;
  const finish = async () => {
    const reply = await finishing.run({ reviewId: review.id });
    if (reply.ok) toast.success(translate('access.review.finished'));
    else {
      toast.failure(reply.error);
      onRefused();
    }
  };
  return (
    <Stack spacing={1.5} aria-live="polite">
      <Typography variant="body2">{translate('access.review.running', { time: format.dateTime(review.startedAt), name: review.startedByName, count: open })}</Typography>
      <ReviewTable review={review} onRefused={onRefused} onKeysDue={onKeysDue} />
      <Box>
        <Button variant="contained" disabled={open > 0} loading={finishing.isRunning} onClick={() => void finish()}>
          {translate('access.review.finish')}
        </Button>
      </Box>
    </Stack>
  );
}

function Done({ review }: { readonly review: AccessReview }) {
  const translate = useTranslate();
  const format = useFormat();
  const language = useLanguage();
  const toast = useToast();
  const saving = useCommand('users.saveAccessReport');
  const save = async () => {
    const reply = await saving.run({ reviewId: review.id, language: language === 'en' ? 'en' : 'zh' });
    if (!reply.ok) toast.failure(reply.error);
    else if (reply.value !== null) toast.success(translate('access.review.saved', { fileName: reply.value.fileName }));
  };
  const withdrawn = review.grants.filter(({ decision }) => decision === 'withdrawn').length;
  const time = format.dateTime(review.finishedAt ?? review.startedAt);
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, alignItems: 'center' }}>
      <Typography variant="body2" sx={{ flex: 1 }}>
        {translate('access.review.done', { time, name: review.finishedByName, people: format.number(review.grants.length), withdrawn: format.number(withdrawn) })}
      </Typography>
      <Button size="small" loading={saving.isRunning} onClick={() => void save()} aria-label={translate('access.review.reportOf', { time })}>
        {translate('access.review.report')}
      </Button>
    </Box>
  );
}
