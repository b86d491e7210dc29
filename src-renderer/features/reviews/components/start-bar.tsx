import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Review } from '#shared/features/reviews/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ReasonDialog } from '../../../keeping/reason-dialog.tsx';
import { useResume } from '../../../keeping/use-resume.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Begins a planned review, or leaves it out with a reason. */
export function StartBar({ review }: { readonly review: Review }) {
  const translate = useTranslate();
  const toast = useToast();
  const start = useCommand('reviews.start');
  const skip = useCommand('reviews.skip');
  const [isSkipping, setSkipping] = useState(false);
  useResume('reviewSkip', () => setSkipping(true));
  const { id, contractId } = review.line;
  const close = () => {
    setSkipping(false);
    skip.reset();
  };
  const leaveOut = async (reason: string) => {
    const reply = await skip.run({ id, reason });
    if (reply.ok) toast.info(translate('reviews.skipped'));
    return reply.ok;
  };
  return (
    <SectionCard title={translate('reviews.start.title')}>
      {start.error !== null && <ErrorMessage error={start.error} />}
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('reviews.start.body')}
      </Typography>
      <Stack direction="row" spacing={1}>
        <Button variant="contained" loading={start.isRunning} onClick={() => void start.run({ id })}>
          {translate('reviews.start.go')}
        </Button>
        <Button color="inherit" onClick={() => setSkipping(true)}>
          {translate('reviews.start.skip')}
        </Button>
      </Stack>
      <ReasonDialog
        of={{ contractId, dialog: 'reviewSkip', about: id }}
        isOpen={isSkipping}
        title={translate('reviews.start.skip')}
        label={translate('reviews.start.reason')}
        submitLabel={translate('reviews.start.skipGo')}
        maxLength={1000}
        error={skip.error}
        operation="reviews.skip"
        isRunning={skip.isRunning}
        onSubmit={leaveOut}
        onClose={close}
      />
    </SectionCard>
  );
}
