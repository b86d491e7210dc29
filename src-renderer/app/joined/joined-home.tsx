import { useNavigate } from 'react-router';
import { WaitingCard } from '../../features/approvals/components/waiting-card.tsx';
import { useContractListView } from '../../features/contracts/store.ts';
import { DueCard } from '../../features/reminders/components/due-card.tsx';
import { HomePage } from '../../features/home/home-page.tsx';
import { DueReviewsCard } from '../../features/templates/keeping/due-reviews-card.tsx';
import { DueCoursesCard } from '../../features/training/components/due-courses-card.tsx';
import { DueAccessReviewCard } from '../../features/users/components/due-review-card.tsx';
import { UnfinishedNotice } from '../../keeping/unfinished-notice.tsx';
import { useShellStore } from '../shell/shell-store.ts';

export function JoinedHome() {
  const navigate = useNavigate();
  const openOverlay = useShellStore((state) => state.open);
  return (
    <HomePage
      waiting={
        <>
          <UnfinishedNotice contractId={null} />
          <WaitingCard />
          <DueReviewsCard />
          <DueCard />
          <DueCoursesCard />
          <DueAccessReviewCard />
        </>
      }
      onTour={() => openOverlay('tour')}
      onContracts={(filter) => {
        useContractListView.getState().change({ search: '', filter });
        void navigate('/contracts');
      }}
    />
  );
}
