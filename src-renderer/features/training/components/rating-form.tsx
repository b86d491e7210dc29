import Button from '@mui/material/Button';
import Rating from '@mui/material/Rating';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId } from 'react';
import { z } from 'zod';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import { ratingSchema } from '#shared/features/training/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { KeptForm, type KeptForm as KeptFormOf } from '../../../keeping/kept-form.tsx';
import type { FieldsOf } from '../../../keeping/restore-typed.ts';
import { useInSightOnResume } from '../../../keeping/use-in-sight.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface RatingTyped {
  /** Null: no star was chosen yet. */
  readonly rating: number | null;
  readonly comment: string;
}

interface RatingFormProps {
  readonly course: ShownCourse;
  /** Null: the course as a whole. */
  readonly lessonKey: string | null;
}

const fields: FieldsOf<RatingTyped> = { rating: ratingSchema.nullable(), comment: z.string() };

/** One to five stars and a few words; given again, it takes the place of what one said before. Kept until it is sent. */
export function RatingForm({ course, lessonKey }: RatingFormProps) {
  const mine = course.myRatings.find((one) => one.lessonKey === lessonKey);
  const given: RatingTyped = { rating: mine?.rating ?? null, comment: mine?.comment ?? '' };
  const about = lessonKey === null ? course.id : `${course.id} ${lessonKey}`;
  return (
    <KeptForm key={about} of={{ contractId: null, dialog: 'rating', about }} fields={fields} fresh={() => given}>
      {(kept) => <Form course={course} lessonKey={lessonKey} given={given} kept={kept} />}
    </KeptForm>
  );
}

function Form({ course, lessonKey, given, kept }: RatingFormProps & { readonly given: RatingTyped; readonly kept: KeptFormOf<RatingTyped> }) {
  const translate = useTranslate();
  const toast = useToast();
  const name = useId();
  const words = useInSightOnResume<HTMLDivElement>('rating');
  const give = useCommand('training.giveFeedback');
  const { rating, comment } = kept.typed;
  const isSame = rating === given.rating && comment.trim() === given.comment;
  const run = async () => {
    if (rating === null) return;
    const reply = await give.run({ courseId: course.id, lessonKey, rating, comment: comment.trim() });
    if (!reply.ok) return;
    kept.settle(null);
    toast.success(translate('training.feedback.thanks'));
  };
  return (
    <Stack spacing={1.25} sx={{ alignItems: 'flex-start' }}>
      {kept.notice}
      <Rating name={name} value={rating} onChange={(_, stars) => kept.change({ rating: stars })} getLabelText={(stars) => translate('training.feedback.stars', { count: stars })} />
      <TextField ref={words} fullWidth size="small" multiline maxRows={6} label={translate('training.feedback.comment')} value={comment} onChange={(event) => kept.change({ comment: event.target.value })} slotProps={{ htmlInput: { maxLength: 1000 } }} />
      <ErrorMessage error={give.error} />
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Button variant="outlined" disabled={rating === null || isSame} loading={give.isRunning} onClick={() => void run()}>
          {translate('training.feedback.send')}
        </Button>
        {kept.status}
      </Stack>
    </Stack>
  );
}
