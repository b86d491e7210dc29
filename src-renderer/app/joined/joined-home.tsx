import { WaitingCard } from '../../features/approvals/components/waiting-card.tsx';
import { DueReviewsCard } from '../../features/templates/keeping/due-reviews-card.tsx';
import { HomePage } from '../../features/home/home-page.tsx';

export function JoinedHome() {
  return <HomePage waiting={<><WaitingCard /><DueReviewsCard /></>} />;
}
