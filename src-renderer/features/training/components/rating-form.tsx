import Button from '@mui/material/Button';
import Rating from '@mui/material/Rating';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useId, useState } from 'react';
import type { ShownCourse } from '#shared/features/training/ipc.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { useToast } from '../../../ui/use-toast.ts';

interface RatingFormProps {
  readonly course: ShownCourse;
  /** Null: the course as a whole. */
  readonly lessonKey: string | null;
}

/** One to five stars and a few words; given again, it takes the place of what one said before. */
export function RatingForm({ course, lessonKey }: RatingFormProps) {
  const translate = useTranslate();
  const toast = useToast();
  const name = useId();
  const give = useCommand('training.giveFeedback');
  const mine = course.myRatings.find((one) => one.lessonKey === lessonKey);
  const [rating, setRating] = useState<number | null>(mine?.rating ?? null);
  const [comment, setComment] = useState(mine?.comment ?? '');
  const isSame = rating === (mine?.rating ?? null) && comment.trim() === (mine?.comment ?? '');
  const run = async () => {
    if (rating === null) return;
    const reply = await give.run({ courseId: course.id, lessonKey, rating, comment: comment.trim() });
    if (reply.ok) toast.success(translate('training.feedback.thanks'));
  };
  return (
    <Stack spacing={1.25} sx={{ alignItems: 'flex-start' }}>
      <Rating name={name} value={rating} onChange={(_, stars) => setRating(stars)} getLabelText={(stars) => translate('training.feedback.stars', { count: stars })} />
      <TextField fullWidth size="small" multiline maxRows={6} label={translate('training.feedback.comment')} value={comment} onChange={(event) => setComment(event.target.value)} slotProps={{ htmlInput: { maxLength: 1000 } }} />
      <ErrorMessage error={give.error} />
      <Button variant="outlined" disabled={rating === null || isSame} loading={give.isRunning} onClick={() => void run()}>
        {translate('training.feedback.send')}
      </Button>
    </Stack>
  );
}
