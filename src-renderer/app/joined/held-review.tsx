import { useReportStore } from '../../features/improvement/store.ts';
import { ReviewPage } from '../../features/reviews/review-page.tsx';

export function HeldReview() {
  const report = useReportStore((state) => state.open);
  return <ReviewPage onImprove={(reviewId) => report('review', reviewId)} />;
}
