import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Review } from '#shared/features/reviews/model.ts';
import { useTranslate } from '../../../i18n/i18n.ts';
import { useCommand } from '../../../ipc/use-command.ts';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { NameDialog } from '../../../ui/name-dialog.tsx';
import { SectionCard } from '../../../ui/section-card.tsx';
import { useToast } from '../../../ui/use-toast.ts';

/** Begins a planned review, or leaves it out with a reason. */
export function StartBar({ review }: { readonly review: Review }) {
  const translate = useTranslate();
  const toast = useToast();
  const start = useCommand('reviews.start');
  const skip = useCommand('reviews.skip');
  const [isSkipping, setSkipping] = useState(false);
  const leaveOut = async (reason: string) => {
    setSkipping(false);
    const reply = await skip.run({ id: review.line.id, reason });
    if (reply.ok) toast.info(translate('reviews.skipped'));
  };
  const error = start.error ?? skip.error;
  return (
    <SectionCard title={translate('reviews.start.title')}>
      {error !== null && <ErrorMessage error={error} />}
      <Typography color="textSecondary" sx={{ mb: 2 }}>
        {translate('reviews.start.body')}
      </Typography>
      <Stack direction="row" spacing={1}>
        <Button variant="contained" loading={start.isRunning} onClick={() => void start.run({ id: review.line.id })}>
          {translate('reviews.start.go')}
        </Button>
        <Button color="inherit" onClick={() => setSkipping(true)}>
          {translate('reviews.start.skip')}
        </Button>
      </Stack>
      <NameDialog isOpen={isSkipping} title={translate('reviews.start.skip')} label={translate('reviews.start.reason')} submitLabel={translate('reviews.start.skipGo')} maxLength={1000} onSubmit={(reason) => void leaveOut(reason)} onClose={() => setSkipping(false)} />
    </SectionCard>
  );
}
