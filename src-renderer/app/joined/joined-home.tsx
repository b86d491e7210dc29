import { useNavigate } from 'react-router';
import { WaitingCard } from '../../features/approvals/components/waiting-card.tsx';
import { useContractListView } from '../../features/contracts/store.ts';
import { DueCard } from '../../features/reminders/components/due-card.tsx';
import { HomePage } from '../../features/home/home-page.tsx';
import { DueReviewsCard } from '../../features/templates/keeping/due-reviews-card.tsx';

export function JoinedHome() {
  const navigate = useNavigate();
  return (
    <HomePage
      waiting={
        <>
          <WaitingCard />
          <DueReviewsCard />
          <DueCard />
        </>
      }
      onContracts={(filter) => {
        useContractListView.getState().change({ search: '', filter });
        void navigate('/contracts');
      }}
    />
  );
}
