import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useParams } from 'react-router';
import { reviewIdSchema, type Review, type ReviewId } from '#shared/features/reviews/model.ts';
import { isWithheld } from '#shared/kernel/withheld.ts';
import { useFormat } from '../../i18n/format.ts';
import { useTranslate } from '../../i18n/i18n.ts';
import { useOperation } from '../../ipc/use-query.ts';
import { usePermission } from '../../ipc/use-vault-status.ts';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { LoadingState } from '../../ui/loading-state.tsx';
import { Page } from '../../ui/page.tsx';
import { presentDay } from '../../ui/present-day.ts';
import { SectionCard } from '../../ui/section-card.tsx';
import { Withheld } from '../../ui/withheld.tsx';
import { ClosedReview } from './components/closed-review.tsx';
import { RunningReview } from './components/running-review.tsx';
import { StartBar } from './components/start-bar.tsx';
import { StateChip } from './components/review-table.tsx';
import { FindingTable } from './components/finding-table.tsx';
import { isLate } from './words.ts';

interface ReviewPageProps {
  /** Takes in a problem or an idea that the review brought up; the argument names the review. */
  readonly onImprove: (reviewId: ReviewId) => void;
}

/** One review: where it is begun, held, and read afterwards. */
export function ReviewPage({ onImprove }: ReviewPageProps) {
  const translate = useTranslate();
  const { reviewId } = useParams();
  const review = useOperation('reviews.get', { id: reviewIdSchema.parse(reviewId) });
  if (review.data !== undefined) return <ShownReview key={review.data.line.id} review={review.data} onImprove={onImprove} />;
  return (
    <Page title={translate('reviews.title')} back={{ to: '/reviews', label: translate('reviews.title') }}>
      {review.error === null ? <LoadingState /> : <ErrorMessage error={review.error} onRetry={review.refetch} />}
    </Page>
  );
}

function ShownReview({ review, onImprove }: ReviewPageProps & { readonly review: Review }) {
  const translate = useTranslate();
  const format = useFormat();
  const mayDo = usePermission('reviews.do');
  const { line, content, findings } = review;
  const carried = findings.filter(({ reviewId }) => reviewId !== line.id);
  return (
    <Page
      title={line.title}
      back={{ to: `/contracts/${line.contractId}?tab=reviews`, label: line.number }}
      subtitle={
        <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
          <StateChip review={line} isLate={isLate(line, presentDay())} />
          <span>{translate(`reviews.reason.${line.reason}`)}</span>
          <span>{translate('reviews.dueOn', { day: format.date(line.dueOn) })}</span>
          <span>{line.reviewerName ?? translate('reviews.nobody')}</span>
        </Stack>
      }
      maxWidth={1080}
      phase={line.state}
      actions={<Button onClick={() => onImprove(line.id)}>{translate('reviews.improve')}</Button>}
    >
      <UnfinishedNotice contractId={line.contractId} dialogs={['completion', 'reviewSkip']} about={line.id} />
      {carried.length > 0 && line.state !== 'completed' && (
        <SectionCard title={translate('reviews.carried.title')} subtitle={translate('reviews.carried.hint')}>
          <FindingTable findings={carried} />
        </SectionCard>
      )}
      {line.state === 'scheduled' && mayDo && <StartBar review={review} />}
      {isWithheld(content) && line.state !== 'scheduled' && <Withheld />}
      {line.state === 'in_progress' && !isWithheld(content) && content !== null && (mayDo ? <RunningReview key={line.id} review={review} content={content} /> : <ClosedReview review={review} />)}
      {(line.state === 'completed' || line.state === 'skipped') && <ClosedReview review={review} />}
    </Page>
  );
}
